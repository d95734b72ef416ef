import { stem } from '../../words/tokens';
import type { Item } from '../link';

/** Whether an item says something of the page, and isn’t only how one talks. */
export function isContent(item: Item): boolean {
  return item.mark?.is !== 'filler' && item.mark?.is !== 'verb';
}

/** Whether a word of one of these kinds is among the items. */
export function has(items: readonly Item[], kinds: string[]): boolean {
  return items.some((item) => item.mark && kinds.includes(item.mark.is));
}

/** Whether a word of these stands among the filler in front of an item. */
export function isLedBy(items: readonly Item[], item: Item, words: RegExp): boolean {
  for (let at = items.indexOf(item) - 1; at >= 0 && items[at]?.mark?.is === 'filler'; at--) if (words.test(items[at]?.lower ?? '')) return true;
  return false;
}

/** Names a table or a measure: the subject of a block. */
export function asksForMeasure(items: readonly Item[]): boolean {
  return items.some((item) => {
    if (item.mark?.is === 'aggregate') return true;
    const name = item.mark ? undefined : item.links[0]?.name;
    return name?.kind === 'entity' || name?.kind === 'measure' || (name?.kind === 'field' && name.field.role === 'measure');
  });
}

const BARE = new Set(['aggregate', 'break', 'versus', 'relation', 'distribution', 'chart', 'style', 'new', 'only', 'all', 'classes']);

/** "revenue and orders by region": subjects only, so what they are grouped by may still follow. */
export function isBare(items: readonly Item[]): boolean {
  return items.filter(isContent).every((item) => item.number !== null || (item.lower === 'days' && item.links.some((l) => l.name.kind === 'entity')) || (item.mark && BARE.has(item.mark.is)) || (!item.mark && item.links.length > 0 && item.links[0]?.name.kind !== 'value'));
}

/** Something that can be reckoned: a measure, a number of rows, or how they are put together. */
export function isNumber(item: Item): boolean {
  const name = item.links[0]?.name;
  return item.mark?.is === 'aggregate' || (!item.mark && (name?.kind === 'measure' || name?.kind === 'entity' || (name?.kind === 'field' && name.field.role === 'measure')));
}

/** A column of numbers, by its name. */
export function isMeasured(item: Item | undefined): boolean {
  const name = item?.links[0]?.name;
  return item?.mark === null && name?.kind === 'field' && name.field.role === 'measure';
}

/** A column, or in the singular whose row it is. */
export function isColumnName(item: Item): boolean {
  const kind = item.mark || item.number !== null ? undefined : item.links[0]?.name.kind;
  return item.lower === 'date' || item.lower === 'total' || kind === 'field' || (kind === 'entity' && stem(item.lower) === item.lower);
}

/** Nothing but names of columns. */
export function isColumns(items: readonly Item[]): boolean {
  return items.filter(isContent).every((i) => !i.mark && i.links[0]?.name.kind === 'field');
}

/** Nothing but names of columns and tables. */
export function namesOnly(items: readonly Item[]): boolean {
  const content = items.filter(isContent);
  return content.length > 0 && content.every((i) => !i.mark && i.number === null && ['field', 'entity'].includes(i.links[0]?.name.kind ?? ''));
}
