import type { Effect, Table, TableBinding } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { CallCheck, CallResult, Connector, TableRead } from '../contract';
import { joinText, readQuery, readText } from '../sql/arguments';
import type { DatabaseServer } from '../sql/database-server';
import { type Description, lookAtTables } from '../sql/look-at-tables';
import { RememberedReads } from '../sql/remembered-reads';
import { refuseUnknown } from '../sql/refuse-unknown';
import { withoutPassword } from '../sql/without-password';
import { checkQuery } from './check-query';
import { type KnownDatabase, knownDatabase } from './known';
import { outlineTables } from './outline-tables';
import { readTables } from './read-tables';
import { checkRights } from './rights';
import { runQuery } from './run-query';
import { Sessions } from './sessions';
import { Types } from './types';

/** Milliseconds after which a login's rights are looked at again: somebody may have granted it more. */
const RIGHTS_MS = 60_000;

const NEVER = new AbortController().signal;

/** What a PostgreSQL database says of itself. Rejects with a CallError, also where its login could change something. */
export async function describePostgres(server: DatabaseServer): Promise<Description> {
  const sessions = new Sessions(server);
  try {
    return await withoutPassword(server.password)(async () => {
      const { outlines, rights } = await sessions.run(NEVER, async (session) => {
        const rights = await checkRights(session, server);
        return { rights, outlines: await outlineTables(session, await Types.read(session), server.schemas) };
      });
      const ask = (sql: string) => sessions.run(NEVER, (session) => session.ask(sql));
      const { tables, notes } = await lookAtTables(outlines, { ask, quote: (name) => quoted(name, 'PostgreSQL') });
      return { tables, notes: [...rights, ...notes] };
    });
  } finally {
    await sessions.close();
  }
}

export type PostgresOptions = {
  /** The binding's identifier in generated code. */
  name: string;
  /** What people call it. */
  title: string;
  server: DatabaseServer;
  /** Its tables, as they were described. */
  tables: Table[];
};

/** A connector of a PostgreSQL database. Nothing is connected to before something is asked. Its one operation is `sql`. */
export function postgresConnector(options: PostgresOptions): Connector<TableBinding> {
  return new PostgresConnector(options);
}

class PostgresConnector implements Connector<TableBinding> {
  readonly #options: PostgresOptions;
  readonly #sessions: Sessions;
  readonly #clean: ReturnType<typeof withoutPassword>;
  readonly #reads = new RememberedReads();
  #known: Promise<KnownDatabase> | undefined;
  #checkedAt = -Infinity;

  constructor(options: PostgresOptions) {
    this.#options = options;
    this.#sessions = new Sessions(options.server);
    this.#clean = withoutPassword(options.server.password);
  }

  /** Its login can't write. */
  effectOf(): Effect {
    return 'read';
  }

  async describe(): Promise<TableBinding> {
    const { name, title, server } = this.#options;
    const { tables } = await describePostgres(server);
    return { kind: 'tables', name, title, dialect: 'PostgreSQL', tables };
  }

  async reads(operation: string, args: unknown): Promise<TableRead[]> {
    refuseUnknown(operation);
    const { text } = readText(args);
    const sql = joinText(text);
    return this.#reads.get(sql, () => this.#run(NEVER, (session, known) => readTables(session, sql, text.length - 1, known)));
  }

  async call(operation: string, args: unknown, signal: AbortSignal): Promise<CallResult> {
    refuseUnknown(operation);
    const query = readQuery(args);
    const start = performance.now();
    const { rows, units } = await this.#run(signal, (session, known) => runQuery(session, query, known));
    return { value: rows, rows: rows.length, bytes: units, ms: performance.now() - start };
  }

  async check(operation: string, args: unknown): Promise<CallCheck> {
    refuseUnknown(operation);
    const { text } = readText(args);
    return this.#run(NEVER, (session, known) => checkQuery(session, text, known));
  }

  close(): Promise<void> {
    return this.#sessions.close();
  }

  #run<T>(signal: AbortSignal, work: (session: Parameters<Parameters<Sessions['run']>[1]>[0], known: KnownDatabase) => Promise<T>): Promise<T> {
    return this.#clean(async () => {
      const known = await (this.#known ??= this.#read());
      return this.#sessions.run(signal, async (session) => {
        if (performance.now() - this.#checkedAt > RIGHTS_MS) {
          await checkRights(session, this.#options.server);
          this.#checkedAt = performance.now();
        }
        return work(session, known);
      });
    });
  }

  #read(): Promise<KnownDatabase> {
    const reading = this.#sessions.run(NEVER, async (session) => knownDatabase(await Types.read(session), this.#options.tables));
    reading.catch(() => (this.#known = undefined));
    return reading;
  }
}
