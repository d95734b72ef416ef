/** What passes between the pool and one of its threads. Values travel as JSON text: it is written once and read once. */
import type { ConsoleLevel, PlaceBinding, RunError, RunLimits } from '../place.ts';

/** The compiled engine and the memory of an instance in which the guest's own code has run. Made once, shared by all threads. */
export type Warm = {
  engine: WebAssembly.Module;
  image: MemoryImage;
};

/** An instance's memory as far as it differs from that of a new one. */
export type MemoryImage = {
  byteLength: number;
  /** Offsets of pages that differ, and their bytes one after another. */
  offsets: number[];
  pages: Uint8Array;
  stackPointer: number;
  runtimePtr: number;
  contextPtr: number;
  /** Where the guest's functions are found again. */
  handles: Record<'begin' | 'follow' | 'settle' | 'take', number>;
};

export type RunRequest = {
  run: number;
  code: string;
  /** `args` is JSON. */
  call: { name: string; args: string } | null;
  bindings: readonly PlaceBinding[];
  limits: RunLimits;
  /** For `Math.random`: every instance starts from the same memory. */
  seeds: number[];
};

/** `json` is absent where the value is undefined. */
export type GuestOutcome = { ok: true; json?: string } | { ok: false; error: RunError };

export type ToThread =
  | { type: 'run'; request: RunRequest }
  /** `json` is a list of `[id, 1, value]` and `[id, 0, error]`. `heldMs` is for how long its clock was stopped so far. */
  | { type: 'answers'; run: number; json: string; heldMs: number }
  | { type: 'stop'; run: number };

export type FromThread =
  /** `stop` holds the number of the run that is to stop. */
  | { type: 'ready'; warm: Warm; stop: Int32Array<SharedArrayBuffer> }
  /** `json` is a list of `[id, binding, operation, arguments]`, written by the guest. */
  | { type: 'calls'; run: number; json: string }
  | { type: 'line'; run: number; level: ConsoleLevel; text: string }
  | { type: 'ended'; run: number; outcome: GuestOutcome }
  /** The next instance is there. */
  | { type: 'free' };
