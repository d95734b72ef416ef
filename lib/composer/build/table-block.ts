import { type Catalogue, type Entity, entityOf, type Field, fieldOf, toPlanField } from '../catalogue/entity';
import { worthOf } from '../catalogue/measures';
import type { Condition, PlanField, RowTable } from '../plan';
import type { Unjoined } from './reach';
import { rowsTitle } from './titles';

/** What a person scrolls through at most; the rest is for filters. */
export const MAX_TABLE_ROWS = 1000;
/** More columns don't fit on a screen. */
const MAX_COLUMNS = 8;
/** As many as a Plan takes. */
const MAX_DETAILS = 60;

export type TableOptions = {
  columns?: readonly Field[];
  sort?: { field: Field; descending: boolean } | null;
  limit?: number | null;
  title?: string;
  /** A click on a row opens it with all of its columns. */
  detail?: boolean;
  /** Shown beside the table's usual columns. */
  also?: readonly PlanField[];
};

export function tableBlock(base: Entity, where: readonly Condition[], catalogue: Catalogue, options: TableOptions = {}): Unjoined<RowTable> {
  const all = options.columns?.length ? withTitle(base, options.columns, catalogue) : columnsOf(base, catalogue, options.also ?? []);
  const open = all.filter((c) => !isSettled(c, where));
  const columns = options.columns?.length || open.length === 0 ? all : open;
  const sort = options.sort ?? defaultSort(base) ?? null;
  const limit = options.limit ?? MAX_TABLE_ROWS;
  return {
    type: 'table',
    title: options.title ?? rowsTitle(base, where, catalogue),
    binding: base.binding,
    dialect: base.dialect,
    table: base.table.name,
    where: [...where],
    columns: distinct([...columns, ...(options.columns?.length && options.sort ? [options.sort.field].map(toPlanField) : [])]),
    sort: sort && { field: toPlanField(sort.field), descending: sort.descending },
    limit,
    capped: options.limit == null && base.table.rows > limit,
    ...(options.detail && openedRow(base, catalogue)),
  };
}

/** What a click on a row opens: all that it has, and what kind of thing it belongs to. */
export function openedRow(base: Entity, catalogue: Catalogue): Pick<RowTable, 'detail' | 'row'> {
  const parents = base.table.foreignKeys.flatMap((key) => entityOf(catalogue, base.binding, key.references.table) ?? []).filter((parent) => parent !== base && parent.title);
  const kinds = parents.flatMap((parent) => parent.fields.filter(({ role }) => role === 'category' || role === 'place').map((field) => ({ ...toPlanField(field), label: `${parent.singular} ${field.label}` })));
  return {
    detail: distinct([...base.fields.map(toPlanField), ...kinds]).slice(0, MAX_DETAILS),
    row: { called: base.singular, key: base.key?.column ?? null, title: base.title?.column ?? null },
  };
}

/** A table of open orders needs no column that says "open" in every row. */
function isSettled(column: PlanField, where: readonly Condition[]): boolean {
  return where.some((c) => c.op === 'is' && c.values.length === 1 && c.field.table === column.table && c.field.column === column.column);
}

/** A row is recognised by its name, so the columns that were asked for come with it. */
function withTitle(base: Entity, columns: readonly Field[], catalogue: Catalogue): PlanField[] {
  const title = base.title ?? base.key;
  const named = title && columns.some((f) => f.table === title.table && f.column === title.column);
  const fields = title && !named ? [title, ...columns] : columns;
  return fields.map((f) => {
    const owner = f.table === base.table.name ? null : entityOf(catalogue, f.binding, f.table);
    return owner ? asParent(f, owner) : toPlanField(f);
  });
}

/** Of places and of what things are of, so many; then come the numbers. */
const FIRST_PICK = 3;

/** The row's own name, whose it is, its states, its numbers, when it was. */
export function columnsOf(base: Entity, catalogue: Catalogue, also: readonly PlanField[]): PlanField[] {
  const { title } = base;
  const isName = (f: Field) => title !== null && (f.column === title.column || f.column === title.and);
  const own = base.fields.filter((f) => !isForeign(base, f));
  const pick = (roles: Field['role'][]) => own.filter((f) => roles.includes(f.role) && !isName(f) && f !== base.key);
  const [kinds, places, numbers] = [pick(['status', 'category']), pick(['place']), pick(['measure'])];
  const ordered: PlanField[] = [
    ...(base.key && own.includes(base.key) && !isName(base.key) ? [toPlanField(base.key)] : []),
    ...(title ? [toPlanField(title)] : []),
    ...parentTitles(base, catalogue),
    ...also,
    ...[...kinds.slice(0, FIRST_PICK), ...places.slice(0, FIRST_PICK), ...numbers, ...kinds.slice(FIRST_PICK), ...places.slice(FIRST_PICK), ...pick(['time']), ...pick(['flag']), ...pick(['text', 'id'])].map(toPlanField),
  ];
  const kept = distinct(ordered).slice(0, MAX_COLUMNS);
  const time = base.time && toPlanField(base.time);
  const complete = time && !kept.some((f) => f.column === time.column && f.table === time.table) ? [...kept.slice(0, MAX_COLUMNS - 1), time] : kept;
  return complete.length ? complete : base.fields.slice(0, MAX_COLUMNS).map(toPlanField);
}

function isForeign(base: Entity, field: Field): boolean {
  return base.table.foreignKeys.some((key) => key.columns.includes(field.column) && !base.table.primaryKey.includes(field.column));
}

/** Instead of `customer_id`, the customer's name. */
function parentTitles(base: Entity, catalogue: Catalogue): PlanField[] {
  return base.table.foreignKeys.flatMap((key) => {
    const parent = entityOf(catalogue, base.binding, key.references.table);
    const keyField = key.columns.length === 1 ? fieldOf(base, key.columns[0] as string) : null;
    if (!parent || parent === base) return keyField ? [toPlanField(keyField)] : [];
    if (!parent.title) return keyField ? [toPlanField(keyField)] : [];
    return [asParent(parent.title, parent)];
  });
}

/** Another table's "name" is called by what it names: "customer". */
function asParent(field: Field, owner: Entity): PlanField {
  return { ...toPlanField(field), label: field.label === 'name' || field.label === 'title' ? owner.singular : field.label };
}

function defaultSort(base: Entity): TableOptions['sort'] {
  if (base.time) return { field: base.time, descending: true };
  const worth = worthOf(base);
  if (base.title) return { field: base.title, descending: false };
  return worth ? { field: worth, descending: true } : null;
}

function distinct(columns: readonly PlanField[]): PlanField[] {
  return columns.filter((c, i) => columns.findIndex((d) => d.table === c.table && d.column === c.column) === i);
}
