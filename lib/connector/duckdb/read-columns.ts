import type { Schema } from '../sql/known-names';

/** Expressions that read no column but those that they name. */
const NAMING: ReadonlySet<string> = new Set(['COLUMN_REF', 'CONSTANT', 'FUNCTION', 'CAST', 'COMPARISON', 'CONJUNCTION', 'OPERATOR', 'CASE', 'BETWEEN', 'SUBQUERY', 'WINDOW', 'PARAMETER', 'COLLATE', 'LAMBDA']);

/** Parts of a query that read none by themselves. PIVOT, SUMMARIZE and whatever a later version adds read all. */
const QUIET = /^(?:\w+_NODE|\w+_MODIFIER|\w+_TYPE_INFO|ORDER_\w+|ASCENDING|DESCENDING|BASE_TABLE|SUBQUERY|JOIN|TABLE_FUNCTION|EXPRESSION_LIST|EMPTY)$/;

/** Texts of a tree under these keys name no column. */
const NO_NAMES: ReadonlySet<string> = new Set(['type', 'class', 'function_name', 'alias']);

type Node = Record<string, unknown>;
type Source = { table: string; names: string[] };
type Found = {
  /** Names that may be a column of any table. */
  anywhere: Set<string>;
  /** Those of one table alone. */
  of: Map<string, Set<string>>;
  whole: Set<string>;
};

/**
 * The columns of each table that a query reads, from its tree: each that is named as a column, and all of them where something reads
 * columns without naming them (`*`, a whole row, NATURAL, `#1`). Rather one too many than one too few. Tables are those of the schema.
 */
export function columnsRead(root: unknown, schema: Schema): (table: string) => string[] | null {
  const known = new Map([...schema.keys()].map((name) => [name.toLowerCase(), name]));
  const sources = sourcesIn(root, known);
  const found: Found = { anywhere: new Set(), of: new Map(), whole: new Set() };
  const all = sources.map(({ table }) => table);
  const labels = labelsIn(root);
  walk(root, (node, from) => {
    if (labels.has(node)) return;
    for (const table of readUnnamed(node, () => (from ? sourcesIn(from, known, true) : sources), all)) found.whole.add(table);
    takeNames(node, sources, found);
  });
  return (table) => {
    if (found.whole.has(table)) return null;
    return (schema.get(table) ?? []).filter((column) => found.anywhere.has(column.toLowerCase()) || found.of.get(table)?.has(column.toLowerCase()));
  };
}

/** Tables of which a node reads columns that it doesn't name. */
function readUnnamed(node: Node, from: () => readonly Source[], all: readonly string[]): readonly string[] {
  const { class: kind, type } = node;
  if (kind === 'STAR') {
    const owner = String(node.relation_name ?? '').toLowerCase();
    const owners = owner === '' ? from() : from().filter(({ names }) => names.includes(owner));
    return owner !== '' && owners.length === 0 ? all : owners.map(({ table }) => table);
  }
  if (node.ref_type === 'NATURAL' || (type === 'BASE_TABLE' && (node.column_name_alias as unknown[] | undefined)?.length)) return all;
  if (typeof kind === 'string') return NAMING.has(kind) ? [] : all;
  return typeof type !== 'string' || QUIET.test(type) ? [] : all;
}

/** A table's own name, as a value, is its whole row; before a column's name it says whose it is. */
function takeNames(node: Node, sources: readonly Source[], { anywhere, of, whole }: Found): void {
  if (node.class !== 'COLUMN_REF') {
    for (const [key, value] of Object.entries(node)) if (!NO_NAMES.has(key)) for (const text of Array.isArray(value) ? value : [value]) if (typeof text === 'string') anywhere.add(text.toLowerCase());
    return;
  }
  const path = (node.column_names as string[]).map((name) => name.toLowerCase());
  for (const { table, names } of sources) if (names.includes(path.at(-1)!)) whole.add(table);
  const owners = path.length > 1 ? sources.filter(({ names }) => names.includes(path[0]!)) : [];
  // What stands before the point may be a column too, of which it reads a field.
  anywhere.add(path[0]!);
  for (const name of path.slice(1)) {
    if (owners.length === 0) anywhere.add(name);
    for (const { table } of owners) of.set(table, (of.get(table) ?? new Set()).add(name));
  }
}

/** Names in ORDER BY that mean a result of their own query: `count(*) as orders … order by orders`. */
function labelsIn(root: unknown): ReadonlySet<unknown> {
  const labels = new Set<unknown>();
  walk(root, ({ type, select_list: list, modifiers }) => {
    if (type !== 'SELECT_NODE') return;
    const given = new Set((list as Node[]).map(({ alias }) => String(alias).toLowerCase()));
    const orders = ((modifiers ?? []) as { orders?: { expression: Node }[] }[]).flatMap((modifier) => modifier.orders ?? []);
    for (const { expression } of orders) {
      const path = expression.class === 'COLUMN_REF' ? (expression.column_names as string[]) : [];
      if (path.length === 1 && given.has(path[0]!.toLowerCase())) labels.add(expression);
    }
  });
  return labels;
}

/** The tables in a query, and what they are called there. In a FROM, what stands within its subqueries isn't in it. */
function sourcesIn(root: unknown, known: ReadonlyMap<string, string>, isFrom = false): Source[] {
  const sources: Source[] = [];
  walk(
    root,
    (node) => {
      const table = node.type === 'BASE_TABLE' ? known.get(String(node.table_name).toLowerCase()) : undefined;
      if (table !== undefined) sources.push({ table, names: [node.alias || node.table_name, node.table_name].map((name) => String(name).toLowerCase()) });
    },
    !isFrom,
  );
  return sources;
}

/** Calls `see` for every object of a tree with the FROM that it sees, null where that can't be told; a loop, since queries can be nested deeply. */
function walk(root: unknown, see: (node: Node, from: unknown) => void, intoQueries = true): void {
  const open: [node: unknown, from: unknown][] = [[root, null]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, outer] = next;
    if (typeof node !== 'object' || node === null) continue;
    const { type, from_table: own } = node as Node;
    const isQuery = typeof type === 'string' && type.endsWith('_NODE');
    if (isQuery && !intoQueries) continue;
    const from = !isQuery ? outer : type === 'SELECT_NODE' ? own : null;
    if (!Array.isArray(node)) see(node as Node, from);
    for (const child of Object.values(node)) open.push([child, from]);
  }
}
