import { Names } from './identifiers';
import type { Block, Chart, Filter, Plan, RowTable, Stat } from '../plan';
import { chartQuery, optionsQuery, type OutColumn, paramsOf, type QueryText, type StatColumn, statsQuery, tableQuery } from './queries';

/** One function of `data.ts`. */
export type DataFunction = QueryText & { name: string; binding: string; doc: string };

/** One component of `ui.tsx` with the function it reads. */
export type Part = { component: string; read: DataFunction } & (
  | { kind: 'stats'; stats: StatColumn[]; period: string | null }
  | { kind: 'chart'; chart: Chart; label: OutColumn; series: OutColumn | null; values: OutColumn[] }
  | { kind: 'table'; table: RowTable; columns: OutColumn[] }
);

export type FilterPart = { filter: Filter; component: string; params: string[]; options: DataFunction | null };

/** What the program declares and by which names: shared by the writers of both files. */
export type Outline = { page: string; filters: FilterPart[]; parts: Part[]; functions: DataFunction[] };

export function outlineOf(plan: Plan): Outline {
  const functions = new Names([...plan.blocks.map((b) => b.binding), ...plan.filters.flatMap(paramsOf), 'data']);
  const components = new Names();
  const page = components.pascal(plan.title, 'overview');
  const filters = plan.filters.map((filter): FilterPart => ({
    filter,
    params: paramsOf(filter),
    component: components.pascal(`${filter.label} filter`, 'filter'),
    options: filter.type === 'dates' ? null : { ...optionsQuery(filter), binding: filter.binding, name: functions.camel(`${filter.type === 'month' ? 'month' : filter.label} options`, 'options'), doc: filter.type === 'month' ? 'The months to choose from, newest first.' : `Every ${filter.label} to choose from.` },
  }));
  const parts = groupsOf(plan.blocks).map((group) => partOf(group, plan.filters, functions, components));
  return { page, filters, parts, functions: [...parts.map((p) => p.read), ...filters.flatMap((f) => f.options ?? [])] };
}

/** Figures of one scope are read in one row; every other block stands by itself. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const same = block.type === 'stat' && groups.find(([first]) => first?.type === 'stat' && scopeOf(first) === scopeOf(block));
    if (same) same.push(block);
    else groups.push([block]);
  }
  return groups;
}

function scopeOf({ binding, table, joins, where, filters }: Block): string {
  return JSON.stringify([binding, table, joins, where, filters]);
}

function partOf(group: Block[], filters: readonly Filter[], functions: Names, components: Names): Part {
  const [block] = group as [Block];
  const component = (suffix: string) => components.pascal(`${shortTitle(block)} ${suffix}`, suffix);
  const read = (text: QueryText, name: string, doc: string): DataFunction => ({ lines: text.lines, params: text.params, binding: block.binding, name: functions.camel(name, block.type), doc });
  if (block.type === 'stat') {
    const { stats, ...text } = statsQuery(group as Stat[], filters);
    const period = block.where.find((c) => c.op === 'period');
    const name = group.length > 1 ? `${block.table} figures` : block.title;
    return { kind: 'stats', component: component('figures'), stats, period: period ? 'than before' : null, read: read(text, name, `${group.map((b) => b.title).join(', ')}.`) };
  }
  if (block.type === 'chart') {
    const { label, series, values, ...text } = chartQuery(block, filters);
    return { kind: 'chart', component: component(block.view === 'table' ? 'table' : 'chart'), chart: block, label, series, values, read: read(text, block.title, `${block.title}.`) };
  }
  const { columns, ...text } = tableQuery(block, filters);
  return { kind: 'table', component: component('table'), table: block, columns, read: read(text, block.title, block.capped ? `${block.title}: at most ${block.limit} rows.` : `${block.title}.`) };
}

function shortTitle(block: Block): string {
  return block.type === 'stat' ? block.table : block.title;
}
