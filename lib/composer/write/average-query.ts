import { isOverallAverage } from '../build/chart-lines';
import type { Chart, Filter, Measure } from '../plan';
import { havingSql, inGroups } from './chart-query';
import { groupOf } from './group-sql';
import { ColumnNames } from './identifiers';
import { type QueryText, Select } from './select';
import { measureSql } from './sql';

/** The average that a line across a chart stands at: of all rows where the chart shows averages, else of what its groups come to. */
export function averageQuery(chart: Chart, filters: readonly Filter[]): QueryText {
  const select = new Select(chart, filters);
  const [measure] = chart.measures as [Measure];
  const value = measureSql(measure, select.aliases);
  if (isOverallAverage(measure)) return select.text([`${value} as average`], [], chart.where, inGroups(chart, select.aliases));
  // Colours that stand on each other are one bar.
  const isStacked = chart.series !== null && chart.stack !== 'grouped' && chart.view !== 'line';
  const groups = [chart.by, ...(chart.series && !isStacked ? [chart.series] : [])].flatMap((by) => groupOf(by, select.aliases, new ColumnNames()).groups);
  const { lines, params } = select.text([`${value} as value`], [`group by ${groups.join(', ')}`, ...havingSql(chart, select.aliases)], chart.where, inGroups(chart, select.aliases));
  return { params, lines: ['select avg(value) as average', 'from (', ...lines.map((line) => `  ${line}`), ') as each_group'] };
}
