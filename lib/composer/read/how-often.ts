import type { Catalogue, Entity } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { plural, root } from '../words/tokens';
import { NUMBER_WORDS } from '../words/words';

/**
 * How often something happened is how many rows of it there are: “customers who ordered more than once” are “customers with more than 1
 * orders”. Only where a table is named in front, and what happened is a table that points at it.
 */

const NUMBER = `(\\d+|${Object.keys(NUMBER_WORDS).join('|')})`;
const OP = '(more\\s+than|over|at\\s+least|no\\s+(?:less|fewer)\\s+than|fewer\\s+than|less\\s+than|at\\s+most|no\\s+more\\s+than|up\\s+to|exactly|only|just)';
const WHO = '(?:(?:who|that|which)\\s+)?(?:(?:have|has|had|were|was|are|did)\\s+)?(?:(?:ever|been|already|then)\\s+)*';
/** "ordered more than once", "opened a ticket at least three times", "bought three times or more" */
const TIMES = new RegExp(`\\b${WHO}(\\p{L}{3,})\\s+(?:(?:from|with|by|at)\\s+(?:us|it|them)\\s+|here\\s+|something\\s+|anything\\s+|(?:an?|any)\\s+(\\p{L}+)\\s+)?(?:${OP}\\s+)?(?:(once|twice)|${NUMBER}\\s+(?:(or\\s+more|and\\s+more)\\s+)?times?)(?:\\s+(or\\s+more(?:\\s+often)?|and\\s+more|or\\s+(?:less|fewer)|in\\s+total))?(?=\\W|$)`, 'iu');
/** "opened more than one ticket", "have three orders or more" */
const THINGS = new RegExp(`\\b(?:${WHO}|with\\s+)(?:(\\p{L}{3,})\\s+)?(?:${OP}\\s+)?${NUMBER}\\s+(?:(or\\s+more)\\s+)?(\\p{L}+)(?:\\s+(or\\s+more|and\\s+more|or\\s+(?:less|fewer)))?(?=\\W|$)`, 'iu');
/** Verbs of whoever has something, which say nothing of what. */
const HAS = /^(?:have|has|had|having|with|made|make|got|placed|opened|raised|filed|submitted|wrote|created|own|owns|owned|released|recorded)$/i;
const BOUGHT = /^(?:bought|buy|purchased|purchase|shopped|sold|paid)$/i;

/** The prompt with how often in numbers. */
export function oftenAsNumber(prompt: string, catalogue: Catalogue): string {
  const times = TIMES.exec(prompt);
  if (times) {
    const [all, verb = '', object, op, twice, number, orMore, behind] = times;
    const group = groupBefore(prompt.slice(0, times.index), catalogue);
    const event = group && eventOf(verb, object, group, catalogue);
    if (event) return exchanged(prompt, times.index, all, saying(op, twice ? { once: 1, twice: 2 }[twice.toLowerCase()] : numberOf(number), orMore ?? behind, event));
  }
  const things = THINGS.exec(prompt);
  if (!things) return prompt;
  const [all, verb, op, number, orMore, noun = '', behind] = things;
  const group = groupBefore(prompt.slice(0, things.index), catalogue);
  const event = group && (verb === undefined || HAS.test(verb)) ? named(noun, group, catalogue) : null;
  // "with more than 10 orders" is plain.
  const isPlain = (/^\s*with\b/i.test(all) || /^(?:have|has|had)$/i.test(verb ?? '')) && op !== undefined && /^\d/.test(number ?? '') && !(orMore ?? behind);
  return event && !isPlain && (op ?? orMore ?? behind) ? exchanged(prompt, things.index, all, saying(op, numberOf(number), orMore ?? behind, event)) : prompt;
}

function exchanged(prompt: string, at: number, was: string, is: string): string {
  return prompt.slice(0, at) + is.padEnd(was.length) + prompt.slice(at + was.length);
}

function numberOf(word: string | undefined): number {
  return NUMBER_WORDS[word?.toLowerCase() ?? ''] ?? Number(word);
}

function saying(op: string | undefined, value: number | undefined, behind: string | undefined, event: Entity): string {
  const bound = /more/i.test(behind ?? '') ? 'at least' : /less|fewer/i.test(behind ?? '') ? 'at most' : !op || /^(?:only|just)$/i.test(op) ? 'exactly' : op.toLowerCase();
  return `with ${bound} ${value} ${event.plural}`;
}

/** The table that was named last. */
function groupBefore(text: string, { entities }: Catalogue): Entity | null {
  const places = entities.map((entity) => ({ entity, at: text.toLowerCase().search(new RegExp(`\\b${entity.plural.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '.')}\\b(?!.*\\b${entity.plural.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '.')}\\b)`, 'u')) }));
  return places.filter(({ at }) => at >= 0).toSorted((a, b) => b.at - a.at)[0]?.entity ?? null;
}

/** What happened: what is named beside the verb, what is called as the verb, or what is bought. */
function eventOf(verb: string, object: string | undefined, group: Entity, catalogue: Catalogue): Entity | null {
  if (object !== undefined) return named(object, group, catalogue);
  const same = pointing(group, catalogue).find((e) => root(e.singular.toLowerCase()) === root(verb.toLowerCase()));
  if (same) return same;
  const isBought = BOUGHT.test(verb) || catalogue.entities.some((e) => root(e.singular.toLowerCase()) === root(verb.toLowerCase()));
  return isBought ? (catalogue.measures.find(({ measure, entity }) => measure.label === 'revenue' && pathBetween(catalogue, entity, group)?.length === 1)?.entity ?? null) : null;
}

function named(noun: string, group: Entity, catalogue: Catalogue): Entity | null {
  return pointing(group, catalogue).find((e) => [e.plural.toLowerCase(), e.singular.toLowerCase(), plural(e.singular.toLowerCase())].includes(noun.toLowerCase())) ?? null;
}

/** The tables whose rows belong to one of the group. */
function pointing(group: Entity, catalogue: Catalogue): Entity[] {
  return catalogue.entities.filter((e) => e !== group && e.binding === group.binding && pathBetween(catalogue, e, group) !== null);
}
