import type { Table, TableBinding } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { Connector, TableRead } from '../contract';
import type { Query } from '../sql/arguments';
import type { DatabaseServer } from '../sql/database-server';
import { type Description, lookAtTables } from '../sql/look-at-tables';
import type { ResultRows } from '../sql/result-rows';
import { type QueryText, type ResultColumns, SqlConnector, type SqlDatabase } from '../sql/sql-connector';
import { withoutPassword } from '../sql/without-password';
import { columnsOf } from './columns-of';
import { type KnownDatabase, knownDatabase } from './known';
import { outlineTables } from './outline-tables';
import { readTables } from './read-tables';
import { checkRights } from './rights';
import { runQuery } from './run-query';
import type { Session } from './session';
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
  return new SqlConnector({ ...options, dialect: 'PostgreSQL' }, new PostgresDatabase(options));
}

class PostgresDatabase implements SqlDatabase {
  readonly #options: PostgresOptions;
  readonly #sessions: Sessions;
  readonly #clean: ReturnType<typeof withoutPassword>;
  #known: Promise<KnownDatabase> | undefined;
  #checkedAt = -Infinity;

  constructor(options: PostgresOptions) {
    this.#options = options;
    this.#sessions = new Sessions(options.server);
    this.#clean = withoutPassword(options.server.password);
  }

  async describe(): Promise<Table[]> {
    return (await describePostgres(this.#options.server)).tables;
  }

  reads(text: QueryText): Promise<TableRead[]> {
    return this.#run(NEVER, (session, known) => readTables(session, text, known));
  }

  run(query: Query, signal: AbortSignal): Promise<ResultRows> {
    return this.#run(signal, (session, known) => runQuery(session, query, known));
  }

  columns(text: QueryText): Promise<ResultColumns> {
    return this.#run(NEVER, (session, known) => columnsOf(session, text, known));
  }

  close(): Promise<void> {
    return this.#sessions.close();
  }

  #run<T>(signal: AbortSignal, work: (session: Session, known: KnownDatabase) => Promise<T>): Promise<T> {
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
