import type { Unit } from '../../plan';
import type { DialectSql } from './dialect-sql';

export const mySql: DialectSql = {
  dialect: 'MySQL',
  asText: (value) => `cast(${value} as char)`,
  // As a float: of whole numbers it would keep four digits.
  share: (condition) => `avg(0e0 + (${condition}))`,
  // FILTER isn't known: what doesn't meet the condition is null, and isn't counted.
  only: (aggregate, of, condition) => aggregate.replace('*', () => `case when ${condition} then ${of === '*' ? '1' : of} end`),
  days: (from, to) => `timestampdiff(minute, ${from}, ${to}) / 1440`,
  today: 'current_date',
  latestDay: (column, table) => `(select date(max(${column})) from ${table})`,
  day: (iso) => `date '${iso}'`,
  dayGiven: (parameter) => `nullif(${parameter}, '')`,
  nextDay: (day) => `date_add(${day}, interval 1 day)`,
  plus: (time, count, unit) => `date_add(${time}, interval ${count} ${unit})`,
  minus: (time, count, unit) => `date_sub(${time}, interval ${count} ${unit})`,
  startOf: (unit, time) => STARTS[unit](time),
  bucketLabel(bucket, unit) {
    if (unit === 'quarter') return `concat('Q', quarter(${bucket}), ' ', year(${bucket}))`;
    const pattern = { day: '%e %b %Y', week: '%e %b %Y', month: '%b %Y', year: '%Y' }[unit];
    return `date_format(${bucket}, '${pattern}')`;
  },
  monthKey: (time) => `date_format(${time}, '%Y-%m')`,
  monthLabel: (time) => `date_format(${time}, '%M %Y')`,
  monthName: (time) => `date_format(${time}, '%b')`,
  part: (part, time) => `${part}(${time})`,
  quarterName: (quarter) => `concat('Q', ${quarter})`,
  isNot: (value, other) => `not (${value} <=> ${other})`,
  descending: (value) => `${value} desc`,
};

const STARTS: Record<Unit, (time: string) => string> = {
  day: (time) => `date(${time})`,
  week: (time) => `date_sub(date(${time}), interval weekday(${time}) day)`,
  month: (time) => `date_sub(date(${time}), interval dayofmonth(${time}) - 1 day)`,
  quarter: (time) => `date_add(makedate(year(${time}), 1), interval quarter(${time}) - 1 quarter)`,
  year: (time) => `makedate(year(${time}), 1)`,
};
