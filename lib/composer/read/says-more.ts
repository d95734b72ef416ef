import type { Catalogue, Entity } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import { asksHowMany, countsOfThem } from './clauses/figures';
import { columnsNamed, listsOnly, saysColumns } from './list-columns';
import { asksForBlock, isAboutSomething, onlyNarrows, saysOnlyTable, saysTableOfRows } from './says';
import type { Wish } from './wish';

/** Whether a clause only says more of the one before, which then has it: how it's shown, what its rows are, another of its parts. */
export function saysMore(wish: Wish, last: Wish, catalogue: Catalogue): boolean {
  // "how many of them …" is a number of its own.
  return !countsOfThem(wish.items) && WAYS.some((way) => way(wish, last, catalogue));
}

/** A way in which a clause says more of the one before: true where it does, and then it is in it. */
type Way = (wish: Wish, last: Wish, catalogue: Catalogue) => boolean;

const WAYS: readonly Way[] = [
  // "price against cost, one dot per product, coloured by category"
  (wish, last) => {
    const isDots = wish.charts.length > 0 && wish.charts.every((view) => view === 'scatter') && wish.measures.length + wish.loose.length + wish.conditions.length + wish.periods.length === 0;
    const isRelation = last.relation && last.measures.length === 2 && last.charts.length === 0 && last.by.length === 0;
    if (!isDots || !isRelation || wish.entities.some((e) => last.measures.some((m) => m.name.entity !== e))) return false;
    [last.charts, last.by] = [['scatter'], [...wish.by]];
    return true;
  },
  // "…; clicking a ticket shows its details"
  (wish, last) => {
    // "if I click a line, show me everything on that customer"
    if (!(wish.detail || (last.detail && wish.items.some((i) => /^(everything|all|more|rest)$/.test(i.lower)))) || !isOnlyOf(wish, last)) return false;
    last.detail = true;
    return true;
  },
  // "…, as a table"
  (wish, last) => {
    if (!saysOnlyTable(wish) || saysTableOfRows(wish, last) || last.charts.length > 0 || last.stat) return false;
    if (asksForBlock(last)) last.charts = ['table'];
    else last.table = true;
    last.sort ??= wish.sort;
    return true;
  },
  // "customers by segment, share in percent"
  (wish, last) => {
    const own = wish.measures.length + wish.entities.length + wish.by.length + wish.loose.length + wish.charts.length + wish.filters.length + wish.conditions.length + wish.periods.length;
    if (wish.style !== 'share' || own > 0 || wish.bucket !== null || last.by.length === 0 || last.style !== null || last.table || last.stat) return false;
    last.style = 'share';
    if (last.charts.length === 0 && last.by.length === 1 && last.bucket === null) last.charts = ['pie'];
    for (const item of wish.items) [item.used, item.settled] = [true, true];
    return true;
  },
  // "a board, …; columns are the phases"
  (wish, last) => {
    if (!last.board || last.by.length > 0 || !saysColumns(wish) || wish.loose.length !== 1) return false;
    last.loose.push(...wish.loose);
    return true;
  },
  // "tickets on a board. By priority"
  (wish, last) => {
    const own = wish.measures.length + wish.entities.length + wish.loose.length + wish.charts.length + wish.filters.length + wish.conditions.length;
    if (!(last.board || last.charts.includes('heatmap')) || last.by.length > 0 || last.loose.length > 0 || wish.by.length === 0 || own > 0 || wish.table || wish.stat) return false;
    last.by.push(...wish.by);
    return true;
  },
  // "orders over 500; date, customer and total please", "…, show product name and unit price too"
  (wish, last) => {
    const isRanked = last.table && last.sort?.name != null;
    if (!(listsOnly(wish) || listsToo(wish, last)) || last.entities.length !== 1 || asksForBlock({ ...last, table: false, top: isRanked ? null : last.top }) || last.measures.length > 0) return false;
    last.table = true;
    last.loose.push(...columnsNamed(wish, last));
    last.sort ??= wish.sort;
    last.latest ??= wish.latest;
    return true;
  },
  // "date, customer and total as a list"
  (wish, last) => {
    const [first] = [...last.loose, ...wish.loose];
    const isBare = (w: Wish) => w.by.length + w.charts.length + w.filters.length + w.entities.length === 0 && !w.stat && !w.top && !w.overview && w.measures.every((m) => m.name.kind === 'field' && m.aggregate === null && !m.per);
    const isAs = wish.items.findLast((i) => i.mark?.is === 'filler' && /^(as|in)$/.test(i.lower));
    if (!wish.table || last.table || !first || !isAs || !isBare(wish) || !isBare(last)) return false;
    const columns = columnsNamed({ ...last, items: [...last.items, ...wish.items.filter((i) => i.mark?.is !== 'table')], loose: [...last.loose, ...wish.loose] }, { ...last, entities: [first.entity] });
    [last.table, last.bucket, last.measures, last.loose, last.entities] = [true, null, [], columns, [first.entity]];
    return true;
  },
  // "a histogram of totals, 20 bars"
  (wish, last) => {
    const number = wish.items.find((i) => i.number !== null);
    if (!saysOnlyLook(wish) || wish.charts[0] !== 'bar' || !number || !(last.charts.includes('histogram') || (last.distribution && last.charts.length === 0))) return false;
    last.classes = { width: 0, count: number.number };
    [number.used, number.settled] = [true, true];
    for (const item of wish.items) item.settled = true;
    return true;
  },
  // "… as a pie chart and as a table"
  (wish, last) => {
    if (!saysOnlyTable(wish) || last.charts.length !== 1 || wish.items[0]?.lower !== 'as' || last.measures.length + last.entities.length + last.by.length + last.loose.length === 0) return false;
    last.charts.push('table');
    return true;
  },
  // "…, as grouped bars"
  (wish, last) => {
    if (!saysOnlyLook(wish) || last.charts.length > 0 || last.table || last.stat) return false;
    last.charts = wish.charts;
    last.style ??= wish.style;
    last.classes ??= wish.classes;
    last.sort ??= wish.sort;
    return true;
  },
  // "…, for the tickets opened between a start date and an end date"
  (wish, last) => {
    const about = [...last.entities, ...last.measures.map((m) => m.name.entity)];
    const own = wish.measures.length + wish.by.length + wish.loose.length + wish.charts.length;
    if (wish.filters.length === 0 || own > 0 || wish.entities.length === 0 || !wish.entities.every((entity) => about.includes(entity)) || wish.table || wish.stat || wish.board || wish.calendar || wish.overview || !wish.items.some((i) => i.lower === 'for')) return false;
    last.filters.push(...wish.filters);
    last.conditions.push(...wish.conditions);
    return true;
  },
  // "a histogram of prices, buckets of 250"
  (wish, last) => {
    if (!wish.classes || isAboutSomething(wish) || wish.conditions.length + wish.periods.length > 0 || !(last.distribution || last.charts.includes('histogram'))) return false;
    last.classes = wish.classes;
    return true;
  },
  // "average price, one average per month"
  (wish, last) => {
    const own = wish.measures.length + wish.entities.length + wish.loose.length + wish.charts.length + wish.filters.length + wish.conditions.length + wish.periods.length;
    const isGrouped = last.by.length > 0 || last.bucket !== null || last.table || last.stat || last.top !== null;
    if (own > 0 || last.measures.length === 0 || isGrouped || !saysAggregate(wish) || asksHowMany(wish.items) || wish.by.length + Number(wish.bucket !== null) === 0 || wish.table || wish.stat || wish.top) return false;
    last.by.push(...wish.by);
    [last.bucket, last.time] = [wish.bucket, last.time ?? wish.time];
    for (const item of wish.items) if (item.mark?.is === 'aggregate') [item.used, item.settled] = [true, true];
    return true;
  },
  // "orders each quarter, three lines: web, store and partner"
  (wish, last) => {
    const [values, ...others] = wish.conditions;
    const own = wish.measures.length + wish.entities.length + wish.loose.length + wish.by.length + wish.filters.length + wish.periods.length;
    if (values?.kind !== 'values' || values.values.length < 2 || values.negated || others.length > 0 || own > 0 || wish.charts.length !== 1 || last.charts.length > 0 || last.by.length > 1 || (last.by.length === 0 && last.bucket === null)) return false;
    last.by.push({ kind: 'field', field: values.field, entity: values.entity });
    last.conditions.push(values);
    last.charts = wish.charts;
    for (const item of wish.items) if (item.number === values.values.length) [item.used, item.settled] = [true, true];
    return true;
  },
  // "sales per month, all years together"
  (wish, last) => {
    const own = wish.measures.length + wish.entities.length + wish.loose.length + wish.by.length + wish.charts.length + wish.filters.length;
    if (wish.bucket !== 'month-of-year' || last.bucket !== 'month' || own > 0 || wish.table || wish.stat) return false;
    last.bucket = 'month-of-year';
    return true;
  },
  refinesIt,
  ordersIt,
  countsIt,
  listsOfRanked,
  ranksIt,
  showsIt,
  splitsIt,
  measuresIt,
  // "revenue by customer, only those above 5000"
  (wish, last) => {
    if (!narrowsGroups(wish, last)) return false;
    const [condition] = wish.conditions;
    if (condition?.kind === 'compare') last.having = { op: condition.op, value: condition.value, of: null };
    return true;
  },
  // "only Germany."
  (wish, last, catalogue) => {
    if (!onlyNarrows(wish) && !keepsOnly(wish, last, catalogue)) return false;
    last.conditions.push(...wish.conditions);
    last.periods.push(...wish.periods);
    // "…, without returned orders, as one figure"
    last.stat ||= wish.stat;
    return true;
  },
];

/** "the trend in our sales? By quarter, line": how it goes over time, and what it's drawn as. */
function refinesIt(wish: Wish, last: Wish): boolean {
  const own = wish.measures.length + wish.entities.length + wish.loose.length + wish.conditions.length + wish.filters.length + wish.periods.length + wish.by.length;
  if (last.bucket !== 'auto' || last.measures.length + last.entities.length === 0 || own > 0 || wish.bucket === null || wish.table || wish.stat || wish.top || (wish.charts.length > 0 && last.charts.length > 0)) return false;
  last.bucket = wish.bucket;
  if (wish.charts.length > 0) last.charts = wish.charts;
  return true;
}

/** "returned orders, count per quarter" */
function countsIt(wish: Wish, last: Wish): boolean {
  const own = wish.measures.length + wish.entities.length + wish.loose.length + wish.filters.length + wish.conditions.length + wish.periods.length;
  const [thing, ...others] = last.entities;
  if (wish.aggregate !== 'count' || own > 0 || !thing || others.length > 0 || wish.by.length + Number(wish.bucket !== null) === 0 || asksForBlock(last) || last.measures.length + last.loose.length > 0 || last.overview) return false;
  last.measures = [{ aggregate: 'count', name: { kind: 'entity', entity: thing }, where: [] }];
  last.entities = [];
  last.by.push(...wish.by);
  [last.bucket, last.time] = [wish.bucket, last.time ?? wish.time];
  last.charts = wish.charts;
  return true;
}

/** "…, sorted by income": which of it stands first. */
function ordersIt(wish: Wish, last: Wish): boolean {
  const own = wish.measures.length + wish.entities.length + wish.loose.length + wish.by.length + wish.charts.length + wish.filters.length + wish.conditions.length + wish.periods.length;
  if (!wish.sort || own > 0 || wish.bucket !== null || wish.table || wish.stat || wish.board || wish.calendar || wish.overview || wish.top || last.sort) return false;
  last.sort = wish.sort;
  return true;
}

/** "one average per month": of the number that was named before. */
function saysAggregate({ items }: Wish): boolean {
  return items.some((i) => i.mark?.is === 'aggregate' || /^(value|point|number|figure)s?$/.test(i.lower));
}

/** "tickets that are not closed, as a kanban with one lane per topic", "order items, histogram of the quantity": what is shown, then how. */
function showsIt(wish: Wish, last: Wish): boolean {
  const kinds = Math.max(wish.charts.length, Number(wish.distribution)) + Number(wish.board) + Number(wish.calendar);
  const about = last.entities[0] ?? last.measures[0]?.name.entity;
  const isAs = wish.items.find((i) => i.mark?.is !== 'break')?.lower === 'as';
  const own = [...wish.entities, ...wish.measures.map((m) => m.name.entity)];
  // "a histogram of totals and the distribution of prices" are two.
  if (last.distribution || (wish.distribution && wish.by.length > 0)) return false;
  if (kinds !== 1 || !about || asksForBlock(last) || last.overview || wish.table || wish.stat || wish.overview || !own.every((entity) => entity === about)) return false;
  if (own.length > 0 && (last.measures.length > 0 || last.conditions.length + last.periods.length > 0 || wish.entities.length > 0)) return false;
  if (own.length === 0 && !isAs && last.measures.length === 0 && wish.charts.length > 0) return false;
  takeLook(last, wish);
  last.measures.push(...wish.measures);
  return true;
}

/** "which customers spent the most? name, country and number of invoices", "the top 10 with how many we sold": what is told of each that is ranked. */
function listsOfRanked(wish: Wish, last: Wish, catalogue: Catalogue): boolean {
  const [group, ...more] = last.by;
  const others = wish.by.length + wish.charts.length + wish.filters.length + wish.conditions.length + wish.periods.length;
  if (!last.top || group?.kind !== 'entity' || more.length > 0 || last.charts.some((view) => view !== 'table') || last.stat || others > 0 || wish.bucket !== null || wish.stat || wish.top || wish.best || wish.overview || wish.board || wish.calendar) return false;
  const isOwn = (entity: Entity) => entity === group.entity || pathBetween(catalogue, group.entity, entity) !== null;
  const isTold = wish.loose.some((l) => isOwn(l.entity)) || (wish.entities.length > 0 && wish.measures.length === 0 && !wish.table && wish.entities.every((e) => e !== group.entity && isOwn(e))) || (wish.measures.length > 0 && wish.items.some((i) => /^(we|they|their|its|each|he|she)$/.test(i.lower)));
  const counted = wish.measures.flatMap((m) => (m.name.kind === 'entity' ? [m.name.entity] : []));
  if (!isTold || !wish.loose.every((l) => isOwn(l.entity)) || !wish.entities.every((e) => counted.includes(e) || isOwn(e))) return false;
  last.measures.push(...wish.measures);
  last.by.push(...wish.loose.filter((l) => l.field !== group.entity.title).map(({ field, entity }) => ({ kind: 'field' as const, field, entity })), ...wish.entities.filter((e) => !counted.includes(e) && e !== group.entity).map((entity) => ({ kind: 'entity' as const, entity })));
  [last.charts, last.table] = [['table'], false];
  last.assumptions.push(...wish.assumptions);
  return true;
}

/** "the total cost per model, limited to the 10 most expensive models": the same, and only the first. */
function ranksIt(wish: Wish, last: Wish): boolean {
  const groups = (w: Wish) => [...new Set([...w.by.map((d) => (d.kind === 'field' ? d.field.column : d.entity.table.name)), ...(w.by.length === 0 ? w.entities.map((e) => e.table.name) : [])])].join();
  const numbers = (w: Wish) => w.measures.map((m) => `${m.aggregate} ${m.name.kind === 'field' ? m.name.field.column : m.name.kind === 'measure' ? m.name.measure.measure.label : ''}`).join();
  const others = wish.loose.length + wish.charts.length + wish.filters.length + wish.conditions.length + wish.periods.length;
  if (!wish.top || last.top || others > 0 || wish.bucket !== null || wish.table || wish.stat || last.by.length === 0) return false;
  if (groups(wish) !== groups(last) || (wish.measures.length > 0 && numbers(wish) !== numbers(last))) return false;
  last.top = wish.top;
  return true;
}

/** "how many customers in each country? bars divided by segment", "…, with a band for every channel": colours of the same chart. */
function splitsIt(wish: Wish, last: Wish): boolean {
  // "For each genre the number of tracks, bars grouped by media type"
  const isGrouped = last.by.length === 1 && wish.charts.length > 0 && last.charts.length === 0 && wish.items.some((i) => i.mark?.is === 'by' && i.lower === 'grouped by');
  const isSecond = isGrouped || wish.items.some((i) => i.mark?.is === 'by' && SPLITS.test(i.lower)) || wish.split;
  const own = wish.entities.length + wish.measures.length + wish.loose.length + wish.conditions.length + wish.filters.length;
  if (!isSecond || own > 0 || wish.by.length !== 1 || wish.bucket !== null || wish.table || wish.stat || (last.by.length === 0 && last.bucket === null) || last.by.length > 1 || last.table) return false;
  if (wish.charts.length > 0 && last.charts.length > 0) return false;
  takeLook(last, wish);
  return true;
}

export const SPLITS = /^(split|divided|broken|break|colou?r|segmented|stacked|one colou?r|a colou?r|a band|one band|a layer|a segment|a line|one line)/;

/** "phase of flight per year, heatmap of how many strikes": the groups, then what is counted. */
function measuresIt(wish: Wish, last: Wish): boolean {
  const grouped = last.by.length + last.loose.length + Number(last.bucket !== null);
  const own = wish.by.length + wish.loose.length + wish.conditions.length + wish.filters.length + Number(wish.bucket !== null);
  if (grouped < 2 || last.measures.length + last.entities.length + last.charts.length > 0 || last.table || last.stat || wish.charts.length !== 1 || wish.measures.length + wish.entities.length === 0 || own > 0) return false;
  last.by.push(...last.loose.map(({ field, entity }) => ({ kind: 'field' as const, field, entity })));
  last.loose = [];
  takeLook(last, wish);
  last.measures.push(...wish.measures);
  last.entities.push(...wish.entities);
  return true;
}

function takeLook(last: Wish, wish: Wish): void {
  if (wish.charts.length > 0) last.charts = wish.charts;
  last.by.push(...wish.by);
  last.loose.push(...wish.loose);
  last.bucket ??= wish.bucket;
  last.style ??= wish.style;
  last.classes ??= wish.classes;
  last.board ||= wish.board;
  last.calendar ||= wish.calendar;
  last.distribution ||= wish.distribution;
  last.sort ??= wish.sort;
  last.top ??= wish.top;
  last.filters.push(...wish.filters);
  last.conditions.push(...wish.conditions);
  last.periods.push(...wish.periods);
  last.assumptions.push(...wish.assumptions);
  last.problems.push(...wish.problems);
}

/** "…; clicking a ticket shows its details": of the tickets that are there. */
function isOnlyOf(wish: Wish, last: Wish): boolean {
  const others = wish.measures.length + wish.by.length + wish.loose.length + wish.charts.length + wish.conditions.length + wish.periods.length + wish.filters.length;
  return wish.entities.length > 0 && wish.entities.every((e) => last.entities.includes(e)) && others === 0 && !wish.table && !wish.overview;
}

/** "scatter of income and health, only countries over 50 million people": of the rows that it is about. */
function keepsOnly(wish: Wish, last: Wish, catalogue: Catalogue): boolean {
  const first = wish.items.find((i) => i.mark?.is !== 'filler' && i.mark?.is !== 'break');
  const about = [...last.entities, ...last.measures.map((m) => m.name.entity), ...last.by.map((d) => d.entity), ...last.loose.map((l) => l.entity)];
  const isSaid = first?.mark?.is === 'only' || first?.mark?.is === 'not' || wish.items[0]?.lower === 'for';
  // Of "only strikes with damage" nobody said that they are to be listed.
  const table = wish.table && wish.items.some((i) => i.mark?.is === 'table');
  const stat = wish.stat && last.measures.length === 0;
  return isSaid && wish.entities.length > 0 && onlyNarrows({ ...wish, entities: [], table, stat }) && wish.entities.every((e) => about.some((each) => each === e || pathBetween(catalogue, each, e) !== null));
}

/** "…, show product name and unit price too" */
function listsToo(wish: Wish, { entities, filters, table, sort }: Wish): boolean {
  const isToo = (table && sort?.name != null && wish.items.some((i) => /^(their|its)$/.test(i.lower))) || wish.items.some((i) => /^(too|also|as well)$/.test(i.lower)) || (filters.some((f) => f.kind === 'search') && wish.items.some((i) => /^(show|shows|showing|see|display)$/.test(i.lower)));
  const own = [...wish.loose.map((l) => l.entity), ...wish.measures.flatMap((m) => (m.name.kind === 'field' && m.aggregate === null ? [m.name.entity] : []))];
  return isToo && own.length > 0 && entities.length === 1 && own.length === wish.loose.length + wish.measures.length && wish.entities.length + wish.by.length + wish.conditions.length + wish.charts.length === 0 && wish.bucket === null;
}

/** "revenue by customer, only those above 5000": the customers, and not the orders. */
function narrowsGroups(wish: Wish, last: Wish): boolean {
  const [only, ...others] = wish.conditions;
  const saysThose = wish.items.some((i) => /^(those|ones|only those|only the ones|for those)$/.test(i.lower));
  return onlyNarrows(wish) && wish.periods.length === 0 && others.length === 0 && only?.kind === 'compare' && only.field === null && saysThose && last.having === null && (last.by.length > 0 || last.bucket !== null);
}

/** "…, as grouped bars": how the one before is drawn. */
function saysOnlyLook(wish: Wish): boolean {
  const named = wish.entities.length + wish.measures.length + wish.by.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length;
  return wish.charts.length === 1 && named === 0 && wish.bucket === null && !wish.table && !wish.stat && !wish.overview && !wish.top;
}
