import { type Catalogue, type Entity, entityOf, type Field, toPlanField } from '../catalogue/entity';
import { worthOf } from '../catalogue/measures';
import type { Condition, Dimension, PlanField, RowTable } from '../plan';
import type { DimensionWish, PerGroupWish, Wish } from '../read/wish';
import { capitalise } from '../words/tokens';
import type { Grouping } from './chart-block';
import type { Unjoined } from './reach';
import type { Subject } from './subject';
import { MAX_TABLE_ROWS, tableBlock } from './table-block';
import { firstRowsTitle } from './titles';

type Order = { field: Field; descending: boolean };

/**
 * What rows are in order of, where the first of each group are rows: by when they were, or by a number that each has itself. Null
 * where it's what several rows come to; in words where nothing says which is first.
 */
export function orderOfRows({ thing, descending }: PerGroupWish, wish: Wish, subjects: readonly Subject[]): Order | string | null {
  const entity = rowsOf(thing);
  if (wish.latest) {
    const time = wish.time?.table === entity?.table.name ? wish.time : entity?.time;
    return time ? { field: time, descending } : `${capitalise(thing.entity.plural)} have no date that says which are the latest.`;
  }
  const sort = wish.sort?.name;
  if (entity && sort?.kind === 'field' && sort.entity === entity) return { field: sort.field, descending };
  const [first] = subjects;
  const of = first?.measure.of;
  const isOwn = entity !== null && first?.base === entity && of?.op === 'column' && of.table === entity.table.name && !first.measure.per && wish.measures.every((m) => m.aggregate === null);
  const field = isOwn && of?.op === 'column' ? entity.fields.find((f) => f.column === of.column) : undefined;
  if (field) return { field, descending };
  // Of what has no name there are only rows.
  const worth = entity && !entity.title ? (worthOf(entity) ?? entity.fields.find((f) => f.role === 'measure')) : undefined;
  return worth ? { field: worth, descending } : null;
}

/** The table whose rows the things are: countries of a table with a row for each country. */
export function rowsOf(thing: DimensionWish): Entity | null {
  if (thing.kind === 'entity') return thing.entity;
  const { field, entity } = thing;
  return field === entity.title && field.source.distinct === entity.table.rows ? entity : null;
}

type FirstRows = { by: Grouping; order: Order; count: number; columns: readonly Field[]; detail: boolean };

/** As many rows as there may be, where they are more than a person scrolls through: each group has its own. */
const MAX_FIRST_ROWS = 5000;

/** The first rows of each group: its name in front, and which number or date they are first by. */
export function firstRowsBlock(base: Entity, where: readonly Condition[], catalogue: Catalogue, { by, order, count, columns: asked, detail }: FirstRows): Unjoined<RowTable> {
  return firstOfEach(tableBlock(base, where, catalogue, { columns: asked, sort: order, detail }), base, catalogue, { by, order, count });
}

/** Of rows that are listed, the first of each group. */
export function firstOfEach<T extends Unjoined<RowTable>>(table: T, base: Entity, catalogue: Catalogue, { by, order, count }: Pick<FirstRows, 'by' | 'order' | 'count'>): T {
  const { dimension, name, distinct } = by;
  const group: PlanField = { ...dimension.field, label: /^(name|title)$/.test(dimension.field.label) ? name.singular : dimension.field.label };
  const sort = { field: toPlanField(order.field), descending: order.descending };
  const columns = withColumn(withColumn(table.columns, group, 0), sort.field, table.columns.length);
  const perGroup = { by: dimension, count, ties: tiesOf(base, table.columns) };
  return { ...table, title: firstRowsTitle({ where: table.where, sort, perGroup }, base, catalogue), columns, sort, ...limitFor(distinct, count, base), perGroup };
}

/** How many rows there may be at most, and whether there are more. */
export function limitFor(groups: number | null, count: number, { table }: Entity): Pick<RowTable, 'limit' | 'capped'> {
  const rows = groups === null ? table.rows : Math.min(groups * count, table.rows);
  const limit = rows > MAX_TABLE_ROWS ? MAX_FIRST_ROWS : MAX_TABLE_ROWS;
  return { limit, capped: rows > limit };
}

/** About how many groups there are; null where nobody knows. */
export function groupCount({ groups, bucket, field }: Dimension, base: Entity, catalogue: Catalogue): number | null {
  return groups ?? (bucket === null ? (entityOf(catalogue, base.binding, field.table)?.table.rows ?? null) : null);
}

/** A column that is there already only changes its place where it's to be the first. */
function withColumn(columns: readonly PlanField[], column: PlanField, at: number): PlanField[] {
  const there = columns.find((c) => c.table === column.table && c.column === column.column);
  if (there && at > 0) return [...columns];
  const others = columns.filter((c) => c !== there);
  return [...others.slice(0, at), there ?? column, ...others.slice(at)];
}

/** What tells apart rows that are equally first: their names, then their keys; where they have no key, all that is shown of them. */
export function tiesOf({ title, key, table }: Entity, columns: readonly PlanField[]): { table: string; column: string }[] {
  const own = key ? [...(title && title !== key ? [title] : []), key] : columns.filter((c) => c.table === table.name);
  return own.map(({ table: of, column }) => ({ table: of, column }));
}
