/** Reads SEARCH/REPLACE blocks, one whole line at a time. */

export type EditBlock = {
  search: string[];
  replace: string[];
  /** Line of the reply that its SEARCH marker stands in. */
  line: number;
};

export type EditEvent = { kind: 'block'; block: EditBlock } | { kind: 'stray'; line: number };

const SEARCH = /^\s*<{5,9} ?SEARCH\s*$/i;
const DIVIDER = /^\s*={5,9}\s*$/;
const REPLACE = /^\s*>{5,9} ?REPLACE\s*$/i;

export class EditBlocks {
  #block: EditBlock | null = null;
  #part: 'search' | 'replace' = 'search';
  #strayTold = false;

  /** True between a SEARCH marker and the end of its block. */
  get open(): boolean {
    return this.#block !== null;
  }

  /** Takes a line; answers a block when the line closes one, or the first line that stands outside of any block. */
  take(text: string, line: number): EditEvent | null {
    const block = this.#block;
    if (!block) return this.#outside(text, line);
    if (this.#part === 'search' && DIVIDER.test(text)) this.#part = 'replace';
    else if (this.#part === 'replace' && REPLACE.test(text)) {
      this.#block = null;
      return { kind: 'block', block };
    } else block[this.#part].push(text);
    return null;
  }

  #outside(text: string, line: number): EditEvent | null {
    if (SEARCH.test(text)) {
      this.#block = { search: [], replace: [], line };
      this.#part = 'search';
      return null;
    }
    if (this.#strayTold || text.trim() === '') return null;
    this.#strayTold = true;
    return { kind: 'stray', line };
  }
}
