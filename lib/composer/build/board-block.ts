import { type Catalogue, type Entity, type Field, toPlanField } from '../catalogue/entity';
import { worthOf } from '../catalogue/measures';
import { type Board, type CalendarBlock, type Condition, MAX_CARD_COLUMNS, type PlanField } from '../plan';
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

/** How far along a thing of this state is: what is new stands left, what is done right. */
const STAGES = [/^(new|open|todo|to do|backlog|draft|created|requested|lead|received)$/i, /(wait|pending|hold|block|paid|confirm|approved|assigned|qualified)/i, /(progress|doing|active|started|running|processing|packed|review|test)/i, /(ship|sent|deliver|resolv|won|ready)/i, /(done|closed|complete|finish|archiv)/i, /(cancel|return|reject|lost|fail|refund)/i];

function stageOf(value: string): number {
  const at = STAGES.findIndex((stage) => stage.test(value));
  return at < 0 ? 2 : at;
}

/** Rows as cards, a column for each value of `by`; on a card stands what was asked for, or else what says most. */
export function boardBlock(base: Entity, by: Field, where: readonly Condition[], catalogue: Catalogue, asked: readonly PlanField[] = []): Unjoined<Board> | string {
  const all = columnsOf(base, catalogue, []);
  const name = nameColumn(base, all);
  if (!name) return `${base.plural} have no column that names them.`;
  const isSame = (a: { table: string; column: string }) => (b: { table: string; column: string }) => a.table === b.table && a.column === b.column;
  const isOften = (c: { table: string; column: string }) => c.table !== base.table.name || base.fields.find((f) => f.column === c.column)?.source.nullable === false;
  const columns = all.filter((c) => !isSame(c)(name) && !isSame(c)(by) && c.format !== 'id' && isOften(c));
  // What the rows were chosen by is what one looks for.
  const isAsked = (c: { table: string; column: string }) => where.some((w) => 'field' in w && isSame(c)(w.field) && w.op !== 'is');
  // What a row is worth says more than its other numbers.
  const worth = worthOf(base);
  const rank = (c: (typeof columns)[number]) => 2 * Number(isAsked(c)) + Number(c.table === base.table.name && c.column === worth?.column);
  columns.sort((a, b) => rank(b) - rank(a));
  const own = asked.filter((c) => !isSame(c)(name) && !isSame(c)(by)).slice(0, MAX_CARD_COLUMNS);
  const time = base.time;
  return {
    type: 'board',
    title: `${capitalise(describe(base.plural, where, catalogue, base))} by ${by.label}`,
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: [...where],
    by: toPlanField(by),
    order: (by.source.values ?? []).toSorted((a, b) => stageOf(a) - stageOf(b)),
    name,
    columns: own.length > 0 ? own : columns.slice(0, CARD_LINES),
    sort: time && { field: toPlanField(time), descending: true },
    limit: MAX_CARDS,
  };
}

/** Rows on their days, each with what was asked for, or else its state. `start` is the month of the last of them where that is long past. */
export function calendarBlock(base: Entity, time: Field, start: string | null, where: readonly Condition[], catalogue: Catalogue, asked: readonly PlanField[] = []): Unjoined<CalendarBlock> | string {
  const all = columnsOf(base, catalogue, []);
  const name = nameColumn(base, all);
  if (!name) return `${base.plural} have no column that names them.`;
  const isOther = (c: PlanField) => !(c.table === name.table && c.column === name.column) && !(c.table === time.table && c.column === time.column);
  const own = asked.filter(isOther).slice(0, MAX_CARD_COLUMNS);
  const columns = own.length > 0 ? own : all.filter((c) => isOther(c) && (c.format === 'status' || c.format === 'money')).slice(0, 1);
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
