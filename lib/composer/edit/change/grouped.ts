import { binWidth } from '../../build/bins';
import { canBeSeries, chartBlock, groupingOf, isCycle, MAX_SERIES, timeGrouping } from '../../build/chart-block';
import { entityOf, fieldOf } from '../../catalogue/entity';
import type { Chart } from '../../plan';
import { seriesOverTime, splitByTime } from '../numbers/split-by-time';
import type { Step } from './step';

/** By another grouping, or by a second one. */
export const grouped: Step = (chart, { by, splits, few }, catalogue) => {
  const base = entityOf(catalogue, chart.binding, chart.table);
  const grouping = by && base && groupingOf(by, base, catalogue);
  if (!grouping) return chart;
  if (typeof grouping === 'string') return grouping;
  if (splits) {
    if (chart.view === 'scatter') return `Each point of “${chart.title}” is a group, so it has no colours for another.`;
    // "one line per state", of three of them.
    const shown = chart.where.find((c) => c.op === 'is' && c.field.table === grouping.dimension.field.table && c.field.column === grouping.dimension.field.column);
    const isFew = few || (shown?.op === 'is' && shown.values.length <= MAX_SERIES);
    if (!isFew && !canBeSeries(grouping, chart.view)) return `${grouping.name.plural} are too many to tell apart by colour.`;
    return { ...chart, series: grouping.dimension, measures: chart.measures.slice(0, 1), other: false, view: chart.view === 'pie' || chart.view === 'histogram' ? 'bar' : chart.view };
  }
  const isSame = ({ field }: Chart['by']) => field.table === grouping.dimension.field.table && field.column === grouping.dimension.field.column;
  // "by region instead", of orders per month by channel: another colour, and of countries by status another place to stand.
  if (chart.series && chart.by.bucket && !chart.series.bucket && canBeSeries(grouping, chart.view)) return { ...chart, series: grouping.dimension, other: false };
  const series = chart.series && !isSame(chart.series) && !chart.by.bucket ? chart.series : null;
  const view = chart.view === 'line' || chart.view === 'area' || chart.view === 'histogram' ? 'bar' : chart.view;
  const many = grouping.distinct === null || grouping.distinct > 15;
  const { cumulative: _, window: __, ...plain } = chart;
  // "top 15 customers", then by the four regions: they are all there.
  const all = grouping.distinct !== null && chart.limit !== null && grouping.distinct <= chart.limit;
  const limit = all ? null : (chart.limit ?? (many && view !== 'table' ? 15 : null));
  return { ...plain, by: grouping.dimension, series, sort: 'value-desc', versus: null, view, limit, other: chart.other && limit !== null };
};

/** In other classes of the same number. */
export const binned: Step = (chart, { classes }, catalogue) => {
  const base = entityOf(catalogue, chart.binding, chart.by.field.table);
  const field = base && fieldOf(base, chart.by.field.column);
  if (!classes || !field || (chart.by.bin === undefined && !chart.by.bands)) return chart;
  const { bands, ...by } = chart.by;
  return { ...chart, ...(bands && chart.view === 'bar' && chart.series === null && { view: 'histogram' as const }), by: { ...by, bin: classes.width || binWidth(field, classes.count ?? undefined) } };
};

/** Over time, or in other stretches of it. */
export const overTime: Step = (chart, { bucket, by, splits }, catalogue) => {
  const base = entityOf(catalogue, chart.binding, chart.table);
  if (!bucket || !base) return chart;
  const split = splits && !by ? splitByTime(chart, bucket, base, catalogue) : null;
  if (split) return split;
  const asked = chart.by.bucket ? fieldOf(entityOf(catalogue, chart.binding, chart.by.field.table) ?? base, chart.by.field.column) : null;
  const time = timeGrouping(bucket, base, catalogue, [], asked);
  if (typeof time === 'string') return time;
  // "by quarter", of bars by genre with a colour for each year.
  if (chart.series?.bucket && !chart.by.bucket) return canBeSeries(time, chart.view) ? { ...chart, series: time.dimension } : seriesOverTime(chart, time.dimension);
  if (chart.by.bucket) return { ...chart, by: time.dimension, view: isCycle(bucket) && chart.view !== 'heatmap' ? 'bar' : chart.view };
  const fresh = chartBlock(base, chart.where, catalogue, { measures: chart.measures, by: time, now: new Date(0) });
  // "by month, one line per topic": the colours are told in the same breath.
  const series = splits && by ? chart.series : null;
  const view = series && fresh.view === 'area' ? 'line' : fresh.view;
  return { ...chart, by: time.dimension, series, sort: 'label', limit: null, other: false, view: chart.view === 'table' ? 'table' : view };
};
