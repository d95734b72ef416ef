import { anchorOf, type Catalogue, type Entity, type Field, toPlanField } from './catalogue';
import type { Chart, Condition, Dimension, Measure, Unit, View } from './plan';
import { isOptional, reachableTime, type Unjoined } from './reach';
import { chartTitle } from './titles';
import type { DimensionWish } from './wish';

/** Slices that can still be told apart. */
const MAX_SLICES = 6;
/** Bars that fit without scrolling; asked for without a number, a "top" is the second. */
const MAX_BARS = 15;
const DEFAULT_TOP = 10;
/** Different values up to which a second grouping can be told apart by colour. */
const MAX_SERIES = 8;

export type Grouping = { dimension: Dimension; name: { singular: string; plural: string }; distinct: number | null };

export type ChartOptions = {
  view?: View | null;
  measures: readonly Measure[];
  by: Grouping;
  series?: Grouping | null;
  top?: { count: number | null; descending: boolean } | null;
  sort?: Chart['sort'] | null;
  versus?: boolean;
  now: Date;
};

export function chartBlock(base: Entity, where: readonly Condition[], catalogue: Catalogue, options: ChartOptions): Unjoined<Chart> {
  const { measures, by, series = null, top = null, now } = options;
  const bucketed = by.dimension.bucket !== null;
  const view = viewOf(options);
  const slices = view === 'pie' && !bucketed && (by.distinct ?? 99) > MAX_SLICES + 1;
  const additive = measures.length === 1 && (measures[0]?.aggregate === 'rows' || measures[0]?.aggregate === 'sum');
  const other = slices && additive && !top;
  const many = !bucketed && view !== 'table' && (by.distinct === null || by.distinct > MAX_BARS);
  const limit = top ? (top.count ?? DEFAULT_TOP) : slices ? MAX_SLICES : many ? MAX_BARS : null;
  const descending = top?.descending ?? true;
  const time = reachableTime(base, catalogue);
  const versus = options.versus && bucketed && time ? { anchor: anchorOf(time, now) } : null;
  const sort = options.sort ?? (bucketed ? 'label' : descending ? 'value-desc' : 'value-asc');
  const words = { measures, base, where, by: by.dimension, byName: by.name, series: series?.dimension ?? null, limit, other, descending, versus: versus !== null };
  return {
    type: 'chart',
    title: chartTitle(words, catalogue),
    binding: base.binding,
    table: base.table.name,
    where: where.filter((c) => !versus || c.op !== 'period'),
    view,
    measures: [...measures],
    by: by.dimension,
    series: series?.dimension ?? null,
    sort,
    limit: bucketed && !top ? null : limit,
    other,
    versus,
  };
}

/** Time goes from left to right; groups are bars. A pie of hundreds of slices is drawn with the rest added up. */
function viewOf({ view, by, series, versus }: ChartOptions): View {
  if (versus) return view === 'bar' ? 'bar' : 'line';
  if (view) return view === 'pie' && series ? 'bar' : view;
  const { bucket } = by.dimension;
  if (!bucket) return 'bar';
  if (series) return 'line';
  return bucket === 'year' || bucket === 'quarter' ? 'bar' : 'area';
}

export function groupingOf(wish: DimensionWish, base: Entity, catalogue: Catalogue): Grouping | string {
  if (wish.kind === 'field') return fieldGrouping(wish.field, base, catalogue);
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

function isUnique(field: Field, entity: Entity): boolean {
  return field.source.distinct === entity.table.rows;
}

export function fieldGrouping(field: Field, base: Entity, catalogue: Catalogue): Grouping {
  return {
    dimension: { field: toPlanField(field), key: null, bucket: null, nullable: isOptional(base, field, catalogue) },
    name: { singular: field.label, plural: pluralOf(field.label) },
    distinct: field.source.distinct ?? field.source.values?.length ?? null,
  };
}

function pluralOf(label: string): string {
  return /[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}

export function timeGrouping(bucket: Unit | 'auto', base: Entity, catalogue: Catalogue): Grouping | string {
  const time = reachableTime(base, catalogue);
  if (!time) return `${base.plural} have no date to group by.`;
  const unit = bucket === 'auto' ? fittingUnit(time) : bucket;
  return {
    dimension: { field: toPlanField(time), key: null, bucket: unit, nullable: isOptional(base, time, catalogue) },
    name: { singular: unit, plural: `${unit}s` },
    distinct: null,
  };
}

/** Some ten to sixty points: fewer say nothing, more are noise. */
function fittingUnit({ source }: Field): Unit {
  const days = (Date.parse(String(source.max)) - Date.parse(String(source.min))) / 86_400_000;
  if (!Number.isFinite(days)) return 'month';
  if (days <= 60) return 'day';
  if (days <= 240) return 'week';
  return days <= 365 * 6 ? 'month' : 'year';
}

export function canBeSeries({ distinct }: Grouping): boolean {
  return distinct === null || distinct <= MAX_SERIES;
}

