import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import { CallError } from '../contract';
import { MAX_RESULT_UNITS, MAX_ROWS } from '../limits';
import { bindParameters, type Query } from './arguments';
import { explainError, type Schema } from './explain-error';
import { prepareSelect } from './prepare-select';
import { Refusal } from './refusal';
import { columnNames, formOf, type Json } from './values';

export type Row = { [column: string]: Json };

export type Rows = { rows: Row[]; /** UTF-16 units of the rows as JSON. */ units: number };

/** Runs one SELECT and reads its rows as they come, up to the limits. Throws a CallError. */
export async function runQuery(connection: DuckDBConnection, { sql, parameters }: Query, schema: Schema): Promise<Rows> {
  let tables: string[] = [];
  try {
    const { statement } = await prepareSelect(connection, sql, parameters.length, (tree) => {
      tables = tree.tables;
    });
    bindParameters(statement, parameters);
    return await readRows(await statement.stream());
  } catch (error) {
    const explained = explainError(error, { sql, schema, tables });
    throw explained instanceof Refusal ? explained.toCallError() : explained;
  }
}

async function readRows(result: DuckDBResult): Promise<Rows> {
  const names = columnNames(result.columnNames());
  const forms = result.columnTypes().map(formOf);
  const rows: Row[] = [];
  let units = 2;
  for await (const chunk of result) {
    if (rows.length + chunk.rowCount > MAX_ROWS) throw tooManyRows();
    for (const row of rowsOf(chunk, names, forms)) {
      units += JSON.stringify(row).length + 1;
      if (units > MAX_RESULT_UNITS) throw tooLarge();
      rows.push(row);
    }
  }
  return { rows, units: rows.length === 0 ? units : units - 1 };
}

function* rowsOf(chunk: DuckDBDataChunk, names: readonly string[], forms: readonly ReturnType<typeof formOf>[]): Generator<Row> {
  const columns = forms.map((form, i) => chunk.getColumnValues(i).map(form.toJson));
  for (let i = 0; i < chunk.rowCount; i++) yield Object.fromEntries(names.map((name, j) => [name, columns[j]![i]!]));
}

function tooManyRows(): CallError {
  return new CallError({
    code: 'limit-rows',
    message: `The query returns more than ${MAX_ROWS.toLocaleString('en')} rows.`,
    hint: 'Aggregate in SQL (group by), filter, or add a limit.',
    retryable: false,
  });
}

function tooLarge(): CallError {
  return new CallError({
    code: 'limit-bytes',
    message: `The result is larger than ${MAX_RESULT_UNITS / 1_000_000} MB.`,
    hint: 'Select fewer columns, aggregate in SQL, or add a limit.',
    retryable: false,
  });
}
