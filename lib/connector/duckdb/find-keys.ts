import type { DuckDBConnection } from '@duckdb/node-api';
import type { Column, Key, Table } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';

export type DeclaredKeys = { primary: Map<string, string[]>; foreign: Map<string, Key[]> };

const CONSTRAINTS = `
  SELECT table_name, constraint_type, constraint_column_names, referenced_table, referenced_column_names
  FROM duckdb_constraints()
  WHERE database_name = current_database() AND schema_name = 'main' AND constraint_type IN ('PRIMARY KEY', 'FOREIGN KEY')`;

/** The keys that the database itself knows of, by table. */
export async function declaredKeys(connection: DuckDBConnection): Promise<DeclaredKeys> {
  const keys: DeclaredKeys = { primary: new Map(), foreign: new Map() };
  for (const row of (await connection.runAndReadAll(CONSTRAINTS)).getRowObjectsJson()) {
    const table = String(row.table_name);
    const columns = row.constraint_column_names as string[];
    if (row.constraint_type === 'PRIMARY KEY') keys.primary.set(table, columns);
    else {
      const key: Key = { columns, references: { table: String(row.referenced_table), columns: row.referenced_column_names as string[] }, inferred: false };
      keys.foreign.set(table, [...(keys.foreign.get(table) ?? []), key]);
    }
  }
  return keys;
}

/** A column called `id`, or `order_id` in `orders`, whose values are all there and all different. */
export function findPrimaryKey({ name, rows, columns }: Table): string[] {
  const key = columns.find((column) => {
    const subject = /^id$/i.test(column.name) ? name : subjectOf(column.name);
    return subject !== null && means(subject, name) && rows > 0 && !column.nullable && column.distinct === rows;
  });
  return key ? [key.name] : [];
}

/** The declared keys, and for each other `customer_id` the table `customers`, where all its values are found there. */
export async function findForeignKeys(connection: DuckDBConnection, table: Table, tables: readonly Table[], declared: Key[]): Promise<Key[]> {
  const keys = [...declared];
  for (const column of table.columns) {
    if (declared.some((key) => key.columns.includes(column.name)) || table.primaryKey.includes(column.name)) continue;
    const target = targetOf(column, tables);
    if (!target || !(await fits(connection, table.name, column.name, target))) continue;
    keys.push({ columns: [column.name], references: { table: target.table, columns: [target.column] }, inferred: true });
  }
  return keys;
}

type Target = { table: string; column: string };

function targetOf(column: Column, tables: readonly Table[]): Target | null {
  const subject = subjectOf(column.name);
  const table = subject && tables.find((candidate) => candidate.primaryKey.length === 1 && means(subject, candidate.name));
  const key = table && table.columns.find(({ name }) => name === table.primaryKey[0]);
  return table && key && key.type === column.type ? { table: table.name, column: key.name } : null;
}

/** `customer` of `customer_id`, `customerId`, `CustomerID`. */
function subjectOf(column: string): string | null {
  return /^(.+?)_id$/i.exec(column)?.[1] ?? /^(.+?[a-z])I[dD]$/.exec(column)?.[1] ?? null;
}

/** Whether a table is named for its subject: `customer`, `customers`, `dim_customer`, `categories` for `category`. */
function means(subject: string, table: string): boolean {
  const one = fold(subject);
  const many = [one, `${one}s`, `${one}es`, one.replace(/y$/, 'ies')];
  return many.includes(fold(table)) || many.includes(fold(table.replace(/^(dim|fact|tbl|stg)_/i, '')));
}

function fold(name: string): string {
  return name.replace(/[_\s-]/g, '').toLowerCase();
}

async function fits(connection: DuckDBConnection, table: string, column: string, target: Target): Promise<boolean> {
  const sql = `SELECT count(*) FROM ${quoted(table, 'DuckDB')} AS t WHERE t.${quoted(column, 'DuckDB')} IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM ${quoted(target.table, 'DuckDB')} AS r WHERE r.${quoted(target.column, 'DuckDB')} = t.${quoted(column, 'DuckDB')})`;
  return Number((await connection.runAndReadAll(sql)).getRows()[0]?.[0]) === 0;
}
