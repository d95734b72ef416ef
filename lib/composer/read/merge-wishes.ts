import { WHOLE } from '../catalogue/names';
import { asksHowMany, countsOfThem } from './clauses/figures';
import type { Catalogue, Entity } from '../catalogue/entity';
import { columnListIn, columnsNamed } from './list-columns';
import { oneOfEach } from './read-wish';
import { asksForBlock, isAboutSomething, onlyNarrows, saysOnlyTable, saysTableOfRows } from './says';
import { saysMore, SPLITS } from './says-more';
import type { ConditionWish, MeasureWish, Wish } from './wish';

/** One wish of each clause; a clause that only says more of what stands before it goes into that. */
export function mergedWishes(wishes: readonly Wish[], catalogue: Catalogue): Wish[] {
  const merged: Wish[] = [];
  groupAll(wishes);
  for (const wish of wishes.filter((w, i) => !isOnlyTalk(w, wishes.slice(i + 1)) && !isAsked(w, wishes.slice(i + 1)))) {
    listBehindColon(wish, merged.at(-1));
    const [first] = merged;
    if (first && merged.length === 1 && leadsTo(first, wish)) merged.pop();
    const last = merged.at(-1);
    if (last) inherit(wish, last);
    else listAlone(wish);
    if (last && saysMore(wish, last, catalogue)) {
      last.items = [...last.items, ...wish.items];
      last.split ||= wish.split;
    }
    else if (isAboutSomething(wish) || onlyNarrows(wish)) merged.push(wish);
  }
  // What narrows a whole page is said once of what several clauses became.
  for (const wish of merged) {
    wish.conditions = [...new Set(wish.conditions)];
    oneOfEach(wish);
  }
  return merged.filter((wish) => isAboutSomething(wish) || onlyNarrows(wish));
}

/** "customers in India: first name, last name and email", "German invoices, latest first: date and total": what stands behind is listed of each. */
function listBehindColon(wish: Wish, last: Wish | undefined): void {
  const list = columnListIn(wish.items);
  const about = wish.entities[0] ?? (last && isBareTable(last) ? last.entities[0] : undefined) ?? (wish.table ? wish.loose[0]?.entity : undefined) ?? (list ? ofValues(wish) : undefined);
  if (about) rankRows(wish, about);
  if (!list || !about || wish.by.length + wish.charts.length > 0 || wish.stat || wish.board || wish.calendar || wish.overview || wish.top) return;
  // Revenue is no column; it's reckoned of each group.
  if (wish.measures.some((m) => m.name.kind !== 'field' || m.aggregate !== null || m.per)) return;
  const columns = columnsNamed({ ...wish, items: list }, { ...wish, entities: [about] });
  if (columns.length < 2) return;
  [wish.table, wish.bucket, wish.measures, wish.loose] = [true, null, [], columns];
  if (wish.entities.length > 0 || !last) {
    wish.entities = [about];
    return;
  }
  wish.entities = [about];
  wish.conditions.push(...last.conditions);
  wish.periods.push(...last.periods);
  wish.items = [...last.items, ...wish.items];
  [last.entities, last.conditions, last.periods, last.items] = [[], [], [], []];
}

/** "chairs and desks: name, price": what has these values. */
function ofValues({ conditions, measures, loose }: Wish): Entity | undefined {
  const of = conditions.flatMap((c) => (c.kind === 'values' && !c.negated ? [c.entity] : []))[0];
  const has = (entity: Entity) => measures.every((m) => m.name.entity === entity) && loose.every((l) => l.entity === entity || entity.fields.some((f) => f.label === l.field.label));
  return of && has(of) ? of : undefined;
}

/** "country, region, health": columns and no word more are listed of each, be it with a filter behind them. */
function listAlone(wish: Wish): void {
  const control = wish.items.findIndex((i) => i.mark?.is === 'filter' || i.mark?.is === 'search' || i.mark?.is === 'dates');
  const listed = (control < 0 ? wish.items : wish.items.slice(0, control)).filter((i) => i.mark?.is !== 'filler');
  const names = listed.filter((i) => i.mark?.is !== 'break');
  const isBare = wish.measures.every((m) => m.name.kind === 'field' && m.aggregate === null && !m.per) && wish.entities.length + wish.conditions.length + wish.periods.length === 0;
  if (names.length < 3 || !isBare || asksForBlock(wish) || wish.detail || !listed.some((i) => i.text === ',')) return;
  const owners = (item: Wish['items'][number]) => (item.mark ? [] : item.links.flatMap((l) => (l.name.kind === 'field' && l.score >= WHOLE ? [l.name.entity] : [])));
  const isDate = (i: Wish['items'][number]) => i.lower === 'date';
  const [entity] = names.filter((i) => !isDate(i)).slice(0, 1).flatMap(owners).filter((each) => names.every((i) => (isDate(i) ? each.time !== null : owners(i).includes(each))));
  if (!entity) return;
  wish.entities = [entity];
  [wish.table, wish.measures, wish.assumptions, wish.loose] = [true, [], [], columnsNamed({ ...wish, items: names }, wish)];
}

/** "the 20 costliest strikes: date, airport and cost": rows, of which the first are those with the most of it. */
function rankRows(wish: Wish, about: Entity): void {
  const [first] = wish.measures;
  const isOwn = first?.name.kind === 'field' && wish.measures.every((m) => m.name.kind === 'field' && m.aggregate === null && !m.per && m.name.entity === about);
  if (!wish.top || !isOwn || columnListIn(wish.items) === null || wish.by.length + wish.charts.length > 0) return;
  [wish.sort, wish.rows, wish.top] = [{ name: first.name, axis: null, descending: wish.top.descending }, wish.top.count, null];
}

/** So far only a table, and which of its rows. */
function isBareTable(wish: Wish): boolean {
  return wish.entities.length === 1 && wish.measures.length + wish.by.length + wish.loose.length + wish.charts.length + wish.filters.length === 0 && wish.bucket === null && !wish.stat && !wish.board && !wish.calendar && !wish.overview && !wish.top;
}

/** "Do faster planes have costlier strikes? Plot …": why it's asked for. */
function isAsked(wish: Wish, later: readonly Wish[]): boolean {
  const isQuestion = /^(do|does|did|is|are|was|were)$/.test(wish.items[0]?.lower ?? '') && later.some((w) => w.charts.length > 0 && w.measures.length + w.loose.length > 1);
  if (isQuestion) for (const item of wish.items) [item.used, item.settled] = [true, true];
  return isQuestion;
}

/** "For those orders …, show …": what leads only narrows what follows. */
function leadsTo(first: Wish, wish: Wish): boolean {
  if (!first.leads || !onlyNarrows({ ...first, entities: [] }) || first.entities.length !== 1 || wish.measures.length + wish.charts.length === 0) return false;
  wish.conditions.push(...first.conditions);
  wish.periods.push(...first.periods);
  wish.time ??= first.time;
  wish.items = [...first.items, ...wish.items];
  return true;
}

/** What goes without saying, since the clause before has said it. */
function inherit(wish: Wish, last: Wish): void {
  if (isSameOf(wish, last)) {
    const [entity] = wish.entities;
    [wish.charts, wish.bucket, wish.secondBucket, wish.style, wish.top, wish.sort] = [[...last.charts], last.bucket, last.secondBucket, last.style, last.top, last.sort];
    wish.by = last.by.filter((d) => d.entity !== last.entities[0] && d.entity !== last.measures[0]?.name.entity);
    if (last.by.length > wish.by.length && wish.bucket === null) wish.problems.push(`I can’t group ${entity?.plural} by what those before are grouped by.`);
    if (last.measures.some((m) => m.name.kind !== 'entity')) wish.problems.push(`I count ${entity?.plural}, since I don’t know that number of them.`);
    wish.measures = entity ? [countOf(entity)] : [];
  }
  if (wish.same) {
    wish.conditions.push(...last.conditions);
    wish.periods.push(...last.periods);
    if (wish.entities.length === 0 && wish.table) wish.entities.push(...last.entities);
  }
  if (ranksLikeBefore(wish)) {
    wish.measures.push(...last.measures);
    wish.periods.push(...last.periods);
  }
  if (isOfThen(wish, last)) {
    wish.periods.push(...last.periods);
    wish.time ??= last.time;
    wish.assumptions.push('Where no time was named for a figure, it is that of the figure before.');
  }
  if (namesNoGroup(wish, last)) {
    wish.by = [...last.by];
    [wish.bucket, wish.time] = [last.bucket, wish.time ?? last.time];
    wish.assumptions.push('Where no groups were named, they are those of what stands before.');
  }
  const isOfThem = last.measures.length > 0 && asksHowMany(wish.items) && wish.measures.length + wish.loose.length === 0 && wish.by.length + Number(wish.bucket !== null) > 0;
  if ((countsOfThem(wish.items) || isOfThem) && wish.entities.length === 0) {
    const them = last.entities[0] ?? last.measures[0]?.name.entity;
    if (them) wish.measures = [countOf(them)];
    wish.conditions.push(...last.conditions.filter((c) => !wish.conditions.includes(c)));
    wish.periods.push(...last.periods);
  }
  if (isTheirs(wish) && isOfSame(wish, last)) narrowLike(wish, last);
  if (wish.detail && !isAboutSomething(wish)) last.detail = true;
  // "… and a table": of the rows that the chart is about.
  const about = last.entities[0] ?? last.measures[0]?.name.entity;
  if (saysTableOfRows(wish, last) && about) wish.entities.push(about);
  // "orders by region, with bars for each channel side by side": they are in the same chart.
  const isIn = wish.goesWith && (wish.style === 'grouped' || wish.style === 'stacked') && last.charts.length === 0 && last.by.length + Number(last.bucket !== null) === 1;
  if (countsNothing(wish) && !isIn && !wish.split && !wish.items.some((i) => i.mark?.is === 'by' && SPLITS.test(i.lower))) {
    narrowLike(wish, last);
    if (last.measures.length > 0) wish.assumptions.push('Where no number was named, it is that of what stands before.');
    wish.measures.push(...last.measures);
  } else if (wish.goesWith && isOfSame(wish, last)) narrowLike(wish, last);
}

/** "… and their total cost": of those before, which it names no others than. */
function isTheirs(wish: Wish): boolean {
  return wish.measures.length > 0 && wish.conditions.length + wish.periods.length === 0 && wish.by.length === 0 && !wish.table && wish.items.some((i) => /^(their|its|they)$/.test(i.lower));
}

/** Whether what it counts is of the table that the one before is of. */
function isOfSame(wish: Wish, last: Wish): boolean {
  const [of] = [...wish.measures.map((m) => m.name.entity), ...wish.entities];
  return of !== undefined && of === (last.measures[0]?.name.entity ?? last.entities[0]);
}

/** "revenue of web orders in 2025 per month, and a pie by region": what is of the same number is of the same rows, but for what it names itself. */
function narrowLike(wish: Wish, last: Wish): void {
  const ofField = (c: ConditionWish) => ('field' in c ? c.field : null);
  wish.conditions.push(...last.conditions.filter((c) => !wish.conditions.includes(c) && !wish.conditions.some((own) => ofField(own) !== null && ofField(own) === ofField(c))));
  if (wish.periods.length > 0 || wish.versus || wish.versusBefore || wish.versusYears) return;
  wish.periods.push(...last.periods);
  wish.time ??= last.periods.length > 0 ? last.time : null;
}

/** How many there are of a thing. */
function countOf(entity: Entity): MeasureWish {
  return { aggregate: 'count', name: { kind: 'entity', entity }, where: [] };
}

/** "how much did we take this year, over how many orders": figures of the same time. */
function isOfThen(wish: Wish, last: Wish): boolean {
  const isFigure = (w: Wish) => w.measures.length > 0 && w.by.length + w.charts.length + w.filters.length === 0 && w.bucket === null && !w.table && !w.top && !w.latest && !w.versus && !w.versusBefore && !w.overview && !w.board && !w.calendar;
  return isFigure(wish) && isFigure(last) && last.periods.length > 0 && wish.periods.length === 0 && wish.loose.length === 0 && wish.measures.some((m) => m.name.entity === last.measures[0]?.name.entity);
}

/** "total population per region as a donut and average health as bars": of the same groups. */
function namesNoGroup(wish: Wish, last: Wish): boolean {
  const own = wish.by.length + wish.loose.length + wish.filters.length + Number(wish.bucket !== null);
  const isDrawn = wish.charts.length === 1 && ['bar', 'pie', 'line', 'area'].includes(wish.charts[0] ?? '') && last.charts.length === 1;
  return isDrawn && own === 0 && wish.measures.length === 1 && !wish.distribution && !wish.table && !wish.stat && !wish.top && !wish.versus && !last.top && wish.measures[0]?.name.entity === last.measures[0]?.name.entity && last.by.length + Number(last.bucket !== null) > 0;
}

/** "…, and the same for tickets" */
function isSameOf(wish: Wish, last: Wish): boolean {
  const others = wish.measures.length + wish.by.length + wish.loose.length + wish.charts.length + wish.filters.length;
  const isFor = wish.items.some((i) => i.lower === 'same' || i.lower === 'the same') && wish.items.some((i) => i.lower === 'for' || i.lower === 'with' || i.lower === 'of');
  return wish.same && isFor && wish.entities.length === 1 && others === 0 && !wish.table && asksForBlock(last);
}

/** "For each region, how many customers and how much revenue", "Summary by region: countries, population": what stands in front groups all that follows. */
function groupAll(wishes: readonly Wish[]): void {
  const [first, ...rest] = wishes;
  if (first && sharesGroups(first, rest)) return;
  if (!first || !(countThings(first, rest) || groupOverview(first, rest) || onlyGroups(first) || asksOfEach(first, rest))) return;
  // "how many tickets, how many of them are urgent"
  const them = rest.flatMap((w) => [...w.entities, ...w.measures.flatMap((m) => (m.name.kind === 'entity' ? [m.name.entity] : []))])[0];
  for (const wish of rest) if (them && wish.measures.length + wish.entities.length === 0 && countsOfThem(wish.items) && wish.conditions.length > 0) wish.measures = [countOf(them)];
  // "per support rep: customers, invoices and revenue": how many of them.
  for (const wish of rest) if (wish.measures.length === 0 && wish.entities.length > 0 && isNumber({ ...wish, measures: [countOf(wish.entities[0] as Entity)] })) wish.measures = wish.entities.map(countOf);
  const grouped = rest.filter((w) => w.measures.length + w.entities.length > 0);
  if (grouped.length === 0 || grouped.some((w) => w.by.length > 0)) return;
  // "for every genre, a table giving the track count and average length"
  for (const wish of grouped) if (isNumber({ ...wish, table: false }) && wish.table) [wish.table, first.table] = [false, true];
  if (grouped.length > 1 && grouped.every(isNumber)) takeNumbers(grouped[0] as Wish, grouped.splice(1));
  for (const wish of grouped) {
    wish.by.push(...first.by);
    if ((first.table || first.overview || wish.measures.length > 1) && wish.charts.length === 0 && !wish.table) wish.charts = ['table'];
  }
  if (grouped[0]) grouped[0].items = [...first.items, ...grouped[0].items];
  [first.by, first.items, first.table, first.overview] = [[], [], false, false];
}

/** "tracks by media type: count and average length": of each group how many, where that is on the list, and the other numbers. */
function countThings(first: Wish, rest: readonly Wish[]): boolean {
  const [thing, ...others] = first.entities;
  const numbers = rest.filter((w) => w.measures.length + Number(w.aggregate !== null) > 0);
  const isList = numbers.reduce((sum, w) => sum + w.measures.length + Number(w.aggregate !== null), 0) > 1;
  if (!thing || others.length > 0 || first.by.length === 0 || first.measures.length + first.charts.length + first.loose.length > 0 || !isList || numbers.length === 0 || numbers.some((w) => w.aggregate !== 'count' && !isNumber(w))) return false;
  for (const wish of numbers) if (wish.aggregate === 'count') wish.measures.unshift(countOf(thing));
  first.entities = [];
  first.table = true;
  return true;
}

/** "Regional summary: number of countries, total population" */
function groupOverview(first: Wish, rest: readonly Wish[]): boolean {
  const [only, ...others] = first.loose;
  const isGroup = only !== undefined && others.length === 0 && (only.field.role === 'category' || only.field.role === 'place');
  if (!first.overview || first.by.length > 0 || !isGroup || rest.filter(isNumber).length < 1 || rest.some((w) => w.by.length > 0 || w.bucket !== null)) return false;
  first.by = first.loose.map(({ field, entity }) => ({ kind: 'field', field, entity }));
  first.loose = [];
  return true;
}

/** "For each region", "one row per region in a table", "summary by region": groups, and at most that they are told in a table. */
function onlyGroups(wish: Wish): boolean {
  const said = wish.entities.length + wish.measures.length + wish.loose.length + wish.charts.length + wish.conditions.length + wish.filters.length;
  const [begin] = wish.items.filter((i) => i.mark?.is !== 'filler');
  const isLed = /^(for each|for every|per|by|in each|(?:a )?(?:breakdown|broken down|break down|split|grouped|divided)(?: up)? (?:by|per))$/.test(begin?.lower ?? '') || begin?.mark?.is === 'overview' || begin?.mark?.is === 'table';
  return said === 0 && wish.by.length > 0 && isLed && !wish.stat && !wish.top;
}

/** "How does the catalogue break down by genre? Number of tracks in each": of the groups that were named. */
function asksOfEach(first: Wish, rest: readonly Wish[]): boolean {
  const said = first.entities.length + first.measures.length + first.loose.length + first.charts.length + first.conditions.length + first.filters.length;
  // "…, as a pie": how they are drawn.
  const numbers = rest.filter((w) => w.charts.length === 0 || w.measures.length + w.entities.length + w.by.length > 0);
  return said === 0 && first.by.length > 0 && !first.table && !first.stat && !first.top && numbers.length > 0 && numbers.every((w) => w.items.some((i, at) => i.mark?.is === 'by' && i.lower.endsWith('each') && (w.items[at + 1] === undefined || w.items[at + 1]?.mark?.is === 'break')));
}

/** "For every region I need the number of orders, the average total and the largest total": numbers of the same groups, in one chart. */
function sharesGroups(first: Wish, rest: Wish[]): boolean {
  if (!/^(for each|for every|per|in each)$/.test(first.items[0]?.lower ?? '') || first.by.length + Number(first.bucket !== null) === 0 || first.measures.length === 0) return false;
  // "…. A table will do.": how they are all shown.
  const numbers = rest.filter((w) => !saysOnlyTable(w));
  if (numbers.length === 0 || !numbers.every(isNumber)) return false;
  takeNumbers(first, numbers);
  // Three numbers of a group are read in a row, and not off three charts.
  if (first.measures.length > 2 && first.bucket === null && first.charts.length === 0 && !first.stat) first.charts = ['table'];
  return true;
}

function isNumber(w: Wish): boolean {
  // "how many of them are urgent": of one number what narrows it goes with it.
  const isPart = w.measures.length === 1 && w.measures[0]?.aggregate === 'count' && w.measures[0].name.kind === 'entity' && w.conditions.every((c) => c.kind !== 'has');
  return w.measures.length > 0 && (isPart || w.conditions.length === 0) && w.by.length + w.loose.length + w.charts.length + w.filters.length + w.periods.length === 0 && w.bucket === null && !w.table && !w.stat && (!w.top || isExtreme(w)) && !w.overview;
}

/** What narrows one number of several narrows no other. */
function ownConditions(wish: Wish): void {
  if (wish.conditions.length === 0) return;
  wish.measures = wish.measures.map((m) => ({ ...m, when: [...(m.when ?? []), ...wish.conditions] }));
  wish.conditions = [];
}

/** Numbers of the same groups, in one chart. */
function takeNumbers(first: Wish, others: readonly Wish[]): void {
  if (others.length > 0 && isNumber(first)) ownConditions(first);
  for (const wish of others) {
    const counted = wish.countEntities ? wish.entities.filter((entity) => !wish.measures.some((m) => m.name.kind === 'entity' && m.name.entity === entity)) : [];
    first.measures.push(...counted.map(countOf));
    ownConditions(wish);
    first.measures.push(...wish.measures.map((m) => (wish.top ? { ...m, aggregate: wish.top.descending ? ('max' as const) : ('min' as const) } : m)));
    first.items = [...first.items, ...wish.items];
    first.assumptions.push(...wish.assumptions);
    [wish.measures, wish.entities, wish.items, wish.top] = [[], [], [], null];
  }
}

/** "the largest total" */
function isExtreme({ top, measures: [only, ...others] }: Wish): boolean {
  return top?.count === null && only?.name.kind === 'field' && only.aggregate === null && others.length === 0;
}

/** "revenue per month and a pie by region": by revenue too. */
function countsNothing(wish: Wish): boolean {
  return wish.measures.length + wish.entities.length === 0 && (wish.by.length > 0 || wish.bucket !== null) && wish.charts.length > 0 && !wish.distribution && !wish.table && wish.top === null;
}

/** "When do orders come in? A heatmap of orders by …": the first only leads to the second. */
function isOnlyTalk(wish: Wish, later: readonly Wish[]): boolean {
  const [entity, ...others] = wish.entities;
  const bare = entity !== undefined && others.length + wish.measures.length + wish.by.length + wish.loose.length + wish.charts.length + wish.conditions.length + wish.periods.length + wish.filters.filter((f) => f.kind !== 'search').length === 0;
  return bare && !wish.table && !wish.stat && !wish.overview && !wish.board && !wish.calendar && wish.bucket === null && !wish.latest && later.some((w) => (w.charts.length > 0 || w.distribution || (w.table && w.entities.length === 0 && w.loose.length > 1)) && [...w.entities, ...w.by.map((d) => d.entity), ...w.loose.map((l) => l.entity), ...w.measures.map((m) => m.name.entity)].includes(entity));
}

/** "revenue by region with the top 5 cities": by revenue too. */
function ranksLikeBefore(wish: Wish): boolean {
  return wish.top !== null && wish.measures.length + wish.entities.length + wish.periods.length === 0 && wish.by.length > 0 && wish.by.every((d) => d.kind === 'field');
}
