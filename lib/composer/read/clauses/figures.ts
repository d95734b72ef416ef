import type { Item } from '../link';
import type { Chunk } from './chunk';
import { asksForMeasure, has, isBare, isContent, isMeasured } from './items';

/** "average satisfaction": one number, of no groups. */
export function isFigure(items: readonly Item[]): boolean {
  const all = items.filter(isContent);
  // "KPIs: average satisfaction, …"
  const content = all.slice(all.findIndex((i) => i.mark?.is !== 'break' && i.mark?.is !== 'stat'));
  return content[0]?.mark?.is === 'aggregate' && content.length > 1 && content.slice(1).every((i) => (!i.mark && ['field', 'measure', 'entity'].includes(i.links[0]?.name.kind ?? '')) || i.mark?.is === 'break' || i.mark?.is === 'aggregate');
}

/** "number of open tickets", "how many orders are open", "number of tickets that are not closed": and not by anything. */
export function countsSome(items: readonly Item[]): boolean {
  const [count, ...rest] = items.filter(isContent);
  const kindOf = (i: Item) => (i.mark || i.number !== null ? null : (i.links[0]?.name.kind ?? null));
  const at = rest.findIndex((i) => kindOf(i) === 'entity');
  const [before, behind] = [rest.slice(0, Math.max(0, at)), rest.slice(at + 1)];
  const narrows = (i: Item) => kindOf(i) === 'value' || i.mark?.is === 'compare' || i.mark?.is === 'not' || i.mark?.is === 'or-more';
  const isNarrowed = behind.some(narrows) && behind.every((i) => narrows(i) || i.number !== null || isMeasured(i) || (i.mark?.is === 'break' && i.mark.strength === 'with'));
  return count?.mark?.is === 'aggregate' && count.mark.aggregate === 'count' && at >= 0 && before.every((i) => kindOf(i) === 'value') && (behind.length === 0 ? before.length > 0 : isNarrowed);
}

/** "how many of them": a number of what was told before. */
export function countsOfThem(items: readonly Item[]): boolean {
  const at = items.findIndex((i) => i.mark?.is === 'aggregate' && i.mark.aggregate === 'count');
  const behind = items.slice(at + 1).filter((i) => i.lower !== 'of')[0];
  return at >= 0 && /^(them|those|these)$/.test(behind?.lower ?? '');
}

/** "how many are there per country?": of what was spoken of. */
export function asksHowMany(items: readonly Item[]): boolean {
  return items.some((i) => i.mark?.is === 'aggregate' && i.lower === 'how many');
}

/** "open tickets", "tickets": something that there is a number of. */
export function isCountable(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return content.every((i) => !i.mark && i.number === null && ['value', 'entity', 'measure'].includes(i.links[0]?.name.kind ?? '')) && content.at(-1)?.links[0]?.name.kind !== 'value';
}

/** A number, and nothing else before it but numbers and how often, and then how they are drawn. */
export function isNumberAs(before: readonly Item[], items: readonly Item[]): boolean {
  const isNumber = (i: Item | undefined) => i !== undefined && !i.mark && i.links[0]?.name.kind === 'field' && i.links[0].name.field.source.type === 'number';
  const [number, ...how] = items.filter(isContent);
  const isDrawn = how.length === 1 && how[0]?.mark?.is === 'chart' && items.some((i) => i.lower === 'as');
  return isNumber(number) && isDrawn && before.some(isNumber) && before.filter(isContent).every((i) => isNumber(i) || i.mark?.is === 'bucket' || i.mark?.is === 'aggregate');
}

/** "number of invoices, total per year and a filter": a comma within a list that goes on, so what stands before are figures by themselves. */
export function endsFigures(chunk: Chunk, before: readonly Item[], later: readonly Chunk[]): boolean {
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

/** "difference between price and cost": both are of one number. */
export function isDifference(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return /^(difference|gap|spread)( between)?$/.test(content.at(-3)?.lower ?? '') && content.at(-2)?.lower === 'between' && !content.at(-1)?.mark;
}

/** "minimum and maximum income" */
export function isBoundsList(before: readonly Item[], items: readonly Item[]): boolean {
  const isBound = (i: Item | undefined) => i?.mark?.is === 'aggregate' && (i.mark.aggregate === 'min' || i.mark.aggregate === 'max');
  return isBound(before.filter(isContent).at(-1)) && isBound(items.find(isContent));
}

/** "correlation between price and stock": both are of one chart. */
export function isPair(before: readonly Item[], after: readonly Item[]): boolean {
  const isScatter = before.some((i) => i.mark?.is === 'relation' || (i.mark?.is === 'chart' && i.mark.view === 'scatter'));
  return isScatter && numbersOf(before) <= 1 && numbersOf(after) >= 1;
}

function numbersOf(items: readonly Item[]): number {
  return items.filter((i) => (!i.mark || i.mark.is === 'aggregate') && i.links[0]?.name.kind === 'field' && i.links[0].name.field.role === 'measure').length;
}

/** "customers with their total revenue", "with number of orders" */
export function isNumbers(items: readonly Item[]): boolean {
  return items.filter(isContent).every((i) => i.mark?.is === 'aggregate' || (!i.mark && ['measure', 'entity'].includes(i.links[0]?.name.kind ?? '')));
}
