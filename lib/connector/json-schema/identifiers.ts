import { isPrototypeName } from './json-value';
import { MAX_NAME_UNITS } from './limits';

/** `issues/list-for-repo` → `issuesListForRepo`; `GET_DeleteVpc` → `getDeleteVpc`. Empty where nothing is left. */
export function camelCase(name: string): string {
  const words = wordsOf(name);
  return words.map((word, i) => (i > 0 ? capital(word) : small(word))).join('').slice(0, MAX_NAME_UNITS);
}

/** `simple-user` → `SimpleUser`. */
export function pascalCase(name: string): string {
  return wordsOf(name).map(capital).join('').slice(0, MAX_NAME_UNITS);
}

/** Only ASCII: anything else in a name of code is a riddle to read and to type. Accents go, other letters are dropped. */
function wordsOf(name: string): string[] {
  return name.slice(0, 1_000).normalize('NFKD').replace(/\p{M}+/gu, '').split(/[^A-Za-z0-9]+/).filter(Boolean);
}

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

function small(word: string): string {
  return /^[A-Z0-9]+$/.test(word) ? word.toLowerCase() : word[0]!.toLowerCase() + word.slice(1);
}

/** Gives each name once: a second `users` becomes `users2`. Never a word of the language, nor a name that objects have anyway. */
export class UniqueNames {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();
  readonly #fallback: string;

  /** `fallback` is used for an empty name, and put in front of a digit. */
  constructor(fallback: string, reserved: Iterable<string> = []) {
    this.#fallback = fallback;
    for (const name of reserved) this.#taken.add(name);
  }

  take(wanted: string): string {
    const begun = /^[A-Za-z_$]/.test(wanted) ? wanted : `${this.#fallback}${wanted}`;
    const base = isTaboo(begun) ? `${begun}_` : begun;
    let name = base;
    for (let n = this.#next.get(base) ?? 2; this.#taken.has(name); n++) {
      name = `${base}${n}`;
      this.#next.set(base, n + 1);
    }
    this.#taken.add(name);
    return name;
  }
}

/** A `then` would make a promise of the binding. */
function isTaboo(name: string): boolean {
  return RESERVED_WORDS.has(name) || isPrototypeName(name) || name === 'then' || name === 'prototype';
}

/** What can't be the name of a function in strict code. */
const RESERVED_WORDS = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if ' +
    'implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof ' +
    'undefined var void while with yield Infinity NaN'
  ).split(' '),
);

/** Types that our own declarations are written with. */
export const RESERVED_TYPES = ['Promise', 'Record', 'Array', 'Infinity', 'NaN'];
