import { basesOf } from '../../read/read';
import type { RowTable } from '../../plan';
import { withColumns } from './columns';
import type { Editing } from '../editing';

/** "date column please", "add the date": when it was, and no days that something is by. */
const DATE = /^\s*(?:(?:please|and|also|plus|now|ok(?:ay)?)[\s,]+)*(?:(?:add|show|include|insert|with|i\s+(?:want|need))\s+)?(?:me\s+)?(?:(?:the|an?|its|their)\s+)?(?:(?:date|time)\s+(?:columns?|fields?)|(?<=(?:add|show|include|insert|with|need|want)\s+(?:(?:the|an?|its|their)\s+)?)(?:date|time))(?:\s*,?\s*(?:too|as\s+well|please|also))*[\s.!?]*$/iu;

/** "remove the date column", "drop that column with the date" */
const GONE = /^\s*(?:(?:please|and|also|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:remove|drop|hide|delete|omit|skip|lose|without|get\s+rid\s+of|take\s+(?:out|away))\s+(?:the\s+|that\s+|this\s+)?(?:(?:date|time)(?:\s+(?:columns?|fields?))?|(?:column|field)\s+(?:with|of|for|showing)\s+the\s+(?:date|time))(?:\s*,?\s*(?:please|again|too))*[\s.!]*$/iu;

/** "add the date", of a list of orders: a column of when each was; "remove the date" takes out the only one that there is. False where no rows are listed. */
export function dateColumn(editing: Editing, prompt: string): boolean {
  const dated = GONE.test(prompt) ? editing.plan.blocks.find((b): b is RowTable => b.type === 'table' && b.asked !== false) : undefined;
  const [date, ...dates] = dated?.columns.filter((c) => c.format === 'date') ?? [];
  if (dated && date && dates.length === 0 && dated.columns.length > 1) {
    editing.replace(dated, { ...dated, columns: dated.columns.filter((c) => c !== date) });
    return true;
  }
  const table = DATE.test(prompt) ? editing.plan.blocks.find((b): b is RowTable => b.type === 'table' && b.asked !== false) : undefined;
  const base = table && basesOf([table], editing.catalogue)[0];
  if (!table || !base?.time) return false;
  const after = withColumns(table, [base.time], editing.catalogue);
  if (after.columns.length === table.columns.length) editing.problems.push(`“${table.title}” has ${base.time.label} already.`);
  else editing.replace(table, after);
  return true;
}
