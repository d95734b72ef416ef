import type { Unit } from '../../plan';
import type { DialectSql } from './dialect-sql';
import { duckDb } from './duckdb';

export const postgres: DialectSql = {
  ...duckDb,
  dialect: 'PostgreSQL',
  days: (from, to) => `extract(epoch from (${to})::timestamp - (${from})::timestamp) / 86400`,
  // As a date '' could not even be handed over.
  dayGiven: (parameter) => `nullif(${parameter}, '')::date`,
  plus: (time, count, unit) => `${time} + ${interval(count, unit)}`,
  minus: (time, count, unit) => `${time} - ${interval(count, unit)}`,
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

function interval(count: number, unit: Unit): string {
  return unit === 'quarter' ? `interval '${count * 3} month'` : `interval '${count} ${unit}'`;
}
