import { listed } from '../../build/conditions';
import { type Catalogue, entityOf, type Field, fieldOf } from '../../catalogue/entity';
import type { Block, Measure, RowTable } from '../../plan';
import type { Item } from '../../read/link';
import { stem } from '../../words/tokens';
import { isAboutSomething } from '../../read/says';
import type { Wish } from '../../read/wish';
import type { Verb } from '../../words/words';
import { onlyColumns, withColumns, withoutColumns } from './columns';
import { retitled } from '../retitle';
import { columnsOf, namedColumns, saysKind } from '../targets';

/** The page after a change and what was done, or why it can't be. Where a follow-up wants nothing of the kind there is none. */
export type ColumnEdit = { blocks: Block[]; done: string } | { problem: string };

type Column = { table: string; column: string };

const isSame = (a: Column) => (b: Column) => a.table === b.table && a.column === b.column;
const has = (table: RowTable, field: Column) => table.columns.some(isSame(field));
const tablesIn = (blocks: readonly Block[]) => blocks.filter((b): b is RowTable => b.type === 'table');
const labels = (fields: readonly Field[]) => listed(fields.map((f) => f.label), 'and');

function replaced(blocks: readonly Block[], before: Block, after: Block, done: string): ColumnEdit {
  return { blocks: blocks.map((b) => (b === before ? after : b)), done };
}

/** "add the country column", "hide the ID", "show the city in the table too" */
export function changedColumns(blocks: readonly Block[], { verb, wish, clause }: { verb: Verb | null; wish: Wish; clause: readonly Item[] }, catalogue: Catalogue): ColumnEdit | null {
  const said = clause.some((i) => i.mark?.is === 'columns');
  const isHidden = clause.some((i) => i.mark?.is === 'not') && wish.conditions.some((c) => c.kind === 'empty');
  const fields: Field[] = [...namedColumns(wish), ...wish.conditions.flatMap((c) => (c.kind === 'empty' && said ? [c.field] : [])), ...wish.entities.flatMap((e) => (said && e.title ? [e.title] : []))];
  const tables = tablesIn(blocks);
  if (!said || fields.length === 0 || tables.length === 0) return null;
  const gone = verb === 'remove' || isHidden;
  const isOwn = (table: RowTable) => fields.every((f) => f.table === table.table);
  const target = tables.toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a))).find((t) => (gone ? fields.some((f) => has(t, f)) : withColumns(t, fields, catalogue).columns.length > t.columns.length));
  const isThere = tables.some((t) => isOwn(t) && fields.every((f) => has(t, f)));
  const several = wish.loose.length > 1 ? listed(wish.loose.map((l) => `“${l.item.text}”`), 'and') : null;
  if (!target || (!gone && isThere)) return { problem: gone ? 'No table on the page has that column.' : `No table on the page can have ${several ?? 'that column'}, or it has ${several ? 'them' : 'it'} already.` };
  const after = gone ? withoutColumns(target, fields) : withColumns(target, fields, catalogue);
  // What can’t be reached from the rows isn’t among those that came.
  const come = gone ? fields : fields.filter((f) => withColumns(target, [f], catalogue).columns.length > target.columns.length);
  return replaced(blocks, target, after, `${gone ? 'Took' : 'Added'} ${labels(come)} ${gone ? 'out of' : 'to'} “${target.title}”.`);
}

/** "also show the stock": a column of the rows that are on the page, where no chart has it to show. */
export function shownToo(blocks: readonly Block[], wish: Wish, clause: readonly Item[], catalogue: Catalogue): ColumnEdit | null {
  const owners = ownersNamed(blocks, wish, clause, catalogue);
  const fields = [...namedColumns(wish), ...owners];
  const isOwners = owners.length > 0 || wish.entities.every((e) => fields.some((f) => f.table === e.table.name) || (wish.table && tablesIn(blocks).some((b) => b.table === e.table.name)));
  const isMore = wish.charts.length > 0 || wish.stat || wish.board || wish.calendar || !isOwners || wish.by.length + wish.filters.length + wish.conditions.length + wish.periods.length > 0 || wish.bucket !== null || wish.overview;
  if (fields.length === 0 || fields.length < wish.loose.length + wish.measures.length || isMore) return null;
  const missing = (b: RowTable) => fields.filter((field) => !has(b, field));
  const table = tablesIn(blocks).find((b) => b.asked !== false && withColumns(b, fields, catalogue).columns.length === b.columns.length + missing(b).length);
  if (!table) return null;
  const fresh = missing(table);
  if (fresh.length > 0) return replaced(blocks, table, withColumns(table, fresh, catalogue), `Added ${labels(fresh)} to “${table.title}”.`);
  return { problem: `“${table.title}” has ${listed(fields.map((f) => (owners.includes(f) ? ownerOf(f, wish) : f.label)), 'and')} already.` };
}

/** "plus the artist": whose each is, in the singular, and nothing else. */
function ownersNamed(blocks: readonly Block[], wish: Wish, clause: readonly Item[], catalogue: Catalogue): Field[] {
  const isOne = (entity: Wish['entities'][number]) => clause.some((i) => !i.mark && i.links[0]?.name.kind === 'entity' && i.links[0].name.entity === entity && stem(i.lower) === i.lower);
  // "to the list" is where it comes.
  if (saysKind({ ...wish, table: false }) || wish.loose.length + wish.measures.length > 0 || !wish.entities.every(isOne)) return [];
  const bases = tablesIn(blocks).flatMap((b) => entityOf(catalogue, b.binding, b.table) ?? []);
  // Orders have no name, so it is their number.
  const keyTo = (table: string) => bases.flatMap((base) => base.table.foreignKeys.flatMap((key) => (key.references.table === table ? (fieldOf(base, key.columns[0] ?? '') ?? []) : [])))[0];
  return wish.entities.flatMap((e) => e.title ?? keyTo(e.table.name) ?? []);
}

function ownerOf(field: Field, wish: Wish): string {
  return wish.entities.find((e) => e.title === field)?.singular ?? field.label.replace(/ id$/i, '');
}

/** "the order id" of tickets is what points at an order. */
function keysIn(table: RowTable, fields: readonly Field[], catalogue: Catalogue): Field[] {
  const base = entityOf(catalogue, table.binding, table.table);
  const pointing = (field: Field) => base?.table.foreignKeys.find((key) => key.references.table === field.table && key.references.columns.includes(field.column))?.columns[0];
  return fields.map((field) => (has(table, field) || !base ? field : (fieldOf(base, pointing(field) ?? '') ?? field)));
}

/** "hide the cost", "drop stock and price": out of a table, unless a chart is what shows them. */
export function removed(blocks: readonly Block[], wish: Wish, isSaid: boolean, catalogue: Catalogue): ColumnEdit | null {
  const named = namedColumns(wish);
  if (named.length === 0 || (saysKind(wish) && !isSaid)) return null;
  const table = tablesIn(blocks).find((b) => keysIn(b, named, catalogue).every((field) => has(b, field)));
  const fields = table ? keysIn(table, named, catalogue) : named;
  const isDrawn = blocks.some((b) => b.type !== 'table' && b.asked !== false && fields.some((field) => columnsOf(b).some(isSame(field))));
  if (!table || (isDrawn && !isSaid)) return null;
  return replaced(blocks, table, withoutColumns(table, fields), `Took ${labels(fields)} out of “${table.title}”.`);
}

/** "show price and stock only" */
export function keptOnly(blocks: readonly Block[], wish: Wish, catalogue: Catalogue): ColumnEdit | null {
  const fields = namedColumns(wish);
  const isMore = saysKind({ ...wish, table: false }) || wish.by.length + wish.conditions.length + wish.periods.length + wish.filters.length > 0 || wish.bucket !== null || wish.top !== null || fields.length < wish.loose.length + wish.measures.length;
  const table = tablesIn(blocks).find((b) => b.asked !== false && fields.every((f) => has(b, f)));
  if (fields.length === 0 || isMore || !table) return null;
  return replaced(blocks, table, onlyColumns(table, fields, catalogue), `“${table.title}” shows only ${labels(fields)} now.`);
}

/** "without the city" */
export function hidden(blocks: readonly Block[], wish: Wish, catalogue: Catalogue): ColumnEdit | null {
  const fields = wish.conditions.flatMap((c) => {
    if (c.kind === 'empty' && !c.negated) return [{ field: c.field, entity: c.entity }];
    return c.kind === 'compare' && c.op === 'at-most' && c.value === 0 && c.field && c.entity ? [{ field: c.field, entity: c.entity }] : [];
  });
  if (fields.length === 0 || fields.length < wish.conditions.length || isAboutSomething(wish)) return null;
  return withoutAttributes(blocks, fields.map((f) => f.field), catalogue) ?? removed(blocks, { ...wish, conditions: [], loose: fields.map((each) => ({ ...each, item: {} as Item })) }, true, catalogue);
}

/** Columns of what a table of groups tells of each, beside what it comes to; null where none tells that. */
function withoutAttributes(blocks: readonly Block[], fields: readonly Field[], catalogue: Catalogue): ColumnEdit | null {
  const isOne = ({ plain, of }: Measure) => plain === true && of?.op === 'column' && fields.some((f) => f.table === of.table && f.column === of.column);
  const table = blocks.find((b) => b.type === 'chart' && b.view === 'table' && b.measures.filter(isOne).length === fields.length && b.measures.length > fields.length);
  if (table?.type !== 'chart') return null;
  const after = retitled(table, { ...table, measures: table.measures.filter((m) => !isOne(m)) }, catalogue);
  return replaced(blocks, table, after, `Took ${labels(fields)} out of “${after.title}”.`);
}
