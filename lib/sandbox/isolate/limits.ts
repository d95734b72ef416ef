/** What a run in an isolate may take. Each run may be given other figures; these are what it gets unasked. */
import type { RunLimits } from '../place.ts';

export const DEFAULT_LIMITS: RunLimits = {
  /** A few slow calls in a row (a query has 5 s), and less than what a person waits for without wondering. */
  ms: 30_000,
  /** An answer of 8 MB as text and as objects, and a copy of it; thirty threads of it fit a small server's memory. */
  memoryBytes: 128 * 1024 * 1024,
  /** Some thousand calls deep. The engine's own stack is 1 MiB, and what is native needs the rest. */
  stackBytes: 256 * 1024,
  /** More than a loop over a page of rows; who needs more should ask for many things in one call. */
  calls: 1_000,
  /** A hundred times what a model writes at once. */
  codeUnits: 256 * 1024,
  /** As in the frame. */
  callUnits: 256 * 1024,
  allCallsUnits: 8_000_000,
  /** The largest result of a query is 8 MB; an API's answer may be twice that. */
  answerUnits: 16_000_000,
  allAnswersUnits: 64_000_000,
  /** As large as the largest result of a query. */
  valueUnits: 8_000_000,
  /** Nobody reads more, and a model pays for each line. */
  consoleLines: 500,
  consoleLineUnits: 4_000,
  consoleUnits: 64_000,
};

/** No caller's figure goes above: ten minutes hold a thread, and memory is given to each thread. */
export const HIGHEST_LIMITS: RunLimits = {
  ms: 600_000,
  memoryBytes: 512 * 1024 * 1024,
  calls: 100_000,
  codeUnits: 4_000_000,
  callUnits: 16_000_000,
  allCallsUnits: 64_000_000,
  answerUnits: 64_000_000,
  allAnswersUnits: 256_000_000,
  valueUnits: 64_000_000,
  consoleLines: 10_000,
  consoleLineUnits: 1_000_000,
  consoleUnits: 4_000_000,
  /** What the engine allows. */
  stackBytes: 512 * 1024,
};

/**
 * Milliseconds that a guest has to stop by itself once its time is over: the engine asks whether to go on every ten thousand
 * steps. A thread that is in the middle of something long (a sort, a huge string) is ended then.
 */
export const STOP_GRACE_MS = 4;

/** Milliseconds a guest has that was stopped from outside, so as to keep its thread: a new one takes a hundred. */
export const CANCEL_GRACE_MS = 10;

/** Milliseconds a thread may take for its next instance. Beyond, something is wrong with it, and it is replaced. */
export const REFILL_MS = 5_000;

/** Milliseconds the first thread may take to start: it makes the snapshot. */
export const START_MS = 20_000;

/** Runs that wait for a thread. Each keeps a person waiting; more would be told too late. */
export const MAX_WAITING = 100;

/** Milliseconds a run waits for a thread. */
export const MAX_WAIT_MS = 10_000;

/** Nesting of arguments and values: deeper than anything a person would write or read. */
export const MAX_DEPTH = 100;

/** UTF-16 units of a message of an error; the rest says nothing new. */
export const MAX_MESSAGE_UNITS = 4_000;

/** Megabytes of a thread's own heap, besides the instance's memory: texts of calls and answers on their way. */
export const THREAD_HEAP_MB = 512;

/** The limits of a run: its own where they're sensible figures, no more than the highest. */
export function limitsOf(own: Partial<RunLimits> = {}): RunLimits {
  const limits = { ...DEFAULT_LIMITS };
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof RunLimits)[]) {
    const figure = own[name];
    if (typeof figure === 'number' && figure >= 0) limits[name] = Math.floor(Math.min(figure, HIGHEST_LIMITS[name]));
  }
  return limits;
}
