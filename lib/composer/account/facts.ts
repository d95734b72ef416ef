import { type Catalogue, entityOf } from '../catalogue/entity';
import { type Block, type Bucket, type ColumnRef, conditionsIn, type Dimension, eachOf, type Expression, type Filter, type Measure, measuresOf, type OneCondition, type Plan } from '../plan';

/** Everything that a page really has, whatever was asked for. */
export type Facts = {
  /** As they are said: `bar`, `table`, `stat`. */
  kinds: ReadonlySet<string>;
  tables: ReadonlySet<string>;
  columns: ReadonlySet<string>;
  values: ReadonlySet<string>;
  numbers: ReadonlySet<number>;
  texts: ReadonlySet<string>;
  measures: readonly Measure[];
  conditions: readonly OneCondition[];
  dimensions: readonly Dimension[];
  buckets: ReadonlySet<Bucket>;
  filters: readonly Filter[];
  blocks: readonly Block[];
};

/** The facts of the blocks that were asked for; figures and rows beside them are no answer to anything. */
export function factsOf(plan: Plan, catalogue: Catalogue, { all = false } = {}): Facts {
  const asked = plan.blocks.filter((block) => all || block.asked !== false);
  const blocks = asked.length ? asked : plan.blocks;
  const measures = blocks.flatMap(measuresOf);
  const conditions = eachOf([...blocks.flatMap((b) => b.where), ...measures.flatMap(conditionsIn)]);
  const dimensions = blocks.flatMap((b) => (b.type === 'chart' ? [b.by, ...(b.series ? [b.series] : [])] : b.type === 'table' && b.perGroup ? [b.perGroup.by] : []));
  const used = blocks.flatMap((block) => columnsOf(block).map((column) => ({ ...column, binding: block.binding })));
  const filtered = plan.filters.flatMap(({ field, among, binding }) => [field, ...(among ?? [])].map((column) => ({ ...column, binding })));
  const columns = [...used, ...filtered, ...blocks.flatMap((b) => b.filters.flatMap((f) => [f.field, ...(f.also ?? [])].map((c) => ({ ...c, binding: b.binding })))).filter((c) => plan.filters.some((f) => f.type !== 'search' && f.field.column === c.column))];
  const tables = [...blocks.flatMap((b) => [b.table, ...(b.type === 'chart' ? (b.beside ?? []).map((each) => each.table) : [])]), ...columns.flatMap((c) => [c.table, ...pointedAt(c, catalogue)]), ...conditions.flatMap((c) => ('other' in c ? [c.other.table, ...keysOf(blocks[0]?.binding ?? '', c.other.table, catalogue).map((key) => key.references.table)] : []))];
  return {
    kinds: new Set(blocks.flatMap(kindsOf)),
    tables: new Set(tables),
    columns: new Set(columns.flatMap((c) => [`${c.table}.${c.column}`, ...(c.and === undefined ? [] : [`${c.table}.${c.and}`])])),
    values: new Set(conditions.flatMap((c) => ('values' in c ? c.values.map(String) : []))),
    numbers: new Set([...conditions.flatMap(numbersOf), ...blocks.flatMap(limitsOf), ...dimensions.flatMap((d) => d.bin ?? [])]),
    texts: new Set(conditions.flatMap((c) => ('text' in c ? [c.text, ...(c.others ?? [])].map((text) => text.toLowerCase()) : []))),
    measures, conditions, dimensions, blocks,
    buckets: new Set(dimensions.flatMap((d) => d.bucket ?? [])),
    filters: plan.filters,
  };
}

function kindsOf(block: Block): string[] {
  return block.type === 'chart' ? [block.view] : [block.type];
}

/** What a key points at is named by its column: "different customers" are counted by `customer_id`. */
function pointedAt({ binding, table, column }: ColumnRef & { binding: string }, catalogue: Catalogue): string[] {
  return keysOf(binding, table, catalogue).filter((key) => key.columns.includes(column)).map((key) => key.references.table);
}

function keysOf(binding: string, table: string, catalogue: Catalogue) {
  return entityOf(catalogue, binding, table)?.table.foreignKeys ?? [];
}

function columnsOf(block: Block): ColumnRef[] {
  const conditions = eachOf(block.where).map((c) => c.field);
  switch (block.type) {
    case 'stat':
      return [...conditions, ...columnsOfMeasure(block.measure), ...(block.groups ? [block.groups.by.field, ...(block.groups.by.key ? [block.groups.by.key] : [])] : [])];
    case 'chart':
      return [...conditions, ...measuresOf(block).flatMap(columnsOfMeasure), ...[block.by, ...(block.series ? [block.series] : [])].flatMap((d) => [d.field, ...(d.key ? [d.key] : [])])];
    case 'table':
      return [...conditions, ...block.columns, ...(block.sort ? [block.sort.field] : []), ...(block.perGroup ? [block.perGroup.by.field, ...(block.perGroup.by.key ? [block.perGroup.by.key] : [])] : [])];
    case 'scatter':
      return [...conditions, block.x, block.y, ...(block.series ? [block.series] : []), ...(block.name ? [block.name] : []), ...(block.size ? [block.size] : [])];
    case 'board':
      return [...conditions, block.by, block.name, ...block.columns, ...(block.sort ? [block.sort.field] : [])];
    case 'calendar':
      return [...conditions, block.time, block.name, ...block.columns];
  }
}

function columnsOfMeasure(measure: Measure): ColumnRef[] {
  return [...expressionColumns(measure.of), ...expressionColumns(measure.per?.of ?? null), ...conditionsIn(measure).map((c) => c.field)];
}

function expressionColumns(e: Expression | null): ColumnRef[] {
  if (!e) return [];
  return e.op === 'column' ? [e] : [...expressionColumns(e.left), ...expressionColumns(e.right)];
}

function numbersOf(condition: OneCondition): number[] {
  if ('value' in condition) return [condition.value];
  if (condition.op === 'period' || condition.op === 'period-not') return 'count' in condition.period ? [condition.period.count] : [];
  return 'values' in condition ? condition.values.map(Number) : [];
}

/** More rows than this are the reach of the page and nobody's wish. */
const ALL_ROWS = 1000;

function limitsOf(block: Block): number[] {
  const firsts = block.type === 'chart' ? block.perGroup : block.type === 'table' ? block.perGroup?.count : undefined;
  const limit = 'limit' in block && block.limit !== null && (block.type === 'chart' || block.limit < ALL_ROWS) ? [block.limit] : [];
  const window = block.type === 'chart' && block.window?.is === 'moving-average' ? [block.window.of] : [];
  return [...limit, ...window, ...(firsts === undefined ? [] : [firsts]), ...(block.type === 'chart' && block.having ? [block.having.value] : []), ...(block.type === 'stat' && block.groups ? [block.groups.having.value] : [])];
}
