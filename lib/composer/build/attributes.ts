import { type Catalogue, type Entity, type Field, toPlanField } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Measure } from '../plan';
import type { DimensionWish, MeasureWish, Wish } from '../read/wish';

/** A table of groups that have something of their own: the products by revenue, each with its category and its price. */
export type WithAttributes = { group: DimensionWish; measures: MeasureWish[]; attributes: Measure[] };

/** Null where it's no table of a thing's rows, or none of what was named is the thing's own. */
export function withAttributes(wish: Wish, [group, ...others]: readonly DimensionWish[], catalogue: Catalogue): WithAttributes | null {
  const isTable = wish.charts.every((view) => view === 'table') && (wish.top !== null || wish.table || wish.charts.length > 0);
  if (!isTable || group?.kind !== 'entity' || !group.entity.title || !group.entity.key || wish.bucket !== null || wish.versus || wish.style !== null || wish.stat) return null;
  const { entity } = group;
  const own = wish.measures.filter((m) => isOwn(m, entity));
  const measures = wish.measures.filter((m) => !own.includes(m));
  // Its own numbers alone are columns of its rows.
  if (measures.length === 0 && own.length > 0) return null;
  const named = others.map((d) => (d.kind === 'entity' ? d.entity.title : d.bin === undefined && d.field.role !== 'time' ? d.field : null));
  const fields = [...named, ...own.flatMap(({ name }) => (name.kind === 'field' ? [name.field] : []))].filter((f) => f !== entity.title);
  if (fields.length === 0 || !fields.every((f): f is Field => f !== null && belongsTo(f, entity, catalogue))) return null;
  return { group, measures, attributes: fields.map(attributeOf) };
}

/** A ranking by a number that each has itself, with more than that told of each. */
export function isOfItsOwn(wish: Wish, [group, ...others]: readonly DimensionWish[]): boolean {
  const isTable = wish.charts.every((view) => view === 'table') && wish.top !== null && wish.bucket === null && !wish.stat && !wish.versus;
  if (!isTable || group?.kind !== 'entity' || wish.measures.length === 0 || wish.measures.length + others.length < 2) return false;
  return wish.measures.every((m) => isOwn(m, group.entity)) && others.every((d) => d.kind === 'entity' || d.bin === undefined);
}

/** A number that the thing has itself, which nobody asked to be put together. */
function isOwn({ name, aggregate, per, where }: MeasureWish, entity: Entity): boolean {
  return aggregate === null && !per && where.length === 0 && name.kind === 'field' && name.entity === entity;
}

/** Whether each of a thing has one of what a column is of, and it can be shown as such. */
export function belongsTo(field: Field, entity: Entity, catalogue: Catalogue): boolean {
  const owner = catalogue.entities.find((e) => e.binding === field.binding && e.table.name === field.table);
  // Of what has two columns for its name only the one could be shown.
  return owner !== undefined && pathBetween(catalogue, entity, owner) !== null && toPlanField(field).and === undefined && field.source.type !== 'boolean';
}

/** All rows of a group have the same, so the largest of them is it. */
export function attributeOf(field: Field): Measure {
  const { label, format, unit } = toPlanField(field);
  return { label, aggregate: 'max', of: { op: 'column', table: field.table, column: field.column }, where: [], format, ...(unit && { unit }), plain: true };
}
