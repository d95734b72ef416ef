import type { DuckDBConnection } from '@duckdb/node-api';
import { count } from './count';
import { EMPTY_WORDS, numberText } from './formats';
import { EXAMPLES } from './limits';
import { ownType } from './own-type';
import { literal } from './sql-text';
import type { RawColumn, RawTable } from './stage';

const SHOWN_LENGTH = 60;

/** SQL: a cell as text, as it stands in the file. */
export function cellText(column: RawColumn): string {
  return ownType(column.sqlType) === 'json' ? `to_json(${column.raw})::varchar` : `${column.raw}::varchar`;
}

/** SQL: the text without space around it. */
export function trimmed(column: RawColumn): string {
  return `trim(${cellText(column)}, ' \u00a0\t')`;
}

/** SQL: the trimmed text, or null where the cell is empty or says that it is. */
export function filled(column: RawColumn): string {
  return `case when lower(${trimmed(column)}) not in (${EMPTY_WORDS.map(literal).join()}) then ${trimmed(column)} end`;
}

/** The longest whole part and fraction among a column's numbers, in digits. `code`: digits that are no number. */
export type Digits = { whole: number; fraction: number; exponent: boolean; code: boolean };

/** Looks at the digits of every number that is written as text: what a decimal must hold, and whether it is one at all. */
export async function digitsOf(connection: DuckDBConnection, table: RawTable, column: RawColumn, separators: 'point' | 'comma'): Promise<Digits> {
  const [row] = await count(
    connection,
    `select max(length(regexp_extract(n, '^-?(\\d+)', 1))), max(length(regexp_extract(n, '\\.(\\d+)', 1))), max((n ilike '%e%')::int),
       max(regexp_matches(n, '^-?0\\d')::int)
     from (select ${numberText(separators, filled(column))} n from ${table.raw} where ${table.where})`,
  );
  const [whole = 0, fraction = 0, exponent = 0, zeros = 0] = row ?? [];
  return { whole, fraction, exponent: exponent === 1, code: zeros === 1 || (whole > 18 && fraction === 0 && exponent === 0) };
}

export type Misfit = { row: number; value: string };

/** The first values that `expression` makes nothing of, with their row in the file. */
export async function misfits(
  connection: DuckDBConnection,
  table: RawTable,
  column: RawColumn,
  expression: string,
  most = EXAMPLES,
): Promise<Misfit[]> {
  const found = await connection.runAndReadAll(
    `select rowid::int + 1 as row, left(${trimmed(column)}, ${SHOWN_LENGTH}) as value from ${table.raw}
     where ${table.where} and ${filled(column)} is not null and (${expression}) is null order by rowid limit ${most}`,
  );
  return found.getRowObjectsJson().map(({ row, value }) => ({ row: Number(row), value: String(value) }));
}
