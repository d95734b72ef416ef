import { type DialectSql, FIRST_DAY, FIRST_MONTH, type Stretch } from './dialect-sql';

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
  place: (unit, start) => `timestampdiff(${unit}, '${unit === 'day' || unit === 'week' ? FIRST_DAY : FIRST_MONTH}', ${start})`,
  bucketLabel(bucket, unit) {
    if (unit === 'quarter') return `concat('Q', quarter(${bucket}), ' ', year(${bucket}))`;
    const pattern = { hour: '%e %b %H:00', day: '%e %b %Y', week: '%e %b %Y', month: '%b %Y', year: '%Y' }[unit];
    return `date_format(${bucket}, '${pattern}')`;
  },
  monthKey: (time) => `date_format(${time}, '%Y-%m')`,
  monthLabel: (time) => `date_format(${time}, '%M %Y')`,
  monthName: (time) => `date_format(${time}, '%b')`,
  part: (part, time) => `${part}(${time})`,
  quarterName: (quarter) => `concat('Q', ${quarter})`,
  cycle: (cycle, time) => (cycle === 'weekday' ? `weekday(${time}) + 1` : `${cycle === 'hour-of-day' ? 'hour' : 'month'}(${time})`),
  weekdayName: (time) => `date_format(${time}, '%a')`,
  hourName: (hour) => `concat(lpad(${hour}, 2, '0'), ':00')`,
  median: null,
  both: (first, second) => `concat(${first}, ' ', ${second})`,
  contains: (text, part) => `instr(lower(${text}), lower(${part})) > 0`,
  bin: (number, width) => `floor(${number} / ${width}) * ${width}`,
  numberGiven: (parameter) => `cast(nullif(${parameter}, '') as decimal(30, 6))`,
  isNot: (value, other) => `not (${value} <=> ${other})`,
  descending: (value) => `${value} desc`,
};

const STARTS: Record<Stretch, (time: string) => string> = {
  hour: (time) => `timestamp(date(${time}), maketime(hour(${time}), 0, 0))`,
  day: (time) => `date(${time})`,
  week: (time) => `date_sub(date(${time}), interval weekday(${time}) day)`,
  month: (time) => `date_sub(date(${time}), interval dayofmonth(${time}) - 1 day)`,
  quarter: (time) => `date_add(makedate(year(${time}), 1), interval quarter(${time}) - 1 quarter)`,
  year: (time) => `makedate(year(${time}), 1)`,
};
