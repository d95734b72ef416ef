import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import path from 'node:path';
import { type Database, type Queryable, migrationsFolder } from './database';
import { lockDirectory } from './directory-lock';
import { PgliteThread } from './pglite-thread';
import * as schema from './schema';
import { Signals } from './signals';

/**
 * Opens the embedded database below `dataDir`, which this process then owns.
 * @throws Error with a sentence for a person when another process has it open.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const unlock = lockDirectory(dataDir);
  try {
    const thread = await PgliteThread.open(path.join(dataDir, 'db'));
    const db = drizzle(thread as unknown as PGlite, { schema });
    await migrate(db, { migrationsFolder: migrationsFolder() });
    const close = async () => {
      await thread.close();
      unlock();
    };
    return { db: db as unknown as Queryable, signals: new Signals(), hasOtherProcesses: false, close };
  } catch (error) {
    unlock();
    throw error;
  }
}
