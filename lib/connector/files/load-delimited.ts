import { open } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { FileProblem } from './file-problem';
import { type Delimited, sniffDelimited } from './delimited';
import { MAX_COLUMNS, SNIFF_BYTES } from './limits';
import { count } from './count';
import { literal, quoted } from './sql-text';
import type { RawTable } from './stage';

/** A longer line is no row of a table; DuckDB's own limit of 2 MB is short for a cell of text. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;
/** Stands around cells without belonging to them. */
const SPACE = ' \t\u00a0';

export type LoadedTable = { table: RawTable; found: Delimited; notes: string[] };

/**
 * Loads a UTF-8 text of rows and cells as the table `raw`, every cell as text. Null where it has no rows of values.
 * A row longer than the first ones keeps what is within their width, and a note says so.
 */
export async function loadDelimited(connection: DuckDBConnection, path: string, raw: string, part: string | null, known?: string): Promise<LoadedTable | null> {
  const start = await beginning(path);
  const found = sniffDelimited(start.text, start.whole, known);
  if (!found) return null;
  if (found.width > MAX_COLUMNS) throw new FileProblem(`The table has ${found.width} columns; up to ${MAX_COLUMNS} can be read. Leave out those that are not needed.`);
  // One more than was seen, so that what lies beyond is noticed and not lost in silence.
  const names = Array.from({ length: found.width + 1 }, (_, index) => `c${index}`);
  const above = found.skipped + (found.hasHeader ? 1 : 0);
  await read(connection, path, raw, names, found.delimiter);
  const [beyond] = await count(connection, `select count(*)::int, min(rowid)::int + 1 from ${raw} where c${found.width} is not null`);
  const notes = beyond![0] ? [`Cells beyond column ${found.width} were left out in ${beyond![0].toLocaleString('en')} of the rows, first in row ${beyond![1]}.`] : [];
  if (found.skipped > 0) notes.push(found.skipped === 1 ? 'The row above the table was left out.' : `The ${found.skipped} rows above the table were left out.`);
  const used = await usedColumns(connection, raw, names.slice(0, -1), found.header, above);
  if (!used) return null;
  return { table: { raw, part, ...used, typed: false, delimiter: found.delimiter }, found, notes };
}

async function read(connection: DuckDBConnection, path: string, raw: string, names: string[], delimiter: string): Promise<void> {
  const columns = names.map((name) => `${literal(name)}: 'VARCHAR'`).join();
  const options = `delim = ${literal(delimiter)}, quote = '"', escape = '"', header = false, auto_detect = false, null_padding = true, strict_mode = false`;
  try {
    await connection.run(
      `create table ${raw} as select ${names.map((name) => `nullif(trim(${name}, ${literal(SPACE)}), '') as ${name}`).join()} from read_csv(${literal(path)}, ${options}, columns = {${columns}}, parallel = false, max_line_size = ${MAX_LINE_BYTES}, buffer_size = ${2 * MAX_LINE_BYTES})`,
    );
  } catch (error) {
    throw new FileProblem('The rows of this file could not be told apart. Save it again as .csv (UTF-8).', { cause: error });
  }
}

/** Columns without a header and without a value come from a delimiter at the end of each row. Null: no values at all. */
async function usedColumns(connection: DuckDBConnection, raw: string, names: string[], header: string[], above: number): Promise<Pick<RawTable, 'columns' | 'where'> | null> {
  const isEmpty = `coalesce(${names.join()}) is null`;
  const [row] = await count(
    connection,
    `select count(*) filter (where ${isEmpty}), ${names.map((name) => `count(${name})`).join()} from ${raw} where rowid >= ${above}`,
  );
  const [empty = 0, ...filled] = row ?? [];
  if (filled.every((values) => values === 0)) return null;
  const columns = names.flatMap((name, index) => {
    const title = header[index]?.trim() ?? '';
    return title === '' && filled[index] === 0 ? [] : [{ raw: quoted(name), header: title, sqlType: 'VARCHAR' }];
  });
  return { columns, where: empty > 0 ? `rowid >= ${above} and not (${isEmpty})` : `rowid >= ${above}` };
}

async function beginning(path: string): Promise<{ text: string; whole: boolean }> {
  const file = await open(path);
  try {
    const buffer = Buffer.alloc(SNIFF_BYTES);
    const { bytesRead } = await file.read(buffer, 0, SNIFF_BYTES, 0);
    return { text: new TextDecoder().decode(buffer.subarray(0, bytesRead)), whole: bytesRead < SNIFF_BYTES };
  } finally {
    await file.close();
  }
}
