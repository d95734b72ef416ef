/** Which documents have a term, and how much it says about each. Documents are numbers from 0 on. */
export class Postings {
  readonly #lists = new Map<string, { ids: number[]; weights: number[]; names: number[] }>();
  #documents = 0;

  /** The terms of the next document. */
  add(terms: ReadonlyMap<string, Weight>): void {
    const id = this.#documents++;
    for (const [term, { weight, nameWords }] of terms) {
      let list = this.#lists.get(term);
      if (!list) this.#lists.set(term, (list = { ids: [], weights: [], names: [] }));
      list.ids.push(id);
      list.weights.push(weight);
      list.names.push(nameWords);
    }
  }

  get documents(): number {
    return this.#documents;
  }

  /**
   * How well each document fits a question. A unit of the question is a word with what else may be said for it: only the best of these
   * counts, and one that few documents have says more (log of the inverse frequency).
   */
  score(units: readonly Unit[]): Scores {
    const scores = new Float32Array(this.#documents);
    const matched = new Float32Array(this.#documents);
    const named = new Uint8Array(this.#documents);
    const best = new Float32Array(this.#documents);
    const inName = new Uint8Array(this.#documents);
    let total = 0;
    for (const { alternatives, weight } of units) {
      const touched: number[] = [];
      for (const [term, share] of alternatives) {
        const list = this.#lists.get(term);
        if (!list) continue;
        const worth = weight * share * Math.log(1 + this.#documents / list.ids.length);
        for (let i = 0; i < list.ids.length; i++) {
          const id = list.ids[i]!;
          const value = list.weights[i]! * worth;
          if (best[id] === 0) touched.push(id);
          if (value > best[id]!) best[id] = value;
          if (list.names[i]! > inName[id]!) inName[id] = list.names[i]!;
        }
      }
      if (touched.length === 0) continue; // Nobody has it: it tells nothing from nothing.
      const rarity = weight * Math.log(1 + this.#documents / touched.length);
      total += rarity;
      for (const id of touched) {
        scores[id]! += best[id]!;
        matched[id]! += rarity;
        named[id]! += inName[id]!;
        best[id] = 0;
        inName[id] = 0;
      }
    }
    return { scores, matched, named, total };
  }
}

/** What a term says about a document, and how many words of the document's name it stands for. */
export type Weight = { weight: number; nameWords: number };

export type Unit = { alternatives: ReadonlyMap<string, number>; weight: number };

export type Scores = {
  scores: Float32Array;
  /** What of `total` a document has at all. */
  matched: Float32Array;
  /** How many words of its name were asked for. */
  named: Uint8Array;
  total: number;
};
