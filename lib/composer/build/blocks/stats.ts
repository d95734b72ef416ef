import type { Measure } from '../../plan';
import type { Item } from '../../read/link';
import type { DimensionWish, Wish } from '../../read/wish';
import type { Unjoined } from '../reach';
import { statBlock } from '../stat-block';
import { type Subject, subjectOf } from '../subject';
import type { Building, Made } from './building';

/** A figure for each number. */
export function statsOf(building: Building, subjects: readonly Subject[]): Unjoined[] {
  if (subjects.length > 1 && narrowsLast(building.wish)) building.assumptions.push('What was said of the last figure’s rows holds for all of them.');
  return subjects.map(({ base, measure }) => statBlock(base, measure, building.where(base), building.catalogue));
}

/** "revenue and number of returned orders": whether what narrows all is said behind the last of them. */
function narrowsLast({ items, measures, conditions }: Wish): boolean {
  const isNumber = (i: Item) => i.mark?.is === 'aggregate' || (!i.mark && measures.some((m) => i.links[0] !== undefined && m.name.kind === i.links[0].name.kind && i.links[0].name.kind !== 'entity'));
  const last = items.findLastIndex(isNumber);
  const first = items.findIndex((i) => i.links[0]?.name.kind === 'value' || i.mark?.is === 'compare' || i.mark?.is === 'not');
  return conditions.length > 0 && items.filter(isNumber).length > 1 && first > last;
}

/** "revenue per order": orders have no name to stand under a bar, so it is what one comes to on average. */
export function perRow(building: Building, subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Made | null {
  const [first] = subjects;
  const [only] = dimensions;
  const far = perFar(building, subjects, dimensions);
  if (far) return far;
  if (!first || only?.kind !== 'entity' || only.entity !== first.base || only.entity.title || dimensions.length > 1 || building.wish.top || building.wish.charts.length > 0 || building.wish.bucket) return null;
  if (first.measure.aggregate !== 'sum') return null;
  const measure: Measure = { ...first.measure, label: `average ${first.measure.label} per ${only.entity.singular}`, per: { aggregate: 'rows', of: null } };
  return { blocks: [statBlock(first.base, measure, building.where(first.base), building.catalogue)], base: first.base };
}

/** "profit per order", reckoned of an order's items. */
function perFar(building: Building, subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Made | null {
  const { wish } = building;
  const [[subject], [only], [asked]] = [subjects, dimensions, wish.measures];
  const isAlone = subjects.length === 1 && dimensions.length === 1 && wish.charts.length === 0 && wish.bucket === null && !wish.top && !wish.having;
  if (!isAlone || !subject || !asked || asked.per || only?.kind !== 'entity' || only.entity === subject.base || only.entity.title || !['sum', 'rows'].includes(subject.measure.aggregate) || subject.measure.per) return null;
  const found = subjectOf({ ...asked, per: { kind: 'entity', entity: only.entity } }, [], building.catalogue);
  if (typeof found === 'string') return null;
  building.assumptions.push(found.assumption);
  return { blocks: [statBlock(found.base, found.measure, building.where(found.base), building.catalogue)], base: found.base };
}
