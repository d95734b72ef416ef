import { statBlock } from '../../build/stat-block';
import { entityOf } from '../../catalogue/entity';
import { subjectOf } from '../../build/subject';
import type { Chart, RowTable } from '../../plan';
import { type Editing, quoted } from '../editing';
import { placed } from '../blocks/add';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, OK } from '../said/around';

const LEAD = leading('please', OK, 'now', 'and', 'also', 'plus', I_WANT, I_WOULD_LIKE, CAN_I);
const WHERE = '(?:\\s+(?:as\\s+an?\\s+(?:(?:single|big|large)\\s+)?(?:number|figure|tile|card|kpi|stat|value)|(?:at|on)\\s+(?:the\\s+)?top(?:\\s+of\\s+(?:it|that|this))?|above(?:\\s+(?:it|that|this|the\\s+\\p{L}+))?|over\\s+(?:it|that|this)))';
/** "put the total as a number above it" */
const TOTAL = new RegExp(`${LEAD}(?:put|add|show|have|display|include|write|give\\s+me)\\s+(?:also\\s+)?(?:the\\s+|an?\\s+)?(?:grand\\s+|overall\\s+)?(?:total|sum|overall\\s+(?:number|figure))${WHERE}{1,3}(?:\\s*,?\\s*(?:please|too|as\\s+well))*[\\s.!?]*$`, 'iu');

/** "what’s the total number of these?" */
const WHAT_TOTAL = new RegExp(`${LEAD}what(?:[’']s|\\s+is|\\s+are)\\s+(?:the|their)\\s+(?:grand\\s+|overall\\s+)?(?:total|sum)(?:\\s+(?:number|amount|count))?(?:\\s+(?:of|for)\\s+(?:these|those|them|it|all(?:\\s+of\\s+(?:them|these|it))?|everything))?(?:\\s*[,.;?]\\s*(?:(?:please|and)\\s+)*(?:show|put|add)\\s+(?:it|that)\\s+(?:on|at)\\s+(?:the\\s+)?top)?[\\s.!?]*$`, 'iu');
/** "how many are there?", of rows that are listed. */
const HOW_MANY = new RegExp(`${LEAD}(?:so\\s+)?how\\s+many\\s+(?:(?:rows|of\\s+(?:them|these|those))\\s+)?(?:are\\s+(?:there|they|these|those|that)|is\\s+(?:that|it|this))(?:\\s+(?:in\\s+total|altogether|now))?[\\s.!?]*$`, 'iu');

/** "put the total as a number above it": what a chart's bars come to together; false where nothing of the kind is said, or "total" is the name of something there. */
export function grandTotal(editing: Editing, prompt: string): boolean {
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const target = TOTAL.test(prompt) || WHAT_TOTAL.test(prompt) ? asked.find((b): b is Chart => b.type === 'chart') : HOW_MANY.test(prompt) ? asked.find((b): b is RowTable => b.type === 'table') : undefined;
  const base = target && entityOf(editing.catalogue, target.binding, target.table);
  const subject = target?.type === 'table' && base ? subjectOf({ aggregate: 'count', name: { kind: 'entity', entity: base }, where: [] }, [], editing.catalogue) : null;
  const measure = target?.type === 'chart' ? target.measures[0] : typeof subject === 'object' ? subject?.measure : undefined;
  if (!target || !base || !measure) return false;
  const figure = statBlock(base, measure, target.where, editing.catalogue);
  const there = editing.plan.blocks.find((b) => b.type === 'stat' && b.title === figure.title);
  if (there?.asked !== undefined && there.asked) editing.problems.push(`${quoted([there])} is on the page already.`);
  else {
    editing.set(placed(editing.plan.blocks.filter((b) => b !== there), [figure]));
    editing.done.push(`Added ${quoted([figure])}.`);
  }
  return true;
}
