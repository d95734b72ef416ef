import type { DuckDBConnection } from '@duckdb/node-api';
import type { Effect, TableBinding } from '../binding/binding';
import { CallError, type CallCheck, type CallResult, type Connector, type TableRead } from './contract';
import { checkQuery } from './duckdb/check-query';
import { Database } from './duckdb/database';
import { readTables } from './duckdb/read-tables';
import { runQuery } from './duckdb/run-query';
import { joinText, readQuery, readText } from './sql/arguments';
import { Refusal } from './sql/refusal';
import { refuseUnknown } from './sql/refuse-unknown';

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
  const connector = new DuckdbConnector(options);
  await connector.open();
  return connector;
}

class DuckdbConnector implements Connector<TableBinding> {
  readonly #options: DuckdbOptions;
  #database: Promise<Database> | undefined;
  /** What queries read, by their text: a program asks the same few again and again. */
  readonly #reads = new Map<string, TableRead[]>();

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

  /** Its databases are read-only. */
  effectOf(): Effect {
    return 'read';
  }

  async describe(): Promise<TableBinding> {
    const { name, title } = this.#options;
    const tables = await this.#with((database) => database.describe());
    return { kind: 'tables', name, title, dialect: 'DuckDB', tables };
  }

  async reads(operation: string, args: unknown): Promise<TableRead[]> {
    refuseUnknown(operation);
    const sql = joinText(readText(args).text);
    const known = this.#reads.get(sql);
    if (known) return known;
    const tables = await this.#with((database) => database.run(NEVER, (connection) => readTables(connection, sql, database.schema))).catch((error: unknown) => {
      throw error instanceof Refusal ? error.toCallError() : error;
    });
    if (this.#reads.size >= MAX_KNOWN_QUERIES) this.#reads.clear();
    this.#reads.set(sql, tables);
    return tables;
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

/** Queries whose tables are remembered. */
const MAX_KNOWN_QUERIES = 500;

const NEVER = new AbortController().signal;
