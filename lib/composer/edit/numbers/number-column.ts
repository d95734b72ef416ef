import type { Chart } from '../../plan';
import type { DimensionWish } from '../../read/wish';
import { attribute } from '../columns/attributes';
import type { Editing } from '../editing';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, LETS, OK, trailing } from '../said/around';
import { isOnlyMeasured, measuresOf } from '../said/replacement';
import { retitled } from '../retitle';
import { withNumbers } from './same-chart';

const LEAD = leading('please', OK, 'now', 'and(?!\\s+(?:the|their|its)\\s)', 'also', 'plus', I_WANT, 'i\\s+need', I_WOULD_LIKE, CAN_I, LETS);
const END = trailing('too', 'as\\s+well', 'also', 'please', 'now', 'then', 'to\\s+it', 'in\\s+it', 'there');
/** "add a column with the number of orders" */
const COLUMN = new RegExp(`${LEAD}(?:(?:add|have|show|put\\s+in|insert|include|give\\s+(?:me|it)|get|see|with)\\s+)?(?:an?|another|one\\s+more|a\\s+(?:second|third|further|new))\\s+(?:(?:second|third|further|new|extra|additional)\\s+)?column\\s+(?:with|for|of|showing|that\\s+(?:shows|has|says)|saying|giving)\\s+(?:the\\s+)?(.+?)${END}`, 'iu');
/** "the number of orders as a second column" */
const AS_COLUMN = new RegExp(`${LEAD}(?:(?:add|have|show|put|include)\\s+)?(?:the\\s+)?(.+?)\\s+(?:as|in)\\s+(?:(?:an?|another|its\\s+own)\\s+)?(?:(?:second|third|further|more|new|extra|additional|separate|own)\\s+)?columns?${END}`, 'iu');
/** "add the number of orders", "the number of orders too" */
const MORE = new RegExp(`${LEAD}(?:(?:add|include|with)\\s+(?:also\\s+)?(?:the\\s+)?(.+?)${END}|(?:also|plus|show\\s+also|also\\s+show)\\s+(?:the\\s+)?(.+?)${END}|and\\s+(?:the|their|its)\\s+(.+?)(?:\\s+of\\s+(?:those|these)(?:\\s+\\p{L}+)?)?[\\s.!?]*$|(?:show\\s+)?(?:the\\s+)?(.+?)\\s+(?:too|as\\s+well|also)(?:\\s*,?\\s*please)?[\\s.!?]*$)`, 'iu');

/** "put the average income next to it": in a table, a column. */
const NEXT_TO = new RegExp(`${LEAD}(?:put|set|have|show|add|place|want)\\s+(?:the\\s+)?(.+?)\\s+(?:right\\s+)?(?:next\\s+to|beside|alongside)\\s+(?:it|that|this|them|those|the\\s+\\p{L}+)${END}`, 'iu');

/** What is to be one more number. */
export function numberAsked(prompt: string): string | undefined {
  return COLUMN.exec(prompt)?.[1] ?? AS_COLUMN.exec(prompt)?.[1] ?? MORE.exec(prompt)?.slice(1).find(Boolean);
}

/** "add a column with the number of orders": a second number in the table of groups that is there; false where there is none. */
export function numberColumn(editing: Editing, prompt: string): boolean {
  const isSaid = COLUMN.test(prompt) || AS_COLUMN.test(prompt);
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  // Of bars that are all there is, only a table of them has columns.
  const tables = asked.filter((b): b is Chart => b.type === 'chart' && (b.view === 'table' || (isSaid && asked.length === 1 && b.by.bucket === null && b.by.bin === undefined && b.series === null)));
  const [only, ...others] = tables;
  if (!only || others.length > 0 || editing.plan.blocks.some((b) => b.type === 'table' && b.asked !== false)) return false;
  const column = COLUMN.exec(prompt)?.[1] ?? AS_COLUMN.exec(prompt)?.[1];
  const isAlone = editing.plan.blocks.every((b) => b === only || b.asked === false);
  const what = column ?? (isAlone ? ((only.view === 'table' ? NEXT_TO.exec(prompt)?.[1] : undefined) ?? MORE.exec(prompt)?.slice(1).find(Boolean)) : undefined);
  const read = what === undefined ? null : editing.exactly(what);
  // "add the total cost per phase", of a table that has a row for each phase.
  const wish = read && { ...read, by: read.by.filter((d) => !isOwnGroup(d, only)) };
  if (wish && attribute(editing, wish, prompt)) return true;
  if (!wish || !isOnlyMeasured(wish)) return false;
  const after = withNumbers({ ...only, view: 'table' }, measuresOf(wish), editing.catalogue);
  if (only.view !== 'table' && typeof after !== 'string') editing.assumptions.push('It is a table now, which has columns.');
  if (typeof after === 'string') editing.problems.push(after);
  else {
    editing.assumptions.push(...wish.assumptions, ...after.assumptions);
    editing.replace(only, retitled(only, after.chart, editing.catalogue));
  }
  return true;
}

function isOwnGroup(group: DimensionWish, { by: { field } }: Chart): boolean {
  return group.kind === 'field' ? group.field.table === field.table && group.field.column === field.column : group.entity.table.name === field.table;
}
