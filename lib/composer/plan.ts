import { z } from 'zod';
import { callBlockSchema } from './calls/call-plan';

/**
 * The Plan: what an interface shows, as JSON. It says everything the writer needs, so the same Plan gives the same
 * two files, whatever becomes of the catalogue it was made from.
 */

const name = z.string().min(1).max(200);

/** How a value is shown. `money` and `percent` carry their unit; `status` is drawn as a badge. */
export const formatSchema = z.enum(['number', 'money', 'percent', 'days', 'date', 'text', 'status', 'flag', 'id']);
export type Format = z.infer<typeof formatSchema>;

const columnSchema = z.object({
  table: name,
  column: name,
  /** A second column behind the first: a person's last name. */
  and: name.optional(),
});
export type ColumnRef = z.infer<typeof columnSchema>;

/** A length of time in another unit than it is kept in: what it is multiplied or divided by, and the unit that it is kept in. */
const scaleSchema = z.object({ op: z.enum(['multiply', 'divide']), by: z.number().positive(), from: z.string().max(20) });
export type Scale = z.infer<typeof scaleSchema>;

export const fieldSchema = columnSchema.extend({
  label: name,
  format: formatSchema,
  /** What the number counts, after it: "ms", "km". */
  unit: z.string().max(20).optional(),
  scale: scaleSchema.optional(),
});
export type PlanField = z.infer<typeof fieldSchema>;

/** A row's own number: a column, or a small sum of two (`quantity × unit price`, days from `opened` to `closed`). */
export type Expression =
  | { op: 'column'; table: string; column: string }
  | { op: 'multiply' | 'subtract' | 'add' | 'divide' | 'days'; left: Expression; right: Expression };

const expressionSchema: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    columnSchema.extend({ op: z.literal('column') }),
    z.object({ op: z.enum(['multiply', 'subtract', 'add', 'divide', 'days']), left: expressionSchema, right: expressionSchema }),
  ]),
);

export const unitSchema = z.enum(['day', 'week', 'month', 'quarter', 'year']);
export type Unit = z.infer<typeof unitSchema>;

/** What times are put together by: a stretch of the calendar, or what comes again (every Monday, every morning at nine). */
export const bucketSchema = z.enum([...unitSchema.options, 'hour', 'weekday', 'hour-of-day', 'month-of-year']);
export type Bucket = z.infer<typeof bucketSchema>;

/** What comes again and again. */
export const cycleSchema = bucketSchema.extract(['weekday', 'hour-of-day', 'month-of-year']);
export type Cycle = z.infer<typeof cycleSchema>;

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** `unit` with back 0 is "this month", back 1 "last month", back -1 "next month"; `range` has an exclusive end. `whole` begins where a unit does, so that the first of a chart's months isn't a piece. */
export const periodSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unit: unitSchema, back: z.number().int().min(-100).max(100) }),
  z.object({ kind: z.literal('recent'), unit: unitSchema, count: z.number().int().min(1).max(10_000), whole: z.literal(true).optional() }),
  z.object({ kind: z.literal('to-date'), unit: unitSchema }),
  z.object({ kind: z.literal('older'), unit: unitSchema, count: z.number().int().min(1).max(10_000) }),
  z.object({ kind: z.literal('range'), from: isoDate.nullable(), to: isoDate.nullable(), label: name }),
]);
export type Period = z.infer<typeof periodSchema>;

/** What relative periods count from: today, or the last date in the data where that ended long ago. */
const anchorSchema = z.enum(['today', 'latest']);
export type Anchor = z.infer<typeof anchorSchema>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const duringSchema = z.object({ op: z.literal('period'), field: fieldSchema, period: periodSchema, anchor: anchorSchema });
/** That a row is of a stretch of time. */
export type During = z.infer<typeof duringSchema>;

/** `has` and `has-no` ask for rows of another table that point at this one by `column`: customers without orders, `during` some time. */
const oneConditionSchema = z.discriminatedUnion('op', [
  z.object({ op: z.enum(['is', 'is-not']), field: fieldSchema, values: z.array(scalar).min(1) }),
  z.object({ op: z.enum(['over', 'at-least', 'under', 'at-most']), field: fieldSchema, value: z.number() }),
  z.object({ op: z.enum(['empty', 'not-empty']), field: fieldSchema }),
  /** The average of the column over all of its table's rows. */
  z.object({ op: z.enum(['above-average', 'below-average']), field: fieldSchema }),
  z.object({ op: z.enum(['contains', 'contains-not', 'starts', 'ends']), field: fieldSchema, text: z.string().min(1).max(200), /** Any of these would do too. */ others: z.array(z.string().min(1).max(200)).max(10).optional() }),
  duringSchema,
  /** Any time but that. `nullable` keeps rows without a time, which are of no period. */
  z.object({ op: z.literal('period-not'), field: fieldSchema, period: periodSchema, anchor: anchorSchema, nullable: z.literal(true).optional() }),
  /** What comes again: Saturdays and Sundays, every December, from six to nine. `parts` are 1 (Monday) to 7, 0 to 23, or 1 to 12. */
  z.object({ op: z.enum(['recurs', 'recurs-not']), field: fieldSchema, cycle: cycleSchema, parts: z.array(z.number().int().min(0).max(23)).min(1).max(24), nullable: z.literal(true).optional() }),
  z.object({ op: z.enum(['has', 'has-no']), field: fieldSchema, other: columnSchema.extend({ label: name }), during: z.object({ column: name, period: periodSchema, anchor: anchorSchema }).optional() }),
]);
/** What a row must be in one regard. */
export type OneCondition = z.infer<typeof oneConditionSchema>;

/** `any` is met by rows that are everything in one of its groups; `field` is the first one's. */
export const conditionSchema = z.discriminatedUnion('op', [...oneConditionSchema.options, z.object({ op: z.literal('any'), field: fieldSchema, of: z.array(z.array(oneConditionSchema).min(1)).min(1) })]);
export type Condition = z.infer<typeof conditionSchema>;

/** Conditions of one regard each, those of alternatives among them. */
export function eachOf(conditions: readonly Condition[]): OneCondition[] {
  return conditions.flatMap((c) => (c.op === 'any' ? c.of.flat() : [c]));
}

/** Whether a condition is about when a row was. */
export function isOfTime({ op }: Condition): boolean {
  return op === 'period' || op === 'period-not' || op === 'recurs' || op === 'recurs-not';
}

export const aggregateSchema = z.enum(['rows', 'distinct', 'sum', 'avg', 'median', 'min', 'max', 'share']);
export type AggregateName = z.infer<typeof aggregateSchema>;

/** What a measure is divided by: orders per customer, revenue per order. */
const divisorSchema = z.object({ aggregate: aggregateSchema.exclude(['share']), of: expressionSchema.nullable() });

/** `rows` counts rows, `distinct` counts different values of `of`, `share` is the part of the rows that meet `where`. */
export const measureSchema = z.object({
  label: name,
  aggregate: aggregateSchema,
  of: expressionSchema.nullable(),
  where: z.array(conditionSchema),
  /** Of nothing but the rows of this stretch, whatever it is put together of: this year's beside last year's. */
  during: duringSchema.optional(),
  format: formatSchema,
  unit: z.string().max(20).optional(),
  per: divisorSchema.optional(),
  scale: scaleSchema.optional(),
  /** Each group is one row, so that it's that row's own number. */
  plain: z.boolean().optional(),
});
export type Measure = z.infer<typeof measureSchema>;

/** One class of a number: from `low`, or what lies `above` it, up to `high`, or `through` it. Classes stand from the lowest on, and none has a number of another. */
const bandSchema = z.object({ label: name, low: z.number().optional(), above: z.literal(true).optional(), high: z.number().optional(), through: z.literal(true).optional() });
export type Band = z.infer<typeof bandSchema>;

/** What a chart is grouped by. `key` tells rows of one label apart (two customers of one name). */
export const dimensionSchema = z.object({
  field: fieldSchema,
  key: columnSchema.nullable(),
  bucket: bucketSchema.nullable(),
  /** A number's classes: how wide each is. */
  bin: z.number().positive().optional(),
  /** Classes of one's own in their place. */
  bands: z.array(bandSchema).min(1).max(40).optional(),
  /** Rows without a value are shown as a group of their own. */
  nullable: z.boolean(),
  /** About how many groups there are, so that the writer gives them room. */
  groups: z.number().int().min(0).optional(),
});
export type Dimension = z.infer<typeof dimensionSchema>;

/** From the many side to the one side, so no row is counted twice. `optional` keeps rows without a partner. */
const joinSchema = z.object({
  from: name,
  fromColumns: z.array(name).min(1),
  to: name,
  toColumns: z.array(name).min(1),
  optional: z.boolean(),
});
export type Join = z.infer<typeof joinSchema>;

/** What the binding's queries are written in. Plans of before there were several have none. */
const dialectSchema = z.enum(['DuckDB', 'PostgreSQL', 'SQLite', 'MySQL']).default('DuckDB');

const scope = {
  title: name,
  binding: name,
  dialect: dialectSchema,
  table: name,
  joins: z.array(joinSchema),
  where: z.array(conditionSchema),
  /** The page's filters that reach this block, each with the column of this block that it narrows. */
  filters: z.array(z.object({ id: name, field: columnSchema, also: z.array(columnSchema).max(8).optional() })),
  /** False where nobody asked for it: figures above a chart, rows below it. */
  asked: z.boolean().optional(),
  /** How much of the page's width it has; without it the writer decides. */
  width: z.enum(['full', 'half']).optional(),
};

/** What a chart's groups must come to: regions with more than 100 orders. Of the first measure. */
const havingSchema = z.object({ op: z.enum(['over', 'at-least', 'under', 'at-most', 'is']), value: z.number() });
export type Having = z.infer<typeof havingSchema>;

export const statSchema = z.object({
  type: z.literal('stat'),
  ...scope,
  measure: measureSchema,
  /** How many groups there are whose `measure` comes to so much, and not the measure itself. */
  groups: z.object({ by: dimensionSchema, having: havingSchema }).optional(),
});
export type Stat = z.infer<typeof statSchema>;

/** Of a `scatter`, each group is a point whose x and y are the two measures. A `heatmap` has `by` across and `series` down. */
export const viewSchema = z.enum(['bar', 'line', 'area', 'pie', 'table', 'scatter', 'histogram', 'heatmap']);
export type View = z.infer<typeof viewSchema>;

/** Stretches of one moving average: a year of days, and a day more. */
export const MAX_WINDOW = 366;

/**
 * What is reckoned of each stretch of a chart's time and those before it. Of `today` the stretch that isn't over has none; the last
 * one of data that ended long ago is taken as whole.
 */
const windowSchema = z.discriminatedUnion('is', [
  /** Against the stretch before, or the same one a year before. */
  z.object({ is: z.literal('change'), as: z.enum(['percent', 'amount']), than: z.enum(['stretch', 'year']), anchor: anchorSchema, /** Where the first stretch is a piece: the beginning of the second, and nothing is set against what is before it. */ since: isoDate.optional() }),
  /** Over `of` stretches, this one the last. `values` stand beside it. */
  z.object({ is: z.literal('moving-average'), of: z.number().int().min(2).max(MAX_WINDOW), values: z.literal(true).optional(), anchor: anchorSchema }),
]);
export type Window = z.infer<typeof windowSchema>;

/** Numbers of one chart: of more, no colours are told apart and no row fits the screen. */
export const MAX_MEASURES = 6;

/** Groups of one chart: beyond them it is a table of rows that is meant. */
export const MAX_GROUPS = 500;

/** Columns on one card, below its name: it stands among many. */
export const MAX_CARD_COLUMNS = 6;

/** Rows or things of each group that are shown, the first of them. */
const perGroupCount = z.number().int().min(1).max(MAX_GROUPS);

/** Numbers of the same groups that are reckoned of another table's rows. */
const besideSchema = z.object({
  table: name,
  joins: scope.joins,
  where: scope.where,
  filters: scope.filters,
  by: dimensionSchema,
  measures: z.array(measureSchema).min(1).max(MAX_MEASURES),
});
export type Beside = z.infer<typeof besideSchema>;

/** A line across a chart: at a value that was told, or at the average, which is reckoned. */
export const chartLineSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('value'), value: z.number(), label: z.string().max(40) }), z.object({ kind: z.literal('average') })]);
export type ChartLine = z.infer<typeof chartLineSchema>;

/** Lines across one chart: of more, their names stand in each other. */
export const MAX_CHART_LINES = 4;

export const chartSchema = z.object({
  type: z.literal('chart'),
  ...scope,
  view: viewSchema,
  measures: z.array(measureSchema).min(1).max(MAX_MEASURES),
  by: dimensionSchema,
  /** A second grouping: one line or one stacked colour each. */
  series: dimensionSchema.nullable(),
  /** How the colours of `series` stand: on each other, side by side, or on each other as shares of a whole. */
  stack: z.enum(['stacked', 'grouped', 'share']).optional(),
  /** Of a bucket, `label` is by date. */
  sort: z.enum(['value-desc', 'value-asc', 'label', 'label-desc']),
  limit: z.number().int().min(1).max(MAX_GROUPS).nullable(),
  /** Bars from left to right or upright; without it names lie and times stand. */
  direction: z.enum(['lying', 'upright']).optional(),
  /** What falls behind `limit` is added up as "Other". */
  other: z.boolean(),
  having: havingSchema.optional(),
  /** Each group's value is added to those before it. */
  cumulative: z.boolean().optional(),
  /** In place of the values: how they change, or their moving average. A table shows both. */
  window: windowSchema.optional(),
  /** A second line: the same months a year before. */
  versus: z.object({ anchor: anchorSchema }).nullable(),
  /** Of a table of groups: what each comes to in other tables, as columns behind its own. */
  beside: z.array(besideSchema).max(MAX_MEASURES).optional(),
  /** The first so many of `series` within each group of `by`, by its first number: three products of each category. */
  perGroup: perGroupCount.optional(),
  /** Which of all its numbers it is sorted by, where that isn't the first. */
  sortBy: z.number().int().min(0).max(MAX_MEASURES).optional(),
  /** Of a scatter: points are as large as its third number. */
  sized: z.boolean().optional(),
  /** Across bars, lines and areas. */
  lines: z.array(chartLineSchema).max(MAX_CHART_LINES).optional(),
  /** Of a table: a last row of what all groups that it shows come to together. */
  totals: z.boolean().optional(),
});
export type Chart = z.infer<typeof chartSchema>;

const sortSchema = z.object({ field: fieldSchema, descending: z.boolean() }).nullable();

export const tableSchema = z.object({
  type: z.literal('table'),
  ...scope,
  columns: z.array(fieldSchema).min(1).max(30),
  sort: sortSchema,
  limit: z.number().int().min(1).max(5000),
  /** True where there may be more rows than `limit`, so the caption says so. */
  capped: z.boolean(),
  /** The first so many rows of each group, in the order of `sort` and, where that is the same, of `ties`: the last order of each customer. */
  perGroup: z.object({ by: dimensionSchema, count: perGroupCount, ties: z.array(columnSchema).max(30) }).optional(),
  /** A click on a row opens it with all of its columns. */
  detail: z.array(fieldSchema).max(60).optional(),
  /** What an opened row is headed by: what one is called (“order”), and the columns of its key and its own name, where it has them. */
  row: z.object({ called: name, key: name.nullable(), title: name.nullable() }).optional(),
});
export type RowTable = z.infer<typeof tableSchema>;

/** One point for each row. */
export const scatterSchema = z.object({
  type: z.literal('scatter'),
  ...scope,
  x: fieldSchema,
  y: fieldSchema,
  /** A colour for each of its values. */
  series: fieldSchema.nullable(),
  /** What a point is called. */
  name: fieldSchema.nullable(),
  /** How large a point is. */
  size: fieldSchema.optional(),
  limit: z.number().int().min(1).max(5000),
});
export type Scatter = z.infer<typeof scatterSchema>;

/** Rows as cards, a column for each value of `by`. */
export const boardSchema = z.object({
  type: z.literal('board'),
  ...scope,
  by: fieldSchema,
  /** The values in the order that they stand in; others come behind them. */
  order: z.array(z.string()).max(60),
  name: fieldSchema,
  columns: z.array(fieldSchema).max(MAX_CARD_COLUMNS),
  sort: sortSchema,
  limit: z.number().int().min(1).max(1000),
});
export type Board = z.infer<typeof boardSchema>;

/** Rows on the days of a month. */
export const calendarSchema = z.object({
  type: z.literal('calendar'),
  ...scope,
  time: fieldSchema,
  name: fieldSchema,
  columns: z.array(fieldSchema).max(MAX_CARD_COLUMNS),
  /** The month that it opens with, `2026-03`; null is today's. */
  start: z.string().regex(/^\d{4}-\d{2}$/).nullable(),
  limit: z.number().int().min(1).max(5000),
});
export type CalendarBlock = z.infer<typeof calendarSchema>;

export const blockSchema = z.discriminatedUnion('type', [statSchema, chartSchema, tableSchema, scatterSchema, boardSchema, calendarSchema]);
export type Block = z.infer<typeof blockSchema>;

/**
 * `id` is also the name of the state and of the parameter in the program; a range of dates has `from` and `to` instead, a range of
 * numbers `<id>From` and `<id>To`. A `search` looks into every text of the rows, unless it is for some of them.
 */
export const filterSchema = z.object({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  type: z.enum(['select', 'month', 'dates', 'search', 'range']),
  label: name,
  binding: name,
  dialect: dialectSchema,
  field: fieldSchema,
  /** Of a search: the only columns that it looks into. */
  among: z.array(columnSchema).max(8).optional(),
  /** Of a range: the least and the greatest number there is. */
  bounds: z.object({ low: z.number(), high: z.number() }).optional(),
});
export type Filter = z.infer<typeof filterSchema>;

/** The blocks stand in the order of the page, top to bottom; half-wide neighbours share a row. */
export const planSchema = z.object({
  version: z.literal(1),
  title: name,
  description: z.string().max(500),
  blocks: z.array(blockSchema).max(24),
  filters: z.array(filterSchema).max(8),
  /** What calls functions of APIs. It stands below the blocks. */
  calls: z.array(callBlockSchema).max(8).optional(),
  assumptions: z.array(z.string()),
  unread: z.array(z.string()),
  /** The mark of the files that it wrote. */
  written: z.string().max(64).optional(),
  /** The Plans before the last changes, the latest last, to take them back. The writer doesn't look at them. */
  history: z.array(z.unknown()).max(20).optional(),
});
export type Plan = z.infer<typeof planSchema>;

/** The numbers of a block, those beside a chart's own among them. */
export function measuresOf(block: Pick<Stat, 'type' | 'measure'> | Pick<Chart, 'type' | 'measures' | 'beside'> | { type: 'table' | 'scatter' | 'board' | 'calendar' }): readonly Measure[] {
  if (block.type === 'stat') return [block.measure];
  return block.type === 'chart' ? [...block.measures, ...(block.beside ?? []).flatMap((b) => b.measures)] : [];
}

/** What a row must be to be part of a number. */
export function conditionsIn({ where, during }: Pick<Measure, 'where' | 'during'>): Condition[] {
  return during ? [...where, during] : where;
}

/** Whether a chart that reckons along its time shows the values too. */
export function showsValues({ view, window }: Pick<Chart, 'view' | 'window'>): boolean {
  return window !== undefined && (view === 'table' || (window.is === 'moving-average' && window.values === true));
}

/** Every column a condition or expression touches, for finding the joins it needs. */
export function tablesOf(measure: Measure): string[] {
  const expressions = [measure.of, measure.per?.of ?? null].flatMap((e) => (e ? tablesOfExpression(e) : []));
  return [...expressions, ...conditionsIn(measure).map((c) => c.field.table)];
}

function tablesOfExpression(e: Expression): string[] {
  return e.op === 'column' ? [e.table] : [...tablesOfExpression(e.left), ...tablesOfExpression(e.right)];
}
