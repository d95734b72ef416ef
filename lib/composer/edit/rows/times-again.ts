import { conditionOf } from '../../build/conditions';
import { entityOf } from '../../catalogue/entity';
import type { Block, Condition } from '../../plan';
import type { Editing } from '../editing';
import { retitled } from '../retitle';
import { CAN_YOU, leading, LETS, OK } from '../said/around';
import { timesOut } from '../said/times-named';

const LEAD = leading('please', OK, 'and', 'now', 'also', 'but', 'then', 'so', 'no', LETS, CAN_YOU);
const ALSO = '(?:(?:too|again|as\\s+well|also|back(?:\\s+in)?|once\\s+more|after\\s+all)(?:\\s*,?\\s*(?:too|again|please|now))*)';
/** "include the weekends", "weekends too again", "put December back in", "and Fridays" */
const AGAIN = new RegExp(`${LEAD}(?:(?:include|add|show|put|bring|take|have|count|with)\\s+(?:also\\s+)?(?:the\\s+)?(.+?)(?:\\s+${ALSO})?|and\\s+(?:on\\s+)?(?:the\\s+)?(\\p{L}+)|(?:the\\s+)?(.+?)\\s+${ALSO})[\\s.!]*$`, 'iu');

/** "weekends too again", where they were left out, or only Mondays are shown; false where no time of that kind narrows the page. */
export function timesAgain(editing: Editing, prompt: string): boolean {
  const [, ...said] = AGAIN.exec(prompt) ?? [];
  const what = said.find((each) => each !== undefined);
  const times = what === undefined ? null : timesOut(editing, what);
  if (!times) return false;
  const after = editing.plan.blocks.map((block): Block => {
    const base = entityOf(editing.catalogue, block.binding, block.table);
    const out = base ? times.conditions.map((c) => conditionOf(c, base, editing.catalogue, editing.now)) : [];
    const where = block.where.flatMap((c) => out.reduce<Condition[]>((kept, time) => kept.flatMap((each) => withTime(each, time)), [c]));
    return JSON.stringify(where) === JSON.stringify(block.where) ? block : retitled(block, { ...block, where }, editing.catalogue);
  });
  if (after.every((block, i) => block === editing.plan.blocks[i])) return false;
  editing.set(after);
  editing.done.push('Included it again.');
  return true;
}

/** All parts of a cycle narrow nothing. */
const WHOLE = { weekday: 7, 'month-of-year': 12, 'hour-of-day': 24 } as const;

/** A condition that lets a time through which it left out; none where nothing is left of it. */
function withTime(condition: Condition, time: Condition | string): Condition[] {
  if (typeof time === 'string' || condition.field.table !== time.field.table || condition.field.column !== time.field.column) return [condition];
  if (condition.op === 'period-not' && time.op === 'period-not') return JSON.stringify(condition.period) === JSON.stringify(time.period) ? [] : [condition];
  if (!('parts' in condition) || !('parts' in time) || condition.cycle !== time.cycle) return [condition];
  const isOut = condition.op === 'recurs-not';
  const parts = isOut ? condition.parts.filter((part) => !time.parts.includes(part)) : [...new Set([...condition.parts, ...time.parts])].toSorted((a, b) => a - b);
  return parts.length === (isOut ? 0 : WHOLE[condition.cycle]) ? [] : [{ ...condition, parts }];
}
