import { type Chart, type ChartLine, MAX_CHART_LINES, type Measure } from '../plan';
import type { Unjoined } from './reach';

/** A chart with one more line across, or in words why it can't have it. */
export function withLine<T extends Unjoined<Chart>>(chart: T, line: ChartLine): T | string {
  const problem = noLine(chart, line);
  if (problem) return problem;
  const lines = chart.lines ?? [];
  // There is one target: another moves it.
  const others = lines.filter((each) => !(each.kind === line.kind && (each.kind === 'average' || (line.kind === 'value' && line.label !== '' && each.label === line.label))));
  if (lines.some((each) => JSON.stringify(each) === JSON.stringify(line))) return `“${chart.title}” has that line already.`;
  if (others.length >= MAX_CHART_LINES) return `“${chart.title}” has ${MAX_CHART_LINES} lines across, and there is no room for more.`;
  return { ...chart, lines: [...others, line] };
}

/** Why a chart can't have a line across; null where it can. */
function noLine(chart: Unjoined<Chart>, line: ChartLine): string | null {
  if (!isDrawn(chart)) return 'Only bars, lines and areas have a line across.';
  if (chart.stack === 'share') return `“${chart.title}” shows shares of a whole, so no line goes across.`;
  if (line.kind === 'value') return null;
  if (chart.versus) return `“${chart.title}” compares two years, so it has no one average.`;
  if (chart.perGroup !== undefined) return `“${chart.title}” shows the first of each group, so it has no one average.`;
  return chart.cumulative ? `“${chart.title}” adds up as it goes, so its average says nothing.` : null;
}

function isDrawn({ view, by }: Unjoined<Chart>): boolean {
  return (view === 'bar' || view === 'line' || view === 'area') && by.bin === undefined;
}

/** Without the lines that it can't have. */
export function withoutUnseenLines<T extends Unjoined<Chart>>(chart: T): T {
  if (!chart.lines) return chart;
  const { lines, ...rest } = chart;
  const seen = lines.filter((line) => noLine(chart, line) === null);
  return (seen.length === lines.length ? chart : seen.length > 0 ? { ...rest, lines: seen } : rest) as T;
}

/** Whether the average is reckoned over all rows, and not over the groups: an average of averages says nothing. */
export function isOverallAverage({ aggregate, per, plain }: Measure): boolean {
  return !plain && (per !== undefined || aggregate === 'avg' || aggregate === 'median' || aggregate === 'share');
}

/** What the line at the average is called. */
export function averageLabel(measure: Measure): string {
  if (!isOverallAverage(measure)) return 'Average';
  return measure.aggregate === 'avg' && !measure.per ? 'Overall average' : measure.aggregate === 'median' && !measure.per ? 'Overall median' : 'Overall';
}
