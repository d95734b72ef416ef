import { keptOnly } from '../columns/column-edits';
import type { Item } from '../../read/link';
import { subjectOf } from '../../build/subject';
import type { Chart } from '../../plan';
import type { Wish } from '../../read/wish';
import type { Editing } from '../editing';
import { isOnlyMeasured, measuresOf } from '../said/replacement';
import { retitled } from '../retitle';

const ONLY = /^\s*(?:(?:please|ok(?:ay)?|now|and)[\s,]+)*(?:show\s+|keep\s+)?(?:me\s+)?(?:only|just)\s+(?:the\s+)?([\p{L}\s,_-]+?)(?:\s+columns?)?(?:\s*,?\s*please)?[\s.!]*$/iu;

/** "only revenue", of a chart of revenue and orders: false where it has no other number, or others are named. */
function keptNumbers(editing: Editing, wish: Wish): boolean {
  const charts = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.measures.length > 1);
  const [chart, ...others] = charts;
  if (!chart || others.length > 0 || !isOnlyMeasured(wish)) return false;
  const labels = measuresOf(wish).map((m) => {
    const subject = subjectOf(m, [], editing.catalogue);
    return typeof subject === 'string' ? '' : subject.measure.label;
  });
  const kept = chart.measures.filter((m) => labels.includes(m.label));
  if (kept.length < labels.length || kept.length === chart.measures.length) return false;
  editing.replace(chart, retitled(chart, { ...chart, measures: kept }, editing.catalogue));
  return true;
}

/** "just name and price": the columns of a table that stay; false where those that are named aren't its. */
export function onlyThose(editing: Editing, prompt: string): boolean {
  const [, what] = ONLY.exec(prompt) ?? [];
  const wish = what === undefined ? null : editing.exactly(what);
  if (wish && keptNumbers(editing, wish)) return true;
  // "the customer" goes by a name.
  const owners = wish?.entities.flatMap((entity) => (entity.title ? [{ field: entity.title, entity, item: {} as Item }] : [])) ?? [];
  if (!wish || owners.length < wish.entities.length) return false;
  return editing.took(keptOnly(editing.plan.blocks, { ...wish, entities: [], loose: [...wish.loose, ...owners] }, editing.catalogue));
}
