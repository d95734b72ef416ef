import { listed } from '../../build/conditions';
import { entityOf } from '../../catalogue/entity';
import { type Chart, type Condition, isOfTime, type Measure } from '../../plan';
import type { Editing } from '../editing';
import { retitled } from '../retitle';

/** "as a share of all orders" */
const OF_ALL = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:(?:show|make|have|draw|express|give)\s+)?(?:me\s+)?(?:(?:it|that|this|them|these|those)\s+)?(?:(?:as|in)\s+)?(?:an?\s+|the\s+|their\s+)?(?:shares?|percentages?|percents?|per\s+cent|proportions?|parts?|%)\s+(?:of|in|out\s+of)\s+(?:all(?:\s+(?:of\s+)?(?:the\s+)?\p{L}+)?|the\s+(?:total|whole)(?:\s+\p{L}+)?|everything|total)(?:\s+instead)?[\s.!]*$/iu;

/** "as a share of all orders", of those that were returned: what part of the rows they are. False where a chart isn’t narrowed to some values, or has colours. */
export function shareOfAll(editing: Editing, prompt: string): boolean {
  const [chart, ...others] = OF_ALL.test(prompt) ? editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false) : [];
  const [part, ...more] = chart?.where.filter((c) => !isOfTime(c)) ?? [];
  const base = chart && entityOf(editing.catalogue, chart.binding, chart.table);
  const [measure, ...measures] = chart?.measures ?? [];
  const isBy = chart !== undefined && part !== undefined && part.field.table === chart.by.field.table && part.field.column === chart.by.field.column;
  if (!chart || !base || !measure || others.length + more.length + measures.length > 0 || part?.op !== 'is' || isBy || chart.series !== null || chart.versus || chart.having || chart.cumulative || chart.window) return false;
  const share = shareOf(measure, part, base.plural);
  if (!share) return false;
  const view = chart.view === 'pie' || chart.view === 'histogram' ? 'bar' : chart.view;
  editing.replace(chart, retitled(chart, { ...chart, view, other: false, where: chart.where.filter((c) => c !== part), measures: [share] }, editing.catalogue));
  return true;
}

/** Null of what has no parts: an average, or what is divided already. */
function shareOf(measure: Measure, part: Extract<Condition, { values: unknown }>, plural: string): Measure | null {
  const { aggregate, of, unit: _, ...plain } = measure;
  const values = listed(part.values.map(String), 'or');
  if (measure.per || measure.where.length > 0) return null;
  if (aggregate === 'rows') return { label: `share of ${values} ${plural}`, aggregate: 'share', of: null, where: [part], format: 'percent' };
  return aggregate === 'sum' ? { ...plain, aggregate, of, label: `${values} share of ${measure.label}`, where: [part], per: { aggregate, of }, format: 'percent' } : null;
}
