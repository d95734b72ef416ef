import { type Catalogue, type Entity, entityOf, type Field } from '../catalogue/entity';
import type { Name } from '../catalogue/names';
import type { Period, View } from '../plan';
import { readPeriod } from '../read/periods';
import { type ConditionWish, emptyWish, type MeasureWish, NO_ITEM, type Wish } from '../read/wish';
import { capitalise, plural, tokenize } from '../words/tokens';
import { type Column, findColumn, findMeasure, findTable, findValue, type Found } from './find';
import type { SketchBlock, SketchCondition } from './sketch';

/** `problems` are left out of the page; `assumptions` are read otherwise than they were written. */
export type Remarks = { problems: string[]; assumptions: string[] };

/** A block of a sketch as the builder wants it, and the table it is about; null where what it shows can't be found. */
export function wishOfBlock(block: SketchBlock, catalogue: Catalogue, now: Date, remarks: Remarks): { wish: Wish; base: Entity } | null {
  const table = take(findTable(block.table, catalogue), `There is no table “${block.table}”, so the ${block.show} of it is left out.`, remarks);
  return table && new BlockReader(block, table, catalogue, now, remarks).read();
}

/** What narrows a whole page, for rows of `base`. */
export function narrowingOf(where: readonly SketchCondition[], period: string | undefined, base: Entity, catalogue: Catalogue, now: Date, remarks: Remarks): Wish {
  const wish = emptyWish();
  for (const condition of where) addCondition(wish, condition, base, catalogue, now, remarks);
  if (period) addPeriod(wish, period, now, remarks);
  return wish;
}

const VIEWS = new Set<string>(['bar', 'line', 'area', 'pie', 'heatmap', 'histogram', 'scatter']);

class BlockReader {
  private readonly wish = emptyWish();
  private readonly block: SketchBlock;
  private readonly base: Entity;
  private readonly catalogue: Catalogue;
  private readonly now: Date;
  private readonly remarks: Remarks;

  constructor(block: SketchBlock, base: Entity, catalogue: Catalogue, now: Date, remarks: Remarks) {
    this.block = block;
    this.base = base;
    this.catalogue = catalogue;
    this.now = now;
    this.remarks = remarks;
  }

  read(): { wish: Wish; base: Entity } | null {
    const { wish, block, base } = this;
    const ok = this.measures() && this.groups();
    for (const condition of block.where ?? []) addCondition(wish, condition, base, this.catalogue, this.now, this.remarks);
    if (block.period) addPeriod(wish, block.period, this.now, this.remarks);
    if (!ok) return null;
    this.kind();
    this.order();
    return { wish, base };
  }

  /** False where a number that was named can't be found: another in its place would be a lie. */
  private measures(): boolean {
    const { block, base, wish, catalogue, remarks } = this;
    for (const written of [block.measure, block.measure2]) {
      if (written === undefined) continue;
      const name = take(findMeasure(written, base, catalogue), `${base.plural} have no “${written}”, so the ${block.show} of it is left out.`, remarks);
      if (!name) return false;
      const measure = this.measure(name, written);
      if (!measure) return false;
      wish.measures.push(measure);
    }
    return true;
  }

  /** Null where the number is none: a text has no sum, and how many texts there are is another number. */
  private measure(name: Name, written: string): MeasureWish | null {
    const { remarks, block, base } = this;
    const { aggregate = null, show } = block;
    if (name.kind === 'entity') return { aggregate: 'count', name, where: [] };
    // The builder adds up what is counted, as people say it: "number of units". A model that says count means rows.
    if (aggregate === 'count') {
      if (name.kind === 'field') return { aggregate: 'count', name: { kind: 'entity', entity: name.entity }, where: [] };
      remarks.assumptions.push(`${capitalise(written)} is added up and not counted.`);
    }
    const isText = name.kind === 'field' && name.field.source.type !== 'number' && !(name.field.role === 'time' && (aggregate === 'min' || aggregate === 'max'));
    if (isText && aggregate !== null && aggregate !== 'distinct' && aggregate !== 'count') {
      remarks.problems.push(`The ${name.field.label} of ${base.plural} is no number, so the ${show} of its ${aggregate} is left out.`);
      return null;
    }
    if (isText && aggregate === null) remarks.assumptions.push(`The different ${plural(name.field.label)} are counted.`);
    const isPlain = (show === 'scatter' && !block.group) || show === 'histogram' || show === 'table';
    return { aggregate: isPlain && !this.isGrouped ? null : aggregate, name, where: [] };
  }

  private get isGrouped(): boolean {
    return this.block.group !== undefined || this.block.bucket !== undefined;
  }

  private groups(): boolean {
    const { block, base, wish, catalogue, remarks } = this;
    for (const written of [block.group, block.split]) {
      if (written === undefined) continue;
      const column = take(findColumn(written, base, catalogue), `${base.plural} can’t be grouped by “${written}”, so that ${block.show} is left out.`, remarks);
      if (!column) return false;
      this.group(column);
    }
    if (block.bucket && !wish.bucket) wish.bucket = block.bucket;
    return true;
  }

  private group({ entity, field }: Column): void {
    const { wish, block } = this;
    if (field.role === 'time') {
      wish.time = field;
      wish.bucket = block.bucket ?? 'auto';
    } else if (isNameOf(field, entity)) wish.by.push({ kind: 'entity', entity });
    else if (this.parentOf(entity, field)) wish.by.push({ kind: 'entity', entity: this.parentOf(entity, field) as Entity });
    else wish.by.push({ kind: 'field', field, entity, ...(field.role === 'measure' && { bin: 0 }) });
  }

  /** "customer_id": the customers by name, who are the same groups. */
  private parentOf({ binding, table }: Entity, { column }: Field): Entity | null {
    const key = table.foreignKeys.find((k) => k.columns.length === 1 && k.columns[0] === column);
    const parent = key && entityOf(this.catalogue, binding, key.references.table);
    return parent?.title ? parent : null;
  }

  private kind(): void {
    const { wish, block, base, remarks } = this;
    const grouped = wish.by.length > 0 || wish.bucket !== null;
    const isRows = block.show === 'table' && !grouped && wish.measures.length === 0;
    if (VIEWS.has(block.show)) wish.charts = [block.show as View];
    else if (block.show === 'number' && grouped) {
      wish.charts = [wish.bucket ? 'line' : 'bar'];
      remarks.assumptions.push(`A number has no groups, so it is shown as a ${wish.bucket ? 'line' : 'bar chart'}.`);
    } else if (block.show === 'number') wish.stat = true;
    else if (block.show === 'board') wish.board = true;
    else if (block.show === 'calendar') {
      wish.calendar = true;
      if (wish.by.length > 0) remarks.problems.push('A calendar has days and no other groups.');
    }
    else if (block.show === 'table') this.table(isRows, grouped);
    if (block.show === 'histogram') wish.distribution = true;
    if (wish.measures.length === 0 || wish.board || wish.calendar || wish.table) wish.entities = [base];
  }

  private table(isRows: boolean, grouped: boolean): void {
    const { wish, block, base, catalogue, remarks } = this;
    if (!isRows && grouped) {
      wish.charts = ['table'];
      return;
    }
    wish.table = true;
    // Rows have columns and no sums, so a number beside them is one more column.
    const measured = wish.measures.flatMap(({ name }) => (name.kind === 'field' ? [name] : []));
    const reckoned = wish.measures.filter(({ name }) => name.kind !== 'field' && !(name.kind === 'entity' && name.entity === base));
    if (reckoned.length > 0 && !block.columns) return;
    if (reckoned.length > 0) remarks.problems.push(`A table of rows has columns only, so “${[block.measure, block.measure2].filter(Boolean).join('” and “')}” is left out of it.`);
    wish.measures = [];
    for (const written of block.columns ?? []) {
      const column = take(findColumn(written, base, catalogue), `${base.plural} have no “${written}”, so that column is left out.`, remarks);
      if (column) wish.loose.push({ ...column, item: NO_ITEM });
    }
    for (const { field, entity } of measured) if (!wish.loose.some((l) => l.field === field)) wish.loose.push({ field, entity, item: NO_ITEM });
  }

  private order(): void {
    const { wish, block, base, catalogue, remarks } = this;
    const { top } = block;
    // "value desc", "-total"
    const [, minus, sort, way] = /^([-+])?(.*?)(?:\s+(asc|desc)(?:ending)?)?$/i.exec(block.sort ?? '') ?? [];
    const descending = block.descending ?? (way ? /desc/i.test(way) : minus ? minus === '-' : undefined);
    if (wish.table) {
      if (sort) {
        const column = take(findColumn(sort, base, catalogue), `${base.plural} have no “${sort}” to sort by.`, remarks);
        if (column) wish.sort = { name: { kind: 'field', ...column }, axis: null, descending: descending ?? top !== undefined };
      } else if (descending !== undefined && base.time) wish.latest = { descending, count: top ?? null };
      if (top && wish.sort) wish.top = { count: top, descending: wish.sort.descending ?? true };
      else if (top) wish.rows = top;
      return;
    }
    if (top) wish.top = { count: top, descending: descending ?? true };
    else if (sort) {
      const isLabel = /^(label|name|group|x)$/i.test(sort) || sort === block.group;
      if (!isLabel && !/^(value|y|count|rows|measure)$/i.test(sort) && sort !== block.measure) remarks.assumptions.push(`Sorted by what is shown, and not by “${sort}”.`);
      wish.sort = { name: null, axis: isLabel ? 'x' : 'y', descending: descending ?? !isLabel };
    }
  }
}

function isNameOf(field: Field, entity: Entity): boolean {
  return (field.table === entity.title?.table && field.column === entity.title?.column) || (field.column === entity.key?.column && field.role === 'id');
}

const COMPARED = { '>': 'over', '>=': 'at-least', '<': 'under', '<=': 'at-most' } as const;

function addCondition(wish: Wish, condition: SketchCondition, base: Entity, catalogue: Catalogue, now: Date, remarks: Remarks): void {
  const { op } = condition;
  const column = take(findColumn(condition.column, base, catalogue), `${base.plural} have no “${condition.column}”, so they aren’t narrowed by it.`, remarks);
  if (!column) return;
  const values = (Array.isArray(condition.value) ? condition.value : condition.value === undefined ? [] : [condition.value]).filter((v) => v !== '');
  const [value] = values;
  if (op === 'empty' || op === 'not-empty') return void wish.conditions.push({ kind: 'empty', ...column, negated: op === 'not-empty' });
  if (op === 'above-average' || op === 'below-average') return addAverage(wish, column, op === 'above-average', remarks);
  if (value === undefined) return void remarks.problems.push(`There is no value for ${column.field.label}, so it narrows nothing.`);
  if (op === 'period' && column.field.role !== 'time') return void remarks.problems.push(`The ${column.field.label} of ${base.plural} is no time, so “${String(value)}” narrows nothing.`);
  if (column.field.role === 'time') return addTime(wish, column, op, String(value), now, remarks);
  const made = conditionOf(column, op, values, remarks);
  if (made) wish.conditions.push(made);
}

function addAverage(wish: Wish, column: Column, above: boolean, remarks: Remarks): void {
  if (column.field.source.type === 'number') wish.conditions.push({ kind: 'average', ...column, above });
  else remarks.problems.push(`The ${column.field.label} has no average, so nothing is compared with it.`);
}

function conditionOf(column: Column, op: SketchCondition['op'], values: (string | number | boolean)[], remarks: Remarks): ConditionWish | null {
  const { field } = column;
  const [value] = values;
  const negated = op === 'not';
  if (op === 'contains' || op === 'starts' || op === 'ends') return { kind: 'text', ...column, op, text: String(value), negated: false };
  if (op !== 'is' && op !== 'not' && op !== 'period') {
    const number = Number(value);
    if (field.source.type === 'number' && Number.isFinite(number)) return { kind: 'compare', ...column, op: COMPARED[op as keyof typeof COMPARED], value: number };
    remarks.problems.push(`${field.label} can’t be compared with “${value}”, so that is left out.`);
    return null;
  }
  if (field.source.type === 'number') {
    const number = Number(value);
    if (values.length === 1 && Number.isFinite(number) && !negated) return { kind: 'compare', ...column, op: 'equal', value: number };
    remarks.problems.push(`The ${field.label} can’t be narrowed to “${values.join(', ')}”, so that is left out.`);
    return null;
  }
  if (field.source.type === 'boolean') return { kind: 'values', ...column, values: [/^(true|yes|1)$/i.test(String(value))], negated };
  const known = values.flatMap((each) => take(findValue(String(each), column), `No ${field.label} is “${each}”, so that is left out.`, remarks) ?? []);
  return known.length ? { kind: 'values', ...column, values: known, negated } : null;
}

/** A day or a stretch of time, as an operator and a date or in words. */
function addTime(wish: Wish, { field }: Column, op: SketchCondition['op'], value: string, now: Date, remarks: Remarks): void {
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(value)?.[1];
  if (day && op !== 'is' && op !== 'period' && op !== 'not') {
    const isLower = op === '>' || op === '>=';
    const edge = op === '>' || op === '<=' ? dayAfter(day) : day;
    wish.periods.push({ kind: 'range', from: isLower ? edge : null, to: isLower ? null : edge, label: isLower ? `since ${edge}` : `before ${edge}` });
  } else if (op === 'not') {
    remarks.problems.push(`I can’t leave out “${value}” of the ${field.label}.`);
    return;
  } else addPeriod(wish, value, now, remarks);
  wish.time = field;
}

function addPeriod(wish: Wish, words: string, now: Date, remarks: Remarks): void {
  const period = periodOf(words, now);
  if (period) wish.periods.push(period);
  else if (!/^(all|all time|any|ever|none)$/i.test(words)) remarks.problems.push(`I don’t know which time “${words}” is, so it narrows nothing.`);
}

/** All of the words have to be the period: of "not last month" the rest would be lost. */
function periodOf(words: string, now: Date): Period | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(words.trim())?.[0];
  if (day) return { kind: 'range', from: day, to: dayAfter(day), label: day };
  const tokens = tokenize(words);
  const match = readPeriod(tokens, 0, now);
  if (match && match.length === tokens.length) return match.period;
  const spaced = tokenize(words.replaceAll('_', ' '));
  const again = spaced.length > tokens.length ? readPeriod(spaced, 0, now) : null;
  return again && again.length === spaced.length ? again.period : null;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** What was found, with what was assumed kept; null with the problem kept. */
export function take<T>(found: Found<T> | null, problem: string, remarks: Remarks): T | null {
  if (!found) remarks.problems.push(problem);
  else if (found.assumed) remarks.assumptions.push(found.assumed);
  return found?.it ?? null;
}
