import type { TableRead } from '../contract';
import type { Schema } from './known-names';
import type { Token } from './tokens';

/**
 * What a query reads of its tables, from its words: each column that is named, and all where something may read columns without naming
 * them (`*`, a whole row, NATURAL) or isn't understood. Rather one too many than one too few. What isn't in the schema counts whole.
 */
export function columnsNamed(tokens: readonly Token[], tables: readonly string[], schema: Schema): TableRead[] {
  const { owners, declared } = declarations(tokens, tables);
  const named = new Map<string, Set<string>>(tables.map((table) => [table, new Set()]));
  const whole = new Set<string>();
  const labels = labelsIn(tokens, declared);
  tokens.forEach((token, i) => {
    const before = tokens[i - 1]?.text === '.' ? ownersOf(tokens[i - 2], owners) : undefined;
    if (isStar(tokens, i)) for (const table of before ?? tables) whole.add(table);
    if (!isName(token) || declared.has(i) || labels.has(i)) return;
    if (token.kind === 'name' && token.name === 'natural') for (const table of tables) whole.add(table);
    // A table's name is its whole row, unless a point follows.
    if (tokens[i + 1]?.text !== '.') for (const table of ownersOf(token, owners) ?? []) whole.add(table);
    for (const table of before ?? tables) named.get(table)!.add(token.name.toLowerCase());
  });
  return tables.map((table) => {
    const columns = whole.has(table) ? undefined : schema.get(table);
    return { table, columns: columns?.filter((column) => named.get(table)!.has(column.toLowerCase())) ?? null };
  });
}

type Owners = ReadonlyMap<string, ReadonlySet<string>>;

function ownersOf(token: Token | undefined, owners: Owners): ReadonlySet<string> | undefined {
  return token && isName(token) ? owners.get(token.name.toLowerCase()) : undefined;
}

/** What tables are called in a query, and the places where they are only told so. */
function declarations(tokens: readonly Token[], tables: readonly string[]): { owners: Owners; declared: ReadonlySet<number> } {
  const owners = new Map<string, Set<string>>();
  const declared = new Set<number>();
  const add = (name: string, table: string) => owners.set(name, (owners.get(name) ?? new Set()).add(table));
  for (const table of tables) add(table.slice(table.lastIndexOf('.') + 1).toLowerCase(), table);
  const own = new Map([...owners].map(([name, of]) => [name, [...of]]));

  const clauses = inClauses(tokens);
  tokens.forEach((token, i) => {
    const of = isName(token) && tokens[i + 1]?.text !== '.' ? own.get(token.name.toLowerCase()) : undefined;
    if (!of || !clauses[i] || !isAfterFrom(tokens, i)) return;
    const at = tokens[i + 1]?.name === 'as' ? i + 2 : i + 1;
    const alias = tokens[at];
    const isAlias = alias !== undefined && isName(alias) && !(alias.kind === 'name' && CLAUSES.has(alias.name));
    // Columns that are called anew are named no more.
    if (tokens[isAlias ? at + 1 : i + 1]?.text === '(') return;
    declared.add(i);
    if (!isAlias) return;
    declared.add(at);
    for (const table of of) add(alias.name.toLowerCase(), table);
  });
  return { owners, declared };
}

/**
 * The places of names that results are given (`count(*) as orders`), and where ORDER BY means them: by its own name alone, in the query
 * that gives it.
 */
function labelsIn(tokens: readonly Token[], declared: ReadonlySet<number>): ReadonlySet<number> {
  const labels = new Set<number>();
  const groups = groupsOf(tokens);
  const given = new Set<string>();
  const sorting = new Set<number>();
  tokens.forEach((token, i) => {
    const before = tokens[i - 1];
    const group = groups[i]!;
    if (token.kind === 'name' && before?.kind === 'name' && before.name === 'order' && token.name === 'by') sorting.add(group);
    if (!isName(token) || declared.has(i)) return;
    if (before?.kind === 'name' && before.name === 'as') {
      labels.add(i);
      given.add(`${group} ${token.name.toLowerCase()}`);
    } else if (sorting.has(group) && (before?.name === 'by' || before?.text === ',') && ENDS_ITEM.has(tokens[i + 1]?.text.toLowerCase() ?? '') && given.has(`${group} ${token.name.toLowerCase()}`)) labels.add(i);
  });
  return labels;
}

/** What may stand behind an item of ORDER BY that is a name alone. */
const ENDS_ITEM = new Set(['', ',', ')', 'asc', 'desc', 'nulls', 'limit', 'offset', 'fetch']);

/** Of each word the brackets that it stands in, by a number; a bracket stands outside of itself. */
function groupsOf(tokens: readonly Token[]): number[] {
  const open = [0];
  let last = 0;
  return tokens.map(({ text }) => {
    if (text === ')' && open.length > 1) open.pop();
    const group = open.at(-1)!;
    if (text === '(') open.push(++last);
    return group;
  });
}

/** Words that may follow a table. */
const CLAUSES = new Set('as cross except fetch for force full group having ignore inner intersect join lateral left limit minus natural offset on order outer partition right straight_join tablesample union use using where window'.split(' '));

/** `from orders`, `join public.orders`; not `a is distinct from orders`. */
function isAfterFrom(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (tokens[i - 1]?.text === '.') i -= 2;
  const word = tokens[i - 1];
  return word?.kind === 'name' && (word.name === 'join' || (word.name === 'from' && tokens[i - 2]?.name !== 'distinct'));
}

/** Of each word whether it stands in a query and not in brackets of its own: `trim(from orders)` has no table. */
function inClauses(tokens: readonly Token[]): boolean[] {
  const open = [true];
  return tokens.map(({ text }, i) => {
    if (text === '(') open.push(['select', 'with', 'values', 'table'].includes(tokens[i + 1]?.name ?? ''));
    else if (text === ')' && open.length > 1) open.pop();
    return open.at(-1)!;
  });
}

/** A star that stands for columns: not that of `count(*)`, nor one that multiplies. */
function isStar(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.text !== '*') return false;
  const [before, after] = [tokens[i - 1], tokens[i + 1]];
  if (before?.text === '(' && after?.text === ')') return tokens[i - 2]?.name !== 'count';
  return !(isOperand(before, ')') && isOperand(after, '('));
}

function isOperand(token: Token | undefined, bracket: string): boolean {
  if (!token) return false;
  if (token.kind === 'name') return !NO_OPERANDS.has(token.name);
  return ['quoted', 'string', 'number', 'parameter'].includes(token.kind) || token.text === bracket || (bracket === '(' ? /^[-+]$/ : /^\]$/).test(token.text);
}

const NO_OPERANDS = new Set([...CLAUSES, 'select', 'distinct', 'all', 'from', 'into']);

function isName({ kind }: Token): boolean {
  return kind === 'name' || kind === 'quoted';
}
