import type { Block, Chart, Condition, Dimension, Expression, Measure, Plan, Window } from './plan';
import { outlineOf } from './write/outline';

/** One block in few words, for whoever compares Plans: benches and tests. Columns are `table.column`. */
export type BlockSummary = {
  /** `stat`, `bar`, `line`, `area`, `pie`, `scatter`, `histogram`, `heatmap`, `table`, `board` or `calendar`. A table of groups is a `table` with `x`. */
  kind: string;
  title: string;
  /** False where nobody asked for it: figures above a chart, rows below it. */
  asked: boolean;
  binding: string;
  table: string;
  /** What it is grouped by, or what stands across: null for a figure and for rows. */
  x: string | null;
  y: { aggregate: string; of: string | null; per: string | null; where: string[] }[];
  series: string | null;
  /** Of a scatter of rows: the number that its dots are as large as. */
  size?: string;
  stack: string | null;
  bucket: string | null;
  bin: number | null;
  /** Of classes of one's own, what each is called. */
  bands: string[] | null;
  /** `value-desc`, `label`, or of rows `column desc`. */
  sort: string | null;
  limit: number | null;
  having: string | null;
  /** `3 products.name per products.category`, or of rows `1 per customers.name`. */
  perGroup: string | null;
  cumulative: boolean;
  /** What is reckoned along its time: `change percent than stretch`, `moving-average of 3`. */
  window: string | null;
  versus: boolean;
  where: string[];
  /** Ids of the page's filters that narrow it. */
  filters: string[];
  /** Of rows, boards and calendars. */
  columns: string[];
  /** The function of data.ts that gives its rows, and which columns of those are x, series and y. Figures of one table share one row. */
  reads: { function: string; x: string | null; series: string | null; y: string[]; columns: string[]; /** Of a figure: the same of the period before. */ before?: string; /** Of a table with a row for totals: the function that gives it. */ totals?: string; /** Of a chart with a line at the average: the function that gives it. */ average?: string };
};

/** The Plan's blocks in the order of the page. */
export function summaryOf(plan: Plan): BlockSummary[] {
  const { parts } = outlineOf(plan);
  return plan.blocks.map((block) => ({ ...summaryOfBlock(block), reads: readsOf(block, parts) }));
}

function summaryOfBlock(block: Block): Omit<BlockSummary, 'reads'> {
  const { title, binding, table } = block;
  const asked = block.asked !== false;
  const nothing = { x: null, y: [], series: null, stack: null, bucket: null, bin: null, bands: null, sort: null, limit: null, having: null, perGroup: null, cumulative: false, window: null, versus: false, columns: [] };
  const common = { ...nothing, kind: block.type, title, asked, binding, table, where: block.where.map(conditionText), filters: block.filters.map((f) => f.id) };
  switch (block.type) {
    case 'stat':
      return { ...common, y: [measureOf(block.measure)], ...(block.groups && { x: dimensionText(block.groups.by), having: `${block.groups.having.op} ${block.groups.having.value}` }) };
    case 'chart':
      return {
        ...common, kind: block.view, x: dimensionText(block.by), y: [...measuresUp(block), ...(block.beside ?? []).flatMap((b) => b.measures)].map(measureOf), series: block.series && dimensionText(block.series), stack: block.stack ?? null,
        bucket: block.by.bucket, bin: block.by.bin ?? null, bands: block.by.bands?.map((each) => each.label) ?? null, sort: block.sort, limit: block.limit, having: block.having ? `${block.having.op} ${block.having.value}` : null, perGroup: block.perGroup !== undefined && block.series ? `${block.perGroup} ${dimensionText(block.series)} per ${dimensionText(block.by)}` : null, cumulative: block.cumulative ?? false, window: block.window ? windowText(block.window) : null, versus: block.versus !== null,
      };
    case 'table':
      return { ...common, columns: block.columns.map(columnText), sort: sortText(block.sort), limit: block.limit, perGroup: block.perGroup ? `${block.perGroup.count} per ${dimensionText(block.perGroup.by)}` : null };
    case 'scatter':
      return { ...common, x: columnText(block.x), y: [{ aggregate: 'none', of: columnText(block.y), per: null, where: [] }], series: block.series && columnText(block.series), ...(block.size && { size: columnText(block.size) }), limit: block.limit };
    case 'board':
      return { ...common, x: columnText(block.by), columns: [block.name, ...block.columns].map(columnText), sort: sortText(block.sort), limit: block.limit };
    case 'calendar':
      return { ...common, x: columnText(block.time), columns: [block.name, ...block.columns].map(columnText), limit: block.limit };
  }
}

/** Of groups that are points of their own number, that number stands across and isn't measured. */
function measuresUp({ view, by, measures }: Chart): readonly Measure[] {
  const [first] = measures;
  const isItself = view === 'scatter' && first?.plain && first.of?.op === 'column' && first.of.column === by.field.column && first.of.table === by.field.table;
  return isItself ? measures.slice(1) : measures;
}

function readsOf(block: Block, parts: ReturnType<typeof outlineOf>['parts']): BlockSummary['reads'] {
  const nothing = { x: null, series: null, y: [], columns: [] };
  for (const part of parts) {
    const reads = { ...nothing, function: part.read.name };
    if (part.kind === 'stats') {
      const at = part.blocks.indexOf(block as (typeof part.blocks)[number]);
      const stat = part.stats[at];
      if (stat) return { ...reads, y: [stat.name], ...(stat.before && { before: stat.before }) };
    } else if (part.kind === 'chart' && part.chart === block) return { ...reads, x: part.label.name, series: part.series?.name ?? null, y: part.values.map((v) => v.name), ...(part.totals && { totals: part.totals.name }), ...(part.average && { average: part.average.name }) };
    else if (part.kind === 'table' && part.table === block) return { ...reads, columns: part.columns.map((c) => c.name) };
    else if (part.kind === 'scatter' && part.scatter === block) return { ...reads, x: part.x.name, y: [part.y.name], series: part.series?.name ?? null };
    else if (part.kind === 'board' && part.board === block) return { ...reads, x: part.by.name, columns: [part.name, ...part.columns].map((c) => c.name) };
    else if (part.kind === 'calendar' && part.calendar === block) return { ...reads, x: part.time.name, columns: [part.name, ...part.columns].map((c) => c.name) };
  }
  return { ...nothing, function: '' };
}

function windowText(window: Window): string {
  if (window.is === 'moving-average') return `moving-average of ${window.of}${window.values ? ' with values' : ''}`;
  return `change ${window.as} than ${window.than}`;
}

function sortText(sort: { field: { table: string; column: string }; descending: boolean } | null): string | null {
  return sort && `${columnText(sort.field)} ${sort.descending ? 'desc' : 'asc'}`;
}

function columnText({ table, column }: { table: string; column: string }): string {
  return `${table}.${column}`;
}

function dimensionText({ field, key }: Dimension): string {
  return columnText(key ? { table: key.table, column: field.column } : field);
}

function measureOf({ aggregate, of, per, where, plain }: Measure): BlockSummary['y'][number] {
  return { aggregate: plain ? 'none' : aggregate, of: of && expressionText(of), per: per ? `${per.aggregate}${per.of ? ` ${expressionText(per.of)}` : ''}` : null, where: where.map(conditionText) };
}

const SIGNS = { multiply: '*', subtract: '-', add: '+', divide: '/', days: 'days to' };

function expressionText(e: Expression): string {
  return e.op === 'column' ? columnText(e) : `(${expressionText(e.left)} ${SIGNS[e.op]} ${expressionText(e.right)})`;
}

/** `orders.status is open`, `orders.total over 100`, `orders.ordered_at in {"kind":"unit",…}`. */
function conditionText(condition: Condition): string {
  const column = columnText(condition.field);
  switch (condition.op) {
    case 'is':
    case 'is-not':
      return `${column} ${condition.op} ${condition.values.join(' | ')}`;
    case 'recurs':
    case 'recurs-not':
      return `${column} ${condition.op === 'recurs' ? '' : 'not '}on ${condition.cycle} ${condition.parts.join(' | ')}`;
    case 'period-not':
      return `${column} not in ${JSON.stringify(condition.period)}`;
    case 'period':
      return `${column} in ${JSON.stringify(condition.period)}`;
    case 'any':
      return condition.of.map((group) => group.map(conditionText).join(' and ')).join(' or ');
    case 'empty':
    case 'not-empty':
    case 'above-average':
    case 'below-average':
      return `${column} ${condition.op}`;
    case 'contains':
    case 'contains-not':
    case 'starts':
    case 'ends':
      return `${column} ${condition.op} ${[condition.text, ...(condition.others ?? [])].join(' | ')}`;
    case 'has':
    case 'has-no':
      return `${column} ${condition.op} ${columnText(condition.other)}`;
    default:
      return `${column} ${condition.op} ${condition.value}`;
  }
}
