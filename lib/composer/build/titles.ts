import { type Catalogue, capitalise, type Entity } from '../catalogue/catalogue';
import { describe, listed } from './conditions';
import type { Condition, Dimension, Measure } from '../plan';

/** "Open orders in Germany" */
export function rowsTitle(base: Entity, where: readonly Condition[], catalogue: Catalogue): string {
  return capitalise(describe(base.plural, where, catalogue, base));
}

/** "Revenue of open orders", "Open orders" */
export function measureTitle(measures: readonly Measure[], base: Entity, where: readonly Condition[], catalogue: Catalogue): string {
  const names = listed(measures.map((m) => m.label), 'and');
  const [only] = measures;
  const counts = measures.length === 1 && (only?.aggregate === 'rows' || only?.aggregate === 'distinct');
  if (counts) return capitalise(describe(names, where, catalogue, base));
  const periods = where.filter((c) => c.op === 'period');
  const others = where.filter((c) => c.op !== 'period');
  const rows = others.length ? ` of ${describe(base.plural, others, catalogue, base)}` : '';
  return capitalise(`${describe(names, periods, catalogue, base)}${rows}`);
}

type ChartWords = { measures: readonly Measure[]; base: Entity; where: readonly Condition[]; by: Dimension; byName: { singular: string; plural: string }; series: Dimension | null; limit: number | null; other: boolean; descending: boolean; versus: boolean };

/** "Open orders by region", "Revenue per month", "Top 10 products by revenue". */
export function chartTitle(words: ChartWords, catalogue: Catalogue): string {
  const { measures, base, where, by, byName, series, limit, other, descending, versus } = words;
  const measured = measureTitle(measures, base, where, catalogue);
  if (versus) return `${measured} this year and last year`;
  if (by.bucket && limit === null) return `${measured} per ${by.bucket}${series ? ` by ${series.field.label}` : ''}`;
  if (limit !== null && !other && !series) return `${descending ? 'Top' : 'Bottom'} ${limit} ${byName.plural} by ${measured.charAt(0).toLowerCase()}${measured.slice(1)}`;
  return `${measured} by ${byName.singular}${series ? ` and ${series.field.label}` : ''}`;
}
