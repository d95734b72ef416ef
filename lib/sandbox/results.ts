/** Rows that an interface was given lately. `title` says what they are, in words. */
export type Table = { title: string; rows: Record<string, unknown>[] };

/** Results kept for being saved: more than any screen shows at a time. */
const MAX_RESULTS = 30;

/** What an interface was given, each by what it asked for: the host has it from its own server, not from the interface. */
export class Results {
  readonly #tables = new Map<string, Table>();

  /** `name` is the function that asked. Of what isn't a list of records nothing is kept. */
  add(name: string, value: unknown): void {
    this.#tables.delete(name);
    if (!isTable(value)) return;
    this.#tables.set(name, { title: titleOf(name), rows: value });
    if (this.#tables.size > MAX_RESULTS) this.#tables.delete(this.#tables.keys().next().value!);
  }

  /** The latest of each function, in the order they came. */
  list(): Table[] {
    return [...this.#tables.values()];
  }
}

function isTable(value: unknown): value is Table['rows'] {
  return Array.isArray(value) && value.length > 0 && value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row));
}

/** `openOrdersByRegion` as a person writes it. */
function titleOf(name: string): string {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').replaceAll('_', ' ').toLowerCase().trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** All rows as CSV, with every column that one of them has, the way spreadsheets read it. No cell is taken for a formula. */
export function csvOf({ rows }: Table): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [columns.map(cellOf), ...rows.map((row) => columns.map((column) => cellOf(Object.hasOwn(row, column) ? row[column] : null)))];
  // The mark by which spreadsheets know the encoding.
  return `\ufeff${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const plain = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(?:\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
