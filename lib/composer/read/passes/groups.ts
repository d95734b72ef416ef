import { type Name, WHOLE } from '../../catalogue/names';
import { stem } from '../../words/tokens';
import { type Clause, type Word } from '../clause';
import type { Bucket } from '../../plan';
import type { DimensionWish } from '../wish';

/** A numeric column with more values than this is measured and not grouped by. */
const MAX_NUMERIC_GROUPS = 30;

/** "by region and status", "per month", "for each category", "monthly", "in ranges of 50". */
export function readGroups(clause: Clause): void {
  for (const word of clause.marked('by')) readBy(clause, word);
  // "split between channels"
  for (const word of clause.marked('compare')) if (word.mark.op === 'between') readBy(clause, word);
  for (const word of clause.marked('split')) readSplit(clause, word);
  for (const word of clause.marked('bucket')) readBucket(clause, word);
}

function readBy(clause: Clause, word: Word): void {
  if (word.lower === 'across all' && isOfAll(clause, word)) {
    clause.settle(word);
    return;
  }
  const isOf = word.lower.endsWith(' of');
  const others = clause.words.some((w) => w !== word && w.mark?.is === 'by');
  const members = clause.listFrom(clause.after(word), (w) => !(isOf && (others || clause.nameOf(w)?.kind === 'entity')) && isGroup(clause, w));
  // "income by region, countries with health above 70": which rows, and no second group.
  const last = members.at(-1);
  const behind = last && clause.after(last);
  if (last && members.length > 1 && stem(last.lower) !== last.lower && behind?.mark?.is === 'break' && behind.mark.strength === 'with') members.pop();
  if (members.length === 0) {
    // "breakdown of orders by region": what follows isn't what is grouped by.
    if (isOf || clause.wish.by.length || clause.wish.bucket) clause.take(word);
    else if (clause.nameOf(clause.after(word)) || clause.after(word)?.mark) {
      clause.wish.byNumber = isNumberNext(clause, clause.after(word));
      clause.take(word);
    }
    return;
  }
  clause.take(word);
  clause.takeJoints(members);
  for (const member of members) takeGroup(clause, member);
}

/** "with the media type as colour": what stands in front has a colour for each. */
function readSplit(clause: Clause, word: Word): void {
  const group = clause.before(word);
  clause.take(word);
  if (!group || group.taken || !isGroup(clause, group) || clause.wish.by.length + Number(clause.wish.bucket !== null) > 1) return;
  takeGroup(clause, group);
}

/** "average satisfaction across all tickets": of all of them together. */
function isOfAll(clause: Clause, word: Word): boolean {
  const name = clause.nameOf(clause.after(word));
  return name?.kind === 'entity' && clause.words.slice(0, word.at).some((w) => w.links.some((l) => l.name.kind === 'field' && l.name.entity === name.entity && l.name.field.role === 'measure'));
}

/** "top customers by revenue": what is measured is no group. */
export function isGroup(clause: Clause, word: Word): boolean {
  if (word.mark?.is === 'bucket') return true;
  const name = clause.nameOf(word);
  if (!name || name.kind === 'measure' || name.kind === 'value') return false;
  if (name.kind === 'entity') return !(clause.wish.best && clause.wish.by.length === 0 && hasSubject(clause, word));
  return isGroupable(clause, name);
}

/** "customers by revenue", "genres by number of tracks" */
function isNumberNext(clause: Clause, word: Word | undefined): boolean {
  if (word?.mark?.is === 'aggregate') return true;
  const name = clause.nameOf(word);
  return name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure');
}

function hasSubject(clause: Clause, word: Word): boolean {
  return clause.words.slice(0, word.at).some((w) => clause.nameOf(w)?.kind === 'entity');
}

function isGroupable(clause: Clause, { field }: Extract<Name, { kind: 'field' }>): boolean {
  if (field.role !== 'measure') return true;
  // What is added up is no kind of thing: "products by quantity".
  return !clause.wish.top && field.aggregate === 'avg' && (field.source.distinct ?? MAX_NUMERIC_GROUPS + 1) <= MAX_NUMERIC_GROUPS;
}

export function takeGroup(clause: Clause, word: Word): void {
  if (word.mark?.is === 'bucket' && !isColumn(word)) {
    takeBucket(clause, word, word.mark.unit);
    return;
  }
  // "days by weather", of a table and its column of one name.
  const own = word.links.find((l) => l.name.kind === 'field' && l.score >= WHOLE && clause.nameOf(word)?.kind === 'entity' && l.name.entity === clause.nameOf(word)?.entity && l.name.field.source.distinct !== l.name.entity.table.rows);
  const name = own ? clause.takeName(word, (n) => n === own.name) : clause.takeName(word);
  const { wish } = clause;
  if (name?.kind === 'entity') wish.by.push({ kind: 'entity', entity: name.entity });
  else if (name?.kind === 'field' && name.field.role === 'time') {
    wish.time = name.field;
    wish.bucket ??= 'auto';
  } else if (name?.kind === 'field') wish.by.push(parentOf(clause, name) ?? { kind: 'field', field: name.field, entity: name.entity });
}

/** "by support rep": a key is shown by what it points at. */
function parentOf(clause: Clause, { field, entity }: Extract<Name, { kind: 'field' }>): DimensionWish | null {
  const key = entity.table.foreignKeys.find((k) => k.columns.length === 1 && k.columns[0] === field.column);
  const parent = clause.catalogue.entities.find((e) => e !== entity && e.binding === entity.binding && e.table.name === key?.references.table);
  return parent?.title ? { kind: 'entity', entity: parent } : null;
}

/** A column called "year" or "month" is that column. */
function isColumn(word: Word): boolean {
  return word.links.some((l) => l.name.kind === 'field' && l.name.field.role !== 'time' && l.score >= 100);
}

/** "monthly revenue", "top 3 months by revenue", "orders over the weeks" */
function readBucket(clause: Clause, word: Word & { mark: { adverb: boolean; unit: Bucket } }): void {
  const [before, next] = [clause.before(word), clause.after(word)];
  const isRanked = clause.wish.top !== null;
  const isFirst = (before === undefined || before.mark?.is === 'break') && clause.wish.bucket === null && (next === undefined || (next.mark?.is === 'verb' && next.mark.verb === 'instead'));
  // "at what hour do people order"
  const isAsked = (clause.wish.bucket === null || (clause.wish.secondBucket === null && clause.wish.bucket !== word.mark.unit)) && word.lead.some((l) => l === 'what' || l === 'which');
  // "renewables over the years"
  const isOver = (clause.wish.bucket === null || clause.wish.bucket === 'auto') && word.lower.endsWith('s') && (word.lead.some((l) => /^(over|across|through|throughout)$/.test(l)) || (before?.mark?.is === 'trend' && / (over|through|throughout)$/.test(before.lower)));
  // "a heat map with weekday down and hour across"
  const isOfHeat = clause.wish.charts.includes('heatmap') && clause.wish.secondBucket === null;
  // "from June to August over the years", by month.
  const isOfAllYears = word.mark.unit === 'year' && word.lead.some((l) => /^(over|across|through|throughout|of)$/.test(l)) && clause.wish.bucket !== null && clause.wish.conditions.some((c) => c.kind === 'recurs' && c.cycle === 'month-of-year');
  if (isOfAllYears) return clause.settle(word);
  if (!word.mark.adverb && !isRanked && !isFirst && !isAsked && !isOver && !isOfHeat) return;
  if (isColumn(word) && !word.mark.adverb) {
    takeGroup(clause, word);
    return;
  }
  takeBucket(clause, word, word.mark.unit);
}

function takeBucket(clause: Clause, word: Word, unit: Bucket): void {
  const { wish } = clause;
  clause.take(word);
  // Months have their year beside them.
  if (wish.bucket === 'month' && unit === 'year' && !wish.charts.includes('heatmap')) {
    clause.settle(word);
    return;
  }
  if (wish.bucket === unit) {
    clause.settle(word);
    return;
  }
  if (wish.bucket && wish.bucket !== 'auto') {
    if (wish.bucket === 'month' && unit === 'month-of-year') {
      wish.bucket = unit;
      return;
    }
    // Months of several years, each year a line of its own, whichever was said first.
    const isOfYears = (wish.bucket === 'month' && unit === 'year') || (wish.bucket === 'year' && unit === 'month' && wish.charts.includes('heatmap'));
    if (isOfYears) [wish.bucket, unit] = ['month-of-year', 'year'];
    wish.secondBucket = unit;
  } else wish.bucket = /^(date|time)/.test(word.lower) ? 'auto' : unit;
}

/** "by price range", "age in bins of 10", "bin the price by 50": classes of a number; of a time they are its buckets. */
export function readClasses(clause: Clause): void {
  for (const word of clause.marked('classes')) {
    const width = widthOf(clause, word);
    const before = clause.before(word);
    const count = width === 0 && before && before.number !== null && before.number >= 2 && before.number <= 200 ? before : null;
    const around = [before, clause.after(word), clause.words[word.at - 2], clause.words[word.at - 3]];
    const subject = around.find((w) => isNumberOrTime(clause, w));
    const name = clause.nameOf(subject) ?? null;
    if (!subject || name?.kind !== 'field') {
      if (width === 0 && !count) continue;
      clause.take(word, ...(count ? [count] : []));
      clause.wish.classes = { width, count: count?.number ?? null };
      continue;
    }
    const by = [clause.before(subject), before].find((w) => w?.mark?.is === 'by');
    clause.take(word, subject, by, ...(count ? [count] : []));
    // "speed in bins of 50 knots"
    const unit = width > 0 ? clause.words[word.at + 2] : undefined;
    if (unit && !unit.taken && unit.lead.length === 0 && unit.links.some((l) => l.name.kind === 'field' && l.name.field === name.field)) clause.settle(unit);
    if (name.field.role === 'time') {
      clause.wish.time = name.field;
      clause.wish.bucket ??= 'auto';
    } else clause.wish.by.push({ kind: 'field', field: name.field, entity: name.entity, bin: width, ...(count && { classes: count.number ?? undefined }) } satisfies DimensionWish);
  }
}

function isNumberOrTime(clause: Clause, word: Word | undefined): boolean {
  const name = clause.nameOf(word);
  return name?.kind === 'field' && (name.field.role === 'measure' || name.field.role === 'time' || name.field.source.type === 'number');
}

/** 0 where no width was said. */
function widthOf(clause: Clause, word: Word): number {
  const next = clause.after(word);
  if (!next || next.number === null || next.taken || next.number <= 0) return 0;
  clause.take(next);
  // "bins of 5 degrees"
  const unit = clause.after(next);
  if (unit && !unit.taken && unit.mark === null && unit.links.length === 0 && unit.number === null) clause.take(unit);
  return next.number;
}
