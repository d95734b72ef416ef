import type { ReplyChunk } from '../model/messages';
import type { Store } from '../store';

/**
 * Writes a reply's chunks to its log in order, one insert at a time: whatever comes while one is on its way goes into the
 * next. So a slow disk makes inserts larger, not a queue longer.
 */
export class ChunkLog {
  readonly #append: (chunks: ReplyChunk[]) => Promise<unknown>;
  #pending: ReplyChunk[] = [];
  #writing: Promise<void> | null = null;

  constructor(store: Store, replyId: string) {
    this.#append = (chunks) => store.replies.append(replyId, chunks);
  }

  write(chunk: ReplyChunk): void {
    this.#pending.push(chunk);
    this.#writing ??= this.#drain();
  }

  /** Resolves when everything written so far is kept. Rejects with the store's error. */
  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  async #drain(): Promise<void> {
    try {
      while (this.#pending.length > 0) await this.#append(this.#pending.splice(0));
    } finally {
      this.#writing = null;
    }
  }
}
