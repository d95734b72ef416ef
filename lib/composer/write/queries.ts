import { ColumnNames } from './identifiers';
import type { Block, Chart, Condition, Dimension, Filter, Format, Measure, RowTable, Stat } from '../plan';
import { DIALECTS, type DialectSql } from './dialects';
import { aliasesOf, type Aliases, columnSql, conditionSql, fromSql, identifier, measureSql, spanBefore, spanOf, spanSql, tableSql, todaySql } from './sql';

/** A column that a query returns, as `ui.tsx` reads and shows it. */
export type OutColumn = { name: string; label: string; format: Format };

type Scope = Pick<Block, 'dialect' | 'table' | 'joins' | 'where' | 'filters'>;

/** A query's text by lines, with the parameters it takes. */
export type QueryText = { lines: string[]; params: string[] };

class Select {
  readonly aliases: Aliases;
  private readonly scope: Scope;
  private readonly filters: readonly Filter[];

  constructor(scope: Scope, filters: readonly Filter[]) {
    this.scope = scope;
    this.filters = filters;
    this.aliases = aliasesOf(scope.table, scope.joins, DIALECTS[scope.dialect]);
  }

  text(columns: readonly string[], rest: readonly string[], where: readonly Condition[] = this.scope.where, extra: readonly string[] = []): QueryText {
    const reaching = this.filters.filter((f) => this.scope.filters.some((used) => used.id === f.id));
    const terms = [
      ...where.flatMap((c) => conditionSql(c, this.aliases)),
      ...extra,
      ...reaching.flatMap((f) => this.filterTerms(f)),
    ];
    const lines = [
      ...list('select', columns, ','),
      ...fromSql(this.scope.table, this.scope.joins, this.aliases),
      ...terms.map((term, i) => (i === 0 ? `where ${term}` : `  and ${term}`)),
      ...rest,
    ];
    return { lines, params: reaching.flatMap(paramsOf) };
  }

  private filterTerms(filter: Filter): string[] {
    const field = this.scope.filters.find((used) => used.id === filter.id)?.field ?? filter.field;
    const { sql } = this.aliases;
    const column = columnSql(field, this.aliases);
    const param = (name: string) => `\${${name}}`;
    if (filter.type === 'dates') {
      const [from, to] = paramsOf(filter) as [string, string];
      const day = (name: string) => sql.dayGiven(param(name));
      return [`(${param(from)} = '' or ${column} >= ${day(from)})`, `(${param(to)} = '' or ${column} < ${sql.nextDay(day(to))})`];
    }
    const value = filter.type === 'month' ? sql.monthKey(column) : choiceSql(filter, column, sql);
    return [`(${param(filter.id)} = '' or ${value} = ${param(filter.id)})`];
  }
}

/** A choice is a text. What is called text may be of a type of its own in PostgreSQL. */
function choiceSql(filter: Filter, column: string, sql: DialectSql): string {
  const isText = sql.dialect !== 'PostgreSQL' && (filter.field.format === 'text' || filter.field.format === 'status');
  return isText ? column : sql.asText(column);
}

/** The names of a filter's parameters: its id, or for dates where they begin and end. */
export function paramsOf(filter: Filter): string[] {
  return filter.type === 'dates' ? ['from', 'to'] : [filter.id];
}

const LINE_WIDTH = 92;

/** One line where it fits, else one line per item under the first. */
function list(keyword: string, items: readonly string[], separator: string): string[] {
  const line = `${keyword} ${items.join(`${separator} `)}`;
  if (line.length <= LINE_WIDTH) return [line];
  const indent = ' '.repeat(keyword.length + 1);
  return items.map((item, i) => `${i === 0 ? `${keyword} ` : indent}${item}${i < items.length - 1 ? separator : ''}`);
}

function as(value: string, name: string, sql: DialectSql): string {
  return value === name || value.endsWith(`.${name}`) ? value : `${value} as ${identifier(name, sql)}`;
}

export type StatColumn = OutColumn & { before: string | null };

/** All figures of one scope in one row. `before` is the same figure of the period before. */
export function statsQuery(stats: readonly Stat[], filters: readonly Filter[]): QueryText & { stats: StatColumn[] } {
  const [first] = stats as [Stat];
  const select = new Select(first, filters);
  const names = new ColumnNames();
  const period = first.where.find((c) => c.op === 'period');
  const { sql } = select.aliases;
  const today = period ? todaySql(period.anchor, period.field, sql) : '';
  const before = period ? spanBefore(period.period, today, sql) : null;
  if (!period || !before) {
    const columns = stats.map((s) => ({ ...outColumn(names, s.measure), label: s.title, before: null }));
    return { ...select.text(stats.map((s, i) => as(measureSql(s.measure, select.aliases), (columns[i] as OutColumn).name, sql)), []), stats: columns };
  }
  const column = columnSql(period.field, select.aliases);
  const now = spanOf(period.period, today, sql);
  const within = (measure: Measure, span: typeof now) => measureSql(measure, select.aliases, spanSql(column, span).join(' and '));
  const columns = stats.map((s): StatColumn => {
    const out = outColumn(names, s.measure);
    return { ...out, label: s.title, before: names.give(`${out.name} before`) };
  });
  const text = stats.flatMap((s, i) => {
    const out = columns[i] as StatColumn;
    return [as(within(s.measure, now), out.name, sql), as(within(s.measure, before), out.before as string, sql)];
  });
  const where = first.where.filter((c) => c !== period);
  return { ...select.text(text, [], where, spanSql(column, { from: before.from, to: now.to })), stats: columns };
}

function outColumn(names: ColumnNames, measure: Measure): OutColumn {
  return { name: names.give(measure.label), label: measure.label, format: measure.format };
}

export type ChartQuery = QueryText & { label: OutColumn; series: OutColumn | null; values: OutColumn[] };

export function chartQuery(chart: Chart, filters: readonly Filter[]): ChartQuery {
  const select = new Select(chart, filters);
  const { sql } = select.aliases;
  const names = new ColumnNames();
  if (chart.versus && chart.by.bucket) return versusQuery(chart, select, names);
  const by = groupOf(chart.by, select.aliases, names);
  const series = chart.series ? groupOf(chart.series, select.aliases, names) : null;
  const values = chart.measures.map((m) => outColumn(names, m));
  const measures = chart.measures.map((m, i) => as(measureSql(m, select.aliases), (values[i] as OutColumn).name, sql));
  const shape = { label: by.out, series: series?.out ?? null, values };
  if (chart.other && chart.limit !== null && values[0]) {
    return { ...otherQuery(select, by, values[0].name, measures[0] as string, chart.limit), ...shape };
  }
  const groups = [...by.groups, ...(series?.groups ?? [])];
  const rest = [
    `group by ${groups.join(', ')}`,
    `order by ${orderOf(chart, by, values, sql).concat(series ? [identifier(series.out.name, sql)] : []).join(', ')}`,
    ...(chart.limit !== null && !series ? [`limit ${chart.limit}`] : []),
  ];
  const extra = chart.by.bucket ? [`${columnSql(chart.by.field, select.aliases)} is not null`] : [];
  return { ...select.text([as(by.sql, by.out.name, sql), ...(series ? [as(series.sql, series.out.name, sql)] : []), ...measures], rest, chart.where, nullableTime(chart) ? extra : []), ...shape };
}

function nullableTime(chart: Chart): boolean {
  return chart.by.bucket !== null && chart.by.nullable;
}

type Group = { sql: string; groups: string[]; order: string; out: OutColumn };

function groupOf(by: Dimension, aliases: Aliases, names: ColumnNames): Group {
  const column = columnSql(by.field, aliases);
  if (by.bucket) {
    const bucket = aliases.sql.startOf(by.bucket, column);
    const out: OutColumn = { name: names.give(by.bucket), label: by.bucket, format: 'text' };
    return { sql: aliases.sql.bucketLabel(bucket, by.bucket), groups: [bucket], order: bucket, out };
  }
  const out: OutColumn = { name: names.give(by.field.column, by.field.label), label: by.field.label, format: by.field.format };
  const sql = labelSql(by, column, aliases.sql);
  const groups = by.key ? [columnSql(by.key, aliases), column] : [column];
  return { sql, groups, order: identifier(out.name, aliases.sql), out };
}

/** Text for a group's name: a flag reads "Yes" or "No", what is missing "None". */
function labelSql(by: Dimension, column: string, sql: DialectSql): string {
  if (by.field.format === 'flag') return `case when ${column} then 'Yes' when not ${column} then 'No' else 'None' end`;
  return by.nullable ? `coalesce(${sql.asText(column)}, 'None')` : column;
}

function orderOf(chart: Chart, by: Group, values: readonly OutColumn[], sql: DialectSql): string[] {
  if (chart.sort === 'label') return [by.order];
  return [`${identifier((values[0] as OutColumn).name, sql)}${chart.sort === 'value-desc' ? ' desc' : ''}`, by.order];
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

/** This year's months beside the same months of last year. */
function versusQuery(chart: Chart, select: Select, names: ColumnNames): ChartQuery {
  const column = columnSql(chart.by.field, select.aliases);
  const { sql } = select.aliases;
  const today = todaySql(chart.versus?.anchor ?? 'today', chart.by.field, sql);
  const measure = chart.measures[0] as Measure;
  const quarterly = chart.by.bucket === 'quarter';
  const label: OutColumn = { name: names.give(quarterly ? 'quarter' : 'month'), label: quarterly ? 'quarter' : 'month', format: 'text' };
  const span = (back: number) => spanSql(column, spanOf({ kind: 'unit', unit: 'year', back }, today, sql));
  const years = [0, 1].map((back): OutColumn => ({ name: names.give(back ? 'last year' : 'this year'), label: back ? 'last year' : 'this year', format: measure.format }));
  const part = sql.part(quarterly ? 'quarter' : 'month', column);
  const columns = [
    as(quarterly ? sql.quarterName(part) : sql.monthName(`min(${column})`), label.name, sql),
    ...years.map((year, back) => as(measureSql(measure, select.aliases, span(back).join(' and ')), year.name, sql)),
  ];
  const both = spanSql(column, { from: spanOf({ kind: 'unit', unit: 'year', back: 1 }, today, sql).from, to: spanOf({ kind: 'unit', unit: 'year', back: 0 }, today, sql).to });
  return { ...select.text(columns, [`group by ${part}`, `order by ${part}`], chart.where, both), label, series: null, values: years };
}

export function tableQuery(table: RowTable, filters: readonly Filter[]): QueryText & { columns: OutColumn[] } {
  const select = new Select(table, filters);
  const names = new ColumnNames();
  const columns = table.columns.map((c): OutColumn => ({
    name: names.give(...(c.table === table.table ? [c.column, c.label] : [c.label, c.column])),
    label: c.label,
    format: c.format,
  }));
  const { sql } = select.aliases;
  const sorted = (column: string) => (table.sort?.descending ? sql.descending(column) : column);
  const rest = [
    ...(table.sort ? [`order by ${sorted(columnSql(table.sort.field, select.aliases))}`] : []),
    `limit ${table.limit}`,
  ];
  return { ...select.text(table.columns.map((c, i) => as(columnSql(c, select.aliases), (columns[i] as OutColumn).name, sql)), rest), columns };
}

/** What a select offers: every value that occurs. */
export function optionsQuery(filter: Filter): QueryText {
  const sql = DIALECTS[filter.dialect];
  const { table, column } = filter.field;
  const name = identifier(column, sql);
  const value = filter.type === 'month' ? sql.monthKey(name) : choiceSql(filter, name, sql);
  const columns = [as(value, 'value', sql), ...(filter.type === 'month' ? [`${sql.monthLabel(`min(${name})`)} as label`] : [])];
  return {
    params: [],
    lines: [
      `select ${columns.join(', ')}`,
      `from ${tableSql(table, sql)}`,
      `where ${name} is not null`,
      'group by 1',
      filter.type === 'month' ? 'order by 1 desc' : 'order by 1',
    ],
  };
}
