import { basesOf } from '../../read/read';
import { opposite } from '../../read/opposite';
import { onlyNarrows } from '../../read/says';
import type { ConditionWish } from '../../read/wish';
import type { Editing } from '../editing';
import { narrow } from './narrow-edits';

/** "just the ones with a discount" */
const THOSE = /^\s*(?:(?:please|ok(?:ay)?|now|and)[\s,]+)*(?:show\s+|keep\s+)?(?:me\s+)?(?:only|just)\s+(?:the\s+)?(?:ones|those|rows)\s+(?:with|that\s+have|which\s+have|having)\s+(?:an?\s+|any\s+)?([\p{L}\s_]+?)(?:\s*,?\s*please)?[\s.!]*$/iu;

/** "just the ones with a discount": of the rows that the page is about; false where something else is said. */
export function thoseHaving(editing: Editing, prompt: string): boolean {
  const [, what] = THOSE.exec(prompt) ?? [];
  const [base] = basesOf(editing.plan.blocks, editing.catalogue);
  if (what === undefined || !base) return false;
  const [having, none] = ['with', 'without'].map((word) => editing.exactly(`${base.plural} ${word} ${what}`));
  const meant = [having, none && { ...none, conditions: none.conditions.map(opposite) }].find((wish) => wish && onlyNarrows({ ...wish, entities: [] }) && wish.entities.every((e) => e === base));
  const conditions = meant?.conditions.map(notNone) ?? [];
  const isSaid = conditions.every((c) => c.kind !== 'empty' || c.field.source.nullable);
  if (meant && isSaid) narrow(editing, { ...meant, entities: [], conditions });
  else editing.problems.push(`I don’t know which ${base.plural} those with ${what} are, so nothing was narrowed.`);
  return true;
}

/** Where a value says that there is none, it is that one which they don't have. */
function notNone(condition: ConditionWish): ConditionWish {
  if (condition.kind !== 'empty') return condition;
  const { field, entity, negated } = condition;
  const none = field.source.values?.find((value) => /^(?:none|no|nothing|n\/a|null)$/i.test(value));
  return none === undefined ? condition : { kind: 'values', field, entity, values: [none], negated };
}
