import type { DuckDBConnection } from '@duckdb/node-api';

/** Rows of whole numbers (or nulls as 0): counts and row numbers. */
export async function count(connection: DuckDBConnection, sql: string): Promise<number[][]> {
  const result = await connection.runAndReadAll(sql);
  return result.getRowsJson().map((row) => row.map(Number));
}
