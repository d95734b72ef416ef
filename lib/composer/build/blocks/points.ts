import type { Catalogue, Entity, Field } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import type { Scatter } from '../../plan';
import type { DimensionWish, MeasureWish } from '../../read/wish';
import { withSize } from '../dot-size';
import type { Unjoined } from '../reach';
import { scatterBlock } from '../scatter-block';
import type { Subject } from '../subject';
import { calledBy } from '../titles';
import type { Building, Made } from './building';
import { chartOf } from './charts';
import { dimensionsOf } from './dimensions';
import { subjectEntity, subjectsOf } from './subjects';

/** Two numbers of one table against each other, a point for each row; null where the wish is for something else. */
export function pointsOf(building: Building): Made | null {
  const { wish } = building;
  const asked = wish.relation || wish.charts.includes('scatter');
  if (!asked) return null;
  const named = wish.measures.filter((m) => m.aggregate === null && !m.per).flatMap((m) => columnOf(m.name));
  const loose = wish.loose.filter((l) => l.field.source.type === 'number').map((l) => ({ field: l.field, entity: l.entity }));
  const numeric = wish.by.flatMap((d) => (d.kind === 'field' && d.field.source.type === 'number' && d.bin === undefined ? [d] : []));
  const numbers = [...numeric, ...named, ...loose];
  const [x, y] = numbers;
  if (wish.measures.some((m) => m.aggregate !== null || columnOf(m.name).length === 0) || !x || !y || x.entity !== y.entity) {
    if (wish.measures.length === 2 && wish.by.length > 0) return groupPoints(building);
    if (!wish.charts.includes('scatter')) return null;
    return wish.measures.length >= 2 ? groupPoints(building) : building.refused('A scatter chart needs two numbers of one table.', subjectEntity(building) as Entity);
  }
  const base = x.entity;
  // "a dot for every country": what names each row is the point itself.
  const isPoint = (d: DimensionWish) => d.kind === 'field' && d.field.column === base.title?.column && !wish.split;
  const colours = [...wish.by.filter((d) => !isPoint(d)), ...wish.loose].flatMap((d) => ('field' in d ? (d.field !== x.field && d.field !== y.field ? [d.field] : []) : d.entity !== base && d.entity.title ? [calledBy(d.entity, d.entity.title)] : []));
  const series = colours.find((f) => f.role !== 'measure' && building.reaches(base, f)) ?? null;
  wish.loose = wish.loose.filter((l) => l.field.role === 'time');
  const scatter = scatterBlock(base, building.where(base), building.catalogue, { x: x.field, y: y.field, series });
  return { blocks: [bubbles(building, scatter, numbers[2]?.field)], base };
}

/** "a bubble chart of income, health and population": the third number is how large they are. */
function bubbles(building: Building, scatter: Unjoined<Scatter>, third: Field | undefined): Unjoined<Scatter> {
  const isSaid = building.wish.items.some((i) => i.mark?.is === 'chart' && i.lower.includes('bubble'));
  const sized = third && isSaid ? withSize(scatter, third, building.catalogue) : scatter;
  if (typeof sized === 'string') building.problems.push(sized);
  return typeof sized === 'string' ? scatter : sized;
}

/** A point for each group: average price and stock by category. */
function groupPoints(building: Building): Made | null {
  const [thing, ...others] = building.wish.entities;
  // "a dot per product"
  if (thing && others.length === 0 && building.wish.by.length === 0) building.wish.by.push({ kind: 'entity', entity: thing });
  const dimensions = dimensionsOf(building);
  const [first, second] = seenFromOne(subjectsOf(building, dimensions), building.catalogue);
  if (!first || !second || first.base !== second.base || [first, second].some((s) => s.measure.format === 'date')) return building.refused('A scatter chart needs two numbers of one table.', first?.base ?? (subjectEntity(building) as Entity));
  return { blocks: chartOf(building, first.base, [first.measure, second.measure], dimensions, 'scatter'), base: first.base };
}

/** "price against quantity, a dot per product": what a product has itself is the same in each of its sales. */
function seenFromOne([first, second]: readonly Subject[], catalogue: Catalogue): (Subject | undefined)[] {
  if (!first || !second || first.base === second.base) return [first, second];
  const isOwn = ({ measure }: Subject, from: Entity, to: Entity) => ['avg', 'min', 'max', 'median'].includes(measure.aggregate) && !measure.per && pathBetween(catalogue, from, to) !== null;
  if (isOwn(first, second.base, first.base)) return [{ ...first, base: second.base }, second];
  return isOwn(second, first.base, second.base) ? [first, { ...second, base: first.base }] : [first, second];
}

/** A number of each row: a column, or a measure that is one. */
function columnOf(name: MeasureWish['name']): { field: Field; entity: Entity }[] {
  if (name.kind === 'field') return [name];
  const of = name.kind === 'measure' ? name.measure.measure.of : null;
  const field = of?.op === 'column' ? name.entity.fields.find((f) => f.column === of.column) : undefined;
  return field ? [{ field, entity: name.entity }] : [];
}
