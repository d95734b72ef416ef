import type { Block, Condition } from '../../plan';
import type { Editing } from '../editing';
import { retitled } from '../retitle';
import { CAN_I, leading, LETS, OK } from '../said/around';

const LEAD = leading('please', 'no', OK, 'now', 'and', CAN_I, LETS);
const NOUN = '(?:limit|threshold|bound|minimum|maximum|min|max|cut-?off|bar|condition|number|value)';
/** "raise that to 500", "make the minimum 500" */
const TO = new RegExp(`${LEAD}(?:raise|lower|increase|decrease|reduce|change|set|make|lift|bring|drop|push|turn)\\s+(it|that|this|(?:the|that)\\s+${NOUN})\\s+(?:(?:up|down|over)\\s+)?(?:to\\s+|at\\s+)?[$€£]?(\\d[\\d,]*(?:\\.\\d+)?)(?:\\s*,?\\s*(?:please|instead|then|now))*[\\s.!]*$`, 'iu');

type Bound = Extract<Condition, { op: 'over' | 'at-least' | 'under' | 'at-most' }>;

const isBound = (c: Condition): c is Bound => c.op === 'over' || c.op === 'at-least' || c.op === 'under' || c.op === 'at-most';

/** "raise that to 500", of products over 200: what rows, or groups, have to come to; false where there is no such bound, or a ranking that could be meant. */
export function rebound(editing: Editing, prompt: string): boolean {
  const [, what, number] = TO.exec(prompt) ?? [];
  const value = Number(number?.replaceAll(',', ''));
  if (!what || !Number.isFinite(value)) return false;
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  if (/^(?:it|that|this)$/i.test(what) && asked.some((b) => b.type === 'chart' && b.limit !== null && !b.other)) return false;
  const bounds = asked.flatMap((b) => b.where.filter(isBound));
  const [first] = bounds;
  if (first && bounds.every((c) => c.op === first.op && c.field.table === first.field.table && c.field.column === first.field.column)) {
    const after = editing.plan.blocks.map((b): Block => (b.where.some(isBound) ? retitled(b, { ...b, where: b.where.map((c) => (isBound(c) && c.field.column === first.field.column && c.op === first.op ? { ...c, value } : c)) }, editing.catalogue) : b));
    editing.set(after);
    editing.done.push(`It is ${first.op.replace('-', ' ')} ${number} now.`);
    return true;
  }
  const [chart, ...others] = asked.filter((b) => b.type === 'chart' && b.having !== undefined);
  if (first || chart?.type !== 'chart' || !chart.having || others.length > 0) return false;
  editing.replace(chart, retitled(chart, { ...chart, having: { ...chart.having, value } }, editing.catalogue));
  return true;
}
