import type { Draft } from '../draft/complete';
import { hash } from './hash';
import { GLOBAL_NAMES } from './globals';
import type { Names } from './names';

type Statement = { start: number; end: number; needs: Set<number>; free: string[] };

/**
 * The top-level statements of a file and what each of them needs of the others, so that a hash can be given of a
 * declaration and of everything it is made of.
 */
export class Parts {
  readonly #code: string;
  readonly #statements: Statement[];
  readonly #declaredIn = new Map<string, number>();

  constructor(draft: Draft, names: Names) {
    this.#code = draft.code;
    this.#statements = draft.statements.map(({ start, end }) => ({ start, end, needs: new Set(), free: [] }));
    for (const { name, at } of names.topLevel) this.#declaredIn.set(name, this.#at(at));
    for (const { name, at } of names.internal) this.#statements[this.#at(at)]?.needs.add(this.#declaredIn.get(name)!);
    for (const { name, at } of names.free) this.#statements[this.#at(at)]?.free.push(name);
  }

  /** Hash of the declaration of `name` and of all it uses, or null where nothing of that name is declared. */
  hashOf(name: string): string | null {
    const needed = this.#needed(name);
    return needed && hash(needed.map(({ start, end }) => this.#code.slice(start, end)).join('\n'));
  }

  /** True where all that `name` is made of is declared, `known` from outside, or a global. */
  isComplete(name: string, known: (name: string) => boolean): boolean {
    return this.#needed(name)?.every(({ free }) => free.every((used) => GLOBAL_NAMES.has(used) || known(used))) ?? false;
  }

  /** The statement of `name` and those it needs, directly or not, in the order they stand. */
  #needed(name: string): Statement[] | null {
    const first = this.#declaredIn.get(name);
    if (first === undefined || first < 0) return null;
    const found = new Set([first]);
    for (const index of found) for (const next of this.#statements[index]!.needs) if (next >= 0) found.add(next);
    return [...found].sort((a, b) => a - b).map((index) => this.#statements[index]!);
  }

  #at(offset: number): number {
    return this.#statements.findLastIndex(({ start, end }) => start <= offset && offset < end);
  }
}
