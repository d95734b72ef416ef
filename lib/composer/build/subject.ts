import { type Catalogue, columnMeasure, type Entity, fieldOf, type NamedMeasure, pathBetween, rowsMeasure, toPlanField } from '../catalogue/catalogue';
import type { Measure } from '../plan';
import { reachesAll } from './reach';
import type { MeasureWish } from '../read/wish';

/** A measure with the table whose rows it counts: from there every grouping can be joined without counting twice. */
export type Subject = { base: Entity; measure: Measure; assumption: string };

/** The subject of a wish for a number, or in words why there is none. */
export function subjectOf(wish: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const { name } = wish;
  if (name.kind === 'measure') return namedSubject(name.measure, wish, targets, catalogue);
  if (name.kind === 'entity' && wish.aggregate === 'share') return shareSubject(wish, targets, catalogue);
  if (name.kind === 'entity') return rowsSubject(name.entity, targets, catalogue);
  if (name.kind === 'value') return `“${name.value}” is no number.`;
  if (!reachesAll(name.entity, targets, catalogue)) return cannot(`${name.field.label} of ${name.entity.plural}`, targets);
  return { base: name.entity, measure: fieldMeasure(name, wish), assumption: '' };
}

function fieldMeasure({ field, entity }: { field: NamedFieldOf; entity: Entity }, { aggregate }: MeasureWish): Measure {
  if (field.role !== 'measure') {
    const label = `${field.role === 'id' ? `${field.label}s` : `different ${field.label}`} of ${entity.plural}`;
    return { label, aggregate: 'distinct', of: { op: 'column', table: field.table, column: field.column }, where: [], format: 'number' };
  }
  return aggregate === null || aggregate === 'count' || aggregate === 'share' ? columnMeasure(field) : columnMeasure(field, aggregate);
}
type NamedFieldOf = Entity['fields'][number];

/** Of all tables that know a measure of this name, the first from which every target can be reached. */
function namedSubject(wanted: NamedMeasure, { aggregate }: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const alike = catalogue.measures.filter((m) => m.measure.label === wanted.measure.label && m.entity.binding === wanted.entity.binding);
  const plainFirst = [...alike].sort((a, b) => Number(a.measure.of?.op !== 'column') - Number(b.measure.of?.op !== 'column'));
  const found = plainFirst.find((m) => reachesAll(m.entity, targets, catalogue));
  if (!found) return cannot(wanted.measure.label, targets);
  const { measure, entity, assumption } = found;
  if (aggregate !== 'avg' && aggregate !== 'min' && aggregate !== 'max') return { base: entity, measure, assumption };
  const prefix = { avg: 'average', min: 'lowest', max: 'highest' }[aggregate];
  const label = measure.aggregate === 'avg' ? measure.label : `${prefix} ${measure.label}`;
  return { base: entity, measure: { ...measure, aggregate, label }, assumption };
}

function shareSubject(wish: MeasureWish, targets: readonly Entity[], catalogue: Catalogue): Subject | string {
  const { entity } = wish.name;
  if (!reachesAll(entity, targets, catalogue)) return cannot(`share of ${entity.plural}`, targets);
  const where = wish.where.slice(0, 1).map((v) => ({ op: 'is' as const, field: toPlanField(v.field), values: wish.where.map((each) => each.value) }));
  const values = wish.where.map((v) => String(v.value)).join(' or ');
  return { base: entity, measure: { label: `share of ${values} ${entity.plural}`, aggregate: 'share', of: null, where, format: 'percent' }, assumption: '' };
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
  const path = pathBetween(catalogue, from, to);
  const last = path?.at(-1);
  const [column] = last?.fromColumns ?? [];
  return last && column !== undefined && last.fromColumns.length === 1 && fieldOf(from, column) !== undefined ? { table: last.from, column } : null;
}

function cannot(what: string, targets: readonly Entity[]): string {
  return `I can't group ${what} by ${targets.map((t) => t.plural).join(' and ')}: nothing links them.`;
}
