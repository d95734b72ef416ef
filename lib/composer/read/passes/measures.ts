import { worthOf } from '../../catalogue/measures';
import type { Name } from '../../catalogue/names';
import { stem, wordsOf } from '../../words/tokens';
import type { Aggregate } from '../../words/words';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';

/** The numbers: "average price", "number of orders", "revenue", "orders per customer". Then the tables and columns that are left. */
export function readMeasures(clause: Clause): void {
  let pending: Pending | null = null;
  for (const word of clause.words) {
    if (word.taken) continue;
    if (word.mark?.is === 'aggregate' || isExtreme(word)) {
      pending = readAggregate(clause, word, pending);
      continue;
    }
    if (word.mark?.is === 'break') continue;
    readDate(clause, word);
    pending = readRows(clause, word, pending);
    const name = clause.nameOf(word);
    if (!name) continue;
    pending = readName(clause, word, name, pending);
  }
  if (pending && clause.wish.measures.length + clause.wish.entities.length === 0) {
    clause.wish.aggregate = pending.aggregate;
    clause.take(pending.word);
  }
  if (pending) readWorth(clause, pending);
  // "the average order and the biggest one"
  const last = clause.wish.measures.at(-1);
  if (pending && (pending.aggregate === 'max' || pending.aggregate === 'min') && clause.tail.includes('one') && last?.name.kind === 'field') {
    clause.take(pending.word);
    clause.wish.measures.push({ aggregate: pending.aggregate, name: last.name, where: [] });
  }
  // "… on average", at the end: how what was named is put together.
  const bare = clause.wish.measures.filter((m) => m.aggregate === null && !m.per && m.name.kind === 'field');
  if (pending && NUMERIC.has(pending.aggregate) && bare.length > 0 && !pending.word.taken) {
    for (const measure of bare) measure.aggregate = pending.aggregate;
    clause.take(pending.word);
  }
  // "how many customers do we have in total", "revenue in total": all of them, which it is anyway.
  const isWhole = pending && /^(in total|altogether)$/.test(pending.word.lower) && clause.wish.measures.length > 0 && clause.wish.measures.every((m) => m.aggregate === 'count' || m.aggregate === 'distinct' || m.name.kind === 'measure');
  if (pending && isWhole && !pending.word.taken) clause.settle(pending.word);
  const counted = pending && clause.before(pending.word);
  if (pending && pending.aggregate === 'count' && (clause.wish.entities.length === 0 || counted?.links.some((l) => l.name.kind === 'entity'))) clause.take(pending.word);
}

/** "average invoice per country": what an invoice is worth. */
function readWorth(clause: Clause, { aggregate, word }: Pending): void {
  const { wish } = clause;
  const next = clause.after(word);
  const entity = next?.links.find((l) => l.name.kind === 'entity')?.name.entity;
  const worth = entity && worthOf(entity);
  if (aggregate !== 'avg' && aggregate !== 'median') return;
  // "total revenue, number of orders and average order"
  const isAlso = next !== undefined && stem(next.lower) === next.lower && word.lead.every((l) => l === 'the' || l === 'an' || l === 'a');
  if (!worth || (wish.measures.length > 0 && !isAlso) || !wish.entities.includes(entity)) return;
  clause.take(word);
  wish.entities = wish.entities.filter((e) => e !== entity);
  wish.measures.push({ aggregate, name: { kind: 'field', field: worth, entity }, where: [] });
  wish.assumptions.push(`“${word.text} ${next?.text}” is by the ${worth.label}.`);
}

/** `also` are further ones of the same number: "minimum and maximum price". */
const NUMERIC = new Set<Aggregate>(['avg', 'sum', 'min', 'max', 'median']);

type Pending = { aggregate: Aggregate; word: Word; also: Pending[] };

/** "invoices with customer, date and total": when each was. */
function readDate(clause: Clause, word: Word): void {
  if (word.mark?.is !== 'bucket' || !/^(date|time)$/.test(word.lower) || !listsColumns(clause)) return;
  const entity = clause.wish.entities[0];
  if (!entity?.time) return;
  clause.settle(word);
  clause.wish.loose.push({ field: entity.time, entity, item: word });
}

/** "rainy days": of a table with a row for each day, they are its rows. */
function readRows(clause: Clause, word: Word, pending: Pending | null): Pending | null {
  if (word.mark?.is !== 'bucket' || word.lower !== 'days') return pending;
  const name = clause.takeName(word, (n) => n.kind === 'entity');
  if (!name) return pending;
  if (!clause.wish.entities.includes(name.entity)) clause.wish.entities.push(name.entity);
  if (pending?.aggregate !== 'count') return pending;
  clause.take(pending.word);
  clause.wish.measures.push({ aggregate: 'count', name, where: [] });
  return null;
}

/** "the strongest wind": of a number, it's the highest there was. */
function isExtreme(word: Word): boolean {
  return word.mark?.is === 'top' || (word.mark?.is === 'best' && /^(strongest|weakest)$/.test(word.lower));
}

function aggregateOf(word: Word): Aggregate {
  if (word.mark?.is === 'top' || word.mark?.is === 'best') return word.mark.descending ? 'max' : 'min';
  return word.mark?.is === 'aggregate' ? word.mark.aggregate : 'sum';
}

/** "average total", "total number of orders": the later word says what is meant, unless it may be the column's name. */
function readAggregate(clause: Clause, word: Word, pending: Pending | null): Pending | null {
  const aggregate = aggregateOf(word);
  const next = clause.after(word);
  // "total size in bytes"
  const behind = next && !next.mark && next.links.length === 0 && next.number === null ? clause.after(next) : undefined;
  if (next && behind?.lead.some((l) => l === 'in' || l === 'of') && clause.numberOf(behind)) clause.settle(next);
  const leads = behind !== undefined && next?.taken ? true : next !== undefined && !next.taken && (clause.nameOf(next) !== null || next.mark?.is === 'aggregate' || next.mark?.is === 'stat');
  const column = word.links.find((l) => l.name.kind === 'field' && l.name.field.role === 'measure');
  const isPlotted = clause.wish.relation || clause.wish.charts.includes('scatter');
  if (column && (!leads || (pending && aggregate === 'sum') || (isPlotted && clause.nameOf(next)?.kind === 'entity'))) {
    const name = clause.takeName(word, (n) => n.kind === 'field');
    if (name) return readNumber(clause, name, pending);
  }
  const before = clause.before(word);
  const counted = clause.wish.entities.find((e) => before?.links[0]?.name.kind === 'entity' && before.links[0].name.entity === e);
  // "order count and revenue per country"
  if (counted && /^counts?$/.test(word.lower) && word.lead.length === 0 && (!next || isJoint(next) || next.mark?.is === 'by' || next.period !== null || next.taken)) {
    clause.take(word);
    clause.wish.measures.push({ aggregate: 'count', name: { kind: 'entity', entity: counted }, where: [] });
    return pending;
  }
  // "count, average length": how many, and another number.
  if (pending && before && isJoint(before) && /^counts?$/.test(pending.word.lower) && pending.also.length === 0) {
    clause.take(pending.word);
    clause.wish.aggregate = 'count';
    return { aggregate, word, also: [] };
  }
  if (pending && before && isJoint(before)) return { aggregate, word, also: [pending, ...pending.also] };
  if (pending) clause.take(pending.word);
  return { aggregate, word, also: [] };
}

function readName(clause: Clause, word: Word, name: Name, pending: Pending | null): Pending | null {
  if (name.kind === 'entity') return readEntity(clause, word, name, pending);
  // A value of rows that are out of reach narrows nothing here.
  if (name.kind === 'value') return pending;
  const { wish } = clause;
  if (name.kind === 'measure' || (name.kind === 'field' && name.field.role === 'measure' && !listsColumns(clause))) {
    const shared = pending ? null : sharedAggregate(clause, word, name);
    const taken = clause.takeName(word);
    if (taken && shared) {
      wish.measures.push({ aggregate: shared, name: taken, where: [] });
      return null;
    }
    return taken ? readNumber(clause, taken, pending) : pending;
  }
  if (name.kind === 'field' && pending?.aggregate === 'distinct' && name.field.role !== 'measure' && wish.measures.length > 0) {
    const taken = clause.takeName(word);
    clause.take(pending.word);
    if (taken?.kind === 'field') wish.by.push({ kind: 'field', field: taken.field, entity: taken.entity });
    return null;
  }
  const number = pending && NUMERIC.has(pending.aggregate) ? clause.numberOf(word) : null;
  if (number) {
    const taken = clause.takeName(word, (n) => n.kind === 'field' && n.field === number.field);
    if (taken) return readNumber(clause, taken, pending);
  }
  // "how often they were ordered": the orders are counted.
  const verb = name.kind === 'field' && name.field.role === 'time' && pending?.aggregate === 'count' ? clause.takeName(word, (n) => n.kind === 'entity') : null;
  if (verb && pending) {
    clause.take(pending.word);
    wish.measures.push({ aggregate: 'count', name: verb, where: [] });
    return null;
  }
  // "number of tickets opened each week", of the column that is called so.
  if (name.kind === 'field' && name.field.role === 'time' && pending?.aggregate === 'count') {
    clause.take(pending.word, word);
    wish.measures.push({ aggregate: 'count', name: { kind: 'entity', entity: name.entity }, where: [] });
    wish.time ??= name.field;
    return null;
  }
  if (name.kind === 'field' && pending && (pending.aggregate !== 'sum' || name.field.role === 'measure')) {
    const taken = clause.takeName(word);
    return taken ? readNumber(clause, taken, pending) : pending;
  }
  const counted = wish.top && name.kind === 'field' && name.field.role === 'time' ? clause.takeName(word, (n) => n.kind === 'entity') : null;
  if (counted) {
    wish.measures.push({ aggregate: 'count', name: counted, where: [] });
    return pending;
  }
  const taken = clause.takeName(word);
  if (taken?.kind === 'field') wish.loose.push({ field: taken.field, entity: taken.entity, item: word });
  return pending;
}

/** "average health and income": of both, where they are numbers of one kind of row. */
function sharedAggregate(clause: Clause, word: Word, name: Name): Aggregate | null {
  const joint = clause.before(word);
  const last = clause.wish.measures.at(-1);
  const isNext = joint && isJoint(joint) && joint.lower === 'and' && clause.before(joint)?.links.some((l) => l.name.kind === 'field' && last?.name.kind === 'field' && l.name.field === last.name.field);
  return isNext && name.kind === 'field' && last?.name.kind === 'field' && last.name.entity === name.entity && last.aggregate !== null && NUMERIC.has(last.aggregate) && last.aggregate !== 'sum' && !last.per ? last.aggregate : null;
}

/** "a table of products with price and stock": numbers are columns of it. */
function listsColumns({ wish }: Clause): boolean {
  return (wish.table || wish.board || wish.calendar) && wish.by.length === 0 && wish.bucket === null && wish.charts.length === 0;
}

function readNumber(clause: Clause, name: Name, pending: Pending | null): null {
  const all = pending ? [...pending.also.toReversed(), pending] : [];
  clause.take(...all.map((p) => p.word));
  const isSaid = clause.wish.measures.some((m) => !m.per && m.name.kind === name.kind && (m.name.kind === 'field' && name.kind === 'field' ? m.name.field === name.field : m.name.kind === 'measure' && name.kind === 'measure' && m.name.measure === name.measure));
  if (all.length === 0 && !isSaid) clause.wish.measures.push({ aggregate: null, name, where: [] });
  for (const { aggregate } of all) clause.wish.measures.push({ aggregate, name: all.length > 1 ? boundOf(name, aggregate) : name, where: [] });
  return null;
}

/** "highest and lowest temperature", of days that have a column for each: the highest of the one, the lowest of the other. */
function boundOf(name: Name, aggregate: Aggregate): Name {
  if (name.kind !== 'field' || (aggregate !== 'max' && aggregate !== 'min')) return name;
  const other = aggregate === 'max' ? 'min' : 'max';
  const meant = wordsOf(name.field.column).map((word) => (word === other ? aggregate : word)).join(' ');
  const field = name.entity.fields.find((f) => wordsOf(f.column).join(' ') === meant);
  return field ? { ...name, field } : name;
}

function readEntity(clause: Clause, word: Word, name: Extract<Name, { kind: 'entity' }>, pending: Pending | null): Pending | null {
  const { wish } = clause;
  const taken = clause.takeName(word);
  if (taken?.kind !== 'entity') return pending;
  const { entity } = taken;
  const [before, next] = [clause.before(word), clause.after(word)];
  // "orders this month and revenue"
  const behind = next?.period ? clause.after(next) : next;
  // "length of tracks, grouped by genre": the comma joins no other number.
  const isNarrowed = next?.mark?.is === 'break' && next.mark.strength === 'with';
  if ((before && isJoint(before) && !isNarrowed) || (behind && isJoint(behind) && clause.after(behind)?.mark?.is !== 'by')) wish.countEntities = true;
  // "average customers satisfaction": it only says whose number follows.
  const numberFollows = pending && pending.aggregate !== 'count' && pending.aggregate !== 'distinct' && isNumber(clause, next);
  if (pending && !numberFollows && (pending.aggregate === 'count' || pending.aggregate === 'distinct' || pending.aggregate === 'sum')) {
    clause.take(pending.word);
    // "total invoiced": what it comes to, and not how many.
    const worth = pending.aggregate === 'sum' && (saysOf(pending.word, word) || (word.lower.endsWith('ed') && stem(entity.singular) !== word.lower)) ? worthOf(entity) : null;
    wish.measures.push(worth ? { aggregate: 'sum', name: { kind: 'field', entity, field: worth }, where: [] } : { aggregate: 'count', name: taken, where: [] });
    if (!wish.entities.includes(entity)) wish.entities.push(entity);
    return null;
  }
  // "number of orders, the average order and …"
  const mean = pending && (pending.aggregate === 'avg' || pending.aggregate === 'median') && stem(word.lower) === word.lower && next && isJoint(next) && pending.also.length === 0 ? worthOf(entity) : null;
  if (pending && mean) {
    clause.take(pending.word);
    wish.measures.push({ aggregate: pending.aggregate, name: { kind: 'field', field: mean, entity }, where: [] });
    wish.assumptions.push(`“${pending.word.text} ${word.text}” is by the ${mean.label}.`);
    return null;
  }
  if (isCounted(clause, word)) wish.measures.push({ aggregate: 'count', name: taken, where: [] });
  else if (!wish.entities.includes(entity)) wish.entities.push(entity);
  return pending;
}

/** "the total of the invoices": what they come to, and not how many there are. */
function saysOf(total: Word, { lead }: Word): boolean {
  return (total.lower === 'total of' || total.lower === 'sum of' || lead[0] === 'of') && /^(total|sum)/.test(total.lower);
}

function isNumber(clause: Clause, word: Word | undefined): boolean {
  const name = clause.nameOf(word);
  return name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure');
}

/** "customers with the most orders", "top customers by orders" */
function isCounted({ wish, words }: Clause, word: Word): boolean {
  const before = words[word.at - 1];
  const subject = wish.entities.length > 0 || wish.by.length > 0;
  return subject && wish.top !== null && (before?.mark?.is === 'best' || before?.mark?.is === 'top' || before?.mark?.is === 'by');
}
