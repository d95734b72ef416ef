import type { Token } from '../sql/tokens';

/** Functions whose result is a number, or nothing. */
const NUMBERS = new Set('abs avg ceil ceiling count floor instr julianday length max_number mod pow power random round row_number rank dense_rank sign sqrt sum total unicode unixepoch'.split(' '));

/** Functions whose result is a text, or nothing. */
const TEXTS = new Set('char concat concat_ws date datetime format group_concat hex lower ltrim printf quote replace rtrim strftime string_agg substr substring time trim typeof upper'.split(' '));

/** Whose result is never null. */
const NEVER_NULL = new Set(['count', 'total', 'row_number', 'rank', 'dense_rank']);

export type ExpressionType = { type: 'number' | 'string'; nullable: boolean | null };

/**
 * The types of a SELECT's expressions as far as their one outer function or cast says them; SQLite itself tells none. Null for others,
 * and for all where the list isn't as long as the result.
 */
export function expressionTypes(tokens: readonly Token[], count: number): (ExpressionType | null)[] {
  const items = selectList(tokens);
  return items?.length === count ? items.map(typeOf) : Array<null>(count).fill(null);
}

/** What stands between the one SELECT that isn't in brackets and its FROM. */
function selectList(tokens: readonly Token[]): Token[][] | null {
  const items: Token[][] = [];
  let depth = 0;
  let selects = 0;
  let isIn = false;
  for (const token of tokens) {
    if (token.text === ')') depth -= 1;
    if (depth === 0 && token.kind === 'name' && token.name === 'select') {
      selects += 1;
      isIn = true;
      items.push([]);
    } else if (depth === 0 && token.kind === 'name' && ['from', 'where', 'group', 'order', 'limit', 'union'].includes(token.name)) isIn = false;
    else if (isIn && depth === 0 && token.text === ',') items.push([]);
    else if (isIn) items.at(-1)!.push(token);
    if (token.text === '(') depth += 1;
  }
  return selects === 1 ? items : null;
}

function typeOf(item: readonly Token[]): ExpressionType | null {
  const [first, open] = item;
  if (first?.kind === 'name' && open?.text === '(') {
    const end = closing(item);
    const rest = item[end + 1];
    // What follows the bracket is its name, or a part of the same call.
    if (rest && !['as', 'filter', 'over'].includes(rest.name) && !(rest.kind !== 'sign' && item.length === end + 2)) return null;
    if (first.name === 'cast') return castType(item.slice(2, end));
    if (NUMBERS.has(first.name)) return { type: 'number', nullable: NEVER_NULL.has(first.name) ? false : null };
    return TEXTS.has(first.name) ? { type: 'string', nullable: null } : null;
  }
  const isAlone = item.length === 1 || item[1]?.name === 'as' || (item.length === 2 && item[1]!.kind !== 'sign');
  if (!isAlone) return null;
  return first?.kind === 'string' ? { type: 'string', nullable: false } : first?.kind === 'number' ? { type: 'number', nullable: false } : null;
}

function closing(item: readonly Token[]): number {
  let depth = 0;
  return item.findIndex(({ text }) => {
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    return text === ')' && depth === 0;
  });
}

function castType(inner: readonly Token[]): ExpressionType | null {
  const type = inner.at(-1)?.name ?? '';
  if (/int|real|num|dec|float|double/.test(type)) return { type: 'number', nullable: null };
  return /char|text|clob/.test(type) ? { type: 'string', nullable: null } : null;
}
