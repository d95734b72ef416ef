import { DOUBLE, type DuckDBPreparedStatement, type DuckDBType, DuckDBTypeId, LIST, listValue, SQLNULL, VARCHAR } from '@duckdb/node-api';
import type { Parameter } from '../sql/arguments';

/** Binds the values. Texts are bound as VARCHAR, which DuckDB casts to the type that the query needs there, dates too. */
export function bindParameters(statement: DuckDBPreparedStatement, parameters: readonly Parameter[]): void {
  parameters.forEach((value, i) => {
    // The other way round it would cast the column to a number, and fail at the first text that is none.
    const asText = typeof value === 'number' && statement.parameterTypeId(i + 1) === DuckDBTypeId.VARCHAR;
    bindParameter(statement, i + 1, asText ? String(value) : value);
  });
}

const LARGEST_INT = 2 ** 31 - 1;

function bindParameter(statement: DuckDBPreparedStatement, index: number, value: Parameter): void {
  if (value === null) statement.bindNull(index);
  else if (typeof value === 'string') statement.bindVarchar(index, value);
  else if (typeof value === 'boolean') statement.bindBoolean(index, value);
  else if (Array.isArray(value)) statement.bindList(index, listValue(value), LIST(itemType(value)));
  else if (!Number.isSafeInteger(value)) statement.bindDouble(index, value);
  else if (Math.abs(value) <= LARGEST_INT) statement.bindInteger(index, value);
  else statement.bindBigInt(index, BigInt(value));
}

/** An empty list can be compared with anything. */
function itemType(items: readonly (string | number)[]): DuckDBType {
  if (items.length === 0) return SQLNULL;
  return typeof items[0] === 'number' ? DOUBLE : VARCHAR;
}
