/**
 * Where generated code runs. Each place (the frame, the server's isolate) keeps this contract, and one suite of tests
 * (`place-suite.ts`) runs on all of them. Nothing that a run does or meets makes a place reject: every ending is an outcome.
 */
import type { Call, CallAnswer } from '../bridge/messages';

/** A connection as it is granted to a run: its identifier, and the operations that it has. `sql` is a template tag. */
export type PlaceBinding = { name: string; operations: readonly string[] };

export type PlaceRun = {
  /**
   * JavaScript, types taken off and lines where they were. Without `call` a snippet: its value is what it returns or what
   * its last expression is, and `await` may stand anywhere. With `call` a module, of which one exported function is called.
   */
  code: string;
  call?: { name: string; args: unknown };
  bindings: readonly PlaceBinding[];
  limits?: Partial<RunLimits>;
  /**
   * Decides and makes a call outside. `signal` fires when the run is over and nobody waits for the answer any more. `hold`
   * stops the run's clock, since a person is waited for, until what it gives is called.
   */
  onCall(call: Call, signal: AbortSignal, hold: () => () => void): Promise<CallAnswer>;
  /** Ends the run with `cancelled`. */
  signal?: AbortSignal;
};

export type RunLimits = {
  /** Milliseconds by the clock, waiting for calls included, waiting for a person not. */
  ms: number;
  /** Bytes of the program's own heap. */
  memoryBytes: number;
  /** Bytes of stack, for recursion. */
  stackBytes: number;
  calls: number;
  /** UTF-16 units of the code. */
  codeUnits: number;
  /** UTF-16 units of one call's arguments as JSON, and of all together. */
  callUnits: number;
  allCallsUnits: number;
  /** UTF-16 units of one answer as JSON, and of all together. */
  answerUnits: number;
  allAnswersUnits: number;
  /** UTF-16 units of the value as JSON. */
  valueUnits: number;
  consoleLines: number;
  /** UTF-16 units of one line of the console, and of all together. */
  consoleLineUnits: number;
  consoleUnits: number;
};

export type ConsoleLevel = 'debug' | 'log' | 'info' | 'warn' | 'error';
export type ConsoleLine = { level: ConsoleLevel; text: string };

/** A call that a run made. `outcome` is `ok`, `open` where the run ended before its answer, or the code of its error. */
export type CallMade = { binding: string; operation: string; outcome: string; rows: number; ms: number };

export type RunErrorCode =
  /** The code can't be read as JavaScript, or isn't of the form that was asked for. */
  | 'syntax'
  /** The code threw, and nothing caught it. Where that was an error of a call, the code is that error's own. */
  | 'threw'
  | 'limit-time'
  | 'limit-memory'
  | 'limit-stack'
  | 'limit-calls'
  | 'limit-bytes'
  /** The value isn't JSON. */
  | 'bad-value'
  /** It waits for something that nothing can bring about any more. */
  | 'never-settles'
  | 'cancelled'
  /** The place broke; the run may be tried again. */
  | 'crashed'
  /** Too many runs at a time. */
  | 'busy'
  | 'closed';

export type RunError = {
  /** A RunErrorCode, or the code of the call whose error wasn't caught. */
  code: string;
  message: string;
  hint?: string;
  retryable: boolean;
  /** What the outside system answered with, where the error is a call's. */
  status?: number;
  /** Counts from 1, in the code as it was handed in. */
  line?: number;
};

/**
 * `calls` and `console` are what there was until the end, whatever the end. `ms` is by the clock, without the wait for a
 * turn.
 */
type RunRecord = { console: ConsoleLine[]; calls: CallMade[]; ms: number };
export type RunOutcome = RunRecord & ({ ok: true; value: unknown } | { ok: false; error: RunError });

export type Place = {
  /** Never rejects. */
  run(run: PlaceRun): Promise<RunOutcome>;
  /** Ends what runs with `closed`, and all that the place holds. */
  close(): Promise<void>;
};
