import { stem } from '../../words/tokens';
import type { Item } from '../link';
import { has, isBare, isContent, isLedBy, isMeasured } from './items';

/** "open and paid orders": so far only values, nothing they could belong to. */
export function isAdjective(items: readonly Item[]): boolean {
  const isKind = (item: Item) => item.mark !== null && ['versus', 'chart', 'table', 'stat', 'board', 'calendar'].includes(item.mark.is);
  const counts = (item: Item) => item.mark?.is === 'aggregate' && item.mark.aggregate === 'count';
  const content = items.filter((item) => isContent(item) && !isKind(item) && !counts(item));
  return (content.length > 0 || !items.some(isKind)) && content.every((item) => !item.mark && (item.links[0]?.name.kind === 'value' || item.links.length === 0));
}

/** "strikes with substantial damage on a board": which ones, and not what beside them. */
export function isDescribed(before: readonly Item[], items: readonly Item[], strength: string): boolean {
  const [first, second] = items.filter(isContent);
  const name = first?.mark ? undefined : first?.links[0]?.name;
  if (strength !== 'with' || !isBare(before) || !first || first.mark || !second) return false;
  // "with status open"
  if (name?.kind === 'field') return first.links.some((l) => l.name.kind === 'field' && second.links[0]?.name.kind === 'value' && l.name.field === second.links[0].name.field);
  return name?.kind === 'value' && second.links.some((l) => l.name.kind === 'field' && l.name.field === name.field);
}

/** "… paid or shipped and total above 500 per channel": one more of what rows must be. */
export function isComparison(items: readonly Item[]): boolean {
  const [first, second] = items.filter(isContent);
  const isColumn = first?.links.some((l) => l.name.kind === 'field' && l.name.field.role === 'measure') && (!first.mark || first.mark.is === 'aggregate');
  // "…, and a total above 500 as a table": how they are shown.
  const others = items.filter((i) => !(i.mark?.is === 'table' && isLedBy(items, i, /^(?:as|in)$/)));
  return Boolean(isColumn) && second?.mark?.is === 'compare' && !has(others, ['chart', 'table', 'stat', 'filter', 'dates', 'search', 'board', 'calendar']);
}

/** "customers with more than 5 orders", "products with no stock", "orders with details on click": what follows is about the same rows. */
export function narrows(items: readonly Item[]): boolean {
  const first = items.find(isContent);
  const isValue = (i: Item, at: number) => i.number !== null && items[at - 1]?.lower === 'of' && isMeasured(items[at - 2]);
  return has(items, ['compare', 'or-more', 'text', 'detail', 'classes']) || first?.mark?.is === 'not' || items.some(isValue);
}

/** "search by title and artist", "filters for region and customer": names alone go on with the list. */
export function goesOnChoosing(before: readonly Item[], items: readonly Item[], strength: string): boolean {
  const content = items.filter(isContent);
  const isName = (i: Item) => !i.mark && (i.links[0]?.name.kind === 'field' || (i.links[0]?.name.kind === 'entity' && stem(i.lower) === i.lower));
  return strength === 'soft' && has(before, ['search', 'filter']) && content.length > 0 && content.every(isName);
}
