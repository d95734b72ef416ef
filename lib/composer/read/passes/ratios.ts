import { pathBetween } from '../../catalogue/keys';
import type { Name } from '../../catalogue/names';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';
import type { MeasureWish } from '../wish';

/** "discount as a percentage of total", "cost per strike": read before "per" can group by what it divides by. */
export function readDivisions(clause: Clause): void {
  for (const word of clause.marked('over')) readOver(clause, word);
  for (const word of clause.marked('by')) readPerNumber(clause, word);
  for (const word of clause.marked('ratio')) readRatioTo(clause, word);
}

/** "ratio of discount to total": the one number divided by the other. */
function readRatioTo(clause: Clause, word: Word): void {
  const over = word.lower.endsWith(' of') ? clause.after(word) : undefined;
  const under = over && clause.after(over);
  const [above, below] = [over && amountOf(clause, over), under && under.lead.at(-1) === 'to' ? amountOf(clause, under) : null];
  if (!over || !under || !above || !below || above.kind === 'entity' || below.kind === 'entity') return;
  clause.take(word, over, under);
  clause.wish.measures.push({ ...ofAmount(above), per: below });
}

/** The number on either side of the word. */
function readOver(clause: Clause, word: Word): void {
  const over = amountBefore(clause, word);
  const under = amountAfter(clause, word);
  if (!over || !under) return;
  const values = over.name.kind === 'entity' && under.name.kind === 'entity' && over.name.entity === under.name.entity ? valuesBefore(clause, over.word) : [];
  clause.take(word, over.word, under.word, ...values.map((v) => v.word), ...aggregatesAt(clause, over.word), ...aggregatesAt(clause, under.word));
  if (values.length > 0) {
    clause.wish.measures.push({ aggregate: 'share', name: over.name, where: values.map((v) => v.name) });
    return;
  }
  clause.wish.measures.push({ ...ofAmount(over.name), per: under.name, ...(word.lower !== 'divided by' && { percent: true }) });
}

/** "bytes per millisecond", "price per unit of stock": a number that is no kind of thing divides. */
function readPerNumber(clause: Clause, word: Word): void {
  if (word.lower !== 'per') return;
  const [before, next] = [clause.before(word), clause.after(word)];
  const name = clause.nameOf(next);
  const divides = name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure' && (name.field.source.distinct ?? 0) > 30);
  const over = before && !before.taken ? amountOf(clause, before) : null;
  if (!divides || !name || !next || !over || clause.wish.top !== null) return;
  clause.take(word, before, next, ...aggregatesAt(clause, before as Word));
  clause.wish.measures.push({ ...ofAmount(over), per: name });
}

function ofAmount(name: Name): Pick<MeasureWish, 'aggregate' | 'name' | 'where'> {
  // Of a ratio both are added up: the one of all rows in parts of the other of all rows.
  return { aggregate: name.kind === 'entity' ? 'count' : name.kind === 'field' ? 'sum' : null, name, where: [] };
}

function aggregatesAt(clause: Clause, word: Word): Word[] {
  const before = clause.before(word);
  return before && !before.taken && before.mark?.is === 'aggregate' ? [before] : [];
}

function amountBefore(clause: Clause, word: Word): { word: Word; name: Name } | null {
  for (let each = clause.before(word); each; each = clause.before(each)) {
    const name = amountOf(clause, each);
    if (name) return { word: each, name };
    if (each.mark && each.mark.is !== 'aggregate') return null;
  }
  return null;
}

/** "… of total": also a word that elsewhere says how numbers are put together. */
function amountAfter(clause: Clause, word: Word): { word: Word; name: Name } | null {
  for (let each = clause.after(word); each; each = clause.after(each)) {
    const leads = each.mark?.is === 'aggregate' && clause.after(each) !== undefined && amountOf(clause, clause.after(each) as Word) !== null;
    const name = leads ? null : amountOf(clause, each);
    if (name) return { word: each, name };
    if (each.mark && each.mark.is !== 'aggregate' && each.mark.is !== 'all') return null;
  }
  return null;
}

function amountOf(clause: Clause, word: Word): Name | null {
  if (word.taken) return null;
  const name = clause.nameOf(word);
  if (name?.kind === 'entity' || name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure')) return name;
  return word.mark?.is === 'aggregate' ? clause.numberOf(word, null, true) : null;
}

function valuesBefore(clause: Clause, word: Word): { word: Word; name: Extract<Name, { kind: 'value' }> }[] {
  const found: { word: Word; name: Extract<Name, { kind: 'value' }> }[] = [];
  for (let each = clause.before(word); each && !each.taken; each = clause.before(each)) {
    const name = clause.nameOf(each);
    if (name?.kind === 'value') found.unshift({ word: each, name });
    else if (!isJoint(each)) break;
  }
  return found;
}

/** "average orders per customer", "ratio of returns to orders": one number divided by another. */
export function readRatios(clause: Clause): void {
  for (const word of clause.marked('ratio')) {
    // "ratio of bytes to milliseconds", "cost to price ratio"
    const behind = clause.words.filter((w) => !w.taken && w.at > word.at && isAmount(clause, w));
    const [over, under] = behind.length >= 2 ? behind : clause.words.filter((w) => !w.taken && w.at < word.at && isAmount(clause, w)).slice(-2);
    if (!over || !under) continue;
    const [top, bottom] = [clause.takeName(over), clause.takeName(under)];
    clause.take(word);
    if (top && bottom) clause.wish.measures.push({ ...ofAmount(top), per: bottom });
  }
  readPerBy(clause);
  for (const word of clause.marked('aggregate')) {
    if (word.mark.aggregate !== 'avg') continue;
    const group = clause.wish.by.find((d) => d.kind === 'entity');
    const amount = clause.words.slice(word.at + 1).find((w) => !w.taken && isAmount(clause, w)) ?? (word.lower.startsWith('on ') ? clause.words.slice(0, word.at).find((w) => !w.taken && isAmount(clause, w)) : undefined);
    const name = clause.nameOf(amount);
    const isPer = clause.words.some((w) => w.mark?.is === 'by' && w.lower !== 'by');
    if (!amount || !name || !isPer || group?.kind !== 'entity' || name.kind === 'field' || (name.kind === 'measure' && group.entity === name.entity)) continue;
    const taken = clause.takeName(amount);
    clause.take(word);
    if (!taken) continue;
    clause.wish.by = clause.wish.by.filter((d) => d !== group);
    clause.wish.measures.push({ aggregate: taken.kind === 'entity' ? 'count' : null, name: taken, where: [], per: { kind: 'entity', entity: group.entity } });
  }
}

/** "orders per customer by segment": what stands behind "per" divides, what stands behind "by" groups. */
function readPerBy(clause: Clause): void {
  const { wish } = clause;
  const [per, ...others] = wish.by;
  const isBoth = clause.words.some((w) => w.lower === 'per' && clause.after(w)?.mark?.is !== 'bucket') && clause.words.some((w) => w.mark?.is === 'by' && w.lower !== 'per');
  // "tracks per genre by media type": what belongs to no genre groups beside it.
  const isOf = (d: (typeof others)[number]) => per?.kind === 'entity' && (d.entity === per.entity || pathBetween(clause.catalogue, per.entity, d.entity) !== null);
  if (others.some((d) => !isOf(d))) return;
  const amount = clause.words.find((w) => !w.taken && isAmount(clause, w));
  if (!isBoth || per?.kind !== 'entity' || !amount || (others.length === 0 && !wish.bucket)) return;
  const name = clause.takeName(amount);
  if (!name) return;
  const before = clause.before(amount);
  if (before?.mark?.is === 'aggregate' && before.mark.aggregate === 'avg') clause.take(before);
  wish.by = others;
  wish.measures.push({ aggregate: name.kind === 'entity' ? 'count' : null, name, where: [], per: { kind: 'entity', entity: per.entity } });
}

function isAmount(clause: Clause, word: Word): boolean {
  const name = clause.nameOf(word);
  return name?.kind === 'entity' || name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure');
}
