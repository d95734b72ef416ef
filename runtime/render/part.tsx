/* oxlint-disable react/refs, react/immutability --
 * What a part remembers of its renders is read and written while it renders: it decides what the render shows. A render
 * that React throws away leaves at most a note that the next one makes again.
 */
import { type FunctionComponent, type ReactNode, useContext, useInsertionEffect, useLayoutEffect, useReducer, useRef } from 'react';
import { PlaceContext, useRetreat } from '../guard/retreat';
import { EndlessPart } from '../guard/stopped';
import { BrokenPart, PartToCome } from '../skeleton/part-to-come';
import { showable } from './children';
import { Guard, TryAgain } from './guard';
import { callAgain, HooksChanged, type HookSlots, newHookSlots, type Outcome, renderWithSlots } from './hook-slots';
import { SwapContext } from './swap-context';

/** A component's props, whatever they are. */
export type Props = Record<string, unknown>;
export type Render = (props: Props) => unknown;

/** One component of the program: the same `Outer` for its name as long as the guest lives, whatever its text. */
export type Part = {
  name: string;
  render: Render | null;
  hooks: string;
  hasJsx: boolean;
  /** False while more of its text is to come. */
  isWhole: boolean;
  /** Hash of the text that `render` was made of; null where the same text may come to mean something else. */
  text: string | null;
  /** Counts the changes of what stands above. */
  version: number;
  /** Where it is mounted: each renders that place anew. */
  mounts: Set<() => void>;
  Outer: FunctionComponent<Props>;
};

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

/** What is mounted under a key of its own. */
type Text = { render: Render; key: string };

/**
 * The mounts of one place in the tree. A new `epoch` is a new mount. `good` is the text that is on the screen, `failed`
 * one that was to be mounted in its place and threw.
 */
type Life = { epoch: number; mustRemount: boolean; remounts: number; since: number; good: Text | null; failed: Render | null };

function mayRemount(life: Life): boolean {
  const now = performance.now();
  if (now - life.since > 1_000) Object.assign(life, { since: now, remounts: 0 });
  return life.remounts < MAX_REMOUNTS_PER_SECOND;
}

/** The stable component of a part. It stays while the text under it changes, and mounts that anew where it must. */
export function outerComponent(part: Part, events: PartEvents): FunctionComponent<Props> {
  function Outer(props: Props): ReactNode {
    useChangesOf(part);
    const mount = useMount(part.name, events);
    if (!part.render || !part.hasJsx) return <PartToCome name={part.name} given={props} />;
    return mount(part.render, part.hooks, props);
  }
  return Object.defineProperty(Outer, 'name', { value: part.name });
}

/** Renders this place whenever the part has changed, even inside of an element that stayed the same. */
function useChangesOf(part: Part): void {
  useContext(SwapContext);
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const rendered = part.version;
  useLayoutEffect(() => {
    part.mounts.add(redraw);
    // It changed while this place was being mounted.
    if (part.version !== rendered) redraw();
    return () => void part.mounts.delete(redraw);
    // oxlint-disable-next-line react/exhaustive-deps -- Only for its first frame.
  }, [part]);
}

/** The property in which an element of a loose component brings its function. */
export const RUN = '$run';

/**
 * The stable component of a function that no name of the file's top stands for: one inside of a component or an object, or
 * made by another function. Each element brings its own, since each closes over its own values.
 */
export function looseComponent(name: string, events: PartEvents): FunctionComponent<Props> {
  function Loose({ [RUN]: run, ...given }: Props): ReactNode {
    useContext(SwapContext);
    return useMount(name, events, true)(run as Render, '', given);
  }
  return Object.defineProperty(Loose, 'name', { value: name });
}

/**
 * Mounts a text in this place, the newest that can be: while it throws, the one that went well before it goes on living.
 * What is loose is another function in each render, so of that nothing can be noted from one try to the next.
 */
function useMount(name: string, events: PartEvents, isLoose = false): (render: Render, hooks: string, given: Props) => ReactNode {
  const life = useRef<Life>({ epoch: 0, mustRemount: false, remounts: 0, since: 0, good: null, failed: null }).current;
  const [, redraw] = useReducer((n: number) => n + 1, 0);
  const remount = () => {
    life.mustRemount = true;
    if (mayRemount(life)) queueMicrotask(redraw);
  };
  return (render, hooks, given) => {
    if (life.mustRemount && mayRemount(life)) {
      Object.assign(life, { mustRemount: false, epoch: life.epoch + 1, remounts: life.remounts + 1 });
    }
    const newest: Text = { render, key: `${life.epoch} ${hooks}` };
    const text = life.failed === render && life.good ? life.good : newest;
    return <Body key={text.key} name={name} text={text} given={given} life={life} isLoose={isLoose} remount={remount} redraw={redraw} events={events} />;
  };
}

export type BodyProps = { name: string; text: Text; given: Props; life: Life; isLoose: boolean; remount(): void; redraw(): void; events: PartEvents };

/** `isHalf` where the very first render threw, so that not all hooks are there. */
type Memory = HookSlots & { output: ReactNode; isHalf: boolean; wentWell: boolean; unsettled: string };

/**
 * Runs the program's function. Where a newer text of it throws, the one before is run in its place; where that does too,
 * what it returned last stays, with the state it has. Where it threw in its very first render there is nothing to stay,
 * and it is mounted anew when something has changed.
 */
export function Body({ name, text, given, life, isLoose, remount, redraw, events }: BodyProps): ReactNode {
  const { done, unsettled } = useContext(SwapContext);
  const memory = useRef<Memory>({ ...newHookSlots(), output: undefined, isHalf: false, wentWell: false, unsettled }).current;
  useLayoutEffect(() => {
    if (memory.wentWell) life.good = text;
  });
  const onError = (error: unknown) => events.onError(error, name);
  const retreat = useRetreat(name, text.render, () => memory.output, redraw, onError);
  useInsertionEffect(() => events.onShown(memory));
  const fallback = done ? <BrokenPart name={name} /> : <PartToCome name={name} given={given} />;

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
  memory.wentWell = outcome.ok;
  if (outcome.ok) {
    memory.output = showable(outcome.value, (what) => onError(new Error(what)));
  } else if (memory.isKnown && outcome.error instanceof HooksChanged) {
    remount();
  } else if (outcome.error instanceof EndlessPart) {
    retreat.stop(outcome.error);
  } else {
    onError(outcome.error);
    if (!isLoose && life.good && life.good.render !== text.render) leaveGood(life, text);
  }
  if (!outcome.ok && !memory.isKnown) memory.isHalf = life.mustRemount = true;
  // State that began as a name's stand-in begins anew when the name has arrived.
  if (memory.tookStandIn && memory.unsettled !== unsettled) remount();
  return inPlace(memory.output === undefined ? (retreat.isStopped() ? null : fallback) : memory.output);

  function render(): Outcome<unknown> {
    const stopped = retreat.tooDeep ?? events.isOver();
    if (stopped && memory.isKnown) callAgain(memory, 0);
    if (stopped) return { ok: false, error: stopped };
    const ended = events.onRender(name, memory);
    const outcome = renderWithSlots(memory, () => text.render(given));
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

/** Gives this render up. In React's next try the text that is on the screen is rendered, in its place and with its state. */
function leaveGood(life: Life, failed: Text): never {
  Object.assign(life, { failed: failed.render, mustRemount: false });
  throw new TryAgain();
}
