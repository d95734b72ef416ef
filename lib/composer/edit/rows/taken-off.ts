import type { Editing } from '../editing';
import { quoted } from '../editing';
import { groupedBy, namedColumns } from '../targets';

/** "take the order statuses off again" */
const OFF = /^\s*(?:(?:please|and|now|ok(?:ay)?|then|(?:can|could)\s+(?:you|we))[\s,]+)*take\s+(?:the\s+|that\s+)?(.+?)\s+(?:off|away|out)(?:\s*,?\s*(?:again|please|now))*[\s.!]*$/iu;

/** "take the order statuses off again", of a page with a chart of them beside others: that one goes. False where none is by what is named. */
export function takenOff(editing: Editing, prompt: string): boolean {
  const what = OFF.exec(prompt)?.[1];
  const wish = what === undefined ? null : editing.exactly(what);
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  const [field, ...others] = wish ? [...namedColumns(wish), ...wish.by.flatMap((d) => (d.kind === 'field' ? [d.field] : []))] : [];
  if (!wish || !field || others.length > 0 || asked.length < 2 || wish.conditions.length + wish.periods.length + wish.filters.length > 0) return false;
  const entity = editing.catalogue.entities.find((e) => e.binding === field.binding && e.table.name === field.table);
  const found = entity && groupedBy(asked, { ...wish, by: [{ kind: 'field', field, entity }], bucket: null }, editing.catalogue);
  if (!found || found.isSplit) return false;
  editing.set(editing.plan.blocks.filter((b) => b !== found.block));
  editing.done.push(`Removed ${quoted([found.block])}.`);
  return true;
}
