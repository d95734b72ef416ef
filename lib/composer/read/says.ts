import type { Wish } from './wish';

/** What can be seen of a wish by itself: whether it's about anything, only narrows, or asks for a block of its own. */

export function isAboutSomething(wish: Wish): boolean {
  return (
    wish.entities.length + wish.measures.length + wish.by.length + wish.loose.length + wish.charts.length > 0 ||
    wish.stat || wish.table || wish.board || wish.calendar || wish.overview || wish.bucket !== null || wish.versus || wish.top !== null || wish.latest !== null || wish.bands !== null
  );
}

export function onlyNarrows(wish: Wish): boolean {
  return !isAboutSomething(wish) && wish.conditions.length + wish.periods.length > 0;
}

export function asksForBlock(wish: Wish): boolean {
  return wish.by.length > 0 || wish.bucket !== null || wish.charts.length > 0 || wish.table || wish.stat || wish.board || wish.calendar || wish.versus || wish.top !== null || wish.perGroup !== null || wish.bands !== null;
}

/** A table and no word more. */
export function isOnlyTable(wish: Wish): boolean {
  const others = wish.measures.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length;
  return wish.entities.length > 0 && others === 0 && !asksForBlock(wish) && !wish.latest;
}

/** "…, as a table" */
export function saysOnlyTable(wish: Wish): boolean {
  const named = wish.entities.length + wish.measures.length + wish.by.length + wish.loose.length + wish.conditions.length + wish.periods.length + wish.filters.length + wish.charts.length;
  return wish.table && named === 0 && wish.bucket === null && !wish.stat && !wish.overview && !wish.top && !wish.detail;
}

export function saysTableOfRows(wish: Wish, last: Wish): boolean {
  return saysOnlyTable(wish) && !isLook(wish, last) && !wish.items.some((i) => i.lower === 'as' || i.lower === 'in') && (asksForBlock(last) || last.stat);
}

/** "…, table": with no "and a" in front of it, that is how it's shown. */
function isLook({ items: [first] }: Wish, { items }: Wish): boolean {
  return first?.lower === 'table' && first.start - (items.at(-1)?.end ?? 0) <= ', '.length;
}
