import type { Catalogue, Entity, Field } from '../catalogue/entity';
import type { Block, Condition, Measure, Plan } from '../plan';
import { periodLabel } from '../read/periods';
import { stem, tokenize, wordsOf } from '../words/tokens';

/** Tables told with their columns; of the others a small model hears the names, or it would hear nothing else. */
const MAX_TABLES = 16;
const MAX_COLUMNS = 40;
/** Values told of a column: so many are a category. */
const MAX_VALUES = 12;

const RULES = `You plan a page of charts, numbers and tables over a database. You write no code: answer with one JSON object and nothing else.
{"title": "…", "blocks": [{"show": …, "table": …}], "filters": ["…"]}
A block:
- show: number | bar | line | area | pie | heatmap | histogram | scatter | table (rows) | board | calendar | overview (a whole page about one table)
- table: the table whose rows it counts or lists
- measure: a column to add up, a reckoned name, or "rows" to count; aggregate: count sum avg median min max distinct; scatter has measure and measure2
- group: the column of the groups; split: a second one, as colours; a column of another table is "table.column"
- bucket: day week month quarter year weekday hour-of-day, where it is grouped by a time column
- columns: of a table of rows; top: how many; sort: a column, "value" or "label"; descending: true or false
- where: [{"column": "status", "op": "is", "value": "open"}]; op: is not > >= < <= contains starts ends empty not-empty above-average below-average
- period: a time in words: "last month", "this year", "last 90 days", "2025", "since March 2026"
- width: "half" beside its neighbour, "full"
where and period beside blocks narrow the whole page. filters: columns that the viewer chooses from, or "month", "dates", "search".
Use only names from the list below, and leave out what isn't asked for.`;

const CHANGES = `The page exists. Answer only with what is to be otherwise; blocks that you don't mention stay.
- a block with "replace": N stands in place of block N: write it whole; one without is added
- "remove": [N] takes what has that number away, a filter too
- where and period beside blocks narrow all blocks; filters are added`;

const EXAMPLE = `Example: revenue by month and open orders by region, with a region filter
{"title":"Revenue and open orders","blocks":[{"show":"line","table":"orders","measure":"revenue","group":"ordered_at","bucket":"month"},{"show":"bar","table":"orders","measure":"rows","group":"customers.region","where":[{"column":"status","op":"is","value":"open"}]}],"filters":["customers.region"]}`;

/** What the model is told before the prompt: the rules, the names, and the page as it is. */
export function askText(catalogue: Catalogue, prompt: string, plan: Plan | null): string {
  const example = plan ? [] : [EXAMPLE];
  const page = plan ? [CHANGES, `The page “${plan.title}” now:\n${plan.blocks.map((block, i) => `${i + 1}. ${JSON.stringify(sketchOf(block))}`).join('\n')}${plan.filters.map((f, i) => `\n${plan.blocks.length + i + 1}. filter: ${f.label}`).join('')}`] : [];
  return [RULES, ...example, `Tables:\n${namesOf(catalogue, prompt, plan)}`, ...page].join('\n\n');
}

function namesOf(catalogue: Catalogue, prompt: string, plan: Plan | null): string {
  const words = new Set(tokenize(prompt).map((t) => t.stem));
  const shown = new Set(plan?.blocks.map((b) => b.table));
  const said = (e: Entity) => (shown.has(e.table.name) ? 8 : 0) + 4 * hits(wordsOf(e.table.name), words) + e.fields.filter((f) => hits(wordsOf(f.column), words) > 0).length;
  const ranked = catalogue.entities.map((entity) => ({ entity, rank: said(entity) })).sort((a, b) => b.rank - a.rank).slice(0, MAX_TABLES).map(({ entity }) => entity);
  const told = catalogue.entities.filter((e) => ranked.includes(e));
  const others = catalogue.entities.filter((e) => !told.includes(e));
  const reckoned = catalogue.measures.filter((m) => told.includes(m.entity)).map((m) => `${m.names[0]} (${m.entity.table.name})`);
  return [
    ...told.map((entity) => `${tableName(entity, catalogue)}: ${entity.fields.slice(0, MAX_COLUMNS).map((f) => columnText(f, entity)).join('; ')}`),
    ...(reckoned.length ? [`Reckoned measures: ${[...new Set(reckoned)].join(', ')}`] : []),
    ...(others.length ? [`Other tables: ${others.slice(0, 100).map((e) => tableName(e, catalogue)).join(', ')}`] : []),
  ].join('\n');
}

function hits(name: readonly string[], words: ReadonlySet<string>): number {
  return name.filter((word) => words.has(stem(word))).length;
}

/** `status (open, paid, shipped)`, `customer_id → customers`, `ordered_at (time)` */
function columnText(field: Field, { table }: Entity): string {
  const key = table.foreignKeys.find((k) => k.columns.length === 1 && k.columns[0] === field.column);
  if (key) return `${field.column} → ${key.references.table}`;
  const { values } = field.source;
  const isCategory = ['status', 'category', 'place'].includes(field.role);
  if (isCategory && values?.length) return `${field.column} (${values.slice(0, MAX_VALUES).join(', ')}${values.length > MAX_VALUES ? ', …' : ''})`;
  if (field.role === 'time') return `${field.column} (time)`;
  return field.role === 'measure' ? `${field.column} (number)` : field.column;
}

/** The tables that a block may be about, as they are told. */
export function tableNames(catalogue: Catalogue): string[] {
  return catalogue.entities.map((entity) => tableName(entity, catalogue));
}

/** Two connections may have a table of one name. */
function tableName({ binding, table }: Entity, { entities }: Catalogue): string {
  return entities.some((other) => other.table.name === table.name && other.binding !== binding) ? `${binding}.${table.name}` : table.name;
}

/** A block of the Plan as a sketch has it, as far as a sketch says it. */
function sketchOf(block: Block): Record<string, unknown> {
  const where = block.where.flatMap((c) => (c.op === 'period' ? [] : conditionText(c, block.table)));
  const period = block.where.find((c) => c.op === 'period');
  const narrowed = { ...(where.length && { where }), ...(period?.op === 'period' && { period: periodLabel(period.period).replace(/^in (the )?/, '') }) };
  const { table, width } = block;
  const common = { title: block.title, table, ...narrowed, ...(width && { width }) };
  const column = (c: { table: string; column: string }) => (c.table === table ? c.column : `${c.table}.${c.column}`);
  switch (block.type) {
    case 'stat':
      return { show: 'number', ...common, ...measureText(block.measure, column) };
    case 'chart': {
      const [measure] = block.measures;
      const { by, series, limit, sort } = block;
      return {
        show: block.view, ...common, ...(measure && measureText(measure, column)), group: column(by.field), ...(by.bucket && { bucket: by.bucket }), ...(series && { split: column(series.field) }),
        ...(limit !== null && { top: limit, descending: sort !== 'value-asc' }),
      };
    }
    case 'table':
      return { show: 'table', ...common, columns: block.columns.map(column), ...(block.sort && { sort: column(block.sort.field), descending: block.sort.descending }), ...(block.limit < 1000 && { top: block.limit }) };
    case 'scatter':
      return { show: 'scatter', ...common, measure: column(block.x), measure2: column(block.y), ...(block.series && { group: column(block.series) }) };
    case 'board':
      return { show: 'board', ...common, group: column(block.by) };
    case 'calendar':
      return { show: 'calendar', ...common, group: column(block.time) };
  }
}

function measureText({ aggregate, of, label }: Measure, column: (c: { table: string; column: string }) => string): Record<string, unknown> {
  if (aggregate === 'rows') return { measure: 'rows' };
  if (of?.op === 'column') return { measure: column(of), aggregate };
  return { measure: label };
}

function conditionText(condition: Condition, table: string): object[] {
  const column = condition.field.table === table ? condition.field.column : `${condition.field.table}.${condition.field.column}`;
  switch (condition.op) {
    case 'is':
    case 'is-not':
      return [{ column, op: condition.op === 'is' ? 'is' : 'not', value: condition.values.length === 1 ? condition.values[0] : condition.values }];
    case 'over':
    case 'at-least':
    case 'under':
    case 'at-most':
      return [{ column, op: { over: '>', 'at-least': '>=', under: '<', 'at-most': '<=' }[condition.op], value: condition.value }];
    case 'contains':
    case 'starts':
    case 'ends':
      return [{ column, op: condition.op, value: condition.text }];
    case 'empty':
    case 'not-empty':
    case 'above-average':
    case 'below-average':
      return [{ column, op: condition.op }];
    default:
      return [];
  }
}

/** What is said to a model whose sketch doesn't fit. */
export function repairText(problems: readonly string[]): string {
  return `That doesn't fit:\n${problems.slice(0, 8).map((p) => `- ${p}`).join('\n')}\nAnswer with the whole JSON object once more, with names from the list, and nothing else.`;
}

export const NO_JSON = 'Your answer has no JSON object that can be read.';
