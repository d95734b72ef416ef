import type { Chart } from '../plan';
import type { Unjoined } from './reach';

/** A table of groups with a last row of what they come to together, or in words why it can't have one. */
export function withTotals<T extends Unjoined<Chart>>(chart: T): T | string {
  if (chart.versus) return `“${chart.title}” compares two years, so it has no row for totals.`;
  if (chart.perGroup !== undefined) return `“${chart.title}” shows the first of each group, so it has no row for totals.`;
  if (chart.series && chart.having) return `“${chart.title}” shows some of the pairs of two groupings, so it has no row for totals.`;
  if (chart.measures.every((m) => m.plain) && !chart.beside?.length) return `“${chart.title}” shows what each has by itself, so there is nothing to total.`;
  return { ...chart, totals: true };
}

/** Only a table has a row for totals. */
export function withoutUnseenTotals<T extends Unjoined<Chart>>(chart: T): T {
  if (!chart.totals || (chart.view === 'table' && !chart.versus && chart.perGroup === undefined)) return chart;
  const { totals: _, ...rest } = chart;
  return rest as T;
}
