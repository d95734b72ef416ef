import type { DuckDBConnection } from '@duckdb/node-api';
import { type Digits, cellText, digitsOf, filled } from './cells';
import type { FoundColumn } from './columns';
import { count } from './count';
import { FORMATS, type Format, numberText } from './formats';
import type { SimpleType } from './preview';
import type { RawColumn, RawTable } from './stage';

/** A decimal of 18 digits is exact and quick; sums of money come out to the cent. */
const EXACT_DIGITS = 18;
/** A longer fraction was measured or calculated, and is a floating number. */
const EXACT_FRACTION = 6;

/** SQL for a column's values in the type that was found. */
export function converted(found: FoundColumn): string {
  const { column, type, format, digits } = found;
  if (digits && format?.separators) return `try_cast(${numberText(format.separators, filled(column))} as ${numberType(type, digits)})`;
  if (format) return format.value(filled(column));
  if (type === 'json') return `to_json(${column.raw})`;
  if (type === 'timestamp') return column.sqlType.includes('ZONE') ? `${column.raw} at time zone 'UTC'` : `${column.raw}::timestamp`;
  if (type === 'text') return cellText(column);
  return type === 'time' ? `${column.raw}::time` : column.raw;
}

function numberType(type: SimpleType, { whole, fraction, exponent }: Digits): string {
  if (type === 'whole') return whole <= 9 ? 'integer' : 'bigint';
  if (exponent || fraction > EXACT_FRACTION || whole + fraction > EXACT_DIGITS) return 'double';
  return `decimal(${EXACT_DIGITS}, ${fraction})`;
}

/** SQL for a column's values in a type that a person chose; null where a value does not fit it. */
export async function corrected(connection: DuckDBConnection, table: RawTable, found: FoundColumn, type: SimpleType): Promise<string> {
  const { column } = found;
  const text = filled(column);
  if (type === 'text') return cellText(column);
  if (type === 'json') return `case when json_valid(${text}) then (${text})::json end`;
  if (type !== 'whole' && type !== 'decimal') return (await bestFormat(connection, table, column, type)).value(text);
  const { separators } = found.format?.separators ? found.format : await bestFormat(connection, table, column, 'decimal');
  const number = numberText(separators!, text);
  if (type === 'whole') return `case when regexp_matches(${number}, '^-?\\d+(\\.0*)?$') then try_cast(split_part(${number}, '.', 1) as bigint) end`;
  return `try_cast(${number} as ${numberType(type, await digitsOf(connection, table, column, separators!))})`;
}

/** Of a type's formats the one that most of the column's values are written in. */
async function bestFormat(connection: DuckDBConnection, table: RawTable, column: RawColumn, type: SimpleType): Promise<Format> {
  const formats = FORMATS.filter((format) => format.type === type);
  const [fits] = await count(
    connection,
    `select ${formats.map((format) => `count(${format.value('v')})`).join()} from (select ${filled(column)} v from ${table.raw} where ${table.where})`,
  );
  return formats[fits!.indexOf(Math.max(...fits!))]!;
}
