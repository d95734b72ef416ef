import { isNoProblem } from './call-failed';
import type { Origins } from './origins';
import type { Invocation } from './data-module';

/** Values that nothing on the screen shows any more but may soon again (a filter set back). */
const MAX_KEPT = 60;

export type ReadingState = { value: unknown; hasValue: boolean; error: Error | undefined; pending: boolean };

/** One function with one set of arguments, called once for all who show it. */
export type Reading = {
  state(): ReadingState;
  subscribe(listener: () => void): () => void;
  /** Begins the call where it wasn't made; cancelled when the last holder releases it before it's there. */
  hold(): () => void;
  reload(): void;
  /** The calls that gave what `state` says. */
  calls(): number[];
};

export type Readings = {
  of(key: string, start: () => Invocation): Reading;
  /** Reads everything that is shown once more: something outside was changed. */
  reloadAll(): void;
};

/** All readings of the guest. `onFailed` hears each failure once. */
export function createReadings(onFailed: (error: unknown) => void, origins: Origins = new WeakMap()): Readings {
  const entries = new Map<string, Entry>();
  function forgetOldest(): void {
    for (const [key, old] of entries) {
      if (entries.size <= MAX_KEPT) return;
      if (!old.isHeld()) entries.delete(key);
    }
  }

  return {
    of(key, start) {
      const known = entries.get(key);
      if (known) return known;
      const entry: Entry = new Entry(start, onFailed, origins, () => {
        if (entries.get(key) === entry) entries.delete(key);
      });
      entries.set(key, entry);
      forgetOldest();
      return entry;
    },
    reloadAll() {
      for (const [key, one] of entries) {
        if (one.isHeld()) one.reload();
        else entries.delete(key);
      }
    },
  };
}

class Entry implements Reading {
  readonly #start: () => Invocation;
  readonly #onFailed: (error: unknown) => void;
  readonly #onAbandoned: () => void;
  readonly #origins: Origins;
  readonly #listeners = new Set<() => void>();
  // An object of its own: React takes the same one for no change, and leaves out the effect that makes the call.
  #state: ReadingState = { value: undefined, hasValue: false, error: undefined, pending: true };
  #running: Invocation | null = null;
  /** The run whose end is shown. */
  #ended: Invocation | null = null;
  #holders = 0;

  constructor(start: () => Invocation, onFailed: (error: unknown) => void, origins: Origins, onAbandoned: () => void) {
    this.#start = start;
    this.#onFailed = onFailed;
    this.#origins = origins;
    this.#onAbandoned = onAbandoned;
  }

  readonly state = (): ReadingState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly hold = (): (() => void) => {
    this.#holders += 1;
    if (!this.#running && !this.#state.hasValue) this.#run();
    return () => {
      this.#holders -= 1;
      // A component that is mounted anew lets go and holds again in one commit.
      queueMicrotask(() => this.#abandonIfUnheld());
    };
  };

  readonly reload = (): void => {
    this.#running?.stop();
    this.#run();
  };

  readonly calls = (): number[] => (this.#ended ?? this.#running)?.calls() ?? [];

  isHeld(): boolean {
    return this.#holders > 0;
  }

  #abandonIfUnheld(): void {
    if (this.isHeld() || this.#state.hasValue) return;
    this.#onAbandoned();
    const running = this.#running;
    this.#running = null;
    running?.stop();
  }

  #run(): void {
    const running = this.#start();
    this.#running = running;
    if (!this.#state.pending) this.#become({ ...this.#state, pending: true });
    running.result.then(
      (value) => this.#settle(running, { value, hasValue: true, error: undefined, pending: false }),
      (error: unknown) => {
        if (this.#settle(running, { ...this.#state, error: asError(error), pending: false }) && !isNoProblem(error)) this.#onFailed(error);
      },
    );
  }

  /** False for the end of a run that was overtaken by a newer one. */
  #settle(running: Invocation, state: ReadingState): boolean {
    if (this.#running !== running) return false;
    this.#running = null;
    this.#ended = running;
    // One value may be given by two functions; then it is told of the later.
    if (state.hasValue && typeof state.value === 'object' && state.value !== null) this.#origins.set(state.value, this);
    this.#become(state);
    return true;
  }

  #become(state: ReadingState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
