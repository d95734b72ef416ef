import type { Unit } from '../../plan';
import { type DialectSql, FIRST_DAY } from './dialect-sql';
import { duckDb } from './duckdb';

export const postgres: DialectSql = {
  ...duckDb,
  dialect: 'PostgreSQL',
  days: (from, to) => `extract(epoch from (${to})::timestamp - (${from})::timestamp) / 86400`,
  // As a date '' could not even be handed over.
  dayGiven: (parameter) => `nullif(${parameter}, '')::date`,
  plus: (time, count, unit) => `${time} + ${interval(count, unit)}`,
  minus: (time, count, unit) => `${time} - ${interval(count, unit)}`,
  place: (unit, start) => PLACES[unit](start),
  bucketLabel(bucket, unit) {
    const pattern = { hour: 'FMDD Mon HH24:00', day: 'FMDD Mon YYYY', week: 'FMDD Mon YYYY', month: 'Mon YYYY', quarter: '"Q"Q YYYY', year: 'YYYY' }[unit];
    return `to_char(${bucket}, '${pattern}')`;
  },
  monthKey: (time) => `to_char(${time}, 'YYYY-MM')`,
  monthLabel: (time) => `to_char(${time}, 'FMMonth YYYY')`,
  monthName: (time) => `to_char(${time}, 'Mon')`,
  cycle: (cycle, time) => `extract(${{ weekday: 'isodow', 'hour-of-day': 'hour', 'month-of-year': 'month' }[cycle]} from ${time})::int`,
  weekdayName: (time) => `to_char(${time}, 'Dy')`,
  median: 'percentile_cont(0.5) within group (order by *)',
  contains: (text, part) => `position(lower(${part}) in lower(${text})) > 0`,
  numberGiven: (parameter) => `nullif(${parameter}, '')::numeric`,
  part: (part, time) => `extract(${part} from ${time})::int`,
};

const DAYS = (start: string) => `(${start})::date - date '${FIRST_DAY}'`;
const PART = (part: string, start: string) => `extract(${part} from ${start})::int`;

const PLACES: Record<Unit, (start: string) => string> = {
  day: DAYS,
  week: (start) => `(${DAYS(start)}) / 7`,
  month: (start) => `${PART('year', start)} * 12 + ${PART('month', start)}`,
  quarter: (start) => `${PART('year', start)} * 4 + ${PART('quarter', start)}`,
  year: (start) => PART('year', start),
};

function interval(count: number, unit: Unit): string {
  return unit === 'quarter' ? `interval '${count * 3} month'` : `interval '${count} ${unit}'`;
}
