import { stem } from '../words/tokens';
import type { Item } from './link';
import type { Wish } from './wish';

/** "…, columns are the phases" */
export function saysColumns(wish: Wish): boolean {
  return wish.items.some((i) => i.mark?.is === 'columns') && wish.measures.length + wish.entities.length + wish.by.length + wish.charts.length + wish.conditions.length + wish.filters.length === 0;
}

/** "…; date, airport and species please": columns and no word more. */
export function listsOnly(wish: Wish): boolean {
  const names = wish.items.filter((i) => i.mark?.is !== 'filler' && i.mark?.is !== 'break' && i.mark?.is !== 'columns');
  const isColumn = (i: Item) => !i.mark && (i.links[0]?.name.kind === 'field' || (i.links[0]?.name.kind === 'entity' && stem(i.lower) === i.lower));
  return names.length > 1 && names.some((i) => i.lower === 'date' || wish.loose.some((l) => l.item.start === i.start)) && names.every((i) => /^(date|total)$/.test(i.lower) || isColumn(i));
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

/** Where a list of columns may begin: behind the colon of "customers: name, city", behind the "with" of "open orders with date and total". -1 where nothing is listed. */
export function listStart(items: readonly Item[]): number {
  const colon = items.findIndex((i) => i.mark?.is === 'break' && i.text === ':');
  if (colon >= 0) return colon;
  const at = items.findIndex((i) => i.mark?.is === 'break' && i.mark.strength === 'with');
  const head = items.slice(0, Math.max(at, 0)).filter((i) => i.mark?.is !== 'filler' && i.mark?.is !== 'table' && i.mark?.is !== 'all' && i.mark?.is !== 'verb');
  const isBare = head.every((i) => !i.mark && (i.links[0]?.name.kind === 'value' || i.links[0]?.name.kind === 'entity')) && head.at(-1)?.links[0]?.name.kind === 'entity';
  return isBare && head.length > 0 ? at : -1;
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
  const isEnd = next === undefined || (next.mark !== null && ['break', 'latest', 'sort', 'detail', 'search', 'filter'].includes(next.mark.is));
  return isEnd && list.filter(isColumn).length > 1 && list.some((i) => i.mark?.is === 'break') ? list : null;
}
