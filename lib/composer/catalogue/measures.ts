import type { Expression, Measure } from '../plan';
import { capitalise, stem } from '../words/tokens';
import type { Entity, Field } from './entity';

/** A measure with a name of its own, beyond a plain column: revenue, profit. `assumption` says how it is reckoned. */
export type NamedMeasure = {
  names: string[];
  entity: Entity;
  measure: Measure;
  assumption: string;
};

export function rowsMeasure(entity: Entity): Measure {
  return { label: entity.plural, aggregate: 'rows', of: null, where: [], format: 'number' };
}

export function columnMeasure(field: Field, aggregate: 'sum' | 'avg' | 'median' | 'min' | 'max' = field.aggregate): Measure {
  const prefix = { sum: isTotal(field.label) ? '' : 'total ', avg: 'average ', median: 'median ', min: 'lowest ', max: 'highest ' }[aggregate];
  const of: Expression = { op: 'column', table: field.table, column: field.column };
  return { label: `${prefix}${field.label}`, aggregate, of, where: [], format: field.format, ...(field.unit && { unit: field.unit }) };
}

/** When the first or the last row was: "latest order". */
export function dateMeasure(field: Field, entity: Entity, aggregate: 'min' | 'max'): Measure {
  const isOwn = field.table === entity.table.name && field.column === entity.time?.column;
  const label = isOwn ? `${aggregate === 'max' ? 'latest' : 'first'} ${entity.singular}` : `${aggregate === 'max' ? 'latest' : 'earliest'} ${field.label}`;
  return { label, aggregate, of: { op: 'column', table: field.table, column: field.column }, where: [], format: 'date' };
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

/** The number of a table that goes by the first of these names that it has, whole or as its last words: what "longest" and "older" are about. */
export function numberCalled(entity: Entity, names: readonly string[]): Field | null {
  return names.flatMap((name) => entity.fields.find((f) => f.role === 'measure' && (f.label === name || f.label.endsWith(` ${name}`))) ?? [])[0] ?? null;
}

/** What rows are compared by where no column is named: what they are worth, or the one number that can be so large: "countries over 10 million". */
export function comparedField(entity: Entity, value: number): Field | null {
  const worth = worthOf(entity);
  const reaches = ({ source }: Field) => typeof source.max === 'number' && source.max >= value;
  if (!worth || reaches(worth) || typeof worth.source.max !== 'number') return worth;
  const [other, ...more] = entity.fields.filter((f) => f.role === 'measure' && reaches(f));
  return other && more.length === 0 ? other : worth;
}

/** What can be reckoned of a table's rows beyond its columns. */
export function namedMeasures(entity: Entity, entities: readonly Entity[]): NamedMeasure[] {
  return [...revenueOf(entity), ...profitOf(entity, entities), ...durationOf(entity)];
}

const REVENUE_NAMES = ['revenue', 'rev', 'sales', 'turnover', 'income', 'spent', 'spending', 'spend', 'turn over', 'gmv', 'how much we sold', 'how much we sell', 'how much did we sell', 'how much we made', 'how much we earned', 'how much money', 'amount sold'];

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
  return [{ names: [label, `time to ${verb}`, `take to ${verb}`, `takes to ${verb}`, `took to ${verb}`, `to ${verb}`, 'resolution time', 'duration', 'handling time', 'processing time'], entity, measure, assumption: `“${capitalise(label)}” is the average from ${from.label} to ${to.label}.` }];
}

function column(field: Field): Expression {
  return { op: 'column', table: field.table, column: field.column };
}

function times(left: Expression, right: Expression): Expression {
  return { op: 'multiply', left, right };
}
