import type { Chart, Measure } from '../plan';
import type { ChartQuery } from './chart-query';
import type { ColumnNames } from './identifiers';
import { as, type OutColumn, type Select } from './select';
import { columnSql, measureSql, spanOf, spanSql, todaySql } from './sql';

/** This year's months beside the same months of last year. */
export function versusQuery(chart: Chart, select: Select, names: ColumnNames): ChartQuery {
  const column = columnSql(chart.by.field, select.aliases);
  const { sql } = select.aliases;
  const today = todaySql(chart.versus?.anchor ?? 'today', chart.by.field, sql);
  const measure = chart.measures[0] as Measure;
  const quarterly = chart.by.bucket === 'quarter';
  const label: OutColumn = { name: names.give(quarterly ? 'quarter' : 'month'), label: quarterly ? 'quarter' : 'month', format: 'text' };
  const span = (back: number) => spanSql(column, spanOf({ kind: 'unit', unit: 'year', back }, today, sql));
  const years = [0, 1].map((back): OutColumn => ({ name: names.give(back ? 'last year' : 'this year'), label: back ? 'last year' : 'this year', format: measure.format }));
  const part = sql.part(quarterly ? 'quarter' : 'month', column);
  // What is still to come is no zero.
  const come = (value: string) => `case when ${part} <= ${sql.part(quarterly ? 'quarter' : 'month', today)} then ${value} end`;
  const columns = [
    as(quarterly ? sql.quarterName(part) : sql.monthName(`min(${column})`), label.name, sql),
    ...years.map((year, back) => as(back === 0 ? come(measureSql(measure, select.aliases, span(back).join(' and '))) : measureSql(measure, select.aliases, span(back).join(' and ')), year.name, sql)),
  ];
  const both = spanSql(column, { from: spanOf({ kind: 'unit', unit: 'year', back: 1 }, today, sql).from, to: spanOf({ kind: 'unit', unit: 'year', back: 0 }, today, sql).to });
  return { ...select.text(columns, [`group by ${part}`, `order by ${part}`], chart.where, both), label, series: null, values: years };
}
