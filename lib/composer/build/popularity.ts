import type { Catalogue, Entity } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { type NamedMeasure, worthOf } from '../catalogue/measures';
import type { MeasureWish } from '../read/wish';

/** "top 10 products": by what they brought in, else by their own worth, else by what belongs to them. */
export function popularityOf(entity: Entity, catalogue: Catalogue): { wish: MeasureWish; assumption: string } {
  const named = catalogue.measures.find((m: NamedMeasure) => m.measure.label === 'revenue' && pathBetween(catalogue, m.entity, entity));
  if (named) return { wish: { aggregate: null, name: { kind: 'measure', entity: named.entity, measure: named }, where: [] }, assumption: `“Top” is by ${named.measure.label}.` };
  const worth = worthOf(entity) ?? entity.fields.find((f) => f.role === 'measure');
  if (worth) return { wish: { aggregate: null, name: { kind: 'field', entity, field: worth }, where: [] }, assumption: `“Top” is by ${worth.label}.` };
  const child = catalogue.entities.find((e) => e !== entity && pathBetween(catalogue, e, entity)) ?? entity;
  return { wish: { aggregate: 'count', name: { kind: 'entity', entity: child }, where: [] }, assumption: child === entity ? '' : `“Top” is by how many ${child.plural} they have.` };
}
