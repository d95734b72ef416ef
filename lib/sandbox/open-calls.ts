import type { Call, CallAnswer } from '../bridge/messages';

/** `givenUp` where somebody no longer waits for one of it, which may be held somewhere all the same. */
type Batch = { open: Set<number>; givenUp: boolean; abort: AbortController };

/** The calls of a frame that wait for an answer. Answers that come in one turn go back in one message. */
export class OpenCalls {
  readonly #batches = new Map<number, Batch>();
  readonly #send: (answers: CallAnswer[]) => void;
  #answers: CallAnswer[] = [];

  constructor(send: (answers: CallAnswer[]) => void) {
    this.#send = send;
  }

  /** Takes a batch in. `answer` is to be told each answer; `signal` fires when nobody waits for any of them any more. */
  begin(calls: readonly Call[]): { answer(answer: CallAnswer): void; signal: AbortSignal } {
    const batch: Batch = { open: new Set(calls.map(({ id }) => id)), givenUp: false, abort: new AbortController() };
    for (const id of batch.open) this.#batches.set(id, batch);
    const answer = (one: CallAnswer) => {
      if (!this.#end(batch, one.id)) return;
      this.#give(one);
      this.#settle(batch);
    };
    return { answer, signal: batch.abort.signal };
  }

  /** The request carries the whole batch, so it ends when nobody waits for any of it. */
  cancel(ids: readonly number[]): void {
    for (const id of ids) {
      const batch = this.#batches.get(id);
      if (!batch || !this.#end(batch, id)) continue;
      batch.givenUp = true;
      this.#settle(batch);
    }
  }

  cancelAll(): void {
    this.cancel([...this.#batches.keys()]);
  }

  #settle({ open, givenUp, abort }: Batch): void {
    if (givenUp && open.size === 0) abort.abort();
  }

  #end(batch: Batch, id: number): boolean {
    if (!batch.open.delete(id)) return false;
    if (this.#batches.get(id) === batch) this.#batches.delete(id);
    return true;
  }

  #give(answer: CallAnswer): void {
    if (this.#answers.push(answer) > 1) return;
    queueMicrotask(() => {
      const answers = this.#answers;
      this.#answers = [];
      this.#send(answers);
    });
  }
}
