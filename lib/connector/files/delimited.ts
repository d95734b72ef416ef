/** What was found in the beginning of a text of rows and cells. */
export type Delimited = { delimiter: string; width: number; skipped: number; hasHeader: boolean; header: string[] };

/** In this order where several fit equally: a comma also stands inside numbers, a tab hardly in anything. */
const DELIMITERS = ['\t', ';', '|', ','];
const LOOKED_AT = 200;

/** Finds delimiter, width and header in the first part of a text. `whole` says that the text is not cut off, `known` the delimiter. Null: no rows. */
export function sniffDelimited(text: string, whole: boolean, known?: string): Delimited | null {
  const body = text.replace(/^\uFEFF/, '');
  const said = /^sep=(.)\r?\n/i.exec(body)?.[1];
  const readings = (known ? [known] : said ? [said] : DELIMITERS).map((delimiter) => reading(body, delimiter, whole));
  const best = readings.reduce((a, b) => (b.fit > a.fit ? b : a));
  // Nothing cuts these rows into cells: one column, cut by what doesn't occur in its first rows.
  const { rows, delimiter } = best.fit > 0 || known ? best : reading(body, DELIMITERS.find((one) => !body.includes(one)) ?? '\t', whole);
  if (rows.length === 0) return null;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 1);
  const skipped = titleRows(rows, said !== undefined);
  const first = rows[skipped] ?? [];
  const hasHeader = looksLikeHeader(first, rows.slice(skipped + 1));
  return { delimiter, width, skipped, hasHeader, header: hasHeader ? first : [] };
}

/** The rows as cut by one delimiter; `fit` is the share of rows that have the usual width, 0 where that is 1. */
function reading(text: string, delimiter: string, whole: boolean) {
  const rows = parseRows(text, delimiter, whole);
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return { rows, delimiter, fit: usual === 1 ? 0 : count / rows.length };
}

/** The first rows as cells, without wholly empty ones; a last row that may be cut off is left out. */
export function parseRows(text: string, delimiter: string, whole: boolean, most = LOOKED_AT): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
    cell = '';
  };
  for (let index = 0; index < text.length && rows.length < most; index++) {
    const char = text[index]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[index + 1] === '"') cell += text[index++];
      else quoted = false;
    } else if (char === '"' && cell === '') quoted = true;
    else if (char === delimiter) {
      row.push(cell);
      cell = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text[index + 1] === '\n') index++;
      endRow();
    } else cell += char;
  }
  if (whole && rows.length < most) endRow();
  return rows;
}

/** Rows above a table with one filled cell (a title, a date), where the table has three columns or more. */
function titleRows(rows: string[][], sepLine: boolean): number {
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== '').length);
  const usual = [...filled].sort((a, b) => a - b)[Math.floor(filled.length / 2)]!;
  const start = sepLine ? 1 : 0;
  if (usual < 3) return start;
  const first = filled.findIndex((count, index) => index >= start && count > 1);
  return Math.max(start, first);
}

const LIKE_DATA = /^[-+(]?[€$£]?\s?\d|^(true|false|yes|no|null)$/i;

/** A header is a row of words (or years) above rows; where the row below is all words too, words that don't repeat. */
function looksLikeHeader(first: string[], below: string[][]): boolean {
  const cells = first.map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0 || new Set(filled).size < filled.length - 1) return false;
  const words = filled.filter((cell) => !LIKE_DATA.test(cell));
  const yearsOrWords = filled.every((cell) => !LIKE_DATA.test(cell) || isYear(cell));
  if (words.length === 0) return false;
  if (words.length === filled.length) return !repeats(cells, below);
  return yearsOrWords && below.some((row) => row.some((cell, index) => isYear(cells[index] ?? '') && !isYear(cell.trim())));
}

/** A "header" whose every word comes again in its own column is a row. */
function repeats(cells: string[], below: string[][]): boolean {
  return below.length > 0 && cells.every((cell, index) => cell !== '' && below.some((row) => row[index]?.trim() === cell));
}

function isYear(cell: string): boolean {
  return /^(19|20)\d\d$/.test(cell);
}
