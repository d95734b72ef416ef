import { type Catalogue, type Entity, type Field, toPlanField } from '../catalogue/catalogue';
import type { Board, CalendarBlock, Condition } from '../plan';
import { capitalise } from '../words/tokens';
import { describe } from './conditions';
import type { Unjoined } from './reach';
import { columnsOf } from './table-block';

/** Cards that a board holds; a person moves no more. */
const MAX_CARDS = 300;
/** Rows of one month. */
const MAX_ENTRIES = 1000;
/** What stands under a card's name. */
const CARD_LINES = 3;

/** Rows as cards, a column for each value of `by`. */
export function boardBlock(base: Entity, by: Field, where: readonly Condition[], catalogue: Catalogue): Unjoined<Board> | string {
  const all = columnsOf(base, catalogue, []);
  const name = nameColumn(base, all);
  if (!name) return `${base.plural} have no column that names them.`;
  const isSame = (a: { table: string; column: string }) => (b: { table: string; column: string }) => a.table === b.table && a.column === b.column;
  const columns = all.filter((c) => !isSame(c)(name) && !isSame(c)(by) && c.format !== 'id').slice(0, CARD_LINES);
  const time = base.time;
  return {
    type: 'board',
    title: `${capitalise(describe(base.plural, where, catalogue, base))} by ${by.label}`,
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: [...where],
    by: toPlanField(by),
    order: by.source.values ?? [],
    name,
    columns,
    sort: time && { field: toPlanField(time), descending: true },
    limit: MAX_CARDS,
  };
}

/** Rows on their days. `start` is the month of the last of them where that is long past. */
export function calendarBlock(base: Entity, time: Field, start: string | null, where: readonly Condition[], catalogue: Catalogue): Unjoined<CalendarBlock> | string {
  const all = columnsOf(base, catalogue, []);
  const name = nameColumn(base, all);
  if (!name) return `${base.plural} have no column that names them.`;
  const columns = all.filter((c) => c.column !== name.column && c.column !== time.column && (c.format === 'status' || c.format === 'money')).slice(0, 1);
  return {
    type: 'calendar',
    title: `Calendar of ${describe(base.plural, where, catalogue, base)}`,
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: [...where],
    time: toPlanField(time),
    name,
    columns,
    start,
    limit: MAX_ENTRIES,
  };
}

/** A row's own name, else whose it is, else its number. */
function nameColumn(base: Entity, columns: ReturnType<typeof columnsOf>): ReturnType<typeof columnsOf>[number] | null {
  const own = base.title && columns.find((c) => c.table === base.table.name && c.column === base.title?.column);
  return own || (columns.find((c) => c.table !== base.table.name) ?? columns[0] ?? null);
}
