import { type Catalogue, entityOf } from './catalogue';
import { groupingOf, timeGrouping } from './chart-block';
import { conditionsOf } from './conditions';
import type { Block, Chart, Condition, Unit } from './plan';
import { retitled } from './retitle';
import type { DimensionWish, Wish } from './wish';

/** What a follow-up changes in one block. */
export type Change = {
  view: Chart['view'] | null;
  bucket: Unit | null;
  top: { count: number | null; descending: boolean } | null;
  by: DimensionWish | null;
  sort: Wish['sort'];
};

/** Null where the wish is for something of its own. With `said`, a verb made clear that it is about what is there. */
export function changeOf(wish: Wish, said: boolean): Change | null {
  const subjects = wish.entities.length + wish.measures.length;
  const view = wish.charts[0] ?? (wish.table ? 'table' : null);
  const bucket = wish.bucket === 'auto' ? null : wish.bucket;
  const by = wish.by[0] ?? null;
  const change: Change = { view, bucket, top: wish.top, by, sort: wish.sort };
  const asks = view !== null || bucket !== null || wish.top !== null || wish.sort !== null || by !== null;
  if (!asks || wish.filters.length || wish.overview || wish.stat) return null;
  return said || subjects === 0 ? change : null;
}

/** True where the block has the part that the change is about. */
export function partOfWish(block: Block, change: Change): boolean {
  if (block.type === 'stat') return false;
  if (block.type === 'table') return (change.sort !== null || change.top !== null) && change.view === null && change.bucket === null && change.by === null;
  if (change.bucket !== null) return block.by.bucket !== null;
  if (change.top !== null) return block.by.bucket === null;
  return true;
}

export function changeBlock(block: Block, change: Change, catalogue: Catalogue): Block {
  if (block.type === 'table') return retitled(block, changedTable(block, change, catalogue), catalogue);
  if (block.type === 'stat') return block;
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
  const { where } = conditionsOf(wish, base, catalogue, now);
  if (where.length === 0) return block;
  const kept = block.where.filter((c) => !where.some((w) => sameColumn(c, w)));
  return retitled(block, { ...block, where: [...kept, ...where] }, catalogue);
}

function sameColumn(a: Condition, b: Condition): boolean {
  return a.field.table === b.field.table && a.field.column === b.field.column;
}

/** The blocks that a wish is talking about: of its kind, and about what it names. */
export function targetsOf(blocks: readonly Block[], wish: Wish): Block[] {
  return blocks.filter((block) => isKind(block, wish) && isAbout(block, wish));
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
  if (block.type === 'table') return block.columns;
  if (block.type === 'stat') return block.measure.of?.op === 'column' ? [block.measure.of] : [];
  return [block.by.field, ...(block.series ? [block.series.field] : [])];
}

function labelsOf(block: Block): string[] {
  if (block.type === 'stat') return [block.measure.label];
  return block.type === 'chart' ? block.measures.map((m) => m.label) : block.columns.map((c) => c.label);
}
