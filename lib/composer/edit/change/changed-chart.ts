import { MAX_SERIES } from '../../build/chart-block';
import { spansOf } from '../../build/spans';
import { fittingWindow, keptWindow } from '../../build/windows';
import { type Catalogue, entityOf } from '../../catalogue/entity';
import { type Block, type Chart, type Measure, measuresOf } from '../../plan';
import type { Change } from '../change';
import { splitByTime } from '../numbers/split-by-time';
import { compared, withSpans } from './compared';
import { binned, grouped, overTime } from './grouped';
import { measured } from './measured';
import { numbered, ranked } from './ranked';
import { styled } from './styled';

/** Of a chart whose numbers are of two stretches of time, it is the numbers that change, and then they are of both again. */
export function changedChart(block: Chart, change: Change, catalogue: Catalogue, now: Date): Block | string {
  const apart = spansOf(block.measures);
  if (!apart) return changedPlainly(block, change, catalogue, now);
  const after = changedPlainly({ ...block, measures: apart.bare }, change, catalogue, now);
  if (typeof after === 'string' || after.type !== 'chart') return after;
  return measuresOf(after).some((m) => m.during) ? after : withSpans(after, apart.spans);
}

function changedPlainly(block: Chart, change: Change, catalogue: Catalogue, now: Date): Block | string {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return block;
  let next: Chart = { ...block };
  for (const step of [measured, grouped, binned, overTime, numbered, ranked, styled, compared]) {
    const after = step(next, change, catalogue, now);
    if (typeof after === 'string') return after;
    next = after;
  }
  next = keptWindow(block, withoutFirsts(next), catalogue, now);
  const { view } = change;
  const refused = notDrawn(next, view ?? next.view);
  if (refused) return refused;
  if (!view || view === next.view) return next;
  // "as a heatmap", of months: those of each year.
  const years = view === 'heatmap' && !next.series && block.by.bucket === 'month' ? splitByTime({ ...next, by: block.by }, 'year', base, catalogue) : null;
  if (years && typeof years !== 'string') next = years;
  if (view === 'heatmap' && !next.series) return 'A heatmap needs a second grouping: say “split by …” first.';
  if (view === 'histogram' && next.by.bands) return 'Classes of one’s own are not equally wide, so they are bars: say “in bins of …” for a histogram.';
  if (view === 'scatter' && next.measures.length < 2) return 'A scatter chart needs two numbers.';
  if (view === 'pie' && next.series) next = { ...next, series: null };
  // What a table tells of each in words isn’t drawn.
  const drawn = view === 'table' ? next.measures : next.measures.filter((m) => !WORDS.has(m.format) || (!m.plain && m.format !== 'date'));
  return fittingWindow({ ...next, view, measures: view === 'pie' ? drawn.slice(0, 1) : drawn.length > 0 ? drawn : next.measures });
}

/** Why it can't be drawn so: a date has no length, and the first of each group have a colour each or rows. */
function notDrawn({ measures, perGroup, series }: Chart, view: Chart['view']): string | null {
  if (view === 'table') return null;
  if (measures.every((m) => m.format === 'date')) return 'A date has no length that could be drawn, so it stays a table.';
  const isFew = series?.groups !== undefined && series.groups <= MAX_SERIES && measures.length === 1;
  return perGroup === undefined || (view === 'bar' && isFew) ? null : 'The first of each group stand in a table, or in bars where they have few enough names to have a colour each.';
}

/** What has no second grouping any more has no first of each. */
function withoutFirsts(chart: Chart): Chart {
  const { perGroup, ...rest } = chart;
  return perGroup !== undefined && (chart.series === null || chart.versus !== null || chart.cumulative) ? rest : chart;
}

const WORDS = new Set<Measure['format']>(['text', 'status', 'flag', 'id', 'date']);
