import type { Name } from '../catalogue/names';
import { stem } from '../words/tokens';
import type { Clause, Word } from './clause';
import { rowsOf } from '../build/first-of-each';
import type { DimensionWish, Wish } from './wish';

/** Where several are asked for and nobody says how many. */
const DEFAULT_COUNT = 3;

const EACH = /^(per|each|every|in each|in every|for each|for every|by each|per each|within each)$/;
/** What says only by what they are ranked: "the most orders", and no order that is the first. */
const AMOUNT = /^(most|fewest|least)$/;
/** How often something occurs, whatever it brings in. */
const FREQUENT = /^most (frequent(ly)?|often|common(ly)?|numerous)$/;

/** "top 3 products of each category", "each customer's last order": the first within each group, and not of all. */
export function readFirstsOfEach(clause: Clause): void {
  const { wish } = clause;
  readFirst(clause);
  const rank = rankOf(clause);
  const found = rank && firstsIn(clause, rank);
  if (!found) return;
  const { thing, group, each, by } = found;
  const { count = null, descending = true } = wish.latest ?? wish.top ?? {};
  if (count === null && !isOne(thing.word)) wish.assumptions.push(`Nothing says how many of each, so it is the first ${DEFAULT_COUNT}.`);
  clause.take(rank, thing.word, each, group);
  leaveOnly(clause, found);
  wish.perGroup = { thing: thing.is, group: by, count: count ?? (isOne(thing.word) ? 1 : DEFAULT_COUNT), descending };
}

/** "first order of each customer": the first by when it was. */
function readFirst({ wish, words }: Clause): void {
  const first = words.find((w) => !w.mark && w.number === null && w.lead.at(-1) === 'first' && w.links[0]?.name.kind === 'entity' && stem(w.lower) === w.lower);
  if (first && !wish.top && words.some((w) => w.mark?.is === 'by' && EACH.test(w.lower))) wish.latest ??= { descending: false, count: null };
}

type Named = { word: Word; is: DimensionWish };
/** `by` is null where the group is a stretch of time. */
type Found = { rank: Word; thing: Named; each: Word; group: Word; by: DimensionWish | null };

/** "product", and not "products". */
function isOne({ lower }: Word): boolean {
  return stem(lower) === lower && !/(s|data|series)$/.test(lower);
}

/** The word that says which are the first. */
function rankOf({ wish, words }: Clause): Word | undefined {
  const isDated = wish.measures.some((m) => m.name.kind === 'field' && m.name.field.role === 'time');
  if (isDated || wish.board || wish.calendar || wish.overview || wish.charts.includes('heatmap')) return undefined;
  return words.find((w) => isRank(w, wish));
}

function isRank(word: Word, wish: Wish): boolean {
  const { mark, lower } = word;
  if (mark?.is === 'latest' || (lower === 'last' && !mark) || (!mark && /^(first|last)$/.test(word.lead.at(-1) ?? ''))) return wish.latest !== null;
  if (mark?.is === 'superlative') return wish.top !== null;
  return wish.top !== null && (mark?.is === 'top' || mark?.is === 'best' || (mark?.is === 'aggregate' && /^(biggest|smallest)$/.test(lower)));
}

/** The first that is ranked, and of what each. */
function firstsIn(clause: Clause, rank: Word): Found | null {
  const { words, wish } = clause;
  const each = eachOf(clause, rank);
  if (!each) return null;
  const isBehind = each.at > rank.at;
  const group = words.slice(each.at + 1).find((w) => w.mark?.is === 'bucket' || dimensionOf(clause, w) !== null);
  if (!group || group.at > each.at + 2 || (!isBehind && group.at > rank.at)) return null;
  const thing = thingOf(clause, rank, isBehind ? each : undefined);
  const by = group.mark?.is === 'bucket' ? null : dimensionOf(clause, group);
  if (!thing || (by && isSame(thing.is, by)) || (wish.latest && rowsOf(thing.is) === null)) return null;
  const found: Found = { rank, thing, each, group, by };
  const between = words.slice(thing.word.at + 1, each.at).filter((w) => w.mark?.is === 'by');
  // "top 10 customers by orders per month" is a chart over time.
  if (!by && isBehind && between.length > 0 && !/(each|every)$/.test(each.lower)) return null;
  // "top 5 products by category", where nothing else is what they are ranked by.
  if (each.lower === 'by' && wish.latest && by && wish.latest.count === null && isOne(thing.word)) return found;
  const isOfThing = (m: Wish['measures'][number]) => m.aggregate === 'count' && m.name.kind === 'entity' && m.name.entity === thing.is.entity;
  if (each.lower === 'by' && (!by || thing.is.kind !== 'entity' || !wish.top || !wish.measures.every(isOfThing) || between.length > 0)) return null;
  return found;
}

/** "… of each", or "for each …" in front of everything. */
function eachOf(clause: Clause, rank: Word): Word | undefined {
  const { words } = clause;
  const isEach = (w: Word) => w.mark?.is === 'by' && EACH.test(w.lower);
  const behind = words.findLast((w) => w.at > rank.at && isEach(w));
  const before = words.find((w) => w.at < rank.at && isEach(w) && (w.at === 0 || clause.before(w)?.mark?.is === 'break' || w.lower === 'each' || w.lower === 'every'));
  return behind ?? before ?? words.findLast((w) => w.at > rank.at && w.mark?.is === 'by' && w.lower === 'by');
}

/** What is ranked: behind the word that ranks it, or in front of "with the most orders" and of "brings the most revenue". */
function thingOf(clause: Clause, rank: Word, end: Word | undefined): Named | null {
  const { words } = clause;
  const named = (w: Word | undefined): Named | null => {
    const is = w ? dimensionOf(clause, w) : null;
    return w && is ? { word: w, is } : null;
  };
  const joint = clause.before(rank);
  if (joint?.mark?.is === 'break' && joint.mark.strength === 'with') return named(clause.before(joint));
  const asked = words.findLast((w) => w.at < rank.at && w.lead.some((l) => l === 'which' || l === 'what'));
  if (AMOUNT.test(rank.lower)) return named(asked);
  const behind = words.slice(rank.mark || rank.lower === 'last' ? rank.at + 1 : rank.at, end?.at).find((w) => dimensionOf(clause, w) !== null);
  return named(behind) ?? named(asked);
}

/** What a word may be grouped by: a table, or a column that is no number. */
function dimensionOf(clause: Clause, word: Word): DimensionWish | null {
  if (word.mark || word.number !== null) return null;
  const name: Name | undefined = clause.pick(word.links)?.name;
  const read = clause.wish.by.find((d) => word.links.some((l) => (d.kind === 'field' ? l.name.kind === 'field' && l.name.field.label === d.field.label : l.name.kind === 'entity' && l.name.entity === d.entity)));
  if (read) return read;
  if (name?.kind === 'entity') return { kind: 'entity', entity: name.entity };
  return name?.kind === 'field' && name.field.role !== 'measure' && name.field.role !== 'time' ? { kind: 'field', field: name.field, entity: name.entity } : null;
}

function isSame(a: DimensionWish, b: DimensionWish): boolean {
  return a.kind === 'field' && b.kind === 'field' ? a.field === b.field : a.kind === b.kind && a.entity === b.entity;
}

/** What was read of these words for another reason goes: only what the first are first by is left. */
function leaveOnly(clause: Clause, found: Found): void {
  const { wish } = clause;
  const { rank, thing, by } = found;
  const counted = countedIn(clause, found);
  const isOwn = (entity: Wish['entities'][number]) => [thing.is, by].some((d) => d?.kind === 'entity' && d.entity === entity);
  const isOneOf = (field: Wish['loose'][number]['field']) => [thing.is, by].some((d) => d?.kind === 'field' && d.field === field);
  wish.measures = wish.measures.filter((m) => !(m.aggregate === 'count' && m.name.kind === 'entity' && (isOwn(m.name.entity) || m.name.entity === counted)));
  if (counted) wish.measures.push({ aggregate: 'count', name: { kind: 'entity', entity: counted }, where: [] });
  wish.entities = wish.entities.filter((e) => !isOwn(e) && e !== counted && thing.is.kind === 'field');
  wish.loose = wish.loose.filter((l) => !isOneOf(l.field));
  wish.by = [];
  // Two years would be two rankings.
  [wish.table, wish.byNumber, wish.versus] = [false, false, false];
  if (by) wish.bucket = null;
  if (FREQUENT.test(rank.lower)) wish.best = false;
}

/** "by strikes", "with the most orders": the table whose rows are counted. */
function countedIn(clause: Clause, { rank, thing, each, by }: Found): Wish['entities'][number] | null {
  const { words, wish } = clause;
  if (wish.latest) return null;
  const ranked = words.find((w) => w !== each && w.mark?.is === 'by' && (w.at > rank.at || AMOUNT.test(rank.lower)));
  const isWith = thing.word.at < rank.at;
  const first = isWith ? clause.after(rank) : ranked && clause.after(ranked);
  const next = first?.mark?.is === 'aggregate' && first.mark.aggregate === 'count' ? clause.after(first) : first;
  const name = next && !next.mark ? clause.pick(next.links)?.name : undefined;
  if (name?.kind !== 'entity' || (thing.is.kind === 'entity' && name.entity === thing.is.entity) || (by?.kind === 'entity' && name.entity === by.entity)) return null;
  clause.take(next, isWith ? undefined : ranked);
  return name.entity;
}
