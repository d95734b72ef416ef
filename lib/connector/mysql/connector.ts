import type { Table, TableBinding } from '../../binding/binding';
import { quoted } from '../../binding/sql-name';
import type { Connector, TableRead } from '../contract';
import type { Query } from '../sql/arguments';
import type { DatabaseServer } from '../sql/database-server';
import { namedIn, schemaOf } from '../sql/known-names';
import { type Description, lookAtTables } from '../sql/look-at-tables';
import type { ResultRows } from '../sql/result-rows';
import { type QueryText, type ResultColumns, SqlConnector, type SqlDatabase } from '../sql/sql-connector';
import { type SelectReader, withSelect } from '../sql/with-select';
import { withoutPassword } from '../sql/without-password';
import { explainError } from './explain-error';
import { outlineTables } from './outline-tables';
import { columnsOf, readTables, runQuery } from './queries';
import { checkRights } from './rights';
import type { Session } from './session';
import { Sessions } from './sessions';

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
  return new SqlConnector({ ...options, dialect: 'MySQL' }, new MysqlDatabase(options));
}

class MysqlDatabase implements SqlDatabase {
  readonly #server: DatabaseServer;
  readonly #sessions: Sessions;
  readonly #reader: SelectReader;
  readonly #clean: ReturnType<typeof withoutPassword>;
  #checkedAt = -Infinity;

  constructor({ server, tables }: MysqlOptions) {
    this.#server = server;
    this.#sessions = new Sessions(server);
    const schema = schemaOf(tables);
    this.#reader = { dialect: 'MySQL', explain: (error, { tokens }) => explainError(error, { tokens, ...namedIn(tokens, schema) }) };
    this.#clean = withoutPassword(server.password);
  }

  async describe(): Promise<Table[]> {
    return (await describeMysql(this.#server)).tables;
  }

  reads(text: QueryText): Promise<TableRead[]> {
    return this.#run(NEVER, (session) => withSelect(text, this.#reader, (select) => readTables(session, select, this.#server.database)));
  }

  run({ sql, parameters }: Query, signal: AbortSignal): Promise<ResultRows> {
    return this.#run(signal, (session) => withSelect({ sql, count: parameters.length }, this.#reader, (select) => runQuery(session, select, parameters)));
  }

  columns(text: QueryText): Promise<ResultColumns> {
    return this.#run(NEVER, (session) => withSelect(text, this.#reader, (select) => columnsOf(session, select)));
  }

  close(): Promise<void> {
    return this.#sessions.close();
  }

  #run<T>(signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    return this.#clean(() =>
      this.#sessions.run(signal, async (session) => {
        if (performance.now() - this.#checkedAt > RIGHTS_MS) {
          await checkRights(session, this.#server);
          this.#checkedAt = performance.now();
        }
        return work(session);
      }),
    );
  }
}
