import type { Band, Cycle, Dimension } from '../plan';
import type { Stretch } from './dialects/dialect-sql';
import type { DialectSql } from './dialects';
import type { ColumnNames } from './identifiers';
import type { OutColumn } from './select';
import { type Aliases, columnSql, identifier, literal } from './sql';

/** What rows are grouped by: what is shown of a group, what it is told apart by, and in which order groups stand. */
export type Group = { sql: string; groups: string[]; order: string; out: OutColumn };

/** Times and classes of numbers have an order of their own. */
export function isOrdered({ bucket, bin, bands }: Dimension): boolean {
  return bucket !== null || bin !== undefined || bands !== undefined;
}

export function groupOf(by: Dimension, aliases: Aliases, names: ColumnNames): Group {
  const column = columnSql(by.field, aliases);
  if (by.bucket) return bucketGroup(by.bucket, column, aliases.sql, names);
  if (by.bin !== undefined) {
    const bin = aliases.sql.bin(column, by.bin);
    return { sql: bin, groups: [bin], order: bin, out: { name: names.give(by.field.column, by.field.label), label: by.field.label, format: by.field.format } };
  }
  if (by.bands) {
    const band = bandSql(by.bands, column, by.nullable, aliases.sql);
    return { sql: band, groups: [band], order: `min(${column})`, out: { name: names.give(`${by.field.column} class`), label: by.field.label, format: 'text' } };
  }
  const out: OutColumn = { name: by.field.and ? names.give(by.field.label, by.field.column) : names.give(by.field.column, by.field.label), label: by.field.label, format: by.field.format };
  const sql = labelSql(by, column, aliases.sql);
  const groups = by.key ? [columnSql(by.key, aliases), column] : [column];
  return { sql, groups, order: identifier(out.name, aliases.sql), out };
}

function bucketGroup(bucket: Stretch | Cycle, column: string, sql: DialectSql, names: ColumnNames): Group {
  if (bucket === 'weekday' || bucket === 'hour-of-day' || bucket === 'month-of-year') {
    const cycle = sql.cycle(bucket, column);
    const name = { weekday: 'weekday', 'hour-of-day': 'hour', 'month-of-year': 'month' }[bucket];
    const out: OutColumn = { name: names.give(name), label: name, format: 'text' };
    const text = { weekday: () => sql.weekdayName(`min(${column})`), 'hour-of-day': () => sql.hourName(cycle), 'month-of-year': () => sql.monthName(`min(${column})`) }[bucket]();
    return { sql: text, groups: [cycle], order: cycle, out };
  }
  const start = sql.startOf(bucket, column);
  return { sql: sql.bucketLabel(start, bucket), groups: [start], order: start, out: { name: names.give(bucket), label: bucket, format: 'text' } };
}

/** Which class a number is in. Each begins where the one before ends, and no row is in none: `outOfBands` are left out. */
function bandSql(bands: readonly Band[], column: string, nullable: boolean, sql: DialectSql): string {
  const cases = bands.map(({ label, high, through }, i) => {
    const isRest = i === bands.length - 1 && !nullable;
    const below = high === undefined ? `${column} is not null` : `${column} ${through ? '<=' : '<'} ${high}`;
    return isRest ? `else ${literal(label, sql)}` : `when ${below} then ${literal(label, sql)}`;
  });
  return `case ${cases.join(' ')} end`;
}

/** What rows have to be so that each is in a class. */
export function withinBands({ bands = [], field }: Dimension, aliases: Aliases): string[] {
  const column = columnSql(field, aliases);
  const [first, last] = [bands[0], bands.at(-1)];
  const from = ({ low, above }: Band) => `${column} ${above ? '>' : '>='} ${low}`;
  const to = ({ high, through }: Band) => `${column} ${through ? '<=' : '<'} ${high}`;
  const gaps = bands.slice(1).flatMap((band, i) => {
    const before = bands[i] as Band;
    return before.high !== undefined && band.low !== undefined && before.high < band.low ? [`(${to(before)} or ${from(band)})`] : [];
  });
  return [...(first?.low === undefined ? [] : [from(first)]), ...gaps, ...(last?.high === undefined ? [] : [to(last)])];
}

/** Text for a group's name: a flag reads "Yes" or "No", what is missing "None". */
function labelSql(by: Dimension, column: string, sql: DialectSql): string {
  if (by.field.format === 'flag') return `case when ${column} then 'Yes' when not ${column} then 'No' else 'None' end`;
  return by.nullable ? `coalesce(${sql.asText(by.field.and ? `(${column})` : column)}, 'None')` : column;
}
