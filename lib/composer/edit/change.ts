import { type Catalogue, type Entity, entityOf, pathBetween } from '../catalogue/catalogue';
import { groupingOf, timeGrouping } from '../build/chart-block';
import { conditionsOf } from '../build/conditions';
import type { Block, Chart, Condition, Bucket, Join } from '../plan';
import { retitled } from './retitle';
import type { ConditionWish, DimensionWish, Wish } from '../read/wish';

/** What a follow-up changes in one block. */
export type Change = {
  view: Chart['view'] | null;
  bucket: Bucket | null;
  top: { count: number | null; descending: boolean } | null;
  by: DimensionWish | null;
  sort: Wish['sort'];
};

/** Null where the wish is for something of its own. With `said`, a verb made clear that it is about what is there. */
export function changeOf(wish: Wish, said: boolean): Change | null {
  const subjects = wish.entities.length + wish.measures.length;
  // "change the pie to bars": the last kind is the new one.
  const view = wish.charts.at(-1) ?? (wish.table ? 'table' : null);
  const bucket = wish.bucket === 'auto' ? null : wish.bucket;
  const by = wish.by[0] ?? null;
  const change: Change = { view, bucket, top: wish.top, by, sort: wish.sort };
  const asks = view !== null || bucket !== null || wish.top !== null || wish.sort !== null || by !== null;
  if (!asks || wish.filters.length || wish.overview || wish.stat) return null;
  return said || subjects === 0 ? change : null;
}

function isChangeable(block: Block, change: Change): boolean {
  if (block.type !== 'chart' && block.type !== 'table') return false;
  if (block.type === 'table') return (change.sort !== null || change.top !== null) && change.view === null && change.bucket === null && change.by === null;
  return change.top === null || block.by.bucket === null;
}

/** The blocks that a change can be about, the likeliest first: a table for a sort, a chart over time for a bucket. */
export function changeable(blocks: readonly Block[], change: Change): Block[] {
  const rank = (block: Block) => {
    if (change.sort !== null) return block.type === 'table' ? 0 : 1;
    if (change.bucket !== null) return block.type === 'chart' && block.by.bucket !== null ? 0 : 1;
    return block.type === 'chart' ? 0 : 1;
  };
  const fitting = blocks.filter((b) => isChangeable(b, change));
  const best = Math.min(...fitting.map(rank));
  return fitting.filter((b) => rank(b) === best);
}

export function changeBlock(block: Block, change: Change, catalogue: Catalogue): Block {
  if (block.type === 'table') return retitled(block, changedTable(block, change, catalogue), catalogue);
  if (block.type !== 'chart') return block;
  return retitled(block, changedChart(block, change, catalogue), catalogue);
}

function changedTable(block: Extract<Block, { type: 'table' }>, { sort, top }: Change, catalogue: Catalogue): Block {
  const base = entityOf(catalogue, block.binding, block.table);
  const named = sort?.name?.kind === 'field' ? sort.name.field : null;
  const field = named ?? (sort ? base?.time : null) ?? null;
  return {
    ...block,
    ...(field && { sort: { field: { table: field.table, column: field.column, label: field.label, format: field.format }, descending: sort?.descending ?? field.role !== 'text' } }),
    ...(top?.count && { limit: top.count, capped: false }),
  };
}

function changedChart(block: Chart, { view, bucket, top, by, sort }: Change, catalogue: Catalogue): Chart {
  const base = entityOf(catalogue, block.binding, block.table);
  let next: Chart = { ...block };
  if (by && base) {
    const grouping = groupingOf(by, base, catalogue);
    if (typeof grouping !== 'string') next = { ...next, by: grouping.dimension, series: null, sort: 'value-desc', versus: null, view: next.view === 'line' || next.view === 'area' ? 'bar' : next.view };
  }
  if (bucket) {
    const time = base && timeGrouping(bucket, base, catalogue);
    if (time && typeof time !== 'string') next = { ...next, by: time.dimension };
  }
  if (top) next = { ...next, limit: top.count ?? 10, other: false, sort: top.descending ? 'value-desc' : 'value-asc' };
  if (sort) next = { ...next, sort: sort.name?.kind === 'field' && sort.name.field.column === next.by.field.column ? 'label' : sort.descending === false ? 'value-asc' : 'value-desc' };
  return view ? { ...next, view, series: view === 'pie' ? null : next.series, measures: view === 'pie' ? next.measures.slice(0, 1) : next.measures } : next;
}

/** The block with the wish's conditions, each in place of one on the same column. */
export function narrowBlock(block: Block, wish: Wish, catalogue: Catalogue, now: Date): Block {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return block;
  const { where } = conditionsOf({ ...wish, conditions: wish.conditions.map((c) => onOwnColumn(c, base)) }, base, catalogue, now);
  const fresh = where.filter((c) => belongsTo(base, c, catalogue));
  if (fresh.length === 0) return block;
  const kept = block.where.filter((c) => !fresh.some((f) => sameColumn(c, f)));
  return retitled(block, { ...block, where: [...kept, ...fresh] }, catalogue);
}

/** "only open": tickets have a status of their own, and it isn't that of the order they are about. */
function onOwnColumn(condition: ConditionWish, base: Entity): ConditionWish {
  if (condition.kind !== 'values' || condition.entity === base) return condition;
  const own = base.fields.find((f) => f.column === condition.field.column && condition.values.every((v) => f.source.values?.includes(String(v))));
  return own ? { ...condition, field: own, entity: base } : condition;
}

/** A ticket may be about an order or not, so "no returned orders" doesn't say which tickets are meant. */
function belongsTo(base: Entity, { field }: Condition, catalogue: Catalogue): boolean {
  const owner = entityOf(catalogue, base.binding, field.table);
  const path = owner ? pathBetween(catalogue, base, owner) : null;
  return path !== null && !path.some((join) => isDeclaredOptional(join, catalogue, base.binding));
}

function isDeclaredOptional({ from, fromColumns }: Join, catalogue: Catalogue, binding: string): boolean {
  const entity = entityOf(catalogue, binding, from);
  const key = entity?.table.foreignKeys.find((k) => k.columns.join() === fromColumns.join());
  return key?.inferred === false && fromColumns.some((name) => entity?.fields.find((f) => f.column === name)?.source.nullable);
}

function sameColumn(a: Condition, b: Condition): boolean {
  return a.field.table === b.field.table && a.field.column === b.field.column;
}

/** The blocks that a wish is talking about: of its kind, and about what it names. */
export function targetsOf(blocks: readonly Block[], wish: Wish): Block[] {
  const found = blocks.filter((block) => isKind(block, wish) && isAbout(block, wish));
  const own = found.filter((block) => wish.entities.some((e) => isOf(block, e)));
  return own.length ? own : found;
}

/** A table of customers rather than one of orders that shows whose they are. */
function isOf(block: Block, entity: Entity): boolean {
  return block.table === entity.table.name || (block.type === 'chart' && block.by.field.table === entity.table.name && block.by.field.column === entity.title?.column);
}

function isKind(block: Block, wish: Wish): boolean {
  const asked = wish.charts.length > 0 || wish.table || wish.stat;
  if (!asked) return true;
  if (wish.stat && block.type === 'stat') return true;
  if (wish.table && (block.type === 'table' || (block.type === 'chart' && block.view === 'table'))) return true;
  return block.type === 'chart' && wish.charts.some((view) => view === null || view === block.view);
}

function isAbout(block: Block, wish: Wish): boolean {
  const columns = columnsOf(block);
  const has = (table: string, column: string) => columns.some((c) => c.table === table && c.column === column);
  const fields = [...wish.loose.map((l) => l.field), ...wish.by.flatMap((d) => (d.kind === 'field' ? [d.field] : []))];
  const measures = wish.measures.map((m) => m.name);
  return (
    fields.every((f) => has(f.table, f.column)) &&
    (wish.bucket === null || wish.bucket === 'auto' || (block.type === 'chart' && block.by.bucket === wish.bucket)) &&
    wish.entities.every((e) => block.table === e.table.name || columns.some((c) => c.table === e.table.name)) &&
    wish.by.every((d) => d.kind === 'field' || columns.some((c) => c.table === d.entity.table.name)) &&
    measures.every((name) => labelsOf(block).some((l) => (name.kind === 'measure' ? l.includes(name.measure.measure.label) : name.kind === 'field' ? l.includes(name.field.label) : true)))
  );
}

function columnsOf(block: Block): { table: string; column: string }[] {
  switch (block.type) {
    case 'stat':
      return block.measure.of?.op === 'column' ? [block.measure.of] : [];
    case 'chart':
      return [block.by.field, ...(block.series ? [block.series.field] : [])];
    case 'table':
      return block.columns;
    case 'scatter':
      return [block.x, block.y, ...(block.series ? [block.series] : [])];
    case 'board':
      return [block.by, block.name, ...block.columns];
    case 'calendar':
      return [block.time, block.name, ...block.columns];
  }
}

function labelsOf(block: Block): string[] {
  if (block.type === 'stat') return [block.measure.label];
  if (block.type === 'chart') return block.measures.map((m) => m.label);
  return block.type === 'scatter' ? [block.x.label, block.y.label] : block.columns.map((c) => c.label);
}
