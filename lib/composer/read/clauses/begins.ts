import type { Item } from '../link';
import { ranksRows } from '../ranked-rows';
import type { Chunk } from './chunk';
import { goesOnColonList, goesOnColumns, goesOnNumbers, isColumnRun, isColumnToo, isOneTable, isTableOfNumbers } from './columns';
import { endsInExtreme, isCountOnly, saysExtreme, saysOrder, startsWithExtreme } from './extremes';
import { countsOfThem, countsSome, isBoundsList, isDifference, isFigure, isNumberAs, isNumbers, isPair } from './figures';
import { goesOnGrouping, goesOnListing, saysOnlyGroup } from './groups';
import { asksForMeasure, has, isBare, isColumnName, isColumns, isContent, namesOnly } from './items';
import { isKindAlone, isLookAlone, isPlaced, saysOnlyHow, saysWindow } from './looks';
import { goesOnChoosing, isAdjective, isComparison, isDescribed, narrows } from './which-rows';

/** Whether a chunk is a new wish after the items of the one before; `isLater` is true where that isn’t the first. */
export function begins(chunk: Chunk, before: readonly Item[], isLater: boolean): boolean {
  const strength = chunk.lead?.mark?.is === 'break' ? chunk.lead.mark.strength : 'soft';
  // "who are our best customers? top 20"
  if (strength === 'hard') return !(isCountOnly(chunk.items) && has(before, ['best', 'top']));
  if (!before.some(isContent)) return false;
  if (saysWindow(chunk.items)) return false;
  // "remove the figure and add a line chart": another thing to do.
  const [first] = chunk.items.filter((i) => i.mark?.is !== 'filler');
  if (strength === 'soft' && first?.mark?.is === 'verb' && (first.mark.verb === 'add' || first.mark.verb === 'remove') && before.some((i) => i.mark?.is === 'verb' && i.mark.verb === 'remove')) return true;
  // "…, and beneath that revenue by month": another thing, under the ones before.
  if (strength === 'soft' && isPlaced(chunk.items)) return true;
  if (strength === 'soft' && (goesOnColonList(before, chunk.items) || (chunk.lead?.text === ':' && has(before, ['table']) && !has(before, ['by', 'chart', 'stat']) && chunk.items.filter(isContent).every(isColumnName)))) return false;
  if (strength === 'with' && narrows(chunk.items)) return false;
  // "a scatter plot of …, with one point for each country"
  const isDots = (items: readonly Item[]) => items.some((i) => i.mark?.is === 'chart' && i.mark.view === 'scatter');
  if (strength === 'with' && isDots(before) && isDots(chunk.items)) return false;
  // "with the media type as colour": how the same chart looks.
  if (strength === 'with' && has(chunk.items, ['split']) && chunk.items.filter(isContent).length <= 2) return false;
  // "a board by priority, and put the topic and the customer on each card"
  if (has(before, ['board', 'calendar']) && namesOnly(chunk.items)) return false;
  // "daily lowest and highest temperature as lines"
  if (chunk.lead?.lower === 'and' && isNumberAs(before, chunk.items)) return false;
  // "average satisfaction, number of open tickets": what narrows the one says nothing of the other.
  if (strength === 'soft' && isFigure(before) && countsSome(chunk.items)) return true;
  // "on how many days did it snow and what was the lowest temperature"
  const isTheirs = has(before, ['by']) && chunk.items.some((i) => /^(their|its)$/.test(i.lower));
  if (!isTheirs && chunk.lead?.lower === 'and' && /^(what|what's)$/.test(chunk.items[0]?.lower ?? '') && has(before, ['aggregate']) && (has(chunk.items, ['aggregate', 'top']))) return true;
  // "how many of those are urgent, and the average satisfaction"
  if (strength === 'soft' && countsOfThem(before) && has(chunk.items, ['aggregate']) && asksForMeasure(chunk.items)) return true;
  // "how many tracks are there, and how many of them have no composer?"
  if (strength === 'soft' && countsOfThem(chunk.items)) return true;
  if (strength === 'soft' && goesOnColumns(before, chunk.items)) return false;
  // "Show date, wind and precipitation": columns, whatever they are.
  if (strength === 'soft' && isColumnRun(before, chunk.items)) return false;
  const lead = chunk.items.find(isContent)?.mark;
  // "number of orders with different status"
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
  // "the 10 biggest orders with date and customer", "…: date, customer"
  if ((strength === 'with' || chunk.lead?.text === ':') && ranksRows(before) && chunk.items.filter(isContent).every(isColumnName)) return false;
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
  if (strength === 'soft' && isBare(before) && isInGroups(chunk.items, before)) return true;
  // "top customers by revenue and country": what follows a "by" and is no block of its own goes on with its list.
  return asksForMeasure(chunk.items) && !(isBare(before) && strength !== 'with');
}

/** "total revenue, revenue by segment": the same number again is another block, in groups. */
function isInGroups(items: readonly Item[], before: readonly Item[]): boolean {
  const measures = (of: readonly Item[]) => of.flatMap(({ mark, links }) => (!mark && links[0]?.name.kind === 'measure' ? [links[0].name.measure] : []));
  const [own] = measures(items);
  return own !== undefined && has(items, ['by']) && measures(before).includes(own);
}
