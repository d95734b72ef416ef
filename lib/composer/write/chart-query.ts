import type { Chart, Filter } from '../plan';
import { besideQuery } from './beside-query';
import { type Group, groupOf, isOrdered, withinBands } from './group-sql';
import { ColumnNames } from './identifiers';
import { firstGroups } from './per-group-query';
import { as, type OutColumn, outColumn, type QueryText, Select } from './select';
import { type Aliases, anyOf, columnSql, conditionSql, identifier, measureSql } from './sql';
import { versusQuery } from './versus-query';
import { isWindowed, windowQuery } from './window-query';

/** The columns of a chart's rows: what stands along the axis, what tells the colours apart, the numbers. */
export type ChartQuery = QueryText & { label: OutColumn; series: OutColumn | null; values: OutColumn[] };

export function chartQuery(chart: Chart, filters: readonly Filter[]): ChartQuery {
  if (chart.beside?.length) return besideQuery(chart, chart.beside, filters);
  if (isWindowed(chart)) return windowQuery(chart, filters);
  const select = new Select(chart, filters);
  const { sql } = select.aliases;
  const names = new ColumnNames();
  if (chart.versus && chart.by.bucket) return versusQuery(chart, select, names);
  if (chart.perGroup !== undefined && chart.series) return firstGroups({ ...chart, series: chart.series, perGroup: chart.perGroup }, filters, names);
  const by = groupOf(chart.by, select.aliases, names);
  const series = chart.series ? groupOf(chart.series, select.aliases, names) : null;
  const values = chart.measures.map((m) => outColumn(names, m));
  const measures = chart.measures.map((m, i) => as(running(measureSql(m, select.aliases), chart, by, series), (values[i] as OutColumn).name, sql));
  const shape = { label: by.out, series: series?.out ?? null, values };
  if (chart.other && chart.limit !== null && values[0]) {
    return { ...otherQuery(select, by, values[0].name, measures[0] as string, chart.limit), ...shape };
  }
  const groups = [...by.groups, ...(series?.groups ?? [])];
  const ofLargest = limitsFirstGroups(chart);
  const rest = [
    `group by ${groups.join(', ')}`,
    ...havingSql(chart, select.aliases),
    `order by ${(chart.view === 'heatmap' && series ? [series.order, by.order] : [orderSql(chart, rankSql(chart, by, identifier((values[chart.sized ? 2 : 0] as OutColumn).name, sql), select.aliases), by.order), ...(series ? [series.order] : [])]).join(', ')}`,
    ...(chart.limit !== null && !ofLargest ? [`limit ${chart.limit}`] : []),
  ];
  const largest = ofLargest ? [largestSql(chart, select, filters)] : [];
  return { ...select.text([as(by.sql, by.out.name, sql), ...(series ? [as(series.sql, series.out.name, sql)] : []), ...measures], rest, chart.where, [...inGroups(chart, select.aliases), ...largest]), ...shape };
}

/** Whether a limit is of the first grouping's largest: of two groupings, and in the order of their names. */
export function limitsFirstGroups({ limit, series, by, sort }: Chart): boolean {
  return limit !== null && (series !== null || (!isOrdered(by) && (sort === 'label' || sort === 'label-desc')));
}

/** What rows are in no group by: a time or class that is missing, or a stretch of time that no number is of. */
export function inGroups({ by, series, measures, limit }: Chart, aliases: Aliases): string[] {
  const dimensions = [by, ...(series ? [series] : [])];
  // What has no company is not one of the first fifteen of them.
  const known = dimensions.filter((d) => d.nullable && (isOrdered(d) || (d === by && limit !== null))).map((d) => `${columnSql(d.field, aliases)} is not null`);
  const spans = measures.every((m) => m.during) ? [anyOf(measures.flatMap((m) => m.during ?? []).map((during) => conditionSql(during, aliases).join(' and ')))] : [];
  return [...known, ...dimensions.flatMap((d) => withinBands(d, aliases)), ...spans];
}

/** Of two groupings only the first has a limit: its largest groups, whatever they are made of. */
export function largestSql(chart: Chart, select: Select, filters: readonly Filter[]): string {
  const inner = new Select({ ...chart, filters: chart.filters }, filters);
  const column = columnSql(chart.by.key ?? chart.by.field, select.aliases);
  const order = `${measureSql(chart.measures[0] as Chart['measures'][number], inner.aliases)}${chart.sort === 'value-asc' ? '' : ' desc'}`;
  const { lines } = inner.text([column], [`group by ${column}`, `order by ${order}`, `limit ${chart.limit}`]);
  // MySQL takes no LIMIT right inside of IN.
  const text = lines.join(' ');
  return select.aliases.sql.dialect === 'MySQL' ? `${column} in (select * from (${text}) as largest)` : `${column} in (${text})`;
}

/** Each value with those before it. */
function running(measure: string, chart: Chart, by: Group, series: Group | null): string {
  if (!chart.cumulative) return measure;
  const within = series ? `partition by ${series.groups.join(', ')} ` : '';
  return `sum(${measure}) over (${within}order by ${chart.by.bands ? by.order : by.groups.join(', ')})`;
}

const COMPARISONS = { over: '>', 'at-least': '>=', under: '<', 'at-most': '<=', is: '=' } as const;

export function havingSql({ having, measures }: Pick<Chart, 'having' | 'measures'>, aliases: Aliases): string[] {
  const [first] = measures;
  return having && first ? [`having ${measureSql(first, aliases)} ${COMPARISONS[having.op]} ${having.value}`] : [];
}

/** What the largest group is told by: of bars in several colours, all of them together. */
function rankSql(chart: Chart, by: Group, value: string, aliases: Aliases): string {
  const [first] = chart.measures;
  return chart.series && chart.view === 'bar' && first ? `sum(${measureSql(first, aliases)}) over (partition by ${by.groups.join(', ')})` : value;
}

/** What groups stand in order by, each of the two told as SQL. */
export function orderSql({ sort }: Chart, value: string, label: string): string {
  if (sort === 'label') return label;
  if (sort === 'label-desc') return `${label} desc`;
  return `${value}${sort === 'value-desc' ? ' desc' : ''}, ${label}`;
}

/** The largest groups, and one for all the others. */
function otherQuery(select: Select, by: Group, value: string, measure: string, limit: number): QueryText {
  const { sql } = select.aliases;
  const name = identifier(by.out.name, sql);
  const amount = identifier(value, sql);
  const place = `row_number() over (order by ${measure.replace(/ as \S+$/, '')} desc, ${by.groups.join(', ')}) as place`;
  const inner = select.text([`${sql.asText(`(${by.sql})`)} as ${name}`, measure, place], [`group by ${by.groups.join(', ')}`]);
  return {
    params: inner.params,
    lines: [
      'with ranked as (',
      ...inner.lines.map((line) => `  ${line}`),
      ')',
      `select case when place <= ${limit} then ${name} else 'Other' end as ${name}, sum(${amount}) as ${amount}`,
      'from ranked',
      `group by case when place <= ${limit} then ${name} else 'Other' end`,
      'order by min(place)',
    ],
  };
}

