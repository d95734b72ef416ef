import { AMBIENT_NAMES } from '../../program/ambient';
import { wordsOf } from '../words/tokens';

/** Names for what the program declares, made from what people read: each is given out once. */
export class Names {
  private readonly taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.taken = new Set([...taken, ...AMBIENT_NAMES, ...KEYWORDS]);
  }

  /** `openOrdersByRegion` */
  camel(text: string, fallback: string): string {
    const pascal = pascalCase(text) || pascalCase(fallback);
    return this.unique(pascal.charAt(0).toLowerCase() + pascal.slice(1));
  }

  /** `OpenOrdersByRegion` */
  pascal(text: string, fallback: string): string {
    return this.unique(pascalCase(text) || pascalCase(fallback));
  }

  private unique(wanted: string): string {
    let name = wanted;
    for (let n = 2; this.taken.has(name); n++) name = `${wanted}${n}`;
    this.taken.add(name);
    return name;
  }
}

const KEYWORDS =
  'abstract any arguments as async await boolean break case catch class const continue debugger declare default delete do else enum eval export extends false finally for from function get if implements import in instanceof interface is keyof let module namespace never new null number object of package private protected public readonly return set static string super switch symbol this throw true try type typeof undefined var void while with yield'.split(' ');

/** Longer names say no more. */
const MAX_WORDS = 6;

function pascalCase(text: string): string {
  const words = wordsOf(text.normalize('NFKD').replace(/\p{M}/gu, ''))
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .slice(0, MAX_WORDS);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^\d/.test(name) ? `N${name}` : name;
}

/** The names of one query's columns: `unit_price`. Rows are read by them in `ui.tsx`. */
export class ColumnNames {
  private readonly taken = new Set<string>();

  give(...candidates: string[]): string {
    const names = candidates.map(snakeCase).filter(Boolean);
    const free = names.find((name) => !this.taken.has(name));
    let name = free ?? names[0] ?? 'value';
    for (let n = 2; this.taken.has(name); n++) name = `${names[0] ?? 'value'}_${n}`;
    this.taken.add(name);
    return name;
  }
}

function snakeCase(text: string): string {
  const name = wordsOf(text.normalize('NFKD').replace(/\p{M}/gu, ''))
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean)
    .join('_');
  return /^\d/.test(name) ? `n_${name}` : name;
}
