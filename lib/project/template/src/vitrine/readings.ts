type State = { value: unknown; hasValue: boolean; error: Error | undefined; pending: boolean };

/** One function with one set of arguments, called once for all who show it. */
type Reading = {
  state(): State;
  subscribe(listener: () => void): () => void;
  hold(): () => void;
  reload(): void;
  isHeld(): boolean;
};

/** Values that nothing shows any more but may soon again (a filter set back). */
const KEPT = 60;

const readings = new Map<string, Reading>();

export function readingOf(key: string, start: () => Promise<unknown>): Reading {
  const known = readings.get(key);
  if (known) return known;
  const made = createReading(start);
  readings.set(key, made);
  for (const [old, reading] of readings) {
    if (readings.size <= KEPT) break;
    if (!reading.isHeld() && reading !== made) readings.delete(old);
  }
  return made;
}

/** Reads everything that is shown once more: something outside was changed. */
export function reloadAll(): void {
  for (const [key, reading] of readings) {
    if (reading.isHeld()) reading.reload();
    else readings.delete(key);
  }
}

function createReading(start: () => Promise<unknown>): Reading {
  const listeners = new Set<() => void>();
  let state: State = { value: undefined, hasValue: false, error: undefined, pending: true };
  let holders = 0;
  let run = 0;

  function become(next: State): void {
    state = next;
    for (const listener of listeners) listener();
  }

  function reload(): void {
    const own = ++run;
    if (!state.pending) become({ ...state, pending: true });
    // Async, so that what is thrown at once is a rejection too.
    (async () => start())().then(
      (value) => own === run && become({ value, hasValue: true, error: undefined, pending: false }),
      (error: unknown) => own === run && become({ ...state, error: error instanceof Error ? error : new Error(String(error)), pending: false }),
    );
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    hold() {
      holders += 1;
      if (run === 0) reload();
      return () => void (holders -= 1);
    },
    reload,
    isHeld: () => holders > 0,
  };
}
