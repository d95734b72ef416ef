import { millisecondsIn } from '../../build/time-units';
import { pathBetween } from '../../catalogue/keys';
import { numberCalled } from '../../catalogue/measures';
import type { Name } from '../../catalogue/names';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';
import { DURATIONS } from '../../words/words';
import type { CompareOp } from '../wish';

/** "stock under 20", "orders over 1000", "between 100 and 500", "rating of 4 or more", "customers with more than 5 orders". */
export function readComparisons(clause: Clause): void {
  for (const word of clause.marked('compare')) readComparison(clause, word);
  for (const word of clause.marked('or-more')) readOrMore(clause, word);
  readEquals(clause);
}

function readComparison(clause: Clause, word: Word & { mark: { op: CompareOp | 'between'; of?: readonly string[] } }): void {
  const value = clause.after(word);
  if (value?.mark?.is === 'aggregate' && value.mark.aggregate === 'avg' && !value.taken) return readAverage(clause, word, value);
  if (!value || value.number === null || value.taken) return;
  const joint = clause.after(value);
  const second = word.mark.op !== 'between' ? undefined : joint && isJoint(joint) ? clause.after(joint) : joint;
  const upper = second?.number === null ? undefined : second;
  const subject = subjectOf(clause, word, value, value.number, word.mark.of) ?? (upper ? subjectOf(clause, word, upper, value.number) : null);
  const text = subject ? null : textBefore(clause, word);
  if (text) {
    clause.settle(text, word, value);
    clause.wish.problems.push(`“${text.text}” holds no numbers, so “${word.text} ${value.text}” is left out.`);
    return;
  }
  if (word.mark.op !== 'between') {
    clause.take(word, value);
    inItsUnit(clause, subject, value);
    return compare(clause, subject, word.mark.op, value);
  }
  if (!upper) return;
  clause.take(word, value, joint, upper);
  inItsUnit(clause, subject, upper, value);
  compare(clause, subject, 'at-least', value);
  compare(clause, subject, 'at-most', upper);
}

/** "orders above the average total", "products priced below average": of all rows of the table that the number is of. */
function readAverage(clause: Clause, word: Word & { mark: { op: CompareOp | 'between'; of?: readonly string[] } }, average: Word): void {
  const isAbove = word.mark.op === 'over' || word.mark.op === 'at-least';
  if (!isAbove && word.mark.op !== 'under' && word.mark.op !== 'at-most') return;
  const [before, after] = [beforeNot(clause, word), clause.after(average)];
  const [named, again] = [clause.numberOf(before), clause.numberOf(after, null, true)];
  const implied = impliedField(clause, word.mark.of ?? []);
  const field = again ?? named ?? (implied?.kind === 'field' ? implied : null);
  // Groups have no average that they could be held against.
  if (clause.nameOf(before)?.kind === 'measure' || clause.nameOf(after)?.kind === 'measure') return;
  clause.take(word, average, ...(again ? [after] : []), ...(named && (!again || named.field === again.field) ? [before] : []));
  const isNot = takeNegation(clause, named ? { name: named, word: before ?? null } : null);
  clause.wish.conditions.push({ kind: 'average', field: field?.field ?? null, entity: field?.entity ?? null, above: isAbove !== isNot });
}

/** "4 or more", "20 or less" */
function readOrMore(clause: Clause, word: Word & { mark: { more: boolean } }): void {
  const value = clause.before(word);
  if (!value || value.number === null || value.taken) return;
  const subject = subjectOf(clause, value, word, value.number as number);
  clause.take(word, value);
  compare(clause, subject, word.mark.more ? 'at-least' : 'at-most', value);
}

/** "rating 5", "year = 1999": a number right behind a column. */
function readEquals(clause: Clause): void {
  for (const word of clause.open()) {
    if (word.taken || word.number === null || !Number.isFinite(word.number)) continue;
    const [before, isNot] = [clause.before(word), clause.before(word)?.mark?.is === 'not' && /equal|differ/.test(clause.before(word)?.lower ?? '')];
    const subject = isNot && before ? clause.before(before) : before;
    const upper = clause.after(word);
    // "a total of 300 to 400"
    if (upper && !upper.taken && upper.number !== null && upper.number > word.number && upper.lead.at(-1) === 'to') {
      const between = subjectOf(clause, word, upper, word.number);
      clause.take(word, upper);
      compare(clause, between, 'at-least', word);
      compare(clause, between, 'at-most', upper);
      continue;
    }
    // "prices in 10 buckets", "total of 5 orders"
    const behind = clause.after(word);
    if (word.lead.some((l) => /^(in|of|for|with)$/.test(l)) && behind && !isJoint(behind)) continue;
    const name = clause.numberOf(subject, word.number) ?? keyName(clause, subject) ?? idName(clause, subject);
    if (!subject || !name) continue;
    clause.take(word, subject, ...(isNot ? [before] : []));
    const equal = (value: number) => ({ kind: 'compare' as const, field: name.field, entity: name.entity, op: 'equal' as const, value, ...(isNot && { negated: true }) });
    // "a rating of 1 or 2"
    const others = isNot ? [] : numbersBehind(clause, word);
    clause.wish.conditions.push(others.length > 0 ? { kind: 'any', entity: name.entity, of: [word.number, ...others].map((value) => [equal(value)]) } : equal(word.number));
  }
}

/** Numbers that go on with an "or", or are in a list that ends in one. */
function numbersBehind(clause: Clause, first: Word): number[] {
  const words: Word[] = [];
  for (let joint = clause.after(first); joint && isJoint(joint); joint = clause.after(words.at(-1) as Word)) {
    const next = clause.after(joint);
    if (!next || next.number === null || next.taken) break;
    words.push(joint, next);
  }
  if (!words.some((w) => w.lower === 'or')) return [];
  clause.take(...words);
  return words.flatMap((w) => w.number ?? []);
}

/** "longer than 5 minutes", of a column in milliseconds. */
function inItsUnit(clause: Clause, subject: Subject, value: Word, lower?: Word): void {
  const said = clause.after(value);
  const of = subject?.name.kind === 'field' ? subject.name.field.unit : undefined;
  const [from, to] = [millisecondsIn(said?.lower ?? null), millisecondsIn(of ?? null)];
  if (!said || said.taken || from === null || to === null || value.number === null) return;
  clause.settle(said, value, lower);
  for (const each of lower ? [lower, value] : [value]) if (each.number !== null) each.number *= from / to;
  // "4 minutes long"
  const long = clause.after(said);
  if (long?.lower === 'long') clause.settle(long);
}

/** What is counted of a thing that lies ready: "fewer than 20 in stock". */
const STOCK = ['stock', 'inventory', 'stock level', 'units in stock', 'quantity in stock', 'quantity on hand'];

type Subject = { name: Name; word: Word | null } | null;

/** "longer than 300" is about a length, of what the clause is about. */
function impliedField(clause: Clause, of: readonly string[]): Name | null {
  for (const entity of clause.context.length > 0 ? clause.context : clause.catalogue.entities) {
    const field = numberCalled(entity, of);
    if (field) return { kind: 'field', entity, field };
  }
  return null;
}

/** What is compared: the number in front of the comparison, or what the number counts. */
function subjectOf(clause: Clause, first: Word, last: Word, value: number, of: readonly string[] = []): Subject {
  const before = beforeNot(clause, first);
  const name = numberName(clause, before, value);
  // "price and stock, where fewer than 10 are left": what is listed isn't what is compared.
  const isApart = first.lead.some((l) => /^(where|if|when)$/.test(l)) && clause.after(last) !== undefined;
  if (before && name && !isApart) return { name, word: before };
  const after = clause.after(last);
  // "fewer than 20 in stock", "fewer than 20 pieces left"
  const piece = after && !after.mark && clause.after(after)?.mark?.is === 'stock' && !clause.isTable(after) ? after : undefined;
  const left = piece ? clause.after(piece) : after;
  const stock = left?.mark?.is === 'stock' && !left.taken ? impliedField(clause, STOCK) : null;
  if (left && stock) {
    if (piece) clause.settle(piece);
    return { name: stock, word: left };
  }
  const counted = after && (numberName(clause, after, value) ?? entityName(clause, after));
  // "products with fewer than 10 pieces": of what lies there, and not of what was sold.
  const [about] = clause.context;
  const there = about && counted?.kind === 'field' && counted.entity !== about && pathBetween(clause.catalogue, about, counted.entity) === null ? impliedField(clause, STOCK) : null;
  if (after && there) {
    clause.settle(after);
    return { name: there, word: null };
  }
  if (after && counted) return { name: counted, word: after };
  // "more than 20 mm of precipitation"
  const behind = after && !after.mark && after.links.length === 0 && after.number === null ? clause.after(after) : undefined;
  const measured = behind?.lead.includes('of') ? numberName(clause, behind, value) : null;
  if (after && behind && measured) {
    clause.settle(after);
    return { name: measured, word: behind };
  }
  // "between 4 and 6 minutes"
  const isTime = after !== undefined && millisecondsIn(after.lower) !== null;
  const implied = impliedField(clause, of.length === 0 && isTime ? DURATIONS : of);
  return implied && { name: implied, word: null };
}

/** "whose total is not over 300" */
function beforeNot(clause: Clause, word: Word): Word | undefined {
  const before = clause.before(word);
  return before?.mark?.is === 'not' ? clause.before(before) : before;
}

/** "damage over 1000", where damage is a text. */
function textBefore(clause: Clause, word: Word): Word | null {
  const before = clause.before(word);
  const name = clause.nameOf(before);
  return before && name?.kind === 'field' && name.field.source.type === 'string' && name.field !== name.entity.title ? before : null;
}

/** "whose id is 10", of whatever it is about. */
function keyName(clause: Clause, word: Word | undefined): Extract<Name, { kind: 'field' }> | null {
  const [entity] = clause.context;
  return word && /^ids?$/.test(word.lower) && !word.taken && entity?.key?.source.type === 'number' ? { kind: 'field', field: entity.key, entity } : null;
}

/** "department number 40": a key that says whose it is. */
function idName(clause: Clause, word: Word | undefined): Extract<Name, { kind: 'field' }> | null {
  const name = clause.nameOf(word);
  return name?.kind === 'field' && name.field.role === 'id' && name.field.source.type === 'number' && word?.lower.includes(' ') ? name : null;
}

function numberName(clause: Clause, word: Word | undefined, value: number): Name | null {
  const key = keyName(clause, word);
  if (key) return key;
  const evenMarked = word?.mark?.is === 'aggregate';
  const name = clause.nameOf(word, evenMarked);
  return name?.kind === 'measure' ? name : (clause.numberOf(word, value, evenMarked) ?? idName(clause, word));
}

function entityName(clause: Clause, word: Word): Name | null {
  const name = clause.nameOf(word);
  return name?.kind === 'entity' ? name : null;
}

const OPPOSITES: Record<CompareOp, CompareOp> = { over: 'at-most', 'at-least': 'under', under: 'at-least', 'at-most': 'over', equal: 'equal' };

/** "without orders above 1000": a "not" in front of what is compared, or of the table that it is of. */
function takeNegation(clause: Clause, subject: Subject): boolean {
  for (const word of clause.marked('not')) {
    const next = clause.after(word);
    const isSubject = next !== undefined && (next === subject?.word || next.taken || next.mark?.is === 'compare');
    const isTable = clause.nameOf(next)?.kind === 'entity';
    if (!isSubject && !isTable) continue;
    clause.take(word, ...(isTable ? [next] : []));
    return true;
  }
  return false;
}

function compare(clause: Clause, subject: Subject, said: CompareOp, value: Word): void {
  const { wish } = clause;
  const amount = value.number as number;
  const isNot = takeNegation(clause, subject);
  const op = isNot ? OPPOSITES[said] : said;
  if (subject?.word) clause.take(subject.word);
  const name = subject?.name;
  // "a satisfaction score of 4 or more": one column, said in two words.
  const twice = subject?.word && clause.before(subject.word);
  if (twice && !twice.taken && !twice.mark && name?.kind === 'field' && twice.links.some((l) => l.name.kind === 'field' && l.name.field === name.field)) clause.settle(twice);
  const comparison = clause.before(value);
  // "revenue by customer, only those above 5000"
  if (!name && comparison?.lead.includes('those') && clause.words.some((w) => w.mark?.is === 'by' && w.at < value.at)) {
    wish.having = { op, value: amount, of: null };
    return;
  }
  if (name?.kind === 'field' && value.text.endsWith('%') && name.field.format !== 'percent') {
    wish.problems.push(`${value.text} of another number is no bound that I can reckon, so the ${name.field.label} isn’t compared.`);
    return;
  }
  const aggregate = subject?.word && name?.kind === 'field' ? aggregateOf(clause, subject.word) : null;
  if (aggregate && name) {
    wish.measures.push({ aggregate, name, where: [] });
    wish.having = { op, value: amount, of: null };
  } else if (name?.kind === 'entity' && (isOther(clause, subject) || groupBefore(clause, subject?.word ?? value))) wish.having = { op, value: amount, of: name.entity };
  else if (name?.kind === 'entity') {
    // "more than 1000 orders" with nothing else named: those above what they are worth.
    if (!wish.entities.includes(name.entity)) wish.entities.push(name.entity);
    wish.having = { op, value: amount, of: null };
  } else if (name?.kind === 'measure') {
    wish.measures.push({ aggregate: null, name, where: [] });
    wish.having = { op, value: amount, of: null };
  } else wish.conditions.push({ kind: 'compare', field: name?.kind === 'field' ? name.field : null, entity: name?.entity ?? null, op, value: amount, ...(isNot && op === 'equal' && { negated: true }) });
}

/** "regions whose average health is above 70": of each group, and not of each row. */
function aggregateOf(clause: Clause, word: Word): 'avg' | 'sum' | 'min' | 'max' | 'median' | null {
  const before = clause.before(word);
  const aggregate = before?.mark?.is === 'aggregate' && !before.taken ? before.mark.aggregate : null;
  const isGrouped = clause.words.some((w) => w.mark?.is === 'by') || groupBefore(clause, word);
  if (!before || !isGrouped || (aggregate !== 'avg' && aggregate !== 'sum' && aggregate !== 'min' && aggregate !== 'max' && aggregate !== 'median')) return null;
  clause.take(before);
  return aggregate;
}

/** "cities with more than 3 customers": a kind of thing stands in front, and what is counted is of it. */
function groupBefore(clause: Clause, word: Word): boolean {
  return clause.words.slice(0, word.at).some((w) => {
    const name = clause.nameOf(w);
    return name?.kind === 'field' && name.field.role !== 'measure' && name.field.role !== 'time';
  });
}

/** "customers with more than 5 orders": there is something else that has them. */
function isOther(clause: Clause, subject: Subject): boolean {
  return clause.words.some((w) => w !== subject?.word && clause.nameOf(w)?.kind === 'entity');
}
