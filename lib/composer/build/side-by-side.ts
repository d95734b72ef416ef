import { type Catalogue, entityOf } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { type Chart, MAX_MEASURES } from '../plan';
import type { Unjoined } from './reach';
import { measureTitle } from './titles';

/** Tables of the same groups, each of numbers of another table, are one: customers, orders and revenue by segment. */
export function sideBySide(charts: readonly Unjoined<Chart>[], catalogue: Catalogue): Unjoined<Chart>[] {
  const [own, ...others] = charts.toSorted((a, b) => stepsToGroup(a, catalogue) - stepsToGroup(b, catalogue));
  const isTable = (c: Unjoined<Chart>) => c.view === 'table' && c.series === null && !c.having && !c.cumulative && !c.window && c.versus === null && c.by.bands === undefined;
  const isSame = (c: Unjoined<Chart>) => c.binding === own?.binding && groupOf(c) === groupOf(own) && c.limit === own.limit;
  if (!own || others.length === 0 || !charts.every((c) => isTable(c) && isSame(c)) || charts.flatMap((c) => c.measures).length > MAX_MEASURES) return [...charts];
  const beside = others.map(({ table, where, by, measures }) => ({ table, where, by, measures, joins: [], filters: [] }));
  return [{ ...own, title: titleOf(own, others, catalogue), beside }];
}

/** Those nearest to what is grouped by have a row for each group. */
function stepsToGroup({ binding, table, by }: Unjoined<Chart>, catalogue: Catalogue): number {
  const [from, to] = [entityOf(catalogue, binding, table), entityOf(catalogue, binding, by.field.table)];
  return (from && to && pathBetween(catalogue, from, to)?.length) ?? Infinity;
}

function groupOf({ by: { field, key, bucket, bin } }: Unjoined<Chart>): string {
  return JSON.stringify([field.table, field.column, key, bucket, bin ?? null]);
}

/** "Customers, orders and revenue by segment" */
function titleOf(own: Unjoined<Chart>, others: readonly Unjoined<Chart>[], catalogue: Catalogue): string {
  const base = entityOf(catalogue, own.binding, own.table);
  if (!base) return own.title;
  const reckoned = (charts: readonly Unjoined<Chart>[]) => charts.flatMap((c) => c.measures).filter((m) => !m.plain);
  const alone = measureTitle(reckoned([own]), base, own.where, catalogue);
  return own.title.startsWith(alone) ? `${measureTitle(reckoned([own, ...others]), base, own.where, catalogue)}${own.title.slice(alone.length)}` : own.title;
}
