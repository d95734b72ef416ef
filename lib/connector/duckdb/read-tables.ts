import type { DuckDBConnection } from '@duckdb/node-api';
import type { TableRead } from '../contract';
import type { Schema } from '../sql/known-names';
import { parseSelect } from './parse-select';
import { columnsRead } from './read-columns';

/**
 * The tables that a query reads, by their names in the schema; what isn't one of them is named as it's written. A step of the query
 * (WITH) that has the name of a table counts as that table: rather one too many than one too few. @throws Refusal
 */
export async function readTables(connection: DuckDBConnection, sql: string, schema: Schema): Promise<TableRead[]> {
  const known = new Map([...schema.keys()].map((name) => [name.toLowerCase(), name]));
  const { root, tables, sources } = await parseSelect(connection, sql);
  const shadowed = tables.map((name) => known.get(name.toLowerCase())).filter((name) => name !== undefined);
  // A file's own database has its tables under the names that they have here.
  const named = sources.map((name) => known.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? name);
  const columns = columnsRead(root, schema);
  return [...new Set([...shadowed, ...named])].map((table) => ({ table, columns: schema.has(table) ? columns(table) : null }));
}
