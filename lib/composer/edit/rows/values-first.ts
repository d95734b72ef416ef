import { listed } from '../../build/conditions';
import { onlyNarrows } from '../../read/says';
import type { Editing } from '../editing';

/** "urgent ones on top", "Germany first" */
const FIRST = /^\s*(?:(?:please|ok(?:ay)?|now|and|with|put|show|list|have|move|the)[\s,]+)*(.+?)(?:\s+(?:ones?|rows?))?\s+(?:(?:should\s+)?(?:be|come|go|stand)s?\s+)?(?:first|(?:at|on)\s+(?:the\s+)?(?:very\s+)?top|up\s+(?:front|top))(?:\s*,?\s*please)?[\s.!?]*$/iu;

/** "urgent ones on top": rows are in the order of a column, and of none of its values, which is said; false where something else is. */
export function valuesFirst(editing: Editing, prompt: string): boolean {
  const [, what] = FIRST.exec(prompt) ?? [];
  const wish = what === undefined ? null : editing.exactly(what);
  const [only, ...others] = wish?.conditions ?? [];
  if (!wish || only?.kind !== 'values' || others.length > 0 || wish.periods.length > 0 || !onlyNarrows(wish)) return false;
  const values = listed(only.values.map(String), 'and');
  editing.problems.push(`I can’t put ${values} on top of the others, since the order is that of a column or a number: say “sort by ${only.field.label}”, or “only ${values}”.`);
  return true;
}
