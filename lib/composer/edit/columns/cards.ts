import { listed } from '../../build/conditions';
import { MAX_CARD_COLUMNS, type Block } from '../../plan';
import { capitalise } from '../../words/tokens';
import { withColumns } from './columns';
import type { Editing } from '../editing';
import { onlyBoard } from '../looks/lanes';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, LETS, OK, trailing } from '../said/around';
import { namedColumns, saysKind } from '../targets';

const LEAD = leading('please', OK, 'now', 'and', 'also', I_WANT, 'i\\s+need', I_WOULD_LIKE, CAN_I, LETS, 'to');
const END = trailing('too', 'as\\s+well', 'also', 'please', 'now', 'then');
const CARDS = '(?:(?:the|each|every|all|its|their|those|these)\\s+)*cards?';
const WHAT = '(?:(?:the|its|their|also)\\s+)*([\\p{L}\\p{N}_][^.;:!?]*?)';
/** "show the city on the cards" */
const ON = new RegExp(`${LEAD}(?:(?:show|put|have|see|write|print|display|add|include|get|place|with)\\s+)?(?:also\\s+)?${WHAT}\\s+(?:on|in|to|onto|into|inside)\\s+${CARDS}${END}`, 'iu');
/** "the cards should show the city", "let each card have the city" */
const CARRY = new RegExp(`${LEAD}(?:(?:let|make|have)\\s+)?${CARDS}\\s+(?:(?:should|shall|must|can|could|to|need|needs)\\s+)*(?:also\\s+)?(?:show|have|contain|display|carry|include|say|tell|mention|with)\\s+(?:also\\s+)?${WHAT}${END}`, 'iu');
/** "add the city", where there is nothing but a board. */
const ADD = new RegExp(`${LEAD}(?:(?:add|include|show|put)\\s+(?:also\\s+)?${WHAT}|${WHAT}\\s+(?:too|as\\s+well|also))${END}`, 'iu');
/** "take the city off the cards", "no city on the cards" */
const OFF = new RegExp(`${LEAD}(?:remove|hide|drop|take|no|without|don[’']t\\s+show|leave\\s+out|omit)\\s+${WHAT}\\s+(?:off|from|on|out\\s+of|in)\\s+${CARDS}${END}`, 'iu');

/** "colour the cards by priority" */
const COLOURS = new RegExp(`${LEAD}(?:colou?r|shade|tint|paint|highlight|mark)\\s+${CARDS}\\b`, 'iu');

type Cards = Extract<Block, { type: 'board' | 'calendar' }>;

/** "show the city on the cards": what the cards of a board say; false where it is about something else. */
export function cards(editing: Editing, prompt: string): boolean {
  const only = onlyBoard(editing.plan.blocks);
  const board = only ?? editing.plan.blocks.find((b): b is Cards => (b.type === 'board' || b.type === 'calendar') && b.asked !== false);
  if (!board) return false;
  if (board.type === 'board' && COLOURS.test(prompt)) {
    editing.problems.push(`The cards of “${board.title}” are all of one colour: what they have in common can be a lane of its own (“make the lanes the …”).`);
    return true;
  }
  const off = OFF.exec(prompt)?.[1];
  const on = off === undefined ? (ON.exec(prompt)?.[1] ?? CARRY.exec(prompt)?.[1]) : undefined;
  const [, added, too] = off === undefined && on === undefined && only && editing.plan.blocks.every((b) => b === only || b.asked === false) ? (ADD.exec(prompt) ?? []) : [];
  const fields = fieldsOf(editing, off ?? on ?? added ?? too);
  if (fields.length === 0) return false;
  const names = listed(fields.map((f) => f.label), 'and');
  const isOf = (c: { table: string; column: string }) => fields.some((f) => f.table === c.table && f.column === c.column);
  if (off !== undefined) {
    if (board.columns.some(isOf)) editing.replace(board, { ...board, columns: board.columns.filter((c) => !isOf(c)) });
    else editing.problems.push(`The cards of “${board.title}” don’t show ${names}.`);
    return true;
  }
  const columns = withColumns(board, fields.filter((f) => f.table !== board.name.table || f.column !== board.name.column), editing.catalogue).columns;
  const missing = fields.some((f) => ![...board.columns, board.name].some((c) => f.table === c.table && f.column === c.column));
  if (columns.length > MAX_CARD_COLUMNS) editing.problems.push(`A card shows ${MAX_CARD_COLUMNS} things at most: take one off first.`);
  else if (columns.length === board.columns.length) editing.problems.push(missing ? `${capitalise(names)} can’t be reached from the rows of “${board.title}”.` : `The cards of “${board.title}” show ${names} already.`);
  else editing.replace(board, { ...board, columns });
  return true;
}

/** What words name where it can only be columns; whose something is goes by its name. */
function fieldsOf(editing: Editing, words: string | undefined) {
  const wish = words === undefined ? null : editing.exactly(words);
  if (!wish || saysKind(wish) || wish.conditions.length + wish.periods.length + wish.filters.length + wish.by.length > 0 || wish.bucket !== null) return [];
  const named = namedColumns(wish);
  return named.length < wish.loose.length + wish.measures.length ? [] : named.length > 0 ? named : wish.entities.flatMap((e) => e.title ?? []);
}
