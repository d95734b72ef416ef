import { stat } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { FileProblem } from './file-problem';
import { MAX_COLUMNS, MAX_OBJECT_BYTES } from './limits';
import { count } from './count';
import { literal, quoted } from './sql-text';
import type { RawColumn, RawTable } from './stage';

const TOO_LARGE_OBJECT = `A JSON file that is one object can have ${MAX_OBJECT_BYTES / 1024 / 1024} MB. Export the list in it by itself, or one object a line.`;

/**
 * Loads JSON as one table: a list of objects, one object a line, or one object that holds one list of objects.
 * @throws FileProblem where it is not JSON, with the place.
 */
export async function loadJson(connection: DuckDBConnection, path: string, start: string): Promise<RawTable[]> {
  // A list and lines of objects are read object by object; one object that holds all is read as a whole.
  const whole = /^\s*\{/.test(start) && !/^\s*\{.*\}\s*\n\s*\{/.test(start);
  const { size } = await stat(path);
  if (whole && size > MAX_OBJECT_BYTES) throw new FileProblem(TOO_LARGE_OBJECT, { status: 413 });
  const options = whole ? `, format = 'unstructured', maximum_object_size = ${Math.max(size, 1024 * 1024)}` : '';
  try {
    await connection.run(`create table raw_0 as select * from read_json(${literal(path)}, sample_size = -1${options})`);
  } catch (error) {
    const place = /Malformed JSON.*?(at byte .*?)(?:\n|$)/.exec((error as Error).message)?.[1];
    throw new FileProblem(`The file is not valid JSON${place ? ` (${place.replace(/\.\s*$/, '')})` : ''}. Export it again.`, { cause: error });
  }
  const raw = (await unfold(connection)) ? 'raw_1' : 'raw_0';
  const columns = await columnsOf(connection, raw);
  const [rows] = await count(connection, `select count(*)::int from ${raw}`);
  if (columns.length === 0 || !rows![0]) throw new FileProblem('The file has no rows.');
  if (columns.length > MAX_COLUMNS) throw new FileProblem(`The objects have ${columns.length} different keys; up to ${MAX_COLUMNS} can be columns. A list of objects with the same keys makes a table.`);
  return [{ raw, part: null, columns, where: 'true', typed: true, delimiter: null }];
}

/** `{"total": 2, "data": [{…}, {…}]}`: the one list of objects is the table. Returns whether it was so. */
async function unfold(connection: DuckDBConnection): Promise<boolean> {
  const [rows] = await count(connection, 'select count(*)::int from raw_0');
  const lists = (await columnsOf(connection, 'raw_0')).filter((column) => /^STRUCT\(.*\)\[\]$/s.test(column.sqlType));
  if (rows![0] !== 1 || lists.length !== 1) return false;
  await connection.run(`create table raw_1 as select unnest(${lists[0]!.raw}, max_depth := 2) from raw_0`);
  return true;
}

/** The columns of a table whose types the file gave. */
export async function columnsOf(connection: DuckDBConnection, table: string): Promise<RawColumn[]> {
  const described = await connection.runAndReadAll(`describe ${table}`);
  return described.getRowObjectsJson().map((row) => {
    const name = String(row.column_name);
    return { raw: quoted(name), header: name, sqlType: String(row.column_type) };
  });
}
