import { type Entity, entityOf, fieldOf } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import type { Item } from '../../read/link';
import { onlyNarrows } from '../../read/says';
import { opposite } from '../../read/opposite';
import { unreadOf } from '../../read/read';
import { emptyWish, type Wish } from '../../read/wish';
import { MAX_GROUPS, type Block, type Chart } from '../../plan';
import { type Editing, quoted } from '../editing';
import { gaveWay, narrowBlock, widenBlock } from './narrow';
import { WIDEN } from '../said/phrases';
import { retitled } from '../retitle';
import { targetsOf } from '../targets';
import { type Range, spanning, withoutValues, withPeriod, withValues } from './value-edits';

/** "only Germany": everything on the page that has such a column. */
export function narrow(editing: Editing, said: Wish): void {
  const wish = inOneStretch(editing, said);
  if (wish.periods.some((p) => p.kind === 'range' && p.from !== null && p.to !== null && p.from >= p.to)) return void editing.problems.push('That stretch of time ends before it begins, so nothing was narrowed.');
  const after = editing.plan.blocks.map((block) => narrowBlock(block, wish, editing.catalogue, editing.now));
  const changed = after.filter((b, i) => JSON.stringify(b) !== JSON.stringify(editing.plan.blocks[i]));
  if (changed.length === 0) {
    editing.problems.push('That narrows nothing that is shown.');
    return;
  }
  editing.assumptions.push(...gaveWay(editing.plan.blocks, after), ...outsideOf(editing, after));
  editing.set(after);
  editing.done.push(changed.length === after.length ? 'Narrowed everything on the page.' : `Narrowed ${quoted(changed.some((b) => b.type !== 'stat') ? changed.filter((b) => b.type !== 'stat') : changed)}; the rest ${wish.entities.length ? 'stays as it is' : 'has no such column'}.`);
}

/** "only 2031": that the data have nothing of it. */
function outsideOf({ catalogue }: Editing, blocks: readonly Block[]): string[] {
  const said = blocks.flatMap((block) => block.where.flatMap((c) => {
    if (c.op !== 'period' || c.period.kind !== 'range') return [];
    const owner = entityOf(catalogue, block.binding, c.field.table);
    const { min, max } = (owner && fieldOf(owner, c.field.column)?.source) ?? {};
    if (typeof min !== 'string' || typeof max !== 'string') return [];
    const isOutside = (c.period.from !== null && c.period.from > max.slice(0, 10)) || (c.period.to !== null && c.period.to <= min.slice(0, 10));
    return isOutside ? [`The data go from ${min.slice(0, 10)} to ${max.slice(0, 10)}, so there is nothing of ${c.period.label}.`] : [];
  }));
  return [...new Set(said)];
}

/** "2013 to 2014", "2013 and 2014": nothing is in both, so it is from the one to the other. */
function inOneStretch(editing: Editing, wish: Wish): Wish {
  const ranges = wish.periods.filter((p): p is Range => p.kind === 'range' && p.from !== null && p.to !== null).toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  if (ranges.length < 2 || ranges.length < wish.periods.length) return wish;
  if (ranges.some((range, i) => i > 0 && (range.from ?? '') > (ranges[i - 1]?.to ?? ''))) editing.assumptions.push(`From ${ranges[0]?.label} to ${ranges.at(-1)?.label}, with what lies between.`);
  return { ...wish, periods: [ranges.reduce((all, range) => ({ ...spanning(all, range), label: `${ranges[0]?.label} to ${range.label}` }))] };
}

/** "show all countries again", "clear the conditions" */
export function widen(editing: Editing, prompt: string): boolean {
  if (!WIDEN.test(prompt) || /\bfilters?\b/i.test(prompt)) return false;
  const { wish, items } = editing.wishOf(prompt.replace(/\b(all|everything|show|include|again|time|clear|reset|remove|drop|no|without|unlimited|please|them|these|those|conditions?|restrictions?|narrowing|limits?)\b/gi, ' '));
  // "show all orders, split by status" asks for more than all of them.
  if (wish.by.length > 0 || wish.split || wish.bucket !== null || wish.style !== null || wish.charts.length > 0) return false;
  const widened = editing.plan.blocks.map((b) => widenBlock(b, wish, editing.catalogue));
  const isSame = widened.every((b, i) => b === editing.plan.blocks[i]);
  const after = isSame || OF_THEM.test(prompt) ? unlimited(editing, wish) ?? widened : widened;
  if (after === widened && isSame) return false;
  editing.unread.push(...unreadOf(items));
  editing.set(after);
  editing.done.push(after === widened ? 'Took away what narrowed it.' : 'It shows all of them now.');
  return true;
}

/** "without the country", of what shows only Germany: nothing narrows it by that any more. */
export function unnarrowed(editing: Editing, wish: Wish): boolean {
  if (wish.conditions.length === 0 || wish.conditions.some((c) => c.kind !== 'empty' || c.negated)) return false;
  const after = editing.plan.blocks.map((b) => widenBlock(b, wish, editing.catalogue));
  if (after.every((b, i) => b === editing.plan.blocks[i])) return false;
  editing.set(after);
  editing.done.push('Took away what narrowed it.');
  return true;
}

/** "show all of them", of the top ten. */
const OF_THEM = /\ball(?:\s+of\s+(?:them|these|those))?(?:\s*,?\s*please)?[\s.!]*$|\blimit/i;
/** The page with all of what its one ranking shows the first of; null where there is none, or something else is named. */
function unlimited(editing: Editing, { entities, loose }: Wish): Block[] | null {
  const rankings = editing.plan.blocks.filter((b): b is Chart => b.asked !== false && b.type === 'chart' && b.limit !== null);
  const [only, ...others] = rankings;
  const isNamed = ({ by: { field } }: Chart) => entities.every((e) => e.table.name === field.table) && loose.every((l) => l.field.table === field.table && l.field.column === field.column);
  if (!only || others.length > 0 || !isNamed(only)) return null;
  const limit = (only.by.groups ?? 0) > MAX_GROUPS ? MAX_GROUPS : null;
  return editing.plan.blocks.map((b) => (b === only ? retitled(only, { ...only, limit, other: false }, editing.catalogue) : b));
}

/** "only Germany", "without returned orders": no block of its own, since the rows it names are on the page. */
export function isNarrowing(editing: Editing, wish: Wish, clause: readonly Item[]): boolean {
  if (onlyNarrows(wish)) return true;
  const said = clause.some((i) => i.mark?.is === 'only' || i.mark?.is === 'not');
  // "only web sales", of revenue per month: what is measured is there.
  const isShown = wish.measures.length > 0 && clause.some((i) => i.mark?.is === 'only') && editing.plan.blocks.some((b) => b.asked !== false && (b.type === 'chart' || b.type === 'stat')) && targetsOf(editing.plan.blocks.filter((b) => b.asked !== false && (b.type === 'chart' || b.type === 'stat')), { ...emptyWish(), measures: wish.measures }).length > 0;
  return said && onlyNarrows({ ...wish, entities: [], measures: isShown ? [] : wish.measures }) && wish.entities.every((e) => editing.plan.blocks.some((b) => b.table === e.table.name || (b.asked !== false && isReached(editing, b, e))));
}

/** "restrict it to customers in Germany", of revenue per month: each order is of a customer. */
function isReached({ catalogue }: Editing, block: Block, entity: Entity): boolean {
  const base = entityOf(catalogue, block.binding, block.table);
  return base !== null && base.binding === entity.binding && pathBetween(catalogue, base, entity) !== null;
}

/** "include France too", "and 2014 too": where the page shows Germany only, or 2013. */
export function includeToo(editing: Editing, wish: Wish): boolean {
  return editing.took(withPeriod(editing.plan.blocks, wish, editing.catalogue)) || editing.took(withValues(editing.plan.blocks, wish, editing.catalogue));
}

/** "remove Germany": out of what the page is narrowed to, else out of everything. */
export function excludeValues(editing: Editing, wish: Wish): void {
  if (editing.took(withoutValues(editing.plan.blocks, wish, editing.catalogue))) return;
  narrow(editing, { ...wish, conditions: wish.conditions.map(opposite) });
}
