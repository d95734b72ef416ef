import { MAX_NOTES } from './limits';

/** What could not be read, in words for a person: each said once, at most MAX_NOTES of them. */
export class Notes {
  readonly #said = new Set<string>();
  #more = 0;

  add(note: string): void {
    if (this.#said.has(note)) return;
    if (this.#said.size < MAX_NOTES) this.#said.add(note);
    else this.#more++;
  }

  all(): string[] {
    return this.#more > 0 ? [...this.#said, `And ${this.#more} more.`] : [...this.#said];
  }
}
