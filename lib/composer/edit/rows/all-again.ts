import { type Block, type Chart, type Condition, isOfTime, type Plan } from '../../plan';
import { linkItems } from '../../read/link';
import { stem, tokenize, wordsOf } from '../../words/tokens';
import type { Editing } from '../editing';
import { retitled } from '../retitle';
import { trailing } from '../said/around';

const LEAD = '^\\s*(?:(?:please|ok(?:ay)?|oh|ah|no|nope|nah|sorry|actually|hm+|well|and|now|then|but|so|again|let[’\']?s|(?:can|could)\\s+(?:you|we|i))[\\s,.:–—-]+)*';
const SHOW = '(?:(?:i|we)(?:[’\']d|\\s+would)?\\s+(?:do\\s+)?(?:want|need|like|prefer|rather\\s+have)\\s+(?:to\\s+(?:see|have|include)\\s+)?|(?:show|give|include|use|take|have|see|get|bring)\\s+(?:me\\s+|us\\s+|back\\s+)*|(?:go|switch|return|reset|change)?\\s*(?:it\\s+)?(?:back\\s+)?to\\s+|back\\s+(?:to|with)\\s+|(?:for|over|across|with|of)\\s+)?';
const ALL = '(?:all(?:\\s+of)?(?:\\s+the|\\s+our)?|every(?:\\s+single)?|any|the\\s+(?:whole|full|entire|complete)|(?:whole|full|entire))';
const END = trailing('again', 'once\\s+more', 'back', 'please', 'now', 'instead', 'then', 'after\\s+all', 'as\\s+before', 'like\\s+before');
/** "no, go back to all years", "every country again", "whole period" */
const ALL_OF = new RegExp(`${LEAD}${SHOW}${ALL}\\s+([\\p{L}\\p{N}_ -]+?)${END}`, 'iu');
/** "remove the country restriction", "lift the date limit" */
const LIFTED = new RegExp(`${LEAD}(?:remove|clear|drop|lift|undo|forget|reset|cancel|take\\s+(?:away|off|out)|get\\s+rid\\s+of|without|no(?:\\s+more)?)\\s+(?:the\\s+|that\\s+|this\\s+)?([\\p{L}\\p{N}_ -]+?)\\s+(?:restrictions?|conditions?|narrowing|limit(?:ation)?s?|constraints?|selection)${END}`, 'iu');
/** "not only returned ones, all of them" */
const NOT_ONLY = new RegExp(`${LEAD}not\\s+(?:only|just)\\s+(?:the\\s+)?([\\p{L}\\p{N}_ -]+?)(?:\\s+ones)?(?:\\s*[,;]\\s*|\\s+(?:but|and)\\s+)(?:but\\s+)?(?:show\\s+)?(?:all|everything|the\\s+others?)(?:\\s+(?:of\\s+(?:them|it|these)|too|as\\s+well))*${END}`, 'iu');
/** "take France away, I want every country": the first half says the same. */
const AND_ALL = /^(?=.*\b(?:take|remove|drop|forget|undo|lift|clear|lose|without|no\s+(?:more|longer)|not)\b).*[,;.]\s+(.+)$/iu;
/** "take that priority condition off again" */
const TAKEN_OFF = new RegExp(`${LEAD}(?:take|leave|throw)\\s+(?:the\\s+|that\\s+|this\\s+)?([\\p{L}\\p{N}_ -]+?)\\s+(?:restrictions?|conditions?|narrowing|limit(?:ation)?s?|constraints?|selection)\\s+(?:off|out|away)${END}`, 'iu');
/** "forget the damage, all of them again": what is forgotten; "that" is what was narrowed last. */
const FORGOTTEN = new RegExp(`${LEAD}(?:forget|drop|remove|undo|lift|scrap|ignore|take\\s+(?:back|away|off)|never\\s+mind)\\s+(?:about\\s+)?(?:the\\s+)?([\\p{L}\\p{N}_ -]+?)(?:\\s+(?:thing|stuff|part|bit|condition|restriction))?\\s*[,;.–—-]+\\s*(?:(?:and|but)\\s+)?${SHOW}(?:all|every\\s?(?:one|thing)|each)(?:\\s+(?:of\\s+)?(?:them|it|those|these))?${END}`, 'iu');
const OF_TIME = /^(?:years?|quarters?|months?|weeks?|days?|dates?|time|times|period|periods|time\s?(?:span|frame|line|range)|range|history|date\s+range)$/i;

/** "no, go back to all years": what narrowed it in that regard no longer does; false where nothing does. */
export function allAgain(editing: Editing, prompt: string): boolean {
  const whole = AND_ALL.exec(prompt)?.[1];
  const [, forgotten] = FORGOTTEN.exec(prompt) ?? [];
  if (forgotten !== undefined && /^(?:that|it|this|those|these)$/i.test(forgotten)) return lastAgain(editing);
  const [, what] = forgotten !== undefined ? [prompt, forgotten] : NOT_ONLY.exec(prompt) ?? (whole === undefined ? null : ALL_OF.exec(whole)) ?? ALL_OF.exec(prompt) ?? LIFTED.exec(prompt) ?? TAKEN_OFF.exec(prompt) ?? [];
  if (what === undefined) return false;
  const goes = goesOf(editing, what.trim());
  const after = editing.plan.blocks.map((block): Block => {
    const kept = block.where.filter((c) => !goes(c));
    return kept.length === block.where.length ? block : retitled(block, { ...block, where: kept }, editing.catalogue);
  });
  if (after.every((b, i) => b === editing.plan.blocks[i])) return isAllThere(editing, what.trim(), prompt);
  editing.set(after);
  editing.done.push('Took away what narrowed it.');
  return true;
}

/** "forget that, all of them again": what narrowed it last no longer does. */
function lastAgain(editing: Editing): boolean {
  const before = (editing.plan.history ?? []).map((each) => new Set(((each as Partial<Plan>).blocks ?? []).flatMap((b) => (b.where ?? []).map((c) => JSON.stringify(c))))).toReversed();
  const isNew = before.map((old) => (c: Condition) => !old.has(JSON.stringify(c))).find((fresh) => editing.plan.blocks.some((b) => b.where.some(fresh)));
  if (!isNew) return false;
  editing.set(editing.plan.blocks.map((block): Block => (block.where.some(isNew) ? retitled(block, { ...block, where: block.where.filter((c) => !isNew(c)) }, editing.catalogue) : block)));
  editing.done.push('Took away what narrowed it.');
  return true;
}

/** Which conditions are in the regard that is named: of time, of a column that is called so, or of the rows that are. */
function goesOf(editing: Editing, what: string): (condition: Condition) => boolean {
  if (OF_TIME.test(what)) return isOfTime;
  const items = linkItems(tokenize(what), editing.index, editing.now);
  const names = items.flatMap((i) => (i.mark ? [] : i.links.map((l) => l.name)));
  const stems = wordsOf(what.toLowerCase()).map(stem);
  return ({ field }) => {
    const label = wordsOf(field.label.toLowerCase()).map(stem);
    return stems.every((each) => label.includes(each)) || names.some((n) => (n.kind === 'field' && n.field.table === field.table && n.field.column === field.column) || (n.kind === 'entity' && n.entity.table.name === field.table) || (n.kind === 'value' && n.field.table === field.table && n.field.column === field.column));
  };
}

/** "back to all countries", where nothing narrows them and none is left out: that is said, and nothing new is made of it. */
function isAllThere(editing: Editing, what: string, prompt: string): boolean {
  const isRanked = editing.plan.blocks.some((b): b is Chart => b.type === 'chart' && b.asked !== false && b.limit !== null);
  const isNamed = OF_TIME.test(what) || linkItems(tokenize(what), editing.index, editing.now).every((i) => i.mark === null && i.links.length > 0);
  if (isRanked || !isNamed || !/\b(?:back|again|return|every)\b/i.test(prompt)) return false;
  editing.problems.push(`Nothing narrows the page by ${what}, so it stays as it is.`);
  return true;
}
