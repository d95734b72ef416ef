import type { Built } from '../build/blocks';
import { unmetByEdit } from '../account/unmet-edit';
import { unmetProblem } from '../account/unmet';
import { calendarBlock } from '../build/board-block';
import { comparedBlocks } from '../build/compared';
import { listed } from '../build/conditions';
import { filterOf, sameFilter } from '../build/filters';
import { overviewOf } from '../build/overview';
import { connect, latestRemark, type Unjoined } from '../build/reach';
import { groupingOf } from '../build/chart-block';
import { subjectOf } from '../build/subject';
import { type Catalogue, type Entity, entityOf, fieldOf } from '../catalogue/entity';
import { nameIndexOf, type NameIndex } from '../catalogue/names';
import type { Block, CalendarBlock, Chart, Dimension, Filter, Plan } from '../plan';
import { clausesOf } from '../read/clauses';
import { type Item, linkItems } from '../read/link';
import { isAboutSomething, onlyNarrows } from '../read/merge-wishes';
import { basesOf, inPageOrder, lengthProblem, unreadOf } from '../read/read';
import { opposite } from '../read/opposite';
import { readWish } from '../read/read-wish';
import { emptyWish, type Wish } from '../read/wish';
import { capitalise, tokenize } from '../words/tokens';
import type { Verb } from '../words/words';
import { type Change, changeable, changeBlock, changeOf } from './change';
import { changedColumns, type ColumnEdit, hidden, keptOnly, removed, shownToo } from './column-edits';
import { undone, withHistory } from './history';
import { moved, placeOf } from './move';
import { gaveWay, narrowBlock, widenBlock } from './narrow';
import { isOnlyGroup, isOnlyKind, isOnlyMeasured, type Replacement, replacementOf } from './replacement';
import { canGroup, rebased } from './rebase';
import { rename } from './rename';
import { sameChartOf, withNumbers } from './same-chart';
import { ALSO, exchanged, INSTEAD, ONLY_THE, plainly, PRAISE, RANK_THE, soMany, SPLIT, WIDEN, WIDTH, WITHOUT_THE } from './phrases';
import { pageRetitled, retitled } from './retitle';
import { type Titled, titledOf, withTitle } from './titled';
import { countedOnes, narrowedNouns } from './ones';
import { nthBlock, saidOrdinal, saysKind, targetsOf } from './targets';
import { comparedValues, thoseWith, withoutValues, withPeriod, withValues } from './value-edits';

/** A follow-up: the Plan after it, with what was done and what could not be, in words. */
export type Edit = { plan: Plan; done: string[]; unread: string[]; problems: string[]; assumptions: string[] };

const UNDO = /^\s*(?:please\s+)?(?:undo|revert|go\s+back|take\s+(?:that|it)\s+back)(?:\s+(?:that|it|this|the\s+last\s+(?:change|step|edit)|one\s+step|last))?[\s.!]*$/i;
const THEME = /^\s*(?:please\s+)?(?:(?:make|turn|switch|set|use)\s+(?:it|this|the\s+page|everything)?\s*(?:to|into)?\s*)?(?:a\s+)?(dark|light)(?:\s+(?:mode|theme|background))?[\s.!]*$/i;

/** "Undo": there is nothing in it for a model to think about. */
export function isUndo(prompt: string): boolean {
  return UNDO.test(prompt);
}

export function editPlan(plan: Plan, said: string, catalogue: Catalogue, now: Date): Edit {
  const prompt = said.replaceAll(/[^\S\n]{2,}/g, ' ');
  const nothing = { done: [], unread: [], problems: [], assumptions: [] };
  if (UNDO.test(prompt)) {
    const before = undone(plan);
    return before ? { ...nothing, plan: before, done: ['Took the last change back.'] } : { ...nothing, plan, problems: ['There is nothing to take back. Earlier versions are in the list of versions.'] };
  }
  if (THEME.test(prompt)) return { ...nothing, plan, problems: ['Light or dark is each viewer’s own setting, so the page follows it.'] };
  const one = /^\s*(?:and|also|plus|then)?\s*(?:another\s+|also\s+)?(?:one|another)\s+(?:for|by|on|with)\s+(.+)$/i.exec(prompt);
  if (one && addedFilter(plan)) return editPlan(plan, `add a filter for ${one[1]}`, catalogue, now);
  const both = THEN_RENAME.exec(prompt);
  const called = CALLED.exec(both?.[2] ?? '')?.[1];
  if (both?.[1] && called && plan.blocks.filter((b) => b.asked !== false).length > 1) return titledEdit(plan, { rest: both[1], title: called }, catalogue, now);
  if (both?.[1] && both[2] && rename(plan, both[2])) {
    const first = editPlan(plan, both[1], catalogue, now);
    return joined(plan, first, editPlan(first.plan, both[2], catalogue, now));
  }
  const titled = rename(plan, prompt) === null ? titledOf(prompt, catalogue, now) : null;
  if (titled) return titledEdit(plan, titled, catalogue, now);
  const [, gone, fresh] = OTHER_FILTER.exec(prompt) ?? [];
  if (gone && fresh) {
    const first = editPlan(plan, `remove the ${gone} filter`, catalogue, now);
    return first.done.length > 0 ? joined(plan, first, editPlan(first.plan, `add a ${fresh} filter`, catalogue, now)) : first;
  }
  const renamed = rename(plan, prompt);
  if (typeof renamed === 'string') return { ...nothing, plan, problems: [renamed] };
  if (renamed) return { ...nothing, plan: withHistory(renamed.plan, plan), done: [renamed.done] };
  const edit = new Editor(plan, catalogue, now).edit(prompt);
  return { ...edit, plan: withHistory(edit.plan, plan) };
}

/** "a pie please, titled Who buys": nothing is called something that it didn't become. */
function titledEdit(plan: Plan, { rest, title }: Titled, catalogue: Catalogue, now: Date): Edit {
  const none = { plan, done: [], unread: [], problems: [], assumptions: [] };
  const first = /^[\s,.;]*(?:(?:please|and|now|then)[\s,.;]*)*$/i.test(rest) ? none : editPlan(plan, rest, catalogue, now);
  const isThere = first.done.length === 0 && first.unread.length === 0 && first.problems.every((problem) => problem.endsWith(IS_SO));
  if (first.done.length === 0 && !isThere) return { ...first, problems: [...first.problems, `So nothing is called “${title}”.`] };
  return { ...joined(plan, { ...first, problems: isThere ? [] : first.problems }, { ...none, plan: withTitle(plan, first.plan, title) }), done: [...first.done, `It is called “${title}” now.`] };
}

/** Two changes as one step to take back. */
function joined(plan: Plan, first: Edit, second: Edit): Edit {
  const all = (key: 'done' | 'unread' | 'problems' | 'assumptions') => [...first[key], ...second[key]];
  return { plan: withHistory({ ...second.plan, history: plan.history }, plan), done: all('done'), unread: all('unread'), problems: all('problems'), assumptions: all('assumptions') };
}

/** "replace the status filter with a channel filter" */
const OTHER_FILTER = /^\s*(?:please\s+)?(?:replace|swap|exchange|change|switch)\s+the\s+(.+?)\s+(?:filter|slider)\s+(?:with|for|by|to|into)\s+(?:an?\s+|one\s+for\s+(?:the\s+)?)?(.+?)(?:\s+(?:filter|slider|one))?[\s.!]*$/i;

/** "make it a donut and call it Order states" */
const THEN_RENAME = /^(.+?)(?:[,;]?\s+(?:and|then|and then)|[,;.?!])\s+(?:please\s+)?((?:call|name|rename|retitle|title)\s+.+)$/i;

/** Of several things on a page, the one that was changed is meant. */
const CALLED = /^(?:call|name|rename|retitle|title)\s+(?:it|this|that)\s+(?:to\s+|as\s+)?["“'‘]?(.+?)["”'’.!]*\s*$/i;

/** Behind the title of what a change would leave as it is. */
const IS_SO = 'is that way already.';

/** "and one for the month", after a filter was added. */
function addedFilter({ filters, history }: Plan): boolean {
  const before = (history?.at(-1) as Partial<Plan> | undefined)?.filters;
  return before !== undefined && filters.length > before.length;
}

class Editor {
  private plan: Plan;
  private readonly catalogue: Catalogue;
  private readonly index: NameIndex;
  private readonly now: Date;
  private readonly done: string[] = [];
  private readonly problems: string[] = [];
  private readonly assumptions: string[] = [];
  private readonly unread: string[] = [];

  constructor(plan: Plan, catalogue: Catalogue, now: Date) {
    this.plan = plan;
    this.catalogue = catalogue;
    this.index = nameIndexOf(catalogue);
    this.now = now;
  }

  edit(said: string): Edit {
    const prompt = this.ranking(plainly(said));
    if (!this.count(said) && !this.addToChart(said) && !this.exchange(said.replace(PRAISE, ' instead')) && !this.move(prompt) && !this.swap(prompt) && !this.resize(prompt) && !this.widen(prompt)) this.readClauses(prompt);
    const counted = this.done.length ? latestRemark(this.plan.blocks, this.catalogue) : [];
    return {
      plan: this.plan, done: this.done, unread: [...new Set(this.unread)],
      problems: [...new Set([...this.problems, ...lengthProblem(prompt)])], assumptions: [...new Set([...this.assumptions, ...counted])],
    };
  }

  private readClauses(prompt: string): void {
    const items = linkItems(tokenize(exchanged(this.either(prompt))), this.index, this.now);
    let verb: Verb | null = null;
    for (const clause of clausesOf(items)) {
      const wish = countedOnes(narrowedNouns(comparePeriodsOfFigures(readWish(clause, this.context(items), this.catalogue)), clause));
      this.assumptions.push(...wish.assumptions);
      this.problems.push(...wish.problems);
      verb = verbOf(clause) ?? (goesOn(items, clause) ? verb : null);
      for (const item of clause) if (item.mark?.is === 'verb') item.used = true;
      const before = this.done.length;
      this.apply(verb, wish, clause, prompt);
      if (this.done.length > before && this.problems.length === 0 && !INSTEAD.test(prompt) && !WITHOUT_THE.test(prompt)) this.problems.push(...unmetProblem(unmetByEdit(clause, verb, this.plan, this.catalogue)));
    }
    const ordinal = nthBlock(this.plan.blocks, prompt) || this.done.length ? saidOrdinal(prompt) : null;
    this.unread.push(...unreadOf(items).filter((word) => word.toLowerCase() !== ordinal));
  }

  /** "only urgent and high ones": of two values of one column rows have the one or the other. */
  private either(prompt: string): string {
    const said = /^\s*(?:please\s+)?(?:show\s+|keep\s+)?only\b.*\sand\s/i.test(prompt) ? prompt.replace(/\s+and\s+/gi, ' or ') : null;
    const wish = said && this.exactly(said);
    const [only, ...others] = wish ? wish.conditions : [];
    return said && wish && onlyNarrows({ ...wish, entities: [] }) && only?.kind === 'values' && only.values.length > 1 && others.length === 0 ? said : prompt;
  }

  /** One wish out of a piece of a follow-up: "the table of orders". */
  private wishOf(text: string): { wish: Wish; items: Item[] } {
    const items = linkItems(tokenize(text), this.index, this.now);
    const wish = readWish(items, this.context(items), this.catalogue);
    for (const item of items) if (item.mark?.is === 'verb') item.used = true;
    return { wish, items };
  }

  /** What the follow-up names comes first, then what the page is about. */
  private context(items: readonly Item[]): Entity[] {
    const named = items.flatMap((i) => (i.mark ? [] : i.links.slice(0, 1).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : []))));
    return [...named.slice(0, 1), ...basesOf(this.plan.blocks, this.catalogue)];
  }

  /** "put the chart on top", "move the table below the pie" */
  private move(prompt: string): boolean {
    // "put a date range above it" adds one.
    if (!/^\s*(?:please\s+|can you\s+)?(?:move|put|place|bring|shift|pull|push)\b/i.test(prompt) || /^\s*(?:please\s+|can you\s+)?put\s+an?\s+.*\b(?:filter|date range|range of dates|search(?: box)?|slider|dropdown|picker)\b/i.test(prompt)) return false;
    const place = placeOf(prompt.replace(/\b(?:move|put|place|bring|shift|pull|push)\b/i, ''));
    if (!place) return false;
    const { wish, items } = this.wishOf(place.before);
    const beside = place.place === 'above' || place.place === 'below' ? this.wishOf(place.after) : null;
    const targets = this.named(wish, this.plan.blocks);
    this.unread.push(...unreadOf([...items, ...(beside?.items ?? [])]).filter((word) => !/^(very|page|the)$/i.test(word)));
    if (targets.length === 0 || targets.length === this.plan.blocks.length) {
      this.problems.push('I found nothing like that on the page to move.');
      return true;
    }
    const others = beside ? this.named(beside.wish, this.plan.blocks.filter((b) => !targets.includes(b))) : [];
    if (beside && others.length === 0) {
      this.problems.push('I found nothing on the page that it could stand beside.');
      return true;
    }
    const after = moved(this.plan.blocks, targets, place.place, others);
    if (after.every((b, i) => b === this.plan.blocks[i])) this.problems.push('It stands there already.');
    else {
      this.set(after);
      this.done.push(`Moved ${quoted(targets)}.`);
    }
    return true;
  }

  /** "show twenty", "make it 20 customers": of the ranking or the rows that are there. */
  private count(prompt: string): boolean {
    const said = soMany(prompt);
    const grouped = said?.of ? this.exactly(`by ${said.of}`) : null;
    const named = grouped && isOnlyGroup(grouped) ? this.groupedBy(grouped) : null;
    if (!said || (said.of !== null && !named)) return false;
    const rankings = this.plan.blocks.filter((b) => b.asked !== false && b.type === 'chart' && b.limit !== null && !b.other);
    const target = named?.block ?? (rankings.length === 1 ? rankings[0] : undefined);
    const change = changeOf({ ...emptyWish(), rows: said.count }, { change: true, instead: false, splits: false });
    // "top 3" makes a ranking of what is none.
    if (!target || !change) return !/\b(?:top|best|first)\b/i.test(prompt) && this.reads(`show ${said.count} rows`);
    this.changed(target, change);
    return true;
  }

  /** "rank the customers by revenue", where they are what is ranked. */
  private ranking(prompt: string): string {
    const [, , of] = RANK_THE.exec(prompt) ?? [];
    const wish = of === undefined ? null : this.exactly(`by ${of}`);
    return wish && isOnlyGroup(wish) && this.groupedBy(wish) ? prompt.replace(RANK_THE, '$1rank them by ') : prompt;
  }

  /** "operators, not airports", "no, operators": one thing in place of another that is there. */
  private exchange(prompt: string): boolean {
    const said = replacementOf(prompt);
    const [fresh, old] = [said && this.exactly(said.fresh), said?.old ? this.exactly(said.old) : null];
    if (!said || !fresh || (said.old !== null && !old)) return false;
    if (this.regroup(said, fresh)) return true;
    if (old && isOnlyKind(fresh) && isOnlyKind(old)) return this.reads(`change the ${bare(said.old)} to ${bare(said.fresh)}`);
    if (old && isOnlyMeasured(fresh) && isOnlyMeasured(old)) return this.remeasure(fresh, old) || this.refuse(said);
    if (!old && isOnlyMeasured(fresh) && this.plan.blocks.some((b) => b.type === 'chart' && b.asked !== false)) return this.reads(`${bare(said.fresh)} instead`);
    if (old && this.isGroup(said.fresh) && this.isGroup(said.old)) return this.refuse(said);
    return old !== null && onlyNarrows(fresh) && onlyNarrows(old) && this.reads(`only ${bare(said.fresh)}`);
  }

  /** A wish of words that all mean something; null where one doesn't. */
  private exactly(text: string): Wish | null {
    const { wish, items } = this.wishOf(text);
    return unreadOf(items).length > 0 ? null : wish;
  }

  private isGroup(text: string | null): boolean {
    const wish = text === null ? null : this.exactly(`by ${text}`);
    return wish !== null && isOnlyGroup(wish);
  }

  /** What is to give way isn't there: where rows are listed it may be one of their columns. */
  private refuse({ old }: Replacement): boolean {
    if (this.plan.blocks.some((b) => b.type === 'table' && b.asked !== false)) return false;
    this.problems.push(`Nothing on the page shows ${bare(old)}, so nothing was changed.`);
    return true;
  }

  private reads(prompt: string): boolean {
    this.readClauses(prompt);
    return true;
  }

  private regroup(said: Replacement, wish: Wish): boolean {
    // "orders by channel, not region"
    const [, of, behind] = /^(.+?)\s+(?:by|per)\s+(.+)$/i.exec(said.fresh) ?? [];
    const fresh = this.exactly(`by ${behind ?? said.fresh}`);
    const old = said.old === null ? null : this.exactly(`by ${said.old}`);
    if (!fresh || !isOnlyGroup(fresh) || (old && !isOnlyGroup(old)) || (said.old !== null && !old)) return false;
    const isCounted = isOnlyMeasured(wish) && this.plan.blocks.some((b) => b.type === 'chart' && b.asked !== false && this.countsByColumn(b));
    const target = old ? this.groupedBy(old) : this.regroupable(fresh, isCounted);
    // "no, tickets", of orders by region: they are counted, and of the top customers by revenue "no, products" are ranked.
    if (!old && isOnlyMeasured(wish) && target?.block.type === 'chart' && this.countsByColumn(target.block)) return false;
    if (!target || (of !== undefined && targetsOf([target.block], this.wishOf(of).wish).length === 0)) return false;
    const change = changeOf(fresh, { change: true, instead: false, splits: target.isSplit });
    if (!change) return false;
    this.assumptions.push(...fresh.assumptions);
    this.changed(target.block, change);
    return true;
  }

  private countsByColumn({ measures: [measure], by: { field }, binding }: Chart): boolean {
    const owner = entityOf(this.catalogue, binding, field.table);
    return (measure?.aggregate === 'rows' || measure?.aggregate === 'distinct') && owner?.title?.column !== field.column;
  }

  /** "profit, not revenue", "customers, not orders" */
  private remeasure(fresh: Wish, old: Wish): boolean {
    const [now, was] = [measuresOf(fresh), measuresOf(old)];
    const labels = was.flatMap((m) => {
      const subject = subjectOf(m, [], this.catalogue);
      return typeof subject === 'string' ? [] : [subject.measure.label];
    });
    const target = this.plan.blocks.find((b) => b.asked !== false && (b.type === 'chart' ? b.measures : b.type === 'stat' ? [b.measure] : []).some((m) => labels.includes(m.label)));
    const change = target && changeOf({ ...fresh, entities: [], measures: now }, { change: true, instead: true, splits: false });
    if (!target) return this.relisted(fresh, old);
    if (!change) return false;
    this.assumptions.push(...fresh.assumptions);
    this.changed(target, change);
    return true;
  }

  /** A table of orders becomes one of customers. */
  private relisted(fresh: Wish, old: Wish): boolean {
    const target = this.plan.blocks.find((b) => b.type === 'table' && b.asked !== false && old.entities.some((e) => e.table.name === b.table));
    if (!target || fresh.entities.length !== 1 || fresh.measures.length > 0) return false;
    const { blocks: [block] } = this.built({ ...fresh, table: true });
    if (!block) return false;
    this.set(this.plan.blocks.map((b) => (b === target ? block : b)));
    this.done.push(`“${target.title}” is “${block.title}” now.`);
    return true;
  }

  /** Makes a change, from other rows where the block's own don't have what it is to be grouped by. */
  private changed(target: Block, change: Change): Block | string {
    const seen = target.type === 'chart' && change.by ? rebased(target, change.by, this.catalogue) : null;
    const changed = typeof seen === 'string' ? seen : changeBlock(seen && target.type === 'chart' ? retitled(target, seen.chart, this.catalogue) : target, change, this.catalogue, this.now);
    if (typeof seen === 'object' && seen) this.assumptions.push(...seen.assumptions);
    this.replace(target, changed);
    return changed;
  }

  /** The chart that is grouped so, or is split so. */
  private groupedBy({ by: [by], bucket }: Wish): { block: Block; isSplit: boolean } | null {
    for (const block of this.plan.blocks) {
      if (block.type !== 'chart' || block.asked === false) continue;
      const base = entityOf(this.catalogue, block.binding, block.table);
      const grouping = base && by && groupingOf(by, base, this.catalogue);
      const is = ({ field, bucket: own }: Dimension) => (bucket ? own === bucket : typeof grouping === 'object' && grouping?.dimension.field.table === field.table && grouping.dimension.field.column === field.column);
      if (is(block.by)) return { block, isSplit: false };
      if (block.series && is(block.series)) return { block, isSplit: true };
    }
    return null;
  }

  /** The chart that can be grouped so, of its own rows first; where there are several, the first is said. */
  private regroupable({ by: [by], bucket }: Wish, ownOnly: boolean): { block: Block; isSplit: boolean } | null {
    const charts = this.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bin === undefined);
    const own = charts.filter((b) => (by ? canGroup(b, by, this.catalogue) : b.by.bucket !== null));
    const fitting = own.length > 0 || ownOnly ? own : charts.filter((b) => by && typeof rebased(b, by, this.catalogue) !== 'string');
    const [first, ...others] = fitting;
    if (first && others.length) this.assumptions.push(`Several could be meant; I took “${first.title}”.`);
    return first && (by || bucket) ? { block: first, isSplit: false } : null;
  }

  /** The block as it is now, or why it can't be so. */
  private replace(target: Block, changed: Block | string): void {
    if (typeof changed === 'string') {
      this.problems.push(changed);
      return;
    }
    if (JSON.stringify(changed) === JSON.stringify(target)) this.problems.push(`“${target.title}” ${IS_SO}`);
    else this.done.push(`Changed “${changed.title}”.`);
    this.set(this.plan.blocks.map((b) => (b === target ? changed : b)));
  }

  /** "swap the pie and the table", "swap the two charts" */
  private swap(prompt: string): boolean {
    const match = /^\s*(?:please\s+)?(?:swap|exchange|switch)\s+(?:(?:the\s+)?(?:positions?|places?)\s+of\s+)?(.+?)(?:\s+(?:and|with)\s+(.+?))?[\s.!]*$/i.exec(prompt);
    if (!match?.[1]) return false;
    const [one, other] = [this.wishOf(match[1]), match[2] ? this.wishOf(match[2]) : null];
    const shown = this.plan.blocks.filter((b) => b.asked !== false && b.type !== 'stat');
    const firsts = /^(?:them|these|both|the order|the two)$/i.test(match[1]) && !other ? (shown.length === 2 ? shown : []) : this.named(one.wish, this.plan.blocks);
    const [a, b] = other ? [firsts[0], this.named(other.wish, this.plan.blocks).find((block) => block !== firsts[0])] : /\b(two|both|them|these|order)\b/i.test(match[1]) && firsts.length === 2 ? firsts : [];
    if (!a || !b) return false;
    this.set(this.plan.blocks.map((block) => (block === a ? b : block === b ? a : block)));
    this.done.push(`Swapped ${quoted([a, b])}.`);
    return true;
  }

  private named(wish: Wish, blocks: readonly Block[]): Block[] {
    return saysKind(wish) || isAboutSomething(wish) || wish.conditions.length ? targetsOf(blocks, wish) : [];
  }

  /** "make the table full width" */
  private resize(prompt: string): boolean {
    const match = WIDTH.exec(prompt);
    if (!match) return false;
    const width = match[1]?.toLowerCase() === 'half' || match[2]?.toLowerCase() === 'narrower' ? 'half' : 'full';
    const { wish } = this.wishOf(prompt.replace(match[0], ''));
    const [target] = this.named(wish, this.plan.blocks.filter((b) => b.type !== 'stat'));
    if (!target) this.problems.push('I found nothing like that on the page to make wider or narrower.');
    else {
      this.set(this.plan.blocks.map((b) => (b === target ? { ...b, width } : b)));
      this.done.push(`“${target.title}” has ${width === 'full' ? 'the whole' : 'half the'} width now.`);
    }
    return true;
  }

  /** "show all countries again", "clear the conditions" */
  private widen(prompt: string): boolean {
    if (!WIDEN.test(prompt) || /\bfilters?\b/i.test(prompt)) return false;
    const { wish, items } = this.wishOf(prompt.replace(/\b(all|everything|show|include|again|time|clear|reset|remove|drop|conditions?|restrictions?|narrowing|limits?)\b/gi, ' '));
    const after = this.plan.blocks.map((b) => widenBlock(b, wish, this.catalogue));
    if (after.every((b, i) => b === this.plan.blocks[i])) return false;
    this.unread.push(...unreadOf(items));
    this.set(after);
    this.done.push('Took away what narrowed it.');
    return true;
  }

  private apply(verb: Verb | null, said: Wish, clause: readonly Item[], prompt: string): void {
    const compared = comparedValues(this.plan.blocks, said);
    const wish = compared ?? said;
    const isChange = verb === 'change' || verb === 'instead' || verb === 'move';
    if (verb === 'remove') this.remove(wish, { isFilter: clause.some((i) => i.mark?.is === 'filter'), isColumn: clause.some((i) => i.mark?.is === 'columns'), prompt });
    else if (verb === 'change' && this.converted(wish)) return;
    else if (this.redated(wish)) return;
    else if ((verb === 'add' || ALSO.test(prompt)) && this.measureToo(wish)) return;
    else if ((verb === 'add' || ALSO.test(prompt)) && onlyNarrows(wish) && this.includeToo(wish)) return;
    else if (this.took(changedColumns(this.plan.blocks, { verb, wish, clause }, this.catalogue)) || ((verb === 'add' || ALSO.test(prompt)) && !SPLIT.test(prompt) && this.took(shownToo(this.plan.blocks, wish, clause, this.catalogue)))) return;
    else if (verb !== 'add' && ONLY_THE.test(prompt) && this.keepOnly(wish)) return;
    else if (WITHOUT_THE.test(prompt) && this.took(hidden(this.plan.blocks, wish))) return;
    else if (clause.some((i) => i.mark?.is === 'only') && this.took(keptOnly(this.plan.blocks, wish, this.catalogue))) return;
    else if (this.took(thoseWith(this.plan.blocks, wish, clause, this.catalogue))) return;
    else if (verb !== 'add' && this.isNarrowing(wish, clause)) this.narrow(wish);
    else if ((verb !== 'add' || SPLIT.test(prompt)) && this.change(wish, { change: isChange || clause.some((i) => i.lower === 'as' || i.mark?.is === 'only'), instead: INSTEAD.test(prompt) || becomes(verb, wish), splits: compared !== null || SPLIT.test(prompt) || (ALSO.test(prompt) && wish.by.length > 0), ...rankingSaid(clause) }, prompt)) return;
    else if (verb !== 'add' && clause.some((i) => i.mark?.is === 'only') && unreadOf(clause).length > 0) this.problems.push(`I don’t know ${listed(unreadOf(clause).map((word) => `“${word}”`), 'and')}, so nothing was narrowed.`);
    else this.add(wish);
  }

  /** "only Germany", "without returned orders": no block of its own, since the rows it names are on the page. */
  private isNarrowing(wish: Wish, clause: readonly Item[]): boolean {
    if (onlyNarrows(wish)) return true;
    const said = clause.some((i) => i.mark?.is === 'only' || i.mark?.is === 'not');
    return said && onlyNarrows({ ...wish, entities: [] }) && wish.entities.every((e) => this.plan.blocks.some((b) => b.table === e.table.name));
  }

  /** "add profit to that chart": in the one that is there and no other, or in words why not. */
  private addToChart(prompt: string): boolean {
    const said = sameChartOf(prompt);
    if (!said) return false;
    const { wish, items } = this.wishOf(said.what);
    const charts = this.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.view !== 'table');
    const described = said.chart === null ? charts : this.named(this.wishOf(said.chart).wish, charts).filter((b) => b.type === 'chart');
    const nth = said.chart === null ? null : nthBlock(this.plan.blocks, prompt);
    const possible = nth?.type === 'chart' ? [nth] : described.length ? described : charts;
    const isOfLine = !said.isLine || possible.some((b) => b.view === 'line' || b.view === 'area');
    const numbers = { ...wish, bucket: possible.some((b) => b.by.bucket === wish.bucket) ? null : wish.bucket, conditions: [] };
    if (unreadOf(items).length > 0 || !isOfLine || possible.length === 0) return false;
    if (said.saysChart && possible.length === 1 && possible[0] && this.addOther(possible[0], wish)) return true;
    if (wish.conditions.length > 0 || !isOnlyMeasured(numbers)) return false;
    const tries = possible.map((chart) => ({ chart, after: withNumbers(chart, measuresOf(wish), this.catalogue) }));
    const found = tries.find(({ after }) => typeof after !== 'string') ?? tries[0];
    if (!found) return false;
    if (typeof found.after === 'string') {
      this.problems.push(found.after);
      return true;
    }
    if (possible.length > 1) this.assumptions.push(`Several could be meant; I took “${found.chart.title}”.`);
    this.assumptions.push(...wish.assumptions, ...found.after.assumptions);
    this.replace(found.chart, retitled(found.chart, found.after.chart, this.catalogue));
    return true;
  }

  /** "also the average minimum": in the chart that is there, where it is of the same rows and unit. */
  private measureToo(wish: Wish): boolean {
    const said = saysKind(wish) || wish.by.length + wish.loose.length + wish.filters.length + wish.conditions.length > 0 || wish.bucket !== null || wish.overview;
    const target = this.plan.blocks.find((b) => b.type === 'chart' && b.asked !== false && b.series === null && !b.versus);
    if (said || wish.measures.length === 0 || target?.type !== 'chart') return false;
    const subjects = wish.measures.map((m) => subjectOf(m, [], this.catalogue)).filter((s) => typeof s !== 'string');
    const fitting = subjects.filter((s) => s.base.table.name === target.table && s.measure.format === target.measures[0]?.format);
    if (fitting.length === 0 || fitting.length < wish.measures.length) return false;
    const fresh = fitting.map((s) => s.measure).filter((m) => target.measures.every((each) => each.label !== m.label));
    if (fresh.length === 0) return false;
    const measures = [...target.measures, ...fresh].slice(0, 6);
    const after = retitled(target, { ...target, measures, other: false, view: target.view === 'area' ? ('line' as const) : target.view === 'pie' ? ('bar' as const) : target.view }, this.catalogue);
    this.set(this.plan.blocks.map((b) => (b === target ? after : b)));
    this.done.push(`Changed “${after.title}”.`);
    return true;
  }

  /** "add Germany to that chart", "add channel to that chart": values that it left out, or a second grouping. */
  private addOther(chart: Chart, wish: Wish): boolean {
    const [only, ...others] = wish.conditions;
    if (onlyNarrows(wish) && only?.kind === 'values' && others.length === 0) {
      if (!this.includeToo(wish)) this.problems.push(`Nothing narrows “${chart.title}” by ${only.field.label}, so ${listed(only.values.map(String), 'and')} is in it already.`);
      return true;
    }
    const [loose] = wish.loose;
    if (!loose || loose.field.role === 'measure' || isAboutSomething({ ...wish, loose: [] }) || wish.conditions.length + wish.filters.length > 0) return false;
    if (chart.series) this.problems.push(`“${chart.title}” is split by ${chart.series.field.label} already.`);
    else {
      const change = changeOf({ ...wish, loose: [], by: [{ kind: 'field', field: loose.field, entity: loose.entity }] }, { change: true, instead: false, splits: true });
      if (change) this.changed(chart, change);
    }
    return true;
  }

  /** "remove that filter": the one that there is, or what narrows the page. */
  private removeOnlyFilter(wish: Wish): void {
    const [only, ...others] = this.plan.filters;
    if (only && others.length === 0) {
      this.plan = connect({ ...this.plan, filters: [] }, this.catalogue);
      this.done.push(`Removed the ${only.label} filter.`);
      return;
    }
    const after = this.plan.blocks.map((b) => widenBlock(b, wish, this.catalogue));
    if (only || after.every((b, i) => b === this.plan.blocks[i])) this.problems.push(only ? 'There are several filters: say which.' : 'There is no filter to remove.');
    else {
      this.set(after);
      this.done.push('Took away what narrowed it.');
    }
  }

  private remove(wish: Wish, { isFilter, isColumn, prompt }: { isFilter: boolean; isColumn: boolean; prompt: string }): void {
    if (wish.filters.length) return this.removeFilters(wish);
    if (isFilter && !isAboutSomething(wish)) return this.removeOnlyFilter(wish);
    if ((wish.split || wish.style === 'stacked') && !saysKind(wish)) return this.unsplit(wish);
    if (/\bone\b/i.test(prompt) && this.removeNamedFilter(wish, prompt)) return;
    if (this.took(removed(this.plan.blocks, wish, isColumn))) return;
    if (!isAboutSomething(wish) && wish.conditions.length) return this.excludeValues(wish);
    // "remove orders under 100": rows, and no block.
    const isOfRows = wish.conditions.some((c) => c.kind !== 'values') && !saysKind(wish) && wish.measures.length + wish.by.length + wish.loose.length === 0;
    if (isOfRows) return this.narrow({ ...wish, conditions: wish.conditions.map(opposite) });
    const nth = nthBlock(this.plan.blocks, prompt);
    const targets = nth ? [nth] : targetsOf(this.plan.blocks, wish);
    if (targets.length && (nth || isAboutSomething(wish) || targets.length === this.plan.blocks.length)) {
      if (targets.length === this.plan.blocks.length) this.problems.push('Then nothing would be left, so I kept it.');
      else {
        this.set(this.plan.blocks.filter((b) => !targets.includes(b)));
        this.done.push(`Removed ${quoted(targets)}.`);
      }
    } else if (wish.conditions.length) this.narrow({ ...wish, conditions: wish.conditions.map(opposite) });
    else this.problems.push('I found nothing like that on the page to remove.');
  }

  /** "only the table": what else there is goes. */
  private keepOnly(wish: Wish): boolean {
    const kept = saysKind(wish) ? targetsOf(this.plan.blocks.filter((b) => b.asked !== false), wish) : [];
    if (kept.length === 0) return false;
    const gone = this.plan.blocks.filter((b) => !kept.includes(b));
    if (gone.length === 0) return false;
    this.set(kept);
    this.done.push(`Removed ${quoted(gone)}.`);
    return true;
  }

  /** "include France too", "and 2014 too": where the page shows Germany only, or 2013. */
  private includeToo(wish: Wish): boolean {
    return this.took(withPeriod(this.plan.blocks, wish, this.catalogue)) || this.took(withValues(this.plan.blocks, wish, this.catalogue));
  }

  /** "remove Germany": out of what the page is narrowed to, else out of everything. */
  private excludeValues(wish: Wish): void {
    if (this.took(withoutValues(this.plan.blocks, wish, this.catalogue))) return;
    this.narrow({ ...wish, conditions: wish.conditions.map(opposite) });
  }

  /** "remove the split" */
  private unsplit(wish: Wish): void {
    const target = targetsOf(this.plan.blocks, wish).find((b) => b.type === 'chart' && b.series !== null);
    if (target?.type !== 'chart') {
      this.problems.push('No chart on the page has a second grouping.');
      return;
    }
    const { stack: _, ...plain } = target;
    const after = retitled(target, { ...plain, series: null, view: target.view === 'heatmap' ? ('bar' as const) : target.view }, this.catalogue);
    this.set(this.plan.blocks.map((b) => (b === target ? after : b)));
    this.done.push(`Changed “${after.title}”.`);
  }

  /** "drop the month one" */
  private removeNamedFilter(wish: Wish, prompt: string): boolean {
    const gone = this.plan.filters.find((f) => (f.type === 'month' && /\bmonth\b/i.test(prompt)) || wish.loose.some((l) => l.field.table === f.field.table && l.field.column === f.field.column));
    if (!gone) return false;
    this.plan = connect({ ...this.plan, filters: this.plan.filters.filter((f) => f !== gone) }, this.catalogue);
    this.done.push(`Removed the ${gone.label} filter.`);
    return true;
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

  private filterFor(wish: Wish['filters'][number]): Filter | null {
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
    this.assumptions.push(...gaveWay(this.plan.blocks, after));
    this.set(after);
    this.done.push(changed.length === after.length ? 'Narrowed everything on the page.' : `Narrowed ${quoted(changed.some((b) => b.type !== 'stat') ? changed.filter((b) => b.type !== 'stat') : changed)}; the rest ${wish.entities.length ? 'stays as it is' : 'has no such column'}.`);
  }

  /** "make it a line", "by week", "top 5", "stack it": a part of a wish that changes what is there. */
  private change(wish: Wish, said: Parameters<typeof changeOf>[1], prompt: string): boolean {
    if ((wish.versus || wish.versusBefore) && (wish.periods.length > 0 || wish.versusBefore) && this.plan.blocks.some((b) => b.type === 'chart')) {
      this.problems.push('A chart is only compared with the year before: “compare with last year”.');
      return true;
    }
    const swapped = said.instead ? swapOf(wish, prompt) : null;
    // "show only the first 10": of the rows as they stand.
    if (wish.latest?.count && /\bfirst\s+(?:\d|two|three|five|ten|twenty)/i.test(prompt)) [wish.rows, wish.latest] = [wish.latest.count, null];
    const change = changeOf(swapped ? { ...wish, measures: swapped.fresh } : wish, said);
    if (!change) return false;
    const target = nthBlock(this.plan.blocks, prompt) ?? this.changeTarget(swapped ? { ...wish, measures: swapped.old } : wish, change, swapped !== null);
    if (!target) {
      this.problems.push('I found no chart on the page to change that way.');
      return true;
    }
    const changed = this.changed(target, change);
    if (typeof changed === 'string') return true;
    if (wish.conditions.length) this.narrow({ ...wish, periods: change.versus ? [] : wish.periods });
    return true;
  }

  private changeTarget(wish: Wish, change: Change, names: boolean): Block | null {
    const { by } = change;
    const possible = changeable(this.plan.blocks, change);
    const own = by ? possible.filter((b) => b.type !== 'chart' || canGroup(b, by, this.catalogue)) : [];
    const fitting = own.length ? own : possible;
    const described = { ...wish, charts: change.view === 'table' && wish.charts.length > 0 ? wish.charts : wish.charts.slice(0, -1), table: wish.table && (!wish.endsInTable || change.sort !== null || change.rows !== null || change.latest !== null), by: change.by ? [] : wish.by, loose: change.splits ? [] : wish.loose, bucket: null, conditions: [], ...(change.measures.length && !names && { measures: [], entities: [] }) };
    const named = targetsOf(fitting, described);
    const asked = (named.length ? named : fitting).filter((b) => b.asked !== false);
    const [first, ...others] = asked.length ? asked : named.length ? named : fitting;
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
      this.done.push(filter.type === 'dates' ? 'Added a range of dates.' : filter.type === 'search' ? 'Added a search.' : `Added a ${filter.label} filter.`);
    }
  }

  private addBlocks(said: Wish): void {
    const [base] = basesOf(this.plan.blocks, this.catalogue);
    // "a calendar too": of what the page is about.
    const isBare = said.entities.length + said.measures.length + said.by.length + said.loose.length + said.conditions.length === 0 && (said.table || said.board || said.calendar);
    const wish = isBare && base ? { ...said, entities: [base] } : this.groupedLikeChart(said);
    const { blocks, problems, assumptions } = this.built(wish);
    this.problems.push(...problems);
    this.assumptions.push(...assumptions);
    const fresh = blocks.filter((b) => !this.plan.blocks.some((p) => p.type === b.type && p.title === b.title));
    if (fresh.length) {
      this.set(placed(this.plan.blocks, fresh));
      this.done.push(`Added ${quoted(fresh)}.`);
    } else if (blocks.length) this.problems.push(`${capitalise(quoted(blocks))} is on the page already.`);
  }

  /** "show revenue too", beside orders per month: per month as well. */
  private groupedLikeChart(wish: Wish): Wish {
    const isBare = wish.measures.length > 0 && !saysKind(wish) && wish.by.length + wish.loose.length + wish.entities.length + wish.conditions.length + wish.periods.length === 0 && wish.bucket === null && !wish.top && !wish.versus && !wish.distribution;
    const chart = isBare ? this.plan.blocks.find((b): b is Chart => b.type === 'chart' && b.asked !== false && b.by.bin === undefined) : undefined;
    const owner = chart && entityOf(this.catalogue, chart.binding, chart.by.field.table);
    const field = chart && owner && fieldOf(owner, chart.by.field.column);
    if (!chart || !owner || !field) return wish;
    this.assumptions.push(`It is grouped as “${chart.title}” is.`);
    if (chart.by.bucket) return { ...wish, bucket: chart.by.bucket };
    return { ...wish, by: [field === owner.title ? { kind: 'entity', entity: owner } : { kind: 'field', field, entity: owner }] };
  }

  /** "make it a board": the only rows of the page in another shape. */
  private converted(wish: Wish): boolean {
    const rows = this.plan.blocks.filter((b) => b.asked !== false && (b.type === 'table' || b.type === 'board' || b.type === 'calendar'));
    const [only, ...others] = rows;
    const base = only && entityOf(this.catalogue, only.binding, only.table);
    const kind = wish.board ? 'board' : wish.calendar ? 'calendar' : wish.table ? 'table' : null;
    const isBare = wish.entities.length + wish.measures.length + wish.conditions.length + wish.periods.length + wish.filters.length === 0 && wish.charts.length === 0 && wish.sort === null && wish.rows === null;
    if (!only || !base || others.length > 0 || kind === null || only.type === kind || !isBare) return false;
    const { blocks, problems, assumptions } = this.built({ ...wish, entities: [base] });
    const [fresh] = blocks;
    this.problems.push(...problems);
    if (!fresh) return true;
    this.assumptions.push(...assumptions);
    this.set(this.plan.blocks.map((b) => (b === only ? { ...fresh, where: only.where } : b)));
    this.done.push(`Made “${only.title}” a ${kind}.`);
    return true;
  }

  /** "by closing date": the days that a calendar stands on. */
  private redated(wish: Wish): boolean {
    const target = this.plan.blocks.find((b): b is CalendarBlock => b.type === 'calendar' && b.asked !== false);
    const base = target && entityOf(this.catalogue, target.binding, target.table);
    const isBare = wish.time !== null && wish.entities.length + wish.measures.length + wish.by.length + wish.periods.length + wish.conditions.length + wish.filters.length === 0 && !saysKind(wish);
    if (!target || !base || !isBare || !wish.time || wish.time.table !== base.table.name || wish.time.column === target.time.column) return false;
    const fresh = calendarBlock(base, wish.time, target.start, target.where, this.catalogue);
    if (typeof fresh === 'string') return false;
    this.set(this.plan.blocks.map((b) => (b === target ? fresh : b)));
    this.done.push(`“${target.title}” is by ${wish.time.label} now.`);
    return true;
  }

  private built(wish: Wish): Pick<Built, 'blocks' | 'problems' | 'assumptions'> {
    const [entity] = wish.entities;
    if (wish.overview && entity && wish.by.length + wish.measures.length === 0) return { blocks: overviewOf(entity, [], this.catalogue, this.now), problems: [], assumptions: [] };
    return comparedBlocks(wish, this.catalogue, this.now);
  }

  /** Whether an edit was one: it is made, or why it can't be is said. */
  private took(edit: ColumnEdit | null): boolean {
    if (!edit) return false;
    if ('problem' in edit) this.problems.push(edit.problem);
    else {
      this.set(edit.blocks);
      this.done.push(edit.done);
    }
    return true;
  }

  private set(blocks: readonly (Block | Unjoined)[]): void {
    const title = pageRetitled(this.plan, this.plan.blocks, blocks);
    this.plan = connect({ ...this.plan, title, blocks }, this.catalogue);
    this.plan = { ...this.plan, filters: this.plan.filters.filter((f) => this.plan.blocks.some((b) => b.filters.some((used) => used.id === f.id))) };
  }
}

/** New figures stand with the others on top; everything else comes last. */
function placed(blocks: readonly Block[], fresh: readonly Unjoined[]): (Block | Unjoined)[] {
  const figures = fresh.filter((b) => b.type === 'stat');
  const others = inPageOrder(fresh.filter((b) => b.type !== 'stat'));
  const end = blocks.findLastIndex((b, i) => b.type === 'stat' && blocks.slice(0, i).every((before) => before.type === 'stat')) + 1;
  return [...blocks.slice(0, end), ...figures, ...blocks.slice(end), ...others];
}

/** "rank by the average discount": that it ranks, and how its number is put together. */
function rankingSaid(clause: readonly Item[]): { ranks: boolean; sortAs: Wish['aggregate'] } {
  const at = clause.findIndex((i) => i.mark?.is === 'sort');
  const behind = clause.slice(at + 1).find((i) => i.mark?.is === 'aggregate')?.mark;
  return { ranks: at >= 0 && clause[at]?.lower.startsWith('rank') === true, sortAs: at >= 0 && behind?.is === 'aggregate' && !['count', 'distinct', 'share'].includes(behind.aggregate) ? behind.aggregate : null };
}

/** Its numbers; a table that is named is counted. */
function measuresOf({ measures, entities }: Wish): Wish['measures'] {
  return measures.length ? measures : entities.map((entity) => ({ aggregate: 'count', name: { kind: 'entity', entity }, where: [] }));
}

/** Without its article. */
function bare(text: string | null): string {
  return (text ?? '').replace(/^(?:an?|the)\s+/i, '');
}

/** "change it to revenue": a number and nothing else takes the place of what was measured. */
function becomes(verb: Verb | null, wish: Wish): boolean {
  const others = wish.by.length + wish.loose.length + wish.entities.length + wish.charts.length + wish.conditions.length + wish.periods.length + wish.filters.length;
  return verb === 'change' && wish.measures.length === 1 && others === 0 && wish.bucket === null && wish.aggregate === null && !saysKind(wish) && !wish.sort && !wish.top && !wish.style;
}

/** "profit instead of revenue", "replace revenue with profit": which is the new one, and which names the chart. */
function swapOf(wish: Wish, prompt: string): { old: Wish['measures']; fresh: Wish['measures'] } | null {
  const [first, second] = wish.measures;
  if (!first || !second) return null;
  return /\b(instead of|rather than|in place of)\b/i.test(prompt) ? { old: [second], fresh: [first] } : { old: [first], fresh: [second] };
}

/** "compare with last year" is about the page's charts, whatever the period. */
function comparePeriodsOfFigures(wish: Wish): Wish {
  const ofYears = wish.versus && wish.periods.every((p) => p.kind === 'unit' && p.unit === 'year');
  return ofYears ? { ...wish, periods: [] } : wish;
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
