import type { TableBinding, Column, ColumnRole, Dialect, Key, Table } from '../../binding/binding';
import { hasSchemas } from '../../binding/sql-name';
import type { Anchor, Expression, Join, Measure, PlanField } from '../plan';
import { defaultAggregate, formatOf, labelOf, roleOf } from './roles';
import { capitalise, plural, stem, wordsOf } from '../words/tokens';

/** A column with what it is for. */
export type Field = PlanField & { binding: string; role: ColumnRole; source: Column; aggregate: 'sum' | 'avg' };

/** A table with what it is about: which column names a row, when it happened, what it is worth. */
export type Entity = {
  binding: string;
  bindingTitle: string;
  dialect: Dialect;
  table: Table;
  /** "order item" and "order items". */
  singular: string;
  plural: string;
  fields: Field[];
  /** The single column of the primary key. */
  key: Field | null;
  /** The column that names a row to a person. */
  title: Field | null;
  time: Field | null;
};

/** A measure with a name of its own, beyond a plain column: revenue, profit. `assumption` says how it is reckoned. */
export type NamedMeasure = {
  names: string[];
  entity: Entity;
  measure: Measure;
  assumption: string;
};

export type Catalogue = { entities: Entity[]; measures: NamedMeasure[] };

/** Data that ended longer ago than this is counted from its last date and not from today. */
const STALE_DAYS = 45;

export function createCatalogue(bindings: readonly TableBinding[]): Catalogue {
  const entities = bindings.flatMap((binding) =>
    withInferredKeys(binding.tables).map((table) => createEntity(binding, table)),
  );
  return { entities, measures: entities.flatMap((entity) => namedMeasures(entity, entities)) };
}

function createEntity(binding: TableBinding, table: Table): Entity {
  // Whoever asks for orders needn't say in which schema they are.
  const words = wordsOf(hasSchemas(binding.dialect) ? table.name.slice(table.name.indexOf('.') + 1) : table.name);
  const last = words.at(-1) ?? table.name;
  const lead = words.slice(0, -1);
  // "Sales 2025 (final)" is a title and no noun that has a plural.
  const isNoun = words.length <= 2 && words.every((word) => /^\p{L}+$/u.test(word));
  const singular = isNoun ? [...lead, stem(last)].join(' ') : words.join(' ');
  const fields = table.columns.map((source): Field => {
    const role = roleOf(source, table);
    const label = labelOf(source, role);
    const format = formatOf(source, role);
    return { binding: binding.name, table: table.name, column: source.name, label, format, role, source, aggregate: defaultAggregate(source, format, table) };
  });
  return {
    binding: binding.name,
    bindingTitle: binding.title,
    dialect: binding.dialect,
    table,
    singular,
    plural: isNoun ? [...lead, plural(stem(last))].join(' ') : singular,
    fields,
    key: (table.primaryKey.length === 1 && fields.find((f) => f.column === table.primaryKey[0])) || fields.find((f) => f.label === 'ID') || null,
    title: titleOf(fields, singular),
    time: timeOf(fields),
  };
}

function titleOf(fields: Field[], singular: string): Field | null {
  const texts = fields.filter((f) => f.source.type === 'string' && f.role !== 'id');
  const called = (pattern: RegExp) => texts.find((f) => pattern.test(f.label));
  return (
    called(/^(name|title|full name)$/) ??
    texts.find((f) => f.label === singular || f.label === `${singular} name`) ??
    called(/(^| )(name|title)$/) ??
    texts.find((f) => f.role === 'text') ??
    null
  );
}

/** The time a row happened: not when it ended, and not a date that is mostly missing. */
function timeOf(fields: Field[]): Field | null {
  const times = fields.filter((f) => f.role === 'time');
  const ended = /(closed|ended|end|finished|updated|modified|shipped|ship|delivered|due|birth|expir|deleted|cancel)/;
  return times.find((f) => !ended.test(f.label) && !f.source.nullable) ?? times.find((f) => !ended.test(f.label)) ?? times[0] ?? null;
}

/** Keys that nobody declared: `customer_id` points at the `id` of `customers`, in tables of one binding. */
function withInferredKeys(tables: readonly Table[]): Table[] {
  return tables.map((table) => {
    const declared = new Set(table.foreignKeys.flatMap((key) => key.columns));
    const inferred = table.columns.flatMap((column): Key[] => {
      const target = declared.has(column.name) ? null : targetOf(column, table, tables);
      return target ? [{ columns: [column.name], references: target, inferred: true }] : [];
    });
    return inferred.length ? { ...table, foreignKeys: [...table.foreignKeys, ...inferred] } : table;
  });
}

function targetOf(column: Column, from: Table, tables: readonly Table[]): Key['references'] | null {
  const words = wordsOf(column.name);
  if (words.length < 2 || words.at(-1) !== 'id') return null;
  const noun = words.slice(0, -1).map(stem).join(' ');
  for (const table of tables) {
    if (table === from || wordsOf(table.name).map(stem).join(' ') !== noun) continue;
    const key = table.primaryKey.length === 1 ? table.primaryKey[0] : table.columns.find((c) => c.name.toLowerCase() === 'id' || c.name === column.name)?.name;
    if (key !== undefined && table.columns.some((c) => c.name === key && c.type === column.type)) {
      return { table: table.name, columns: [key] };
    }
  }
  return null;
}

export function entityOf(catalogue: Catalogue, binding: string, table: string): Entity | null {
  return catalogue.entities.find((e) => e.binding === binding && e.table.name === table) ?? null;
}

export function fieldOf(entity: Entity, column: string): Field | null {
  return entity.fields.find((f) => f.column === column) ?? null;
}

/** The steps from `from` to `to`, each from the many to the one side; null where there is no such way. */
export function pathBetween(catalogue: Catalogue, from: Entity, to: Entity): Join[] | null {
  if (from.binding !== to.binding) return null;
  const queue: { at: Entity; path: Join[] }[] = [{ at: from, path: [] }];
  const seen = new Set([from.table.name]);
  for (const { at, path } of queue) {
    if (at === to) return path;
    for (const key of at.table.foreignKeys) {
      const next = entityOf(catalogue, at.binding, key.references.table);
      if (!next || seen.has(next.table.name)) continue;
      seen.add(next.table.name);
      queue.push({ at: next, path: [...path, joinOf(at, key)] });
    }
  }
  return null;
}

function joinOf(from: Entity, key: Key): Join {
  return {
    from: from.table.name,
    fromColumns: key.columns,
    to: key.references.table,
    toColumns: key.references.columns,
    optional: key.inferred || key.columns.some((name) => fieldOf(from, name)?.source.nullable ?? true),
  };
}

/** Relative periods of old data count from its last date, since "this month" of a file from 2019 is always empty. */
export function anchorOf(field: Field, now: Date): Anchor {
  const last = field.source.max === undefined ? NaN : Date.parse(String(field.source.max));
  return Number.isFinite(last) && now.getTime() - last > STALE_DAYS * 86_400_000 ? 'latest' : 'today';
}

export function rowsMeasure(entity: Entity): Measure {
  return { label: entity.plural, aggregate: 'rows', of: null, where: [], format: 'number' };
}

export function columnMeasure(field: Field, aggregate: 'sum' | 'avg' | 'median' | 'min' | 'max' = field.aggregate): Measure {
  const prefix = { sum: isTotal(field.label) ? '' : 'total ', avg: 'average ', median: 'median ', min: 'lowest ', max: 'highest ' }[aggregate];
  const of: Expression = { op: 'column', table: field.table, column: field.column };
  return { label: `${prefix}${field.label}`, aggregate, of, where: [], format: field.format, ...(field.unit && { unit: field.unit }) };
}

function isTotal(label: string): boolean {
  return /(total|sum|amount|revenue|sales|profit|quantity|count|number|gross|votes|spending|spend|cost|income)/.test(label);
}

/** What a row is worth: the column that reads as its total, else the first amount of money, else the first sum. */
export function worthOf(entity: Entity): Field | null {
  const numbers = entity.fields.filter((f) => f.role === 'measure');
  const money = numbers.filter((f) => f.format === 'money');
  const best = (pattern: RegExp) => money.find((f) => pattern.test(f.label)) ?? numbers.find((f) => pattern.test(f.label));
  return (
    best(/^(revenue|sales|total|amount|order total|total amount|grand total)$/) ??
    best(/(revenue|sales|total|amount|gross)/) ??
    money.find((f) => f.aggregate === 'sum') ??
    null
  );
}

function namedMeasures(entity: Entity, entities: readonly Entity[]): NamedMeasure[] {
  return [...revenueOf(entity), ...profitOf(entity, entities), ...durationOf(entity)];
}

const REVENUE_NAMES = ['revenue', 'sales', 'turnover', 'income', 'spent', 'spending', 'spend', 'turn over', 'gmv'];

function revenueOf(entity: Entity): NamedMeasure[] {
  const column = entity.time ? entity.fields.find((f) => f.role === 'measure' && /^(total|amount|order total|total amount|grand total|sales|revenue|total price|sale amount|subtotal)$/.test(f.label)) : null;
  if (column) {
    const measure: Measure = { ...columnMeasure(column, 'sum'), label: 'revenue', format: 'money' };
    const own = REVENUE_NAMES.includes(stem(column.label));
    return [{ names: REVENUE_NAMES, entity, measure, assumption: own ? '' : `Revenue is the ${column.label} of ${entity.plural}.` }];
  }
  const product = quantityTimesPrice(entity);
  if (!product) return [];
  const measure: Measure = { label: 'revenue', aggregate: 'sum', of: product.expression, where: [], format: 'money' };
  return [{ names: REVENUE_NAMES, entity, measure, assumption: `Revenue is ${product.words} of ${entity.plural}.` }];
}

function quantityTimesPrice(entity: Entity): { expression: Expression; quantity: Field; words: string } | null {
  const quantity = entity.fields.find((f) => f.role === 'measure' && /^(quantity|qty|units|units sold)$/.test(f.label));
  const price = entity.fields.find((f) => f.role === 'measure' && /^(unit price|price|price each|item price)$/.test(f.label));
  if (!quantity || !price) return null;
  return { expression: times(column(quantity), column(price)), quantity, words: `${quantity.label} × ${price.label}` };
}

function profitOf(entity: Entity, entities: readonly Entity[]): NamedMeasure[] {
  const product = quantityTimesPrice(entity);
  if (!product) return [];
  for (const key of entity.table.foreignKeys) {
    const parent = entities.find((e) => e.binding === entity.binding && e.table.name === key.references.table);
    const cost = parent?.fields.find((f) => f.role === 'measure' && /^(cost|unit cost|purchase price)$/.test(f.label));
    if (!parent || !cost) continue;
    const of: Expression = { op: 'subtract', left: product.expression, right: times(column(product.quantity), column(cost)) };
    const measure: Measure = { label: 'profit', aggregate: 'sum', of, where: [], format: 'money' };
    return [{ names: ['profit', 'gross profit', 'earning', 'net profit'], entity, measure, assumption: `Profit is ${product.words} less ${product.quantity.label} × ${cost.label} of ${parent.plural}.` },
      { names: ['margin', 'profit margin', 'gross margin', 'margin rate', 'profitability'], entity, measure: { ...measure, label: 'margin', format: 'percent', per: { aggregate: 'sum', of: product.expression } }, assumption: `Margin is profit divided by revenue, of ${entity.plural}.` }];
  }
  return [];
}

function durationOf(entity: Entity): NamedMeasure[] {
  const from = entity.fields.find((f) => f.role === 'time' && /^(opened|created|started|start|ordered)( date| time)?$/.test(f.label));
  const to = entity.fields.find((f) => f.role === 'time' && /^(closed|resolved|ended|end|finished|shipped|delivered)( date| time)?$/.test(f.label));
  if (!from || !to) return [];
  const of: Expression = { op: 'days', left: column(from), right: column(to) };
  const verb = { closed: 'close', resolved: 'resolve', shipped: 'ship', delivered: 'deliver' }[to.label] ?? 'finish';
  const label = `days to ${verb}`;
  const measure: Measure = { label, aggregate: 'avg', of, where: [], format: 'days' };
  return [{ names: [label, `time to ${verb}`, 'resolution time', 'duration', 'handling time', 'processing time', 'response time'], entity, measure, assumption: `“${capitalise(label)}” is the average from ${from.label} to ${to.label}.` }];
}

function column(field: Field): Expression {
  return { op: 'column', table: field.table, column: field.column };
}

function times(left: Expression, right: Expression): Expression {
  return { op: 'multiply', left, right };
}

/** A field as the Plan keeps it. */
export function toPlanField(field: Field): PlanField {
  const { table, column: name, label, format, unit } = field;
  return { table, column: name, label, format, ...(unit && { unit }) };
}

/** The table's own and its parents' columns that are good to group by, best first. */
export function groupingsOf(catalogue: Catalogue, entity: Entity): Field[] {
  const reachable = catalogue.entities
    .flatMap((other) => {
      const path = pathBetween(catalogue, entity, other);
      return path ? [{ other, distance: path.length }] : [];
    })
    .sort((a, b) => a.distance - b.distance);
  const order: ColumnRole[] = ['status', 'category', 'place', 'flag'];
  return reachable
    .filter(({ distance }) => distance <= 2)
    .flatMap(({ other }) => other.fields.filter((f) => isGrouping(f)).sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role)));
}

function isGrouping(field: Field): boolean {
  const distinct = field.source.distinct ?? field.source.values?.length;
  return ['status', 'category', 'place', 'flag'].includes(field.role) && (distinct === undefined || (distinct >= 2 && distinct <= 200));
}
