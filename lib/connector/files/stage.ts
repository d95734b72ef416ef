import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { FileProblem } from './file-problem';
import { kindOf } from './kind';
import { READING_MEMORY } from './limits';
import type { FileKind } from './preview';
import { loadParquet } from './load-parquet';
import { loadText } from './load-text';
import { loadWorkbook } from './load-workbook';
import { literal } from './sql-text';

/** A table as it came: in DuckDB, its columns not yet typed where the file has no types. */
export type RawTable = {
  /** Its name in the stage. */
  raw: string;
  /** What the file calls it: a sheet's name; null where the file is one table. */
  part: string | null;
  columns: RawColumn[];
  /** SQL that is true for rows of values: not for what stands above them, nor for wholly empty ones. */
  where: string;
  /** Whether the file gave the types; a number in quotes is then text on purpose. */
  typed: boolean;
  /** What cuts cells in a file that a person or a program wrote; it hints at how numbers are written there. */
  delimiter: string | null;
};

export type RawColumn = { raw: string; header: string; sqlType: string };

export type Stage = { connection: DuckDBConnection; kind: FileKind; tables: RawTable[]; notes: string[]; close(): Promise<void> };

/** What the loaders are given: a DuckDB that can read `readable` and nothing else once `seal` has run. */
export type Workplace = { connection: DuckDBConnection; folder: string; seal(readable: string[]): Promise<void> };

export type Loaded = { kind: FileKind; tables: RawTable[]; notes: string[] };

/**
 * Opens a file in a DuckDB of its own, in a folder beside the file that `close` removes. `out`, where given, is a
 * database file made there and attached as `out`. DuckDB works in threads of its own, so the server goes on answering.
 * @throws FileProblem
 */
export async function openStage(filePath: string, name: string, out?: string): Promise<Stage> {
  const found = await kindOf(filePath);
  const folder = await mkdtemp(`${path.resolve(filePath)}.stage-`);
  let instance: DuckDBInstance | undefined;
  const close = async () => {
    instance?.closeSync();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    // In memory, since closing a database on disk writes it out and holds up the server; what doesn't fit goes to the folder.
    instance = await DuckDBInstance.create(':memory:', {
      temp_directory: path.join(folder, 'spilled'),
      threads: '2',
      memory_limit: READING_MEMORY,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
    const connection = await instance.connect();
    await connection.run("set timezone = 'UTC'");
    if (out) await connection.run(`attach ${literal(out)} as out`);
    const workplace = { connection, folder, seal: (readable: string[]) => seal(connection, readable) };
    const loaded = await load(found, path.resolve(filePath), name, workplace);
    if (loaded.tables.length === 0) throw new FileProblem('The file has no rows.');
    return { connection, ...loaded, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function load(found: Awaited<ReturnType<typeof kindOf>>, filePath: string, name: string, workplace: Workplace): Promise<Loaded> {
  if (found.kind === 'parquet') return loadParquet(filePath, workplace);
  if (found.kind === 'xlsx') return loadWorkbook(filePath, workplace);
  return loadText(filePath, name, found.encoding, workplace);
}

/** The file is a stranger's; whatever it makes DuckDB do, no other file and no host is in reach. */
async function seal(connection: DuckDBConnection, readable: string[]): Promise<void> {
  await connection.run(`set allowed_paths = [${readable.map(literal).join()}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
}
