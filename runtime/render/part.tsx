/* oxlint-disable react/refs, react/immutability --
 * What a part remembers of its renders is read and written while it renders: it decides what the render shows. A render
 * that React throws away leaves at most a note that the next one makes again.
 */
import { type FunctionComponent, type ReactNode, useContext, useInsertionEffect, useReducer, useRef } from 'react';
import { isEndlessAbove, nestedIn, type Nesting, NestingContext } from '../guard/nesting';
import { EndlessPart } from '../guard/stopped';
import { BrokenPart, PartToCome } from '../skeleton';
import { showable } from './children';
import { Guard } from './guard';
import { callAgain, HooksChanged, type HookSlots, newHookSlots, renderWithSlots } from './hook-slots';
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
  /** What was rendered below a place is given up. */
  onDropped(): void;
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
    return <Body key={`${life.epoch} ${part.hooks}`} part={part} given={props} life={life} remount={remount} events={events} />;
  }
  return Object.defineProperty(Outer, 'name', { value: part.name });
}

type BodyProps = { part: Part; given: Props; life: Life; remount(): void; events: PartEvents };

/** `isHalf` where the very first render threw, so that not all hooks are there. */
type Memory = HookSlots & { output: ReactNode; isHalf: boolean; provisional: string; place: Nesting | null };

/**
 * Runs the program's function. Where it throws, what it returned last stays, with the state it has. Where it threw in its
 * very first render there is nothing to stay, and it is mounted anew when something has changed.
 */
function Body({ part, given, life, remount, events }: BodyProps): ReactNode {
  const { done, provisional } = useContext(SwapContext);
  const memory = useRef<Memory>({ ...newHookSlots(), output: undefined, isHalf: false, provisional, place: null }).current;
  const above = useContext(NestingContext);
  const place = memory.place?.above === above ? memory.place : nestedIn(above, part.name);
  memory.place = place;
  useInsertionEffect(() => events.onShown(memory));
  const onError = (error: unknown) => events.onError(error, part.name);
  const fallback = done ? <BrokenPart name={part.name} /> : <PartToCome />;

  if (memory.isHalf) {
    callAgain(memory, 0);
    remount();
    return fallback;
  }
  const ended = events.onRender(part.name, memory);
  const outcome = renderWithSlots(memory, () => part.render!(given));
  ended();
  if (outcome.ok) {
    memory.output = showable(outcome.value, (what) => onError(new Error(what)));
  } else {
    if (outcome.error instanceof EndlessPart) throw outcome.error;
    memory.isHalf = !memory.isKnown;
    if (memory.isHalf) life.mustRemount = true;
    if (outcome.error instanceof HooksChanged) remount();
    else onError(outcome.error);
  }
  // State that began as a name's stand-in begins anew when the name has arrived.
  if (memory.tookStandIn && memory.provisional !== provisional) remount();
  return (
    <NestingContext value={place}>
      <Guard onError={onError} fallback={fallback} catches={(error) => holds(error, place, events)}>
        {memory.output === undefined ? fallback : memory.output}
      </Guard>
    </NestingContext>
  );
}

function holds(error: unknown, place: Nesting, events: PartEvents): boolean {
  if (isEndlessAbove(error, place)) return false;
  events.onDropped();
  return true;
}
