import type { Block, Plan } from '../plan';
import type { Addition, Put, ReadAddition, Setting } from './addition';
import { readDotSize } from './dot-size';
import { readLines } from './lines';
import { readTimeUnit } from './time-unit';
import { readTotals } from './totals';

/** The unit comes before the lines, which stand in it. */
const READERS: readonly ReadAddition[] = [readTotals, readTimeUnit, readLines, readDotSize];

/** What was said without the words for additions, which are left blank so that others stay where they were, and the additions. */
export function additionsIn(said: string, setting: Setting): { rest: string; additions: Addition[] } {
  let rest = said;
  const additions: Addition[] = [];
  for (const read of READERS) {
    const addition = read(rest, setting);
    if (!addition) continue;
    const { start, end, instead } = addition;
    rest = rest.slice(0, start) + instead.padEnd(end - start) + rest.slice(end);
    additions.push(addition);
  }
  return { rest, additions };
}

/** The page with all of them. */
export function putAll(plan: Plan, additions: readonly Addition[], isMeant: (block: Block) => boolean): Put {
  const all: Put = { plan, done: [], problems: [], assumptions: [] };
  for (const { put } of additions) {
    const blocks = all.plan.blocks;
    const next = put(all.plan, (block) => isMeant(block) || !plan.blocks.includes(block));
    all.plan = next.plan.blocks === blocks ? all.plan : next.plan;
    all.done.push(...next.done);
    all.problems.push(...next.problems);
    all.assumptions.push(...next.assumptions);
  }
  return all;
}

/** Nothing but what leads to an addition: "add …, please". */
export function saysNoMore(rest: string): boolean {
  return /^[\s,.;!?]*(?:(?:please|ok(?:ay)?|now|and|also|but|then|can|could|would|you|we|i|want|need|like|to|let[’']?s|i[’']d|it|that|this|give|have|has|should|add|show|put|draw|include|insert|with|me|in|too|as|well|get|see|make)(?=[\s,.;!?]|$)[\s,.;!?]*)*$/i.test(rest);
}
