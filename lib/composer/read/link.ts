import { type Link, type NameIndex, WHOLE } from '../catalogue/names';
import { readBands } from './bands';
import { numberOf, readPeriod } from './periods';
import { readRecurrence } from './recurrences';
import type { Period } from '../plan';
import { isTypo, stem, type Token, wordsOf } from '../words/tokens';
import { LONGEST_PHRASE, MARKS, type Mark, SCALES } from '../words/words';

/** A span of the prompt with what it can mean: a word of the grammar, a period, a number, or names of the catalogue. */
export type Item = {
  text: string;
  lower: string;
  start: number;
  end: number;
  mark: Mark | null;
  period: Period | null;
  number: number | null;
  quoted: boolean;
  links: Link[];
  /** Set by the reader once the item has a part in what is built. What is left over is reported as unread. */
  used: boolean;
  /** What it means went into another word: the products of "products sold" are counted by a quantity. */
  settled?: boolean;
};

/** "and", ",": what joins the members of a list. */
export function isJoint({ mark }: Item): boolean {
  return mark?.is === 'break' && mark.strength === 'soft';
}

/** Marks that keep their meaning even where a name is spelled the same. */
const STRUCTURAL = new Set<Mark['is']>(['break', 'by', 'not', 'aggregate', 'compare', 'table', 'only', 'top', 'best', 'versus', 'verb', 'bucket', 'filter', 'sort', 'axis', 'classes', 'relation', 'distribution', 'text', 'or-more', 'ratio', 'direction', 'latest', 'columns', 'style']);
/** Shorter words than this link only where they are written in capitals ("US", "IT"), or are all of a column's name ("ms"). */
const SHORTEST_NAME = 3;

export function linkItems(tokens: readonly Token[], index: NameIndex, now: Date): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { item, length } = items.at(-1)?.mark?.is === 'text' && isWord(tokens[at]) ? plainText(tokens, at) : linkAt(tokens, at, index, now);
    items.push({ ...item, links: withTitles(item, items.at(-1)) });
    at += length;
  }
  return items.flatMap((item, at) => (isNextColumn(items, at) ? [{ ...COMMA, start: item.start, end: item.start }, item] : [item]));
}

const COMMA: Item = { text: ',', lower: ',', start: 0, end: 0, mark: { is: 'break', strength: 'soft' }, period: null, number: null, quoted: false, links: [], used: false };
/** "email address", "company name": of what stands in front of it. */
const PART_OF_A_NAME = /^(?:names?|address(?:es)?|numbers?|dates?|ids?|codes?|types?|titles?|values?)$/;

/** "name category and stock": columns of one table in a list, though nobody put a comma between the first two. */
function isNextColumn(items: readonly Item[], at: number): boolean {
  const ofOne = (each: Item | undefined) => (each?.mark === null && !each.period && each.number === null && !each.quoted && !each.links.some((l) => l.name.kind === 'value') ? each.links.flatMap((l) => (l.name.kind === 'field' && l.score >= WHOLE ? [l.name] : [])) : []);
  const [before, item, joint, next] = items.slice(Math.max(0, at - 1), at + 3);
  if (at === 0 || !item || !joint || !isJoint(joint) || PART_OF_A_NAME.test(item.lower)) return false;
  return ofOne(before).some((a) => [item, next].every((each) => ofOne(each).some((b) => a.entity === b.entity && a.field !== b.field)));
}

/** "countries" are the rows that a country names; "by country" and "the country" are the column. */
function withTitles({ lower, links }: Item, before: Item | undefined): Link[] {
  const titled = links.find((link) => link.byTitle);
  if (!titled) return links;
  const others = links.filter((link) => link !== titled);
  const isMany = stem(lower) !== lower && before?.mark?.is !== 'by' && before?.mark?.is !== 'filter';
  return isMany ? [{ ...titled, score: 120 }, ...others] : others;
}

function isWord(token: Token | undefined): boolean {
  return token !== undefined && /^[\p{L}\p{N}]/u.test(token.text);
}

/** "starting with A": whatever stands there is what is looked for. */
function plainText(tokens: readonly Token[], at: number): Match {
  return { item: itemOf(tokens, at, 1, { quoted: true }), length: 1 };
}

/** "weather type", "status value": the column itself. */
const TYPE_WORDS = new Set(['type', 'kind', 'category', 'value', 'group', 'level']);

const COMPARES = /^(over|above|under|below|than|exceeding|least|most|beyond)$/;

/** "at most 2000" is an amount; "who spent the most this year" isn't. */
function isCompared(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  return COMPARES.test(before) && (before === 'than' || /^[$€£]?\d/.test(tokens[at]?.lower ?? ''));
}

type Match = { item: Item; length: number };

function linkAt(tokens: readonly Token[], at: number, index: NameIndex, now: Date): Match {
  const token = tokens[at] as Token;
  if (/^["“]/.test(token.text)) return quoted(tokens, at, index);
  const own = bandsAt(tokens, at);
  if (own) return own;
  // "over 2000" is an amount, and no year.
  const period = isCompared(tokens, at) || (BOUNDS.has(token.lower) && !/^(after|before|past)$/.test(token.lower)) ? null : readPeriod(tokens, at, now);
  if (period) return { item: itemOf(tokens, at, period.length, { period: period.period }), length: period.length };
  return (
    recurrenceAt(tokens, at, index) ??
    contraction(tokens, at) ??
    boundOf(tokens, at) ??
    longest(tokens, at, index) ??
    numberAt(tokens, at) ??
    { item: itemOf(tokens, at, 1, nearOf(token, index)), length: 1 }
  );
}

/** "under 100, 100 to 500, over 500" */
function bandsAt(tokens: readonly Token[], at: number): Match | null {
  const found = readBands(tokens, at);
  return found && { item: itemOf(tokens, at, found.length, { mark: { is: 'bands', bands: found.bands, unit: found.unit } }), length: found.length };
}

/** "Mondays", "after 18:00", unless a column or a value goes by that name: nights that are a time of day of their own. */
function recurrenceAt(tokens: readonly Token[], at: number, index: NameIndex): Match | null {
  const found = readRecurrence(tokens, at);
  if (!found) return null;
  const { length, ...recurrence } = found;
  const isName = [1, 2].some((count) => count >= length && index.exact(tokens.slice(at, at + count).map((t) => t.stem)).some((link) => link.score >= WHOLE));
  return isName ? null : { item: itemOf(tokens, at, length, { mark: { is: 'recurs', ...recurrence } }), length };
}

function quoted(tokens: readonly Token[], at: number, index: NameIndex): Match {
  const token = tokens[at] as Token;
  return { item: itemOf(tokens, at, 1, { links: index.exact(wordsOf(token.lower).map(stem)), quoted: true }), length: 1 };
}

/** "I'd like", "what's", "we've" */
function contraction(tokens: readonly Token[], at: number): Match | null {
  const { text } = tokens[at] as Token;
  if (!/^(i|we|you|they|it|that|there|what|who|where|when|how|let|here)['’](d|m|ve|ll|re|s)$/i.test(text)) return null;
  return { item: itemOf(tokens, at, 1, { mark: { is: 'filler' } }), length: 1 };
}

const BOUNDS: ReadonlyMap<string, 'over' | 'under'> = new Map([...['over', 'beyond', 'past', 'than', 'after'].map((word) => [word, 'over'] as const), ...['under', 'below', 'before'].map((word) => [word, 'under'] as const)]);

/** "over", "under" and "below" compare only in front of a number; "over time" doesn't. */
function boundOf(tokens: readonly Token[], at: number): Match | null {
  const op = BOUNDS.get((tokens[at] as Token).lower);
  if (op === undefined || numberOf(tokens[at + 1]?.lower) === null) return null;
  return { item: itemOf(tokens, at, 1, { mark: { is: 'compare', op } }), length: 1 };
}

/** "a million people", "people per country": how many there are, and no filler. */
const COUNTED_BEFORE = /^(?:\d.*|thousand|million|billion|more|most|fewer|many|of|total|combined)$/;
const COUNTED_BEHIND = /^(?:per|by|live|lives|living)$/;

function longest(tokens: readonly Token[], at: number, index: NameIndex): Match | null {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 0; length--) {
    const span = tokens.slice(at, at + length);
    const phrase = span.map((t) => t.lower).join(' ');
    // "revenue per order by channel" sorts nothing.
    const isSort = /^order(ed)? /.test(phrase) && /^(per|each|every|an|one|average|avg|mean|median|typical)$/.test(tokens[at - 1]?.lower ?? '');
    // "how much did we make this month"
    const isOfTime = phrase.endsWith(' this') && /^(day|week|month|quarter|year)$/.test(tokens[at + length]?.lower ?? '');
    const mark = isSort || isOfTime || isAlternative(phrase, tokens[at + length]) ? null : (MARKS.get(phrase) ?? null);
    const isCounted = COUNTED_BEFORE.test(tokens[at - 1]?.lower ?? '') || COUNTED_BEHIND.test(tokens[at + 1]?.lower ?? '');
    const people = phrase === 'people' && mark?.is === 'filler' && isCounted ? index.synonym(['people'], 'people') : [];
    if (people.length) return { item: itemOf(tokens, at, length, { links: people }), length };
    const links = isDoneTo(span, index) ? [] : (amountsOf(tokens, at, length, index) ?? linksOf(span, index, mark));
    if (mark || links.length) return { item: itemOf(tokens, at, length, combine(mark, links, phrase)), length };
  }
  return null;
}

/** "tickets opened this month": the things, then what was done to them; of "ticket opened" it's a column. */
function isDoneTo([first, ...rest]: readonly Token[], index: NameIndex): boolean {
  if (!first || rest.length !== 1 || first.stem === first.lower) return false;
  const [link] = index.exact([first.stem, (rest[0] as Token).stem]);
  return link?.name.kind === 'field' && link.name.field.role === 'time' && index.exact([first.stem]).some(({ name }) => name.kind === 'entity' && name.entity === link.name.entity);
}

/** "how much rain": a number, though rain is also one of the kinds of weather. */
function amountsOf(tokens: readonly Token[], at: number, length: number, index: NameIndex): Link[] | null {
  if (length !== 1 || tokens[at - 1]?.lower !== 'much' || tokens[at - 2]?.lower !== 'how') return null;
  const { stem: word } = tokens[at] as Token;
  const amounts = index.exact([word]).every(({ name }) => name.kind === 'value') ? index.synonym([word], word).filter(({ name }) => name.kind === 'field' && name.field.role === 'measure') : [];
  return amounts.length > 0 ? amounts : null;
}

/** "open or over 1000": another condition, where "1000 or over" is one. */
function isAlternative(phrase: string, next: Token | undefined): boolean {
  return MARKS.get(phrase)?.is === 'or-more' && phrase.startsWith('or ') && next !== undefined && (next.lower === 'than' || numberOf(next.lower) !== null);
}

function linksOf(span: readonly Token[], index: NameIndex, mark: Mark | null): Link[] {
  const text = span.map((t) => t.text).join(' ');
  if (text.length < SHORTEST_NAME && text !== text.toUpperCase()) return mark ? [] : wholeNames(span, index);
  if (span.some((t) => /^[,.;:!?]$/.test(t.text))) return [];
  const stems = span.flatMap((t) => (/^\p{L}+['’]s$/u.test(t.text) ? [t.stem] : /['’_.]|\p{Ll}\p{Lu}/u.test(t.text) ? wordsOf(t.text).map(stem) : [t.stem]));
  const whole = index.exact(stems);
  // "bird strikes" of a table that is called birdstrikes.
  const exact = whole.length || mark || span.length !== 2 ? whole : index.exact([stem(span.map((t) => t.lower).join(''))]);
  if (exact.length && exact.every((l) => l.name.kind === 'value') && span.length === 1) return [...exact, ...index.near(text.toLowerCase()).filter((l) => l.name.kind === 'value' && !exact.some((e) => e.name.entity === l.name.entity))];
  // "total of orders": a column may be called so.
  if (mark?.is === 'aggregate' && span.length === 2 && (span[1] as Token).lower === 'of') return index.exact([(span[0] as Token).stem]).filter((l) => l.name.kind === 'field' && l.name.field.role === 'measure');
  if (exact.length || mark) return exact;
  const [first, second] = span as [Token, Token];
  const named = span.length === 2 && TYPE_WORDS.has(second.stem) ? fieldsCalled(first, index) : [];
  // "name category and stock": of what has a category, it is another column.
  const others = named.length > 0 ? fieldsCalled(second, index) : [];
  if (others.some((other) => named.some((l) => l.name.entity === other.name.entity))) return [];
  if (named.length || isValueOfIts(span, index)) return named;
  return index.synonym(stems, text.toLowerCase());
}

function fieldsCalled(word: Token, index: NameIndex): Link[] {
  return index.exact([word.stem]).filter((l) => l.score >= WHOLE && l.name.kind === 'field');
}

/** "the consumer segment": one of its values, and no other name for it. */
function isValueOfIts([value, column, ...more]: readonly Token[], index: NameIndex): boolean {
  if (!value || !column || more.length > 0) return false;
  const fields = index.exact([column.stem]).flatMap(({ name }) => (name.kind === 'field' ? [name.field] : []));
  return index.exact([value.stem]).some(({ name }) => name.kind === 'value' && fields.includes(name.field));
}

/** "average ms of visits": a short word that is a column's whole name. */
function wholeNames(span: readonly Token[], index: NameIndex): Link[] {
  return index.exact(span.map((t) => t.stem)).filter((link) => link.score >= WHOLE && link.name.kind === 'field');
}

/** A word of the grammar that is also a name: structure wins, then the name; both are kept for the reader to weigh. */
function combine(mark: Mark | null, links: Link[], said: string): Partial<Item> {
  if (!mark || links.length === 0) return { mark, links };
  const best = links[0] as Link;
  // "a click opens it" is no state that is called open.
  if (mark.is === 'detail' && best.name.kind === 'value' && String(best.name.value).toLowerCase() !== said) return { mark };
  const fullName = best.score >= WHOLE && (best.name.kind === 'entity' || best.name.kind === 'field' || best.name.kind === 'value');
  if (STRUCTURAL.has(mark.is)) {
    return { mark, links };
  }
  return fullName ? { links } : { mark };
}

function numberAt(tokens: readonly Token[], at: number): Match | null {
  const value = numberOf((tokens[at] as Token).lower);
  if (value === null) return null;
  const scale = SCALES.get(tokens[at + 1]?.lower ?? '');
  return scale === undefined ? { item: itemOf(tokens, at, 1, { number: value }), length: 1 } : { item: itemOf(tokens, at, 2, { number: value * scale }), length: 2 };
}

/** A root ("returns" for `returned`) or a typo is tried only for words that look like one. */
function nearOf(token: Token, index: NameIndex): Partial<Item> {
  const links = token.lower.length < 4 ? [] : index.near(token.lower);
  return links.length > 0 ? { links } : { mark: misspelt(token.lower) };
}

/** "calender", "histogramm": what a block is called, by a slip of the finger. */
function misspelt(word: string): Mark | null {
  const kind = KINDS.find((each) => isTypo(word, each));
  return kind === undefined ? null : (MARKS.get(kind) ?? null);
}

/** Long words that are hardly anything else. */
const KINDS = [...MARKS].flatMap(([word, { is }]) => (['chart', 'board', 'calendar', 'overview', 'aggregate', 'filter', 'distribution', 'bucket'].includes(is) && /^\p{L}{7,}$/u.test(word) ? [word] : []));

function itemOf(tokens: readonly Token[], at: number, length: number, fields: Partial<Item>): Item {
  const span = tokens.slice(at, at + length);
  const first = span[0] as Token;
  const last = span.at(-1) as Token;
  const text = span.map((t) => t.text).join(' ');
  return {
    text, lower: span.map((t) => t.lower).join(' '), start: first.start, end: last.end,
    mark: null, period: null, number: null, quoted: false, links: [], used: false, ...fields,
  };
}
