import type { Token } from '../words/tokens';
import { SCALES } from '../words/words';
import { numberOf } from './periods';

/** Where a class ends as it was said: "under 100" leaves it out, "up to 100" takes it in, "100 to 500" doesn't say. */
export type Edge = { value: number; is: 'in' | 'out' | 'open' };
/** One class of a number: "100 to 500", "small (<200)". Its low is null of "and above", which begins where the one before ends. */
export type SaidBand = { name: string | null; low: Edge | null; high: Edge | null };
/** Classes of one's own, lowest first, and what their numbers count. */
export type SaidBands = { bands: SaidBand[]; unit: string | null };

/** More are drawn as a histogram. */
const MAX_BANDS = 24;
const LONGEST_NAME = 3;
/** A class has a number among its first words. */
const NEAR = 8;
/** Words that the most classes have. */
const MOST_TOKENS = 200;

const UNDER = /^(?:(?:under|below|less than|lower than|fewer than|smaller than|younger than|cheaper than|shorter than|<)|(up to|at most|until|till|no more than|<=)) $/;
const OVER = /^(?:(?:over|above|more than|greater than|higher than|larger than|older than|longer than|beyond|>)|(from|at least|starting at|>=)) $/;
const AND_OVER = /^(?:\+|(?:and|or) (?:above|over|up|upwards|more|older|higher|longer|beyond)) $/;
const AND_UNDER = /^(?:and|or) (?:below|under|less|younger|lower|shorter|fewer) $/;
/** "large (above)": from the end of the one before. */
const REST = /^(?:(?:and|the|all|everything|anything) )*(?:above|over|more|higher|beyond|older|larger|bigger|longer|rest|else|others?|upwards) $/;
/** What such classes are called. */
export const CLASS_WORD = /^(?:bands?|class(?:es)?|groups?|brackets?|tiers?|ranges?|buckets?|bins?|intervals?|levels?|categor(?:y|ies)|steps?|sizes?|segments?)$/;
const UNITS = /^(?:years?|yrs?|days?|hours?|minutes?|mins?|seconds?|secs?|ms|dollars?|usd|euros?|eur|pounds?|knots?|km|miles?|kg|mm|cm|degrees?|pieces?|units?|points?|percent|million|people)$/;
/** No name of a class. */
const STRUCTURE = /^(?:by|per|and|or|with|the|of|in|for|into|as|at|to|from|is|are|was|than|between|show|only|not|group|grouped|split|each|every|use|make)$/;

type Part = { at: number; length: number };

/** Classes that begin at a token, with their length in tokens; null where there are none. */
export function readBands(tokens: readonly Token[], at: number): (SaidBands & { length: number }) | null {
  if (!tokens.slice(at, at + NEAR).some(({ lower }) => /\d/.test(lower))) return null;
  const words = tokens.slice(at, at + MOST_TOKENS).map((t) => t.lower);
  const isLed = words[0] === ':';
  const start = isLed ? 1 : 0;
  const list = listAt(words, start);
  if (!list || !isPartition(list.bands)) return null;
  const before = tokens.slice(Math.max(0, at - 4), at).map((t) => t.lower);
  const isNamed = list.bands[0]?.name !== null;
  const isSaid = before.some((word) => CLASS_WORD.test(word));
  const isBehind = isLed || /^(by|into|as|:)$/.test(before.at(-1) ?? '');
  const isEvident = isNamed ? isSaid || isBehind : isSaid || list.bands.length > 2 || (isBehind && isTight(list.bands));
  return isEvident && !isOfYears(list.bands, isSaid) ? { ...list, length: list.length + start } : null;
}

/** The longest list of classes, with commas or an "and" between them. */
function listAt(words: readonly string[], start: number): (SaidBands & { length: number }) | null {
  const bands: SaidBand[] = [];
  let unit: string | null = null;
  let end = start;
  for (let at = start; bands.length < MAX_BANDS; ) {
    const band = bandAt(words, at, bands.length > 0);
    if (!band) break;
    const isRest = band.band.low === null && band.band.high === null;
    // "tiny (<50), small (50-200), rest"
    const name = band.band.name ?? (isRest && bands[0]?.name ? textOf(words, { at, length: band.length }).replace(/^(?:(?:and|the|all) )*/, '').trim() : null);
    bands.push({ ...band.band, name });
    unit ??= band.unit;
    end = at + band.length;
    const joint = jointAt(words, end);
    // "101-200 and above": what joins it is a part of it.
    const rest = joint > 0 ? null : bandAt(words, end, true);
    if (joint === 0 && (!rest || rest.band.low !== null)) break;
    at = end + joint;
  }
  const named = bands.filter((band) => band.name !== null).length;
  const isSame = named === 0 || named === bands.length;
  return bands.length > 1 && isSame ? { bands, unit, length: end - start } : null;
}

function jointAt(words: readonly string[], at: number): number {
  const first = words[at] ?? '';
  if (/^(and|or|&|then)$/.test(first)) return restAt(words, at + 1) ? 0 : 1;
  if (!/^[,;\n]$/.test(first)) return 0;
  return /^(and|or|&|then)$/.test(words[at + 1] ?? '') ? 2 : 1;
}

function bandAt(words: readonly string[], at: number, isLater: boolean): { band: SaidBand; unit: string | null; length: number } | null {
  for (let name = 0; name <= LONGEST_NAME; name++) {
    const said = words.slice(at, at + name);
    if (said.length > 0 && !isName(said.at(-1) ?? '')) return null;
    const colon = name > 0 && /^[:=]$/.test(words[at + name] ?? '') ? 1 : 0;
    const found = boundsAt(words, at + name + colon, isLater) ?? (name > 0 ? exactAt(words, at + name + colon) : null);
    if (found) return { ...found, band: { ...found.band, name: name > 0 ? said.join(' ') : null }, length: found.length + name + colon };
  }
  return null;
}

function isName(word: string): boolean {
  return /^\p{L}[\p{L}\p{N}_’'-]*$/u.test(word) && !STRUCTURE.test(word) && !CLASS_WORD.test(word);
}

type Bounds = { band: Omit<SaidBand, 'name'>; unit: string | null; length: number };

function boundsAt(words: readonly string[], at: number, isLater: boolean): Bounds | null {
  return rangeAt(words, at) ?? underAt(words, at) ?? overAt(words, at) ?? (isLater ? restAt(words, at) : null);
}

/** "100 to 500", "between 100 and 500", "200-1000": the stroke between two numbers is no word. */
function rangeAt(words: readonly string[], at: number): Bounds | null {
  const lead = /^(between|from)$/.test(words[at] ?? '') ? 1 : 0;
  const low = amountAt(words, at + lead);
  if (!low) return null;
  const next = at + lead + low.length;
  const joint = /^(to|through|until|till|:)$/.test(words[next] ?? '') || (words[at] === 'between' && words[next] === 'and') ? 1 : 0;
  const high = amountAt(words, next + joint);
  if (!high || high.value <= low.value) return null;
  const scale = high.isScaled && !low.isScaled && low.value * high.scale < high.value ? high.scale : 1;
  return { band: { low: { value: low.value * scale, is: 'open' }, high: { value: high.value, is: 'open' } }, unit: high.unit ?? low.unit, length: lead + low.length + joint + high.length };
}

/** "none (0)": a number by itself, where it has a name. */
function exactAt(words: readonly string[], at: number): Bounds | null {
  return withAmount(words, at, 0, 0, (value) => ({ low: { value, is: 'in' }, high: { value, is: 'in' } }));
}

/** "under 100", "up to 100", "18 and younger" */
function underAt(words: readonly string[], at: number): Bounds | null {
  const [lead, is] = leadAt(words, at, UNDER);
  if (lead > 0) return withAmount(words, at, lead, 0, (value) => ({ low: null, high: { value, is } }));
  const amount = amountAt(words, at);
  const tail = amount ? tailAt(words, at + amount.length, AND_UNDER) : 0;
  return amount && tail > 0 ? withAmount(words, at, 0, tail, (value) => ({ low: null, high: { value, is: 'in' } })) : null;
}

/** "over 500", "from 500 on", "66+", "500 and above" */
function overAt(words: readonly string[], at: number): Bounds | null {
  const [lead, is] = leadAt(words, at, OVER);
  const amount = amountAt(words, at + lead);
  const tail = amount ? tailAt(words, at + lead + amount.length, AND_OVER) || Number(/^(on|onwards)$/.test(words[at + lead + amount.length] ?? '')) : 0;
  if (!amount || (lead === 0 && tail === 0)) return null;
  return withAmount(words, at, lead, tail, (value) => ({ low: { value, is: lead > 0 ? is : 'in' }, high: null }));
}

function restAt(words: readonly string[], at: number): Bounds | null {
  const length = longest(words, at, REST);
  return length > 0 && amountAt(words, at + length) === null ? { band: { low: null, high: null }, unit: null, length } : null;
}

function withAmount(words: readonly string[], at: number, lead: number, tail: number, bandOf: (value: number) => Bounds['band']): Bounds | null {
  const amount = amountAt(words, at + lead);
  return amount && { band: bandOf(amount.value), unit: amount.unit, length: lead + amount.length + tail };
}

function leadAt(words: readonly string[], at: number, pattern: RegExp): [number, 'in' | 'out'] {
  const length = longest(words, at, pattern);
  return [length, length > 0 && pattern.exec(textOf(words, { at, length }))?.[1] !== undefined ? 'in' : 'out'];
}

function tailAt(words: readonly string[], at: number, pattern: RegExp): number {
  return longest(words, at, pattern);
}

function longest(words: readonly string[], at: number, pattern: RegExp): number {
  return [3, 2, 1].find((length) => at + length <= words.length && pattern.test(textOf(words, { at, length }))) ?? 0;
}

function textOf(words: readonly string[], { at, length }: Part): string {
  return `${words.slice(at, at + length).join(' ')} `;
}

type Amount = { value: number; scale: number; isScaled: boolean; unit: string | null; length: number };

/** "1,000", "$5k", "3 minutes", "2 million" */
function amountAt(words: readonly string[], at: number): Amount | null {
  const word = words[at] ?? '';
  const number = /^[$€£]?\d/.test(word) ? numberOf(word) : null;
  if (number === null || word.endsWith('%')) return null;
  const said = SCALES.get(words[at + 1] ?? '');
  const behind = at + (said === undefined ? 1 : 2);
  const unit = UNITS.test(words[behind] ?? '') ? (words[behind] as string) : null;
  const isOld = unit !== null && words[behind + 1] === 'old';
  return { value: number * (said ?? 1), scale: said ?? 1, isScaled: said !== undefined, unit, length: behind - at + (unit ? 1 : 0) + (isOld ? 1 : 0) };
}

/** From the lowest to the highest, and only at the ends without a bound. */
function isPartition(bands: readonly SaidBand[]): boolean {
  return bands.every(({ low, high }, i) => {
    const [isFirst, isLast, before] = [i === 0, i === bands.length - 1, bands[i - 1]];
    if (isFirst ? low === null && high === null : low === null && !isLast) return false;
    if (high === null && !isLast) return false;
    return !before || low === null || low.value >= (before.low?.value ?? -Infinity);
  });
}

/** One begins where the other ends. */
function isTight(bands: readonly SaidBand[]): boolean {
  return bands.every(({ low }, i) => i === 0 || low === null || low.value === bands[i - 1]?.high?.value);
}

/** "2010 to 2015, 2016 to 2020" are times, unless they are called classes. */
function isOfYears(bands: readonly SaidBand[], isSaid: boolean): boolean {
  const values = bands.flatMap(({ low, high }) => [low, high].flatMap((edge) => (edge ? [edge.value] : [])));
  return !isSaid && values.every((value) => Number.isInteger(value) && value >= 1900 && value < 2100);
}
