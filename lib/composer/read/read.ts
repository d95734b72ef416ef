import { unmetProblem, unmetWords } from '../account/unmet';
import { additionsIn, putAll } from '../additions/additions';
import type { Built } from '../build/blocks';
import { comparedBlocks } from '../build/compared';
import { type Catalogue, type Entity, entityOf } from '../catalogue/entity';
import { chartBlock, timeGrouping } from '../build/chart-block';
import { clausesOf } from './clauses';
import { asksHowMany, countsOfThem } from './clauses/figures';
import { oftenAsNumber } from './how-often';
import { conditionsOf, periodCondition } from '../build/conditions';
import { figuresOf } from '../build/figures';
import { filterOf, sameFilter } from '../build/filters';
import { type Item, linkItems } from './link';
import { columnListIn } from './list-columns';
import { mergedWishes } from './merge-wishes';
import { asksForBlock, isOnlyTable } from './says';
import { nameIndexOf, sameName } from '../catalogue/names';
import { mainEntity, overviewOf, pageTitle } from '../build/overview';
import type { Chart, Filter, Period, Plan } from '../plan';
import { connect, latestRemark, type Unjoined } from '../build/reach';
import { statBlock } from '../build/stat-block';
import { tableBlock } from '../build/table-block';
import { subjectOf } from '../build/subject';
import { saidPlainly } from './said-plainly';
import { scopeLength } from './scope';
import { listed, MAX_TOKENS, tokenize } from '../words/tokens';
import { sentencesOf, weightOf, without } from './talk';
import type { Wish } from './wish';
import { writesProblem } from './writes';
import { readWish } from './read-wish';
import { axisOrderOf } from '../request/parts';
import { LONGEST_REQUEST, readRequest } from '../request/request';

/** What a prompt became. Without a plan nothing in it could be linked to the data. */
export type Reading = { plan: Plan | null; unread: string[]; problems: string[]; assumptions: string[] };

/** Charts and tables of one prompt; a longer list is no page any more. */
const MAX_BLOCKS = 24;

/** A prompt as a page: the blocks that it asks for, and what is to come to those. */
export function readPrompt(said: string, catalogue: Catalogue, now: Date): Reading {
  const prompt = oftenAsNumber(said, catalogue);
  const { rest, additions } = additionsIn(prompt, { catalogue, now, page: null });
  const read = readBlocks(rest, catalogue, now);
  if (additions.length === 0 || !read.plan) return additions.length === 0 ? read : readBlocks(prompt, catalogue, now);
  const { plan, problems, assumptions } = putAll(read.plan, additions, () => true);
  const assumed = [...read.assumptions, ...assumptions];
  return { ...read, plan: { ...plan, assumptions: assumed }, problems: [...read.problems, ...problems], assumptions: assumed };
}

function readBlocks(prompt: string, catalogue: Catalogue, now: Date): Reading {
  const request = readRequest(prompt, catalogue, now);
  const asked = request && pageOf(prompt, { wishes: [request.wish], items: request.items }, catalogue, now);
  if (asked && request.isSure) return asked;
  const read = readWithoutTalk(prompt, readParted(prompt, catalogue, now), catalogue, now);
  // Words of it are left: it's better only where the other reading leaves more.
  return asked?.plan && (!read.plan || issuesOf(read) > issuesOf(asked)) ? asked : read;
}

/** "Do dear products sell less? Plot price against stock": without the sentence that says why, where less is left unread so. It's said to be unread. */
function readWithoutTalk(prompt: string, read: Reading, catalogue: Catalogue, now: Date): Reading {
  if (issuesOf(read) < 2) return read;
  const index = nameIndexOf(catalogue);
  const others = sentencesOf(prompt).map((sentence) => {
    const rest = readParted(without(prompt, sentence), catalogue, now);
    const text = prompt.slice(sentence.start, sentence.end).replace(/[.?!]+$/, '');
    const unread = [text, ...rest.unread];
    return { cost: issuesOf(rest) + weightOf(prompt, sentence, index, now), reading: { ...rest, unread, plan: rest.plan && { ...rest.plan, unread } } };
  });
  const [best] = others.filter(({ reading }) => reading.plan !== null).toSorted((a, b) => a.cost - b.cost);
  return best && best.cost < issuesOf(read) ? best.reading : read;
}

/** Clause by clause; all of them as one where that leaves less unread, or gives one block where several clauses only tell of one. */
function readParted(prompt: string, catalogue: Catalogue, now: Date): Reading {
  const parted = readOrdered(prompt, catalogue, now);
  const read = pageOf(prompt, parted, catalogue, now);
  const isOne = SAYS_ONE.test(prompt);
  if (!(isOne || isOneBlock(parted.wishes)) || issuesOf(read) + askedOf(read) < 2) return read;
  const items = linkItems(tokenize(saidPlainly(prompt)), nameIndexOf(catalogue), now);
  const wish = { ...readWish(items, [], catalogue), items, leads: false };
  const whole = pageOf(prompt, { wishes: [wish], items }, catalogue, now);
  const isShorter = issuesOf(whole) === issuesOf(read) && askedOf(read) > 1;
  return (askedOf(whole) === 1 || wish.apart) && (issuesOf(whole) < issuesOf(read) || isShorter) ? whole : read;
}

/** “…, and rank from low to high by the bars”: of the one chart that there is, whatever it's of. */
function readOrdered(prompt: string, catalogue: Catalogue, now: Date): { wishes: Wish[]; items: Item[] } {
  const order = prompt.length <= LONGEST_REQUEST ? axisOrderOf(prompt) : null;
  if (!order) return readWishes(prompt, catalogue, now);
  const end = order.said.start + order.said.text.length;
  const rest = readWishes(prompt.slice(0, order.said.start) + ' '.repeat(order.said.text.length) + prompt.slice(end), catalogue, now);
  const [chart, ...others] = rest.wishes.filter((w) => w.by.length > 0 || w.charts.length > 0 || w.loose.length > 0);
  if (!chart || others.length > 0) return readWishes(prompt, catalogue, now);
  chart.sort = { name: null, axis: order.axis, descending: order.descending };
  return rest;
}

function askedOf({ plan }: Reading): number {
  return plan?.blocks.filter((block) => block.asked !== false).length ?? 0;
}

/** Whether clauses can be parts of one block: at most one says how it's shown, and at most one has a number of its own in groups of its own. */
function isOneBlock(wishes: readonly Wish[]): boolean {
  const shown = wishes.filter((w) => w.charts.length > 0 || w.distribution || w.table || w.stat || w.board || w.calendar);
  const grouped = wishes.filter((w) => (w.by.length > 0 || w.bucket !== null || w.top !== null) && (w.measures.length + w.entities.length + w.loose.length > 0 || (w.top !== null && w.by.length > 0)));
  const rows = wishes.find((w) => w.table || w.latest);
  const isPage = wishes.some((w) => w.overview || w.filters.length > 0 || w.items.some((i) => SAYS_SEVERAL.test(i.lower)));
  // "number of customers and a chart of the orders by status"
  const isOwn = ({ items, entities, by }: Wish) => items.find((i) => i.mark?.is !== 'filler' && i.mark?.is !== 'break')?.mark?.is === 'chart' && entities.length > 0 && by.length > 0;
  // "total revenue, revenue by segment"
  const isAgain = ({ by, measures: [own] }: Wish, at: number) => own?.name.kind === 'measure' && by.length > 0 && wishes.slice(0, at).some((w) => w.periods.length === 0 && w.measures.some((m) => sameName(m.name, own.name)));
  const asks = wishes.filter((w) => asksHowMany(w.items)).length > 1;
  const isMore = asks || wishes.some((w, at) => countsOfThem(w.items) || (at > 0 && (isOwn(w) || isAgain(w, at))));
  return wishes.length > 1 && !isMore && shown.length <= 1 && grouped.length <= 1 && !(rows && grouped.some((w) => w !== rows)) && !isPage;
}

/** "mean speed per phase and number of strikes, in one table" */
const SAYS_ONE = /\b(?:in|as|into) (?:one|a single|the same) (?:table|chart|graph|diagram)\b/i;

const SAYS_SEVERAL = /^(both|two of them|pair|each of them|underneath|beside|next to|below|above it|under it|charts|tiles)$/;

function issuesOf({ unread, problems }: Reading): number {
  return unread.length + problems.length;
}

function pageOf(prompt: string, { wishes, items }: { wishes: readonly Wish[]; items: Item[] }, catalogue: Catalogue, now: Date): Reading {
  const page = new PageReader(wishes, catalogue, now).read();
  page.problems.push(...unknownStates(items));
  const writes = page.problems.some((each) => each.includes('only read')) ? null : writesProblem(prompt, items);
  if (writes) page.problems.push(writes);
  settleCounts(items, page.blocks);
  const unread = unreadOf(items).map((text) => asWritten(text, items, prompt));
  page.problems.push(...lengthProblem(prompt));
  if (page.blocks.length === 0) return { plan: null, unread, problems: page.problems, assumptions: page.assumptions };
  const plan: Plan = connect(
    { version: 1, title: page.title, description: page.description, blocks: page.blocks.slice(0, MAX_BLOCKS), filters: page.filters, assumptions: page.assumptions, unread },
    catalogue,
  );
  return { plan, unread, problems: [...page.problems, ...(page.problems.length ? [] : unmetProblem(unmetOf(page, items, plan, catalogue)))], assumptions: page.assumptions };
}

/** "…, as two charts": said of as many as there are. */
function settleCounts(items: readonly Item[], blocks: readonly Unjoined[]): void {
  const asked = blocks.filter((block) => block.asked !== false).length;
  for (const [at, item] of items.entries()) if (item.number === asked && items[at + 1]?.mark?.is === 'chart') [item.used, item.settled] = [true, true];
}

/** States and kinds that are listed where a word isn't one of them. */
const MAX_STATES = 8;

/** "cancelled orders", of which none is called so: what there is instead. */
function unknownStates(items: readonly Item[]): string[] {
  return items.flatMap((item, at) => {
    const rows = items[at + 1];
    const isUnknown = !item.used && !item.mark && item.number === null && !item.quoted && item.links.length === 0 && /^\p{Ll}{3,}(?:ed|ing|able|ive|ary|al|ic|y)$/u.test(item.text);
    const entity = isUnknown && rows && !rows.mark && rows.links[0]?.name.kind === 'entity' ? rows.links[0].name.entity : null;
    const state = entity?.fields.find((f) => f.role === 'status' && (f.source.values?.length ?? 0) > 0 && (f.source.values?.length ?? 0) <= MAX_STATES);
    if (!entity || !state) return [];
    return [`No ${entity.singular} is called “${item.text}”, so all of them are shown; their ${state.label} is ${listed((state.source.values ?? []).map(String), 'or')}.`];
  });
}

/** Each wish's words are held against its own blocks, so that what one asks for can't be answered by another; the others against the page. */
function unmetOf({ parts, blocks }: Page, items: readonly Item[], plan: Plan, catalogue: Catalogue): string[] {
  const own = parts.filter((part) => part.blocks.length > 0);
  const others = items.filter((item) => !own.some((part) => part.items.includes(item)));
  const pageOf = (part: Page['parts'][number]): Plan => ({ ...plan, blocks: plan.blocks.filter((_, i) => part.blocks.includes(blocks[i] as Unjoined)) });
  return [...own.flatMap((part) => unmetWords(part.items, pageOf(part), catalogue)), ...unmetWords(others, plan, catalogue)];
}

/** A course of one point says nothing. */
function isOneDay(where: Unjoined['where']): boolean {
  return where.some((c) => c.op === 'period' && 'unit' in c.period && c.period.unit === 'day' && (c.period.kind === 'unit' || (c.period.kind === 'recent' && c.period.count === 1)));
}

/** Nothing is left out in silence, a prompt's end neither. */
export function lengthProblem(prompt: string): string[] {
  return tokenize(prompt).length < MAX_TOKENS ? [] : [`I read only the first ${MAX_TOKENS} words.`];
}

/** The wishes of a prompt, one per clause, with the words they were read from. */
function readWishes(prompt: string, catalogue: Catalogue, now: Date): { wishes: Wish[]; items: Item[] } {
  const items = linkItems(tokenize(saidPlainly(prompt)), nameIndexOf(catalogue), now);
  // What is only to be chosen from isn't what the prompt is about.
  const isChosen = (at: number) => [items[at - 1], items[at + 1]].some((beside) => beside?.mark?.is === 'filter');
  const named = items.flatMap((i, at) => (i.mark || isChosen(at) ? [] : i.links.slice(0, 1).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : []))));
  const about = named.slice(0, 1);
  const wishes: Wish[] = [];
  const scoped = isListed(items) ? 0 : scopeLength(items);
  for (const clause of clausesOf(items.slice(scoped))) {
    // Of rows the first that was named is what they are; the others say whose.
    const before = wishes.flatMap((w) => [...w.measures.map((m) => m.name.entity), ...(w.table ? w.entities.toReversed() : w.entities)]).toReversed();
    const lead = items[items.indexOf(clause[0] as Item) - 1]?.mark;
    wishes.push({ ...readWish(clause, [...before, ...about], catalogue), items: clause, leads: clause[0]?.mark?.is === 'filler' && SCOPES.has(clause[0].lower), goesWith: lead?.is === 'break' && lead.strength === 'with' });
  }
  if (scoped > 0) narrowAll(wishes, readWish(items.slice(0, scoped), about, catalogue), items.slice(0, scoped + 1));
  return { wishes, items };
}

/** "customers from Germany: name, city, segment": what stands in front is what is listed, and not only which rows. */
function isListed(items: readonly Item[]): boolean {
  const colon = items.findIndex((i) => i.mark?.is === 'break' && i.text === ':');
  const head = items.slice(0, colon);
  const list = columnListIn(items);
  const isOf = (i: Item, entity: Entity) => i.mark?.is === 'break' || i.mark?.is === 'filler' || i.links.some(({ name }) => name.kind === 'field' && name.entity === entity);
  // "chairs and desks: name, price and stock"
  const ofValue = head.flatMap((i) => (!i.mark && i.links[0]?.name.kind === 'value' ? [i.links[0].name.entity] : []))[0];
  return list !== null && (head.some((i) => !i.mark && i.links[0]?.name.kind === 'entity') || (ofValue !== undefined && list.every((i) => isOf(i, ofValue))));
}

/** What stands in front narrows each wish that has no time of its own. */
function narrowAll(wishes: readonly Wish[], scope: Wish, items: readonly Item[]): void {
  for (const item of items) item.used = true;
  for (const wish of wishes) {
    if (wish.periods.length === 0) wish.periods.push(...scope.periods);
    wish.conditions.push(...scope.conditions.filter((c) => !wish.conditions.some((own) => 'field' in own && 'field' in c && own.field === c.field && (own.field !== null || own.kind === c.kind))));
    wish.time ??= scope.periods.length > 0 ? scope.time : null;
    // "Canada, France and Brazil side by side: invoices per year"
    if (scope.by.length > 0 && wish.measures.length + wish.entities.length > 0) wish.by.push(...scope.by.filter((d) => wish.by.every((own) => own.kind !== 'field' || d.kind !== 'field' || own.field !== d.field)));
    // "January 2013 day by day: …"
    if (wish.by.length === 0 && wish.measures.length > 0) wish.bucket ??= scope.bucket;
  }
}

/** "For those orders …, show …": which rows everything is about. */
const SCOPES = new Set(['for those', 'for', 'among', 'out', 'within']);

/** "e-mail", which is read as "email". */
function asWritten(text: string, items: readonly Item[], prompt: string): string {
  const item = items.find((i) => !i.used && i.text === text);
  const [written] = item ? (/^\S+(?: \S+){0,5}/u.exec(prompt.slice(item.start, item.end + 1).replace(/[\s.,;:!?]+$/, '')) ?? []) : [];
  const letters = (each: string) => each.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return written && letters(written) === letters(text) ? written : text;
}

/** Words that had no part in what was built, as they were written. */
export function unreadOf(items: readonly Item[]): string[] {
  const left = items.filter((i) => !i.used && i.mark?.is !== 'filler' && i.mark?.is !== 'break');
  return [...new Set(left.map((i) => i.text))];
}

/** `parts` are the words that each wish was read from, with the blocks that it became. */
type Page = { parts: { items: readonly Item[]; blocks: readonly Unjoined[] }[]; title: string; description: string; blocks: Unjoined[]; filters: Filter[]; problems: string[]; assumptions: string[] };

class PageReader {
  private readonly wishes: readonly Wish[];
  private readonly catalogue: Catalogue;
  private readonly now: Date;
  private readonly problems: string[] = [];
  private readonly assumptions: string[] = [];
  private readonly made: Unjoined[] = [];

  constructor(wishes: readonly Wish[], catalogue: Catalogue, now: Date) {
    this.wishes = wishes;
    this.catalogue = catalogue;
    this.now = now;
  }

  read(): Page {
    const subjects = mergedWishes(this.wishes, this.catalogue);
    const overview = subjects.find((w) => w.overview);
    // "overview of products and customers"
    if (overview && !asksForBlock(overview) && overview.entities.length > 0) for (const each of subjects.filter((w) => w !== overview && isOnlyTable(w))) overview.entities.push(...each.entities);
    const isPartOfOverview = (w: Wish) => overview !== undefined && !asksForBlock(overview) && (w === overview || (overview.entities.length > 0 && isOnlyTable(w)));
    const own = subjects.filter((w) => !isPartOfOverview(w));
    const built = own.map((w) => this.build(w));
    const base = built.find((b) => b.base)?.base ?? null;
    const about = overview && !asksForBlock(overview) ? this.aboutOf(overview, base) : null;
    const blocks = this.assemble(built, about, overview !== undefined);
    const filters = this.filters(blocks);
    const [first] = blocks;
    const source = first ? this.catalogue.entities.find((e) => e.binding === first.binding)?.bindingTitle : undefined;
    return {
      title: pageTitle(mainBlocks(blocks, built), about?.subject ?? null),
      description: source ? `From ${source}.` : '',
      blocks,
      filters,
      parts: own.map((wish, i) => ({ items: wish.items, blocks: built[i]?.blocks ?? [] })),
      problems: [...new Set(this.problems)],
      assumptions: [...new Set([...this.assumptions, ...latestRemark(blocks, this.catalogue)])],
    };
  }

  private build(wish: Wish): Built {
    const built = comparedBlocks(wish, this.catalogue, this.now);
    this.problems.push(...built.problems);
    this.assumptions.push(...built.assumptions);
    // The same once more says nothing new.
    const blocks = built.blocks.map((block) => this.made.find((each) => isAgain(block, each)) ?? block);
    this.made.push(...blocks);
    return { ...built, blocks };
  }

  /** What "sales overview" is an overview of. */
  private aboutOf(wish: Wish, base: Entity | null): { entity: Entity; others: Entity[]; where: ReturnType<typeof conditionsOf>['where']; subject: string } | null {
    const measure = wish.measures[0]?.name;
    const named = measure?.kind === 'measure' ? subjectOf({ aggregate: null, name: measure, where: [] }, [], this.catalogue) : null;
    const measured = named && typeof named !== 'string' ? named : null;
    const entity = wish.entities[0] ?? measured?.base ?? measure?.entity ?? wish.loose[0]?.entity ?? wish.conditions[0]?.entity ?? base ?? mainEntity(this.catalogue);
    if (!entity) return null;
    const { where, problems } = conditionsOf(wish, entity, this.catalogue, this.now);
    this.problems.push(...problems);
    if (measured?.assumption) this.assumptions.push(measured.assumption);
    return { entity, others: wish.entities.filter((e) => e !== entity), where, subject: measure?.kind === 'measure' ? salesWord(measure.measure.measure.label) : entity.plural };
  }

  private assemble(built: readonly Built[], about: { entity: Entity; others: readonly Entity[]; where: Unjoined['where'] } | null, wasOverview: boolean): Unjoined[] {
    const blocks = inPageOrder([...new Set(built.flatMap((b) => b.blocks))]);
    if (about && blocks.length === 0) return [about.entity, ...about.others].flatMap((each, i) => overviewOf(each, i === 0 ? about.where : [], this.catalogue, this.now));
    if (about && blocks.some((b) => b.type === 'stat')) return blocks;
    if (about) return [...beside(figuresOf(about.entity, about.where, this.catalogue, this.now)), ...blocks];
    const [only] = built;
    if (built.length === 1 && only && (only.implicit || wasOverview)) return this.enriched(only);
    return blocks;
  }

  /** One wish on a page of its own gets the figures and the rows that belong to it. */
  private enriched({ blocks, base }: Built): Unjoined[] {
    const [main] = blocks;
    if (!main || !base) return blocks;
    if (main.type === 'table') return main.limit < 100 ? blocks : [...beside(atLeastTwo(figuresOf(base, main.where, this.catalogue, this.now))), ...blocks];
    if (main.type === 'stat') {
      const time = timeGrouping(isOfOneMonth(main.where) ? 'year' : 'auto', base, this.catalogue, periodsOf(main.where));
      const chart = typeof time === 'string' || isOneDay(main.where) ? [] : [chartBlock(base, main.where, this.catalogue, { measures: [main.measure], by: time, now: this.now })];
      return [...blocks, ...beside(chart)];
    }
    if (main.type !== 'chart' || main.having || main.view === 'table') return blocks;
    if (main.versus) return [...beside(this.thisYear(main, base)), ...blocks];
    // Beside a table of the same groups it isn't the rows that are still missing.
    const counts = main.asked !== false && main.measures.every((m) => m.aggregate === 'rows' && !m.per && !m.during);
    // Figures of the newer stretch have the one before beside them anyway.
    const where = [...main.where, ...(main.measures[0]?.during ? [main.measures[0].during] : [])];
    return [...beside(atLeastTwo(figuresOf(base, where, this.catalogue, this.now))), ...blocks, ...(counts ? beside([this.rowsBehind(main, base)]) : [])];
  }

  /** The rows that a chart counts, with the columns it groups them by. */
  private rowsBehind({ where, by, series }: Unjoined<Chart>, base: Entity): Unjoined {
    const also = [by, ...(series ? [series] : [])].filter((d) => d.bucket === null).map((d) => d.field);
    return tableBlock(base, where, this.catalogue, { also: also.filter((f) => f.table === base.table.name || f.label !== 'name') });
  }

  /** Beside a comparison of years: how far this one is, against the same days of the last. */
  private thisYear(main: Unjoined<Chart>, base: Entity): Unjoined[] {
    const period = periodCondition({ kind: 'to-date', unit: 'year' }, base, this.catalogue, this.now);
    return typeof period === 'string' ? [] : main.measures.map((m) => statBlock(base, m, [...main.where, period], this.catalogue));
  }

  private filters(blocks: readonly Unjoined[]): Filter[] {
    const filters: Filter[] = [];
    const bases = basesOf(blocks, this.catalogue);
    this.problems.push(...this.wishes.flatMap((w) => w.problems));
    this.assumptions.push(...this.wishes.flatMap((w) => w.assumptions));
    for (const wish of this.wishes.flatMap((w) => w.filters)) {
      const filter = filterOf(wish, bases, filters, this.catalogue);
      if (typeof filter === 'string') this.problems.push(filter);
      else if (!filters.some((f) => sameFilter(f, filter))) filters.push(filter);
    }
    return filters;
  }
}

export function basesOf(blocks: readonly Pick<Unjoined, 'binding' | 'table'>[], catalogue: Catalogue): Entity[] {
  return [...new Set(blocks.flatMap((b) => entityOf(catalogue, b.binding, b.table) ?? []))];
}

/** The same once more, whose rows may open now. */
function isAgain(block: Unjoined, made: Unjoined): boolean {
  const { detail, ...rest } = block.type === 'table' ? block : { ...block, detail: undefined };
  if (JSON.stringify(made) === JSON.stringify(block)) return true;
  if (made.type !== 'table' || detail === undefined || made.detail !== undefined || JSON.stringify(rest) !== JSON.stringify(made)) return false;
  made.detail = detail;
  return true;
}

/** Nobody asked for these: they help to read what was asked for. */
function beside(blocks: readonly Unjoined[]): Unjoined[] {
  return blocks.map((block) => ({ ...block, asked: false }));
}

/** Figures on top, then what is drawn, then rows. */
export function inPageOrder(blocks: readonly Unjoined[]): Unjoined[] {
  const place = (block: Unjoined) => (block.type === 'stat' ? 0 : block.type === 'table' || (block.type === 'chart' && block.view === 'table') ? 2 : 1);
  return blocks.toSorted((a, b) => place(a) - place(b));
}

function periodsOf(where: Unjoined['where']): Period[] {
  return where.flatMap((c) => (c.op === 'period' ? [c.period] : []));
}

/** "every December": one of each year. */
function isOfOneMonth(where: Unjoined['where']): boolean {
  return where.some((c) => c.op === 'recurs' && c.cycle === 'month-of-year' && c.parts.length === 1) && periodsOf(where).length === 0;
}

function atLeastTwo(figures: Unjoined[]): Unjoined[] {
  return figures.length >= 2 ? figures : [];
}

function mainBlocks(blocks: readonly Unjoined[], built: readonly Built[]): readonly Unjoined[] {
  const asked = built.flatMap((b) => b.blocks).filter((b) => b.asked !== false);
  return asked.length ? asked : blocks;
}

function salesWord(label: string): string {
  return label === 'revenue' ? 'sales' : label;
}
