import type { Catalogue, Entity, Field } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { type Link, type Name, nameIndexOf } from '../catalogue/names';
import { stem, wordsOf } from '../words/tokens';
import type { Mark } from '../words/words';
import type { Item } from './link';
import { emptyWish, type Wish } from './wish';

/** A word of a clause that isn't filler, with the filler in front of it. */
export type Word = Item & { at: number; lead: string[]; taken: boolean };

/**
 * One clause on its way to a wish. Passes look at its words one after the other, each for what it knows, and take what they
 * understand; what is left at the end was understood by none.
 */
export class Clause {
  readonly words: Word[] = [];
  readonly wish: Wish = emptyWish();
  readonly catalogue: Catalogue;
  /** The tables that it is about, nearest first. */
  readonly context: readonly Entity[];
  /** The same, or where none is named those that have what is named. */
  private readonly tables: readonly Entity[];
  private readonly items: Item[] = [];
  /** The filler at the very end: "highest discount first". */
  readonly tail: readonly string[];

  constructor(items: readonly Item[], context: readonly Entity[], catalogue: Catalogue) {
    this.catalogue = catalogue;
    let lead: string[] = [];
    for (const item of items) {
      if (item.mark?.is === 'filler' && item.links.length === 0) {
        lead.push(item.lower);
        item.used = true;
        continue;
      }
      this.items.push(item);
      this.words.push({ ...item, at: this.words.length, lead, taken: false });
      lead = [];
    }
    this.tail = lead;
    const named = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : []))));
    const owners = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).flatMap((l) => (l.name.kind === 'measure' ? [l.name.entity] : []))));
    // "tickets opened last week": the column was said with its table.
    const whole = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).flatMap((l) => (l.name.kind === 'field' && l.score > 100 ? [l.name.entity] : []))));
    this.context = [...named, ...whole, ...context, ...owners];
    const told = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).map((l) => l.name.entity)));
    this.tables = this.context.length ? this.context : told;
    this.onlyThings();
    this.ownTitles();
    this.dateVerbs();
    this.whenVerbs();
    this.volumes();
    this.bounds();
    this.amounts();
    this.extremes();
    this.repeats();
    this.owners();
    this.days();
    // A column that is called "year" is that column, in the tables that this is about.
    for (const word of this.words) {
      if (word.mark?.is !== 'bucket') continue;
      const column = word.links.find((l) => l.score >= 100 && l.name.kind === 'field' && l.name.field.role !== 'time' && this.isOwn(l.name.entity));
      if (column) word.mark = null;
      word.links = word.links.filter((l) => this.isOwn(l.name.entity));
    }
  }

  /** "the 20 costliest incidents", of data that is one table: whatever its rows are called. */
  private onlyThings(): void {
    const [only, ...others] = this.catalogue.entities;
    if (!only || others.length > 0 || this.words.some((w) => w.links.some((l) => l.name.kind === 'entity'))) return;
    for (const word of this.words) {
      const before = this.before(word)?.mark;
      const isCounted = before?.is === 'superlative' || before?.is === 'latest' || (before?.is === 'aggregate' && before.aggregate === 'count') || (before?.is === 'table' && word.lead.at(-1) === 'of');
      if (!isCounted || word.mark || word.number !== null || word.links.length > 0 || stem(word.lower) === word.lower) continue;
      word.links = [{ name: { kind: 'entity', entity: only }, score: 30, assumed: `Read “${word.text}” as ${only.plural}.` }];
      (this.items[word.at] as Item).links = word.links;
    }
  }

  /** "tracks by title": what they are called, though only albums have a column of that name. */
  private ownTitles(): void {
    const [nearest] = this.context;
    const title = nearest?.title;
    if (!nearest || !title) return;
    for (const word of this.words) {
      const isOthers = /^(titles?|names?)$/.test(word.lower) && !word.mark && word.links.length > 0 && word.links.every((l) => l.name.kind === 'field' && l.name.entity !== nearest);
      if (!isOthers) continue;
      word.links = [{ name: { kind: 'field', entity: nearest, field: title }, score: 100 }, ...word.links];
      (this.items[word.at] as Item).links = word.links;
    }
  }

  /** "tickets created last week": tickets have a time of their own for that, though only customers have one that is called so. */
  private dateVerbs(): void {
    const [nearest] = this.context;
    if (!nearest?.time) return;
    for (const word of this.words) {
      const [best] = word.links;
      if (word.mark || !GENERAL_VERBS.test(word.lower) || best?.name.kind !== 'field' || best.name.field.role !== 'time' || this.context.includes(best.name.entity) || word.links.some((l) => l.name.entity === nearest)) continue;
      word.links = [{ name: { kind: 'field', entity: nearest, field: nearest.time }, score: best.score, assumed: `Read “${word.text}” as the ${nearest.time.label} of ${nearest.plural}.` }];
      (this.items[word.at] as Item).links = word.links;
    }
  }

  /** "by the day they were closed": when it was, and not the state that is called so. */
  private whenVerbs(): void {
    for (const word of this.words) {
      const isSaid = (this.before(word)?.mark?.is === 'bucket' && word.lead.some((l) => /^(they|it|he|she)$/.test(l))) || (this.before(word)?.lead.includes('when') ?? false);
      const isWhen = isSaid && word.lead.some((l) => /^(was|were|got|is|are|been)$/.test(l));
      const times = word.links.filter((l) => l.name.kind === 'field' && l.name.field.role === 'time');
      if (isWhen && !word.mark && times.length > 0) word.links = times;
    }
  }

  /** "wind, high, low and rain": among numbers a number, though rain is one of the kinds of weather too. */
  private amounts(): void {
    const isNumber = (word: Word | undefined) => word !== undefined && !word.mark && word.links[0]?.name.kind === 'field' && word.links[0].name.field.role === 'measure';
    for (const word of this.words) {
      const [before, after] = [this.before(word), this.after(word)];
      const beside = [before && isJoint(before) ? this.before(before) : undefined, after && isJoint(after) ? this.after(after) : undefined];
      const isSaid = (l: Link) => this.words.some((w) => w !== word && !w.mark && w.links[0]?.name.kind === 'field' && l.name.kind === 'field' && w.links[0].name.field === l.name.field);
      if (word.mark || !word.links.length || !word.links.every((l) => l.name.kind === 'value')) continue;
      const numbers = nameIndexOf(this.catalogue).synonym([stem(word.lower)], word.lower).filter((l) => l.name.kind === 'field' && l.name.field.role === 'measure');
      // "heat map of rain, colour = total precipitation": said twice.
      if (numbers.some(isSaid)) this.settle(word);
      if (numbers.length === 0 || !beside.some(isNumber) || word.taken) continue;
      word.links = numbers;
      (this.items[word.at] as Item).links = numbers;
    }
  }

  /** "which days had more than 20 mm": of a table with a row for each day, they are its rows. */
  private days(): void {
    for (const word of this.words) {
      const isRow = word.lower === 'days' && word.mark?.is === 'bucket' && word.links[0]?.name.kind === 'entity';
      if (!isRow || !word.lead.some((l) => /^(which|what)$/.test(l)) || !this.words.some((w) => w.at > word.at && (w.mark?.is === 'compare' || w.mark?.is === 'or-more'))) continue;
      word.mark = null;
      (this.items[word.at] as Item).mark = null;
    }
  }

  /** "lowest temperature", of days that have a highest and a lowest one. */
  private bounds(): void {
    for (const word of this.words) {
      const { mark } = this.before(word) ?? {};
      const bound = mark?.is === 'top' ? (mark.descending ? 'max' : 'min') : mark?.is === 'aggregate' && (mark.aggregate === 'max' || mark.aggregate === 'min') ? mark.aggregate : null;
      const own = bound && word.links.find((l) => l.name.kind === 'field' && wordsOf(l.name.field.column).includes(bound));
      const [first] = word.links;
      if (!own || !first || own === first || own.score < first.score || own.name.entity !== first.name.entity) continue;
      word.links = [own, ...word.links.filter((l) => l !== own)];
      (this.items[word.at] as Item).links = word.links;
    }
  }

  /** "low stock list": the rows with the least of it, where low is no state of theirs. */
  private extremes(): void {
    for (const word of this.words) {
      const [value, number] = [this.nameOf(word), this.nameOf(this.after(word))];
      const isOfOthers = value === null || (value.kind === 'value' && number !== null && value.entity !== number.entity);
      if (!/^(low|high)$/.test(word.lower) || !isOfOthers || number?.kind !== 'field' || number.field.role !== 'measure' || this.after(word)?.lead.length !== 0) continue;
      this.settle(word);
      this.wish.sort ??= { name: number, axis: null, descending: word.lower === 'high' };
      this.wish.assumptions.push(`“${word.text} ${number.field.label}” is sorted by the ${number.field.label}, ${word.lower === 'high' ? 'highest' : 'lowest'} first.`);
    }
  }

  /** "ticket volume": how many there are, where they have no such column. */
  private volumes(): void {
    for (const word of this.words) {
      const owner = this.nameOf(this.before(word));
      if (!/^volumes?$/.test(word.lower) || word.mark || owner?.kind !== 'entity' || word.links.some((l) => l.name.entity === owner.entity || l.score >= 95)) continue;
      word.mark = { is: 'aggregate', aggregate: 'count' };
      word.links = [];
      Object.assign(this.items[word.at] as Item, { mark: word.mark, links: [] });
    }
  }

  /** "product catagory": the table in front only says whose column it is, though that isn't written as it's called. */
  private owners(): void {
    for (const word of this.words) {
      const [owner, next] = [this.nameOf(word), this.after(word)];
      const field = next && next.lead.length === 0 ? this.nameOf(next) : null;
      const isOwner = owner?.kind === 'entity' && stem(word.lower) === word.lower && field?.kind === 'field' && field.entity === owner.entity && next?.links[0]?.assumed !== undefined;
      // "by type of weather": of which there are several.
      const isKind = !word.mark && word.links.length === 0 && /^(type|kind|sort)$/.test(stem(word.lower)) && next?.lead.at(-1) === 'of' && ['field', 'entity'].includes(this.nameOf(next)?.kind ?? '');
      // "a company name", of a column that is called company.
      if (next && owner?.kind === 'field' && owner.field.source.type === 'string' && next.lower === 'name' && next.lead.length === 0 && !next.mark) this.settle(next);
      if (!next || !(isOwner || isKind)) continue;
      word.links = next.links;
      (this.items[word.at] as Item).links = next.links;
      this.settle(next);
    }
  }

  /** "track length (milliseconds)": one column, said twice. */
  private repeats(): void {
    for (const word of this.words) {
      const [name, next] = [this.nameOf(word), this.after(word)];
      const again = next && next.lead.length === 0 ? this.nameOf(next) : null;
      if (name?.kind === 'field' && again?.kind === 'field' && name.field === again.field && name.field.role === 'measure') this.settle(next);
    }
  }

  /** Words that have had a part in what was understood. */
  take(...words: (Word | undefined)[]): void {
    for (const word of words) {
      if (!word) continue;
      word.taken = true;
      (this.items[word.at] as Item).used = true;
    }
  }

  /** As above, of words whose meaning goes into another's. */
  settle(...words: (Word | undefined)[]): void {
    this.take(...words);
    for (const word of words) if (word) (this.items[word.at] as Item).settled = true;
  }

  /** Out of the passes' way, but not understood. */
  setAside(word: Word): void {
    word.taken = true;
  }

  open(): Word[] {
    return this.words.filter((w) => !w.taken);
  }

  after(word: Word): Word | undefined {
    return this.words[word.at + 1];
  }

  before(word: Word): Word | undefined {
    return this.words[word.at - 1];
  }

  marked<Is extends Mark['is']>(is: Is): (Word & { mark: Extract<Mark, { is: Is }> })[] {
    return this.open().filter((w): w is Word & { mark: Extract<Mark, { is: Is }> } => w.mark?.is === is);
  }

  /** Whether a word names a table, whatever became of it. */
  isTable(word: Word): boolean {
    return !word.mark && word.links[0]?.name.kind === 'entity';
  }

  /** What an open word names; null for a word of the grammar, unless it's asked for all the same. */
  nameOf(word: Word | undefined, evenMarked = false): Name | null {
    if (!word || word.taken || (word.mark && !evenMarked) || word.links.length === 0) return null;
    return this.pick(word.links)?.name ?? null;
  }

  /** Of the numbers that a word can mean, the one that a value fits best: a rating above 8 is one of ten. */
  numberOf(word: Word | undefined, value: number | null = null, evenMarked = false): Extract<Name, { kind: 'field' }> | null {
    if (!word || word.taken || (word.mark && !evenMarked)) return null;
    const numbers = word.links.filter((l) => l.name.kind === 'field' && l.name.field.source.type === 'number' && l.name.field.role !== 'id');
    const within = value === null ? [] : numbers.filter((l) => l.name.kind === 'field' && isWithin(l.name.field, value));
    // "salary" is the salary, though the lowest of a job is one too.
    const fitting = within.filter((l) => l.score > (within[0]?.score ?? 0) - 20);
    const best = this.pick(fitting.length ? fitting.toSorted((a, b) => Number(isTotal(b.name)) - Number(isTotal(a.name)) || spanOf(a.name) - spanOf(b.name)).slice(0, 1) : numbers);
    return best?.name.kind === 'field' ? best.name : null;
  }

  /** The name of a word that is taken now; what it was taken for is said. */
  takeName(word: Word, accept: (name: Name) => boolean = () => true): Name | null {
    const link = this.pick(word.links.filter((l) => accept(l.name)));
    if (!link) return null;
    this.take(word);
    if (link.assumed) this.wish.assumptions.push(link.assumed);
    this.sayIfShared(link, word);
    return link.name;
  }

  /** "satisfaction rating": a second word for the column that was just taken. */
  takeAgain(word: Word, field: Field): void {
    const next = this.after(word);
    if (next && !next.taken && !next.mark && next.links.some((l) => l.name.kind === 'field' && l.name.field === field)) this.settle(next);
  }

  /** The words of a list that begins at a word: names, with commas and "and" between them. Ends at the first that is none. */
  listFrom(first: Word | undefined, isMember: (word: Word) => boolean): Word[] {
    const members: Word[] = [];
    for (let word = first; word; word = this.after(word)) {
      if (word.taken) break;
      if (isMember(word)) members.push(word);
      else if (isJoint(word) && members.length && this.joinsMember(word, isMember)) continue;
      else break;
    }
    return members;
  }

  /** "and", or ", and", in front of another member. */
  private joinsMember(joint: Word, isMember: (word: Word) => boolean): boolean {
    const next = this.after(joint);
    return next !== undefined && !next.taken && (isMember(next) || (isJoint(next) && this.joinsMember(next, isMember)));
  }

  takeJoints(members: readonly Word[]): void {
    const [first, last] = [members[0], members.at(-1)];
    if (first && last) this.take(...this.words.slice(first.at, last.at).filter((w) => isJoint(w)));
  }

  /** Of several things one word can mean, the surest; of equally sure ones the nearest to what the prompt is about. */
  pick(links: readonly Link[]): Link | undefined {
    const [best] = links;
    if (!best) return undefined;
    const near = links.filter((l) => l.score > best.score - 20);
    const equals = [...near.filter((l) => isTotal(l.name)), ...near.filter((l) => !isTotal(l.name))];
    return equals.map((link) => ({ link, distance: this.distance(link.name.entity) - link.score / 1000 })).sort((a, b) => a.distance - b.distance)[0]?.link;
  }

  /** Two tables have what was named, and nothing says which is meant. */
  private sayIfShared({ name }: Link, word: Word): void {
    if ((this.context.length > 0 && this.distance(name.entity) < 20) || name.kind === 'measure') return;
    const other = word.links.find((l) => l.name.kind === name.kind && l.name.entity !== name.entity);
    if (other) this.wish.assumptions.push(`“${word.text}” is taken from ${name.entity.plural}; ${other.name.entity.plural} have it too.`);
  }

  /** Whether something lies in reach of the tables that the clause is about. */
  isNear(entity: Entity): boolean {
    return this.context.length === 0 || this.context.slice(0, 3).some((each) => each === entity || pathBetween(this.catalogue, each, entity) !== null || pathBetween(this.catalogue, entity, each) !== null);
  }

  /** Whether a table is one of those that the clause is about. */
  private isOwn(entity: Entity): boolean {
    return this.tables.length === 0 || this.tables.includes(entity);
  }

  private distance(entity: Entity): number {
    if (this.context.length === 0) return this.catalogue.entities.indexOf(entity) / 100;
    for (const nearest of this.context) {
      const down = pathBetween(this.catalogue, nearest, entity);
      if (down) return down.length;
      const up = pathBetween(this.catalogue, entity, nearest);
      if (up) return up.length + 0.5;
    }
    return 20;
  }
}

/** How anything comes into the world. */
const GENERAL_VERBS = /^(created|made|added|opened|raised|received|logged|submitted|placed|entered|issued|filed)$/;

function isWithin({ source }: Field, value: number): boolean {
  return typeof source.min === 'number' && typeof source.max === 'number' && value >= source.min && value <= source.max;
}

/** Of several costs, "the cost" is all of them together. */
function isTotal(name: Name): boolean {
  return name.kind === 'field' && name.field.role === 'measure' && /(^| )total( |$)/.test(name.field.label) && name.field.label !== 'total';
}

function spanOf(name: Name): number {
  return name.kind === 'field' ? Number(name.field.source.max) - Number(name.field.source.min) : Infinity;
}

export function isJoint(word: Word): boolean {
  return word.mark?.is === 'break' && word.mark.strength === 'soft';
}
