import { stem } from '../../words/tokens';
import type { Item } from '../link';
import { listStart } from '../list-columns';
import { ranksRows } from '../ranked-rows';
import { asksForMeasure, has, isColumnName, isColumns, isContent, isLedBy, isNumber } from './items';

/** "date, airport and cost": names of columns, the day among them. */
export function isColumnRun(before: readonly Item[], items: readonly Item[]): boolean {
  const all = [...before, ...items].filter((i) => isContent(i) && i.mark?.is !== 'break');
  return all.some((i) => i.lower === 'date') && all.every(isColumnName);
}

/** "strikes with date, airport, species and speed": one more column of the rows. */
export function goesOnColumns(before: readonly Item[], items: readonly Item[]): boolean {
  const at = before.findIndex((i) => i.mark?.is === 'break' && i.mark.strength === 'with');
  const [rows, columns] = [before.slice(0, Math.max(0, at)), before.slice(at + 1).filter((i) => isContent(i) && i.mark?.is !== 'break')];
  const isOfRows = rows.some((i) => !i.mark && i.links[0]?.name.kind === 'entity') && !has(rows, ['by', 'chart', 'stat', 'top', 'best', 'aggregate', 'bucket']);
  const more = items.filter(isContent);
  return isOfRows && columns.length > 1 && columns.every(isColumnName) && more.length > 0 && more.every((i) => isColumnName(i) || i.mark?.is === 'break');
}

/** "German invoices, latest first: date, total and currency": columns behind a colon, of the table in front of it. */
export function goesOnColonList(before: readonly Item[], items: readonly Item[]): boolean {
  const colon = listStart(before);
  const head = before.slice(0, colon);
  const isColumn = (i: Item) => i.lower === 'total' || i.lower === 'date' || (!i.mark && i.number === null && (i.links.length === 0 || i.links[0]?.name.kind === 'field' || (i.links[0]?.name.kind === 'entity' && stem(i.lower) === i.lower)));
  const isTable = !has(head, ['chart', 'stat', 'board', 'calendar', 'overview']) && (ranksRows(head) || (head.some((i) => !i.mark && ['entity', 'value'].includes(i.links[0]?.name.kind ?? '')) && !has(head, ['by', 'aggregate', 'bucket', 'top', 'best'])));
  const list = [...before.slice(colon + 1), ...items];
  // "…, category and price in a table"
  const isLook = (i: Item) => i.mark?.is === 'table' && isLedBy(list, i, /^(?:in|as)$/);
  return colon > 0 && isTable && list.every((i) => !isContent(i) || i.mark?.is === 'break' || isColumn(i) || isLook(i));
}

/** "tickets with priority and customer": whose each is, in the singular. */
export function isColumnToo(before: readonly Item[], items: readonly Item[]): boolean {
  const [only, ...others] = items.filter(isContent);
  const isWith = before.some((i) => i.mark?.is === 'break' && i.mark.strength === 'with');
  return isWith && !has(before, ['by', 'chart', 'stat']) && others.length === 0 && !only?.mark && only?.links[0]?.name.kind === 'entity' && stem(only.lower) === only.lower;
}

/** "top 10 customers with their number of orders and revenue": one more column of them. */
export function goesOnNumbers(before: readonly Item[], items: readonly Item[]): boolean {
  const at = before.findIndex((i) => i.mark?.is === 'break' && i.mark.strength === 'with');
  if (at < 0 || !isOneTable(before.slice(0, at))) return false;
  const numbers = [...before.slice(at), ...items].filter((i) => isContent(i) && i.mark?.is !== 'break');
  // "top 20 customers with country and total revenue"
  const isRanked = has(before.slice(0, at), ['top', 'best']) && numbers.some(isNumber);
  return numbers.length > 1 && numbers.every((i) => isNumber(i) || (isRanked && isColumns([i]))) && !has(before.slice(0, at), ['chart', 'stat', 'overview']);
}

/** "a table with number of tracks and average length per genre", "a table of revenue and orders by region": one table, whatever its columns are. */
export function isTableOfNumbers(before: readonly Item[], items: readonly Item[]): boolean {
  const [kind, joint, ...columns] = before.filter(isContent);
  // "a table of orders and revenue by region" begins with rows.
  const isOfNumbers = joint && joint.mark?.is !== 'break' && [joint, ...columns].every((i) => i.mark?.is === 'break' || isNumber(i)) && !isRows(joint);
  if (kind?.mark?.is === 'table' && isOfNumbers) return has(items, ['by']) && asksForMeasure(items);
  return kind?.mark?.is === 'table' && joint?.mark?.is === 'break' && (joint.mark.strength === 'with' || joint.text === ':') && columns.filter((i) => i.mark?.is !== 'break').every(isNumber) && has(items, ['by']) && asksForMeasure(items);
}

function isRows(item: Item): boolean {
  return !item.mark && item.links[0]?.name.kind === 'entity';
}

/** "orders with customer and total": columns of a list. */
export function isOneTable(items: readonly Item[]): boolean {
  const content = items.filter((i) => isContent(i) && i.links[0]?.name.kind !== 'value' && i.number === null && !(i.mark?.is === 'break' && i.mark.strength === 'hard') && !(i.mark && ['top', 'best', 'all', 'superlative', 'latest'].includes(i.mark.is)));
  const [only, ...others] = content;
  return only !== undefined && others.length === 0 && (!only.mark || only.lower === 'days') && (only.links[0]?.name.kind === 'entity' || isManyOf(only));
}

/** "categories with their revenue": each of a kind. */
function isManyOf(item: Item): boolean {
  const name = item.links[0]?.name;
  return name?.kind === 'field' && ['category', 'place', 'status'].includes(name.field.role) && stem(item.lower) !== item.lower;
}
