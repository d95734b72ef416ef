import { type Catalogue, type Entity, entityOf, type Field, fieldOf, pathBetween } from '../catalogue/catalogue';
import { type Block, type ColumnRef, type Condition, type Filter, type Join, type Plan, tablesOf } from '../plan';

/** A block before it is known which of the page's filters reach it and which tables it joins. */
export type Unjoined<T extends Block = Block> = T extends Block ? Omit<T, 'joins' | 'filters'> : never;

/** Gives every block the filters that reach it, and the joins that its columns and filters need. */
export function connect(plan: Omit<Plan, 'blocks'> & { blocks: readonly (Unjoined | Block)[] }, catalogue: Catalogue): Plan {
  return { ...plan, blocks: plan.blocks.map((block) => connectBlock(block, plan.filters, catalogue)) };
}

function connectBlock(block: Unjoined | Block, filters: readonly Filter[], catalogue: Catalogue): Block {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return { ...block, joins: [], filters: [] } as Block;
  const reaching = filters.flatMap((filter) => {
    const field = filterField(filter, block, base, catalogue);
    return field ? [{ id: filter.id, field: { table: field.table, column: field.column } }] : [];
  });
  const tables = [...tablesOfBlock(block), ...reaching.map((f) => f.field.table)];
  return { ...block, filters: reaching, joins: joinsTo(base, tables, catalogue) } as Block;
}

/** The column of the block that a filter narrows: its own time for a month, the same column for a select. */
function filterField(filter: Filter, block: Unjoined | Block, base: Entity, catalogue: Catalogue): ColumnRef | null {
  if (filter.binding !== block.binding) return null;
  if (filter.type === 'select') {
    const owner = entityOf(catalogue, filter.binding, filter.field.table);
    return owner && pathBetween(catalogue, base, owner) ? filter.field : null;
  }
  if (block.type === 'chart' && block.versus) return null;
  return reachableTime(base, catalogue);
}

/** Said wherever "this month" isn't this month: old data count from their last date. */
export function latestRemark(blocks: readonly (Unjoined | Block)[], catalogue: Catalogue): string[] {
  const fields = blocks.flatMap((block) => [
    ...block.where.flatMap((c) => (c.op === 'period' && c.period.kind !== 'range' && c.anchor === 'latest' ? [c.field] : [])),
    ...(block.type === 'chart' && block.versus?.anchor === 'latest' ? [block.by.field] : []),
  ]);
  return [...new Set(fields.map(({ table, column }) => {
    const last = catalogue.entities.find((e) => e.table.name === table)?.fields.find((f) => f.column === column)?.source.max;
    return `The data end on ${String(last).slice(0, 10)}, so periods count back from there.`;
  }))];
}

/** When a row of the table happened: its own time, or that of the nearest table it belongs to. */
export function reachableTime(base: Entity, catalogue: Catalogue): Field | null {
  return nearest(base, catalogue, (entity) => entity.time);
}

function nearest(base: Entity, catalogue: Catalogue, of: (entity: Entity) => Field | null): Field | null {
  const own = of(base);
  if (own) return own;
  const found = catalogue.entities.flatMap((entity) => {
    const path = of(entity) ? pathBetween(catalogue, base, entity) : null;
    return path ? [{ field: of(entity), distance: path.length }] : [];
  });
  return found.sort((a, b) => a.distance - b.distance)[0]?.field ?? null;
}

function tablesOfBlock(block: Unjoined | Block): string[] {
  const conditions = block.where.map((c: Condition) => c.field.table);
  if (block.type === 'stat') return [...conditions, ...tablesOf(block.measure)];
  if (block.type === 'table') return [...conditions, ...block.columns.map((c) => c.table), ...(block.sort ? [block.sort.field.table] : [])];
  const dimensions = [block.by, ...(block.series ? [block.series] : [])].map((d) => d.field.table);
  return [...conditions, ...block.measures.flatMap(tablesOf), ...dimensions];
}

export function joinsTo(base: Entity, tables: readonly string[], catalogue: Catalogue): Join[] {
  const joins: Join[] = [];
  for (const table of tables) {
    const target = entityOf(catalogue, base.binding, table);
    for (const join of (target && pathBetween(catalogue, base, target)) ?? []) {
      if (!joins.some((j) => j.to === join.to)) joins.push(join);
    }
  }
  return joins;
}

/** True where every table can be joined without counting a row twice. */
export function reachesAll(base: Entity, targets: readonly Entity[], catalogue: Catalogue): boolean {
  return targets.every((target) => pathBetween(catalogue, base, target) !== null);
}

/** True where the column of a row of `base` may be missing: by itself, or since a join finds no partner. */
export function isOptional(base: Entity, field: Field, catalogue: Catalogue): boolean {
  const owner = entityOf(catalogue, field.binding, field.table);
  const path = owner ? pathBetween(catalogue, base, owner) : null;
  return (fieldOf(owner ?? base, field.column)?.source.nullable ?? true) || (path ?? []).some((join) => join.optional);
}
