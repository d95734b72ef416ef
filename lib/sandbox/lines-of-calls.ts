/** Calls of a frame whose place in the ledger is remembered: more than any screen shows at a time. */
const MAX_CALLS = 5_000;

/** Where the calls of one frame stand in the ledger. The guest names a call by its number only, so it can't name another program's. */
export class LinesOfCalls {
  readonly #lines = new Map<number, string>();

  add(callId: number, line: string): void {
    this.#lines.set(callId, line);
    if (this.#lines.size > MAX_CALLS) this.#lines.delete(this.#lines.keys().next().value!);
  }

  /** Null for one that isn't on record: it was cancelled, or is under way. */
  of(callId: number): string | null {
    return this.#lines.get(callId) ?? null;
  }
}
