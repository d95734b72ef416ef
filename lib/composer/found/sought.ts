import type { Catalogue } from '../catalogue/entity';
import { nameIndexOf } from '../catalogue/names';
import { type Item, linkItems } from '../read/link';
import { saidPlainly } from '../read/said-plainly';
import { tokenize } from '../words/tokens';

/**
 * Words of a prompt that may stand in the data: what nothing in the catalogue is called. `phrases` are the ways to read it together with the words
 * beside it, in small letters; `part` is what a longer name may have in it, null where nothing says that it is a name.
 */
export type Sought = { phrases: string[]; part: string | null };

/** Unknown words that are looked for; a prompt of many more is no wish over this data. */
const MAX_SOUGHT = 6;
/** Words of a name: "Meeting table for 12". */
const MAX_WORDS = 6;
/** UTF-16 units. Shorter ones are in every other name. */
const SHORTEST_PART = 4;

/** What is to be looked for in the data before a prompt is read. */
export function soughtIn(prompt: string, catalogue: Catalogue, now: Date): Sought[] {
  const text = saidPlainly(prompt);
  const items = linkItems(tokenize(text), nameIndexOf(catalogue), now);
  const runs = runsOf(items).slice(0, MAX_SOUGHT);
  return runs.map(([from, to]) => ({ phrases: phrasesAround(items, from, to, text), part: isNamed(items, from, to) ? partOf(text.slice(items[from]!.start, items[to]!.end)) : null }));
}

/** Unknown words that stand side by side, each run by its first and last. */
function runsOf(items: readonly Item[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const [at, item] of items.entries()) {
    const last = runs.at(-1);
    if (!isUnknown(item)) continue;
    if (last && last[1] === at - 1) last[1] = at;
    else runs.push([at, at]);
  }
  return runs;
}

/** Nothing is called so, or only nearly, of what has a capital. */
function isUnknown({ mark, number, period, quoted, links, text }: Item): boolean {
  if (mark || number !== null || period || quoted || !/^\p{L}[\p{L}'’-]+$/u.test(text)) return false;
  return links.length === 0 || (/^\p{Lu}\p{Ll}/u.test(text) && links.every((link) => link.assumed !== undefined));
}

/** Each way to read a run together with what stands beside it, the longest first. */
function phrasesAround(items: readonly Item[], from: number, to: number, text: string): string[] {
  const phrases: string[] = [];
  // "The Golden Parade": an article is of the name where it is written so.
  const isArticle = (item: Item) => /^(?:The|A|An)$/.test(item.text) && item.start > 0;
  const isEdge = (item: Item | undefined) => item !== undefined && (item.mark?.is !== 'filler' || isArticle(item)) && item.mark?.is !== 'break' && item.period === null;
  for (let first = from; first >= 0 && from - first < MAX_WORDS; first--) {
    if (items[first]?.mark?.is === 'break') break;
    for (let last = to; last < items.length && last - first < MAX_WORDS; last++) {
      if (items[last]?.mark?.is === 'break') break;
      if (isEdge(items[first]) && isEdge(items[last])) phrases.push(text.slice(items[first]!.start, items[last]!.end));
    }
  }
  return [...new Set(phrases.map((phrase) => phrase.toLowerCase().replaceAll(/\s+/g, ' ').replace(/['’]s$/, '')))].toSorted((a, b) => b.length - a.length);
}

const LEADS = /^(?:of|for|from|in|at|by|with|to|only|just|named|called|about|without|except|excluding|not)$/;

/** "in Leeds", "of Ruby Roy", "goose strikes": written as a name, or where one stands. */
function isNamed(items: readonly Item[], from: number, to: number): boolean {
  const [first, before, behind] = [items[from]!, items[from - 1], items[to + 1]];
  const isCapital = /^\p{Lu}/u.test(first.text) && from > 0;
  const isRowsBehind = behind !== undefined && !behind.mark && behind.links[0]?.name.kind === 'entity';
  return isCapital || isRowsBehind || (before !== undefined && LEADS.test(before.lower));
}

function partOf(text: string): string | null {
  const part = text.toLowerCase().replace(/['’]s$/, '');
  return part.length >= SHORTEST_PART ? part : null;
}
