import { type DuckDBConnection, type DuckDBPreparedStatement, StatementType } from '@duckdb/node-api';
import { Refusal } from '../sql/refusal';
import { parseSelect, type SelectTree } from './parse-select';

export type PreparedSelect = { statement: DuckDBPreparedStatement; tree: SelectTree };

/**
 * Prepares the text if it is exactly one SELECT with the parameters `$1` to `$count`. DuckDB's parser decides, twice:
 * its tree says which functions are called, its prepared statement says what would run.
 */
export async function prepareSelect(connection: DuckDBConnection, sql: string, count: number, onParsed: (tree: SelectTree) => void): Promise<PreparedSelect> {
  const tree = await parseSelect(connection, sql);
  onParsed(tree);
  const statements = await connection.extractStatements(sql);
  const statement = statements.count === 1 ? await statements.prepare(0) : null;
  if (statement?.statementType !== StatementType.SELECT) throw new Refusal({ code: 'sql-not-read-only', message: 'Only one SELECT may run here.' });
  checkParameters(statement, sql, count);
  return { statement, tree };
}

/** A value inside quotes or a comment is no parameter, and `$2` in the text would be one that nobody gave. */
function checkParameters(statement: DuckDBPreparedStatement, sql: string, count: number): void {
  const names = new Set(Array.from({ length: statement.parameterCount }, (_, i) => statement.parameterName(i + 1)));
  const missing = Array.from({ length: count }, (_, i) => String(i + 1)).find((name) => !names.delete(name));
  if (missing !== undefined) throw quotedValue(sql, `$${missing}`);
  const [extra] = names;
  if (extra !== undefined) throw new Refusal({ code: 'sql-error', message: `The parameter ${extra} has no value.`, hint: 'Write values as ${…}; DuckDB’s own $1 and ? can’t be used.' });
}

function quotedValue(sql: string, parameter: string): Refusal {
  const offset = sql.indexOf(parameter);
  return new Refusal({
    code: 'sql-error',
    message: 'A ${…} inside quotes or a comment is not a value of the query.',
    hint: "Write it outside: `name ilike '%' || ${word} || '%'`, `day + to_days(${days})`.",
    ...(offset >= 0 && { offset, length: parameter.length }),
  });
}
