/* oxlint-disable react/refs, react/immutability --
 * What a part remembers of its renders is read and written while it renders: it decides what the render shows. A render
 * that React throws away leaves at most a note that the next one makes again.
 */
import { type FunctionComponent, type ReactNode, useContext, useInsertionEffect, useReducer, useRef } from 'react';
import { PlaceContext, useRetreat } from '../guard/retreat';
import { EndlessPart } from '../guard/stopped';
import { BrokenPart, PartToCome } from '../skeleton';
import { showable } from './children';
import { Guard } from './guard';
import { callAgain, HooksChanged, type HookSlots, newHookSlots, type Outcome, renderWithSlots } from './hook-slots';
import { SwapContext } from './swap-context';

/** A component's props, whatever they are. */
export type Props = Record<string, unknown>;
export type Render = (props: Props) => unknown;

/** One component of the program: the same `Outer` for its name as long as the guest lives, whatever its text. */
export type Part = { name: string; render: Render | null; hooks: string; hasJsx: boolean; Outer: FunctionComponent<Props> };

export type PartEvents = {
  onError(error: unknown, component: string): void;
  /** A render of the program's function begins; what it gives is called at its end. `owner` stands for the place in the tree. */
  onRender(component: string, owner: object): () => void;
  /** A render of `owner` has reached the document. */
  onShown(owner: object): void;
  /** Why nothing more may run for this frame; null while it may. */
  isOver(): EndlessPart | null;
};

/** A component of the program may be mounted anew this often in a second; more is one that changes its hooks forever. */
const MAX_REMOUNTS_PER_SECOND = 10;

/** The mounts of one place in the tree. A new `epoch` is a new mount. */
type Life = { epoch: number; mustRemount: boolean; remounts: number; since: number };

function mayRemount(life: Life): boolean {
  const now = performance.now();
  if (now - life.since > 1_000) Object.assign(life, { since: now, remounts: 0 });
  return life.remounts < MAX_REMOUNTS_PER_SECOND;
}

/** The stable component of a part. It stays while the text under it changes, and mounts that anew where it must. */
export function outerComponent(part: Part, events: PartEvents): FunctionComponent<Props> {
  function Outer(props: Props): ReactNode {
    // Read for its changes only: a new swap renders this part, even inside of an element that stayed the same.
    useContext(SwapContext);
    const life = useRef<Life>({ epoch: 0, mustRemount: false, remounts: 0, since: 0 }).current;
    const [, redraw] = useReducer((n: number) => n + 1, 0);
    if (life.mustRemount && mayRemount(life)) {
      Object.assign(life, { mustRemount: false, epoch: life.epoch + 1, remounts: life.remounts + 1 });
    }
    if (!part.render || !part.hasJsx) return <PartToCome>{props.children as ReactNode}</PartToCome>;
    const remount = () => {
      life.mustRemount = true;
      if (mayRemount(life)) queueMicrotask(redraw);
    };
    return <Body key={`${life.epoch} ${part.hooks}`} part={part} given={props} life={life} remount={remount} redraw={redraw} events={events} />;
  }
  return Object.defineProperty(Outer, 'name', { value: part.name });
}

type BodyProps = { part: Part; given: Props; life: Life; remount(): void; redraw(): void; events: PartEvents };

/** `isHalf` where the very first render threw, so that not all hooks are there. */
type Memory = HookSlots & { output: ReactNode; isHalf: boolean; provisional: string };

/**
 * Runs the program's function. Where it throws, what it returned last stays, with the state it has. Where it threw in its
 * very first render there is nothing to stay, and it is mounted anew when something has changed.
 */
function Body({ part, given, life, remount, redraw, events }: BodyProps): ReactNode {
  const { done, provisional } = useContext(SwapContext);
  const memory = useRef<Memory>({ ...newHookSlots(), output: undefined, isHalf: false, provisional }).current;
  const onError = (error: unknown) => events.onError(error, part.name);
  const retreat = useRetreat(part.name, part.render, () => memory.output, redraw, onError);
  useInsertionEffect(() => events.onShown(memory));
  const fallback = done ? <BrokenPart name={part.name} /> : <PartToCome />;

  if (memory.isHalf) {
    callAgain(memory, 0);
    remount();
    return fallback;
  }
  if (retreat.shows !== 'output') {
    callAgain(memory, 0);
    return inPlace((retreat.shows === 'good' && retreat.good) || fallback);
  }
  const outcome = render();
  if (outcome.ok) {
    memory.output = showable(outcome.value, (what) => onError(new Error(what)));
  } else if (outcome.error instanceof HooksChanged) {
    remount();
  } else if (outcome.error instanceof EndlessPart) {
    retreat.stop(outcome.error);
  } else {
    onError(outcome.error);
  }
  if (!outcome.ok && !memory.isKnown) memory.isHalf = life.mustRemount = true;
  // State that began as a name's stand-in begins anew when the name has arrived.
  if (memory.tookStandIn && memory.provisional !== provisional) remount();
  return inPlace(memory.output === undefined ? (retreat.isStopped() ? null : fallback) : memory.output);

  function render(): Outcome<unknown> {
    const stopped = retreat.tooDeep ?? events.isOver();
    if (stopped && memory.isKnown) callAgain(memory, 0);
    if (stopped) return { ok: false, error: stopped };
    const ended = events.onRender(part.name, memory);
    const outcome = renderWithSlots(memory, () => part.render!(given));
    ended();
    return outcome;
  }

  function inPlace(children: ReactNode): ReactNode {
    return (
      <PlaceContext value={retreat.place}>
        <Guard onError={onError} fallback={fallback}>
          {children}
        </Guard>
      </PlaceContext>
    );
  }
}
