import { WHOLE } from '../../catalogue/names';
import type { Item } from '../link';
import { asksForMeasure, has, isContent, isLedBy } from './items';

/** "revenue and orders per month in one chart": the kind comes last, and is that of all. */
export function saysOnlyHow(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const kinds = content.filter((i) => i.mark && ['chart', 'table', 'stat'].includes(i.mark.is));
  const [first] = content;
  return kinds.length === 1 && content.at(-1) === kinds[0] && first !== kinds[0] && asksForMeasure(items) && isLedBy(items, kinds[0] as Item, /^(in|as|on)$/);
}

/** "a calendar with invoices", "a table with …": so far nothing that it could be of. */
export function isKindAlone(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  const isKind = (i: Item) => i.mark !== null && (['chart', 'table', 'board', 'calendar', 'stat', 'style', 'search'].includes(i.mark.is) || isColumnChart(i, content)) && !i.links.some((l) => l.score >= WHOLE);
  // "stacked columns for 2012: per month …"
  return content.some(isKind) && content.every((i) => isKind(i) || i.period !== null);
}

/** "stacked columns": bars, and no columns of a table. */
function isColumnChart(item: Item, content: readonly Item[]): boolean {
  const before = content[content.indexOf(item) - 1]?.mark;
  return item.mark?.is === 'columns' && before?.is === 'style';
}

/** "sources vs years, as a heatmap" */
export function isLookAlone(items: readonly Item[]): boolean {
  const [only, ...others] = items.filter(isContent);
  return only?.mark?.is === 'chart' && others.length === 0 && isLedBy(items, only, /^as$/);
}

/** "beneath that a table", "below them revenue by month": where the next thing stands. */
export function isPlaced(items: readonly Item[]): boolean {
  const at = items.findIndex((i) => !/^(then|right|directly|just)$/.test(i.lower));
  const [place, next] = [items[at], items[at + 1]];
  return place !== undefined && next !== undefined && /^(beneath|below|underneath|under|beside|next to|alongside|above|over)$/.test(place.lower) && (/^(that|those|them|it|these|this)$/.test(next.lower) || next.mark?.is === 'filler') && asksForMeasure(items) && has(items, ['by', 'bucket', 'chart', 'table', 'top', 'trend']);
}

/** "… with its growth in percent", "…, 3 month moving average": what is reckoned of what stands before. */
export function saysWindow(items: readonly Item[]): boolean {
  const isSaid = ({ mark, number }: Item) => number !== null || mark?.is === 'window' || mark?.is === 'bucket' || mark?.is === 'by' || mark?.is === 'versus' || (mark?.is === 'style' && mark.style === 'share') || (mark?.is === 'aggregate' && mark.aggregate === 'share');
  return items.some((i) => i.mark?.is === 'window') && items.filter(isContent).every(isSaid);
}
