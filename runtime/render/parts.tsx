import { createContext, type FunctionComponent, type ReactNode, useContext, useReducer, useRef } from 'react';
import type { CompiledComponent } from '../../lib/bridge/messages';
import { showable, type OnUnshowable } from './children';
import { Guard } from './guard';
import { callAgain, HooksChanged, type HookSlots, newHookSlots, renderWithSlots } from './hook-slots';
import { BrokenPart, PartToCome } from '../skeleton';

/** The swap on the screen. Every part reads it, so that each renders its newest text whatever stayed the same above it. */
export const SwapContext = createContext({ seq: 0, done: false });

/** A component of the program may be mounted anew this often in a second; more is one that changes its hooks forever. */
const MAX_REMOUNTS_PER_SECOND = 10;

type Props = Record<string, unknown>;
type Render = (props: Props) => unknown;

/** One component of the program: the same `Outer` for its name as long as the guest lives, whatever its text. */
export type Part = { name: string; render: Render | null; hooks: string; hasJsx: boolean; Outer: FunctionComponent<Props> };

export type PartEvents = { onError(error: unknown, component: string): void };

export type Parts = {
  /** The part of a name, made on first sight: without a text it shows its skeleton. */
  get(name: string): Part;
  /** Takes over what an evaluation registered. */
  install(components: readonly CompiledComponent[], values: ReadonlyMap<string, unknown>, done: boolean): void;
  /** The stable component for what generated code uses as a tag; undefined where it's none of the program's. */
  outerOf(type: object): FunctionComponent<Props> | undefined;
};

export function createParts(events: PartEvents): Parts {
  const parts = new Map<string, Part>();
  const outers = new WeakMap<object, FunctionComponent<Props>>();

  function get(name: string): Part {
    const known = parts.get(name);
    if (known) return known;
    const part: Part = { name, render: null, hooks: '', hasJsx: false, Outer: () => null };
    part.Outer = outerComponent(part, events);
    parts.set(name, part);
    return part;
  }

  return {
    get,
    install(components, values, done) {
      for (const { name, hooks, hasJsx } of components) {
        const value = values.get(name);
        const render = renderOf(value);
        if (!render) continue;
        const part = get(name);
        outers.set(value as object, part.Outer);
        // One that is being rewritten stays as it was until there is something of it to show.
        if (hasJsx || !part.hasJsx || done) Object.assign(part, { render, hasJsx, hooks: hooks.join() });
      }
    },
    outerOf: (type) => outers.get(type),
  };
}

const MEMO = Symbol.for('react.memo');
const FORWARD_REF = Symbol.for('react.forward_ref');

/** The function inside of a component, null for a class and for what is no component. */
function renderOf(value: unknown): Render | null {
  if (typeof value === 'function') return value.prototype?.isReactComponent ? null : (value as Render);
  const { $$typeof, type, render } = (value ?? {}) as { $$typeof?: symbol; type?: unknown; render?: (props: Props, ref: unknown) => unknown };
  if ($$typeof === MEMO) return renderOf(type);
  if ($$typeof === FORWARD_REF && render) return ({ ref, ...props }) => render(props, ref ?? null);
  return null;
}

type Life = { epoch: number; isBroken: boolean; remounts: number; since: number };

function mayRemount(life: Life): boolean {
  const now = performance.now();
  if (now - life.since > 1_000) Object.assign(life, { since: now, remounts: 0 });
  return life.remounts < MAX_REMOUNTS_PER_SECOND;
}

function outerComponent(part: Part, events: PartEvents): FunctionComponent<Props> {
  function Outer(props: Props): ReactNode {
    // Read for its changes only: a new swap renders this part, even inside of an element that stayed the same.
    useContext(SwapContext);
    const life = useRef<Life>({ epoch: 0, isBroken: false, remounts: 0, since: 0 }).current;
    const [, redraw] = useReducer((n: number) => n + 1, 0);
    if (life.isBroken && mayRemount(life)) {
      Object.assign(life, { isBroken: false, epoch: life.epoch + 1, remounts: life.remounts + 1 });
    }
    if (!part.render || !part.hasJsx) return <PartToCome>{props.children as ReactNode}</PartToCome>;
    const remount = () => {
      life.isBroken = true;
      if (mayRemount(life)) queueMicrotask(redraw);
    };
    return <Body key={`${life.epoch} ${part.hooks}`} part={part} given={props} life={life} remount={remount} events={events} />;
  }
  return Object.defineProperty(Outer, 'name', { value: part.name });
}

type BodyProps = { part: Part; given: Props; life: Life; remount(): void; events: PartEvents };
type Memory = HookSlots & { output: ReactNode; isHalf: boolean };

/**
 * Runs the program's function. Where it throws, what it returned last stays, with the state it has. Where it threw in its
 * very first render, its hooks aren't all there, so it is mounted anew when something has changed.
 */
function Body({ part, given, life, remount, events }: BodyProps): ReactNode {
  const { done } = useContext(SwapContext);
  const memory = useRef<Memory>({ ...newHookSlots(), output: undefined, isHalf: false }).current;
  const onError = (error: unknown) => events.onError(error, part.name);
  const onUnshowable: OnUnshowable = (what) => onError(new Error(what));
  const fallback = done ? <BrokenPart name={part.name} /> : <PartToCome />;

  if (memory.isHalf) {
    callAgain(memory, 0);
    remount();
    return fallback;
  }
  const outcome = renderWithSlots(memory, () => part.render!(given));
  if (outcome.ok) {
    memory.output = showable(outcome.value, onUnshowable);
  } else {
    memory.isHalf = !memory.isKnown;
    if (outcome.error instanceof HooksChanged) remount();
    else onError(outcome.error);
    if (memory.isHalf) life.isBroken = true;
  }
  return (
    <Guard onError={onError} fallback={fallback}>
      {memory.output === undefined ? fallback : memory.output}
    </Guard>
  );
}
