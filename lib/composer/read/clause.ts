import type { Catalogue, Entity, Field } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { Link, Name } from '../catalogue/names';
import type { Mark } from '../words/words';
import { isJoint, type Item } from './link';
import { everythingThat, MEANT, whoseColumns } from './meant';
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
    for (const word of this.words) this.relink(word, whoseColumns(word, this.words, catalogue));
    const named = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : []))));
    const owners = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).flatMap((l) => (l.name.kind === 'measure' ? [l.name.entity] : []))));
    // "tickets opened last week": the column was said with its table.
    const whole = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).flatMap((l) => (l.name.kind === 'field' && l.score > 100 ? [l.name.entity] : []))));
    this.context = [...everythingThat(this.words), ...named, ...whole, ...context, ...owners];
    const told = this.words.flatMap((w) => (w.mark ? [] : w.links.slice(0, 1).map((l) => l.name.entity)));
    this.tables = this.context.length ? this.context : told;
    for (const correct of MEANT) correct(this);
    // A column that is called "year" is that column, in the tables that this is about.
    for (const word of this.words) {
      if (word.mark?.is !== 'bucket') continue;
      const column = word.links.find((l) => l.score >= 100 && l.name.kind === 'field' && l.name.field.role !== 'time' && this.isOwn(l.name.entity));
      if (column) word.mark = null;
      word.links = word.links.filter((l) => this.isOwn(l.name.entity));
    }
  }

  /** What a word names, once the words beside it are known. */
  relink(word: Word, links: Link[]): void {
    word.links = links;
    (this.items[word.at] as Item).links = links;
  }

  /** What a word does in the grammar, once the words beside it are known; null where it only names something. */
  remark(word: Word, mark: Mark | null): void {
    word.mark = mark;
    (this.items[word.at] as Item).mark = mark;
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
