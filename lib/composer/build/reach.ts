import { type Catalogue, type Entity, entityOf, type Field, fieldOf } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { type Beside, type Block, type Chart, type ColumnRef, eachOf, type Filter, type Join, measuresOf, type Plan, type PlanField, tablesOf } from '../plan';
import { withoutUnseenLines } from './chart-lines';
import { openEnd } from './spans';
import type { DimensionWish } from '../read/wish';
import { withoutUnseenTotals } from './totals';
import { inWholeUnits } from './whole-units';

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
    const [field, ...also] = filterFields(filter, block, base, catalogue);
    return field ? [{ id: filter.id, field, ...(also.length && { also }) }] : [];
  });
  const tables = [...tablesOfBlock(block), ...reaching.flatMap((f) => [f.field, ...(f.also ?? [])].map((c) => c.table))];
  const where = block.type === 'chart' ? inWholeUnits(block.where, block.by) : block.where;
  const beside = block.type === 'chart' && block.beside ? { beside: block.beside.map((each) => connectBeside(each, block, filters, catalogue)) } : {};
  const shown = block.type === 'chart' ? withoutUnseenLines(withoutUnseenTotals(block)) : block;
  return { ...shown, where, ...beside, filters: reaching, joins: joinsTo(base, tables, catalogue) } as Block;
}

/** What is reckoned of another table is narrowed by itself. */
function connectBeside(beside: Beside, chart: Unjoined<Chart>, all: readonly Filter[], catalogue: Catalogue): Beside {
  const { table, by, measures, where } = beside;
  const { joins, filters } = connectBlock({ ...chart, beside: undefined, table, by, measures, where }, all, catalogue);
  return { ...beside, joins, filters };
}

/** The columns of the block that a filter narrows: its own time for a month, its texts for a search, the same column for a choice. */
function filterFields(filter: Filter, block: Unjoined | Block, base: Entity, catalogue: Catalogue): ColumnRef[] {
  if (filter.binding !== block.binding) return [];
  if (filter.type === 'search') return filter.among ? filter.among.filter(({ table }) => reaches(base, table, catalogue)) : searchedFields(base, catalogue);
  if (filter.type === 'select' || filter.type === 'range') {
    const owner = entityOf(catalogue, filter.binding, filter.field.table);
    return owner && pathBetween(catalogue, base, owner) ? [columnOf(filter.field)] : [];
  }
  if (block.type === 'chart' && (block.versus || block.measures.some((m) => m.during))) return [];
  const time = filter.field.table === base.table.name ? filter.field : reachableTime(base, catalogue);
  return time ? [{ table: time.table, column: time.column }] : [];
}

function reaches(base: Entity, table: string, catalogue: Catalogue): boolean {
  const owner = entityOf(catalogue, base.binding, table);
  return owner !== null && pathBetween(catalogue, base, owner) !== null;
}

/** A column, or the two that a name is in. */
function columnOf({ table, column, and }: PlanField): ColumnRef {
  return { table, column, ...(and && { and }) };
}

/** Texts of a row that a search looks into. */
const MAX_SEARCHED = 8;

/** A row's own texts, and the names of what it belongs to. */
export function searchedFields(base: Entity, catalogue: Catalogue): ColumnRef[] {
  const own = base.fields.filter((f) => f.source.type === 'string' && f.role !== 'id');
  const named = base.title ? [base.title, ...own.filter((f) => f !== base.title)] : own;
  const parents = base.table.foreignKeys.flatMap((key) => entityOf(catalogue, base.binding, key.references.table)?.title ?? []).filter((f) => f.table !== base.table.name);
  return [...(base.title ? named : [...parents, ...named])].slice(0, MAX_SEARCHED).map(columnOf);
}

/** Said wherever "this month" isn't this month: old data count from their last date. */
export function latestRemark(blocks: readonly (Unjoined | Block)[], catalogue: Catalogue): string[] {
  const fields = blocks.flatMap((block) => [
    ...[...eachOf(block.where), ...measuresOf(block).flatMap((m) => m.during ?? [])].flatMap((c) => ((c.op === 'period' || c.op === 'period-not') && c.period.kind !== 'range' && c.anchor === 'latest' ? [c.field] : [])),
    ...(block.type === 'chart' && block.versus?.anchor === 'latest' ? [block.by.field] : []),
  ]);
  const years = blocks.some((block) => block.type === 'chart' && block.versus) ? ['Last year is shown to its end, and this year as far as it has come.'] : [];
  const spans = blocks.flatMap((block) => (block.type === 'chart' ? openEnd(block.measures) : []));
  return [...years, ...new Set(spans), ...new Set(fields.map(({ table, column }) => {
    const last = catalogue.entities.find((e) => e.table.name === table)?.fields.find((f) => f.column === column)?.source.max;
    return `The data end on ${String(last).slice(0, 10)}, so periods count back from there.`;
  }))];
}

/** A column that several tables have by one name: of them the one that rows of `base` reach first. */
export function nearestAlike(asked: DimensionWish, base: Entity, catalogue: Catalogue): DimensionWish {
  if (asked.kind !== 'field' || asked.entity === base) return asked;
  const away = (entity: Entity) => pathBetween(catalogue, base, entity)?.length ?? Infinity;
  const alike = catalogue.entities.flatMap((entity) => entity.fields.flatMap((field) => (field.label === asked.field.label && field.role === asked.field.role ? [{ field, entity }] : [])));
  const [near] = alike.toSorted((a, b) => away(a.entity) - away(b.entity));
  return near && away(near.entity) < away(asked.entity) ? { ...asked, ...near } : asked;
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
  return [...eachOf(block.where).map((c) => c.field.table), ...tablesShown(block)];
}

function tablesShown(block: Unjoined | Block): string[] {
  switch (block.type) {
    case 'stat':
      return [...tablesOf(block.measure), ...(block.groups ? [block.groups.by.field.table] : [])];
    case 'chart':
      return [...block.measures.flatMap(tablesOf), ...[block.by, ...(block.series ? [block.series] : [])].map((d) => d.field.table)];
    case 'table':
      return [...block.columns, ...(block.detail ?? []), ...(block.sort ? [block.sort.field] : []), ...(block.perGroup ? [block.perGroup.by.field, ...block.perGroup.ties] : [])].map((c) => c.table);
    case 'scatter':
      return [block.x, block.y, ...(block.series ? [block.series] : []), ...(block.name ? [block.name] : []), ...(block.size ? [block.size] : [])].map((c) => c.table);
    case 'board':
      return [block.by, block.name, ...block.columns, ...(block.sort ? [block.sort.field] : [])].map((c) => c.table);
    case 'calendar':
      return [block.time, block.name, ...block.columns].map((c) => c.table);
  }
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
