import { type CallPart, callPartsOf } from '../calls/call-outline';
import { CALL_NAMES } from '../calls/write-form';
import type { Block, Board, CalendarBlock, Chart, Filter, Plan, RowTable, Scatter, Stat } from '../plan';
import { averageQuery } from './average-query';
import { chartQuery } from './chart-query';
import { Names } from './identifiers';
import { optionsQuery } from './options-query';
import { boardQuery, calendarQuery, distinctFields, scatterQuery, SHOWN_MONTH, tableQuery } from './rows-query';
import { type OutColumn, paramsOf, type QueryText } from './select';
import { groupCountQuery, type StatColumn, statsQuery } from './stat-query';
import { totalsQuery } from './totals-query';

/** One function of `data.ts`. */
export type DataFunction = QueryText & { name: string; binding: string; doc: string };

/** One component of `ui.tsx` with the function it reads. */
export type Part = { component: string; read: DataFunction } & (
  | { kind: 'stats'; blocks: Stat[]; stats: StatColumn[] }
  | { kind: 'chart'; chart: Chart; label: OutColumn; series: OutColumn | null; values: OutColumn[]; totals: DataFunction | null; average: DataFunction | null }
  | { kind: 'table'; table: RowTable; columns: OutColumn[]; detail: OutColumn[]; heading: RowHeading | null }
  | { kind: 'scatter'; scatter: Scatter; x: OutColumn; y: OutColumn; series: OutColumn | null; name: OutColumn | null; size: OutColumn | null }
  | { kind: 'board'; board: Board; by: OutColumn; name: OutColumn; columns: OutColumn[] }
  | { kind: 'calendar'; calendar: CalendarBlock; time: OutColumn; name: OutColumn; columns: OutColumn[] }
);

/** What an opened row is headed by: its own name or “Order 17”, and below it the other or whose it is. */
export type RowHeading = { called: string; key: OutColumn | null; title: OutColumn | null; whose: OutColumn | null };

export type PartOf<Kind extends Part['kind']> = Extract<Part, { kind: Kind }>;

export type FilterPart = { filter: Filter; component: string; params: string[]; options: DataFunction | null };

/** What the program declares and by which names: shared by the writers of both files. `parts` stand in the order of the page. */
export type Outline = { page: string; filters: FilterPart[]; parts: Part[]; calls: CallPart[]; functions: DataFunction[] };

export function outlineOf(plan: Plan): Outline {
  const functions = new Names([...[...plan.blocks, ...(plan.calls ?? [])].map((b) => b.binding), ...plan.filters.flatMap(paramsOf), 'data', SHOWN_MONTH]);
  const components = new Names(SHARED_NAMES);
  const page = components.pascal(plan.title, 'overview');
  const filters = plan.filters.map((filter): FilterPart => ({
    filter,
    params: paramsOf(filter),
    component: components.pascal(`${filter.label} filter`, 'filter'),
    options: hasOptions(filter) ? optionsOf(filter, functions) : null,
  }));
  const parts = groupsOf(plan.blocks).map((group) => partOf(group, plan.filters, functions, components));
  const calls = callPartsOf(plan.calls ?? [], functions, components);
  return { page, filters, parts, calls, functions: [...parts.flatMap(functionsOf), ...filters.flatMap((f) => f.options ?? [])] };
}

/** What a block reads: its rows, and what they come to together. */
function functionsOf(part: Part): DataFunction[] {
  return [part.read, ...(part.kind === 'chart' ? [part.totals, part.average].filter((each) => each !== null) : [])];
}

/** What the program's shared pieces are called. */
const SHARED_NAMES = ['ChartCard', 'Choice', 'Detail', 'Board', 'MonthView', 'Heatmap', 'ALL', 'Result', 'Option', 'Value', ...CALL_NAMES];

function hasOptions({ type }: Filter): boolean {
  return type === 'select' || type === 'month';
}

function optionsOf(filter: Filter, functions: Names): DataFunction {
  const isMonth = filter.type === 'month';
  const name = functions.camel(`${isMonth ? 'month' : filter.label} options`, 'options');
  return { ...optionsQuery(filter), binding: filter.binding, name, doc: isMonth ? 'The months to choose from, newest first.' : `Every ${filter.label} to choose from.` };
}

/** Figures of one scope that stand beside each other are read in one row; every other block stands by itself. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let run: Block[][] = [];
  for (const block of blocks) {
    if (block.type !== 'stat') run = [];
    const same = block.type === 'stat' && run.find(([first]) => first && scopeOf(first) === scopeOf(block));
    if (same) same.push(block);
    else {
      const group = [block];
      groups.push(group);
      if (block.type === 'stat') run.push(group);
    }
  }
  return groups;
}

function scopeOf(block: Block): string {
  const { binding, table, joins, where, filters } = block;
  return JSON.stringify([binding, table, joins, where, filters, block.type === 'stat' ? (block.groups ?? null) : null]);
}

function partOf(group: Block[], filters: readonly Filter[], functions: Names, components: Names): Part {
  const [block] = group as [Block];
  const component = (suffix: string) => components.pascal(`${shortTitle(block)} ${suffix}`, suffix);
  const read = ({ lines, params }: QueryText, name = block.title, doc = `${block.title}.`): DataFunction => ({ lines, params, binding: block.binding, name: functions.camel(name, block.type), doc });
  switch (block.type) {
    case 'stat': {
      const { stats, ...text } = block.groups ? groupCountQuery(block, filters) : statsQuery(group as Stat[], filters);
      const name = group.length > 1 ? `${block.table} figures` : block.title;
      return { kind: 'stats', component: component('figures'), blocks: group as Stat[], stats, read: read(text, name, `${group.map((b) => b.title).join(', ')}.`) };
    }
    case 'chart': {
      const { label, series, values, ...text } = chartQuery(block, filters);
      const rows = read(text);
      const totals = block.totals ? read(totalsQuery(block, values, filters), `totals of ${block.title}`, `${block.title}: what all of it comes to.`) : null;
      const average = block.lines?.some((line) => line.kind === 'average') ? read(averageQuery(block, filters), `average of ${block.title}`, `${block.title}: the average of it.`) : null;
      return { kind: 'chart', component: component(block.view === 'table' ? 'table' : 'chart'), chart: block, label, series, values, read: rows, totals, average };
    }
    case 'table': {
      const { columns: all, ...text } = tableQuery(block, filters);
      const doc = block.capped ? `${block.title}: at most ${block.limit} rows.` : undefined;
      return { kind: 'table', component: component('table'), table: block, columns: all.slice(0, block.columns.length), detail: block.detail?.length ? all : [], heading: headingOf(block, all), read: read(text, undefined, doc) };
    }
    case 'scatter': {
      const { columns, ...text } = scatterQuery(block, filters);
      const [x, y, ...others] = columns as [OutColumn, OutColumn, ...OutColumn[]];
      const series = block.series ? (others.shift() ?? null) : null;
      const name = block.name ? (others.shift() ?? null) : null;
      return { kind: 'scatter', component: component('chart'), scatter: block, x, y, series, name, size: others.shift() ?? null, read: read(text) };
    }
    case 'board': {
      const { columns: all, ...text } = boardQuery(block, filters);
      const [by, name, ...columns] = all as [OutColumn, OutColumn, ...OutColumn[]];
      return { kind: 'board', component: component('board'), board: block, by, name, columns, read: read(text) };
    }
    case 'calendar': {
      const { columns: all, ...text } = calendarQuery(block, filters);
      const [time, name, ...columns] = all as [OutColumn, OutColumn, ...OutColumn[]];
      return { kind: 'calendar', component: component('calendar'), calendar: block, time, name, columns, read: read(text, undefined, `${block.title} of one month.`) };
    }
  }
}

/** `all` are the columns that its query returns. */
function headingOf({ table, columns, detail = [], row }: RowTable, all: readonly OutColumn[]): RowHeading | null {
  if (!row) return null;
  const fields = distinctFields([...columns, ...detail]);
  const outOf = (isIt: (field: (typeof fields)[number], at: number) => boolean) => all[fields.findIndex(isIt)] ?? null;
  const own = (column: string | null) => outOf((field) => field.table === table && field.column === column);
  return { called: row.called, key: own(row.key), title: own(row.title), whose: outOf((field, at) => at < columns.length && field.table !== table && field.format === 'text') };
}

function shortTitle(block: Block): string {
  return block.type === 'stat' ? block.table : block.title;
}
