import type { Entity } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import type { Name } from '../../catalogue/names';
import type { Clause, Word } from '../clause';
import { isJoint } from '../link';
import { takeNegation } from './texts';

type Value = Extract<Name, { kind: 'value' }>;

/** Values that rows must have or must not have, and what must be missing. */
export function readConditions(clause: Clause): void {
  readShares(clause);
  readEmpties(clause);
  readDone(clause);
  readAny(clause);
  readHaving(clause);
  readUnsold(clause);
  readStock(clause);
  readMissing(clause);
  readValues(clause);
}

/** "share of returned orders", "return rate": a value that makes up a part. */
function readShares(clause: Clause): void {
  for (const word of clause.open()) {
    const isShare = (word.mark?.is === 'aggregate' && word.mark.aggregate === 'share') || word.mark?.is === 'ratio';
    if (!isShare) continue;
    const before = valuesBefore(clause, word);
    const after = before.length ? [] : valuesAfter(clause, word);
    const values = before.length ? before : after;
    const [first] = values;
    if (!first) {
      readShareOfAll(clause, word);
      continue;
    }
    clause.take(word, ...values.map((v) => v.word));
    for (const each of values) if (each.word.links[0]?.name.kind === 'field') clause.settle(each.word);
    clause.takeJoints(values.map((v) => v.word));
    for (const each of values) takeColumnOf(clause, each.word, each.name);
    const amount = (after.length ? (amountBetween(clause, word, first.word) ?? amountLast(clause, word)) : amountNext(clause, word)) ?? onlyAmount(clause, first.name.entity);
    if (word.mark?.is === 'ratio' && values.length > 1) {
      setAside(clause, values);
      continue;
    }
    clause.wish.measures.push({ aggregate: 'share', name: amount ?? { kind: 'entity', entity: first.name.entity }, where: values.map((v) => v.name) });
  }
}

/** "renewables share of net generation" */
function amountNext(clause: Clause, word: Word): Name | null {
  const next = clause.after(word);
  const name = clause.nameOf(next);
  return word.lower.endsWith(' of') && next && (name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure')) ? clause.takeName(next) : null;
}

/** "revenue share of the web channel" */
function amountLast(clause: Clause, word: Word): Name | null {
  const before = clause.before(word);
  const name = clause.nameOf(before);
  return before && (name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure')) ? clause.takeName(before) : null;
}

/** "share of renewables per year", of a table with one number for each source and year: a share of that number and not of the lines. */
function onlyAmount(clause: Clause, entity: Entity): Name | null {
  const [field, ...others] = entity.fields.filter((f) => f.role === 'measure');
  const counts = clause.words.some((w) => w.mark?.is === 'rows' || (w.mark?.is === 'aggregate' && w.mark.aggregate === 'count'));
  if (!field || others.length > 0 || entity.key !== null || field.aggregate !== 'sum' || counts) return null;
  clause.wish.assumptions.push(`The share is one of the ${field.label}.`);
  return { kind: 'field', field, entity };
}

/** "ratio of open to closed tickets": the one group divided by the other is more than a measure can say, so both stand side by side. */
function setAside({ wish }: Clause, values: readonly { name: Value }[]): void {
  const [{ name }] = values as [{ name: Value }];
  wish.by.push({ kind: 'field', field: name.field, entity: name.entity });
  wish.conditions.push({ kind: 'values', field: name.field, entity: name.entity, values: values.map((v) => v.name.value), negated: false });
  wish.problems.push(`I can’t divide ${values.map((v) => String(v.name.value)).join(' by ')} ${name.entity.plural}, so they are shown side by side.`);
}

/** "share of revenue from enterprise customers": of what it is a share. */
function amountBetween(clause: Clause, from: Word, to: Word): Name | null {
  const word = clause.words.slice(from.at + 1, to.at).find((w) => {
    const name = clause.nameOf(w);
    return name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure');
  });
  if (!word) return null;
  // Whose rows they are needn't be counted beside it.
  for (const after of clause.words.slice(to.at + 1)) if (clause.nameOf(after)?.kind === 'entity') clause.take(after);
  return clause.takeName(word);
}

/** "percentage of orders per status": the parts of a whole, as a pie shows them. */
function readShareOfAll(clause: Clause, word: Word): void {
  const isGrouped = clause.words.slice(word.at).some((w) => w.mark?.is === 'by');
  const beside = clause.after(word);
  // "share of world population"
  const next = beside && !beside.mark && beside.links.length === 0 ? clause.after(beside) : beside;
  const name = clause.nameOf(next);
  // "a pie of the proportion of segment and number of customers"
  if (name?.kind === 'field' && name.field.role !== 'measure' && next) {
    clause.take(word, next);
    clause.wish.by.push({ kind: 'field', field: name.field, entity: name.entity });
    return;
  }
  // "percentage of orders over 1000 by channel": the part that is meant was said.
  const isSaid = clause.wish.conditions.length > 0 || clause.words.slice(word.at).some((w) => !w.taken && (w.mark?.is === 'not' || w.mark?.is === 'empty' || w.mark?.is === 'stock' || valueName(clause, w) !== null));
  if (!isGrouped || isSaid || word.mark?.is === 'ratio' || name === null) return;
  clause.take(word);
  // "share of orders per channel for each month": the parts of each month, and no pie.
  if (clause.marked('bucket').length > 0 && clause.marked('by').length > 1) clause.wish.style ??= 'share';
  else if (clause.wish.charts.length === 0) clause.wish.charts.push('pie');
}

/** "return rate": right in front of it. */
function valuesBefore(clause: Clause, word: Word): { word: Word; name: Value }[] {
  const before = clause.before(word);
  if (!before || before.taken || !/(rate|share|percentage|ratio|share of)$/.test(word.lower)) return [];
  // "return rate": a thing's state rather than its kind.
  const state = before.links.find((l) => l.name.kind === 'value' && l.name.field.role === 'status')?.name;
  const name = state?.kind === 'value' ? state : valueName(clause, before);
  return name ? [{ word: before, name }] : [];
}

/** "share of returned or lost orders", "percentage of orders that are open" */
function valuesAfter(clause: Clause, word: Word): { word: Word; name: Value }[] {
  const found: { word: Word; name: Value }[] = [];
  for (let each = clause.after(word); each; each = clause.after(each)) {
    const name = valueName(clause, each) ?? stateIn(clause, each);
    // "percentage of urgent tickets that are open": what is said of them behind their name.
    const isSaid = each.lead.some((l) => /^(that|which|who|are|is|were|was)$/.test(l)) && found.length > 0 && clause.nameOf(clause.before(each))?.kind === 'entity';
    if (name && isSaid) return [{ word: each, name }];
    if (name && (found.length === 0 || found[0]?.name.field === name.field)) found.push({ word: each, name });
    else if (each.mark && each.mark.is !== 'break' && each.mark.is !== 'all') break;
  }
  return found;
}

/** "percentage of tickets closed per priority": a date is called so too, and a share is one of what they are. */
function stateIn(clause: Clause, word: Word): Value | null {
  const name = clause.nameOf(word);
  if (name?.kind !== 'field' || name.field.role !== 'time') return null;
  const said = word.lower.split(' ').at(-1) ?? '';
  for (const field of name.entity.fields) {
    const value = field.role === 'status' ? field.source.values?.find((v) => String(v).toLowerCase() === said) : undefined;
    if (value !== undefined) return { kind: 'value', entity: name.entity, field, value: String(value) };
  }
  return null;
}

const STOCK = ['stock', 'inventory', 'stock level', 'units in stock', 'quantity in stock', 'quantity on hand', 'available'];

/** "out of stock": none is left. */
function readStock(clause: Clause): void {
  for (const word of clause.marked('stock')) {
    const entity = clause.context.find((e) => e.fields.some((f) => STOCK.includes(f.label))) ?? clause.catalogue.entities.find((e) => e.fields.some((f) => STOCK.includes(f.label)));
    const field = entity?.fields.find((f) => STOCK.includes(f.label));
    if (!entity || !field) continue;
    // "less than 20 in stock" compares it already.
    const compared = clause.wish.conditions.some((c) => c.kind === 'compare');
    if (compared && !clause.wish.conditions.some((c) => c.kind === 'compare' && c.field === field)) continue;
    clause.take(word);
    if (compared) continue;
    if (!clause.wish.entities.includes(entity) && clause.context.length === 0) clause.wish.entities.push(entity);
    clause.wish.conditions.push({ kind: 'compare', field, entity, op: word.mark.some ? 'over' : 'at-most', value: 0 });
  }
}

/** "products never sold": those that no line of a sale points at. */
function readUnsold(clause: Clause): void {
  for (const word of clause.marked('unsold')) {
    const owner = clause.context[0] ?? null;
    const sale = owner && clause.catalogue.measures.find((m) => m.measure.label === 'revenue' && pathBetween(clause.catalogue, m.entity, owner)?.length === 1)?.entity;
    if (!owner || !sale) continue;
    clause.take(word);
    clause.wish.conditions.push({ kind: 'has', entity: owner, other: sale, negated: true });
  }
}

/** "company is missing", "unknown company" */
function readEmpties(clause: Clause): void {
  for (const word of clause.marked('empty')) {
    const subject = [clause.before(word), clause.after(word)].find((w) => w && clause.nameOf(w)?.kind === 'field') ?? beforeNot(clause, word);
    const name = clause.nameOf(subject);
    if (!subject || name?.kind !== 'field') continue;
    const negated = takeNegation(clause, word) || takeNegation(clause, subject);
    clause.take(word, subject);
    clause.wish.conditions.push({ kind: 'empty', field: name.field, entity: name.entity, negated });
  }
}

/** "rated tickets": those that have a rating. */
function readDone(clause: Clause): void {
  for (const word of clause.open()) {
    const [name, next] = [clause.nameOf(word), clause.after(word)];
    const isOf = next !== undefined && next.lead.length === 0 && clause.isTable(next) && next.links[0]?.name.entity === name?.entity;
    if (!word.lower.endsWith('ed') || name?.kind !== 'field' || name.field.role !== 'measure' || !name.field.source.nullable || !isOf) continue;
    clause.takeName(word);
    clause.wish.conditions.push({ kind: 'empty', field: name.field, entity: name.entity, negated: true });
  }
}

/** "what share of days had any rain": those that have more than none. */
function readAny(clause: Clause): void {
  if (!clause.marked('aggregate').some((w) => w.mark.aggregate === 'share' || w.mark.aggregate === 'count')) return;
  for (const word of clause.open()) {
    const name = clause.nameOf(word);
    if (name?.kind !== 'field' || name.field.role !== 'measure' || !word.lead.some((l) => l === 'any' || l === 'some') || clause.before(word)?.mark?.is === 'aggregate') continue;
    clause.takeName(word);
    clause.wish.conditions.push({ kind: 'compare', field: name.field, entity: name.entity, op: 'over', value: 0 });
  }
}

/** "how many customers have a company" */
function readHaving(clause: Clause): void {
  for (const word of clause.open()) {
    const name = clause.nameOf(word);
    const has = word.lead.findIndex((l) => /^(have|has|had)$/.test(l));
    const isSome = has >= 0 && word.lead.slice(has).some((l) => /^(a|an|any|some)$/.test(l));
    if (!isSome || name?.kind !== 'field' || name.field.source.type !== 'string' || !name.field.source.nullable || clause.before(word)?.mark?.is === 'not') continue;
    clause.take(word);
    clause.wish.conditions.push({ kind: 'empty', field: name.field, entity: name.entity, negated: true });
  }
}

/** "company is not empty" */
function beforeNot(clause: Clause, word: Word): Word | undefined {
  const before = clause.before(word);
  const subject = before?.mark?.is === 'not' ? clause.before(before) : undefined;
  return clause.nameOf(subject)?.kind === 'field' ? subject : undefined;
}

/** "tickets without order", "customers without orders", "customers without company" */
function readMissing(clause: Clause): void {
  for (const word of clause.marked('not')) {
    const next = clause.after(word);
    const name = clause.nameOf(next);
    if (!next || !name) continue;
    const verb = name.kind === 'field' && name.field.role === 'time' ? next.links.find((l) => l.name.kind === 'entity') : undefined;
    if (verb) readMissingRows(clause, word, next, verb.name.entity);
    else if (name.kind === 'field' && name.field.role === 'measure' && !name.field.source.nullable) {
      clause.take(word, next);
      clause.takeAgain(next, name.field);
      clause.wish.conditions.push({ kind: 'compare', field: name.field, entity: name.entity, op: 'at-most', value: 0 });
    } else if (name.kind === 'field' && !isNamedBefore(clause, next, name)) {
      clause.take(word, next);
      clause.takeAgain(next, name.field);
      clause.wish.conditions.push({ kind: 'empty', field: name.field, entity: name.entity, negated: false });
    } else if (name.kind === 'entity') readMissingRows(clause, word, next, name.entity);
  }
}

/** "not with status open": the value behind the column is what is negated. */
function isNamedBefore(clause: Clause, word: Word, name: Extract<Name, { kind: 'field' }>): boolean {
  const next = clause.after(word);
  return next?.links.some((l) => l.name.kind === 'value' && l.name.field === name.field) ?? false;
}

function readMissingRows(clause: Clause, not: Word, word: Word, other: Entity): void {
  const owner = clause.words.slice(0, not.at).map((w) => clause.nameOf(w)).find((n) => n?.kind === 'entity' && n.entity !== other)?.entity ?? clause.context.find((e) => e !== other);
  if (!owner) return;
  const toOther = owner.table.foreignKeys.find((k) => k.references.table === other.table.name && k.columns.length === 1);
  const field = toOther && owner.fields.find((f) => f.column === toOther.columns[0]);
  if (field) {
    clause.take(not, word);
    clause.wish.conditions.push({ kind: 'empty', field, entity: owner, negated: false });
    return;
  }
  const between = pointingAt(clause, owner, other);
  if (!between) return;
  clause.take(not, word);
  clause.wish.conditions.push({ kind: 'has', entity: owner, other: between, negated: true });
}

/** The table whose rows point at the owner: the other itself, or what lies between ("products never ordered": order items). */
function pointingAt(clause: Clause, owner: Entity, other: Entity): Entity | undefined {
  if (pathBetween(clause.catalogue, other, owner)?.length === 1) return other;
  return clause.catalogue.entities.find((e) => pathBetween(clause.catalogue, e, owner)?.length === 1 && pathBetween(clause.catalogue, e, other)?.length === 1);
}

function readValues(clause: Clause): void {
  let negated = false;
  let last: Value | null = null;
  for (const word of clause.words) {
    const name = word.taken ? null : valueName(clause, word);
    if (!name) {
      // "not open, paid or shipped": the "not" goes on over the list.
      const next = isJoint(word) ? clause.after(word) : undefined;
      const goesOn = next && !next.taken && last !== null && valueName(clause, next)?.field === last.field;
      if (!goesOn && (!isJoint(word) || word.lower !== 'or')) negated = false;
      continue;
    }
    negated = takeNegation(clause, word) || negated;
    takeColumnOf(clause, word, name);
    clause.takeName(word, (n) => n.kind === 'value' && n.field === name.field);
    addValue(clause, name, negated);
    last = name;
  }
}

/** "region Europe", "from the web channel": the column beside its value says the same once more. */
function takeColumnOf(clause: Clause, word: Word, value: Value): void {
  for (const beside of [clause.before(word), clause.after(word)]) {
    if (!beside || beside.taken || beside.mark) continue;
    const same = beside.links.find((l) => l.name.kind === 'field' && l.name.field === value.field);
    const isGroup = beside.at > 0 && clause.words[beside.at - 1]?.mark?.is === 'by';
    if (same && !isGroup) clause.take(beside);
  }
}

/** A value, where a word means one: surer than any column, or nearer to what the clause is about. */
function valueName(clause: Clause, word: Word): Value | null {
  if (word.taken || (word.mark && word.mark.is !== 'bucket')) return null;
  const { links } = word;
  const best = clause.pick(links);
  if (best?.name.kind === 'value') return clause.isNear(best.name.entity) || isMeasuredBy(clause, best.name.entity) ? best.name : null;
  // A flag's own name ("paid") is also its value.
  if (best?.name.kind === 'field' && best.name.field.role === 'flag' && clause.before(word)?.mark?.is !== 'by') {
    const { field } = best.name;
    const value = links.find((l) => l.name.kind === 'value' && l.name.field === field);
    if (value?.name.kind === 'value') return value.name;
  }
  return null;
}

/** "revenue of rock per year": another table knows the revenue too, and from there the genres are in reach. */
function isMeasuredBy({ words, catalogue }: Clause, entity: Entity): boolean {
  const named = words.flatMap(({ mark, links: [link] }) => (!mark && link?.name.kind === 'measure' ? [link.name] : []));
  return named.some((name) => catalogue.measures.some((m) => m.measure.label === name.measure.measure.label && m.entity.binding === name.entity.binding && pathBetween(catalogue, m.entity, entity) !== null));
}

function addValue(clause: Clause, { field, entity, value, isPart }: Value, negated: boolean): void {
  const { conditions } = clause.wish;
  if (isPart) {
    conditions.push({ kind: 'text', field, entity, op: 'contains', text: String(value), negated });
    return;
  }
  const same = conditions.find((c) => c.kind === 'values' && c.field === field && c.negated === negated);
  if (same?.kind === 'values') {
    if (!same.values.includes(value)) same.values.push(value);
  } else conditions.push({ kind: 'values', field, entity, values: [value], negated });
}
