import { FileProblem } from './file-problem';
import { MAX_COLUMNS } from './limits';
import { count } from './count';
import { columnsOf } from './load-json';
import { literal } from './sql-text';
import type { Loaded, Workplace } from './stage';

/** Loads a Parquet file; its types are its own. */
export async function loadParquet(path: string, { connection, seal }: Workplace): Promise<Loaded> {
  await seal([path]);
  try {
    await connection.run(`create table raw_0 as select * from read_parquet(${literal(path)})`);
  } catch (error) {
    throw new FileProblem('The Parquet file is broken or of a kind that can’t be read. Export it again.', { cause: error });
  }
  const columns = await columnsOf(connection, 'raw_0');
  const [rows] = await count(connection, 'select count(*)::int from raw_0');
  if (!rows![0]) throw new FileProblem('The file has no rows.');
  if (columns.length > MAX_COLUMNS) throw new FileProblem(`The table has ${columns.length} columns; up to ${MAX_COLUMNS} can be read.`);
  return { kind: 'parquet', tables: [{ raw: 'raw_0', part: null, columns, where: 'true', typed: true, delimiter: null }], notes: [] };
}
