import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool } from 'pg';
import { type Database, type Queryable, migrationsFolder } from './database';
import { openSignals } from './postgres-signals';
import * as schema from './schema';

/** Any number that other programs on the same database are unlikely to lock. */
const MIGRATION_LOCK = 7_384_402_117;

/**
 * Opens a Postgres database, which other processes may use at the same time.
 * @throws Error with a sentence for a person where it can't be reached.
 */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new Pool({ connectionString: url });
  // The pool replaces a lost connection by itself; without a listener the loss would end the process.
  pool.on('error', (error) => console.error(`Connection to the database lost: ${error.message}`));
  try {
    await migrateAlone(pool);
    const { signals, close } = await openSignals(url, pool);
    const db = drizzle(pool, { schema });
    return {
      db: db as unknown as Queryable,
      signals,
      hasOtherProcesses: true,
      async close() {
        await close();
        await pool.end();
      },
    };
  } catch (cause) {
    await pool.end();
    const { message, code } = cause as Error & { code?: string };
    // Where a name has several addresses and none answers, Node's error has a code and no words.
    throw new Error(`The database of DATABASE_URL can’t be opened: ${message || code}`, { cause });
  }
}

/** Processes that start together take turns; the second finds nothing left to do. */
async function migrateAlone(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  } catch (error) {
    client.release(true); // Closing the connection gives the lock back too.
    throw error;
  }
}
