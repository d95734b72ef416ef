import type { ReplyChunk } from '../model/messages';
import type { Source } from '../program/program';
import { ReplyParser } from '../reply/reply-parser';

/**
 * Folds a reply's chunks into the Source as it is being written. Every round of a reply is a text part of its own, and
 * each begins on what the one before it left (a repair edits the draft).
 */
export class DraftReader {
  #parser: ReplyParser;
  #source: Source;
  readonly #onSource: (source: Source, ended: boolean) => void;

  constructor(base: Source, onSource: (source: Source, ended: boolean) => void) {
    this.#source = base;
    this.#parser = new ReplyParser(base);
    this.#onSource = onSource;
  }

  read(chunk: ReplyChunk): void {
    if (chunk.type === 'text-start') this.#parser = new ReplyParser(this.#source);
    else if (chunk.type === 'text-delta') {
      this.#parser.write(chunk.delta);
      this.#moved(false);
    } else if (chunk.type === 'text-end') {
      this.#parser.end();
      this.#moved(false);
    } else if (chunk.type === 'finish' && chunk.messageMetadata?.state === 'done') {
      // Only then is it whole: what is missing in a text that was stopped or broke off is still to come, not wrong.
      this.#moved(true);
    }
  }

  #moved(ended: boolean): void {
    const source = this.#parser.source;
    if (!ended && source === this.#source) return;
    this.#source = source;
    this.#onSource(source, ended);
  }
}
