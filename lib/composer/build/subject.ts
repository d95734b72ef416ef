import { type Catalogue, type Entity, type Field, fieldOf, toPlanField } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { columnMeasure, dateMeasure, type NamedMeasure, rowsMeasure } from '../catalogue/measures';
import type { Name } from '../catalogue/names';
import type { Condition, Measure } from '../plan';
import type { ConditionWish, MeasureWish } from '../read/wish';
import { uncapitalise } from '../words/tokens';
import { conditionOf, describe } from './conditions';
import { reachesAll } from './reach';

/** A measure with the table whose rows it counts: from there every grouping can be joined without counting twice. */
export type Subject = { base: Entity; measure: Measure; assumption: string };

/** The subject of a wish for a number, or in words why there is none. */
export function subjectOf(wish: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  if (wish.when?.length && wish.aggregate !== 'share') return partSubject(wish, wish.when, targets, catalogue);
  if (wish.per) return ratioSubject(wish, wish.per, targets, catalogue);
  const { name } = wish;
  if (wish.aggregate === 'share' && wish.where.length && (name.kind === 'measure' || name.kind === 'field')) return shareOfAmount(wish, targets, catalogue);
  if (name.kind === 'measure') return namedSubject(name.measure, wish, targets, catalogue);
  if (name.kind === 'entity' && wish.aggregate === 'share') return shareSubject(wish, targets, catalogue);
  if (name.kind === 'entity') return rowsSubject(name.entity, targets, catalogue);
  if (name.kind === 'value') return `“${name.value}” is no number.`;
  if (name.field.role === 'time' && (wish.aggregate === 'min' || wish.aggregate === 'max')) return dateSubject(name, wish.aggregate, targets, catalogue);
  if (!reachesAll(name.entity, targets, catalogue)) return seenFrom(name, wish, targets, catalogue);
  const measure = fieldMeasure(name, wish);
  if (typeof measure === 'string') return measure;
  const isTotal = /(^| )(total|sum|amount|revenue|sales|quantity|count|number)( |$)/.test(name.field.label);
  const isChosen = wish.aggregate === null && name.field.role === 'measure' && !isTotal;
  const chosen = measure.aggregate === 'avg' ? `The ${name.field.label} is averaged, since no total was asked for.` : measure.aggregate === 'sum' ? `The ${name.field.label} is added up, since no average was asked for.` : '';
  return { base: name.entity, measure, assumption: isChosen ? chosen : '' };
}

/** "average revenue of the manufacturer by product": as each row of what points at it has it. What is added up would count it again and again. */
function seenFrom(name: { field: Field; entity: Entity }, wish: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const { field, entity } = name;
  const base = field.source.type === 'number' ? targets.find((t) => reachesAll(t, [...targets, entity], catalogue)) : undefined;
  const measure = base && fieldMeasure(name, wish);
  if (!base || !measure || typeof measure === 'string') return cannot(`${field.label} of ${entity.plural}`, targets);
  if (measure.aggregate === 'sum') return `I can’t add up the ${field.label} of ${entity.plural} by what ${base.plural} have: it would count again for each of the ${base.plural}. Its average can be had.`;
  if (measure.aggregate === 'rows' || measure.aggregate === 'distinct') return cannot(`${field.label} of ${entity.plural}`, targets);
  const assumption = measure.aggregate === 'avg' || measure.aggregate === 'median' ? `The ${field.label} is that of the ${base.plural}: each of the ${entity.plural} counts as often as it has ${base.plural}.` : '';
  return { base, measure, assumption };
}

/** The last date is the same however often a row is counted, so it may be seen from what belongs to it: the last order of each product. */
function dateSubject({ field, entity }: { field: Field; entity: Entity }, aggregate: 'min' | 'max', targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const rows = rowsSubject(entity, targets, catalogue);
  if (typeof rows === 'string') return rows;
  // Of orders that have tickets the last is not the last of all.
  if (rows.base !== entity && (rows.base.time !== null || pathBetween(catalogue, rows.base, entity)?.some((join) => join.optional))) return cannot(`${field.label} of ${entity.plural}`, targets);
  return { base: rows.base, measure: dateMeasure(field, entity, aggregate), assumption: '' };
}

/** "open tickets" beside all of them: what only some of the rows come to. */
function partSubject(wish: MeasureWish, when: readonly ConditionWish[], targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const tables = when.flatMap((c) => ('entity' in c && c.entity ? [c.entity] : []));
  const whole = subjectOf({ ...wish, when: undefined }, [...targets, ...tables], catalogue);
  if (typeof whole === 'string') return whole;
  const where = when.map((c) => conditionOf(c, whole.base, catalogue, null));
  const refused = where.find((c) => typeof c === 'string');
  if (refused !== undefined) return refused;
  const conditions = where.filter((c) => typeof c !== 'string');
  const counts = whole.measure.aggregate === 'rows' || whole.measure.aggregate === 'distinct';
  const label = counts ? uncapitalise(describe(whole.measure.label, conditions, catalogue, whole.base)) : `${whole.measure.label} of ${uncapitalise(describe(whole.base.plural, conditions, catalogue, whole.base))}`;
  return { ...whole, measure: { ...whole.measure, label, where: [...whole.measure.where, ...conditions] } };
}

function fieldMeasure({ field, entity }: { field: Field; entity: Entity }, { aggregate, asIs }: MeasureWish): Measure | string {
  if (asIs && field.source.type === 'number') return { ...columnMeasure(field), plain: true };
  // "number of units": what is added up is counted by adding it up.
  if (aggregate === 'count' && field.role === 'measure' && field.aggregate === 'sum') return columnMeasure(field, 'sum');
  if (aggregate === 'distinct' || (field.role !== 'measure' && field.source.type !== 'number') || (field.role === 'id' && !aggregate) || aggregate === 'count') {
    const label = `${field.role === 'id' ? `${field.label}s` : `different ${field.label}`} of ${entity.plural}`;
    return { label, aggregate: 'distinct', of: { op: 'column', table: field.table, column: field.column }, where: [], format: 'number' };
  }
  if (aggregate === 'median' && (entity.dialect === 'SQLite' || entity.dialect === 'MySQL')) return `${entity.dialect} has no median, so the median ${field.label} is left out.`;
  return aggregate === null || aggregate === 'share' ? columnMeasure(field) : columnMeasure(field, aggregate);
}

/** Of all tables that know a measure of this name, the first from which every target can be reached. */
function namedSubject(wanted: NamedMeasure, { aggregate }: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const known = catalogue.measures.filter((m) => m.measure.label === wanted.measure.label && m.entity.binding === wanted.entity.binding);
  const alike = known.includes(wanted) ? known : [...known, wanted];
  const plainFirst = [...alike].sort((a, b) => Number(a.measure.of?.op !== 'column') - Number(b.measure.of?.op !== 'column'));
  const found = plainFirst.find((m) => reachesAll(m.entity, targets, catalogue));
  if (!found) return cannot(wanted.measure.label, targets);
  const { measure, entity, assumption } = found;
  if (aggregate === null || aggregate === 'sum' || aggregate === 'count' || aggregate === 'share' || aggregate === 'distinct' || measure.per) return { base: entity, measure, assumption };
  const prefix = { avg: 'average', min: 'lowest', max: 'highest', median: 'median' }[aggregate];
  const label = measure.aggregate === 'avg' && aggregate === 'avg' ? measure.label : `${prefix} ${measure.label}`;
  return { base: entity, measure: { ...measure, aggregate, label }, assumption };
}

function shareSubject(wish: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const { entity } = wish.name;
  if (!reachesAll(entity, targets, catalogue)) return shareFromBetween(wish, entity, targets, catalogue);
  if (wish.when?.length) return shareOfRows(wish.when, entity, catalogue);
  const where = wish.where.slice(0, 1).map((v) => ({ op: 'is' as const, field: toPlanField(v.field), values: wish.where.map((each) => each.value) }));
  if (where.length === 0) return `I don’t know which share of ${entity.plural} is meant.`;
  const values = wish.where.map((v) => (v.field.role === 'flag' ? v.field.label : String(v.value))).join(' or ');
  return { base: entity, measure: { label: `share of ${values} ${entity.plural}`, aggregate: 'share', of: null, where, format: 'percent' }, assumption: '' };
}

/** "return rate by product category": orders have no category, what lies between has both. Each order counts once in each group. */
function shareFromBetween(wish: MeasureWish, entity: Entity, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const rows = rowsSubject(entity, targets, catalogue);
  const part = shareSubject(wish, [], catalogue);
  if (typeof rows === 'string' || typeof part === 'string') return cannot(`share of ${entity.plural}`, targets);
  const { aggregate, of } = rows.measure;
  if (aggregate === 'share') return cannot(`share of ${entity.plural}`, targets);
  return { base: rows.base, measure: { ...part.measure, aggregate, of, per: { aggregate, of } }, assumption: `An ${entity.singular} with ${rows.base.plural} of several groups counts in each of them.`.replace(/^An (?![aeiou])/, 'A ') };
}

/** The part of the rows that meet conditions of any kind. */
function shareOfRows(when: readonly ConditionWish[], entity: Entity, catalogue: Catalogue): Subject | string {
  const where: Condition[] = [];
  for (const each of when) {
    const found = conditionOf(each, entity, catalogue, null);
    if (typeof found === 'string') return found;
    if (found.op === 'has' || found.op === 'has-no') return `I can’t reckon a share of ${entity.plural} by what points at them.`;
    where.push(found);
  }
  return { base: entity, measure: { label: `share of ${uncapitalise(describe(entity.plural, where, catalogue, entity))}`, aggregate: 'share', of: null, where, format: 'percent' }, assumption: '' };
}

/** What part of an amount comes from rows of some values: revenue from enterprise customers. */
function shareOfAmount(wish: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const whole = subjectOf({ aggregate: null, name: wish.name, where: [] }, [...targets, ...wish.where.map((v) => v.entity)], catalogue);
  const [first] = wish.where;
  if (typeof whole === 'string' || !first) return typeof whole === 'string' ? whole : 'I don’t know which share is meant.';
  const { measure } = whole;
  const values = wish.where.map((v) => String(v.value)).join(' or ');
  const where = [{ op: 'is' as const, field: toPlanField(first.field), values: wish.where.map((v) => v.value) }];
  const { unit: _, ...plain } = measure;
  return { ...whole, measure: { ...plain, label: `${values} share of ${measure.label}`, where, per: { aggregate: measure.aggregate === 'share' ? 'rows' : measure.aggregate, of: measure.of }, format: 'percent' } };
}

/** Rows of the table; where a grouping lies beyond it, different rows of it seen from the table in between. */
export function rowsSubject(entity: Entity, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  if (reachesAll(entity, targets, catalogue)) return { base: entity, measure: rowsMeasure(entity), assumption: '' };
  const between = catalogue.entities
    .filter((e) => e !== entity && e.binding === entity.binding && reachesAll(e, [entity, ...targets], catalogue))
    .sort((a, b) => distance(a) - distance(b))[0];
  const key = between && keyTo(between, entity, catalogue);
  if (!between || !key) return cannot(entity.plural, targets);
  return { base: between, measure: { label: entity.plural, aggregate: 'distinct', of: { op: 'column', ...key }, where: [], format: 'number' }, assumption: '' };

  function distance(from: Entity): number {
    return [entity, ...targets].reduce((sum, to) => sum + (pathBetween(catalogue, from, to)?.length ?? 99), 0);
  }
}

function keyTo(from: Entity, to: Entity, catalogue: Catalogue): { table: string; column: string } | null {
  const last = pathBetween(catalogue, from, to)?.at(-1);
  const [column] = last?.fromColumns ?? [];
  return last && column !== undefined && last.fromColumns.length === 1 && fieldOf(from, column) !== undefined ? { table: last.from, column } : null;
}

/** One number divided by another of the same rows: orders per customer, profit of revenue. */
function ratioSubject(wish: MeasureWish, per: Name, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const over = subjectOf({ ...wish, per: undefined }, [...targets, ...(per.kind === 'entity' ? [per.entity] : [])], catalogue);
  if (typeof over === 'string') return over;
  const under = divisorOf(per, wish.aggregate === 'sum' ? 'sum' : null, over.base, catalogue);
  if (typeof under === 'string') return under;
  const label = wish.percent ? `${over.measure.label} as a share of ${under.label}` : under.isShare ? `${over.measure.label} per ${under.label}` : `average ${over.measure.label} per ${under.label}`;
  const measure: Measure = { ...over.measure, label, per: { aggregate: under.aggregate, of: under.of }, format: wish.percent || (under.isShare && over.measure.format === 'money' && under.format === 'money') ? 'percent' : over.measure.format };
  return { base: over.base, measure, assumption: under.assumption || over.assumption };
}

type Divisor = { label: string; aggregate: NonNullable<Measure['per']>['aggregate']; of: Measure['of']; isShare: boolean; format?: Measure['format']; assumption: string };

function divisorOf(per: Name, aggregate: 'sum' | null, base: Entity, catalogue: Catalogue): Divisor | string {
  if (per.kind === 'entity') {
    const { entity } = per;
    if (entity === base) return { label: entity.singular, aggregate: 'rows', of: null, isShare: false, assumption: '' };
    const key = keyTo(base, entity, catalogue);
    if (!key) return `I can’t divide by ${entity.plural}: nothing links them.`;
    return { label: entity.singular, aggregate: 'distinct', of: { op: 'column', ...key }, isShare: false, assumption: `Only ${entity.plural} that have ${base.plural} are counted.` };
  }
  const subject = subjectOf({ aggregate: per.kind === 'field' ? aggregate : null, name: per, where: [] }, [], { ...catalogue, measures: catalogue.measures.filter((m) => m.entity === base) });
  if (typeof subject === 'string' || subject.base !== base || subject.measure.aggregate === 'share') return 'I can’t divide the one by the other: they are of different tables.';
  return { label: subject.measure.label, aggregate: subject.measure.aggregate, of: subject.measure.of, isShare: true, format: subject.measure.format, assumption: subject.assumption };
}

function cannot(what: string, targets: readonly Entity[]): string {
  return `I can’t group ${what} by ${targets.map((t) => t.plural).join(' and ')}: nothing links them.`;
}
