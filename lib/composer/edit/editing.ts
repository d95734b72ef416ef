import type { Built } from '../build/blocks';
import { withoutUnseenLines } from '../build/chart-lines';
import { comparedBlocks } from '../build/compared';
import { listed } from '../build/conditions';
import { filterOf } from '../build/filters';
import { overviewOf } from '../build/overview';
import { connect, type Unjoined } from '../build/reach';
import type { Catalogue, Entity } from '../catalogue/entity';
import { type NameIndex, nameIndexOf } from '../catalogue/names';
import type { Block, Filter, Plan } from '../plan';
import { type Item, linkItems } from '../read/link';
import { isAboutSomething } from '../read/says';
import { basesOf, unreadOf } from '../read/read';
import { readWish } from '../read/read-wish';
import type { Wish } from '../read/wish';
import { tokenize } from '../words/tokens';
import type { Change } from './change';
import { changeBlock } from './change/change-block';
import type { ColumnEdit } from './columns/column-edits';
import { rebased } from './rebase';
import { pageRetitled, retitled } from './retitle';
import { saysKind, targetsOf } from './targets';

/** Behind the title of what a change would leave as it is. */
export const IS_SO = 'is that way already.';
/** What is said where all that there is was to go. */
export const NOTHING_LEFT = 'Then nothing would be left, so I kept it.';

/**
 * One follow-up while it is carried out: the Plan as it has become so far, with what was done and what could not be.
 * Each kind of edit is a function of it; one that may have nothing to do with what was said returns whether it had.
 */
export class Editing {
  plan: Plan;
  readonly catalogue: Catalogue;
  readonly index: NameIndex;
  readonly now: Date;
  readonly done: string[] = [];
  readonly problems: string[] = [];
  readonly assumptions: string[] = [];
  readonly unread: string[] = [];

  constructor(plan: Plan, catalogue: Catalogue, now: Date) {
    this.plan = plan;
    this.catalogue = catalogue;
    this.index = nameIndexOf(catalogue);
    this.now = now;
  }

  /** One wish out of a piece of a follow-up: "the table of orders". */
  wishOf(text: string): { wish: Wish; items: Item[] } {
    const items = linkItems(tokenize(text), this.index, this.now);
    const wish = readWish(items, this.context(items), this.catalogue);
    for (const item of items) if (item.mark?.is === 'verb') item.used = true;
    return { wish, items };
  }

  /** A wish of words that all mean something; null where one doesn't. */
  exactly(text: string): Wish | null {
    const { wish, items } = this.wishOf(text);
    return unreadOf(items).length > 0 ? null : wish;
  }

  /** What the follow-up names comes first, then what the page is about. */
  context(items: readonly Item[]): Entity[] {
    const named = items.flatMap((i) => (i.mark ? [] : i.links.slice(0, 1).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : []))));
    return [...named.slice(0, 1), ...basesOf(this.plan.blocks, this.catalogue)];
  }

  /** Those of the blocks that a wish names; none where it names nothing. */
  named(wish: Wish, blocks: readonly Block[]): Block[] {
    return saysKind(wish) || isAboutSomething(wish) || wish.conditions.length ? targetsOf(blocks, wish) : [];
  }

  /** New blocks for a wish, not on the page yet. */
  built(wish: Wish): Pick<Built, 'blocks' | 'problems' | 'assumptions'> {
    const [entity] = wish.entities;
    if (wish.overview && entity && wish.by.length + wish.measures.length === 0) return { blocks: overviewOf(entity, [], this.catalogue, this.now), problems: [], assumptions: [] };
    return comparedBlocks(wish, this.catalogue, this.now);
  }

  /** Makes a change, from other rows where the block's own don't have what it is to be grouped by. */
  changed(target: Block, change: Change): Block | string {
    const seen = target.type === 'chart' && change.by ? rebased(target, change.by, this.catalogue) : null;
    const changed = typeof seen === 'string' ? seen : changeBlock(seen && target.type === 'chart' ? retitled(target, seen.chart, this.catalogue) : target, change, this.catalogue, this.now);
    if (typeof seen === 'object' && seen) this.assumptions.push(...seen.assumptions);
    this.replace(target, changed);
    const gone = target.type === 'chart' && typeof changed !== 'string' && changed.type === 'chart' && change.splits ? target.measures.slice(changed.measures.length) : [];
    const told = target.type === 'chart' && typeof changed !== 'string' && changed.type === 'chart' && target.view === 'table' && changed.view !== 'table' ? target.measures.filter((m) => (m.plain || m.format === 'date') && !changed.measures.some((each) => each.label === m.label)) : [];
    if (target.type === 'chart' && target.totals && typeof changed !== 'string' && changed.type === 'chart' && changed.view !== 'table') this.assumptions.push('Only a table has a row for totals, so it went.');
    if (target.type === 'chart' && target.lines && typeof changed !== 'string' && changed.type === 'chart' && !withoutUnseenLines(changed).lines) this.assumptions.push('The line across it went, which only bars, lines and areas have.');
    if (told.length > 0) this.assumptions.push(`Only a table tells the ${listed(told.map((m) => m.label), 'and')} of each.`);
    if (gone.length > 0) this.assumptions.push(`Colours tell one number apart, so ${listed(gone.map((m) => m.label), 'and')} went.`);
    return changed;
  }

  /** The block as it is now, or why it can't be so. */
  replace(target: Block, changed: Block | string): void {
    if (typeof changed === 'string') {
      this.problems.push(changed);
      return;
    }
    if (JSON.stringify(changed) === JSON.stringify(target)) this.problems.push(`“${target.title}” ${IS_SO}`);
    else this.done.push(`Changed “${changed.title}”.`);
    this.set(this.plan.blocks.map((b) => (b === target ? changed : b)));
  }

  /** Whether an edit was one: it is made, or why it can't be is said. */
  took(edit: ColumnEdit | null): boolean {
    if (!edit) return false;
    if ('problem' in edit) this.problems.push(edit.problem);
    else {
      this.set(edit.blocks);
      this.done.push(edit.done);
    }
    return true;
  }

  /** Other blocks on the page; filters that none of them has any more go. */
  set(blocks: readonly (Block | Unjoined)[]): void {
    const title = pageRetitled(this.plan, this.plan.blocks, blocks);
    this.plan = connect({ ...this.plan, title, blocks }, this.catalogue);
    this.plan = { ...this.plan, filters: this.plan.filters.filter((f) => this.plan.blocks.some((b) => b.filters.some((used) => used.id === f.id))) };
  }

  /** Other filters on the page, each with the blocks that it reaches. */
  setFilters(filters: Filter[]): void {
    this.plan = connect({ ...this.plan, filters }, this.catalogue);
  }

  /** The filter that a wish asks for; null where there can be none, which is said. */
  filterFor(wish: Wish['filters'][number]): Filter | null {
    const filter = filterOf(wish, basesOf(this.plan.blocks, this.catalogue), this.plan.filters, this.catalogue);
    if (typeof filter !== 'string') return filter;
    this.problems.push(filter);
    return null;
  }
}

/** The titles of blocks, in quotes. */
export function quoted(blocks: readonly Pick<Block, 'title'>[]): string {
  return listed([...new Set(blocks.map((b) => `“${b.title}”`))], 'and');
}
