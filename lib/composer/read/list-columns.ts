import { stem } from '../words/tokens';
import type { Item } from './link';
import { ranksRows } from './ranked-rows';
import type { Wish } from './wish';

/** "…, columns are the phases" */
export function saysColumns(wish: Wish): boolean {
  return wish.items.some((i) => i.mark?.is === 'columns') && wish.measures.length + wish.entities.length + wish.by.length + wish.charts.length + wish.conditions.length + wish.filters.length === 0;
}

/** "…; date, airport and species please": columns and no word more. */
export function listsOnly(wish: Wish): boolean {
  // "name, category, price, dearest first": how they are sorted is said behind them.
  const names = wish.items.filter((i) => !(i.mark && ['filler', 'break', 'columns', 'table', 'superlative', 'direction', 'latest'].includes(i.mark.is)));
  const isColumn = (i: Item) => !i.mark && (i.links[0]?.name.kind === 'field' || (i.links[0]?.name.kind === 'entity' && stem(i.lower) === i.lower));
  const known = names.filter((i) => /^(date|total)$/.test(i.lower) || isColumn(i));
  // "Columns: name, city, phone number": what isn't known is said to be unread.
  const isUnknown = (i: Item) => known.length > 1 && !i.mark && i.links.length === 0 && i.number === null;
  // "show customer and total": whose each is, and a number of it.
  const isOwner = (i: Item) => !i.mark && i.links[0]?.name.kind === 'entity' && stem(i.lower) === i.lower;
  return names.length > 1 && names.some((i) => i.lower === 'date' || isOwner(i) || wish.loose.some((l) => l.item.start === i.start)) && names.every((i) => known.includes(i) || isUnknown(i));
}

/** What such a list names of each row: its own columns in the order they were said, and whose it is. */
export function columnsNamed(wish: Wish, { entities: [entity] }: Wish): Wish['loose'] {
  return wish.items.flatMap((item) => {
    if (!entity || item.mark?.is === 'filler' || item.mark?.is === 'break') return [];
    const loose = wish.loose.find((l) => l.item.start === item.start);
    const links = item.links.filter((l) => l.name.kind === 'field' && l.name.entity === entity);
    // Of several costs, "the cost" is all of them together.
    const own = (links.find((l) => l.score > (links[0]?.score ?? 0) - 20 && l.name.kind === 'field' && l.name.field.role === 'measure' && /(^| )total( |$)/.test(l.name.field.label)) ?? links[0])?.name;
    const owner = item.mark ? undefined : item.links[0]?.name;
    const isOwner = owner?.kind === 'entity' && owner.entity.title !== null;
    const isKey = own?.kind === 'field' && own.field.role === 'id' && loose !== undefined;
    const field = item.lower === 'date' ? entity.time : isOwner ? owner.entity.title : own?.kind === 'field' && !isKey ? own.field : (loose?.field ?? null);
    if (!field) return [];
    [item.used, item.settled] = [true, true];
    return [{ field, entity: isOwner ? owner.entity : (loose?.entity ?? entity), item }];
  });
}

/** What may stand beside the rows in front of their columns: how many, and which. */
const BESIDE_ROWS = new Set<string>(['filler', 'table', 'all', 'verb', 'break', 'compare', 'or-more', 'not', 'only', 'latest', 'stock']);

/** Where a list of columns may begin: behind the colon of "customers: name, city", behind the "with" of "open orders with date and total". -1 where nothing is listed. */
export function listStart(items: readonly Item[]): number {
  const isRows = (i: Item) => i.lower === 'total' || (!i.mark && ['value', 'entity', 'field'].includes(i.links[0]?.name.kind ?? ''));
  const isHead = (at: number) => {
    const isRanked = ranksRows(items.slice(0, at));
    const isBeside = ({ mark }: Item) => mark !== null && (BESIDE_ROWS.has(mark.is) || (isRanked && ['top', 'superlative', 'aggregate', 'bucket', 'by'].includes(mark.is)));
    const head = items.slice(0, at).filter((i) => !isBeside(i) && i.number === null && i.period === null);
    return head.every(isRows) && (isRanked || head.some((i) => i.links[0]?.name.kind === 'entity'));
  };
  return items.findIndex((i, at) => i.mark?.is === 'break' && (i.text === ':' || (i.mark.strength === 'with' && isHead(at) && !isNarrowing(items, at))));
}

/** "with a total above 12": no list. */
function isNarrowing(items: readonly Item[], at: number): boolean {
  const [first, second] = items.slice(at + 1).filter((i) => i.mark?.is !== 'filler');
  return second?.mark?.is === 'compare' || first?.mark?.is === 'compare' || first?.mark?.is === 'not' || second?.number != null || first?.number != null;
}

/** "customers from Germany: name, city and segment": the words behind it, where they are columns of what stands in front of it. */
export function columnListIn(items: readonly Item[]): Item[] | null {
  const colon = listStart(items);
  if (colon < 0) return null;
  const isColumn = (i: Item) => (i.mark === null && i.number === null && i.links[0]?.name.kind !== 'value' && i.links[0]?.name.kind !== 'measure') || /^(date|total|name)$/.test(i.lower);
  const list: Item[] = [];
  for (const item of items.slice(colon + 1)) {
    const isWithin = item.mark?.is === 'filler' || (item.mark?.is === 'break' && item.mark.strength === 'soft' && item.text !== ':') || isColumn(item);
    if (!isWithin) break;
    list.push(item);
  }
  const next = items[colon + 1 + list.length];
  const isEnd = next === undefined || (next.mark !== null && ['break', 'latest', 'sort', 'detail', 'search', 'filter', 'superlative', 'direction', 'top', 'table'].includes(next.mark.is));
  return isEnd && list.filter(isColumn).length > 1 && list.some((i) => i.mark?.is === 'break') ? list : null;
}
