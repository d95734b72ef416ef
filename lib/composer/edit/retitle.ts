import { type Catalogue, type Entity, entityOf } from '../catalogue/entity';
import { capitalise, uncapitalise } from '../words/tokens';
import { type Block, type Chart, type Measure, measuresOf, type Plan } from '../plan';
import type { Unjoined } from '../build/reach';
import { chartTitle, dimensionName, firstRowsTitle, measureTitle, rowsTitle } from '../build/titles';

type Titled = Unjoined | Block;

/** The title that says what a block shows; null where its table is gone. */
function ownTitle(block: Titled, catalogue: Catalogue): string | null {
  const base = entityOf(catalogue, block.binding, block.table);
  if (!base) return null;
  if (block.type === 'stat' && block.groups) return chartTitle({ measures: [block.measure], base, where: block.where, by: block.groups.by, byName: dimensionName(block.groups.by, base, catalogue), series: null, limit: null, other: false, descending: true, having: block.groups.having, versus: false }, catalogue);
  if (block.type === 'stat') return measureTitle([block.measure], base, block.where, catalogue);
  if (block.type === 'table') return block.perGroup && block.sort ? firstRowsTitle({ ...block, perGroup: block.perGroup, sort: block.sort }, base, catalogue) : rowsTitle(base, block.where, catalogue);
  if (block.type !== 'chart') return null;
  const { where, by, series, limit, other, sort, having, cumulative, window, view, versus } = block;
  return chartTitle({ measures: block.sized ? block.measures.slice(0, 2) : rankedFirst(block), base, where, by, byName: dimensionName(by, base, catalogue), series, limit, other, descending: sort !== 'value-asc', having, cumulative, window, view, versus: versus !== null, perGroup: perGroupName(block, base, catalogue) }, catalogue);
}

function perGroupName({ perGroup, series }: Pick<Chart, 'perGroup' | 'series'>, base: Entity, catalogue: Catalogue) {
  return perGroup !== undefined && series ? { count: perGroup, name: dimensionName(series, base, catalogue) } : null;
}

/** "Top 10 cities by revenue, customers and orders": the number that says which ten they are before the others. */
function rankedFirst(chart: Pick<Chart, 'type' | 'measures' | 'beside' | 'limit' | 'sortBy'>): readonly Measure[] {
  const all = measuresOf(chart);
  const ranked = chart.limit === null ? undefined : all[chart.sortBy ?? 0];
  return ranked ? [ranked, ...all.filter((m) => m !== ranked)] : all;
}

/** `after` with a title that fits it, unless somebody gave it one of their own. */
export function retitled<T extends Titled>(before: Titled, after: T, catalogue: Catalogue): T {
  if (isFigureBesideOthers(before)) return after;
  const [was, is] = [ownTitle(before, catalogue), ownTitle(after, catalogue)];
  if (was === null || is === null) return after;
  if (before.title === was) return { ...after, title: is };
  const at = before.title.toLowerCase().indexOf(was.toLowerCase());
  return at < 0 ? after : { ...after, title: `${before.title.slice(0, at)}${at === 0 ? is : uncapitalise(is)}${before.title.slice(at + was.length)}` };
}

/** The first figure of a row says which rows they are all about; the others are only called what they measure. */
function isFigureBesideOthers(block: Titled): boolean {
  return block.type === 'stat' && block.measure.aggregate !== 'rows' && block.title === capitalise(block.measure.label);
}

/** The page goes by the name of its main block, as long as nobody called it something else. */
export function pageRetitled(plan: Plan, before: readonly Titled[], after: readonly Titled[]): string {
  // It may only stand elsewhere.
  if (after.some((b) => b.title === plan.title)) return plan.title;
  const at = before.findIndex((b) => b.title === plan.title);
  return at >= 0 && before.length === after.length ? (after[at]?.title ?? plan.title) : plan.title;
}
