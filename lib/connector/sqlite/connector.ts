import type { Table, TableBinding } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { Connector, TableRead } from '../contract';
import type { Query } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import { namedIn, type Schema, schemaOf } from '../sql/known-names';
import { type Description, lookAtTables } from '../sql/look-at-tables';
import { mayBeMissing, provedIn } from '../sql/nullability';
import { Refusal } from '../sql/refusal';
import { ResultRows } from '../sql/result-rows';
import { type QueryText, type ResultColumns, SqlConnector, type SqlDatabase } from '../sql/sql-connector';
import type { Token } from '../sql/tokens';
import { type SelectReader, withSelect } from '../sql/with-select';
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
  return new SqlConnector({ ...options, dialect: 'SQLite' }, new SqliteDatabase(options));
}

class SqliteDatabase implements SqlDatabase {
  readonly #options: SqliteOptions;
  readonly #sqlite: SqliteProcess;
  readonly #schema: Schema;
  readonly #reader: SelectReader;

  constructor(options: SqliteOptions) {
    this.#options = options;
    this.#sqlite = new SqliteProcess(options.file);
    this.#schema = schemaOf(options.tables);
    this.#reader = { dialect: 'SQLite', explain: (error, { tokens }) => explainError(error, { tokens, ...namedIn(tokens, this.#schema) }) };
  }

  async describe(): Promise<Table[]> {
    return (await describeSqlite(this.#options.file)).tables;
  }

  reads(text: QueryText): Promise<TableRead[]> {
    return withSelect(text, this.#reader, async ({ sql, tokens }) => {
      const { reads } = await this.#sqlite.ask({ sql, own: false, run: false }, NEVER);
      return readsOf(reads, tokens, this.#schema, joinsByName(tokens) ? await this.#named(tokens) : []);
    });
  }

  run({ sql: written, parameters }: Query, signal: AbortSignal): Promise<ResultRows> {
    return withSelect({ sql: written, count: parameters.length }, this.#reader, async ({ sql, tokens }) => {
      const { columns, rows } = await this.#sqlite.ask({ ...withLists(sql, tokens, parameters), own: false, run: true }, signal);
      const names = columnNames(columns.map(({ name }) => name));
      const read = new ResultRows();
      for (const row of rows) read.add(Object.fromEntries(row.map((value, i) => [names[i]!, toJson(value)])));
      return read;
    });
  }

  columns(text: QueryText): Promise<ResultColumns> {
    return withSelect(text, this.#reader, async ({ sql, tokens }) => this.#typed((await this.#sqlite.ask({ sql, own: false, run: false }, NEVER)).columns, tokens));
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

  /** Of a column what it was described as, of an expression what its function says; SQLite tells no types, and then it's any. */
  #typed(columns: readonly SqliteColumn[], tokens: readonly Token[]): ResultColumns {
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
