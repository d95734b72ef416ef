import { type DuckDBConnection, type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import type { Table } from '../../binding/binding';
import { columnNames } from '../sql/column-names';
import type { Schema } from '../sql/known-names';
import type { QueryText, ResultColumns } from '../sql/sql-connector';
import { explainError } from './explain-error';
import type { Nullable } from './nullable/scope';
import { resultColumns } from './nullable/select';
import { type SelectTree, visit } from './parse-select';
import { type PreparedSelect, prepareSelect } from './prepare-select';
import { formOf } from './values';

/** What is known of the database: names for hints, contents for what may be null. */
export type Known = { schema: Schema; tables: readonly Table[] };

/** Prepares a query without running it: its columns with their TypeScript types. Throws a Refusal with what is wrong and where, or a CallError where a limit ended it. */
export async function columnsOf(connection: DuckDBConnection, { sql, count }: QueryText, known: Known): Promise<ResultColumns> {
  let tables: readonly string[] = [];
  try {
    const prepared = await prepareSelect(connection, sql, count, (tree) => {
      ({ tables } = tree);
    });
    const columns = await preparedColumns(connection, prepared, sql);
    return typed(columns, nullability(prepared, columns.length, known));
  } catch (error) {
    throw explainError(error, { sql, schema: known.schema, tables });
  }
}

/** What can be null says so in its type. Where that isn't known, the type is the plain one: guesses cost a round of repair. */
function typed(columns: readonly TypedColumn[], nullable: readonly Nullable[]): ResultColumns {
  const names = columnNames(columns.map((column) => column.name));
  return columns.map(({ type }, i) => {
    const typescript = type ? formOf(type).typescript : 'unknown';
    const plain = typescript === 'unknown' || typescript === 'null' || nullable[i] !== true;
    return { name: names[i]!, type: plain ? typescript : `${typescript} | null`, nullable: nullable[i] !== false };
  });
}

function nullability({ tree }: PreparedSelect, count: number, { tables }: Known): Nullable[] {
  const columns = resultColumns(tree.root, tables);
  return columns?.length === count ? columns.map((column) => column.nullable) : Array<Nullable>(count).fill(null);
}

/** `type` is null where it is the type of a value that isn't there yet. */
type TypedColumn = { name: string; type: DuckDBType | null };

/** Where nothing says what type a value must have, DuckDB doesn't bind the query, and calls every column unknown. */
async function preparedColumns(connection: DuckDBConnection, { statement, tree }: PreparedSelect, sql: string): Promise<TypedColumn[]> {
  const untyped = Array.from({ length: statement.parameterCount }, (_, i) => statement.parameterTypeId(i + 1)).includes(DuckDBTypeId.INVALID);
  if (untyped) return describeWithNulls(connection, sql, tree);
  return Array.from({ length: statement.columnCount }, (_, i) => ({ name: statement.columnName(i), type: statement.columnType(i) }));
}

/** DESCRIBE binds the query with NULL for every value and runs nothing of it. It tells types as text, which a cast reads back. */
async function describeWithNulls(connection: DuckDBConnection, sql: string, { root }: SelectTree): Promise<TypedColumn[]> {
  const describe = await connection.prepare(`DESCRIBE ${sql}`);
  for (let i = 1; i <= describe.parameterCount; i++) describe.bindNull(i);
  const described = await (await describe.run()).getRows();
  const casts = await connection.prepare(`SELECT ${described.map(([, type]) => `NULL::${String(type)}`).join(', ')}`);
  const list = root.select_list ?? [];
  return described.map(([name], i) => {
    const type = casts.columnType(i);
    // A column that is made of nothing but values is an INTEGER to DESCRIBE, as NULL is.
    const ofValues = type.typeId === DuckDBTypeId.INTEGER && list.length === described.length && hasParameter(list[i]);
    return { name: String(name), type: ofValues ? null : type };
  });
}

function hasParameter(expression: unknown): boolean {
  let found = false;
  visit(expression, (node) => {
    found ||= node.class === 'PARAMETER';
  });
  return found;
}
