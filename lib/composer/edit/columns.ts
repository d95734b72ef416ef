import { type Catalogue, entityOf, type Field, toPlanField } from '../catalogue/entity';
import { pathBetween } from '../catalogue/keys';
import type { RowTable } from '../plan';

/** The table with more columns, those that can be reached from its rows. */
export function withColumns(table: RowTable, fields: readonly Field[], catalogue: Catalogue): RowTable {
  const base = entityOf(catalogue, table.binding, table.table);
  const fresh = fields.filter((f) => !table.columns.some((c) => c.table === f.table && c.column === f.column) && isReachable(f));
  return { ...table, columns: [...table.columns, ...fresh.map((f) => ({ ...toPlanField(f), ...(f.label === 'name' && f.table !== table.table && { label: entityOf(catalogue, f.binding, f.table)?.singular ?? f.label }) }))] };

  function isReachable(field: Field): boolean {
    const owner = entityOf(catalogue, field.binding, field.table);
    return base !== null && owner !== null && pathBetween(catalogue, base, owner) !== null;
  }
}

/** The table without these columns; one always stays. */
export function withoutColumns(table: RowTable, fields: readonly { table: string; column: string }[]): RowTable {
  const kept = table.columns.filter((c) => !fields.some((f) => f.table === c.table && f.column === c.column));
  return kept.length ? { ...table, columns: kept } : table;
}
