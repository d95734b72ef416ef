import { pathBetween, type Catalogue, type Entity, type Field } from '../catalogue/catalogue';
import type { Item } from './link';
import type { Link, Name } from '../catalogue/names';
import type { Unit } from '../plan';
import type { ConditionWish, FilterWish, Wish } from './wish';
import type { Aggregate } from '../words/words';

type Mode = 'main' | 'by' | 'filter' | 'sort';

/** A numeric column with more values than this is measured and not grouped by. */
const MAX_NUMERIC_GROUPS = 30;

/** Reads one clause. `context` are the tables the prompt is about so far, nearest first. Marks the items it uses. */
export function readWish(items: readonly Item[], context: readonly Entity[], catalogue: Catalogue): Wish {
  return new WishReader(items, context, catalogue).read();
}

class WishReader {
  private readonly items: readonly Item[];
  private readonly context: readonly Entity[];
  private readonly catalogue: Catalogue;
  private readonly wish: Wish = {
    charts: [], stat: false, table: false, overview: false, search: false, filters: [], entities: [], countEntities: false, measures: [], by: [],
    loose: [], bucket: null, periods: [], time: null, conditions: [], top: null, best: false, sort: null, latest: null, isNew: false,
    versus: false, same: false, assumptions: [],
  };
  private mode: Mode = 'main';
  private aggregate: { aggregate: Aggregate; item: Item } | null = null;
  private negated: Item | null = null;
  private compare: { op: Extract<ConditionWish, { kind: 'compare' }>['op'] | 'between'; item: Item; low: number | null } | null = null;
  private empty: Item | null = null;
  /** Names and buckets that stand in front of "filter". */
  private pending: { item: Item; wish: FilterWish }[] = [];

  constructor(items: readonly Item[], context: readonly Entity[], catalogue: Catalogue) {
    this.items = items;
    this.catalogue = catalogue;
    this.context = [...items.flatMap((i) => (i.mark ? [] : i.links.slice(0, 1).flatMap((l) => (l.name.kind === 'entity' ? [l.name.entity] : [])))), ...context];
  }

  read(): Wish {
    this.items.forEach((item, at) => this.take(item, at));
    this.finish();
    return this.wish;
  }

  private take(item: Item, at: number): void {
    if (item.period) {
      item.used = true;
      this.wish.periods.push(item.period);
    } else if (item.number !== null) this.takeNumber(item, at);
    else if (item.mark) this.takeMark(item, at);
    else if (item.links.length) this.takeLinks(item, at);
  }

  private takeMark(item: Item, at: number): void {
    const { wish } = this;
    const mark = item.mark as NonNullable<Item['mark']>;
    item.used = true;
    switch (mark.is) {
      case 'chart':
        if (mark.view === null && wish.charts.length) return;
        if (wish.charts.at(-1) === null) wish.charts.pop();
        wish.charts.push(mark.view);
        this.mode = 'main';
        return;
      case 'table':
        wish.table = true;
        this.mode = 'main';
        return;
      case 'stat':
        wish.stat = true;
        return;
      case 'overview':
        wish.overview = true;
        return;
      case 'search':
        wish.search = true;
        return;
      case 'dates':
        wish.filters.push({ kind: 'dates' });
        return;
      case 'filter':
        return this.takeFilter(at);
      case 'by':
        if (this.mode !== 'filter' || !this.justAfter(at, 'filter')) this.mode = this.mode === 'sort' && this.justAfter(at, 'sort') ? 'sort' : 'by';
        return;
      case 'bucket':
        return this.takeBucket(item, mark.unit, mark.adverb);
      case 'trend':
        wish.bucket ??= 'auto';
        return;
      case 'aggregate':
        return this.takeAggregate(item, mark.aggregate, at);
      case 'versus':
        wish.versus = true;
        return;
      case 'top':
        wish.top = { count: wish.top?.count ?? null, descending: mark.descending };
        return;
      case 'best':
        wish.top = { count: wish.top?.count ?? null, descending: mark.descending };
        wish.best = true;
        return;
      case 'sort':
        wish.sort = { name: null, descending: null };
        this.mode = 'sort';
        return;
      case 'direction':
        wish.sort = { name: wish.sort?.name ?? null, descending: mark.descending };
        return;
      case 'latest':
        wish.latest = { descending: mark.descending, count: wish.latest?.count ?? null };
        return;
      case 'new':
        wish.isNew = true;
        return;
      case 'not':
        this.negated = item;
        item.used = false;
        return;
      case 'compare':
        this.compare = { op: mark.op, item, low: null };
        item.used = false;
        return;
      case 'empty':
        return this.takeEmpty(item);
      case 'same':
        wish.same = true;
        return;
      case 'break':
        if (mark.strength === 'with') this.mode = 'main';
        return;
      default:
        return;
    }
  }

  private takeFilter(at: number): void {
    const next = this.items[at + 1];
    this.takeFilterOfMeasure(at);
    this.wish.filters.push(...this.pending.map((p) => p.wish));
    for (const { item, wish } of this.pending) {
      item.used = true;
      if (wish.kind !== 'field') continue;
      this.wish.loose = this.wish.loose.filter((l) => l.item !== item);
      if (wish.field === wish.entity.title) this.wish.entities = this.wish.entities.filter((e) => e !== wish.entity);
    }
    const taken = this.pending.length > 0;
    this.pending = [];
    if (!taken || next?.mark?.is === 'by' || /^(for|on)$/.test(next?.lower ?? '')) this.mode = 'filter';
    else this.mode = 'main';
  }

  /** "a price filter": the number in front is what to filter by, and no wish for a figure. */
  private takeFilterOfMeasure(at: number): void {
    const before = this.items.slice(0, at).findLast((i) => i.mark?.is !== 'filler');
    const last = this.wish.measures.at(-1)?.name;
    if (last?.kind !== 'field' || !before?.links.some((l) => l.name.kind === 'field' && l.name.field === last.field)) return;
    this.wish.measures.pop();
    this.wish.filters.push({ kind: 'field', field: last.field, entity: last.entity });
  }

  private justAfter(at: number, is: 'filter' | 'sort'): boolean {
    const before = this.items.slice(0, at).filter((i) => i.mark?.is !== 'filler').at(-1);
    return before?.mark?.is === is;
  }

  private takeBucket(item: Item, unit: Unit, adverb: boolean): void {
    const isDate = /^dates?$/.test(item.lower);
    if (this.mode === 'filter') this.wish.filters.push(unit === 'month' ? { kind: 'month' } : { kind: 'dates' });
    else if (this.mode === 'sort') this.wish.sort = { name: null, descending: this.wish.sort?.descending ?? null };
    else if (adverb || this.mode === 'by' || this.isRanked(item)) this.wish.bucket = isDate ? 'auto' : unit;
    else {
      item.used = false;
      this.pending.push({ item, wish: unit === 'month' ? { kind: 'month' } : { kind: 'dates' } });
    }
  }

  /** "top 3 months by revenue" */
  private isRanked(item: Item): boolean {
    const before = this.items[this.items.indexOf(item) - 1];
    return this.wish.top !== null && before !== undefined && (before.number !== null || before.mark?.is === 'top' || before.mark?.is === 'best');
  }

  private takeAggregate(item: Item, aggregate: Aggregate, at: number): void {
    const follows = this.items.slice(at + 1).find((i) => i.mark?.is !== 'filler');
    const leads = follows && (follows.links.length > 0 || follows.mark?.is === 'aggregate' || follows.mark?.is === 'stat') && follows.mark?.is !== 'break';
    const asName = item.links.find((l) => l.name.kind === 'field');
    if (aggregate === 'share' && !leads && this.shareOfLastCondition()) return;
    if (!leads && asName) return this.takeLinks({ ...item, mark: null }, at, item);
    item.used = false;
    const kept = this.aggregate;
    // "average total", "total number of orders": the later word says what is meant, unless it may be the column's name.
    if (kept && aggregate === 'sum' && asName) return this.takeLinks({ ...item, mark: null }, at, item);
    if (kept) kept.item.used = true;
    this.aggregate = { aggregate, item };
  }

  /** "return rate": the value in front of "rate" becomes the share that it makes up. */
  private shareOfLastCondition(): boolean {
    const last = this.wish.conditions.at(-1);
    if (last?.kind !== 'values') return false;
    this.wish.conditions.pop();
    this.pushShare(last.values.map((value) => ({ kind: 'value', entity: last.entity, field: last.field, value })));
    return true;
  }

  private pushShare(where: Extract<Name, { kind: 'value' }>[]): void {
    const first = where[0];
    if (first) this.wish.measures.push({ aggregate: 'share', name: { kind: 'entity', entity: first.entity }, where });
  }

  private takeNumber(item: Item, at: number): void {
    const value = item.number as number;
    const before = this.items[at - 1];
    const after = this.items[at + 1];
    if (this.compare) return this.takeBound(item, value);
    const count = Number.isInteger(value) && value >= 1 && value <= 500 ? value : null;
    if (count !== null && (before?.mark?.is === 'top' || before?.mark?.is === 'best' || after?.mark?.is === 'top' || after?.mark?.is === 'best')) {
      this.wish.top = { count, descending: this.wish.top?.descending ?? true };
      item.used = true;
    } else if (count !== null && (before?.mark?.is === 'latest' || after?.mark?.is === 'latest' || /^(first|last)$/.test(before?.lower ?? ''))) {
      this.wish.latest = { descending: this.wish.latest?.descending ?? true, count };
      item.used = true;
    }
  }

  private takeBound(item: Item, value: number): void {
    const compare = this.compare as NonNullable<typeof this.compare>;
    item.used = true;
    compare.item.used = true;
    if (compare.op === 'between' && compare.low === null) {
      compare.low = value;
      return;
    }
    const loose = this.wish.loose.at(-1);
    const subject = loose && loose.field.role === 'measure' ? loose : this.lastMeasureField();
    if (loose && subject === loose) this.wish.loose.pop();
    const at = { kind: 'compare' as const, field: subject?.field ?? null, entity: subject?.entity ?? null };
    if (compare.op === 'between') {
      this.wish.conditions.push({ ...at, op: 'at-least', value: compare.low as number }, { ...at, op: 'at-most', value });
    } else this.wish.conditions.push({ ...at, op: compare.op, value });
    this.compare = null;
  }

  /** "price over 20": the column in front of the comparison was no wish for a measure. */
  private lastMeasureField(): { field: Field; entity: Entity } | null {
    const last = this.wish.measures.at(-1);
    if (last?.name.kind !== 'field' || last.aggregate !== null) return null;
    this.wish.measures.pop();
    return { field: last.name.field, entity: last.name.entity };
  }

  private takeEmpty(item: Item): void {
    const loose = this.wish.loose.pop();
    if (loose) this.wish.conditions.push({ kind: 'empty', field: loose.field, entity: loose.entity, negated: this.takeNegation() });
    else {
      item.used = false;
      this.empty = item;
    }
  }

  private takeNegation(): boolean {
    if (!this.negated) return false;
    this.negated.used = true;
    return true;
  }

  private takeLinks(item: Item, at: number, original: Item = item): void {
    const link = this.timeBeforePeriod(item, at) ?? this.pick(item.links);
    const name = link.name;
    original.used = true;
    if (link.assumed) this.wish.assumptions.push(link.assumed);
    if (name.kind === 'value') return this.takeValue(name);
    if (this.mode === 'sort') {
      this.wish.sort = { name, descending: this.wish.sort?.descending ?? null };
      return;
    }
    if (name.kind === 'entity') return this.takeEntity(name, original, at);
    if (name.kind === 'measure') {
      this.wish.measures.push({ aggregate: this.takePendingAggregate(), name, where: [] });
      return;
    }
    this.takeField(name, original, at);
  }

  /** "closed this month" is about when, not about which. */
  private timeBeforePeriod(item: Item, at: number): Link | null {
    if (!this.items[at + 1]?.period) return null;
    return item.links.find((l) => l.name.kind === 'field' && l.name.field.role === 'time' && (this.context.length === 0 || this.context.includes(l.name.entity))) ?? null;
  }

  private takeEntity(name: Extract<Name, { kind: 'entity' }>, item: Item, at: number): void {
    const { title } = name.entity;
    const filter = title && ({ kind: 'field', field: title, entity: name.entity } as const);
    if (this.mode === 'filter' && filter) {
      this.wish.filters.push(filter);
      return;
    }
    if (filter) this.pending.push({ item, wish: filter });
    const next = this.items.slice(at + 1).find((i) => i.mark?.is !== 'filler');
    const ofField = this.aggregate && this.aggregate.aggregate !== 'count' && next?.links.some((l) => l.name.kind === 'field' && l.name.field.role === 'measure');
    if (ofField) {
      if (!this.wish.entities.includes(name.entity)) this.wish.entities.push(name.entity);
      return;
    }
    const before = this.items.slice(0, at).filter((i) => i.mark?.is !== 'filler').at(-1);
    if (isSoftBreak(before) || isSoftBreak(next)) this.wish.countEntities = true;
    if ((before?.mark?.is === 'best' || before?.mark?.is === 'top') && this.wish.entities.length > 0) {
      this.wish.measures.push({ aggregate: 'count', name, where: [] });
      return;
    }
    if (this.takeMissing(name.entity, at)) return;
    const aggregate = this.takePendingAggregate();
    if (aggregate === 'share') {
      this.shareNext = true;
      return;
    }
    if (aggregate !== null || (this.mode === 'by' && this.wish.best && this.wish.by.length === 0 && this.wish.entities.length > 0)) {
      this.wish.measures.push({ aggregate: 'count', name, where: [] });
      if (this.mode !== 'by') this.wish.entities.push(name.entity);
    } else if (this.mode === 'by') this.wish.by.push({ kind: 'entity', entity: name.entity });
    else if (!this.wish.entities.includes(name.entity)) this.wish.entities.push(name.entity);
  }

  private shareNext = false;

  /** "tickets without order": those whose key to the other table is empty. */
  private takeMissing(entity: Entity, at: number): boolean {
    const [owner] = this.wish.entities;
    const key = owner?.table.foreignKeys.find((k) => k.references.table === entity.table.name && k.columns.length === 1);
    const field = key && owner?.fields.find((f) => f.column === key.columns[0]);
    if (!owner || !field || !this.negated || this.items.slice(0, at).findLast((i) => i.mark?.is !== 'filler') !== this.negated) return false;
    this.takeNegation();
    this.negated = null;
    this.wish.conditions.push({ kind: 'empty', field, entity: owner, negated: false });
    return true;
  }

  private takeField(name: Extract<Name, { kind: 'field' }>, item: Item, at: number): void {
    const { field, entity } = name;
    const last = this.items[at - 1]?.links.some((l) => l.name.kind === 'value' && l.name.field === field) ? this.wish.conditions.at(-1) : undefined;
    // "from the web channel": the value said it already.
    if (last?.kind === 'values' && last.field === field && this.mode !== 'filter') return;
    if (this.mode === 'filter') {
      this.wish.filters.push(field.role === 'time' ? { kind: 'dates' } : { kind: 'field', field, entity });
      return;
    }
    if (this.empty) {
      this.empty.used = true;
      this.wish.conditions.push({ kind: 'empty', field, entity, negated: this.takeNegation() });
      this.empty = null;
      return;
    }
    if (this.negated && this.items.slice(0, at).findLast((i) => i.mark?.is !== 'filler') === this.negated && !this.nextIsValueOf(field, at)) {
      this.takeNegation();
      this.negated = null;
      this.wish.conditions.push({ kind: 'empty', field, entity, negated: false });
      return;
    }
    const aggregate = this.takePendingAggregate();
    const measured = field.role === 'measure' && !(this.mode === 'by' && (field.source.distinct ?? MAX_NUMERIC_GROUPS + 1) <= MAX_NUMERIC_GROUPS && !this.wish.top);
    if (aggregate !== null || (measured && (!this.wish.table || this.mode === 'by'))) {
      this.wish.measures.push({ aggregate, name, where: [] });
    } else if (this.mode === 'by' && field.role === 'time') this.wish.bucket ??= 'auto';
    else if (this.mode === 'by') this.wish.by.push({ kind: 'field', field, entity });
    else {
      this.wish.loose.push({ field, entity, item });
      if (!this.nextIsValueOf(field, at)) this.pending.push({ item, wish: { kind: 'field', field, entity } });
    }
  }

  private nextIsValueOf(field: Field, at: number): boolean {
    const next = this.items.slice(at + 1).find((i) => i.mark?.is !== 'filler');
    return next?.links.some((l) => l.name.kind === 'value' && l.name.field === field) ?? false;
  }

  private takeValue(name: Extract<Name, { kind: 'value' }>): void {
    const negated = this.takeNegation();
    this.wish.loose = this.wish.loose.filter((l) => l.field !== name.field);
    if (this.aggregate?.aggregate === 'share' || this.shareNext) {
      this.takePendingAggregate();
      this.shareNext = false;
      this.pushShare([name]);
      return;
    }
    const same = this.wish.conditions.find((c) => c.kind === 'values' && c.field === name.field && c.negated === negated);
    if (same?.kind === 'values') same.values.push(name.value);
    else this.wish.conditions.push({ kind: 'values', field: name.field, entity: name.entity, values: [name.value], negated });
  }

  private takePendingAggregate(): Aggregate | null {
    const kept = this.aggregate;
    this.aggregate = null;
    if (kept) kept.item.used = true;
    return kept?.aggregate ?? null;
  }

  /** Of several things one word can mean, the surest; of equally sure ones the nearest to what the prompt is about. */
  private pick(links: readonly Link[]): Link {
    const best = links[0] as Link;
    const flag = this.mode === 'main' && best.name.kind === 'field' && best.name.field.role === 'flag' ? links.find((l) => l.name.kind === 'value') : undefined;
    if (flag) return flag;
    const equals = links.filter((l) => l.score > best.score - 20);
    if (equals.length === 1) return best;
    const ranked = equals
      .map((link) => ({ link, distance: this.distance(link.name.entity) - link.score / 1000 }))
      .sort((a, b) => a.distance - b.distance);
    const [first, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0]];
    if (this.context.length === 0 && first.link.name.kind !== 'measure' && first.link.name.entity !== second.link.name.entity && first.link.name.kind === second.link.name.kind) {
      const { entity } = first.link.name;
      this.wish.assumptions.push(`“${nameWord(first.link.name)}” is taken from ${entity.plural}; ${second.link.name.entity.plural} have it too.`);
    }
    return first.link;
  }

  private distance(entity: Entity): number {
    const [nearest] = this.context;
    if (!nearest) return this.catalogue.entities.indexOf(entity) / 100;
    const down = pathBetween(this.catalogue, nearest, entity);
    if (down) return down.length;
    const up = pathBetween(this.catalogue, entity, nearest);
    return up ? up.length + 0.5 : 20;
  }

  private finish(): void {
    const { wish } = this;
    if (this.aggregate && wish.entities.length === 0 && this.aggregate.aggregate === 'count') this.takePendingAggregate();
    this.swapRanking();
  }

  /** "top customers by revenue": what stands in front of "by" is grouped, what follows is measured. */
  private swapRanking(): void {
    const { wish } = this;
    if (!wish.top || wish.by.length > 0 || wish.bucket) return;
    const loose = wish.loose.shift();
    if (loose) wish.by.push({ kind: 'field', field: loose.field, entity: loose.entity });
    else if (wish.entities[0] && !wish.table) {
      wish.by.push({ kind: 'entity', entity: wish.entities[0] });
      wish.entities.shift();
    }
  }
}

function isSoftBreak(item: Item | undefined): boolean {
  return item?.mark?.is === 'break' && item.mark.strength === 'soft';
}

function nameWord(name: Name): string {
  if (name.kind === 'value') return String(name.value);
  return name.kind === 'field' ? name.field.label : name.entity.plural;
}
