import { anchorOf } from '../catalogue/catalogue';
import { type Catalogue, type Entity, entityOf, type Field, toPlanField } from '../catalogue/entity';
import { type Bucket, type Chart, type Condition, type Dimension, type Having, MAX_GROUPS, type Measure, type Period, type Unit, type View, type Window } from '../plan';
import type { SaidBands } from '../read/bands';
import type { DimensionWish } from '../read/wish';
import { plural } from '../words/tokens';
import type { Style } from '../words/words';
import { bandsOf } from './bands';
import { binWidth } from './bins';
import { isOptional, reachableTime, type Unjoined } from './reach';
import { chartTitle } from './titles';
import { drawnAs } from './windows';
import { inWholeUnits } from './whole-units';

/** Slices that can still be told apart. */
const MAX_SLICES = 6;
/** Bars that fit without scrolling; asked for without a number, a "top" is the second. */
export const MAX_BARS = 15;
const DEFAULT_TOP = 10;
/** Different values up to which a second grouping can be told apart by colour; in a heatmap each has a line of its own. */
export const MAX_SERIES = 8;
const MAX_LINES = 40;
/** Different numbers that are grades rather than amounts. */
const MAX_SCALE = 12;

/** `notes` are what was decided about classes. */
export type Grouping = { dimension: Dimension; name: { singular: string; plural: string }; distinct: number | null; notes?: string[] };

export type ChartOptions = {
  view?: View | null;
  measures: readonly Measure[];
  by: Grouping;
  series?: Grouping | null;
  style?: Style | null;
  having?: Having | null;
  top?: { count: number | null; descending: boolean } | null;
  sort?: Chart['sort'] | null;
  versus?: boolean;
  /** Only the first so many of `series` within each group. */
  perGroup?: number;
  window?: Window;
  now: Date;
};

export function chartBlock(base: Entity, where: readonly Condition[], catalogue: Catalogue, options: ChartOptions): Unjoined<Chart> {
  const { measures, by, series = null, having = null, style = null, now } = options;
  // The darkest cell is the first of a heatmap.
  const top = options.view === 'heatmap' && options.top?.count == null ? null : (options.top ?? null);
  const ordered = isOrdered(by.dimension) || ((options.view === 'line' || options.view === 'area') && isCounted(by.dimension));
  const view = viewOf({ ...options, top });
  const slices = view === 'pie' && !ordered && (by.distinct ?? 99) > MAX_SLICES + 1;
  const additive = measures.length === 1 && (measures[0]?.aggregate === 'rows' || measures[0]?.aggregate === 'sum') && !measures[0].per;
  const other = slices && additive && !top && !having;
  const room = view === 'heatmap' ? MAX_LINES : view === 'scatter' ? MAX_GROUPS : MAX_BARS;
  const many = !ordered && view !== 'table' && (by.distinct === null || by.distinct > room);
  // "which weekday is busiest": all seven, the busiest first.
  const isRound = by.dimension.bucket !== null && isCycle(by.dimension.bucket);
  const limit = options.perGroup !== undefined ? null : top ? (top.count ?? (isRound ? null : DEFAULT_TOP)) : slices ? MAX_SLICES : many ? room : null;
  const descending = top?.descending ?? true;
  const time = reachableTime(base, catalogue);
  const versus = options.versus && by.dimension.bucket && time ? { anchor: anchorOf(time, now) } : null;
  const sort = options.sort ?? ((ordered || (options.view == null && isScale(by))) && !top ? 'label' : descending ? 'value-desc' : 'value-asc');
  const kept = inWholeUnits(where.filter((c) => !versus || c.op !== 'period'), by.dimension);
  const own = options.window ? drawnAs(view, by.dimension, series !== null, options.window) : view;
  const words = { measures, base, where: kept, by: by.dimension, byName: by.name, series: series?.dimension ?? null, limit, other, descending: sort !== 'value-asc', having, cumulative: style === 'cumulative', window: options.window, view: own, versus: versus !== null, perGroup: options.perGroup !== undefined && series ? { count: options.perGroup, name: series.name } : null };
  return {
    type: 'chart',
    title: chartTitle(words, catalogue),
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: kept,
    view: own,
    measures: [...measures],
    by: by.dimension,
    series: series?.dimension ?? null,
    ...(series && (style === 'stacked' || style === 'grouped' || style === 'share') && { stack: style }),
    sort,
    // Of colours within classes the largest few can't be told.
    limit: (ordered && !top) || (by.dimension.bands && series) ? null : limit,
    other,
    ...(having && { having }),
    ...((style === 'lying' || style === 'upright') && { direction: style }),
    ...(style === 'cumulative' && { cumulative: true }),
    ...(options.window && { window: options.window }),
    versus,
    ...(options.perGroup !== undefined && series && { perGroup: options.perGroup }),
  };
}

/** Classes, stretches of time, and moments themselves have an order of their own. */
export function isOrdered({ bucket, bin, bands, field }: Dimension): boolean {
  return bucket !== null || bin !== undefined || bands !== undefined || field.format === 'date';
}

/** Grades, one to five. */
function isScale({ dimension, distinct }: Grouping): boolean {
  return dimension.field.format === 'number' && dimension.bin === undefined && (distinct ?? Infinity) <= MAX_SCALE;
}

/** Numbers, and years that are written as such, go from left to right too. */
function isCounted({ field }: Dimension): boolean {
  return field.format === 'number' || /(^| )years?$/i.test(field.label);
}

/** Time goes from left to right; groups are bars. A pie of hundreds of slices is drawn with the rest added up. */
function viewOf({ view, by, series, style, versus, measures, top }: ChartOptions): View {
  const { bucket, bin } = by.dimension;
  if (versus) return view === 'bar' ? 'bar' : 'line';
  if (view === 'heatmap' || view === 'pie') return (view === 'heatmap') === Boolean(series) ? view : series ? 'bar' : view === 'heatmap' ? 'bar' : 'pie';
  if (view === 'histogram') return bin !== undefined && !series ? 'histogram' : 'bar';
  if (view) return view;
  if (bin !== undefined) return series ? 'bar' : 'histogram';
  if (!bucket || top || isCycle(bucket)) return 'bar';
  const isCoarse = bucket === 'year' || bucket === 'quarter';
  if (style === 'stacked' || style === 'share') return isCoarse && style === 'stacked' ? 'bar' : 'area';
  if (series) return style === 'grouped' ? 'bar' : 'line';
  if (isCoarse) return 'bar';
  // An area is an amount; averages and shares are only a line.
  return measures.length === 1 && measures.every((m) => ['rows', 'sum', 'distinct'].includes(m.aggregate) && !m.per) ? 'area' : 'line';
}

export function isCycle(bucket: Bucket): boolean {
  return bucket === 'weekday' || bucket === 'hour-of-day' || bucket === 'month-of-year';
}

/** "which support rep has the most customers": a key is shown by what it points at. */
function parentOf(field: Field, catalogue: Catalogue): Entity | null {
  const owner = entityOf(catalogue, field.binding, field.table);
  const key = owner?.table.foreignKeys.find((k) => k.columns.length === 1 && k.columns[0] === field.column);
  const parent = key ? entityOf(catalogue, field.binding, key.references.table) : null;
  return parent?.title && parent !== owner ? parent : null;
}

export function groupingOf(wish: DimensionWish, base: Entity, catalogue: Catalogue): Grouping | string {
  // A time is grouped by a stretch of it: each by itself is no group.
  if (wish.kind === 'field' && wish.field.role === 'time' && !wish.each) return timeGrouping('auto', base, catalogue, [], wish.field);
  const parent = wish.kind === 'field' && !wish.own ? parentOf(wish.field, catalogue) : null;
  if (parent) return groupingOf({ kind: 'entity', entity: parent }, base, catalogue);
  if (wish.kind === 'field' && wish.bands) return ownGrouping(wish.field, wish.bands, base, catalogue);
  if (wish.kind === 'field' && wish.each) return eachGrouping(wish.field, wish.entity, base, catalogue);
  if (wish.kind === 'field') return fieldGrouping(wish.field, base, catalogue, wish.bin === 0 && wish.classes ? binWidth(wish.field, wish.classes) : wish.bin);
  const { entity } = wish;
  const shown = entity.title ?? entity.key;
  if (!shown) return `${entity.plural} have no column that names them.`;
  const key = entity.title && entity.key && !isUnique(entity.title, entity) ? { table: entity.table.name, column: entity.key.column } : null;
  return {
    dimension: { field: toPlanField(shown), key, bucket: null, nullable: isOptional(base, shown, catalogue) },
    name: { singular: entity.singular, plural: entity.plural },
    distinct: entity.table.rows,
  };
}

/** A bar for each row, called by one of its columns. */
function eachGrouping(field: Field, entity: Entity, base: Entity, catalogue: Catalogue): Grouping {
  const plain = fieldGrouping(field, base, catalogue);
  if (isUnique(field, entity) || !entity.key) return plain;
  const { groups: _, ...dimension } = plain.dimension;
  return { ...plain, dimension: { ...dimension, key: { table: entity.table.name, column: entity.key.column } }, distinct: entity.table.rows };
}

/** Classes of one's own. */
function ownGrouping(field: Field, said: SaidBands, base: Entity, catalogue: Catalogue): Grouping {
  const { bands, notes } = bandsOf(said, field);
  const plain = fieldGrouping(field, base, catalogue);
  return { ...plain, dimension: { ...plain.dimension, groups: bands.length, bands }, distinct: bands.length, notes };
}

function isUnique(field: Field, entity: Entity): boolean {
  return field.source.distinct === entity.table.rows;
}

/** `bin` is the width of a number's classes; 0 is one that fits, undefined none. */
export function fieldGrouping(field: Field, base: Entity, catalogue: Catalogue, bin?: number): Grouping {
  const nullable = isOptional(base, field, catalogue);
  const distinct = field.role === 'flag' ? 3 : (field.source.distinct ?? field.source.values?.length ?? null);
  return {
    dimension: { field: toPlanField(field), key: null, bucket: null, nullable, ...(distinct !== null && { groups: distinct }), ...(bin !== undefined && { bin: bin || binWidth(field) }) },
    name: { singular: field.label, plural: plural(field.label) },
    distinct,
  };
}

export function timeGrouping(bucket: Bucket | 'auto', base: Entity, catalogue: Catalogue, periods: readonly Period[] = [], asked: Field | null = null): Grouping | string {
  const time = asked ?? reachableTime(base, catalogue);
  if (!time) return `${base.plural} have no date to group by.`;
  if ((bucket === 'hour' || bucket === 'hour-of-day') && time.source.type === 'date') return `The ${time.label} of ${base.plural} has no time of day.`;
  const unit = bucket === 'auto' ? fittingUnit(daysOf(periods) ?? daysBetween(time.source.min, time.source.max)) : bucket;
  const name = unit.replaceAll('-', ' ');
  return {
    dimension: { field: toPlanField(time), key: null, bucket: unit, nullable: isOptional(base, time, catalogue) },
    name: { singular: name, plural: `${name}s` },
    distinct: null,
  };
}

/** Some ten to sixty points: fewer say nothing, more are noise. */
function fittingUnit(days: number | null): Unit {
  if (days === null) return 'month';
  if (days <= 60) return 'day';
  if (days <= 240) return 'week';
  return days <= 365 * 6 ? 'month' : 'year';
}

const UNIT_DAYS: Record<Unit, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

function daysOf(periods: readonly Period[]): number | null {
  const [period] = periods;
  if (!period) return null;
  if (period.kind === 'range') return daysBetween(period.from ?? undefined, period.to ?? undefined);
  return UNIT_DAYS[period.unit] * (period.kind === 'recent' ? period.count : 1);
}

function daysBetween(from: string | number | undefined, to: string | number | undefined): number | null {
  const days = (Date.parse(String(to)) - Date.parse(String(from))) / 86_400_000;
  return Number.isFinite(days) ? days : null;
}

/** Whether each of its values can have a colour, or in a heatmap a line, of its own. */
export function canBeSeries({ distinct, dimension }: Grouping, view: View | null): boolean {
  // Moments themselves are as many as there are rows, and days nearly so.
  if (view === 'heatmap' && distinct === null && (dimension.bucket === null ? dimension.field.format === 'date' : /^(day|week|hour)$/.test(dimension.bucket))) return false;
  if (view === 'heatmap' || view === 'table') return distinct === null || distinct <= (view === 'table' ? Infinity : MAX_LINES);
  return distinct === null ? dimension.bucket === null || isCycle(dimension.bucket) || dimension.bucket === 'year' || dimension.bucket === 'quarter' : distinct <= MAX_SERIES;
}
