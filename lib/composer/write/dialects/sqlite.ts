import type { Unit } from '../../plan';
import { type DialectSql, filterOnly, FIRST_DAY } from './dialect-sql';

/** Times are texts, and a text without a time of day stands before the same day with one. */
export const sqlite: DialectSql = {
  dialect: 'SQLite',
  asText: (value) => `cast(${value} as text)`,
  share: (condition) => `avg(${condition})`,
  only: filterOnly,
  days: (from, to) => `(julianday(${to}) - julianday(${from}))`,
  today: `date('now')`,
  latestDay: (column, table) => `(select date(max(${column})) from ${table})`,
  day: (iso) => `'${iso}'`,
  dayGiven: (parameter) => `date(${parameter})`,
  nextDay: (day) => `date(${day}, '+1 day')`,
  plus: (time, count, unit) => `date(${time}, '+${modifier(count, unit)}'${ending(unit)})`,
  minus: (time, count, unit) => `date(${time}, '-${modifier(count, unit)}'${ending(unit)})`,
  startOf: (unit, time) => (unit === 'hour' ? `strftime('%Y-%m-%d %H:00', ${time})` : `date(${[time, ...STARTS[unit](time)].join(', ')})`),
  place: (unit, start) => PLACES[unit](start),
  bucketLabel(bucket, unit) {
    const year = `strftime('%Y', ${bucket})`;
    if (unit === 'year') return year;
    if (unit === 'hour') return `ltrim(strftime('%d', ${bucket}), '0') || ' ' || ${monthName(bucket)} || strftime(' %H:00', ${bucket})`;
    if (unit === 'quarter') return `'Q' || ${quarter(bucket)} || ' ' || ${year}`;
    return `${unit === 'month' ? '' : `ltrim(strftime('%d', ${bucket}), '0') || ' ' || `}${monthName(bucket)} || ' ' || ${year}`;
  },
  monthKey: (time) => `strftime('%Y-%m', ${time})`,
  monthLabel: (time) => `json_extract('${MONTHS}', '$[' || (strftime('%m', ${time}) - 1) || ']') || ' ' || strftime('%Y', ${time})`,
  monthName,
  part: (part, time) => (part === 'quarter' ? quarter(time) : `cast(strftime('%m', ${time}) as integer)`),
  quarterName: (number) => `'Q' || ${number}`,
  cycle: (cycle, time) => (cycle === 'weekday' ? `((strftime('%w', ${time}) + 6) % 7 + 1)` : `cast(strftime('${cycle === 'hour-of-day' ? '%H' : '%m'}', ${time}) as integer)`),
  weekdayName: (time) => `substr('SunMonTueWedThuFriSat', strftime('%w', ${time}) * 3 + 1, 3)`,
  hourName: (hour) => `substr('0' || ${hour}, -2) || ':00'`,
  median: null,
  both: (first, second) => `${first} || ' ' || ${second}`,
  contains: (text, part) => `instr(lower(${text}), lower(${part})) > 0`,
  bin: (number, width) => `floor(${number} / ${width}.0) * ${width}`.replace(/(\.\d+)\.0\)/, '$1)'),
  numberGiven: (parameter) => `cast(nullif(${parameter}, '') as real)`,
  isNot: (value, other) => `${value} is not ${other}`,
  descending: (value) => `${value} desc nulls last`,
};

/** SQLite has no names of months of its own. */
const MONTHS = JSON.stringify('January February March April May June July August September October November December'.split(' '));

const STARTS: Record<Unit, (time: string) => string[]> = {
  day: () => [],
  week: () => [`'-6 days'`, `'weekday 1'`],
  month: () => [`'start of month'`],
  quarter: (time) => [`'start of month'`, `'-' || ((strftime('%m', ${time}) - 1) % 3) || ' months'`],
  year: () => [`'start of year'`],
};

/** A month before the 31st of March is the last of February, and not the 3rd of March. */
function ending(unit: Unit): string {
  return unit === 'day' || unit === 'week' ? '' : `, 'floor'`;
}

const DAYS = (start: string) => `cast(julianday(${start}) - julianday('${FIRST_DAY}') as integer)`;

const PLACES: Record<Unit, (start: string) => string> = {
  day: DAYS,
  week: (start) => `${DAYS(start)} / 7`,
  month: (start) => `strftime('%Y', ${start}) * 12 + strftime('%m', ${start})`,
  quarter: (start) => `strftime('%Y', ${start}) * 4 + ${quarter(start)}`,
  year: (start) => `cast(strftime('%Y', ${start}) as integer)`,
};

function modifier(count: number, unit: Unit): string {
  const [number, name] = unit === 'week' ? [count * 7, 'days'] : unit === 'quarter' ? [count * 3, 'months'] : [count, `${unit}s`];
  return `${number} ${name}`;
}

function quarter(time: string): string {
  return `((strftime('%m', ${time}) + 2) / 3)`;
}

function monthName(time: string): string {
  return `substr('JanFebMarAprMayJunJulAugSepOctNovDec', strftime('%m', ${time}) * 3 - 2, 3)`;
}
