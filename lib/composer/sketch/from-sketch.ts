import { blocksOf } from '../build/blocks';
import { comparePeriods } from '../build/compare-periods';
import { conditionsOf } from '../build/conditions';
import { filterOf, sameFilter } from '../build/filters';
import { overviewOf, pageTitle } from '../build/overview';
import { connect, latestRemark, type Unjoined } from '../build/reach';
import { type Catalogue, entityOf } from '../catalogue/entity';
import { withHistory } from '../edit/history';
import { narrowBlock } from '../edit/rows/narrow';
import { pageRetitled } from '../edit/retitle';
import type { Block, Filter, Plan } from '../plan';
import { basesOf, inPageOrder } from '../read/read';
import type { FilterWish } from '../read/wish';
import { capitalise } from '../words/tokens';
import { findColumn } from './find';
import type { ReadSketch, Sketch, SketchBlock } from './sketch';
import { narrowingOf, type Remarks, take, wishOfBlock } from './wish-of-block';

/** What a sketch became. Without a plan nothing in it fits the data. `done` says what a change changed. */
export type Sketched = { plan: Plan | null; done: string[]; problems: string[]; assumptions: string[] };

/** As many as a Plan has. */
const MAX_BLOCKS = 24;
/** As many as a Plan has. */
const MAX_FILTERS = 8;

/** A sketch as a Plan, by the same builder as a prompt in words. Nothing is put in the place of what can't be found. */
export function planOfSketch({ sketch, faults }: ReadSketch, catalogue: Catalogue, now: Date): Sketched {
  const remarks: Remarks = { problems: [...faults], assumptions: [] };
  const blocks = inPageOrder(sketch.blocks.flatMap((block) => built(withPage(block, sketch), catalogue, now, remarks))).slice(0, MAX_BLOCKS);
  const filters = filtersOf(sketch, blocks, [], catalogue, remarks);
  const { problems, assumptions } = distinct(remarks);
  const [first] = blocks;
  if (!first) return { plan: null, done: [], problems, assumptions };
  const source = catalogue.entities.find((e) => e.binding === first.binding)?.bindingTitle;
  // A title of the model's own might promise what had to be left out.
  const title = (problems.length === 0 && sketch.title?.slice(0, 80)) || pageTitle(blocks, null);
  const said = [...assumptions, ...latestRemark(blocks, catalogue)];
  const plan = connect({ version: 1, title: capitalise(title), description: source ? `From ${source}.` : '', blocks, filters, assumptions: said, unread: [] }, catalogue);
  return { plan, done: [], problems, assumptions: said };
}

/** The Plan with a sketch of what is to be otherwise. A block that isn't spoken of stays to the letter. */
export function changedBySketch(plan: Plan, { sketch, faults }: ReadSketch, catalogue: Catalogue, now: Date): Sketched {
  const remarks: Remarks = { problems: [...faults], assumptions: [] };
  const done: string[] = [];
  const slots = plan.blocks.map((block): (Unjoined | Block)[] => [block]);
  const at = (number: number) => (number <= slots.length ? number - 1 : (remarks.problems.push(`There is no block ${number}.`), -1));
  const added: Unjoined[] = [];
  for (const block of sketch.blocks) {
    const index = block.replace === undefined ? null : at(block.replace);
    if (index === -1) continue;
    const made = built(block, catalogue, now, remarks);
    if (made.length === 0) continue;
    if (index === null) added.push(...made);
    else slots[index] = made.map((each) => ({ ...each, width: block.width ?? plan.blocks[index]?.width }));
    done.push(index === null ? `Added ${quoted(made)}.` : `Changed “${plan.blocks[index]?.title}” to ${quoted(made)}.`);
  }
  const dropped = sketch.remove.flatMap((number) => plan.filters[number - 1 - slots.length] ?? []);
  for (const index of sketch.remove.filter((number) => !plan.filters[number - 1 - slots.length]).map(at).filter((i) => i >= 0)) {
    if (slots[index]?.length === 0) continue;
    slots[index] = [];
    done.push(`Removed “${plan.blocks[index]?.title}”.`);
  }
  if (slots.flat().length + added.length === 0 && !plan.calls?.length) return { plan, done: [], problems: ['That would leave nothing on the page, so it stays.'], assumptions: [] };
  const placed = [...slots.flat(), ...inPageOrder(added)].slice(0, MAX_BLOCKS);
  const narrowed = narrow(placed, sketch, catalogue, now, remarks);
  if (narrowed.some((block, i) => block !== placed[i])) done.push('Narrowed the page.');
  const kept = plan.filters.filter((f) => !dropped.includes(f));
  done.push(...dropped.map((f) => `Removed the ${f.label} filter.`));
  const filters = [...kept, ...filtersOf(sketch, narrowed, kept, catalogue, remarks)].slice(0, MAX_FILTERS);
  done.push(...filters.slice(kept.length).map((f) => `Added ${f.type === 'dates' ? 'a range of dates' : `a ${f.label} filter`}.`));
  const title = sketch.title && sketch.title !== plan.title && remarks.problems.length === 0 ? sketch.title.slice(0, 80) : pageRetitled(plan, plan.blocks, narrowed);
  const { problems, assumptions } = distinct(remarks);
  const said = [...new Set([...plan.assumptions, ...assumptions, ...latestRemark(narrowed, catalogue)])];
  const next = withHistory(connect({ ...plan, title, blocks: narrowed, filters, assumptions: said, unread: [] }, catalogue), plan);
  if (next !== plan && done.length === 0) done.push(title === plan.title ? 'Changed the page.' : `Called it “${title}”.`);
  return { plan: next, done: next === plan ? [] : done, problems, assumptions };
}

/** What narrows the page narrows each of its blocks. */
function withPage(block: SketchBlock, { where, period }: Sketch): SketchBlock {
  const own = new Set(block.where?.map((c) => c.column));
  return { ...block, where: [...(block.where ?? []), ...where.filter((c) => !own.has(c.column))], ...(!block.period && period && { period }) };
}

function built(block: SketchBlock, catalogue: Catalogue, now: Date, remarks: Remarks): Unjoined[] {
  const read = wishOfBlock(block, catalogue, now, remarks);
  if (!read) return [];
  const { wish, base } = read;
  if (block.show === 'overview') {
    const { where, problems } = conditionsOf(wish, base, catalogue, now);
    remarks.problems.push(...problems);
    return overviewOf(base, where, catalogue, now);
  }
  const { blocks, problems, assumptions } = blocksOf(comparePeriods(wish), catalogue, now);
  remarks.problems.push(...problems);
  remarks.assumptions.push(...assumptions);
  return blocks.map((each) => (block.width ? { ...each, width: block.width } : each));
}

function narrow(blocks: readonly (Unjoined | Block)[], { where, period }: Sketch, catalogue: Catalogue, now: Date, remarks: Remarks): (Unjoined | Block)[] {
  if (where.length === 0 && !period) return [...blocks];
  // Each table may lack the column; it is a problem only where all of them do.
  const missed: Remarks[] = [];
  const after = blocks.map((block) => {
    const base = entityOf(catalogue, block.binding, block.table);
    if (!base) return block;
    const own: Remarks = { problems: [], assumptions: [] };
    const wish = narrowingOf(where, period, base, catalogue, now, own);
    missed.push(own);
    return wish.conditions.length + wish.periods.length > 0 ? narrowBlock({ joins: [], filters: [], ...block } as Block, wish, catalogue, now) : block;
  });
  const changed = after.some((block, i) => block !== blocks[i]);
  remarks.assumptions.push(...missed.flatMap((m) => m.assumptions));
  if (!changed || missed.every((m) => m.problems.length > 0)) remarks.problems.push(...missed.flatMap((m) => m.problems));
  return after;
}

function filtersOf({ filters }: Sketch, blocks: readonly (Unjoined | Block)[], present: readonly Filter[], catalogue: Catalogue, remarks: Remarks): Filter[] {
  const bases = basesOf(blocks, catalogue);
  const made: Filter[] = [];
  for (const written of filters) {
    const wish = filterWishOf(written, bases, catalogue, remarks);
    const filter = wish && filterOf(wish, bases, [...present, ...made], catalogue);
    if (typeof filter === 'string') remarks.problems.push(filter);
    else if (filter && ![...present, ...made].some((f) => sameFilter(f, filter))) made.push(filter);
  }
  return made;
}

function filterWishOf(written: string, bases: ReturnType<typeof basesOf>, catalogue: Catalogue, remarks: Remarks): FilterWish | null {
  const word = written.toLowerCase();
  if (word === 'month') return { kind: 'month' };
  if (word === 'search') return { kind: 'search', entity: bases[0] ?? null };
  if (word === 'dates' || word === 'date') return { kind: 'dates' };
  const found = bases.flatMap((base) => findColumn(written, base, catalogue) ?? []);
  const column = take(found.find((f) => !f.assumed) ?? found[0] ?? null, `There is no “${written}” to filter by.`, remarks);
  if (!column) return null;
  if (column.field.role === 'time') return { kind: 'dates' };
  return { kind: column.field.source.type === 'number' && column.field.role === 'measure' ? 'range' : 'field', ...column };
}

function quoted(blocks: readonly { title: string }[]): string {
  return blocks.map((b) => `“${b.title}”`).join(' and ');
}

function distinct({ problems, assumptions }: Remarks): Remarks {
  return { problems: [...new Set(problems)], assumptions: [...new Set(assumptions)] };
}
