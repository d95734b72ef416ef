import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBType } from '@duckdb/node-api';
import type { Table } from '../../binding/binding';
import { CallError, type CallCheck } from '../contract';
import { joinText } from './arguments';
import { explainError, type Schema } from './explain-error';
import { prepareSelect } from './prepare-select';
import { Refusal } from './refusal';
import { columnNames, formOf } from './values';

/** What is known of the database: names for hints, contents for what may be null. */
export type Known = { schema: Schema; tables: readonly Table[] };

/** Prepares a query without running it: its columns with their TypeScript types, or what is wrong and where. */
export async function checkQuery(connection: DuckDBConnection, text: readonly string[], { schema }: Known): Promise<CallCheck> {
  const sql = joinText(text);
  let tables: readonly string[] = [];
  try {
    const { statement } = await prepareSelect(connection, sql, text.length - 1, (tree) => {
      ({ tables } = tree);
    });
    const columns = await columnsOf(statement);
    const names = columnNames(columns.map((column) => column.name));
    return { ok: true, columns: columns.map(({ type }, i) => ({ name: names[i]!, type: `${formOf(type).typescript} | null`, nullable: true })) };
  } catch (error) {
    const explained = explainError(error, { sql, schema, tables });
    if (explained instanceof Refusal) return explained.problem;
    const { code, message, hint } = (explained as CallError).data;
    return { ok: false, code, message, hint };
  }
}

type TypedColumn = { name: string; type: DuckDBType };

async function columnsOf(statement: DuckDBPreparedStatement): Promise<TypedColumn[]> {
  return Array.from({ length: statement.columnCount }, (_, i) => ({ name: statement.columnName(i), type: statement.columnType(i) }));
}
