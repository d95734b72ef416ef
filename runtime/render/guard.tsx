import { Component, type ReactNode } from 'react';

type GuardProps = {
  children: ReactNode;
  onError(error: unknown): void;
  /** Stands where neither the new nor the last good children can be had. */
  fallback: ReactNode;
};

type GuardState = {
  show: 'children' | 'good' | 'fallback';
  /** The children that `show` was decided for. */
  of: ReactNode;
  thrown: { error: unknown } | null;
  readonly memory: Memory;
};

/**
 * What a guard knows over all tries, also those that React throws away. `good` are the last children that reached the
 * screen, `isHolding` once newer ones threw.
 */
type Memory = { good: ReactNode; isHolding: boolean; onError(error: unknown): void };

/** Thrown where something was noted so that the next try goes well; a guard needn't hold anything back for it. */
export class TryAgain extends Error {
  override name = 'TryAgain';
}

/**
 * Holds what throws below it outside of the program's own components (in the kit, in a chart, in React itself): the
 * children that were last shown stay, and the newer ones are tried whenever they change.
 *
 * React unmounts what is below a boundary that has caught something, with all its state. But before it commits that, it
 * renders everything once more from the tree that is on the screen. What a guard noted in the first try lets it give
 * the old children in the second one: nothing throws, nothing is unmounted.
 */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = {
    show: 'children',
    of: this.props.children,
    thrown: null,
    memory: { good: null, isHolding: false, onError: this.props.onError },
  };

  static getDerivedStateFromError(error: unknown): Partial<GuardState> {
    return { thrown: { error } };
  }

  static getDerivedStateFromProps({ children, onError }: GuardProps, state: GuardState): Partial<GuardState> | null {
    const { show, of, thrown, memory } = state;
    memory.onError = onError;
    const held = memory.good ? 'good' : 'fallback';
    if (thrown) {
      const isNote = thrown.error instanceof TryAgain;
      if (!isNote) onError(thrown.error);
      memory.isHolding ||= !isNote;
      // The good children threw in their turn.
      return { show: show === 'good' && of === children ? 'fallback' : held, of: children, thrown: null };
    }
    if (of === children) return null;
    return { show: memory.isHolding ? held : 'children', of: children };
  }

  override componentDidMount(): void {
    this.#keep();
  }

  override componentDidUpdate(): void {
    this.#keep();
  }

  #keep(): void {
    const { children } = this.props;
    const { memory } = this.state;
    memory.isHolding = false;
    // Later in the same task: what is thrown while React puts the frame in place (by a value that has no text) reaches this
    // boundary after it was told that all went well.
    queueMicrotask(() => {
      if (this.state.show === 'children' && this.props.children === children) memory.good = children;
    });
  }

  override render(): ReactNode {
    const { show, memory } = this.state;
    if (show === 'children') return this.props.children;
    return show === 'good' ? memory.good : this.props.fallback;
  }
}
