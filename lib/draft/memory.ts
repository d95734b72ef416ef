import type { Found } from './findings';

/** What was found whole: where it ends, what was found in it, and the last place in it where the text could be cut. */
export type Known = {
  end: number;
  /** How far the text had been looked at by then. */
  furthest: number;
  found: Found;
  cut: { position: number; suffix: string } | null;
};

export type KnownKind = 'statement' | 'element' | 'row';

/** Characters that may be looked at beyond the furthest place: those of a word, an operator, a closing tag. */
const AHEAD = 24;

/**
 * What earlier scans found whole, by where it begins. What has ended stays as it is whatever text follows, so a scan of a text
 * that grew steps over it at once; where the text was changed, what lies before the change stays known.
 */
export class Memory {
  readonly #known: Record<KnownKind, Map<number, Known>> = { statement: new Map(), element: new Map(), row: new Map() };
  #text = '';

  /** Names the text that is scanned next. */
  turnTo(text: string): void {
    if (!text.startsWith(this.#text)) this.#forgetFrom(firstDifference(text, this.#text));
    this.#text = text;
  }

  at(kind: KnownKind, start: number): Known | undefined {
    return this.#known[kind].get(start);
  }

  keep(kind: KnownKind, start: number, known: Known): void {
    this.#known[kind].set(start, known);
  }

  #forgetFrom(difference: number): void {
    for (const known of Object.values(this.#known)) {
      for (const [start, { furthest }] of known) if (furthest + AHEAD > difference) known.delete(start);
    }
  }
}

function firstDifference(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return at;
  return length;
}
