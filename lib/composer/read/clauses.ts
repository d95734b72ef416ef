import { stem } from '../words/tokens';
import type { Item } from './link';
import { listStart } from './list-columns';

/**
 * Cuts a prompt's items where a new wish begins. "revenue and orders by region" is one wish, "revenue by region and a
 * table of orders" two: a comma or "and" only cuts where what follows asks for a block of its own.
 */
export function clausesOf(items: readonly Item[]): Item[][] {
  const chunks = chunksOf(items);
  const clauses: { items: Item[]; list: boolean }[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const last = clauses.at(-1);
    if (last && !begins(chunk, last.items, clauses.length > 1) && !endsFigures(chunk, last.items, chunks.slice(at + 1))) last.items.push(...(chunk.lead ? [chunk.lead] : []), ...chunk.items);
    else {
      if (chunk.lead) chunk.lead.used = true;
      clauses.push({ items: [...chunk.items], list: false });
    }
  }
  return mergeFilterLists(clauses.map((c) => c.items).filter((c) => c.some((item) => item.mark?.is !== 'filler') || c.length > 0));
}

type Chunk = { lead: Item | null; items: Item[] };

function chunksOf(items: readonly Item[]): Chunk[] {
  const chunks: Chunk[] = [{ lead: null, items: [] }];
  for (const item of items) {
    const last = chunks.at(-1);
    // "…, or with a discount": another way, whatever it begins with.
    if (item.mark?.is === 'break' && last?.lead?.lower === 'or' && last.items.length === 0) item.used = true;
    else if (item.mark?.is === 'break') chunks.push({ lead: item, items: [] });
    else chunks.at(-1)?.items.push(item);
  }
  for (const chunk of chunks) if (chunk.lead && chunk.items.length === 0) chunk.lead.used = true;
  return joinTiles(joinFilterLists(chunks.filter((chunk) => chunk.items.length > 0)));
}

/** "with region and status filters": names alone, up to the "filters" that they all belong to, are one chunk. */
function joinFilterLists(chunks: readonly Chunk[]): Chunk[] {
  const joined: Chunk[] = [];
  for (let at = 0; at < chunks.length; ) {
    const first = chunks[at] as Chunk;
    let end = at;
    const isSecond = at > 0 && isPair((chunks[at - 1] as Chunk).items, first.items);
    while (!isSecond && end < chunks.length - 1 && isNames(chunks[end] as Chunk) && isSoft(chunks[end + 1] as Chunk)) end++;
    // "customer, priority, and a dropdown for the topic": what is chosen stands behind it.
    const isOwn = (chunks[end] as Chunk).items.find(isContent)?.mark?.is === 'filter' && (chunks[end] as Chunk).items.filter(isContent).length > 1;
    const isList = end > at && !isOwn && first.lead !== null && has((chunks[end] as Chunk).items, ['filter']) && !has((chunks[end] as Chunk).items, ['by']);
    if (!isList) end = at;
    const members = chunks.slice(at, end + 1);
    for (const { lead } of members.slice(1)) if (lead) lead.used = true;
    joined.push({ lead: first.lead, items: members.flatMap((c, i) => (c.lead && i > 0 ? [c.lead, ...c.items] : c.items)) });
    at = end + 1;
  }
  return joined;
}

/** "open tickets, open orders and enterprise customers as tiles": what is said of the last is said of all. */
function joinTiles(chunks: readonly Chunk[]): Chunk[] {
  const end = chunks.findIndex(({ items }) => has(items, ['stat']) && saysOnlyHow(items));
  let from = end;
  while (from > 0 && isSoft(chunks[from] as Chunk) && isCountable((chunks[from - 1] as Chunk).items)) from--;
  if (end < 0 || from === end) return [...chunks];
  const [first, ...others] = chunks.slice(from, end + 1) as [Chunk, ...Chunk[]];
  return [...chunks.slice(0, from), { lead: first.lead, items: [...first.items, ...others.flatMap(({ lead, items }) => (lead ? [lead, ...items] : items))] }, ...chunks.slice(end + 1)];
}

function isNames({ items }: Chunk): boolean {
  return items.filter(isContent).every((i) => i.mark?.is === 'bucket' || (!i.mark && (i.links[0]?.name.kind === 'field' || i.links[0]?.name.kind === 'entity')));
}

function isSoft({ lead }: Chunk): boolean {
  return lead?.mark?.is === 'break' && lead.mark.strength === 'soft';
}

function begins(chunk: Chunk, before: readonly Item[], isLater: boolean): boolean {
  const strength = chunk.lead?.mark?.is === 'break' ? chunk.lead.mark.strength : 'soft';
  // "who are our best customers? top 20"
  if (strength === 'hard') return !(isCountOnly(chunk.items) && has(before, ['best', 'top']));
  if (!before.some(isContent)) return false;
  if (saysWindow(chunk.items)) return false;
  // "…, and beneath that revenue by month": another thing, under the ones before.
  if (strength === 'soft' && isPlaced(chunk.items)) return true;
  if (strength === 'soft' && (goesOnColonList(before, chunk.items) || (chunk.lead?.text === ':' && has(before, ['table']) && !has(before, ['by', 'chart', 'stat']) && chunk.items.filter(isContent).every(isColumnName)))) return false;
  if (strength === 'with' && narrows(chunk.items)) return false;
  // "number of orders with different status"
  // "with the media type as colour": how the same chart looks.
  if (strength === 'with' && has(chunk.items, ['split']) && chunk.items.filter(isContent).length <= 2) return false;
  // "a board by priority, and put the topic and the customer on each card"
  if (has(before, ['board', 'calendar']) && namesOnly(chunk.items)) return false;
  // "daily lowest and highest temperature as lines"
  if (chunk.lead?.lower === 'and' && isNumberAs(before, chunk.items)) return false;
  // "average satisfaction, number of open tickets": what narrows the one says nothing of the other.
  if (strength === 'soft' && isFigure(before) && countsSome(chunk.items)) return true;
  // "on how many days did it snow and what was the lowest temperature"
  if (chunk.lead?.lower === 'and' && /^(what|what's)$/.test(chunk.items[0]?.lower ?? '') && has(before, ['aggregate']) && (has(chunk.items, ['aggregate', 'top']))) return true;
  // "how many of those are urgent, and the average satisfaction"
  if (strength === 'soft' && countsOfThem(before) && has(chunk.items, ['aggregate']) && asksForMeasure(chunk.items)) return true;
  // "how many tracks are there, and how many of them have no composer?"
  if (strength === 'soft' && countsOfThem(chunk.items)) return true;
  if (strength === 'soft' && goesOnColumns(before, chunk.items)) return false;
  // "Show date, wind and precipitation": columns, whatever they are.
  if (strength === 'soft' && isColumnRun(before, chunk.items)) return false;
  const lead = chunk.items.find(isContent)?.mark;
  if (strength === 'with' && lead?.is === 'aggregate' && lead.aggregate === 'distinct') return false;
  // "in Berlin or Paris who spent …": one more of a list, whatever it is.
  if (chunk.lead?.lower === 'or' && !has(chunk.items, ['chart', 'table', 'stat', 'filter', 'board', 'calendar'])) return false;
  if (isBare(before) && saysOnlyHow(chunk.items)) return false;
  // "on which weekdays and at what hours do tickets come in"
  if (chunk.items.find(isContent)?.mark?.is === 'bucket' && before.filter(isContent).every((i) => i.mark?.is === 'bucket') && before.some((i) => /^(which|what)$/.test(i.lower))) return false;
  // "lowest and highest income"
  const isExtreme = (i: Item | undefined) => i?.mark?.is === 'top' || i?.mark?.is === 'superlative';
  if (isExtreme(before.findLast(isContent)) && isExtreme(chunk.items.find(isContent)) && !has(before, ['table', 'chart'])) return false;
  // "lowest minimum and highest maximum by weather": two numbers, and no ranking.
  if (strength === 'soft' && endsInExtreme(before) && startsWithExtreme(chunk.items)) return false;
  if (saysOrder(chunk.items) || (strength === 'soft' && goesOnNumbers(before, chunk.items))) return false;
  if (saysOnlyGroup(before, chunk.items) || isCountOnly(chunk.items)) return false;
  if (goesOnGrouping(before, chunk.items) || goesOnChoosing(before, chunk.items, strength)) return false;
  // "…, bars and a table of orders": the bars are those of what was said before.
  if (isKindAlone(before)) return isLater && strength === 'soft' && has(chunk.items, ['table', 'chart', 'board', 'calendar']) && chunk.items.filter(isContent).length > 1;
  if (isDescribed(before, chunk.items, strength) || (has(before, ['versus']) && isLookAlone(chunk.items))) return false;
  if (strength === 'soft' && isComparison(chunk.items)) return false;
  // "date, customer and total", "columns are name, price and stock"
  if (strength === 'soft' && before.find(isContent)?.mark?.is === 'columns' && chunk.items.filter(isContent).every(isColumnName)) return false;
  if (strength === 'soft' && before.filter(isContent).every((i) => i.lower === 'date')) return false;
  // "a heat map with weekday down and hour across for tickets": so far nothing is counted.
  if (before.some((i) => i.mark?.is === 'chart' && i.mark.view === 'heatmap') && !asksForMeasure(before) && !has(chunk.items, ['chart', 'table', 'stat', 'board', 'calendar', 'filter'])) return false;
  // "discount on the x axis, total on the y axis"
  if (has(before, ['axis']) && has(chunk.items, ['axis'])) return false;
  if (isBoundsList(before, chunk.items) || isDifference(before)) return false;
  if (has(chunk.items, ['chart', 'table', 'stat', 'filter', 'dates', 'search', 'overview', 'board', 'calendar'])) return true;
  if (chunk.items.find(isContent)?.mark?.is === 'distribution' && before.some(isContent)) return true;
  if (isPair(before, chunk.items)) return false;
  if (strength === 'with' && isOneTable(before) && (isColumns(chunk.items) || isNumbers(chunk.items))) return false;
  if (strength === 'with' && saysExtreme(chunk.items)) return false;
  // "customers with the most orders" is one wish.
  if (strength === 'with' && isBare(before) && ['best', 'top'].includes(chunk.items.find(isContent)?.mark?.is ?? '') && !chunk.items.some((i) => i.number !== null)) return false;
  // "… and what is their average price": of the same groups.
  if (strength === 'soft' && has(before, ['by']) && !has(chunk.items, ['by']) && chunk.items.some((i) => /^(their|its|they)$/.test(i.lower)) && asksForMeasure(chunk.items)) return false;
  if (goesOnListing(before, chunk.items) || isColumnToo(before, chunk.items)) return false;
  if (has(before, ['filter'])) return asksForMeasure(chunk.items);
  if (isTableOfNumbers(before, chunk.items)) return false;
  const listing = has(before, ['table', 'stat']) && !has(before, ['by']);
  if (listing) return has(chunk.items, ['by', 'trend', 'top', 'best']);
  if (isAdjective(before)) return false;
  if (has(chunk.items, ['trend', 'best', 'top', 'superlative'])) return true;
  // "top customers by revenue and country": what follows a "by" and is no block of its own goes on with its list.
  return asksForMeasure(chunk.items) && !(isBare(before) && strength !== 'with');
}

/** "… with its growth in percent", "…, 3 month moving average": what is reckoned of what stands before. */
function saysWindow(items: readonly Item[]): boolean {
  const isSaid = ({ mark, number }: Item) => number !== null || mark?.is === 'window' || mark?.is === 'bucket' || mark?.is === 'by' || mark?.is === 'versus' || (mark?.is === 'style' && mark.style === 'share') || (mark?.is === 'aggregate' && mark.aggregate === 'share');
  return items.some((i) => i.mark?.is === 'window') && items.filter(isContent).every(isSaid);
}

/** "date, airport and cost": names of columns, the day among them. */
function isColumnRun(before: readonly Item[], items: readonly Item[]): boolean {
  const all = [...before, ...items].filter((i) => isContent(i) && i.mark?.is !== 'break');
  return all.some((i) => i.lower === 'date') && all.every(isColumnName);
}

/** "strikes with date, airport, species and speed": one more column of the rows. */
function goesOnColumns(before: readonly Item[], items: readonly Item[]): boolean {
  const at = before.findIndex((i) => i.mark?.is === 'break' && i.mark.strength === 'with');
  const [rows, columns] = [before.slice(0, Math.max(0, at)), before.slice(at + 1).filter((i) => isContent(i) && i.mark?.is !== 'break')];
  const isOfRows = rows.some((i) => !i.mark && i.links[0]?.name.kind === 'entity') && !has(rows, ['by', 'chart', 'stat', 'top', 'best', 'aggregate', 'bucket']);
  const more = items.filter(isContent);
  return isOfRows && columns.length > 1 && columns.every(isColumnName) && more.length > 0 && more.every((i) => isColumnName(i) || i.mark?.is === 'break');
}

/** A column, or in the singular whose row it is. */
function isColumnName(item: Item): boolean {
  const kind = item.mark || item.number !== null ? undefined : item.links[0]?.name.kind;
  return item.lower === 'date' || item.lower === 'total' || kind === 'field' || (kind === 'entity' && stem(item.lower) === item.lower);
}

/** "average satisfaction": one number, of no groups. */
function isFigure(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return content[0]?.mark?.is === 'aggregate' && content.length > 1 && content.slice(1).every((i) => (!i.mark && ['field', 'measure', 'entity'].includes(i.links[0]?.name.kind ?? '')) || i.mark?.is === 'break' || i.mark?.is === 'aggregate');
}

/** "number of open tickets", and not by anything. */
function countsSome(items: readonly Item[]): boolean {
  const [count, ...rest] = items.filter(isContent);
  const kinds = rest.map((i) => (i.mark || i.number !== null ? null : (i.links[0]?.name.kind ?? null)));
  return count?.mark?.is === 'aggregate' && count.mark.aggregate === 'count' && kinds.length > 1 && kinds.slice(0, -1).every((kind) => kind === 'value') && kinds.at(-1) === 'entity';
}

/** A number, and nothing else before it but numbers and how often, and then how they are drawn. */
function isNumberAs(before: readonly Item[], items: readonly Item[]): boolean {
  const isNumber = (i: Item | undefined) => i !== undefined && !i.mark && i.links[0]?.name.kind === 'field' && i.links[0].name.field.source.type === 'number';
  const [number, ...how] = items.filter(isContent);
  const isDrawn = how.length === 1 && how[0]?.mark?.is === 'chart' && items.some((i) => i.lower === 'as');
  return isNumber(number) && isDrawn && before.some(isNumber) && before.filter(isContent).every((i) => isNumber(i) || i.mark?.is === 'bucket' || i.mark?.is === 'aggregate');
}

function namesOnly(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return content.length > 0 && content.every((i) => !i.mark && i.number === null && ['field', 'entity'].includes(i.links[0]?.name.kind ?? ''));
}

export function countsOfThem(items: readonly Item[]): boolean {
  const at = items.findIndex((i) => i.mark?.is === 'aggregate' && i.mark.aggregate === 'count');
  const behind = items.slice(at + 1).filter((i) => i.lower !== 'of')[0];
  return at >= 0 && /^(them|those|these)$/.test(behind?.lower ?? '');
}

/** "beneath that a table", "below them revenue by month": where the next thing stands. */
function isPlaced(items: readonly Item[]): boolean {
  const at = items.findIndex((i) => !/^(then|right|directly|just)$/.test(i.lower));
  const [place, next] = [items[at], items[at + 1]];
  return place !== undefined && next !== undefined && /^(beneath|below|underneath|under|beside|next to|alongside|above|over)$/.test(place.lower) && (/^(that|those|them|it|these|this)$/.test(next.lower) || next.mark?.is === 'filler') && asksForMeasure(items) && has(items, ['by', 'bucket', 'chart', 'table', 'top', 'trend']);
}

/** "German invoices, latest first: date, total and currency": columns behind a colon, of the table in front of it. */
function goesOnColonList(before: readonly Item[], items: readonly Item[]): boolean {
  const colon = listStart(before);
  const head = before.slice(0, colon);
  const isColumn = (i: Item) => i.lower === 'total' || i.lower === 'date' || (!i.mark && i.number === null && (i.links.length === 0 || i.links[0]?.name.kind === 'field' || (i.links[0]?.name.kind === 'entity' && stem(i.lower) === i.lower)));
  const isTable = head.some((i) => !i.mark && i.links[0]?.name.kind === 'entity') && !has(head, ['chart', 'stat', 'by', 'aggregate', 'board', 'calendar', 'overview', 'bucket', 'top', 'best']);
  return colon > 0 && isTable && [...before.slice(colon + 1), ...items].every((i) => !isContent(i) || i.mark?.is === 'break' || isColumn(i));
}

/** "number of invoices, total per year and a filter": a comma within a list that goes on, so what stands before are figures by themselves. */
function endsFigures(chunk: Chunk, before: readonly Item[], later: readonly Chunk[]): boolean {
  const goesOn = ({ lead, items }: Chunk) => /^(,|and|plus|as well as|and then)/.test(lead?.lower ?? '') && (items.some((i) => i.number !== null) || has(items, ['filter', 'dates', 'search', 'chart', 'table', 'by', 'bucket', 'latest', 'top', 'best']));
  return chunk.lead?.text === ',' && areFigures(before) && has(chunk.items, ['by', 'bucket']) && asksForMeasure(chunk.items) && later.some(goesOn);
}

/** "total sales, number of customers": each is a number by itself. */
function areFigures(items: readonly Item[]): boolean {
  if (!isBare(items)) return false;
  const parts: Item[][] = [[]];
  for (const item of items) if (item.mark?.is === 'break') parts.push([]);
    else if (isContent(item)) parts.at(-1)?.push(item);
  return parts.every((part) => part.some((i) => i.mark?.is === 'aggregate' || (!i.mark && i.links[0]?.name.kind === 'measure')));
}

/** Names a table or a measure: the subject of a block. */
function asksForMeasure(items: readonly Item[]): boolean {
  return items.some((item) => {
    if (item.mark?.is === 'aggregate') return true;
    const name = item.mark ? undefined : item.links[0]?.name;
    return name?.kind === 'entity' || name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure');
  });
}

/** "open and paid orders": so far only values, nothing they could belong to. */
function isAdjective(items: readonly Item[]): boolean {
  const isKind = (item: Item) => item.mark !== null && ['versus', 'chart', 'table', 'stat', 'board', 'calendar'].includes(item.mark.is);
  const counts = (item: Item) => item.mark?.is === 'aggregate' && item.mark.aggregate === 'count';
  const content = items.filter((item) => isContent(item) && !isKind(item) && !counts(item));
  return (content.length > 0 || !items.some(isKind)) && content.every((item) => !item.mark && (item.links[0]?.name.kind === 'value' || item.links.length === 0));
}

/** "revenue and orders per month in one chart": the kind comes last, and is that of all. */
function saysOnlyHow(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const kinds = content.filter((i) => i.mark && ['chart', 'table', 'stat'].includes(i.mark.is));
  const [first] = content;
  return kinds.length === 1 && content.at(-1) === kinds[0] && first !== kinds[0] && asksForMeasure(items) && isLedBy(items, kinds[0] as Item, /^(in|as|on)$/);
}

/** "open tickets", "tickets": something that there is a number of. */
function isCountable(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return content.every((i) => !i.mark && i.number === null && ['value', 'entity', 'measure'].includes(i.links[0]?.name.kind ?? '')) && content.at(-1)?.links[0]?.name.kind !== 'value';
}

/** "by genre and media type": another table that things belong to, and that has no time of its own. */
function goesOnListing(before: readonly Item[], items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const name = content[0]?.mark ? undefined : content[0]?.links[0]?.name;
  // "by year and weather", of a table and its column of one name.
  const isColumn = content[0]?.links.some((l) => l.score >= 95 && l.name.kind === 'field' && l.name.entity === name?.entity && l.name.field.role !== 'measure') ?? false;
  return has(before, ['by']) && content.length === 1 && name?.kind === 'entity' && (isColumn || name.entity.time === null || before.some((i) => i.mark?.is === 'chart' && i.mark.view === 'heatmap'));
}

/** "tickets with priority and customer": whose each is, in the singular. */
function isColumnToo(before: readonly Item[], items: readonly Item[]): boolean {
  const [only, ...others] = items.filter(isContent);
  const isWith = before.some((i) => i.mark?.is === 'break' && i.mark.strength === 'with');
  return isWith && !has(before, ['by', 'chart', 'stat']) && others.length === 0 && !only?.mark && only?.links[0]?.name.kind === 'entity' && stem(only.lower) === only.lower;
}

/** Whether a word of these stands among the filler in front of an item. */
function isLedBy(items: readonly Item[], item: Item, words: RegExp): boolean {
  for (let at = items.indexOf(item) - 1; at >= 0 && items[at]?.mark?.is === 'filler'; at--) if (words.test(items[at]?.lower ?? '')) return true;
  return false;
}

/** "by genre and year as stacked bars": another group, then how it is all drawn. */
function goesOnGrouping(before: readonly Item[], items: readonly Item[]): boolean {
  const [first, ...rest] = items.filter(isContent);
  const isGroup = first?.mark?.is === 'bucket' || (first && !first.mark && ((first.links[0]?.name.kind === 'field' && first.links[0].name.field.role !== 'measure') || (first.links[0]?.name.kind === 'entity' && first.links[0].name.entity.time === null)));
  return Boolean(isGroup) && has(before, ['by']) && rest.length > 0 && rest.every((i) => i.mark?.is === 'chart' || i.mark?.is === 'style' || (i.mark?.is === 'table' && isLedBy(items, i, /^(in|as|in a|as a)$/)));
}

/** "search by title and artist", "filters for region and customer": names alone go on with the list. */
function goesOnChoosing(before: readonly Item[], items: readonly Item[], strength: string): boolean {
  const content = items.filter(isContent);
  const isName = (i: Item) => !i.mark && (i.links[0]?.name.kind === 'field' || (i.links[0]?.name.kind === 'entity' && stem(i.lower) === i.lower));
  return strength === 'soft' && has(before, ['search', 'filter']) && content.length > 0 && content.every(isName);
}

/** "a calendar with invoices", "a table with …": so far nothing that it could be of. */
function isKindAlone(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const isKind = (i: Item) => i.mark !== null && (['chart', 'table', 'board', 'calendar', 'stat', 'style', 'search'].includes(i.mark.is) || isColumnChart(i, content)) && !i.links.some((l) => l.score >= 95);
  // "stacked columns for 2012: per month …"
  return content.some(isKind) && content.every((i) => isKind(i) || i.period !== null);
}

/** "stacked columns": bars, and no columns of a table. */
function isColumnChart(item: Item, content: readonly Item[]): boolean {
  const before = content[content.indexOf(item) - 1]?.mark;
  return item.mark?.is === 'columns' && before?.is === 'style';
}

/** "a table with number of tracks and average length per genre", "a table of revenue and orders by region": one table, whatever its columns are. */
function isTableOfNumbers(before: readonly Item[], items: readonly Item[]): boolean {
  const [kind, joint, ...columns] = before.filter(isContent);
  // "a table of orders and revenue by region" begins with rows.
  const isOfNumbers = joint && joint.mark?.is !== 'break' && [joint, ...columns].every((i) => i.mark?.is === 'break' || isNumber(i)) && !isRows(joint);
  if (kind?.mark?.is === 'table' && isOfNumbers) return has(items, ['by']) && asksForMeasure(items);
  return kind?.mark?.is === 'table' && joint?.mark?.is === 'break' && (joint.mark.strength === 'with' || joint.text === ':') && columns.filter((i) => i.mark?.is !== 'break').every(isNumber) && has(items, ['by']) && asksForMeasure(items);
}

function isRows(item: Item): boolean {
  return !item.mark && item.links[0]?.name.kind === 'entity';
}

function isNumber(item: Item): boolean {
  const name = item.links[0]?.name;
  return item.mark?.is === 'aggregate' || (!item.mark && (name?.kind === 'measure' || name?.kind === 'entity' || (name?.kind === 'field' && name.field.role === 'measure')));
}

/** "what share of tracks is longer than 300, per genre", "orders per month, one colour per channel" */
function saysOnlyGroup(before: readonly Item[], items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const isOfBar = content[0]?.lower === 'each bar';
  const [first, ...rest] = isOfBar ? content.slice(1) : content;
  if (first?.mark?.is === 'by' && (isOfBar || SECOND_GROUP.test(first.lower))) return rest.length > 0 && rest.length <= 2 && !has(rest, ['chart', 'table', 'filter']);
  return first?.mark?.is === 'by' && /^(by|per|for each|for every|grouped by|in each|each)$/.test(first.lower) && !has(before, ['by', 'bucket']) && rest.length > 0 && rest.length <= 2 && !has(rest, ['chart', 'table', 'filter']);
}

/** "strikes with substantial damage on a board": which ones, and not what beside them. */
function isDescribed(before: readonly Item[], items: readonly Item[], strength: string): boolean {
  const [first, second] = items.filter(isContent);
  const name = first?.mark ? undefined : first?.links[0]?.name;
  if (strength !== 'with' || !isBare(before) || !first || first.mark || !second) return false;
  // "with status open"
  if (name?.kind === 'field') return first.links.some((l) => l.name.kind === 'field' && second.links[0]?.name.kind === 'value' && l.name.field === second.links[0].name.field);
  return name?.kind === 'value' && second.links.some((l) => l.name.kind === 'field' && l.name.field === name.field);
}

/** "… paid or shipped and total above 500 per channel": one more of what rows must be. */
function isComparison(items: readonly Item[]): boolean {
  const [first, second] = items.filter(isContent);
  const isColumn = first?.links.some((l) => l.name.kind === 'field' && l.name.field.role === 'measure') && (!first.mark || first.mark.is === 'aggregate');
  return Boolean(isColumn) && second?.mark?.is === 'compare' && !has(items, ['chart', 'table', 'stat', 'filter', 'dates', 'search', 'board', 'calendar']);
}

/** "sources vs years, as a heatmap" */
function isLookAlone(items: readonly Item[]): boolean {
  const [only, ...others] = items.filter(isContent);
  return only?.mark?.is === 'chart' && others.length === 0 && isLedBy(items, only, /^as$/);
}

/** What a second grouping begins with, and hardly ever a first one. */
const SECOND_GROUP = /^(one|a|each|separate) (colou?r|line|bar|area|series|lane|column|band|layer|segment)|^colou?r|^(sub)?divided|^lanes are|^stacked per/;

function startsWithExtreme(items: readonly Item[]): boolean {
  const [first, number] = items.filter(isContent);
  return first?.mark?.is === 'top' && isMeasured(number);
}

function endsInExtreme(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return content.length === 2 && content[0]?.mark?.is === 'top' && isMeasured(content[1]);
}

function isMeasured(item: Item | undefined): boolean {
  const name = item?.links[0]?.name;
  return item?.mark === null && name?.kind === 'field' && name.field.role === 'measure';
}

/** "countries with the biggest population", "top 3 topics with the lowest satisfaction" */
function saysExtreme(items: readonly Item[]): boolean {
  const [first, number, ...rest] = items.filter(isContent);
  const isExtreme = first?.mark?.is === 'top' || (first?.mark?.is === 'aggregate' && (first.mark.aggregate === 'max' || first.mark.aggregate === 'min'));
  const name = number?.links[0]?.name;
  return isExtreme && rest.length === 0 && name?.kind === 'field' && name.field.role === 'measure';
}

/** "top 10 customers with their number of orders and revenue": one more column of them. */
function goesOnNumbers(before: readonly Item[], items: readonly Item[]): boolean {
  const at = before.findIndex((i) => i.mark?.is === 'break' && i.mark.strength === 'with');
  if (at < 0 || !isOneTable(before.slice(0, at))) return false;
  const numbers = [...before.slice(at), ...items].filter((i) => isContent(i) && i.mark?.is !== 'break');
  // "top 20 customers with country and total revenue"
  const isRanked = has(before.slice(0, at), ['top', 'best']) && numbers.some(isNumber);
  return numbers.length > 1 && numbers.every((i) => isNumber(i) || (isRanked && isColumns([i]))) && !has(before.slice(0, at), ['chart', 'stat', 'overview']);
}

/** "…, biggest discount first" */
function saysOrder(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const [first, ...rest] = content;
  const isExtreme = first?.mark?.is === 'top' || first?.mark?.is === 'best' || first?.mark?.is === 'superlative' || first?.mark?.is === 'latest' || (first?.mark?.is === 'aggregate' && (first.mark.aggregate === 'max' || first.mark.aggregate === 'min'));
  return /^(first|at the top|on top)$/.test(items.at(-1)?.lower ?? '') && isExtreme && rest.length <= 1;
}

/** "…, top 5" */
function isCountOnly(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return has(content, ['top', 'superlative']) && content.some((i) => i.number !== null) && content.every((i) => i.mark?.is === 'top' || i.mark?.is === 'superlative' || i.mark?.is === 'only' || i.number !== null);
}

/** "difference between price and cost": both are of one number. */
function isDifference(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return /^(difference|gap|spread)( between)?$/.test(content.at(-3)?.lower ?? '') && content.at(-2)?.lower === 'between' && !content.at(-1)?.mark;
}

/** "minimum and maximum income" */
function isBoundsList(before: readonly Item[], items: readonly Item[]): boolean {
  const isBound = (i: Item | undefined) => i?.mark?.is === 'aggregate' && (i.mark.aggregate === 'min' || i.mark.aggregate === 'max');
  return isBound(before.filter(isContent).at(-1)) && isBound(items.find(isContent));
}

const BARE = new Set(['aggregate', 'break', 'versus', 'relation', 'distribution', 'chart', 'style', 'new', 'only', 'all', 'classes']);

/** "customers with more than 5 orders", "products with no stock", "orders with details on click": what follows is about the same rows. */
function narrows(items: readonly Item[]): boolean {
  const first = items.find(isContent);
  const isValue = (i: Item, at: number) => i.number !== null && items[at - 1]?.lower === 'of' && isMeasured(items[at - 2]);
  return has(items, ['compare', 'or-more', 'text', 'detail', 'classes']) || first?.mark?.is === 'not' || items.some(isValue);
}

/** "correlation between price and stock": both are of one chart. */
function isPair(before: readonly Item[], after: readonly Item[]): boolean {
  const isScatter = before.some((i) => i.mark?.is === 'relation' || (i.mark?.is === 'chart' && i.mark.view === 'scatter'));
  return isScatter && numbersOf(before) <= 1 && numbersOf(after) >= 1;
}

function numbersOf(items: readonly Item[]): number {
  return items.filter((i) => (!i.mark || i.mark.is === 'aggregate') && i.links[0]?.name.kind === 'field' && i.links[0].name.field.role === 'measure').length;
}

/** "orders with customer and total": columns of a list. */
function isOneTable(items: readonly Item[]): boolean {
  const content = items.filter((i) => isContent(i) && i.links[0]?.name.kind !== 'value' && i.number === null && !(i.mark?.is === 'break' && i.mark.strength === 'hard') && !(i.mark && ['top', 'best', 'all', 'superlative', 'latest'].includes(i.mark.is)));
  const [only, ...others] = content;
  return only !== undefined && others.length === 0 && (!only.mark || only.lower === 'days') && (only.links[0]?.name.kind === 'entity' || isManyOf(only));
}

/** "categories with their revenue": each of a kind. */
function isManyOf(item: Item): boolean {
  const name = item.links[0]?.name;
  return name?.kind === 'field' && ['category', 'place', 'status'].includes(name.field.role) && stem(item.lower) !== item.lower;
}

/** "customers with their total revenue", "with number of orders" */
function isNumbers(items: readonly Item[]): boolean {
  return items.filter(isContent).every((i) => i.mark?.is === 'aggregate' || (!i.mark && ['measure', 'entity'].includes(i.links[0]?.name.kind ?? '')));
}

function isColumns(items: readonly Item[]): boolean {
  return items.filter(isContent).every((i) => !i.mark && i.links[0]?.name.kind === 'field');
}

/** "revenue and orders by region": subjects only, so what they are grouped by may still follow. */
function isBare(items: readonly Item[]): boolean {
  return items.filter(isContent).every((item) => item.number !== null || (item.lower === 'days' && item.links.some((l) => l.name.kind === 'entity')) || (item.mark && BARE.has(item.mark.is)) || (!item.mark && item.links.length > 0 && item.links[0]?.name.kind !== 'value'));
}

/** "with month and region filters": the names in front of the last "filters" belong to it. */
function mergeFilterLists(clauses: Item[][]): Item[][] {
  const merged: Item[][] = [];
  for (const clause of clauses) {
    const last = merged.at(-1);
    const onlyNames = last?.filter(isContent).every((i) => i.mark?.is === 'bucket' || i.mark?.is === 'break' || i.links[0]?.name.kind === 'field');
    if (last && onlyNames && has(clause, ['filter']) && !has(clause, ['by'])) last.push(...clause);
    else merged.push(clause);
  }
  return merged;
}

function isContent(item: Item): boolean {
  return item.mark?.is !== 'filler' && item.mark?.is !== 'verb';
}

function has(items: readonly Item[], kinds: string[]): boolean {
  return items.some((item) => item.mark && kinds.includes(item.mark.is));
}
