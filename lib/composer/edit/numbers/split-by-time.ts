import { canBeSeries, chartBlock, timeGrouping } from '../../build/chart-block';
import { type Catalogue, type Entity, fieldOf } from '../../catalogue/entity';
import type { Bucket, Chart } from '../../plan';

/** The stretches stand across, and what stood there are the colours. */
export function seriesOverTime(chart: Chart, time: Chart['by']): Chart | string {
  const own = { dimension: chart.by, distinct: chart.by.groups ?? null, name: { singular: chart.by.field.label, plural: chart.by.field.label } };
  if (own.distinct === null || !canBeSeries(own, 'line')) return `There are too many of ${chart.by.field.label} to tell apart by colour, so it can’t be by ${time.bucket ?? ''} as well.`;
  return { ...chart, by: time, series: chart.by, sort: 'label', limit: null, other: false };
}

/** "one colour per year": of bars by channel a colour for each; where the stretches are too many for colours, they stand across and the channels are the colours. Null of a chart over time, which becomes one by that stretch. */
export function splitByTime(chart: Chart, bucket: Bucket, base: Entity, catalogue: Catalogue): Chart | string | null {
  const isOfMonths = chart.by.bucket === 'month' && bucket === 'year';
  const isOfYear = chart.by.bucket === 'month-of-year' && bucket === 'year';
  if ((chart.by.bucket && !isOfMonths && !isOfYear) || chart.by.bin !== undefined || chart.series) return null;
  const time = timeGrouping(bucket, base, catalogue);
  if (typeof time === 'string') return time;
  const measures = chart.measures.slice(0, 1);
  // The months of each year stand above each other.
  const months = isOfMonths ? timeGrouping('month-of-year', base, catalogue, [], fieldOf(base, chart.by.field.column)) : null;
  if (months && typeof months !== 'string') return { ...chart, measures, by: months.dimension, series: time.dimension, other: false, sort: 'label', view: chart.view === 'bar' ? 'bar' : 'line' };
  if (isOfYear) return { ...chart, measures, series: time.dimension, other: false, view: chart.view === 'bar' ? 'bar' : 'line' };
  const view = chart.view === 'pie' ? ('bar' as const) : chart.view;
  if (canBeSeries(time, view)) return { ...chart, measures, series: time.dimension, other: false, view };
  const own = { dimension: chart.by, distinct: chart.by.groups ?? null, name: { singular: chart.by.field.label, plural: chart.by.field.label } };
  if (own.distinct === null || !canBeSeries(own, 'line')) return null;
  const fresh = chartBlock(base, chart.where, catalogue, { measures, by: time, now: new Date(0) });
  return { ...chart, measures, by: time.dimension, series: chart.by, sort: 'label', limit: null, other: false, view: view === 'table' ? 'table' : fresh.view === 'area' ? 'line' : fresh.view };
}
