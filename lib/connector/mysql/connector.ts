import type { Effect, Table, TableBinding } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { CallCheck, CallResult, Connector, TableRead } from '../contract';
import { joinText, type Query, readQuery, readText } from '../sql/arguments';
import { columnNames } from '../sql/column-names';
import type { DatabaseServer } from '../sql/database-server';
import { namedIn, type Schema, schemaOf } from '../sql/known-names';
import { type Description, lookAtTables } from '../sql/look-at-tables';
import { provedIn } from '../sql/nullability';
import { readSelect } from '../sql/read-select';
import { Refusal } from '../sql/refusal';
import { RememberedReads } from '../sql/remembered-reads';
import { refuseUnknown } from '../sql/refuse-unknown';
import { ResultRows } from '../sql/result-rows';
import type { Token } from '../sql/tokens';
import { withoutPassword } from '../sql/without-password';
import { explainError } from './explain-error';
import { outlineTables } from './outline-tables';
import { refuseFunctions } from './refuse-functions';
import { readTables } from './read-tables';
import { checkRights } from './rights';
import type { Session } from './session';
import { Sessions } from './sessions';
import { formOf, type ResultField, withMarks } from './values';

/** Milliseconds after which a login's rights are looked at again: somebody may have granted it more. */
const RIGHTS_MS = 60_000;

const NEVER = new AbortController().signal;

/** What a MySQL or MariaDB database says of itself. Rejects with a CallError, also where its login could change something. */
export async function describeMysql(server: DatabaseServer): Promise<Description> {
  const sessions = new Sessions(server);
  try {
    return await withoutPassword(server.password)(async () => {
      const outlines = await sessions.run(NEVER, async (session) => {
        await checkRights(session, server);
        return outlineTables(session, server);
      });
      const ask = (sql: string) => sessions.run(NEVER, (session) => session.ask(sql));
      return lookAtTables(outlines, { ask, quote: (name) => quoted(name, 'MySQL') });
    });
  } finally {
    await sessions.close();
  }
}

export type MysqlOptions = {
  /** The binding's identifier in generated code. */
  name: string;
  /** What people call it. */
  title: string;
  server: DatabaseServer;
  /** Its tables, as they were described. */
  tables: Table[];
};

/** A connector of a MySQL or MariaDB database. Nothing is connected to before something is asked. Its one operation is `sql`. */
export function mysqlConnector(options: MysqlOptions): Connector<TableBinding> {
  return new MysqlConnector(options);
}

class MysqlConnector implements Connector<TableBinding> {
  readonly #options: MysqlOptions;
  readonly #sessions: Sessions;
  readonly #schema: Schema;
  readonly #clean: ReturnType<typeof withoutPassword>;
  readonly #reads = new RememberedReads();
  #checkedAt = -Infinity;

  constructor(options: MysqlOptions) {
    this.#options = options;
    this.#sessions = new Sessions(options.server);
    this.#schema = schemaOf(options.tables);
    this.#clean = withoutPassword(options.server.password);
  }

  /** Its login can't write. */
  effectOf(): Effect {
    return 'read';
  }

  async describe(): Promise<TableBinding> {
    const { name, title, server } = this.#options;
    return { kind: 'tables', name, title, dialect: 'MySQL', tables: (await describeMysql(server)).tables };
  }

  async reads(operation: string, args: unknown): Promise<TableRead[]> {
    refuseUnknown(operation);
    const { text } = readText(args);
    const sql = joinText(text);
    return this.#reads.get(sql, () => this.#run(NEVER, (session) => readTables(session, sql, text.length - 1, this.#options.server.database)));
  }

  async call(operation: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    refuseUnknown(operation);
    const query = readQuery(args);
    const start = performance.now();
    const { rows, units } = await this.#run(signal, (session) => runQuery(session, query, this.#schema));
    return { value: rows, rows: rows.length, bytes: units, ms: performance.now() - start };
  }

  async check(operation: string, args: unknown): Promise<CallCheck> {
    refuseUnknown(operation);
    const { text } = readText(args);
    return this.#run(NEVER, (session) => checkQuery(session, text, this.#schema));
  }

  close(): Promise<void> {
    return this.#sessions.close();
  }

  #run<T>(signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#clean(() =>
      this.#sessions.run(signal, async (session) => {
        if (performance.now() - this.#checkedAt > RIGHTS_MS) {
          await checkRights(session, this.#options.server);
          this.#checkedAt = performance.now();
        }
        return work(session);
      }),
    );
  }
}

async function runQuery(session: Session, { sql: joined, parameters }: Query, schema: Schema): Promise<ResultRows> {
  let tokens: readonly Token[] = [];
  try {
    const select = readSelect(joined, parameters.length, 'MySQL');
    ({ tokens } = select);
    refuseFunctions(tokens);
    const { sql, values } = withMarks(select.sql, tokens, parameters);
    const read = new ResultRows();
    let shape: { names: string[]; forms: ReturnType<typeof formOf>[] } | null = null;
    await session.run(sql, values, (row, fields) => {
      shape ??= { names: columnNames(fields.map(({ name }) => name)), forms: fields.map(formOf) };
      const { names, forms } = shape;
      read.add(Object.fromEntries(row.map((value, i) => [names[i]!, forms[i]!.toJson(value)])));
    });
    return read;
  } catch (error) {
    const explained = explainError(error, { tokens, ...namedIn(tokens, schema) });
    throw explained instanceof Refusal ? explained.toCallError() : explained;
  }
}

async function checkQuery(session: Session, text: readonly string[], schema: Schema): Promise<CallCheck> {
  let tokens: readonly Token[] = [];
  try {
    const select = readSelect(joinText(text), text.length - 1, 'MySQL');
    ({ tokens } = select);
    refuseFunctions(tokens);
    return { ok: true, columns: typed(await session.prepare(withMarks(select.sql, tokens).sql), tokens) };
  } catch (error) {
    const explained = explainError(error, { tokens, ...namedIn(tokens, schema) });
    if (explained instanceof Refusal) return explained.problem;
    throw explained;
  }
}

const NOT_NULL = 1;

/** What can be null says so in its type, where it's a column. Of an expression nearly all can be, and then the type is the plain one. */
function typed(fields: readonly ResultField[], tokens: readonly Token[]): (CallCheck & { ok: true })['columns'] {
  const names = columnNames(fields.map(({ name }) => name));
  const proved = provedIn(tokens);
  return fields.map((field, i) => {
    const { typescript } = formOf(field);
    const nullable = (field.flags & NOT_NULL) === 0 && !proved.has(field.orgName.toLowerCase());
    const plain = !field.orgTable || typescript === 'unknown' || typescript === 'null' || !nullable;
    return { name: names[i]!, type: plain ? typescript : `${typescript} | null`, nullable };
  });
}
