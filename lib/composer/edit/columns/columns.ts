import { type Catalogue, entityOf, type Field, toPlanField } from '../../catalogue/entity';
import { pathBetween } from '../../catalogue/keys';
import type { RowTable } from '../../plan';

/** The table, or what else shows columns of rows, with more of them: those that can be reached from its rows. */
export function withColumns<T extends Pick<RowTable, 'binding' | 'table' | 'columns'>>(table: T, fields: readonly Field[], catalogue: Catalogue): T {
  const base = entityOf(catalogue, table.binding, table.table);
  const fresh = fields.map((f) => named(f, catalogue)).filter((f) => !table.columns.some((c) => c.table === f.table && c.column === f.column) && isReachable(f));
  return { ...table, columns: [...table.columns, ...fresh.map((f) => ({ ...toPlanField(f), ...(f.label === 'name' && f.table !== table.table && { label: entityOf(catalogue, f.binding, f.table)?.singular ?? f.label }) }))] };

  function isReachable(field: Field): boolean {
    const owner = entityOf(catalogue, field.binding, field.table);
    return base !== null && owner !== null && pathBetween(catalogue, base, owner) !== null;
  }
}

/** Instead of a key, the name of what it points at. */
function named(field: Field, catalogue: Catalogue): Field {
  const owner = entityOf(catalogue, field.binding, field.table);
  const key = owner?.table.foreignKeys.find((k) => k.columns.length === 1 && k.columns[0] === field.column);
  const parent = key ? entityOf(catalogue, field.binding, key.references.table) : null;
  return parent?.title && parent !== owner ? { ...parent.title, label: field.label } : field;
}

/** The table with these columns only, and the name of its rows. */
export function onlyColumns(table: RowTable, fields: readonly { table: string; column: string }[], catalogue: Catalogue): RowTable {
  const title = entityOf(catalogue, table.binding, table.table)?.title;
  const isKept = (c: { table: string; column: string }) => fields.some((f) => f.table === c.table && f.column === c.column) || (c.table === table.table && c.column === title?.column);
  return { ...table, columns: table.columns.filter(isKept) };
}

/** The table without these columns; one always stays. */
export function withoutColumns(table: RowTable, fields: readonly { table: string; column: string }[]): RowTable {
  const kept = table.columns.filter((c) => !fields.some((f) => f.table === c.table && f.column === c.column));
  return kept.length ? { ...table, columns: kept } : table;
}
