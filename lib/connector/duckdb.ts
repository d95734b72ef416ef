import type { DuckDBConnection } from '@duckdb/node-api';
import type { TableBinding } from '../binding/binding';
import { CallError, type CallCheck, type CallResult, type Connector } from './contract';
import { readQuery, readText } from './duckdb/arguments';
import { checkQuery } from './duckdb/check-query';
import { Database } from './duckdb/database';
import { runQuery } from './duckdb/run-query';

export type DuckdbOptions = {
  /** The binding's identifier in generated code. */
  name: string;
  /** What people call it. */
  title: string;
  /**
   * Fills the database: tables and views of the schema `main` are what generated code sees. It runs before the lock, so
   * it may read files and attach databases (READ_ONLY). Views over files need `SET allowed_paths` here, since they are
   * read after the lock. It runs again where the database has to be opened anew.
   */
  load(connection: DuckDBConnection): Promise<void>;
  /** Names the state of what is loaded: when it changes, the next call finds the database loaded anew. */
  edition?(): string;
};

/** A connector over a DuckDB of its own in memory, locked once it is loaded. Its one operation is `sql`. */
export async function openDuckdb(options: DuckdbOptions): Promise<Connector> {
  const connector = new DuckdbConnector(options);
  await connector.open();
  return connector;
}

class DuckdbConnector implements Connector {
  readonly #options: DuckdbOptions;
  #current: { database: Promise<Database>; edition: string | undefined } | undefined;

  constructor(options: DuckdbOptions) {
    this.#options = options;
  }

  /** The database as it should be now: opened at first, when its edition is another one, and after it broke. */
  open(): Promise<Database> {
    const edition = this.#options.edition?.();
    if (this.#current && this.#current.edition === edition) return this.#current.database;
    this.#retire();
    const database = Database.open((connection) => this.#options.load(connection));
    this.#current = { database, edition };
    database.catch(() => {
      if (this.#current?.database === database) this.#current = undefined;
    });
    return database;
  }

  async describe(): Promise<TableBinding> {
    const { name, title } = this.#options;
    const tables = await this.#with((database) => database.describe());
    return { kind: 'tables', name, title, dialect: 'DuckDB', tables };
  }

  async call(operation: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    refuseUnknown(operation);
    const query = readQuery(args);
    const start = performance.now();
    const { rows, units } = await this.#with((database) => database.run(signal, (connection) => runQuery(connection, query, database.schema)));
    return { value: rows, rows: rows.length, bytes: units, ms: performance.now() - start };
  }

  async check(operation: string, args: unknown): Promise<CallCheck> {
    refuseUnknown(operation);
    const { text } = readText(args);
    return this.#with(async (database) => {
      const known = { schema: database.schema, tables: await database.describe() };
      return database.run(NEVER, (connection) => checkQuery(connection, text, known));
    });
  }

  async close(): Promise<void> {
    await this.#current?.database.then((database) => database.close(), () => {});
  }

  /** DuckDB refuses all work after an error within itself; the next call then gets a new one. */
  async #with<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const database = await this.open();
    try {
      return await work(database);
    } catch (error) {
      if (error instanceof CallError && error.data.code === 'internal' && (await this.#current?.database) === database) this.#retire();
      throw error;
    }
  }

  #retire(): void {
    this.#current?.database.then((database) => database.retire(), () => {});
    this.#current = undefined;
  }
}

const NEVER = new AbortController().signal;

function refuseUnknown(operation: string): void {
  if (operation === 'sql') return;
  throw new CallError({ code: 'unknown-operation', message: `There is no operation '${operation.slice(0, 40)}'; a database has 'sql'.`, retryable: false });
}
