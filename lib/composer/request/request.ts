import type { Catalogue, Entity, Field } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { nameIndexOf, type NameIndex, WHOLE } from '../catalogue/names';
import type { Bucket } from '../plan';
import { type Item, linkItems } from '../read/link';
import { type DimensionWish, emptyWish, type MeasureWish, NO_ITEM, type Wish } from '../read/wish';
import { root, stem, tokenize, wordsOf } from '../words/tokens';
import { type Column, columnsOf, tablesIn } from './columns';
import { type Amount, type Parts, partsOf, type Span } from './parts';
import { isUnitOfTime, narrow } from './rows';
import { tablesOfValues, withoutValues } from './values';

/**
 * One chart that was asked for part by part; null where the prompt isn't such a request, or where one of its columns isn't known, so that
 * it's read like any other. Items that had no part in it are left unused.
 */
export function readRequest(prompt: string, catalogue: Catalogue, now: Date): { wish: Wish; items: Item[]; isSure: boolean } | null {
  if (prompt.length > LONGEST_REQUEST || !SPEAKS_OF_CHARTS.test(prompt) || ROUND.test(prompt) || IN_CLASSES.test(prompt)) return null;
  const index = nameIndexOf(catalogue);
  const items = linkItems(tokenize(prompt), index, now);
  // “the id and details of events”, which have a column for them.
  const hasDetails = catalogue.entities.some((e) => e.fields.some((f) => /(?:^| )details?$/.test(f.label)));
  const asks = items.filter((item, at) => asksForMore(item, at, items) && !(hasDetails && /^details?$/.test(item.lower)));
  if (asks.length > 0 || items.some(isHeads)) return null;
  const known = new Map<string, Column[]>();
  const [stated, valued] = [withoutValues(prompt, items), tablesOfValues(items)];
  const ways = [...partsOf(prompt), ...(stated ? [...partsOf(stated.text)].map((parts) => ({ ...parts, rows: [...parts.rows, ...stated.rows] })) : [])];
  const [best] = ways.flatMap((parts) => new RequestReader(parts, catalogue, index, known, valued).read() ?? []).toSorted((a, b) => Number(b.isSure) - Number(a.isSure) || b.sureness - a.sureness);
  if (!best || best.sureness < LEAST_SURE) return null;
  narrow(best, items, catalogue);
  // “each quarter” has no answer there.
  const isWhole = best.wish.bucket !== null || !items.some(isUnitOfTime);
  return { wish: { ...best.wish, items }, items, isSure: best.isSure && isWhole && !(items.filter(({ mark }) => mark?.is === 'by').length > 1 && items.some(beginsAnother)) };
}

/** "tickets by topic and orders by status as bars": groups that were left, with what is in them. */
function beginsAnother({ mark, used, links }: Item, at: number, items: readonly Item[]): boolean {
  return !used && !mark && items[at + 1]?.mark?.is === 'by' && ['entity', 'measure'].includes(links[0]?.name.kind ?? '');
}

/** Beside a chart, or in place of one: a page of several things is read clause by clause. */
function asksForMore({ mark, links, lower }: Item, at: number, items: readonly Item[]): boolean {
  const [before, after] = [items[at - 1], items[at + 1]];
  // “with details 'Old mill'”, “in each type in a pie chart”
  if ((mark?.is === 'detail' && (after?.quoted || after?.links[0]?.name.kind === 'value')) || (lower.startsWith('type in') && before?.mark?.is === 'by')) return false;
  // “the number of cards”
  if (mark?.is === 'stat' && before?.mark?.is === 'aggregate') return false;
  // “Report the distinct dates”: show them.
  if (mark?.is === 'overview' && lower === 'report' && before === undefined) return false;
  // “calendar date” is a column's name.
  return mark !== null && !links.some((link) => link.score >= 60) && ['filter', 'dates', 'search', 'stat', 'board', 'calendar', 'detail', 'overview', 'form', 'map', 'latest', 'before', 'ratio', 'over', 'sold', 'superlative'].includes(mark.is);
}

/** “people per region”, of a table that has a row for each country: they are added up, and no rows counted. */
function isHeads({ lower, mark, links: [link] }: Item): boolean {
  return !mark && lower === 'people' && link?.name.kind === 'field' && link.name.field.role === 'measure';
}

/** UTF-16 units. One chart is asked for in a sentence or two; what is longer is read clause by clause. */
export const LONGEST_REQUEST = 600;
/** A name in full is 100, one word too many costs 25. */
const LEAST_SURE = 25;
/** “bin the date by year”, of whatever date it is about. */
const ITS_TIME = /^(?:the )?(?:dates?|times?|days?)$/i;
/** What was done with the things that are counted. */
const DONE = /(?:^|\s)(?:\w+ed|taught|held|that \w+|(?:is|are|was|were)(?: there)?|(?:they|it|he|she|who) \w+)(?:\s+(?:by|in|for|at|on|to))?(?=\s|$)/gi;
/** “in each year”, of a time that is counted. */
const UNIT = /^(?:the )?(year|month|week|day|weekday|quarter|hour)s?$/i;
/** Times that come round again are read clause by clause. */
const ROUND = /\b(?:hours?|times?|months?) of (?:the )?(?:day|year)\b/i;
/** “a histogram of the total of orders”: how often each class of one number occurs, and no bar for each row. */
const IN_CLASSES = /\bhistograms? (?:of|for) (?!.*\b(?:by|per|each|every|and|vs|versus|over|across)\b)/i;
/** One look, before anything is cut. */
const SPEAKS_OF_CHARTS = /\b(?:charts?|graphs?|plots?|pies?|bars?|lines?|scatter|histogram|donut|diagram|ax[ie]s|asc|desc|(?:a|de)scending|bin|binning|bucket|groups? and counts?|(?:low|high)(?:est)? to|comparison|change|distribution|correlation|relationship|proportion|percentage|trend|total number (?:from|of|in|by|for|across) (?:each|different))\b/i;

/** A column of another table, for each step to it: the table’s own goes before it, though it isn’t called so in full. */
const AWAY = 45;
/** “for those records from the products and their makers”: the first are the rows. */
const LEADS = 0.6;
/** “that do not have a captain”: of others. */
const BESIDE = /^(?:that|which|who|whose|where|wherein|having|have|has|had|with|when|if|not|after|before|since|until|in|from|by|of|for|at|on)\b/i;
/** Rows, of which each has another number by chance. */
const FEW = 5;
/** Rows that can each be a point of a line. */
const MAX_POINTS = 200;

/** One way to read it. `sureness` is that of the name that is least sure. */
type Reading = { wish: Wish; base: Entity; rows: readonly Span[]; columns: readonly Column[]; sureness: number; /** Each name was read to its last word. */ isSure: boolean };

type Measured = { aggregate: 'count'; counted: Column[] | null; columns: Column[] } | { aggregate: Exclude<Amount['aggregate'], 'count'>; columns: Column[] };
/** `y` is null where rows are counted. */
type Placed = { x: Column; y: Column | null; colour: Column | null };

class RequestReader {
  private readonly parts: Parts;
  private readonly catalogue: Catalogue;
  private readonly index: NameIndex;
  /** What phrases mean, each looked up once for all ways to cut the prompt. */
  private readonly known: Map<string, Column[]>;
  /** Tables that its values belong to. */
  private readonly valued: readonly Entity[][];

  constructor(parts: Parts, catalogue: Catalogue, index: NameIndex, known: Map<string, Column[]>, valued: readonly Entity[][]) {
    this.parts = parts;
    this.catalogue = catalogue;
    this.index = index;
    this.known = known;
    this.valued = valued;
  }

  read(): Reading | null {
    const timely = this.timely();
    if (timely) return new RequestReader(timely, this.catalogue, this.index, this.known, this.valued).read();
    const { across, series, bin, rows } = this.parts;
    const [columns, second] = [this.acrossColumns(across), series && this.columns(series)];
    const amount = this.amount();
    if (!amount) return null;
    const when = this.whenColumns();
    if (columns.length === 0 && !when) return null;
    const base = this.baseOf([columns.length > 0 || when === null ? columns : null, amount.aggregate === 'count' ? amount.counted : amount.columns, series?.text === across.text ? null : second, when], amount.aggregate === 'count' && amount.counted === null, rows, [across, ...(this.parts.up.of ? [this.parts.up.of] : [])]);
    if (!base) return null;
    const chart = this.placed(base, columns, amount, second, when && (this.nearest(when, base) ?? (bin && base.time ? columnOf(base.time, base) : null)));
    if (!chart) return null;
    const { x, y, colour } = chart;
    // “season by how many season”
    if (y && y.field === x.field && this.parts.up.aggregate === 'count') return new RequestReader({ ...this.parts, up: { aggregate: 'count', of: null } }, this.catalogue, this.index, this.known, this.valued).read();
    const wish: Wish = { ...emptyWish(), charts: [this.viewOf(x)], style: this.parts.stacked ? 'stacked' : null };
    this.measure(wish, base, chart, amount);
    this.group(wish, chart, amount);
    this.order(wish, x, y);
    const named = [x, y, colour].flatMap((column) => column ?? []);
    return { wish, base, rows, columns: named, sureness: Math.min(100, ...named.map((column) => column.score)), isSure: named.every((column) => !column.isLess) };
  }

  /** “the number of booking dates in each year”: by the dates themselves. */
  private timely(): Parts | null {
    const { across, up, bin } = this.parts;
    const unit = UNIT.exec(across.text)?.[1]?.toLowerCase();
    const [best] = bin === null && up.aggregate === 'count' && up.of && unit ? this.columns(up.of) : [];
    if (!best || !up.of || !unit) return null;
    // “customers who use email for each weekday”: by when they are of.
    if (best.isRow) return { ...this.parts, across: up.of, bin: { of: null, unit } };
    return isTime(best) ? { ...this.parts, across: up.of, up: { aggregate: 'count', of: null }, bin: { of: up.of, unit } } : null;
  }

  /** What is measured: rows that are counted, or a number. Null where it's neither. */
  private amount(): Measured | null {
    const { aggregate, of, isTotal, isAmount, whole } = this.parts.up;
    const called = whole ? this.columns(whole).filter((column) => column.score >= WHOLE && isNumber(column)) : [];
    const columns = called.length ? called : aggregate === 'count' ? this.counted(of) : of ? this.columns(of) : [];
    const [best] = columns;
    // “number of floors”, of buildings that have so many.
    const isNumbered = aggregate === 'count' && best !== undefined && !columns.some((column) => column.isRow && column.score >= 85) && !best.isRow && best.score >= 50 && best.field.role === 'measure' && !isHeld(best, of?.text ?? '');
    if (isNumbered) return { aggregate: isTotal ? 'sum' : null, columns: columns.filter(isNumber) };
    // “the total amount of grants”, which have one.
    const amounts = isAmount ? columns.flatMap(({ isRow, entity }) => (isRow ? entity.fields.filter((f) => f.role === 'measure' && /(?:^| )amount$/.test(f.label)).map((field) => columnOf(field, entity)) : [])) : [];
    if (amounts.length > 0) return { aggregate: 'sum', columns: amounts };
    // “orders by region”: of rows there is only how many.
    if (aggregate === 'count' || (aggregate === null && best?.isRow)) {
      const rows = columns.filter((column) => column.isRow && column.score >= 45);
      // “machines”, of which there is only the key that other rows hold.
      const counted = rows.length ? rows : columns.filter((column) => (column.field.role === 'id' || isHeld(column, of?.text ?? '')) && column.score >= 50).map((column) => ({ ...column, isRow: true }));
      return { aggregate: 'count', counted: counted.length ? counted : null, columns };
    }
    // “avg order value”: nobody averages keys, unless they say so.
    return columns.length ? { aggregate, columns: aggregate === null ? columns : columns.filter((column) => isNumber(column) && (column.field.role !== 'id' || column.score >= WHOLE)) } : null;
  }

  /** “documents are stored”: what was done with them says nothing here. */
  private acrossColumns(across: Span): Column[] {
    const { called } = this.parts;
    const named = called ? this.columns({ ...across, text: `${called.text.replace(/^(?:its|their) /i, '')} of ${across.text}` }) : [];
    if (named.length > 0) return named;
    const columns = this.columns(across);
    const plain = across.text.replace(DONE, ' ').trim();
    return plain !== '' && plain !== across.text && columns.every((column) => column.score < LEAST_SURE) ? this.columns({ ...across, text: plain }) : columns;
  }

  /** “students enrolled”, “things they own”, “events are there”: what was done with them says nothing here. */
  private counted(of: Span | null): Column[] {
    const columns = of ? this.columns(of) : [];
    if (!of || columns.some((column) => column.score >= 45 && !column.isLess)) return columns;
    const [whole, head] = [of.text.replace(DONE, ' ').replace(/\s+(?:to )?(?:each|them|it)\s*$/i, '').trim(), of.text.slice(0, of.text.search(DONE) >>> 0).trim()];
    const found = [whole, head].map((text) => (text === '' || text === of.text ? [] : this.columns({ ...of, text }))).find((each) => each.some((column) => column.score >= 45));
    return found ?? (columns.some((column) => column.score >= 45) ? columns : [...this.rowsOf(of), ...columns]);
  }

  /** “journal committees”, whose rows have no name of their own: they can be counted. */
  private rowsOf({ text }: Span): Column[] {
    return tablesIn(text, this.index).slice(0, 1).flatMap((entity) => entity.fields.slice(0, 1).map((field): Column => ({ field, entity, score: 90, isRow: true, isOwn: false })));
  }

  /** The times that are put in classes: those that were named, else whatever the table has; null where none are. */
  private whenColumns(): Column[] | null {
    const { bin } = this.parts;
    if (!bin) return null;
    const named = bin.of ? this.columns(bin.of).filter(isTime) : [];
    if (named.length > 0) return named;
    const isItsOwn = bin.of === null || ITS_TIME.test(bin.of.text);
    return isItsOwn ? this.catalogue.entities.flatMap((entity) => (entity.time ? [columnOf(entity.time, entity)] : [])) : null;
  }

  /** Which column stands where. */
  private placed(base: Entity, columns: readonly Column[], amount: Measured, series: Column[] | null, when: Column | null): Placed | null {
    const { parts } = this;
    const counts = amount.aggregate === 'count';
    let x = (parts.view === 'scatter' && !parts.besides ? this.nearest(columns, base, isNumber) : null) ?? this.nearest(columns, base);
    let y = counts ? null : this.nearest(amount.columns, base);
    let colour = series && this.nearest(series, base);
    if (series && !colour) return null;
    // “bin active date by weekday and group by customer name”
    if (when) [x, colour] = [x && isTime(x) && (parts.bin?.of === null || ITS_TIME.test(parts.bin?.of?.text ?? '')) ? x : when, colour ?? (x && !x.isRow && !isTime(x) ? x : null)];
    // “number of countries of all people”: the column in front is what its rows are counted by.
    else if (counts && x?.isRow && parts.up.of) x = this.nearest(columnsOf(`${parts.up.of.text} of ${parts.across.text}`, this.catalogue, this.index).filter((c) => !c.isRow && c.entity === x?.entity), base) ?? x;
    // “the number of students, grouped by first name”
    if (counts && x?.isRow && !x.isLess && colour && (parts.up.of === null || (colour.entity === x.entity && colour.field !== x.field))) [x, colour] = [colour, null];
    if (parts.isLoose && amount.aggregate === null && x && y && !isNumber(y) && isNumber(x)) [x, y] = [y, x];
    if (!x || (!counts && (!y || !isNumber(y)))) return null;
    // “group by attribute name”, of what stands across already.
    return { x, y, colour: colour && colour.field !== x.field ? colour : null };
  }

  private viewOf(x: Column): Wish['charts'][number] {
    const { view, bin } = this.parts;
    return view ?? (isTime(x) && !bin ? 'line' : 'bar');
  }

  private measure(wish: Wish, base: Entity, { x, y }: Placed, { aggregate }: Measured): void {
    const isScatter = this.parts.view === 'scatter' && isNumber(x) && !this.parts.besides;
    if (isScatter && y && aggregate === null) {
      wish.relation = true;
      wish.loose = [x, y].map(({ field, entity }) => ({ field, entity, item: NO_ITEM }));
      return;
    }
    // A point for each group: its own number across.
    if (isScatter) wish.measures.push(numberOf(x, null));
    const { besides } = this.parts;
    const second = besides?.of ? this.nearest(this.columns(besides.of).filter(isNumber), base) : null;
    wish.measures.push(y ? numberOf(y, aggregate) : { aggregate: 'count', name: { kind: 'entity', entity: base }, where: [] });
    if (second && besides && besides.aggregate !== 'count') wish.measures.push(numberOf(second, besides.aggregate));
  }

  private group(wish: Wish, { x, y, colour }: Placed, { aggregate }: Measured): void {
    const said = this.parts.bin?.unit as Bucket | 'auto' | undefined;
    const unit = said === 'auto' && isTime(x) ? coarseUnit(x.field) : said;
    const isEach = aggregate === null && y !== null;
    if (wish.relation) wish.loose.push(...(colour ? [{ field: colour.field, entity: colour.entity, item: NO_ITEM }] : []));
    else if (isTime(x) && (unit || !isEach || x.entity.table.rows > MAX_POINTS)) [wish.time, wish.bucket] = [x.field, unit ?? 'auto'];
    else wish.by.push(isTime(x) ? { kind: 'field', field: x.field, entity: x.entity, own: true, each: true } : dimensionOf(x, isEach));
    if (colour && !wish.relation) wish.by.push(dimensionOf(colour, false));
  }

  private order(wish: Wish, x: Column, y: Column | null): void {
    const { order } = this.parts;
    if (!order) return;
    const named = order.by && this.columns(order.by);
    // “by the country name”, of countries by their key.
    const isCalled = (c: Column) => c.entity !== x.entity && x.entity.table.foreignKeys.some((key) => key.columns[0] === x.field.column && key.references.table === c.entity.table.name) && c.field === c.entity.title;
    const isAcross = named?.some((c) => c.field === x.field || isCalled(c)) ?? false;
    const isUp = order.by !== null && (named?.some((c) => c.field === y?.field) || /\b(number|count|total|how many|frequency|average|avg|mean|sum|amount|min|max|minimum|maximum)\b/i.test(order.by.text));
    wish.sort = { name: null, axis: order.axis ?? (isUp ? 'y' : isAcross ? 'x' : order.by ? null : 'y'), descending: order.descending ?? (isUp || order.axis === 'y') };
  }

  private columns({ text }: Span): Column[] {
    const known = this.known.get(text) ?? columnsOf(text, this.catalogue, this.index);
    this.known.set(text, known);
    return known;
  }

  /** The table whose rows it's about: it has the most of what was named, or reaches it. */
  private baseOf(named: readonly (Column[] | null)[], counts: boolean, rows: readonly Span[], spans: readonly Span[]): Entity | null {
    const [about, beside] = [rows, spans].map((each) => each.flatMap((span) => tablesIn(span.text, this.index)));
    // “x axis name, y axis how many name”: of nothing else.
    const isOther = this.parts.up.of !== null && this.parts.up.of.text !== this.parts.across.text;
    const isLed = !BESIDE.test(rows[0]?.text ?? '');
    const scores = this.catalogue.entities.map((entity) => {
      let score = (about?.includes(entity) ? 0.7 : 0) + (beside?.includes(entity) ? 0.4 : 0) + (about?.[0] === entity ? (isLed ? LEADS : 0.1) : 0);
      // “registered after 2015”, of what is called a register.
      score += rows.some((span) => wordsOf(span.text).some((word) => word.length > 4 && wordsOf(entity.table.name).some((own) => root(own) === root(word)))) ? 0.05 : 0;
      // “performances with members whose role is singer”: what lies between them knows both.
      score += this.valued.filter((tables) => tables.some((table) => pathBetween(this.catalogue, entity, table))).length * 0.6;
      for (const columns of named) {
        if (!columns) continue;
        const found = this.nearest(columns, entity);
        if (!found) return { entity, score: -1 };
        // What each row has alone tells nothing when it's counted.
        score += (found.entity === entity ? (counts && (isOther || beside?.some((other) => other !== entity)) && !found.isRow && !isTime(found) && found.field.source.distinct === entity.table.rows ? 0.3 : 1) : 0.5) + found.score / 1000;
      }
      return { entity, score };
    });
    const best = scores.toSorted((a, b) => b.score - a.score || b.entity.table.rows - a.entity.table.rows)[0];
    return best && best.score >= 0 ? best.entity : null;
  }

  private nearest(columns: readonly Column[], base: Entity, accept: (column: Column) => boolean = () => true): Column | null {
    // Where the table itself was named in full, its rows are called by their name before their key.
    const isNamed = columns.some((column) => column.isRow && column.score >= 85);
    const ranked = columns.filter(accept).flatMap((named) => {
      const column = keyOf(named, base);
      const path = column.entity === base ? [] : pathBetween(this.catalogue, base, column.entity);
      // “code” of products is their own before it's that of their maker.
      const isKey = column !== named || (isNamed && !column.isRow && !column.isOwn);
      return path ? [{ column, rank: column.score - AWAY * path.length - (isKey ? AWAY + 1 : 0) }] : [];
    });
    return ranked.toSorted((a, b) => b.rank - a.rank)[0]?.column ?? null;
  }
}

/** “the department's id” of employees is the one they hold themselves. */
function keyOf(column: Column, base: Entity): Column {
  const key = base.table.foreignKeys.find((k) => k.references.table === column.entity.table.name && k.references.columns.length === 1 && k.references.columns[0] === column.field.column);
  const field = key && base !== column.entity ? base.fields.find((f) => f.column === key.columns[0]) : undefined;
  return field && !column.isRow ? { ...column, field, entity: base } : column;
}

/** “bin the dates by time”: into a few. */
function coarseUnit({ source }: Field): Bucket {
  const days = (Date.parse(String(source.max)) - Date.parse(String(source.min))) / 86_400_000;
  return days > 6 * 365 ? 'year' : 'month';
}

function columnOf(field: Field, entity: Entity): Column {
  return { field, entity, score: 100, isRow: false, isOwn: true };
}

function numberOf({ field, entity }: Column, aggregate: MeasureWish['aggregate']): MeasureWish {
  return { aggregate, name: { kind: 'field', field, entity }, where: [], ...(aggregate === null && { asIs: true }) };
}

function isNumber({ field }: Pick<Column, 'field'>): boolean {
  return field.source.type === 'number';
}

/** “number of scientists”, where each row holds a `scientist` of its own: a number that tells them apart, and none to add up. */
function isHeld({ field, entity, isRow }: Column, said: string): boolean {
  const [last = ''] = wordsOf(field.column).slice(-1);
  const isOne = stem(last) === last.toLowerCase() && wordsOf(said).some((word) => stem(word) === stem(last) && word.toLowerCase() !== stem(last));
  return !isRow && isOne && entity.table.rows > FEW && field.source.distinct === entity.table.rows;
}

function isTime({ field }: Pick<Column, 'field'>): boolean {
  return field.role === 'time';
}

/** A number that belongs to each row stands for each, though some share a name. */
function dimensionOf({ field, entity, isRow, isOwn }: Column, isEach: boolean): DimensionWish {
  if (isRow) return { kind: 'entity', entity };
  return { kind: 'field', field, entity, own: isOwn, ...(isEach && isNaming(field, entity) && { each: true }) };
}

function isNaming(field: Field, { table }: Entity): boolean {
  return field.source.type === 'string' && (field.source.distinct ?? 0) > table.rows / 2;
}
