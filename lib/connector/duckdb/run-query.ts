import type { DuckDBConnection, DuckDBDataChunk, DuckDBResult } from '@duckdb/node-api';
import type { Query } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import type { Row } from '../sql/json';
import type { Schema } from '../sql/known-names';
import { ResultRows } from '../sql/result-rows';
import { bindParameters } from './bind-parameters';
import { explainError } from './explain-error';
import { prepareSelect } from './prepare-select';
import { formOf } from './values';

/** Runs one SELECT and reads its rows as they come, up to the limits. Throws a Refusal or a CallError. */
export async function runQuery(connection: DuckDBConnection, { sql, parameters }: Query, schema: Schema): Promise<ResultRows> {
  let tables: string[] = [];
  try {
    const { statement } = await prepareSelect(connection, sql, parameters.length, (tree) => {
      tables = tree.tables;
    });
    bindParameters(statement, parameters);
    return await readRows(await statement.stream());
  } catch (error) {
    throw explainError(error, { sql, schema, tables });
  }
}

async function readRows(result: DuckDBResult): Promise<ResultRows> {
  const names = columnNames(result.columnNames());
  const forms = result.columnTypes().map(formOf);
  const rows = new ResultRows();
  for await (const chunk of result) for (const row of rowsOf(chunk, names, forms)) rows.add(row);
  return rows;
}

function* rowsOf(chunk: DuckDBDataChunk, names: readonly string[], forms: readonly ReturnType<typeof formOf>[]): Generator<Row> {
  const columns = forms.map((form, i) => chunk.getColumnValues(i).map(form.toJson));
  for (let i = 0; i < chunk.rowCount; i++) yield Object.fromEntries(names.map((name, j) => [name, columns[j]![i]!]));
}
