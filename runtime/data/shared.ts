import { useCallback, useRef, useSyncExternalStore } from 'react';

/** A slider that is dragged changes sixty times a second; the others needn't see each step. */
const SEND_AFTER_MS = 80;

export type UseShared = (key: string, initial: unknown) => [value: unknown, set: (next: unknown) => void];

export type SharedState = {
  /** The host's word: the value as it was when the frame began, as others changed it, or as it stays after a refusal. */
  receive(key: string, value: unknown): void;
  useShared: UseShared;
};

/** State kept with the program. What is set here is shown at once and sent to the host soon after. */
export function createSharedState(
  send: (key: string, value: unknown) => void,
  later: (callback: () => void, ms: number) => void,
): SharedState {
  const values = new Map<string, unknown>();
  const listeners = new Map<string, Set<() => void>>();
  const unsent = new Set<string>();

  function become(key: string, value: unknown): void {
    values.set(key, value);
    for (const listener of listeners.get(key) ?? []) listener();
  }

  function sendSoon(key: string): void {
    if (unsent.has(key)) return;
    unsent.add(key);
    later(() => {
      unsent.delete(key);
      send(key, JSON.parse(JSON.stringify(values.get(key) ?? null)));
    }, SEND_AFTER_MS);
  }

  function subscribe(key: string, listener: () => void): () => void {
    const all = listeners.get(key) ?? new Set();
    listeners.set(key, all.add(listener));
    return () => all.delete(listener);
  }

  return {
    receive(key, value) {
      // What is being set here is newer than what the host has heard of.
      if (!unsent.has(key)) become(key, value);
    },
    useShared(key, initial) {
      const listen = useCallback((listener: () => void) => subscribe(key, listener), [key]);
      const stored = useSyncExternalStore(listen, () => (values.has(key) ? values.get(key) : UNSET));
      const value = stored === UNSET ? initial : stored;
      const first = useRef(initial);
      const set = useCallback(
        (next: unknown) => {
          const now = values.has(key) ? values.get(key) : first.current;
          become(key, typeof next === 'function' ? next(now) : next);
          sendSoon(key);
        },
        [key],
      );
      return [value, set];
    },
  };
}

const UNSET = Symbol('unset');
