import type { Column, Key, Table } from '../../binding/binding';
import { MAX_LISTED_VALUES, MAX_SAMPLE_UNITS, MAX_SAMPLES } from '../limits';
import type { Json } from './json';

export type OutlineColumn = Pick<Column, 'name' | 'sqlType' | 'type' | 'nullable' | 'comment' | 'values'> & {
  /** Its values can be counted and grouped. */
  isComparable: boolean;
  toJson(value: unknown): Json;
};

/** A table as the database's catalogue has it, before anybody looked into it. `estimate` is null where there is none. */
export type Outline = {
  name: string;
  /** As it stands after FROM. */
  from: string;
  estimate: number | null;
  columns: OutlineColumn[];
  primaryKey: string[];
  foreignKeys: Key[];
  comment?: string;
};

export type Looking = {
  /** Runs a statement of ours within the limits of a query. */
  ask(sql: string): Promise<unknown[][]>;
  quote(name: string): string;
};

/** Up to here a table is looked at whole: some tenths of a second. */
const MAX_WHOLE_ROWS = 20_000;

/** Of a larger one these rows are looked at. */
const LOOKED_ROWS = 10_000;

/** Up to here one pass over a few columns of a table is made: a second or two. */
const MAX_PASS_ROWS = 2_000_000;

/** Columns of one statement: each is asked for four things, and databases have limits near two thousand. */
const COLUMNS_AT_ONCE = 100;

/** Looks into a table: how many rows, which values. What can't be looked at stays as the catalogue has it. */
export async function lookAtTable(outline: Outline, looking: Looking): Promise<Table> {
  const count = outline.estimate ?? (await tried(() => countUpTo(outline, looking)));
  if (count === null) return outlined(outline);
  const isWhole = count <= MAX_WHOLE_ROWS;
  const source = isWhole ? outline.from : `(select * from ${outline.from} limit ${LOOKED_ROWS}) t`;
  const facts = await tried(() => factsOf(outline.columns, source, looking));
  const bounds = isWhole || count > MAX_PASS_ROWS ? null : await tried(() => factsOf(outline.columns.filter(hasBounds), outline.from, looking, false));
  const samples = await tried(() => firstRows(outline, looking));
  const columns: Column[] = [];
  for (const [i, column] of outline.columns.entries()) {
    const fact = facts?.columns[i];
    const bound = isWhole ? fact : bounds?.columns[outline.columns.filter(hasBounds).indexOf(column)];
    columns.push(await describeColumn(column, { fact, bound, first: samples?.map((row) => row[i]) ?? [], group: count <= MAX_PASS_ROWS }, outline, looking));
  }
  const rows = isWhole ? (facts?.rows ?? count) : count;
  return tableOf(outline, { rows, columns, ...(!(isWhole && facts) && { estimated: true }) });
}

/** A table that nobody looked into. */
export function outlined(outline: Outline): Table {
  return tableOf(outline, { rows: outline.estimate ?? 0, estimated: true, columns: outline.columns.map((column) => ({ ...plain(column), samples: [] })) });
}

function tableOf({ name, primaryKey, foreignKeys, comment }: Outline, seen: Pick<Table, 'rows' | 'estimated' | 'columns'>): Table {
  return { name, ...seen, primaryKey, foreignKeys, ...(comment && { comment }) };
}

function plain({ name, sqlType, type, nullable, comment, values }: OutlineColumn): Omit<Column, 'samples'> {
  return { name, sqlType, type, nullable, ...(values && { values }), ...(comment && { comment }) };
}

async function countUpTo({ from }: Outline, { ask }: Looking): Promise<number> {
  return Number((await ask(`select count(*) from (select 1 as one from ${from} limit ${MAX_PASS_ROWS / 10}) t`))[0]?.[0]);
}

type Fact = { filled: number; distinct: number | null; min: Json; max: Json };

async function factsOf(columns: readonly OutlineColumn[], source: string, { ask, quote }: Looking, distinct = true): Promise<{ rows: number; columns: Fact[] }> {
  const facts: Fact[] = [];
  let rows = 0;
  for (let at = 0; at === 0 || at < columns.length; at += COLUMNS_AT_ONCE) {
    const part = columns.slice(at, at + COLUMNS_AT_ONCE);
    const parts = part.map((column) => {
      const name = quote(column.name);
      return `count(${name}), ${distinct && column.isComparable ? `count(distinct ${name})` : 'null'}, ${hasBounds(column) ? `min(${name}), max(${name})` : 'null, null'}`;
    });
    const [all, ...values] = (await ask(`select ${['count(*)', ...parts].join(', ')} from ${source}`))[0] ?? [];
    rows = Number(all);
    part.forEach((column, i) => {
      const [filled, different, min, max] = values.slice(i * 4, i * 4 + 4);
      const bound = (value: unknown) => (value === null || value === undefined ? null : column.toJson(value));
      facts.push({ filled: Number(filled), distinct: different === null || different === undefined ? null : Number(different), min: bound(min), max: bound(max) });
    });
  }
  return { rows, columns: facts };
}

function hasBounds({ type }: OutlineColumn): boolean {
  return ['number', 'date', 'timestamp', 'time'].includes(type);
}

function firstRows({ from, columns }: Outline, { ask, quote }: Looking): Promise<unknown[][]> {
  return ask(`select ${columns.map(({ name }) => quote(name)).join(', ')} from ${from} limit ${MAX_SAMPLES * 4}`);
}

type Seen = { fact: Fact | undefined; bound: Fact | undefined; first: unknown[]; /** Whether its values may be grouped. */ group: boolean };

async function describeColumn(column: OutlineColumn, { fact, bound, first, group }: Seen, outline: Outline, looking: Looking): Promise<Column> {
  const distinct = fact?.distinct ?? undefined;
  const few = column.type === 'string' && !column.values && distinct !== undefined && distinct > 0 && distinct <= MAX_LISTED_VALUES && group;
  const common = few ? await tried(() => commonValues(column, outline, looking)) : null;
  const listed = common && common.length <= MAX_LISTED_VALUES && common.every(isSample) ? common.map(String) : column.values;
  const shown = (common ?? [...new Set(first.filter((value) => value !== null && value !== undefined).map((value) => column.toJson(value)))]).filter(isSample);
  return {
    ...plain(column),
    samples: column.type === 'json' ? [] : shown.slice(0, MAX_SAMPLES),
    ...(distinct !== undefined && { distinct }),
    ...(listed && { values: listed }),
    ...(isBound(bound?.min) && { min: bound.min }),
    ...(isBound(bound?.max) && { max: bound.max }),
  };
}

/** The most frequent values; one more than are listed where there are more. */
async function commonValues(column: OutlineColumn, { from }: Outline, { ask, quote }: Looking): Promise<Json[]> {
  const name = quote(column.name);
  const rows = await ask(`select ${name} from ${from} where ${name} is not null group by ${name} order by count(*) desc, ${name} limit ${MAX_LISTED_VALUES + 1}`);
  return rows.map(([value]) => column.toJson(value));
}

function isSample(value: Json): value is string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value.length <= MAX_SAMPLE_UNITS);
}

function isBound(value: Json | undefined): value is string | number {
  return typeof value === 'number' || typeof value === 'string';
}

/** Null where the database refused, or took too long. */
async function tried<T>(work: () => Promise<T>): Promise<T | null> {
  return work().catch(() => null);
}
