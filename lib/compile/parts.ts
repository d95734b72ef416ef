import { GLOBAL_NAMES } from './globals';
import { hash } from './hash';
import type { Use } from './names';
import type { Segment } from './segment';

/**
 * The top-level statements of a file and what each of them needs of the others, so that a hash can be given of a
 * declaration and of everything it is made of.
 */
export class Parts {
  readonly #segments: readonly Segment[];
  readonly #declaredIn = new Map<string, number>();
  readonly #components: ReadonlySet<string>;

  /** `components` are the file's own: each is rendered by itself. */
  constructor(segments: readonly Segment[], components: Iterable<string> = []) {
    this.#components = new Set(components);
    this.#segments = segments;
    segments.forEach(({ names, import: clause }, index) => {
      const declared = clause ? clause.names.map(({ local }) => local) : names.declared;
      for (const name of declared) if (!this.#declaredIn.has(name) || !clause) this.#declaredIn.set(name, index);
    });
  }

  /** True where the file declares the name itself, or imports it. */
  declares(name: string): boolean {
    return this.#declaredIn.has(name);
  }

  /** Hash of the declaration of `name` and of all it uses, or null where nothing of that name is declared. */
  hashOf(name: string): string | null {
    return hashOf(this.#needed(name));
  }

  /** Names from outside that `name` uses, itself or through what it uses. */
  freeOf(name: string): string[] {
    return this.#freeOf(this.#needed(name));
  }

  /**
   * What a component is: its hash, null where its text doesn't tell (it uses what may be set anew), and the names from
   * outside that it uses. Another component that stands in it as a tag isn't part of it.
   */
  component(name: string): { hash: string | null; needs: string[] } {
    const needed = this.#needed(name, (use) => !use.tag || !this.#components.has(use.name));
    return { hash: needed?.every(({ isMutable }) => !isMutable) ? hashOf(needed) : null, needs: this.#freeOf(needed) };
  }

  #freeOf(segments: readonly Segment[] | null): string[] {
    const used = (segments ?? []).flatMap(({ names }) => names.uses.map((use) => use.name));
    return [...new Set(used)].filter((one) => !this.#declaredIn.has(one) && !GLOBAL_NAMES.has(one));
  }

  /** The statement of `name` and those it needs, directly or not, in the order they stand. */
  #needed(name: string, counts: (use: Use) => boolean = () => true): Segment[] | null {
    const first = this.#declaredIn.get(name);
    if (first === undefined) return null;
    const found = new Set([first]);
    for (const index of found) {
      for (const use of this.#segments[index]!.names.uses) {
        const next = counts(use) ? this.#declaredIn.get(use.name) : undefined;
        if (next !== undefined) found.add(next);
      }
    }
    return [...found].sort((a, b) => a - b).map((index) => this.#segments[index]!);
  }
}

function hashOf(segments: readonly Segment[] | null): string | null {
  return segments && hash(segments.map((segment) => segment.hash).join());
}
