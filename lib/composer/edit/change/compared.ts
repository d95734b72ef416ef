import { periodCondition } from '../../build/conditions';
import { inEach, roomFor } from '../../build/spans';
import { anchorOf } from '../../catalogue/catalogue';
import { type Catalogue, type Entity, entityOf, fieldOf } from '../../catalogue/entity';
import type { Chart, During, Period, Unit } from '../../plan';
import { IN_YEAR } from '../../read/periods';
import type { Step } from './step';

/** Beside the year before, or the stretch of time before. */
export const compared: Step = (chart, { versus, versusUnit }, catalogue, now) => {
  if (!versus) return chart;
  const base = entityOf(catalogue, chart.binding, chart.table);
  if (base && !chart.by.bucket) return comparedSpans(chart, versusUnit, base, catalogue, now);
  const owner = base && (entityOf(catalogue, chart.binding, chart.by.field.table) ?? base);
  const time = owner && fieldOf(owner, chart.by.field.column);
  if (!base || !time || !chart.by.bucket) return 'Only a chart over time can be compared with the year before.';
  const bucket = chart.by.bucket === 'quarter' ? 'quarter' : 'month';
  return { ...chart, by: { ...chart.by, bucket }, series: null, measures: chart.measures.slice(0, 1), view: chart.view === 'bar' ? 'bar' : 'line', versus: { anchor: anchorOf(time, now) }, where: chart.where.filter((c) => c.op !== 'period'), sort: 'label' };
};

/** "compare with last month", of bars by region: of the stretch that is shown, or of this one, and of the one before. */
function comparedSpans(chart: Chart, unit: Unit | null, base: Entity, catalogue: Catalogue, now: Date): Chart | string {
  const shown = chart.where.find((c) => c.op === 'period');
  const newer: Period | null = shown?.op === 'period' ? shown.period : { kind: 'unit', unit: unit ?? 'year', back: 0 };
  if (newer.kind !== 'unit' || (unit !== null && unit !== newer.unit && unit !== 'year')) return `“${chart.title}” can be compared with the stretch before where it shows one: “only this ${unit ?? 'month'}” first.`;
  const back = newer.back + (unit === 'year' ? (IN_YEAR[newer.unit] ?? 1) : 1);
  const spans = [newer, { ...newer, back }].map((period) => (shown?.op === 'period' ? { ...shown, period } : periodCondition(period, base, catalogue, now)));
  const refused = spans.find((each) => typeof each === 'string');
  if (refused !== undefined) return refused;
  return withSpans({ ...chart, series: null, where: chart.where.filter((c) => c !== shown) }, spans.filter((each) => typeof each !== 'string'));
}

/** The chart with a number for each stretch; one over time, or split, has them where time is. */
export function withSpans(chart: Chart, spans: readonly During[]): Chart {
  if (chart.by.bucket !== null || chart.series !== null) return chart;
  const isDrawn = chart.view === 'bar' || chart.view === 'table';
  return { ...chart, view: isDrawn ? chart.view : 'bar', other: false, measures: chart.measures.slice(0, roomFor(spans)).flatMap((m) => inEach(m, spans)) };
}
