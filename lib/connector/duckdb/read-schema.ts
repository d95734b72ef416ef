import type { DuckDBConnection } from '@duckdb/node-api';
import type { Schema } from '../sql/known-names';

const COLUMNS = `
  SELECT table_name, column_name FROM duckdb_columns()
  WHERE NOT internal AND database_name = current_database() AND schema_name = 'main'
  ORDER BY table_oid, column_index`;

/** The names of the tables and views that generated code sees, with their columns. */
export async function readSchema(connection: DuckDBConnection): Promise<Schema> {
  const schema = new Map<string, string[]>();
  for (const [table, column] of (await connection.runAndReadAll(COLUMNS)).getRows()) {
    const columns = schema.get(String(table)) ?? [];
    schema.set(String(table), [...columns, String(column)]);
  }
  return schema;
}
