/**
 * A part of the runtime that the host sends beside the first paint: too heavy to be waited for, and rarely needed at once.
 * It lies here as text and is evaluated when a program first needs it.
 */
export type LateBundle<T> = {
  /** What it gave; null before it was evaluated. */
  given(): T | null;
  /** Evaluates it now where its text is here, and answers with what it gave. */
  load(): T | null;
  /** Evaluates it in a task of its own, as soon as its text is here. */
  want(): void;
  /** Its text. Only the first counts. */
  receive(text: string): void;
  /** Calls back each time that `given` has something new; answers with what ends that. */
  subscribe(listener: () => void): () => void;
};

type Later = (callback: () => void) => void;

/** `later` runs in a task of its own: a frame with skeletons is painted before the evaluation holds everything up. */
export function createLateBundle<T>(evaluate: (text: string) => T, later: Later): LateBundle<T> {
  let text: string | null = null;
  let value: T | null = null;
  let wanted = false;
  const listeners = new Set<() => void>();

  function load(): T | null {
    if (text === null) return value;
    const source = text;
    text = null;
    value = evaluate(source);
    // Not at once: a load may be in the middle of a render, which must not set another component's state.
    later(() => listeners.forEach((listener) => listener()));
    return value;
  }

  return {
    given: () => value,
    load,
    want() {
      if (wanted) return;
      wanted = true;
      if (text !== null) later(load);
    },
    receive(given) {
      if (text !== null || value !== null) return;
      text = given;
      if (wanted) later(load);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
