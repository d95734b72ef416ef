import type { Token } from './tokens';

/** Words that make null of what never is. */
const OUTER: ReadonlySet<string> = new Set(['left', 'right', 'full', 'rollup', 'cube', 'sets', 'lateral']);

/** Whether a column that is never null in its table may be so in the result of a query. */
export function mayBeMissing(tokens: readonly Token[]): boolean {
  return tokens.some(({ name }) => OUTER.has(name));
}

/** Columns of which the query says `is not null`. */
export function provedIn(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(tokens.flatMap(({ name }, i) => (tokens[i + 1]?.name === 'is' && tokens[i + 2]?.name === 'not' && tokens[i + 3]?.name === 'null' ? [name] : [])));
}
