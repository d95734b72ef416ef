/** Whether two results are the same rows, whatever their columns are called and however a label is written. */

export type Cell = string | number | null;
export type Rows = Cell[][];

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Two writings of one value become one: "Mar 2026" and 2026-03-01, "1.50" and 1.5, "None" and null. */
export function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || value === 'None') return null;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return value;
  const text = String(value);
  if (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  const hour = /^(\d{2}):00$/.exec(text);
  if (hour) return Number(hour[1]);
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)\S*)?)?$/.exec(text);
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3] ?? '01', iso[4]);
  const quarter = /^Q([1-4]) (\d{4})$/.exec(text);
  if (quarter) return dayOf(quarter[2]!, String(Number(quarter[1]) * 3 - 2).padStart(2, '0'), '01');
  const worded = /^(?:(\d{1,2}) )?([A-Z][a-z]{2}) (\d{4})$/.exec(text);
  const month = worded ? MONTHS.indexOf(worded[2]!.toLowerCase()) + 1 : 0;
  if (worded && month > 0) return dayOf(worded[3]!, String(month).padStart(2, '0'), (worded[1] ?? '1').padStart(2, '0'));
  return text;
}

/** The first of January reads like its year, since a year may be written as a number. */
function dayOf(year: string, month: string, day: string, time?: string): Cell {
  const clock = time && !/^00:00(:00)?$/.test(time) ? ` ${time.length === 5 ? `${time}:00` : time}` : '';
  return month === '01' && day === '01' && clock === '' ? Number(year) : `${year}-${month}-${day}${clock}`;
}

export function rowsOf(value: unknown): { columns: string[]; rows: Rows } {
  const list = (Array.isArray(value) ? value : ((value as { rows?: unknown[] } | null)?.rows ?? [])) as Record<string, unknown>[];
  const columns = Object.keys(list[0] ?? {});
  return { columns, rows: list.map((row) => columns.map((column) => cellOf(row[column]))) };
}

/** A program rounds what it shows to two digits after the point, and may say 12 % where another says 0.12. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return near(a, b) || near(a, b * 100);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(1e-6 * Math.abs(b), Math.abs(Math.round(a * 100) - a * 100) < 1e-6 ? 0.00501 : 0);
}

/** Are there columns of `got` that are, taken together, the wanted rows? Other columns of `got` don't matter. */
export function holds(got: Rows, wanted: Rows, ordered = false): boolean {
  if (got.length !== wanted.length) return false;
  if (wanted.length === 0) return true;
  const width = wanted[0]!.length;
  const candidates = Array.from({ length: width }, (_, w) => {
    const column = sorted(wanted.map((row) => row[w]!));
    return (got[0] ?? []).map((_cell, g) => g).filter((g) => sorted(got.map((row) => row[g]!)).every((cell, i) => sameCell(cell, column[i]!)));
  });
  const choose = (chosen: number[]): boolean => {
    if (chosen.length === width) return sameRows(got.map((row) => chosen.map((g) => row[g]!)), wanted, ordered);
    return candidates[chosen.length]!.some((g) => !chosen.includes(g) && choose([...chosen, g]));
  };
  return choose([]);
}

function sameRows(got: Rows, wanted: Rows, ordered: boolean): boolean {
  // Texts first: numbers may differ in their last digits.
  const isNumeric = (column: number) => Number(wanted.every((row) => typeof row[column] === 'number'));
  const order = (wanted[0] ?? []).map((_, i) => i).toSorted((i, j) => isNumeric(i) - isNumeric(j));
  const byCells = (x: Cell[], y: Cell[]) => order.map((i) => compareCells(x[i]!, y[i]!)).find((difference) => difference !== 0) ?? 0;
  const [a, b] = ordered ? [got, wanted] : [got.toSorted(byCells), wanted.toSorted(byCells)];
  return a.every((row, i) => row.every((cell, j) => sameCell(cell, b[i]![j]!)));
}

function sorted(cells: Cell[]): Cell[] {
  return cells.toSorted(compareCells);
}

function compareCells(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a < typeof b ? -1 : 1;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}
