import { withoutWindow } from '../../build/windows';
import type { Chart } from '../../plan';
import type { Style } from '../../words/words';
import type { Step } from './step';

/** Stacked, side by side, lying or adding up. */
export const styled: Step = (chart, { style }) => (style ? withStyle(chart, style) : chart);

function withStyle(chart: Chart, style: Style): Chart | string {
  if (style === 'lying' || style === 'upright') return { ...chart, direction: style, view: 'bar' };
  if (style === 'cumulative') return chart.by.bucket ? { ...withoutWindow(chart), cumulative: true, view: chart.view === 'bar' ? 'bar' : 'area' } : 'Only a chart over time can add up as it goes.';
  if (chart.window && style !== 'grouped') return `“${chart.title}” shows what is reckoned along the time, which has no parts: say “back to the plain values” first.`;
  if (!chart.series && style === 'share') return `“${chart.title}” has one grouping, so there are no parts of a whole in it: say “split by …” first${chart.by.bucket === null ? ', or “make it a pie”' : ''}.`;
  if (!chart.series) return `“${chart.title}” has one grouping, so there is nothing to ${style === 'grouped' ? 'set side by side' : 'stack'}: say “split by …” first.`;
  return { ...chart, stack: style, view: chart.view === 'line' || chart.view === 'area' ? (style === 'grouped' ? 'bar' : 'area') : chart.view === 'pie' || chart.view === 'heatmap' || chart.view === 'table' ? 'bar' : chart.view }
};
