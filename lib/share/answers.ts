import { FAILED_SECONDS, FRESH_SECONDS, MAX_KEPT_RESULTS, MAX_KEPT_UNITS } from './limits';

/** A result as it is sent: JSON, and when it was read. */
export type Answer = { ok: true; json: string; at: string } | { ok: false; code: string; retryable: boolean };

type Kept = { answer: Promise<Answer>; until: number; units: number };

/** Results between viewers: whoever asks what was just asked gets that answer, and of many who ask at a time one does it. */
export class Answers {
  readonly #kept = new Map<string, Kept>();
  #units = 0;

  /**
   * The answer under a key, made where there's none that is fresh. One that is `lasting` is fresh for ever, since its key changes with it.
   * `now` in milliseconds.
   */
  get(key: string, make: () => Promise<Answer>, lasting: boolean, now: () => number = Date.now): Promise<Answer> {
    const known = this.#kept.get(key);
    if (known && known.until > now()) {
      // The latest used is the last to go.
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.answer;
    }
    this.drop(key);
    const kept: Kept = { answer: make(), until: Infinity, units: 0 };
    this.#kept.set(key, kept);
    void kept.answer.then(
      (answer) => {
        kept.until = answer.ok ? (lasting ? Infinity : now() + FRESH_SECONDS * 1_000) : now() + FAILED_SECONDS * 1_000;
        if (this.#kept.get(key) === kept) this.#weigh(kept, answer.ok ? answer.json.length : 0);
      },
      () => this.#kept.get(key) === kept && this.drop(key),
    );
    return kept.answer;
  }

  /** Is it there, so that nobody has to be asked for it? */
  has(key: string, now = Date.now()): boolean {
    return (this.#kept.get(key)?.until ?? 0) > now;
  }

  drop(key: string): void {
    this.#units -= this.#kept.get(key)?.units ?? 0;
    this.#kept.delete(key);
  }

  #weigh(kept: Kept, units: number): void {
    kept.units = units;
    this.#units += units;
    for (const [oldest] of this.#kept) {
      if (this.#units <= MAX_KEPT_UNITS && this.#kept.size <= MAX_KEPT_RESULTS) return;
      this.drop(oldest);
    }
  }
}
