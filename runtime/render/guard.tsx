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
  hasThrown: boolean;
  /** The last children that reached the screen. */
  readonly good: { children: ReactNode };
};

/**
 * Holds what throws below it outside of the program's own components (in the kit, in a chart, in React itself): the
 * children that were last shown come back, and the newer ones are tried whenever they change.
 */
export class Guard extends Component<GuardProps, GuardState> {
  override state: GuardState = { show: 'children', of: this.props.children, hasThrown: false, good: { children: null } };

  static getDerivedStateFromError(): Partial<GuardState> {
    return { hasThrown: true };
  }

  static getDerivedStateFromProps({ children }: GuardProps, { show, of, hasThrown, good }: GuardState): Partial<GuardState> | null {
    if (hasThrown) return { show: show === 'children' && good.children ? 'good' : 'fallback', of: children, hasThrown: false };
    return of === children ? null : { show: 'children', of: children };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override componentDidMount(): void {
    this.#keep();
  }

  override componentDidUpdate(): void {
    this.#keep();
  }

  #keep(): void {
    const { children } = this.props;
    // Later in the same task: what is thrown while React puts the frame in place (by a value that has no text) reaches this
    // boundary after it was told that all went well.
    queueMicrotask(() => {
      const { show, good } = this.state;
      if (show === 'children' && this.props.children === children) good.children = children;
    });
  }

  override render(): ReactNode {
    const { show, good } = this.state;
    if (show === 'children') return this.props.children;
    return show === 'good' ? good.children : this.props.fallback;
  }
}
