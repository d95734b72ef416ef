import type { Unit } from '../../plan';
import { type DialectSql, filterOnly, FIRST_DAY } from './dialect-sql';

export const duckDb: DialectSql = {
  dialect: 'DuckDB',
  asText: (value) => `${value}::text`,
  share: (condition) => `avg((${condition})::int)`,
  only: filterOnly,
  days: (from, to) => `date_diff('minute', ${from}, ${to}) / 1440`,
  today: 'current_date',
  latestDay: (column, table) => `(select max(${column})::date from ${table})`,
  day: (iso) => `date '${iso}'`,
  dayGiven: (parameter) => `${parameter}::date`,
  nextDay: (day) => `${day} + 1`,
  plus: (time, count, unit) => `${time} + ${interval(count, unit)}`,
  minus: (time, count, unit) => `${time} - ${interval(count, unit)}`,
  startOf: (unit, time) => `date_trunc('${unit}', ${time})`,
  place: (unit, start) => `date_diff('${unit}', date '${FIRST_DAY}', ${start})`,
  bucketLabel(bucket, unit) {
    if (unit === 'quarter') return `'Q' || quarter(${bucket}) || ' ' || year(${bucket})`;
    const pattern = { hour: '%-d %b %H:00', day: '%-d %b %Y', week: '%-d %b %Y', month: '%b %Y', year: '%Y' }[unit];
    return `strftime(${bucket}, '${pattern}')`;
  },
  monthKey: (time) => `strftime(${time}, '%Y-%m')`,
  monthLabel: (time) => `strftime(${time}, '%B %Y')`,
  monthName: (time) => `strftime(${time}, '%b')`,
  part: (part, time) => `${part}(${time})`,
  quarterName: (quarter) => `'Q' || ${quarter}`,
  cycle: (cycle, time) => `${{ weekday: 'isodow', 'hour-of-day': 'hour', 'month-of-year': 'month' }[cycle]}(${time})`,
  weekdayName: (time) => `strftime(${time}, '%a')`,
  hourName: (hour) => `lpad(${hour}::text, 2, '0') || ':00'`,
  median: 'median(*)',
  both: (first, second) => `${first} || ' ' || ${second}`,
  contains: (text, part) => `contains(lower(${text}), lower(${part}))`,
  bin: (number, width) => `floor(${number} / ${width}) * ${width}`,
  numberGiven: (parameter) => `try_cast(${parameter} as double)`,
  isNot: (value, other) => `${value} is distinct from ${other}`,
  descending: (value) => `${value} desc nulls last`,
};

function interval(count: number, unit: Unit): string {
  return unit === 'quarter' ? `interval ${count * 3} month` : `interval ${count} ${unit}`;
}
