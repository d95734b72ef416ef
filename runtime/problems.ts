import type { Problem } from '../lib/bridge/messages';
import { EndlessPart, type Position, Stopped } from './guard/stopped';
import { positionInSource } from './source-position';

/** Enough to understand what broke; a program that fails forty times a second says nothing new. */
const BURST = 10;
const PER_SECOND = 4;
const MAX_MESSAGE_UNITS = 600;

/** What only happens in what is on the screen, which a newer swap isn't yet. */
const ON_SCREEN: ReadonlySet<Phase> = new Set<Phase>(['effect', 'handler']);

export type Phase = Problem['phase'];
export type Problems = {
  /** `position` is where it was thrown, for what doesn't say so itself. */
  report(phase: Phase, error: unknown, component?: string, position?: Position): void;
  /** The swap that later problems happen in. */
  setSeq(seq: number): void;
  /** The swap whose effects and handlers run from now on: those before it go on until it is in place. */
  setPlaced(seq: number): void;
};

/**
 * Tells the host what went wrong in generated code: once for each swap, and at most as often as above.
 * `now` is a clock in milliseconds; `declared` says where a component stands, for what has no stack of its own.
 */
export function createProblems(send: (problem: Problem) => void, now: () => number, declared: (component: string) => Position | undefined = () => undefined): Problems {
  const said = new Set<string>();
  let seq = 0;
  let placed = 0;
  let credit = BURST;
  let paidAt = now();

  function maySpeak(): boolean {
    const time = now();
    credit = Math.min(BURST, credit + ((time - paidAt) * PER_SECOND) / 1_000);
    paidAt = time;
    if (credit < 1) return false;
    credit -= 1;
    return true;
  }

  return {
    report(phase, error, at, position) {
      // What draws itself without an end is held by something further up, which isn't to blame.
      const component = error instanceof EndlessPart ? error.component : at;
      const problem = toProblem(phase, error, ON_SCREEN.has(phase) ? placed : seq, component);
      if (problem.line === undefined) Object.assign(problem, position ?? (component && declared(component)));
      // What was said of the swap before is news of this one.
      const key = `${problem.seq} ${problem.phase} ${problem.file} ${problem.line} ${problem.message} ${component}`;
      if (said.has(key) || !maySpeak()) return;
      said.add(key);
      send(problem);
    },
    setSeq(next) {
      if (next !== seq) said.clear();
      seq = next;
    },
    setPlaced(next) {
      placed = next;
    },
  };
}

function toProblem(phase: Phase, error: unknown, seq: number, component: string | undefined): Problem {
  const message = messageOf(error).slice(0, MAX_MESSAGE_UNITS);
  const named = component ? { component: component.slice(0, 200) } : {};
  if (error instanceof Stopped) return { phase: error.phase, message, ...(error.position ?? positionInSource(error)), ...named, seq };
  return { phase, message, ...positionInSource(error), ...named, seq };
}

/** React's production build says numbers; these are the ones that generated code can reach. */
const REACT_ERRORS: Record<string, string> = {
  31: 'An object was used as a child; show one of its fields.',
  130: 'An element has no component: its name stands for nothing.',
  185: 'It sets state again and again; set state in a handler, or give the effect its dependencies.',
  300: 'A hook is called only sometimes; call hooks in the same order in every render.',
  301: 'It sets state while it renders, again and again; set state in a handler or an effect.',
  310: 'A hook is called only sometimes; call hooks in the same order in every render.',
};

/** What engines say where one of their own limits is met. */
const ENGINE_ERRORS: Record<string, string> = {
  'Maximum call stack size exceeded': 'A function calls itself without an end.',
  'too much recursion': 'A function calls itself without an end.',
  'Invalid string length': 'A text grew longer than a text can be.',
};

function messageOf(error: unknown): string {
  const text = textOf(error);
  const number = /^Minified React error #(\d+)/.exec(text)?.[1];
  return (number && REACT_ERRORS[number]) || ENGINE_ERRORS[text] || text;
}

/** Anything can be thrown, also what has no text. */
function textOf(error: unknown): string {
  try {
    if (error instanceof Error) return error.message || error.name;
    return typeof error === 'object' && error ? JSON.stringify(error) : String(error);
  } catch {
    return 'Something was thrown that has no text.';
  }
}
