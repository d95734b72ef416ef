import type { Filter, Measure, Period, Stat } from '../plan';
import { havingSql } from './chart-query';
import { groupOf } from './group-sql';
import { ColumnNames } from './identifiers';
import { as, type OutColumn, outColumn, type QueryText, Select } from './select';
import { columnSql, identifier, measureSql, spanBefore, spanOf, spanSql, todaySql } from './sql';

/** `before` is the same figure of the period before, and `beforeWhen` says which that is. */
export type StatColumn = OutColumn & { before: string | null; beforeWhen?: string };

/** All figures of one scope in one row. */
export function statsQuery(stats: readonly Stat[], filters: readonly Filter[]): QueryText & { stats: StatColumn[] } {
  const [first] = stats as [Stat];
  const select = new Select(first, filters);
  const names = new ColumnNames();
  const period = first.where.find((c) => c.op === 'period');
  const { sql } = select.aliases;
  const today = period ? todaySql(period.anchor, period.field, sql) : '';
  // What is left out of this year has no like in the one before.
  const isWhole = first.where.every((c) => c.op !== 'period-not');
  const before = period && isWhole ? spanBefore(period.period, today, sql) : null;
  if (!period || !before) {
    const columns = stats.map((s) => ({ ...outColumn(names, s.measure), label: s.title, before: null }));
    return { ...select.text(stats.map((s, i) => as(measureSql(s.measure, select.aliases), (columns[i] as OutColumn).name, sql)), []), stats: columns };
  }
  const column = columnSql(period.field, select.aliases);
  const now = spanOf(period.period, today, sql);
  const within = (measure: Measure, span: typeof now) => measureSql(measure, select.aliases, spanSql(column, span).join(' and '));
  const columns = stats.map((s): StatColumn => {
    const out = outColumn(names, s.measure);
    // How much later a date is than the one before it is no share.
    if (s.measure.format === 'date') return { ...out, label: s.title, before: null };
    return { ...out, label: s.title, before: names.give(`${out.name} before`), beforeWhen: whenBefore(period.period) };
  });
  const text = stats.flatMap((s, i) => {
    const out = columns[i] as StatColumn;
    return [as(within(s.measure, now), out.name, sql), ...(out.before === null ? [] : [as(within(s.measure, before), out.before, sql)])];
  });
  const where = first.where.filter((c) => c !== period);
  return { ...select.text(text, [], where, spanSql(column, { from: before.from, to: now.to })), stats: columns };
}

/** How many groups come to so much. One without a value is none. */
export function groupCountQuery(stat: Stat, filters: readonly Filter[]): QueryText & { stats: StatColumn[] } {
  const { measure, groups } = stat;
  const select = new Select(stat, filters);
  const names = new ColumnNames();
  if (!groups) return statsQuery([stat], filters);
  const { groups: by } = groupOf(groups.by, select.aliases, names);
  const [key] = by as [string];
  const known = groups.by.nullable ? [`${key} is not null`] : [];
  const { lines, params } = select.text([key], [`group by ${by.join(', ')}`, ...havingSql({ having: groups.having, measures: [measure] }, select.aliases)], stat.where, known);
  const name = names.give('groups', 'count');
  return { params, lines: [`select count(*) as ${identifier(name, select.aliases.sql)}`, 'from (', ...lines.map((line) => `  ${line}`), ') as found'], stats: [{ name, label: stat.title, format: 'number', before: null }] };
}

/** The stretch that spanBefore gives, in words. */
function whenBefore(period: Period): string {
  if (period.kind === 'recent') return period.count === 1 ? `in the ${period.unit} before` : `in the ${period.count} ${period.unit}s before`;
  if (period.kind !== 'unit' && period.kind !== 'to-date') return 'in the period before';
  if (period.unit === 'day') return 'on the day before';
  return period.kind === 'unit' && period.back > 0 ? `in the ${period.unit} before` : `last ${period.unit} up to the same day`;
}
