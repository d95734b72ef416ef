import { type Chart, type Condition, type Dimension, type Filter, type Measure, type Period, showsValues, type Unit, unitSchema, type Window } from '../plan';
import type { ChartQuery } from './chart-query';
import { type Group, groupOf } from './group-sql';
import { ColumnNames } from './identifiers';
import { as, type OutColumn, outColumn, paramsOf, type QueryText, Select } from './select';
import { columnSql, identifier, measureSql, spanOf, spanSql, todaySql } from './sql';

/** A chart with what is reckoned along its time. */
export type WindowedChart = Chart & { window: Window };

/** Whether there are stretches that follow one another, so that something can be reckoned along them. */
export function isWindowed(chart: Chart): chart is WindowedChart {
  return chart.window !== undefined && unitSchema.safeParse(chart.by.bucket).success;
}

/**
 * The values of each stretch, then what is reckoned of them: by the calendar, since a stretch without rows has none. The first
 * stretch that is shown has one before it too, so the rows aren't narrowed where the shown time begins.
 */
export function windowQuery(chart: WindowedChart, filters: readonly Filter[]): ChartQuery {
  const series = chart.series;
  const unit = chart.by.bucket as Unit;
  const ofTime = timeFilters(chart, filters);
  const select = new Select({ ...chart, filters: chart.filters.filter((used) => !ofTime.some((f) => f.id === used.id)) }, filters);
  const { aliases } = select;
  const { sql } = aliases;
  const names = new ColumnNames();
  const by = groupOf(chart.by, aliases, names);
  const colours = series ? groupOf(series, aliases, names) : null;
  const values = chart.measures.map((m) => outColumn(names, m));
  const start = names.give(`${unit} start`);
  const key = series?.key ? names.give('key') : null;
  const place = chart.window.is === 'moving-average' ? names.give('place') : null;
  const columns = [
    as(by.order, start, sql),
    ...(place ? [as(sql.place(unit, by.order), place, sql)] : []),
    ...(key && series?.key ? [as(columnSql(series.key, aliases), key, sql)] : []),
    ...(colours ? [as(colours.sql, colours.out.name, sql)] : []),
    ...chart.measures.map((m, i) => as(measureSql(m, aliases), (values[i] as OutColumn).name, sql)),
  ];
  const { where, until, shown } = timeOf(chart, ofTime, select);
  const known = [chart.by, ...(series ? [series] : [])].filter((d) => (d.bucket !== null || d.bin !== undefined) && d.nullable).map((d) => `${columnSql(d.field, aliases)} is not null`);
  const inner = select.text(columns, [`group by ${[...by.groups, ...(colours?.groups ?? [])].join(', ')}`], where, [...known, ...until]);
  const isOver = (at: string) => (chart.window.anchor === 'today' ? `${at} <> ${unit === 'day' ? sql.today : sql.startOf(unit, sql.today)}` : null);
  const query = new ColumnNames().give(`${chart.table} per ${unit}`);
  const parts: Parts = { chart, unit, select, query, start, place, key, colours, values, names, shown, isOver, label: (at) => sql.bucketLabel(at, unit) };
  const { lines, values: reckoned } = chart.window.is === 'change' ? changeLines(parts, chart.window) : averageLines(parts, chart.window);
  return {
    label: by.out,
    series: colours?.out ?? null,
    values: showsValues(chart) ? values.flatMap((value, i) => [value, reckoned[i] as OutColumn]) : reckoned,
    params: filters.filter((f) => chart.filters.some((used) => used.id === f.id)).flatMap(paramsOf),
    lines: [`with ${identifier(query, sql)} as (`, ...inner.lines.map((line) => `  ${line}`), ...lines],
  };
}

type TimeCondition = Extract<Condition, { op: 'period' }>;

/** The time that is shown, in two: where it ends the rows end, where it begins the stretches that are shown begin. */
function timeOf(chart: WindowedChart, ofTime: readonly Filter[], { aliases }: Select): { where: Condition[]; until: string[]; shown: (at: string) => string[] } {
  const { sql } = aliases;
  const unit = chart.by.bucket as Unit;
  const column = columnSql(chart.by.field, aliases);
  const periods = chart.where.filter((c): c is TimeCondition => c.op === 'period' && isTime(c.field, chart.by));
  const spans = periods.map((c) => ({ period: c.period, span: spanOf(c.period, todaySql(c.anchor, c.field, sql), sql) }));
  const dates = ofTime.some((f) => f.type === 'dates');
  return {
    where: chart.where.filter((c) => !periods.some((p) => p === c)),
    until: [...spans.flatMap(({ span }) => spanSql(column, { from: null, to: span.to })), ...(dates ? [`(\${to} = '' or ${column} < ${sql.nextDay(sql.dayGiven('${to}'))})`] : [])],
    shown: (at) => [
      ...spans.flatMap(({ period, span }) => (span.from ? [`${at} >= ${isStart(period, unit) ? span.from : sql.startOf(unit, span.from)}`] : [])),
      ...ofTime.map((f) => (f.type === 'dates' ? `(\${from} = '' or ${at} >= ${sql.startOf(unit, sql.dayGiven('${from}'))})` : `(\${${f.id}} = '' or ${sql.monthKey(at)} = \${${f.id}})`)),
    ],
  };
}

/** `shown` are the terms that a stretch which is shown meets, `isOver` that it has ended; both of its beginning. */
type Parts = {
  chart: WindowedChart; unit: Unit; select: Select; query: string; start: string; place: string | null; key: string | null; colours: Group | null; values: OutColumn[]; names: ColumnNames;
  shown: (at: string) => string[]; isOver: (at: string) => string | null; label: (at: string) => string;
};
type Reckoned = { lines: QueryText['lines']; values: OutColumn[] };

/** Each stretch beside the one it is set against. */
function changeLines(parts: Parts, window: Extract<Window, { is: 'change' }>): Reckoned {
  const { chart, unit, select, query, start, key, colours, values, names } = parts;
  const { sql } = select.aliases;
  const own = (name: string) => `this.${identifier(name, sql)}`;
  const earlier = (name: string) => `earlier.${identifier(name, sql)}`;
  const same = key ?? colours?.out.name ?? null;
  // Of a year of weeks the same one is 52 back.
  const before = window.than === 'stretch' ? sql.minus(own(start), 1, unit) : unit === 'week' ? sql.minus(own(start), 52, 'week') : sql.minus(own(start), 1, 'year');
  const reckoned = chart.measures.map((m) => changeColumn(names, m, window));
  const numbers = values.map((value, i) => {
    const change = changeSql(own(value.name), earlier(value.name), chart.measures[i] as Measure, window, sql.dialect === 'MySQL' ? '1e0' : '1.0');
    const over = parts.isOver(own(start));
    return as(over ? `case when ${over} then ${change} end` : change, (reckoned[i] as OutColumn).name, sql);
  });
  const shown = parts.shown(own(start));
  return {
    values: reckoned,
    lines: [
      ')',
      ...listed([as(parts.label(own(start)), unit, sql), ...(colours ? [own(colours.out.name)] : []), ...beside(chart, values.map((v) => own(v.name)), numbers)]),
      `from ${identifier(query, sql)} this`,
      `left join ${identifier(query, sql)} earlier on ${earlier(start)} = ${before}${same ? ` and ${earlier(same)} = ${own(same)}` : ''}${window.since ? ` and ${earlier(start)} >= ${sql.day(window.since)}` : ''}`,
      ...shown.map((term, i) => (i === 0 ? `where ${term}` : `  and ${term}`)),
      orderBy(chart, own(start), colours && own(colours.out.name), identifier((reckoned[0] as OutColumn).name, sql)),
    ],
  };
}

function changeSql(value: string, before: string, measure: Measure, window: Extract<Window, { is: 'change' }>, one: string): string {
  if (window.as === 'percent') return `${one} * (${value} - ${before}) / nullif(abs(${before}), 0)`;
  return measure.format === 'percent' ? `100 * (${value} - ${before})` : `${value} - ${before}`;
}

/** A share of a share is another number, so of those it's points. */
function changeColumn(names: ColumnNames, measure: Measure, { as: kind }: Extract<Window, { is: 'change' }>): OutColumn {
  const label = `${measure.label} ${kind === 'percent' ? 'growth' : 'change'}`;
  const shown = kind === 'percent' ? { format: 'percent' as const } : measure.format === 'percent' ? { format: 'number' as const, unit: 'points' } : { format: measure.format, ...(measure.unit && { unit: measure.unit }) };
  return { name: names.give(label), label, ...shown, signed: true };
}

/** Each stretch with those before it, counted by the calendar. The first ones haven't enough before them. */
function averageLines(parts: Parts, window: Extract<Window, { is: 'moving-average' }>): Reckoned {
  const { chart, unit, select, query, start, key, colours, values, names } = parts;
  const { sql } = select.aliases;
  const place = identifier(parts.place as string, sql);
  const at = identifier(start, sql);
  const named = (name: string) => identifier(name, sql);
  const reckoned = chart.measures.map((m): OutColumn => ({ ...outColumn(new ColumnNames(), m), name: names.give(`${m.label} ${window.of} ${unit} average`), label: `${m.label}, ${window.of}-${unit} average` }));
  const within = colours ? `partition by ${named(key ?? colours.out.name)} ` : '';
  const frame = `over (${within}order by ${place} range between ${window.of - 1} preceding and current row)`;
  const over = parts.isOver(at);
  const isWhole = [`${place} >= min(${place}) over () + ${window.of - 1}`, ...(over ? [over] : [])].join(' and ');
  const numbers = values.map((value, i) => {
    const average = isCounted(chart.measures[i] as Measure) ? `sum(${named(value.name)}) ${frame} / ${window.of}.0` : `avg(${named(value.name)}) ${frame}`;
    return as(`case when ${isWhole} then ${average} end`, (reckoned[i] as OutColumn).name, sql);
  });
  const shown = parts.shown(at);
  const label = as(parts.label(at), unit, sql);
  const coloured = colours ? [named(colours.out.name)] : [];
  const plain = values.map((v) => named(v.name));
  const order = orderBy(chart, at, colours && named(colours.out.name), named((reckoned[0] as OutColumn).name));
  if (shown.length === 0) return { values: reckoned, lines: [')', ...listed([label, ...coloured, ...beside(chart, plain, numbers)]), `from ${named(query)}`, order] };
  return {
    values: reckoned,
    lines: [
      '), averaged as (',
      ...[...listed([at, ...coloured, ...plain, ...numbers]), `from ${named(query)}`].map((line) => `  ${line}`),
      ')',
      ...listed([label, ...coloured, ...beside(chart, plain, reckoned.map((v) => named(v.name)))]),
      'from averaged',
      ...shown.map((term, i) => (i === 0 ? `where ${term}` : `  and ${term}`)),
      order,
    ],
  };
}

/** What has none in a stretch without rows: of an average there is none at all. */
function isCounted({ aggregate, per }: Measure): boolean {
  return (aggregate === 'rows' || aggregate === 'distinct' || aggregate === 'sum') && !per;
}

function beside(chart: Chart, values: readonly string[], reckoned: readonly string[]): string[] {
  return showsValues(chart) ? values.flatMap((value, i) => [value, reckoned[i] as string]) : [...reckoned];
}

function listed(columns: readonly string[]): string[] {
  return columns.map((column, i) => `${i === 0 ? 'select ' : '       '}${column}${i < columns.length - 1 ? ',' : ''}`);
}

function orderBy({ sort }: Chart, start: string, series: string | null, value: string): string {
  const first = sort === 'value-desc' ? [`${value} desc`, start] : sort === 'value-asc' ? [value, start] : [sort === 'label-desc' ? `${start} desc` : start];
  return `order by ${[...first, ...(series ? [series] : [])].join(', ')}`;
}

function isTime(field: { table: string; column: string }, by: Dimension): boolean {
  return field.table === by.field.table && field.column === by.field.column;
}

/** The page's filters that say which stretches are shown. A month is no choice among quarters. */
function timeFilters(chart: Chart, filters: readonly Filter[]): Filter[] {
  const isWithin = chart.by.bucket !== 'quarter' && chart.by.bucket !== 'year';
  return filters.filter((f) => (f.type === 'dates' || (f.type === 'month' && isWithin)) && chart.filters.some((used) => used.id === f.id && isTime(used.field, chart.by)));
}

/** The dates that stretches begin at; of weeks there is no telling by that. */
const FIRSTS: Record<Unit, string> = { day: '', week: '^$', month: '-01$', quarter: '-(?:01|04|07|10)-01$', year: '-01-01$' };

/** Whether a period begins where one of the stretches does. */
function isStart(period: Period, unit: Unit): boolean {
  if (unit === 'day' || period.kind === 'older') return true;
  if (period.kind === 'range') return new RegExp(FIRSTS[unit]).test(period.from ?? '');
  const isWhole = period.kind !== 'recent' || period.whole === true;
  return isWhole && (period.unit === unit || (unit === 'month' && (period.unit === 'quarter' || period.unit === 'year')) || (unit === 'quarter' && period.unit === 'year'));
}
