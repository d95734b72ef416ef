import type { DuckDBConnection } from '@duckdb/node-api';
import type { Table, TableBinding } from '../binding/binding';
import { CallError, type Connector, type TableRead } from './contract';
import { columnsOf } from './duckdb/columns-of';
import { Database } from './duckdb/database';
import { readTables } from './duckdb/read-tables';
import { runQuery } from './duckdb/run-query';
import type { Query } from './sql/arguments';
import type { ResultRows } from './sql/result-rows';
import { type QueryText, type ResultColumns, SqlConnector, type SqlDatabase } from './sql/sql-connector';

export type DuckdbOptions = {
  /** The binding's identifier in generated code. */
  name: string;
  /** What people call it. */
  title: string;
  /**
   * Fills the database: tables and views of the schema `main` are what generated code sees. It runs before the lock, so
   * it may read files and attach databases (READ_ONLY). Views over files need `SET allowed_paths` here, since they are
   * read after the lock. It runs again where the database broke and has to be opened anew.
   */
  load(connection: DuckDBConnection): Promise<void>;
};

/** A connector over a DuckDB of its own in memory, locked once it is loaded. Its one operation is `sql`. */
export async function openDuckdb(options: DuckdbOptions): Promise<Connector<TableBinding>> {
  const database = new DuckdbDatabase(options);
  await database.open();
  return new SqlConnector({ ...options, dialect: 'DuckDB' }, database);
}

/** One database after the other, since a broken one has to be opened anew. */
class DuckdbDatabase implements SqlDatabase {
  readonly #options: DuckdbOptions;
  #database: Promise<Database> | undefined;

  constructor(options: DuckdbOptions) {
    this.#options = options;
  }

  /** The database, opened at first and after it broke. */
  open(): Promise<Database> {
    if (this.#database) return this.#database;
    const database = Database.open((connection) => this.#options.load(connection));
    this.#database = database;
    database.catch(() => this.#forget(database));
    return database;
  }

  describe(): Promise<Table[]> {
    return this.#with((database) => database.describe());
  }

  reads({ sql }: QueryText): Promise<TableRead[]> {
    return this.#with((database) => database.run(NEVER, (connection) => readTables(connection, sql, database.schema)));
  }

  run(query: Query, signal: AbortSignal): Promise<ResultRows> {
    return this.#with((database) => database.run(signal, (connection) => runQuery(connection, query, database.schema)));
  }

  columns(text: QueryText): Promise<ResultColumns> {
    return this.#with(async (database) => {
      const known = { schema: database.schema, tables: await database.describe() };
      return database.run(NEVER, (connection) => columnsOf(connection, text, known));
    });
  }

  async close(): Promise<void> {
    await this.#database?.then((database) => database.close(), () => {});
  }

  /** DuckDB refuses all work after an error within itself; the next call then gets a new one. */
  async #with<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const opened = this.open();
    const database = await opened;
    try {
      return await work(database);
    } catch (error) {
      if (error instanceof CallError && error.data.code === 'internal') {
        this.#forget(opened);
        database.retire();
      }
      throw error;
    }
  }

  #forget(database: Promise<Database>): void {
    if (this.#database === database) this.#database = undefined;
  }
}

const NEVER = new AbortController().signal;
