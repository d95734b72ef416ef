import { type Field, toPlanField } from '../../catalogue/entity';
import type { PlanField, Scatter } from '../../plan';
import { capitalise } from '../../words/tokens';
import type { Editing } from '../editing';
import { isOnlyMeasured, replacementOf } from '../said/replacement';
import { namedColumns } from '../targets';

/** "I meant temp_max", of dots by temp_min: one of the two numbers in place of the other, the one that is called most alike where none was named; false where no dots are drawn. */
export function exchangeNumber(editing: Editing, prompt: string): boolean {
  const said = replacementOf(prompt);
  const chart = editing.plan.blocks.find((b): b is Scatter => b.type === 'scatter' && b.asked !== false);
  const fresh = said && chart ? numberOf(editing, said.fresh) : null;
  if (!said || !chart || !fresh || fresh.table !== chart.table) return false;
  const old = said.old === null ? null : numberOf(editing, said.old);
  if (said.old !== null && !old) return false;
  const isOld = (axis: PlanField) => axis.table === old?.table && axis.column === old.column;
  const isX = old ? isOld(chart.x) : alike(toPlanField(fresh), chart.x) >= alike(toPlanField(fresh), chart.y);
  if (!old) editing.assumptions.push(`It is in place of ${(isX ? chart.x : chart.y).label}.`);
  if (old && !isX && !isOld(chart.y)) return false;
  const [x, y] = isX ? [toPlanField(fresh), chart.y] : [chart.x, toPlanField(fresh)];
  const by = chart.series && chart.title.endsWith(` by ${chart.series.label}`) ? ` by ${chart.series.label}` : '';
  editing.replace(chart, { ...chart, x, y, title: `${capitalise(y.label)} and ${x.label}${by}` });
  return true;
}

/** The one number column that words name. */
function numberOf(editing: Editing, words: string): Field | null {
  const wish = editing.exactly(words);
  const [field, ...others] = wish ? namedColumns(wish) : [];
  const isBare = wish !== null && (isOnlyMeasured(wish) || (wish.loose.length === 1 && wish.measures.length + wish.entities.length + wish.conditions.length + wish.by.length === 0));
  return isBare && others.length === 0 && field?.role === 'measure' ? field : null;
}

/** How many words of a column's name, and letters at its beginning, another has as well, and whether both are money. */
function alike({ column: a, format }: PlanField, { column: b, format: other }: PlanField): number {
  const words = (name: string) => name.toLowerCase().split(/[^a-z0-9]+|(?<=[a-z])(?=[A-Z])/);
  const shared = words(a).filter((word) => words(b).includes(word)).length;
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  let same = 0;
  while (same < Math.min(x.length, y.length) && x[same] === y[same]) same++;
  return shared * 10 + same + (format === other ? 3 : 0);
}
