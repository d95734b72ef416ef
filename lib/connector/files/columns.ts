import type { DuckDBConnection } from '@duckdb/node-api';
import { count } from './count';
import { type Digits, countMissed, digitsOf, filled, misfits } from './cells';
import { FORMATS, type Format } from './formats';
import { SOUGHT_ROWS } from './limits';
import { ownType } from './own-type';
import type { SimpleType } from './preview';
import type { RawColumn, RawTable } from './stage';

/**
 * A column with the type that was found, and how its values are written. `format` is null for text and for what the
 * file typed itself; `digits` is there for numbers that were written as text.
 */
export type FoundColumn = { column: RawColumn; type: SimpleType; format: Format | null; digits?: Digits; note?: string };

/** How the table as a whole is written, where single values could be read both ways. */
type Habits = { separators: 'point' | 'comma'; first: 'day' | 'month' };

/** Where so much of a column fits a type, the rest is told to the person: the values are likely wrong, not the type. */
const NEARLY = 0.9;

/** Finds the types of a table's columns: sought in the first rows, then held against all. */
export async function findColumns(connection: DuckDBConnection, table: RawTable): Promise<FoundColumn[]> {
  const likely = new Map<RawColumn, Format[]>();
  for (const column of table.columns) likely.set(column, await likelyFormats(connection, table, column));
  const habits = habitsOf([...likely.values()], table);
  const found: FoundColumn[] = [];
  for (const [column, formats] of likely) found.push(await findColumn(connection, table, column, preferring(formats, habits)));
  return found;
}

/** The strict formats that nearly all of the first values are written in. */
async function likelyFormats(connection: DuckDBConnection, table: RawTable, column: RawColumn): Promise<Format[]> {
  if (column.sqlType !== 'VARCHAR') return [];
  const formats = FORMATS.filter((format) => format.strict && (!table.typed || ['date', 'timestamp', 'time'].includes(format.type)));
  const [row] = await count(
    connection,
    `select count(v), ${formats.map((format) => `count(${format.value('v')})`).join()}
     from (select ${filled(column)} v from ${table.raw} where ${table.where} limit ${SOUGHT_ROWS})`,
  );
  const [values = 0, ...fits] = row ?? [];
  return values === 0 ? [] : formats.filter((_, index) => fits[index]! >= values * NEARLY);
}

/** One column that can be read in one way only says it for the table; else a file cut by semicolons writes `1,5`. */
function habitsOf(columns: Format[][], table: RawTable): Habits {
  const only = (wanted: (format: Format) => boolean, other: (format: Format) => boolean) =>
    columns.some((formats) => formats.some(wanted) && !formats.some(other));
  const point = (format: Format) => format.separators === 'point';
  const comma = (format: Format) => format.separators === 'comma';
  const commas = only(comma, point);
  // What has no delimiter of its own was written by this room or a program: with a point.
  const separators = table.delimiter !== null && (commas || (table.delimiter === ';' && !only(point, comma))) ? 'comma' : 'point';
  const dayFirst = only((format) => format.first === 'day', (format) => format.first === 'month');
  const monthFirst = only((format) => format.first === 'month', (format) => format.first === 'day');
  return { separators, first: dayFirst || (separators === 'comma' && !monthFirst) ? 'day' : 'month' };
}

function preferring(formats: Format[], habits: Habits): Format[] {
  const rank = ({ separators, first }: Format) => Number((separators ?? habits.separators) !== habits.separators || (first ?? habits.first) !== habits.first);
  return [...formats].sort((a, b) => rank(a) - rank(b));
}

async function findColumn(connection: DuckDBConnection, table: RawTable, column: RawColumn, formats: Format[]): Promise<FoundColumn> {
  const text: FoundColumn = { column, type: ownType(column.sqlType), format: null };
  let nearest: { format: Format; missed: number; values: number } | undefined;
  for (const format of formats) {
    const { missed, values } = await countMissed(connection, table, column, format.value);
    if (missed === 0) return written(connection, table, column, format, formats);
    if (!nearest || missed < nearest.missed) nearest = { format, missed, values };
  }
  if (!nearest || nearest.missed > nearest.values * (1 - NEARLY)) return text;
  return { ...text, note: await nearlyNote(connection, table, column, nearest.format, nearest.missed, nearest.values) };
}

const NOUNS = { decimal: 'numbers', whole: 'numbers', date: 'dates', timestamp: 'dates with times', time: 'times', 'yes-no': 'yes or no' };

async function nearlyNote(connection: DuckDBConnection, table: RawTable, column: RawColumn, format: Format, missed: number, values: number): Promise<string> {
  const [first] = await misfits(connection, table, column, format.value(filled(column)), 1);
  const counted = `${missed.toLocaleString('en')} of ${values.toLocaleString('en')} values can’t be read as ${NOUNS[format.type]}`;
  return `${counted}${first ? `, first “${first.value}” in row ${first.row}` : ''}.`;
}

/** The column in a format that fits all of it, with a note where the opposite reading fits as well. */
async function written(connection: DuckDBConnection, table: RawTable, column: RawColumn, format: Format, formats: Format[]): Promise<FoundColumn> {
  const rival = formats.find((other) => other.type === format.type && isOpposite(other, format));
  const doubtful = async () => rival !== undefined && (await countMissed(connection, table, column, rival.value)).missed === 0;
  if (!format.separators) return { column, type: format.type, format, note: (await doubtful()) ? format.note : undefined };
  const digits = await digitsOf(connection, table, column, format.separators);
  // What begins with 0, or is longer than a number can be, is a code: a postal code, a part, an account.
  if (digits.code) return { column, type: 'text', format: null };
  const type = digits.fraction === 0 && !digits.exponent ? 'whole' : 'decimal';
  const noted = digits.marked && ((type === 'decimal' && format.separators === 'comma') || (await doubtful()));
  return { column, type, format, digits, note: noted ? format.note : undefined };
}

function isOpposite(one: Format, other: Format): boolean {
  return (one.separators !== undefined && one.separators !== other.separators) || (one.first !== undefined && other.first !== undefined && one.first !== other.first);
}
