import { blocksOf } from '../build/blocks';
import { type Catalogue, type Entity } from '../catalogue/catalogue';
import { capitalise } from '../words/tokens';
import { type Change, changeable, changeBlock, changeOf, narrowBlock, targetsOf } from './change';
import { clausesOf } from '../read/clauses';
import { listed } from '../build/conditions';
import { filterOf, sameFilter } from '../build/filters';
import { type Item, linkItems } from '../read/link';
import { createNameIndex } from '../catalogue/names';
import type { Block, Plan } from '../plan';
import { connect, latestRemark, type Unjoined } from '../build/reach';
import { basesOf, isAboutSomething, lengthProblem, onlyNarrows, unreadOf } from '../read/read';
import { pageRetitled } from './retitle';
import { tokenize } from '../words/tokens';
import type { Wish } from '../read/wish';
import { readWish } from '../read/read-wish';
import type { Verb } from '../words/words';

/** A follow-up: the Plan after it, with what was done and what could not be, in words. */
export type Edit = { plan: Plan; done: string[]; unread: string[]; problems: string[]; assumptions: string[] };

export function editPlan(plan: Plan, prompt: string, catalogue: Catalogue, now: Date): Edit {
  const renamed = rename(plan, prompt);
  if (typeof renamed === 'string') return { plan, done: [], unread: [], problems: [renamed], assumptions: [] };
  if (renamed) return { plan: renamed, done: [renamed.title === plan.title ? 'Renamed.' : `It is called “${renamed.title}” now.`], unread: [], problems: [], assumptions: [] };
  return new Editor(plan, catalogue, now).edit(prompt);
}

const RENAME = /^\s*(?:please\s+)?(?:rename(?:\s+(?:it|this|the\s+(?:page|dashboard|title)))?(?:\s+(?:to|as))?|call\s+(?:it|this|the\s+(?:page|dashboard))|name\s+it|title\s+it|retitle\s+it|(?:change|set)\s+(?:the\s+)?title\s+to)\s*:?\s+["“']?(.+?)["”'.!]*\s*$/i;
const RENAME_BLOCK = /^\s*(?:please\s+)?rename\s+(?:the\s+)?["“']?(.+?)["”']?\s+(?:to|as)\s+["“']?(.+?)["”'.!]*\s*$/i;

/** As long as the Plan takes. */
const MAX_TITLE = 200;

/** A title can be any words, so it is taken as written before anything else reads it. */
function rename(plan: Plan, prompt: string): Plan | string | null {
  const [, block, blockTitle] = RENAME_BLOCK.exec(prompt) ?? [];
  const at = block === undefined ? -1 : plan.blocks.findIndex((b) => b.title.toLowerCase() === block.toLowerCase());
  if (at >= 0 && blockTitle) return { ...plan, blocks: plan.blocks.map((b, i) => (i === at ? { ...b, title: blockTitle } : b)) };
  if (block !== undefined && !/^(it|this|(this |the )?(page|dashboard|title|app))$/i.test(block)) return `Nothing on the page is called “${block}”.`;
  const title = RENAME.exec(prompt)?.[1]?.trim();
  return title ? { ...plan, title: title.slice(0, MAX_TITLE) } : null;
}

/** "replace the pie with bars" is one wish, though "with" begins one elsewhere. */
const REPLACE = /\b((?:replace|swap|exchange)\b[^.;\n]*?)\s+(?:with|by|for)\s+/i;

class Editor {
  private plan: Plan;
  private readonly catalogue: Catalogue;
  private readonly now: Date;
  private readonly done: string[] = [];
  private readonly problems: string[] = [];
  private readonly assumptions: string[] = [];

  constructor(plan: Plan, catalogue: Catalogue, now: Date) {
    this.plan = plan;
    this.catalogue = catalogue;
    this.now = now;
  }

  edit(prompt: string): Edit {
    const items = linkItems(tokenize(prompt.replace(REPLACE, '$1 to ')), createNameIndex(this.catalogue), this.now);
    let verb: Verb | null = null;
    for (const clause of clausesOf(items)) {
      const wish = readWish(clause, this.context(items), this.catalogue);
      this.assumptions.push(...wish.assumptions);
      verb = verbOf(clause) ?? (goesOn(items, clause) ? verb : null);
      this.apply(verb, wish, clause);
    }
    const counted = this.done.length ? latestRemark(this.plan.blocks, this.catalogue) : [];
    return { plan: this.plan, done: this.done, unread: unreadOf(items), problems: [...new Set([...this.problems, ...lengthProblem(prompt)])], assumptions: [...new Set([...this.assumptions, ...counted])] };
  }

  /** What the follow-up names comes first, then what the page is about. */
  private context(items: readonly Item[]): Entity[] {
    const named = items.flatMap((i) => (i.mark ? [] : i.links.slice(0, 1).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : []))));
    return [...named.slice(0, 1), ...basesOf(this.plan.blocks, this.catalogue)];
  }

  private apply(verb: Verb | null, wish: Wish, clause: readonly Item[]): void {
    if (verb === 'undo') this.problems.push('To go back, choose an earlier version.');
    else if (verb === 'move') this.problems.push('I can\'t move blocks: figures stand on top, then charts, then tables.');
    else if (verb === 'remove') this.remove(wish);
    else if (verb !== 'add' && this.isNarrowing(wish, clause)) this.narrow(wish);
    else if (verb !== 'add' && this.change(wish, clause)) return;
    else this.add(wish);
  }

  /** "only Germany", "without returned orders": no block of its own, since the rows it names are on the page. */
  private isNarrowing(wish: Wish, clause: readonly Item[]): boolean {
    if (onlyNarrows(wish)) return true;
    const said = clause.some((i) => i.mark?.is === 'only' || i.mark?.is === 'not');
    return said && onlyNarrows({ ...wish, entities: [] }) && wish.entities.every((e) => this.plan.blocks.some((b) => b.table === e.table.name));
  }

  private remove(wish: Wish): void {
    if (wish.filters.length) return this.removeFilters(wish);
    const targets = targetsOf(this.plan.blocks, wish);
    if (targets.length && (isAboutSomething(wish) || targets.length === this.plan.blocks.length)) {
      if (targets.length === this.plan.blocks.length) this.problems.push('Then nothing would be left, so I kept it.');
      else {
        this.set(this.plan.blocks.filter((b) => !targets.includes(b)));
        this.done.push(`Removed ${quoted(targets)}.`);
      }
    } else if (wish.conditions.length) this.narrow({ ...wish, conditions: wish.conditions.map((c) => (c.kind === 'values' ? { ...c, negated: !c.negated } : c)) });
    else this.problems.push('I found nothing like that on the page to remove.');
  }

  private removeFilters(wish: Wish): void {
    const asked = wish.filters.flatMap((f) => this.filterFor(f) ?? []);
    const gone = this.plan.filters.filter((f) => asked.some((a) => sameFilter(a, f)));
    if (gone.length === 0) this.problems.push('There is no such filter to remove.');
    else {
      this.plan = connect({ ...this.plan, filters: this.plan.filters.filter((f) => !gone.includes(f)) }, this.catalogue);
      this.done.push(`Removed the ${listed(gone.map((f) => f.label), 'and')} filter.`);
    }
  }

  private filterFor(wish: Wish['filters'][number]): Plan['filters'][number] | null {
    const filter = filterOf(wish, basesOf(this.plan.blocks, this.catalogue), this.plan.filters, this.catalogue);
    if (typeof filter !== 'string') return filter;
    this.problems.push(filter);
    return null;
  }

  private narrow(wish: Wish): void {
    const after = this.plan.blocks.map((block) => narrowBlock(block, wish, this.catalogue, this.now));
    const changed = after.filter((b, i) => JSON.stringify(b) !== JSON.stringify(this.plan.blocks[i]));
    if (changed.length === 0) {
      this.problems.push('That narrows nothing that is shown.');
      return;
    }
    this.set(after);
    this.done.push(changed.length === after.length ? 'Narrowed everything on the page.' : `Narrowed ${quoted(changed.some((b) => b.type !== 'stat') ? changed.filter((b) => b.type !== 'stat') : changed)}; the rest has no such column.`);
  }

  /** "make it a line", "by week", "top 5": a part of a wish that changes what is there. */
  private change(wish: Wish, clause: readonly Item[]): boolean {
    const change = changeOf(wish, verbOf(clause) !== null || clause.some((i) => i.lower === 'as' || i.mark?.is === 'only'));
    if (!change) return false;
    const target = this.changeTarget(wish, change);
    if (!target) {
      this.problems.push('I found no chart on the page to change that way.');
      return true;
    }
    const after = this.plan.blocks.map((b) => (b === target ? changeBlock(b, change, this.catalogue) : b));
    const changed = after[this.plan.blocks.indexOf(target)];
    if (JSON.stringify(changed) === JSON.stringify(target)) this.problems.push(`“${target.title}” is that way already.`);
    else this.done.push(`Changed “${changed?.title}”.`);
    this.set(after);
    return true;
  }

  private changeTarget(wish: Wish, change: Change): Block | null {
    const fitting = changeable(this.plan.blocks, change);
    const named = targetsOf(fitting, { ...wish, charts: wish.charts.slice(0, -1), table: false, by: change.by ? [] : wish.by, bucket: null });
    const [first, ...others] = named.length ? named : fitting;
    if (others.length && named.length !== 1 && first) this.assumptions.push(`Several could be meant; I took “${first.title}”.`);
    return first ?? null;
  }

  private add(wish: Wish): void {
    if (isAboutSomething(wish)) this.addBlocks(wish);
    for (const each of wish.filters) {
      const filter = this.filterFor(each);
      if (!filter) continue;
      if (this.plan.filters.some((f) => sameFilter(f, filter))) {
        this.problems.push(`There is a ${filter.label} filter already.`);
        continue;
      }
      this.plan = connect({ ...this.plan, filters: [...this.plan.filters, filter] }, this.catalogue);
      this.done.push(filter.type === 'dates' ? 'Added a range of dates.' : `Added a ${filter.label} filter.`);
    }
  }

  private addBlocks(wish: Wish): void {
    const built = blocksOf(wish, this.catalogue, this.now);
    this.problems.push(...built.problems);
    this.assumptions.push(...built.assumptions);
    const fresh = built.blocks.filter((b) => !this.plan.blocks.some((p) => p.type === b.type && p.title === b.title));
    if (fresh.length) {
      this.set([...this.plan.blocks, ...fresh]);
      this.done.push(`Added ${quoted(fresh)}.`);
    } else if (built.blocks.length) this.problems.push(`${capitalise(quoted(built.blocks))} is on the page already.`);
  }

  private set(blocks: readonly (Block | Unjoined)[]): void {
    const title = pageRetitled(this.plan, this.plan.blocks, blocks);
    this.plan = connect({ ...this.plan, title, blocks }, this.catalogue);
    this.plan = { ...this.plan, filters: this.plan.filters.filter((f) => this.plan.blocks.some((b) => b.filters.some((used) => used.id === f.id))) };
  }
}

/** "remove the pie and the table": after a comma or "and" the verb still holds. */
function goesOn(items: readonly Item[], clause: readonly Item[]): boolean {
  const [first] = clause;
  const before = first ? items[items.indexOf(first) - 1] : undefined;
  return before?.mark?.is === 'break' && before.mark.strength === 'soft';
}

function verbOf(clause: readonly Item[]): Verb | null {
  const verbs = clause.flatMap((i) => (i.mark?.is === 'verb' ? [i.mark.verb] : []));
  return verbs[0] ?? null;
}

function quoted(blocks: readonly Pick<Block, 'title'>[]): string {
  return listed([...new Set(blocks.map((b) => `“${b.title}”`))], 'and');
}

