import { listed } from '../../build/conditions';
import { sameFilter } from '../../build/filters';
import { isAboutSomething } from '../../read/says';
import { opposite } from '../../read/opposite';
import { periodLabel } from '../../read/periods';
import type { Entity } from '../../catalogue/entity';
import type { Item } from '../../read/link';
import type { Wish } from '../../read/wish';
import type { Block, Chart, Measure } from '../../plan';
import { removed } from '../columns/column-edits';
import { type Editing, NOTHING_LEFT, quoted } from '../editing';
import { widenBlock } from '../rows/narrow';
import { excludeValues, narrow } from '../rows/narrow-edits';
import { retitled } from '../retitle';
import { namedColumns, nthBlock, saysKind, targetsOf } from '../targets';

/** "remove the pie": takes off the page what a wish names, be it filters, a split, columns, values, rows or blocks. */
export function remove(editing: Editing, wish: Wish, { isFilter, isColumn, unknown, prompt }: { isFilter: boolean; isColumn: boolean; /** That some of the words weren’t understood. */ unknown: string | null; prompt: string }): void {
  if (wish.filters.length) return removeFilters(editing, wish);
  if (isFilter && !isAboutSomething(wish)) return removeOnlyFilter(editing, wish);
  if ((wish.split || wish.style === 'stacked') && !saysKind(wish)) return unsplit(editing, wish);
  if (removedAggregate(editing, wish)) return;
  if (/\bone\b/i.test(prompt) && removeNamedFilter(editing, wish, prompt)) return;
  if (editing.took(removed(editing.plan.blocks, wish, isColumn, editing.catalogue))) return;
  const owners = ownersNamed(wish, prompt);
  if (removedNumbers(editing, countNamed(wish, prompt), owners, isColumn)) return;
  if (owners.length > 0 && !owners.some((l) => editing.plan.blocks.some((b) => b.asked !== false && b.table === l.entity.table.name)) && editing.took(removed(editing.plan.blocks, { ...wish, entities: [], loose: owners }, isColumn, editing.catalogue))) return;
  if (!isAboutSomething(wish) && wish.conditions.length) return excludeValues(editing, wish);
  // "remove orders under 100": rows, and no block.
  const isOfRows = wish.conditions.some((c) => c.kind !== 'values') && !saysKind(wish) && wish.measures.length + wish.by.length + wish.loose.length === 0;
  // "the cancelled orders", where none are: the chart of orders isn’t what is to go.
  if (unknown && !saysKind(wish) && !nthBlock(editing.plan.blocks, prompt)) return void editing.problems.push(`${unknown}, so nothing was removed.`);
  if (isOfRows) return narrow(editing, { ...wish, conditions: wish.conditions.map(opposite) });
  const nth = nthBlock(editing.plan.blocks, prompt);
  const targets = nth ? [nth] : putTogetherSo(targetsOf(editing.plan.blocks, wish), wish).filter((b) => counts(b, wish));
  if (targets.length && (nth || isAboutSomething(wish) || targets.length === editing.plan.blocks.length)) {
    if (targets.length === editing.plan.blocks.length) editing.problems.push(NOTHING_LEFT);
    else removeBlocks(editing, targets);
  } else if (wish.conditions.length) narrow(editing, { ...wish, conditions: wish.conditions.map(opposite) });
  else editing.problems.push('I found nothing like that on the page to remove.');
}

function removeBlocks(editing: Editing, blocks: readonly Block[]): void {
  editing.set(editing.plan.blocks.filter((b) => !blocks.includes(b)));
  editing.done.push(`Removed ${quoted(blocks)}.`);
}

const REMOVE = /^\s*(?:(?:please|and|now|then)[\s,]+)*(?:remove|delete|drop|hide|take\s+(?:off|out|away))\s+(?:the\s+|that\s+|this\s+)?(?:(?:tile|figure|number|chart|table)\s+(?:of\s+|called\s+)?)?[“"]?(.+?)[”"]?[\s.!]*$/i;

/** "remove the open orders", of a tile that is called so, among others: the tile, and no rows. */
export function removeCalled(editing: Editing, prompt: string): boolean {
  const name = REMOVE.exec(prompt)?.[1]?.toLowerCase();
  const asked = editing.plan.blocks.filter((b) => b.asked !== false);
  // "open tickets", of "Open tickets this month" and of that of last month.
  const isCalled = (b: Block) => b.title.toLowerCase() === name || (b.type === 'stat' && name !== undefined && b.where.some((c) => c.op === 'period' && b.title.toLowerCase() === `${name} ${periodLabel(c.period)}`));
  const called = asked.filter(isCalled);
  if (called.length === 0 || called.length === asked.length) return false;
  removeBlocks(editing, called);
  return true;
}

/** "remove the number of customers": of several numbers that one has to be there. */
function counts(block: Block, { measures }: Wish): boolean {
  const counted = measures.flatMap((m) => (m.aggregate === 'count' && m.name.kind === 'entity' ? [m.name.entity.plural] : []));
  return block.type !== 'chart' || block.measures.length < 2 || counted.every((plural) => block.measures.some((m) => m.label === plural));
}

/** "remove the stock column", "without the revenue": one of several numbers that a chart or a table of groups has. */
function removedNumbers(editing: Editing, wish: Wish, owners: Wish['loose'], isColumn: boolean): boolean {
  if (wish.conditions.length + wish.by.length + wish.periods.length > 0 || wish.bucket !== null || (saysKind(wish) && !isColumn)) return false;
  const fields = [...namedColumns(wish), ...owners.map((l) => l.field)];
  // "remove the orders", of a chart that counts them beside other numbers.
  const counted = wish.entities.length > 0 && wish.measures.length === 0 && !saysKind(wish) ? wish.entities.map((e) => e.plural) : [];
  const isNamed = ({ of, aggregate, label }: Measure) => (aggregate === 'rows' && counted.includes(label)) || fields.some((f) => of?.op === 'column' && of.table === f.table && of.column === f.column) || wish.measures.some(({ name, aggregate: how }) => (name.kind === 'measure' && name.measure.measure.label === label) || (how === 'count' && name.kind === 'entity' && aggregate === 'rows' && label === name.entity.plural));
  const charts = editing.plan.blocks.filter((b): b is Chart => b.asked !== false && b.type === 'chart' && b.measures.some(isNamed));
  const [only, ...others] = charts;
  const kept = only?.measures.filter((m) => !isNamed(m)) ?? [];
  if (!only || others.length > 0 || kept.length === 0 || editing.plan.blocks.some((b) => b.type === 'stat' && b.asked !== false && isNamed(b.measure))) return false;
  editing.replace(only, retitled(only, { ...only, measures: kept }, editing.catalogue));
  return true;
}

/** "hide the customer": whose each is, in the singular. */
function ownersNamed({ entities, loose, measures, by }: Wish, prompt: string): Wish['loose'] {
  const isOne = ({ singular, plural }: Entity) => !prompt.toLowerCase().includes(plural) && prompt.toLowerCase().includes(singular);
  return loose.length + measures.length + by.length === 0 && entities.every(isOne) ? entities.flatMap((entity) => (entity.title ? [{ field: entity.title, entity, item: {} as Item }] : [])) : [];
}

/** "the order count": how many there are, and not those that are counted. */
function countNamed(wish: Wish, prompt: string): Wish {
  const [entity, ...others] = wish.entities;
  return /\bcounts?\b/i.test(prompt) && entity && others.length + wish.measures.length === 0 ? { ...wish, aggregate: null, entities: [], measures: [{ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }] } : wish;
}

/** "remove the average": the figures and numbers that are put together so. */
function removedAggregate(editing: Editing, wish: Wish): boolean {
  const { aggregate } = wish;
  const isBare = aggregate !== null && !isAboutSomething(wish) && wish.conditions.length + wish.periods.length === 0;
  if (!isBare) return false;
  const isSo = (m: Measure) => m.aggregate === aggregate;
  const after = editing.plan.blocks.flatMap((b): Block[] => {
    if (b.type === 'stat') return b.asked !== false && isSo(b.measure) ? [] : [b];
    if (b.type !== 'chart' || b.asked === false || !b.measures.some(isSo) || b.measures.every(isSo)) return [b];
    return [retitled(b, { ...b, measures: b.measures.filter((m) => !isSo(m)) }, editing.catalogue)];
  });
  const gone = editing.plan.blocks.filter((b) => !after.includes(b));
  if (gone.length === 0 || after.length === 0) editing.problems.push('I found nothing like that on the page to remove.');
  else {
    editing.set(after);
    editing.done.push(gone.some((b) => b.type === 'stat') ? `Removed ${quoted(gone.filter((b) => b.type === 'stat'))}.` : `Changed ${quoted(gone)}.`);
  }
  return true;
}

/** "the average order value": of several that are about it, those that are averages. */
function putTogetherSo(found: readonly Block[], { measures: [first] }: Wish): readonly Block[] {
  const aggregate = first?.aggregate;
  const so = aggregate ? found.filter((b) => (b.type === 'stat' ? [b.measure] : b.type === 'chart' ? b.measures : []).some((m) => m.aggregate === aggregate)) : [];
  return so.length > 0 ? so : found;
}

/** "only the table": what else there is goes. */
export function keepOnly(editing: Editing, wish: Wish): boolean {
  const kept = saysKind(wish) ? targetsOf(editing.plan.blocks.filter((b) => b.asked !== false), wish) : [];
  if (kept.length === 0) return false;
  const gone = editing.plan.blocks.filter((b) => !kept.includes(b));
  if (gone.length === 0) return false;
  editing.set(kept);
  editing.done.push(`Removed ${quoted(gone)}.`);
  return true;
}

function removeFilters(editing: Editing, wish: Wish): void {
  const asked = wish.filters.flatMap((f) => editing.filterFor(f) ?? []);
  const gone = editing.plan.filters.filter((f) => asked.some((a) => sameFilter(a, f)));
  if (gone.length === 0) editing.problems.push('There is no such filter to remove.');
  else {
    editing.setFilters(editing.plan.filters.filter((f) => !gone.includes(f)));
    editing.done.push(`Removed the ${listed(gone.map((f) => f.label), 'and')} filter.`);
  }
}

/** "drop the month one" */
function removeNamedFilter(editing: Editing, wish: Wish, prompt: string): boolean {
  const gone = editing.plan.filters.find((f) => (f.type === 'month' && /\bmonth\b/i.test(prompt)) || wish.loose.some((l) => l.field.table === f.field.table && l.field.column === f.field.column));
  if (!gone) return false;
  editing.setFilters(editing.plan.filters.filter((f) => f !== gone));
  editing.done.push(`Removed the ${gone.label} filter.`);
  return true;
}

/** "remove that filter": the one that there is, or what narrows the page. */
function removeOnlyFilter(editing: Editing, wish: Wish): void {
  const [only, ...others] = editing.plan.filters;
  if (only && others.length === 0) {
    editing.setFilters([]);
    editing.done.push(`Removed the ${only.label} filter.`);
    return;
  }
  const after = editing.plan.blocks.map((b) => widenBlock(b, wish, editing.catalogue));
  if (only || after.every((b, i) => b === editing.plan.blocks[i])) editing.problems.push(only ? 'There are several filters: say which.' : 'There is no filter to remove.');
  else {
    editing.set(after);
    editing.done.push('Took away what narrowed it.');
  }
}

/** "remove the split" */
function unsplit(editing: Editing, wish: Wish): void {
  const target = targetsOf(editing.plan.blocks, wish).find((b) => b.type === 'chart' && b.series !== null);
  if (target?.type !== 'chart') {
    editing.problems.push('No chart on the page has a second grouping.');
    return;
  }
  const { stack: _, ...plain } = target;
  const after = retitled(target, { ...plain, series: null, view: target.view === 'heatmap' ? ('bar' as const) : target.view }, editing.catalogue);
  editing.set(editing.plan.blocks.map((b) => (b === target ? after : b)));
  editing.done.push(`Changed “${after.title}”.`);
}
