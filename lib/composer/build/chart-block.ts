import { anchorOf, type Catalogue, type Entity, type Field, toPlanField } from '../catalogue/catalogue';
import type { Chart, Condition, Dimension, Measure, Period, Unit, View } from '../plan';
import { isOptional, reachableTime, type Unjoined } from './reach';
import { chartTitle } from './titles';
import type { DimensionWish } from '../read/wish';

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
  const sort = options.sort ?? (bucketed && !top ? 'label' : descending ? 'value-desc' : 'value-asc');
  const kept = where.filter((c) => !versus || c.op !== 'period');
  const words = { measures, base, where: kept, by: by.dimension, byName: by.name, series: series?.dimension ?? null, limit, other, descending, versus: versus !== null };
  return {
    type: 'chart',
    title: chartTitle(words, catalogue),
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: kept,
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
function viewOf({ view, by, series, versus, measures, top }: ChartOptions): View {
  if (versus) return view === 'bar' ? 'bar' : 'line';
  if (view) return view === 'pie' && series ? 'bar' : view;
  const { bucket } = by.dimension;
  if (!bucket || top) return 'bar';
  if (series) return 'line';
  if (bucket === 'year' || bucket === 'quarter') return 'bar';
  // An area is an amount; averages and shares are only a line.
  return measures.length === 1 && measures.every((m) => m.aggregate === 'rows' || m.aggregate === 'sum' || m.aggregate === 'distinct') ? 'area' : 'line';
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
    distinct: field.role === 'flag' ? 3 : (field.source.distinct ?? field.source.values?.length ?? null),
  };
}

function pluralOf(label: string): string {
  return /[^aeiou]y$/.test(label) ? `${label.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(label) ? `${label}es` : `${label}s`;
}

export function timeGrouping(bucket: Unit | 'auto', base: Entity, catalogue: Catalogue, periods: readonly Period[] = []): Grouping | string {
  const time = reachableTime(base, catalogue);
  if (!time) return `${base.plural} have no date to group by.`;
  const unit = bucket === 'auto' ? fittingUnit(daysOf(periods) ?? daysBetween(time.source.min, time.source.max)) : bucket;
  return {
    dimension: { field: toPlanField(time), key: null, bucket: unit, nullable: isOptional(base, time, catalogue) },
    name: { singular: unit, plural: `${unit}s` },
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

export function canBeSeries({ distinct }: Grouping): boolean {
  return distinct === null || distinct <= MAX_SERIES;
}

