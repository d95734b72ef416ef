import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Table, TableBinding } from '../binding/binding';
import { CallError, type CallCheck, type CallResult, type Connector } from './contract';
import { readQuery, readText } from './duckdb/arguments';
import { checkQuery } from './duckdb/check-query';
import { describeTables } from './duckdb/describe-tables';
import type { Schema } from './duckdb/explain-error';
import { readSchema } from './duckdb/read-schema';
import { runQuery } from './duckdb/run-query';
import { inSession } from './duckdb/session';
import { DUCKDB_THREADS, MEMORY_LIMIT } from './limits';

export type DuckdbOptions = {
  /** The binding's identifier in generated code. */
  name: string;
  /** What people call it. */
  title: string;
  /**
   * Fills the database: tables and views of the schema `main` are what generated code sees. It runs before the lock, so
   * it may read files and attach databases (READ_ONLY). Views over files need `SET allowed_paths` here, since they are
   * read after the lock.
   */
  load(connection: DuckDBConnection): Promise<void>;
};

/** A connector over a DuckDB of its own in memory, locked once it is loaded. Its one operation is `sql`. */
export async function openDuckdb({ name, title, load }: DuckdbOptions): Promise<Connector> {
  const instance = await DuckDBInstance.create(':memory:', SETTINGS);
  try {
    const connection = await instance.connect();
    await load(connection);
    await connection.run(LOCK);
    const schema = await readSchema(connection);
    connection.disconnectSync();
    return new DuckdbConnector(instance, { name, title }, schema);
  } catch (error) {
    instance.closeSync();
    throw error;
  }
}

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

class DuckdbConnector implements Connector {
  readonly #instance: DuckDBInstance;
  readonly #named: { name: string; title: string };
  readonly #schema: Schema;
  #tables: Promise<Table[]> | undefined;

  constructor(instance: DuckDBInstance, named: { name: string; title: string }, schema: Schema) {
    this.#instance = instance;
    this.#named = named;
    this.#schema = schema;
  }

  async describe(): Promise<TableBinding> {
    return { kind: 'tables', ...this.#named, dialect: 'DuckDB', tables: await this.#describeOnce() };
  }

  async call(operation: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    refuseUnknown(operation);
    const query = readQuery(args);
    const start = performance.now();
    const { rows, units } = await inSession(this.#instance, signal, (connection) => runQuery(connection, query, this.#schema));
    return { value: rows, rows: rows.length, bytes: units, ms: performance.now() - start };
  }

  async check(operation: string, args: unknown): Promise<CallCheck> {
    refuseUnknown(operation);
    const { text } = readText(args);
    const tables = await this.#describeOnce();
    return inSession(this.#instance, NEVER, (connection) => checkQuery(connection, text, { schema: this.#schema, tables }));
  }

  async close(): Promise<void> {
    this.#instance.closeSync();
  }

  /** Nothing changes after the lock, so one look is enough. */
  #describeOnce(): Promise<Table[]> {
    this.#tables ??= describeTables(this.#instance, this.#schema).catch((error: unknown) => {
      this.#tables = undefined;
      throw error;
    });
    return this.#tables;
  }
}

const NEVER = new AbortController().signal;

function refuseUnknown(operation: string): void {
  if (operation === 'sql') return;
  throw new CallError({ code: 'unknown-operation', message: `There is no operation '${operation.slice(0, 40)}'; a database has 'sql'.`, retryable: false });
}
