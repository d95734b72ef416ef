import type { DuckDBConnection } from '@duckdb/node-api';
import { fromCodePoints } from '../sql/position';
import { Refusal } from '../sql/refusal';
import type { Select } from './nullable/tree';


/** The one SELECT of a query as DuckDB's parser sees it. */
export type SelectTree = {
  root: Select;
  /** Names of the tables it reads, as written. */
  tables: string[];
  /** The same with what stands before them; names that the query gives its own steps are left out. */
  sources: string[];
};

/** Has DuckDB parse the text and refuses whatever isn't one SELECT over tables and harmless functions. */
export async function parseSelect(connection: DuckDBConnection, sql: string): Promise<SelectTree> {
  const parsed = await serialize(connection, sql);
  if (parsed.error) throw parsed.error_type === 'parser' ? syntaxError(parsed, sql) : notReadOnly(sql);
  const [first, second] = parsed.statements ?? [];
  if (!first) throw new Refusal({ code: 'sql-syntax', message: 'The query is empty.' });
  if (second) throw new Refusal({ code: 'sql-not-read-only', message: 'Only one statement may run at a time.', hint: 'Write one SELECT; use WITH for steps.' });
  return { root: first.node, ...readTree(first.node) };
}

type Serialized = { error: boolean; error_type?: string; error_message?: string; position?: string; statements?: { node: Select }[] };

/** DuckDB serializes SELECT statements and nothing else; the text is a value, so it runs nothing. */
async function serialize(connection: DuckDBConnection, sql: string): Promise<Serialized> {
  const reader = await connection.runAndReadAll('SELECT json_serialize_sql($1::VARCHAR)', [sql]);
  return JSON.parse(String(reader.getRows()[0]?.[0])) as Serialized;
}

function syntaxError({ error_message: message = 'syntax error', position }: Serialized, sql: string): Refusal {
  const offset = position === undefined ? undefined : Math.min(fromCodePoints(sql, Number(position)), Math.max(0, sql.length - 1));
  const length = /near "(.+)"/s.exec(message)?.[1]?.length ?? 1;
  return new Refusal({ code: 'sql-syntax', message: `${message[0]!.toUpperCase()}${message.slice(1)}.`, offset, length });
}

function notReadOnly(sql: string): Refusal {
  const start = sql.search(/\S/);
  const word = /^\w+/.exec(sql.slice(start))?.[0] ?? '';
  const pivot = /^(pivot|with)$/i.test(word);
  return new Refusal({
    code: 'sql-not-read-only',
    message: `Only a SELECT may run here, not ${pivot ? 'PIVOT without its values' : word.toUpperCase()}.`,
    hint: pivot ? "List the values: `PIVOT … ON status IN ('open', 'paid')`." : undefined,
    offset: start,
    length: word.length,
  });
}

/** Functions that may stand after FROM. Others read files, memory or settings, or change them, and all of that is a SELECT too. */
const TABLE_FUNCTIONS: ReadonlySet<string> = new Set(['range', 'generate_series', 'unnest', 'json_each', 'json_tree', 'repeat_row']);

/** Functions that hold a thread for nothing, write to DuckDB's log, or make later results depend on earlier calls. */
const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set(['sleep_ms', 'write_log', 'setseed', 'getenv', 'nextval', 'currval']);

type TreeNode = { type?: unknown; class?: unknown; function_name?: unknown; catalog_name?: unknown; schema_name?: unknown; table_name?: unknown; cte_map?: { map?: { key?: unknown }[] }; function?: TreeNode; query_location?: unknown };

function readTree(root: unknown): Pick<SelectTree, 'tables' | 'sources'> {
  const tables = new Set<string>();
  const sources = new Set<string>();
  /** Those of a schema, which no step of the query can be. */
  const qualified = new Set<string>();
  const steps = new Set<string>();
  visit(root, (node) => {
    for (const { key } of node.cte_map?.map ?? []) steps.add(String(key).toLowerCase());
    if (node.type === 'BASE_TABLE') tables.add(String(node.table_name));
    if (node.type === 'BASE_TABLE' || (node.type === 'SHOW_REF' && node.table_name)) (node.catalog_name || node.schema_name ? qualified : sources).add([node.catalog_name, node.schema_name, node.table_name].filter(Boolean).join('.'));
    if (node.type === 'TABLE_FUNCTION') refuseUnless(TABLE_FUNCTIONS.has(nameOf(node.function)), nameOf(node.function));
    else if (node.class === 'FUNCTION') refuseUnless(!REFUSED_FUNCTIONS.has(nameOf(node)), nameOf(node));
  });
  return { tables: [...tables], sources: [...qualified, ...[...sources].filter((name) => !steps.has(name.toLowerCase()))] };
}

function nameOf(node: TreeNode | undefined): string {
  return String(node?.function_name).toLowerCase();
}

function refuseUnless(allowed: boolean, name: string): void {
  if (!allowed) throw new Refusal({ code: 'sql-not-read-only', message: `The function ${name} is not available here.`, hint: 'Read from the tables of the binding.' });
}

/** Calls `see` for every object of a tree; a loop, since queries can be nested deeply. */
export function visit(root: unknown, see: (node: TreeNode & Record<string, unknown>) => void): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if (!Array.isArray(node)) see(node as TreeNode & Record<string, unknown>);
    open.push(...Object.values(node).filter((child) => typeof child === 'object' && child !== null));
  }
}
