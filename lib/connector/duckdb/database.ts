import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Table } from '../../binding/binding';
import { DUCKDB_THREADS, MAX_QUERY_MS, MAX_WAIT_MS, MEMORY_LIMIT } from '../limits';
import { closed } from '../sql/endings';
import type { Schema } from '../sql/known-names';
import { describeTables } from './describe-tables';
import { readSchema } from './read-schema';
import { inSession } from './session';

const SETTINGS = {
  threads: String(DUCKDB_THREADS),
  memory_limit: MEMORY_LIMIT,
  // No directory for what doesn't fit into memory: generated code may not fill the disk.
  temp_directory: '',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
};

/** From here on no statement reaches files, the network or extensions, and none can undo it. */
const LOCK = 'SET enable_external_access = false; SET lock_configuration = true;';

/** A DuckDB in memory, filled and then locked: nothing in it changes any more. */
export class Database {
  readonly schema: Schema;
  readonly #instance: DuckDBInstance;
  readonly #closing = new AbortController();
  #tables: Promise<Table[]> | undefined;

  private constructor(instance: DuckDBInstance, schema: Schema) {
    this.#instance = instance;
    this.schema = schema;
  }

  static async open(load: (connection: DuckDBConnection) => Promise<void>): Promise<Database> {
    const instance = await DuckDBInstance.create(':memory:', SETTINGS);
    try {
      const connection = await instance.connect();
      await load(connection);
      await connection.run(LOCK);
      const schema = await readSchema(connection);
      connection.disconnectSync();
      return new Database(instance, schema);
    } catch (error) {
      instance.closeSync();
      throw error;
    }
  }

  /** Runs `work` on a connection of its own, within the limits. Rejects when `signal` fires or the database is closed. */
  async run<T>(signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw closed();
    return inSession(this.#instance, AbortSignal.any([signal, this.#closing.signal]), work);
  }

  /** One look is enough. */
  describe(): Promise<Table[]> {
    if (this.#closing.signal.aborted) return Promise.reject(closed());
    this.#tables ??= describeTables(this.#instance, this.schema).catch((error: unknown) => {
      this.#tables = undefined;
      throw error;
    });
    return this.#tables;
  }

  /** Ends what runs in it. */
  close(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    this.#instance.closeSync();
  }

  /** Closes it when nothing can run in it any more. */
  retire(): void {
    setTimeout(() => this.close(), MAX_WAIT_MS + MAX_QUERY_MS).unref();
  }
}
