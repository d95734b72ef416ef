import type { Board, CalendarBlock, Filter, PlanField, RowTable, Scatter } from '../plan';
import { ColumnNames } from './identifiers';
import { firstRows } from './per-group-query';
import { as, type OutColumn, type QueryText, Select } from './select';
import { columnSql, scaledSql } from './sql';

export type RowsQuery = QueryText & { columns: OutColumn[] };

/** A table's columns, and those that only its drawer shows. */
export function tableQuery(table: RowTable, filters: readonly Filter[]): RowsQuery {
  return rowsQuery(table, distinctFields([...table.columns, ...(table.detail ?? [])]), filters);
}

export function scatterQuery(scatter: Scatter, filters: readonly Filter[]): RowsQuery {
  const select = new Select(scatter, filters);
  const known = [scatter.x, scatter.y, ...(scatter.size ? [scatter.size] : [])].map((field) => `${columnSql(field, select.aliases)} is not null`);
  const fields = [scatter.x, scatter.y, scatter.series, scatter.name, scatter.size ?? null].filter((field) => field !== null);
  // The largest first, so that smaller ones are drawn upon them.
  return rowsQuery({ ...scatter, sort: scatter.size ? { field: scatter.size, descending: true } : null }, fields, filters, known);
}

export function boardQuery(board: Board, filters: readonly Filter[]): RowsQuery {
  return rowsQuery(board, distinctFields([board.by, board.name, ...board.columns]), filters);
}

/** The rows of one month, which is a parameter beside the page's filters. */
export function calendarQuery(calendar: CalendarBlock, filters: readonly Filter[]): RowsQuery {
  const select = new Select(calendar, filters);
  const { sql } = select.aliases;
  const within = `${sql.monthKey(columnSql(calendar.time, select.aliases))} = \${${SHOWN_MONTH}}`;
  const sorted = { ...calendar, sort: { field: calendar.time, descending: false } };
  const { params, ...query } = rowsQuery(sorted, distinctFields([calendar.time, calendar.name, ...calendar.columns]), filters, [within]);
  return { ...query, params: [...params, SHOWN_MONTH] };
}

export const SHOWN_MONTH = 'shownMonth';

type Rows = Pick<RowTable, 'dialect' | 'table' | 'joins' | 'where' | 'filters' | 'sort' | 'limit' | 'perGroup'>;

function rowsQuery(rows: Rows, fields: readonly PlanField[], filters: readonly Filter[], extra: readonly string[] = []): RowsQuery {
  const select = new Select(rows, filters);
  const names = new ColumnNames();
  const columns = fields.map((c) => outField(c, rows, names));
  const { sql } = select.aliases;
  const read = fields.map((c, i) => ({ sql: scaledSql(columnSql(c, select.aliases), c.scale), name: (columns[i] as OutColumn).name }));
  if (rows.perGroup && rows.sort) return { ...firstRows({ ...rows, perGroup: rows.perGroup, sort: rows.sort }, read, filters, names), columns };
  const sorted = (column: string) => (rows.sort?.descending ? sql.descending(column) : column);
  const rest = [...(rows.sort ? [`order by ${sorted(columnSql(rows.sort.field, select.aliases))}`] : []), `limit ${rows.limit}`];
  return { ...select.text(read.map((c) => as(c.sql, c.name, sql)), rest, rows.where, extra), columns };
}

function outField({ table, column, and, label, format, unit, scale }: PlanField, rows: Rows, names: ColumnNames): OutColumn {
  return { name: names.give(...(table === rows.table && !and && !scale ? [column, label] : [label, column])), label, format, ...(unit && { unit }) };
}

/** Each column once, as a query of rows returns them. */
export function distinctFields(fields: readonly PlanField[]): PlanField[] {
  return fields.filter((c, i) => fields.findIndex((d) => d.table === c.table && d.column === c.column) === i);
}
