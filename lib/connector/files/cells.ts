import type { DuckDBConnection } from '@duckdb/node-api';
import { count } from './count';
import { EMPTY_WORDS, numberText } from './formats';
import { EXAMPLES } from './limits';
import { ownType } from './own-type';
import { literal } from './sql-text';
import type { RawColumn, RawTable } from './stage';

const SHOWN_LENGTH = 60;
/** What a BIGINT always holds; longer ones are account numbers and the like. */
const MAX_WHOLE_DIGITS = 18;

/** SQL: a cell as text, as it stands in the file; of rows and cells without the space around it. */
export function cellText(column: RawColumn): string {
  return ownType(column.sqlType) === 'json' ? `to_json(${column.raw})::varchar` : `${column.raw}::varchar`;
}

/** SQL: the text, or null where the cell is empty or says that it is. */
export function filled(column: RawColumn): string {
  return `case when lower(${cellText(column)}) not in (${EMPTY_WORDS.map(literal).join()}) then ${cellText(column)} end`;
}

/** How many filled cells `value` makes nothing of, and how many there are. `value` makes SQL from the SQL of a text. */
export async function countMissed(connection: DuckDBConnection, table: RawTable, column: RawColumn, value: (text: string) => string): Promise<{ missed: number; values: number }> {
  const [row] = await count(connection, `select count(v), count(${value('v')}) from (select ${filled(column)} v from ${table.raw} where ${table.where})`);
  const [values = 0, fits = 0] = row ?? [];
  return { missed: values - fits, values };
}

/**
 * The longest whole part and fraction among a column's numbers, in digits. `code`: digits that are no number.
 * `marked`: a point or comma stands in one of them.
 */
export type Digits = { whole: number; fraction: number; exponent: boolean; code: boolean; marked: boolean };

/** Looks at the digits of every number that is written as text: what a decimal must hold, and whether it is one at all. */
export async function digitsOf(connection: DuckDBConnection, table: RawTable, column: RawColumn, separators: 'point' | 'comma'): Promise<Digits> {
  const [row] = await count(
    connection,
    `select max(length(w)), max(length(split_part(n, '.', 2))), max(contains(lower(n), 'e')::int), max((w[1] = '0' and length(w) > 1)::int), max(m::int)
     from (select n, m, ltrim(split_part(n, '.', 1), '-') w
       from (select ${numberText(separators, 'v')} n, contains(v, '.') or contains(v, ',') m
         from (select ${filled(column)} v from ${table.raw} where ${table.where})) where n is not null)`,
  );
  const [whole = 0, fraction = 0, exponent = 0, zeros = 0, marked = 0] = row ?? [];
  return { whole, fraction, exponent: exponent === 1, code: zeros === 1 || (whole > MAX_WHOLE_DIGITS && fraction === 0 && exponent === 0), marked: marked === 1 };
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
    `select rowid::int + 1 as row, left(${cellText(column)}, ${SHOWN_LENGTH}) as value from ${table.raw}
     where ${table.where} and ${filled(column)} is not null and (${expression}) is null order by rowid limit ${most}`,
  );
  return found.getRowObjectsJson().map(({ row, value }) => ({ row: Number(row), value: String(value) }));
}
