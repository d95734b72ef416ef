import { toNumber } from '../amount';
import { type Row, type RowSet, fieldOf, readRows } from '../rows';

/** Recharts draws every row; beyond this nobody can tell them apart, and the frame stands still. */
const MAX_CHART_ROWS = 5_000;

/** Rows as recharts can draw them: decimals that came as text are numbers, what is no finite number is a gap. */
export function readChartRows(given: unknown): RowSet {
  const set = readRows(given);
  const rows = set.rows.slice(0, MAX_CHART_ROWS);
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const numeric = keys.filter((key) => isNumeric(rows, key));
  return { ...set, rows: numeric.length === 0 ? rows : rows.map((row) => withNumbers(row, numeric)) };
}

/** Digits alone, without the leading zero of a code. */
const DIGITS = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

function isNumeric(rows: readonly Row[], key: string): boolean {
  const values = rows.map((row) => fieldOf(row, key)).filter((value) => value !== null && value !== undefined);
  const isDrawable = values.every((value) => typeof value === 'number' && Number.isFinite(value));
  return !isDrawable && values.every((value) => typeof value === 'number' || typeof value === 'bigint' || (typeof value === 'string' && DIGITS.test(value)));
}

function withNumbers(row: Row, keys: readonly string[]): Row {
  return { ...row, ...Object.fromEntries(keys.map((key) => [key, toNumber(fieldOf(row, key))])) };
}
