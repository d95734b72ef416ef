import type { Dialect } from './binding';

/** What a model has to know of a dialect beside its name: where it differs from others that it also knows. */
export const DIALECT_NOTES: Readonly<Record<Dialect, string>> = {
  DuckDB: "a list as = any(${list}). Numbers of all kinds are numbers, dates ISO strings; a month is strftime(d, '%Y-%m')",
  PostgreSQL: "a list as = any(${list}); cast values where nothing says their type: ${n}::int. Numbers of all kinds are numbers, dates ISO strings; a month is to_char(d, 'YYYY-MM'). Only functions that change nothing may be called",
  SQLite: "a list as in (${list}). Dates are the texts that are stored; a month is strftime('%Y-%m', d)",
  MySQL: "a list as in (${list}). Numbers of all kinds are numbers, dates ISO strings; a month is date_format(d, '%Y-%m')",
};
