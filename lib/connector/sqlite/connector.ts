import type { Effect, Table, TableBinding } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { CallCheck, CallResult, Connector, TableRead } from '../contract';
import { joinText, type Query, readQuery, readText } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import { namedIn, type Schema, schemaOf } from '../sql/known-names';
import { type Description, lookAtTables } from '../sql/look-at-tables';
import { mayBeMissing, provedIn } from '../sql/nullability';
import { readSelect, type SelectText } from '../sql/read-select';
import { Refusal } from '../sql/refusal';
import { RememberedReads } from '../sql/remembered-reads';
import { refuseUnknown } from '../sql/refuse-unknown';
import { ResultRows } from '../sql/result-rows';
import type { Token } from '../sql/tokens';
import { explainError } from './explain-error';
import { expressionTypes } from './expression-types';
import type { SqliteColumn } from './messages';
import { outlineTables } from './outline-tables';
import { joinsByName, readsOf } from './read-names';
import { SqliteProcess } from './sqlite-process';
import { toJson, typescriptOf, withLists } from './values';

const NEVER = new AbortController().signal;

/** What a SQLite file says of itself. Rejects with a CallError where it can't be read. */
export async function describeSqlite(file: string): Promise<Description> {
  const sqlite = new SqliteProcess(file);
  try {
    const ask = async (sql: string) => (await sqlite.ask({ sql, own: true, run: true }, NEVER)).rows;
    return await lookAtTables(await outlineTables(ask), { ask, quote: (name) => quoted(name, 'SQLite') });
  } catch (error) {
    const explained = explainError(error, { tokens: [], schema: new Map(), tables: [] });
    throw explained instanceof Refusal ? explained.toCallError() : explained;
  } finally {
    await sqlite.close();
  }
}

export type SqliteOptions = {
  /** The binding's identifier in generated code. */
  name: string;
  /** What people call it. */
  title: string;
  /** The path of a file that nobody changes. */
  file: string;
  /** Its tables, as they were described. */
  tables: Table[];
};

/** A connector of a SQLite file. Nothing is opened before something is asked. Its one operation is `sql`. */
export function sqliteConnector(options: SqliteOptions): Connector<TableBinding> {
  return new SqliteConnector(options);
}

class SqliteConnector implements Connector<TableBinding> {
  readonly #options: SqliteOptions;
  readonly #sqlite: SqliteProcess;
  readonly #schema: Schema;
  readonly #reads = new RememberedReads();

  constructor(options: SqliteOptions) {
    this.#options = options;
    this.#sqlite = new SqliteProcess(options.file);
    this.#schema = schemaOf(options.tables);
  }

  /** Its file is opened for reading. */
  effectOf(): Effect {
    return 'read';
  }

  async describe(): Promise<TableBinding> {
    const { name, title, file } = this.#options;
    return { kind: 'tables', name, title, dialect: 'SQLite', tables: (await describeSqlite(file)).tables };
  }

  async reads(operation: string, args: unknown): Promise<TableRead[]> {
    refuseUnknown(operation);
    const { text } = readText(args);
    const sql = joinText(text);
    return this.#reads.get(sql, () =>
      this.#explained(sql, text.length - 1, async ({ sql, tokens }) => {
        const { reads } = await this.#sqlite.ask({ sql, own: false, run: false }, NEVER);
        return readsOf(reads, tokens, this.#schema, joinsByName(tokens) ? await this.#named(tokens) : []);
      }),
    );
  }

  async call(operation: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    refuseUnknown(operation);
    const query = readQuery(args);
    const start = performance.now();
    const { rows, units } = await this.#run(query, signal);
    return { value: rows, rows: rows.length, bytes: units, ms: performance.now() - start };
  }

  async check(operation: string, args: unknown): Promise<CallCheck> {
    refuseUnknown(operation);
    const { text } = readText(args);
    let tokens: readonly Token[] = [];
    try {
      const select = readSelect(joinText(text), text.length - 1, 'SQLite');
      ({ tokens } = select);
      const { columns } = await this.#sqlite.ask({ sql: select.sql, own: false, run: false }, NEVER);
      return { ok: true, columns: this.#typed(columns, tokens) };
    } catch (error) {
      const explained = explainError(error, { tokens, ...namedIn(tokens, this.#schema) });
      if (explained instanceof Refusal) return explained.problem;
      throw explained;
    }
  }

  close(): Promise<void> {
    return this.#sqlite.close();
  }

  /** The tables of the file whose name a query has. */
  async #named(tokens: readonly Token[]): Promise<string[]> {
    const words = tokens.flatMap(({ kind, name, text }) => (kind === 'string' ? [text.slice(1, -1).toLowerCase()] : name ? [name.toLowerCase()] : []));
    const { rows } = await this.#sqlite.ask({ sql: "select name from sqlite_schema where type in ('table', 'view') union all values ('sqlite_schema'), ('sqlite_master')", own: true, run: true }, NEVER);
    const asked = new Set(words);
    return rows.map(([name]) => String(name)).filter((name) => asked.has(name.toLowerCase()));
  }

  async #run({ sql: joined, parameters }: Query, signal: AbortSignal): Promise<ResultRows> {
    return this.#explained(joined, parameters.length, async ({ sql, tokens }) => {
      const { columns, rows } = await this.#sqlite.ask({ ...withLists(sql, tokens, parameters), own: false, run: true }, signal);
      const names = columnNames(columns.map(({ name }) => name));
      const read = new ResultRows();
      for (const row of rows) read.add(Object.fromEntries(row.map((value, i) => [names[i]!, toJson(value)])));
      return read;
    });
  }

  /** Does something with a query. Throws a CallError, with what is wrong where it isn't one. */
  async #explained<T>(joined: string, count: number, work: (select: SelectText) => Promise<T>): Promise<T> {
    let tokens: readonly Token[] = [];
    try {
      const select = readSelect(joined, count, 'SQLite');
      ({ tokens } = select);
      return await work(select);
    } catch (error) {
      const explained = explainError(error, { tokens, ...namedIn(tokens, this.#schema) });
      throw explained instanceof Refusal ? explained.toCallError() : explained;
    }
  }

  /** Of a column what it was described as, of an expression what its function says; SQLite tells no types, and then it's any. */
  #typed(columns: readonly SqliteColumn[], tokens: readonly Token[]): (CallCheck & { ok: true })['columns'] {
    const names = columnNames(columns.map(({ name }) => name));
    const expressions = expressionTypes(tokens, columns.length);
    const proved = provedIn(tokens);
    const isUncertain = mayBeMissing(tokens);
    return columns.map(({ table, column }, i) => {
      const known = this.#options.tables.find(({ name }) => name === table)?.columns.find(({ name }) => name === column);
      const name = names[i]!;
      if (!known) return { name, type: expressions[i]?.type ?? 'any', nullable: expressions[i]?.nullable !== false };
      const nullable = known.nullable && !proved.has(known.name.toLowerCase());
      const typescript = typescriptOf(known.type);
      return { name, type: nullable && typescript !== 'unknown' ? `${typescript} | null` : typescript, nullable: nullable || isUncertain };
    });
  }
}
