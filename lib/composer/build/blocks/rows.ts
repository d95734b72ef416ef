import { type Entity, type Field, isDaily } from '../../catalogue/entity';
import { worthOf } from '../../catalogue/measures';
import { type DimensionWish, NO_ITEM, type Wish } from '../../read/wish';
import { capitalise, uncapitalise } from '../../words/tokens';
import type { Subject } from '../subject';
import { tableBlock } from '../table-block';
import type { Building, Made } from './building';
import { subjectEntity } from './subjects';

/** A table of rows, in the order and as many as were asked for. */
export function rowsFrom(building: Building, from: Entity): Made {
  const { wish } = building;
  const named = wish.loose.map((l) => l.field).filter((f) => f !== wish.time);
  const beside = wish.entities.filter((e) => e !== from).flatMap((e) => e.title ?? []);
  // Whose they are stands in any list of them.
  const columns = named.length === 0 && beside.every((f) => from.table.foreignKeys.some((k) => k.references.table === f.table)) && wish.measures.length === 0 ? [] : [...inSaidOrder(wish, named, beside), ...wish.measures.flatMap((m) => (m.name.kind === 'field' ? [m.name.field] : []))];
  const time = from.time;
  const sorted = sortField(building, from);
  const latest = wish.latest ?? (wish.isNew && wish.periods.length === 0 ? { descending: true, count: null } : null);
  const asDated = latest && time && !wish.top ? { field: time, descending: latest.descending } : null;
  const sort = sorted ?? asDated ?? boundSort(building, from) ?? (wish.top ? worthSort(building, from) : null);
  const limit = wish.top?.count ?? latest?.count ?? wish.rows ?? (wish.top ? 10 : null);
  const where = building.where(from);
  const block = tableBlock(from, where, building.catalogue, { columns: shownOnce(columns, wish).filter((f) => building.reaches(from, f)), sort, limit, detail: wish.detail });
  const isRanked = wish.top !== null || (wish.rows !== null && sort?.field.role === 'measure');
  if (isRanked && sort && limit !== null) return { blocks: [{ ...block, title: rankedTitle(from, limit, sort, block.title) }], base: from };
  const lead = limit === null ? '' : latest ? `${latest.descending ? 'Latest' : 'Oldest'} ${limit === 1 ? '' : `${limit} `}` : '';
  const rows = limit === 1 && where.length === 0 ? from.singular : uncapitalise(block.title);
  return { blocks: [lead ? { ...block, title: `${lead}${rows}` } : block], base: from };
}

/** "customer, country and date": whose each is stands where it was said, and not behind the columns. */
function inSaidOrder({ items, loose }: Wish, named: readonly Field[], beside: readonly Field[]): Field[] {
  const ofOwner = (title: Field) => items.findLast((i) => i.links[0]?.name.kind === 'entity' && i.links[0].name.entity.title === title)?.start ?? Infinity;
  const placeOf = (field: Field) => (beside.includes(field) ? ofOwner(field) : (loose.find((l) => l.field === field)?.item.start ?? 0));
  return beside.length === 0 ? [...named] : [...named, ...beside].toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** The columns that were named, with what is searched in; a name that is in two columns is one of them where the other is named by itself. */
function shownOnce(columns: readonly Field[], { filters, entities }: Wish): Field[] {
  if (columns.length === 0) return [];
  const searched = filters.flatMap((f) => (f.kind === 'search' ? (f.fields ?? []) : []));
  const all = [...columns, ...searched.filter((f) => !columns.some((c) => c.table === f.table && c.column === f.column))];
  return all.map((field) => {
    const isTwice = field.and !== undefined && all.some((c) => c.table === field.table && c.column === field.and);
    return (isTwice ? entities.flatMap((e) => e.fields).find((f) => f.table === field.table && f.column === field.column) : undefined) ?? field;
  });
}

/** Rows, where no number was named or could be found. */
export function withoutMeasure(building: Building, dimensions: readonly DimensionWish[]): Made {
  const base = subjectEntity(building) ?? dimensions[0]?.entity ?? null;
  if (!base || building.problems.length > building.wish.problems.length) return { blocks: [], base };
  return rowsFrom(building, base);
}

/** "top 10 products by price with stock and category": rows, since nothing is put together. */
export function ranking(building: Building, [group, ...others]: readonly DimensionWish[]): Made {
  const { wish } = building;
  const { entity } = group as DimensionWish;
  const fields = wish.measures.flatMap(({ name }) => (name.kind === 'field' ? [name.field] : []));
  const told = others.flatMap((d) => (d.kind === 'field' ? d.field : d.entity.title) ?? []);
  wish.sort = { name: { kind: 'field', entity, field: fields[0] as Field }, axis: null, descending: wish.top?.descending ?? true };
  wish.loose = [...(entity.title ? [entity.title] : []), ...told, ...fields].map((field) => ({ field, entity, item: NO_ITEM }));
  [wish.measures, wish.by, wish.charts] = [[], [], []];
  return rowsFrom(building, entity);
}

/** "top 10 orders" have no name to stand under a bar, and "the 5 cheapest products" have their number themselves: they are rows. */
export function rankedRows(building: Building, subjects: readonly Subject[], dimensions: readonly DimensionWish[]): Made | null {
  const [only] = dimensions;
  const { wish } = building;
  if (!wish.top || only?.kind !== 'entity' || dimensions.length > 1 || wish.charts.length) return null;
  const [first] = subjects;
  const of = first?.measure.of;
  if (!first || first.base !== only.entity || (only.entity.title && only.entity.key)) return null;
  const field = of?.op === 'column' ? first.base.fields.find((f) => f.column === of.column) : undefined;
  wish.sort = field ? { name: { kind: 'field', entity: first.base, field }, axis: null, descending: wish.top.descending } : null;
  wish.measures = [];
  return rowsFrom(building, first.base);
}

function sortField(building: Building, base: Entity): { field: Field; descending: boolean } | null {
  const { sort } = building.wish;
  if (!sort) return null;
  const name = sort.name;
  if (sort.bySize && !name && !sort.axis && !onlyNumber(building.wish) && !worthOf(base)) building.problems.push(`${capitalise(base.plural)} have no number that says which are the largest.`);
  const field = name?.kind === 'field' ? name.field : name?.kind === 'measure' ? worthOf(base) : name?.kind === 'entity' ? (name.entity.title ?? base.title) : sort.bySize ? (onlyNumber(building.wish) ?? worthOf(base) ?? base.time) : (base.time ?? worthOf(base));
  return field && building.reaches(base, field) ? { field, descending: sort.descending ?? (field.role === 'measure' || field.role === 'time') } : null;
}

/** "stock under 20": what was compared is what matters, so the extreme stands on top. */
function boundSort(building: Building, base: Entity): { field: Field; descending: boolean } | null {
  const bound = building.wish.top ? undefined : building.wish.conditions.find((c) => c.kind === 'compare' && c.op !== 'equal');
  return bound?.kind === 'compare' && bound.field && building.reaches(base, bound.field) ? { field: bound.field, descending: bound.op === 'over' || bound.op === 'at-least' } : null;
}

function worthSort(building: Building, base: Entity): { field: Field; descending: boolean } | null {
  const worth = worthOf(base) ?? base.fields.find((f) => f.role === 'measure');
  return worth ? { field: worth, descending: building.wish.top?.descending ?? true } : null;
}

/** "10 products with the lowest price" */
function rankedTitle(base: Entity, limit: number, { field, descending }: { field: Field; descending: boolean }, title: string): string {
  const rows = limit === 1 ? capitalise(base.singular) : `${limit} ${isDaily(base) && title === capitalise(base.plural) ? 'days' : uncapitalise(title)}`;
  return `${rows} with the ${descending ? 'highest' : 'lowest'} ${field.label}`;
}

/** "with population, biggest at the top": the one number that is named beside the rows. */
function onlyNumber({ loose, measures }: Wish): Field | null {
  const fields = [...loose.map((l) => l.field), ...measures.flatMap((m) => (m.name.kind === 'field' ? [m.name.field] : []))].filter((f) => f.role === 'measure');
  return fields.length === 1 ? (fields[0] ?? null) : null;
}
