import { pathBetween } from '../catalogue/keys';
import type { Catalogue, Entity } from '../catalogue/entity';
import type { DimensionWish, MeasureWish, Wish } from '../read/wish';
import { listed } from './conditions';
import { mainEntity } from './overview';
import { popularityOf } from './popularity';

/** What is said of what was taken for granted, or could not be. */
type Remarks = { problems: string[]; assumptions: string[] };

/** "average satisfaction of tickets": whose number it is, and no number of them. */
function saysWhose({ items }: Wish, entity: Entity): boolean {
  const said = items.flatMap((i, at) => (!i.mark && i.links[0]?.name.kind === 'entity' && i.links[0].name.entity === entity ? [at] : []));
  const isOf = (at: number) => {
    const before = items.findLastIndex((i, i2) => i2 < at && i.mark?.is !== 'filler' && i.mark?.is !== 'all');
    const number = items[before]?.links.find((l) => l.name.kind === 'field' && l.name.field.role === 'measure');
    return number?.name.entity === entity && (items[before]?.lower.endsWith(' of') || items.slice(before + 1, at).some((i) => /^(of|for|from)$/.test(i.lower)));
  };
  return said.length > 0 && said.every(isOf);
}

/** The numbers that were asked for, and where none was, the number that goes without saying. */
export function measureWishes(wish: Wish, dimensions: readonly DimensionWish[], catalogue: Catalogue, remarks: Remarks): MeasureWish[] {
  const named = wish.measures.map((m) => (m.name.kind === 'entity' && m.aggregate !== 'share' && !m.per ? m.name.entity : null));
  const counted = wish.entities.filter((entity) => !named.includes(entity)).map((entity): MeasureWish => ({ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }));
  // "orders by country with the last order date": how many, and when the last was.
  const isOnlyDated = dimensions.length > 0 && wish.measures.every((m) => m.name.kind === 'field' && m.name.field.role === 'time' && counted.some((c) => c.name.entity === m.name.entity));
  if (wish.measures.length && isOnlyDated) return [...counted, ...wish.measures];
  if (wish.measures.length) return wish.stat || wish.countEntities ? [...wish.measures, ...counted.filter((c) => !saysWhose(wish, c.name.entity))] : wish.measures;
  const grouped = dimensions.length > 0 || wish.bucket !== null || wish.charts.length > 0 || wish.versus;
  if (wish.table && wish.by.length === 0 && wish.bucket === null) return [];
  if (!wish.stat && !grouped) return [];
  if (counted.length) return counted.map((each) => worthOfRow(each, wish, remarks));
  const [only] = dimensions;
  if (wish.top && only?.kind === 'entity') return [popularity(only.entity, catalogue, remarks)];
  if (wish.unknown.length > 0 && wish.charts.length === 0) {
    remarks.problems.push(`I don’t know what ${listed(wish.unknown.map((word) => `“${word}”`), 'and')} is.`);
    return [];
  }
  if (wish.best && only) {
    const { wish: popular, assumption } = popularityOf(only.entity, catalogue);
    if (popular.name.kind === 'measure') {
      remarks.assumptions.push(assumption);
      return [popular];
    }
  }
  // Countries of customers by topics of tickets: tickets have both.
  const finest = dimensions.find((d) => dimensions.every((other) => other.entity === d.entity || pathBetween(catalogue, d.entity, other.entity) !== null));
  const about = (finest ?? only)?.entity ?? wish.conditions[0]?.entity ?? wish.loose.find((l) => l.field.role === 'time')?.entity ?? busyEntity(wish, catalogue, remarks);
  const [single, ...others] = about ? about.fields.filter((f) => f.role === 'measure') : [];
  const isHistogram = wish.by.some((d) => d.kind === 'field' && (d.bin !== undefined || d.bands !== undefined));
  // Of a table with one number for each year and source, that number is what it is about.
  if (about && single && others.length === 0 && !isHistogram && wish.charts[0] !== 'histogram' && about.key === null && single.aggregate === 'sum') {
    remarks.assumptions.push(`No number was named, so it is the ${single.label}.`);
    return [{ aggregate: null, name: { kind: 'field', field: single, entity: about }, where: [] }];
  }
  if (about && !isHistogram) remarks.assumptions.push(`No number was named, so the rows of ${about.plural} are counted.`);
  return about ? [{ aggregate: 'count', name: { kind: 'entity', entity: about }, where: [] }] : [];
}

/** "electricity of each year", of a table with one number for each source and year: that number, unless somebody counts. */
function worthOfRow(counted: MeasureWish, wish: Wish, remarks: Remarks): MeasureWish {
  const { entity } = counted.name;
  const [single, ...others] = entity.fields.filter((f) => f.role === 'measure');
  const counts = wish.items.some((i) => i.mark?.is === 'aggregate' || i.mark?.is === 'rows' || i.mark?.is === 'distribution') || wish.distribution;
  if (!single || others.length > 0 || entity.key !== null || single.aggregate !== 'sum' || counts || wish.items.length === 0) return counted;
  remarks.assumptions.push(`No number was named, so it is the ${single.label}.`);
  return { aggregate: null, name: { kind: 'field', field: single, entity }, where: [] };
}

function popularity(entity: Entity, catalogue: Catalogue, remarks: Remarks): MeasureWish {
  const { wish, assumption } = popularityOf(entity, catalogue);
  if (assumption) remarks.assumptions.push(assumption);
  return wish;
}

/** "which day of the week is busiest", "heatmap of weekday and hour": of whatever happens most. */
function busyEntity(wish: Wish, catalogue: Catalogue, remarks: Remarks): Entity | null {
  const main = wish.bucket !== null && (wish.top || wish.best || (wish.charts.includes('heatmap') && wish.secondBucket !== null)) ? mainEntity(catalogue) : null;
  if (main) remarks.assumptions.push(`No table was named, so it is ${main.plural}.`);
  return main;
}
