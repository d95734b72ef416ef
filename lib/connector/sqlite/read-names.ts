import type { TableRead } from '../contract';
import { columnsNamed } from '../sql/columns-named';
import type { Schema } from '../sql/known-names';
import type { Token } from '../sql/tokens';
import type { SqliteRead } from './messages';

/**
 * What a query reads, tables by the names of its binding; what isn't one of them as it's written. What is read within a view is the view's
 * matter; a step of the query (WITH) is none, whatever it's called. `joined` are tables that a join by names of columns may read, of
 * which SQLite doesn't tell.
 */
export function readsOf(reads: readonly SqliteRead[], tokens: readonly Token[], schema: Schema, joined: readonly string[]): TableRead[] {
  const known = new Map([...schema.keys()].map((name) => [name.toLowerCase(), name]));
  const steps = stepsIn(tokens);
  const isStep = (name: string) => steps.has(name.toLowerCase());
  const found = new Map<string, Set<string>>();
  for (const { table, column, within } of reads) {
    const isOwn = within === null || isStep(within);
    const read = isOwn ? table : within;
    const name = known.get(read.toLowerCase());
    if (name === undefined && column === '' && isStep(read)) continue;
    const columns = found.get(name ?? read) ?? new Set();
    found.set(name ?? read, isOwn && column !== '' ? columns.add(column) : columns);
  }
  const told = [...found].map(([table, columns]): TableRead => ({ table, columns: schema.has(table) ? inOrder(columns, schema.get(table)!) : null }));
  // It takes a string for a name too.
  const words = tokens.map((token): Token => (token.kind === 'string' ? { ...token, kind: 'quoted', name: token.text.slice(1, -1) } : token));
  const untold = columnsNamed(words, joined.map((name) => known.get(name.toLowerCase()) ?? name), schema);
  return [...Map.groupBy([...told, ...untold], ({ table }) => table)].map(([table, parts]) => ({ table, columns: together(parts, schema.get(table)) })).toSorted((a, b) => (a.table < b.table ? -1 : 1));
}

/** Null where one of them is none that was described; a row's number tells nothing. */
function inOrder(read: ReadonlySet<string>, columns: readonly string[]): string[] | null {
  const others = [...read].filter((name) => !columns.includes(name) && name !== 'ROWID');
  return others.length > 0 ? null : columns.filter((name) => read.has(name));
}

function together(parts: readonly TableRead[], columns: readonly string[] | undefined): string[] | null {
  if (!columns || parts.some((part) => part.columns === null)) return null;
  return columns.filter((name) => parts.some((part) => part.columns!.includes(name)));
}

/** `join … using (id)`, `natural join …`: words of a query that SQLite reads columns by without asking. */
export function joinsByName(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, name }) => kind === 'name' && (name === 'using' || name === 'natural'));
}

/** `step as (`, `'step'(a, b) as materialized (` */
function stepsIn(tokens: readonly Token[]): ReadonlySet<string> {
  const steps = new Set<string>();
  tokens.forEach(({ kind, text, name }, i) => {
    let next = i + 1;
    if (tokens[next]?.text === '(') next = tokens.findIndex((one, at) => at > next && one.text === ')') + 1;
    if (tokens[next]?.name === 'as' && ['(', 'not', 'materialized'].includes(tokens[next + 1]?.text.toLowerCase() ?? '')) steps.add((kind === 'string' ? text.slice(1, -1) : name).toLowerCase());
  });
  return steps;
}
