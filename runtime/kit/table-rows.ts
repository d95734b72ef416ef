import { toNumber } from './amount';
import type { Column } from './columns';
import { asText } from './format';
import { toDate } from './moment';
import { type Row, fieldOf } from './rows';

export type Sort = { key: string; direction: 'asc' | 'desc' };

/** Rows in order, those without a value last either way. The order given is kept among equals. */
export function sortRows(rows: readonly Row[], sort: Sort | null, columns: readonly Column[]): Row[] {
  const column = sort && columns.find((each) => each.key === sort.key);
  if (!column) return [...rows];
  const sign = sort.direction === 'desc' ? -1 : 1;
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  const keyed = rows.map((row) => ({ row, value: sortValue(fieldOf(row, column.key), column) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    if (typeof a.value === 'number' && typeof b.value === 'number') return sign * (a.value - b.value);
    return sign * collator.compare(String(a.value), String(b.value));
  });
  return keyed.map(({ row }) => row);
}

function sortValue(value: unknown, column: Column): number | string | null {
  if (value === null || value === undefined || value === '') return null;
  if (column.kind === 'number') return toNumber(value);
  if (column.kind === 'date') return toDate(value as string)?.getTime() ?? null;
  return asText(value);
}

/** What a click on a header does: numbers and dates start with the most, a third click gives the first order back. */
export function nextSort(sort: Sort | null, column: Column): Sort | null {
  const first = column.kind === 'number' || column.kind === 'date' ? 'desc' : 'asc';
  if (sort?.key !== column.key) return { key: column.key, direction: first };
  return sort.direction === first ? { key: column.key, direction: first === 'asc' ? 'desc' : 'asc' } : null;
}

/** Rows in which every word of the query occurs, in whichever column. */
export function searchRows(rows: readonly Row[], query: string, columns: readonly Column[]): readonly Row[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = columns.map((column) => column.text(row)).join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export type TablePage = { rows: Row[]; page: number; pages: number; from: number; to: number; total: number };

/** One page of rows; a page that is no more there is the last one. `from` and `to` count from 1. */
export function pageOf(rows: readonly Row[], page: number, size: number): TablePage {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const current = Math.min(Math.max(0, page), pages - 1);
  const shown = rows.slice(current * size, (current + 1) * size);
  return { rows: shown, page: current, pages, from: rows.length === 0 ? 0 : current * size + 1, to: current * size + shown.length, total: rows.length };
}
