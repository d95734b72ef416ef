import type { Effect, Table, TableBinding } from '../../binding/binding';
import { CallError, type CallCheck, type CallResult, type Connector, type TableRead } from '../contract';
import { joinText, type Query, readQuery, readText } from './arguments';
import { Refusal } from './refusal';
import { RememberedReads } from './remembered-reads';
import type { ResultRows } from './result-rows';

export type ResultColumns = (CallCheck & { ok: true })['columns'];

/** A query without its values: its pieces joined by `$1` to `$count`. */
export type QueryText = { sql: string; count: number };

/** A database that is asked by one SELECT at a time. Each of these throws a Refusal that says what is wrong with the query, or a CallError. */
export interface SqlDatabase {
  /** Its tables, looked at anew. */
  describe(): Promise<Table[]>;
  /** What a query reads, tables by their names in the binding. */
  reads(text: QueryText): Promise<TableRead[]>;
  run(query: Query, signal: AbortSignal): Promise<ResultRows>;
  /** The columns of a query that isn't run, with their TypeScript types. */
  columns(text: QueryText): Promise<ResultColumns>;
  close(): Promise<void>;
}

/** `name`: the binding's identifier in generated code. `title`: what people call it. */
export type SqlBinding = Pick<TableBinding, 'name' | 'title' | 'dialect'>;

/** A connector of a database, whatever its kind. Its one operation is `sql`. */
export class SqlConnector implements Connector<TableBinding> {
  readonly #binding: SqlBinding;
  readonly #database: SqlDatabase;
  readonly #reads = new RememberedReads();

  constructor({ name, title, dialect }: SqlBinding, database: SqlDatabase) {
    this.#binding = { name, title, dialect };
    this.#database = database;
  }

  /** No database here can be written to: by its login, or as its file is opened. */
  effectOf(): Effect {
    return 'read';
  }

  async describe(): Promise<TableBinding> {
    return { kind: 'tables', ...this.#binding, tables: await this.#database.describe() };
  }

  async reads(operation: string, args: unknown): Promise<TableRead[]> {
    refuseUnknown(operation);
    const text = textOf(args);
    return asCall(this.#reads.get(text.sql, () => this.#database.reads(text)));
  }

  async call(operation: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    refuseUnknown(operation);
    const query = readQuery(args);
    const start = performance.now();
    const { rows, units } = await asCall(this.#database.run(query, signal));
    return { value: rows, rows: rows.length, bytes: units, ms: performance.now() - start };
  }

  async check(operation: string, args: unknown): Promise<CallCheck> {
    refuseUnknown(operation);
    try {
      return { ok: true, columns: await this.#database.columns(textOf(args)) };
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#database.close();
  }
}

function refuseUnknown(operation: string): void {
  if (operation === 'sql') return;
  throw new CallError({ code: 'unknown-operation', message: `There is no operation '${operation.slice(0, 40)}'; a database has 'sql'.`, retryable: false });
}

function textOf(args: unknown): QueryText {
  const { text } = readText(args);
  return { sql: joinText(text), count: text.length - 1 };
}

/** A query that was refused is a call that failed. */
async function asCall<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Refusal ? error.toCallError() : error;
  }
}
