import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type DataFunction, keyOf } from './data-functions';
import { reloadAll, readingOf } from './readings';
import { snapshot } from './snapshot';

/** Reads: calls a function of data.ts when it is shown, and again whenever the arguments change. */
export function useData(read: DataFunction, args?: unknown) {
  const reading = readingOf(keyOf(read, args), () => read(args ?? {}));
  const state = useSyncExternalStore(reading.subscribe, reading.state);
  useEffect(() => reading.hold(), [reading]);
  const earlier = useRef<unknown>(undefined);
  useEffect(() => {
    if (state.hasValue) earlier.current = state.value;
  }, [state]);
  return useMemo(() => {
    const isStale = !state.hasValue && state.pending && earlier.current !== undefined;
    const data = state.hasValue ? state.value : isStale ? earlier.current : undefined;
    const { error, pending } = state;
    return { data, error, pending, isStale, isLoading: pending && !state.hasValue && !isStale, reload: reading.reload, refetch: reading.reload };
  }, [reading, state]);
}

/** Changes something outside: nothing happens before `run`. Afterwards everything that is shown is read once more. */
export function useAction(write: (...args: any[]) => Promise<any>) {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<Error | undefined>(undefined);
  const latest = useRef(write);
  useEffect(() => void (latest.current = write));
  const run = useCallback((...args: unknown[]) => {
    const result = (async () => {
      setRunning((n) => n + 1);
      setError(undefined);
      try {
        const value: unknown = await latest.current(...args);
        reloadAll();
        return value;
      } catch (thrown) {
        setError(thrown instanceof Error ? thrown : new Error(String(thrown)));
        throw thrown;
      } finally {
        setRunning((n) => n - 1);
      }
    })();
    // Its failure is shown by `error`, so a caller who doesn't look at the promise has missed nothing.
    result.catch(() => {});
    return result;
  }, []);
  return { run, pending: running > 0, error };
}

const shared = new Map(Object.entries(snapshot.shared));
const listeners = new Set<() => void>();

/** State that all of this page see; as it was when the project was made, and kept until the page is closed. */
export function useShared<Value>(key: string, initial: Value) {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (shared.has(key) ? (shared.get(key) as Value) : initial),
  );
  const first = useRef(initial);
  const set = useCallback(
    (next: Value | ((now: Value) => Value)) => {
      const now = shared.has(key) ? (shared.get(key) as Value) : first.current;
      shared.set(key, typeof next === 'function' ? (next as (now: Value) => Value)(now) : next);
      for (const listener of listeners) listener();
    },
    [key],
  );
  return [value, set] as const;
}
