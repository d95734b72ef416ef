import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import path from 'node:path';
import type * as schema from './schema';
import type { Signals } from './signals';

export type Queryable = PgDatabase<PgQueryResultHKT, typeof schema>;

/** An open database with its tables up to date: the embedded one, or a Postgres that other processes may use as well. */
export type Database = {
  db: Queryable;
  signals: Signals;
  /** False where this process is the only one that can have it open. */
  hasOtherProcesses: boolean;
  close(): Promise<void>;
};

/** The rows of a statement that drizzle's builder has no words for. */
export async function rowsOf<T>(db: Queryable, statement: SQL): Promise<T[]> {
  return ((await db.execute(statement)) as { rows: T[] }).rows;
}

/** Where the SQL of the migrations lies; they are read when the store opens. */
export const migrationsFolder = () => path.join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'store', 'migrations');
