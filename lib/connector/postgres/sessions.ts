import { type Client, Pool, type PoolClient } from 'pg';
import { CallError } from '../contract';
import { MAX_CONNECT_MS } from '../http/limits';
import { MAX_QUERY_MS, MAX_RUNNING } from '../limits';
import { type DatabaseServer, tlsOptions } from '../sql/database-server';
import { cancelled, closed } from '../sql/endings';
import { GuardedSocket } from '../sql/guarded-socket';
import { Refusal } from '../sql/refusal';
import { type Stopper, watchQuery } from '../sql/stopper';
import { explainConnecting } from './explain-connecting';
import { explainError } from './explain-error';
import { Session } from './session';

/** Milliseconds that a connection nobody uses stays open. */
const IDLE_MS = 30_000;

/** Milliseconds that are given to ending a query on the server; its own limit ends it too. */
const CANCEL_MS = 2_000;

/**
 * What begins each transaction. Nothing generated can undo it: a query is the inside of a cursor, and functions that set are
 * refused. What is set here is what its text is read by and what its values are written in.
 */
const BEGIN = [
  'BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY',
  ...Object.entries({
    statement_timeout: MAX_QUERY_MS, lock_timeout: 1_000, idle_in_transaction_session_timeout: 2 * MAX_QUERY_MS, standard_conforming_strings: 'on', client_encoding: 'UTF8',
    datestyle: 'ISO, YMD', intervalstyle: 'postgres', bytea_output: 'hex', extra_float_digits: 1, jit: 'off',
  }).map(([name, value]) => `SET LOCAL ${name} = '${value}'`),
].join('; ');

/** Connections to one database, a few at a time, each for one transaction that only reads. */
export class Sessions {
  readonly #server: DatabaseServer;
  readonly #pool: Pool;
  readonly #closing = new AbortController();

  constructor(server: DatabaseServer) {
    this.#server = server;
    this.#pool = new Pool({ ...this.#options(), max: MAX_RUNNING, idleTimeoutMillis: IDLE_MS, allowExitOnIdle: true });
    // The pool replaces a lost connection by itself; without listeners the loss would end the process. It listens to those that nobody uses.
    this.#pool.on('error', () => {});
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** Runs `work` in a transaction of its own, within the limits. Rejects when `signal` fires. */
  async run<T>(signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw closed();
    const stopped = AbortSignal.any([signal, this.#closing.signal]);
    for (let tries = 1; ; tries += 1) {
      const client = await this.#connect(stopped);
      const stop = this.#watch(client, stopped);
      let isBegun = false;
      const working = inTransaction(client, (session) => {
        isBegun = true;
        return work(session);
      });
      try {
        const value = await Promise.race([working, stop.stopped]);
        stop.end();
        client.release();
        return value;
      } catch (error) {
        working.catch(() => {}); // Where it was stopped, nobody listens any more.
        stop.end();
        const isLost = stop.isStopped() || !isUsable(error);
        client.release(isLost);
        // One that was dropped while nobody used it was asked nothing yet: so is another one, until none of those is left.
        if (isBegun || !isLost || stop.isStopped() || tries > MAX_RUNNING) throw told(error);
      }
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#pool.end().catch(() => {});
  }

  /** Everything is given, since the driver takes what isn't from the environment. */
  #options() {
    const { host, port, database, user, password, tls, allowPrivate, resolve } = this.#server;
    return {
      host, port, database, user,
      password: () => password,
      ssl: tlsOptions(tls),
      application_name: 'vitrine',
      connectionTimeoutMillis: MAX_CONNECT_MS,
      stream: () => new GuardedSocket({ allowPrivate, ...(resolve && { resolve }) }),
    };
  }

  async #connect(signal: AbortSignal): Promise<PoolClient> {
    if (signal.aborted) throw cancelled();
    const connecting = this.#pool.connect();
    const { promise, reject } = Promise.withResolvers<never>();
    const onAbort = () => reject(cancelled());
    signal.addEventListener('abort', onAbort);
    try {
      return await Promise.race([connecting, promise]);
    } catch (error) {
      if (signal.aborted) connecting.then((client) => client.release(), () => {});
      throw explainConnecting(error, this.#server);
    } finally {
      signal.removeEventListener('abort', onAbort);
    }
  }

  #watch(client: PoolClient, signal: AbortSignal): Stopper {
    const { stream } = (client as unknown as WithConnection).connection;
    return watchQuery(stream, signal, ({ data }) => {
      void this.#cancel(client);
      // What is on its way already is of any size.
      if (data.code === 'limit-bytes') stream.destroy();
    });
  }

  /** Ends what a connection runs, from another one. Where that fails the server's own limit ends it. */
  async #cancel(client: PoolClient): Promise<void> {
    const { processID } = client as unknown as WithConnection;
    const other = new (clientClass(client))({ ...this.#options(), connectionTimeoutMillis: CANCEL_MS, query_timeout: CANCEL_MS });
    other.on('error', () => {});
    try {
      await other.connect();
      await other.query('select pg_cancel_backend($1)', [processID]);
    } catch {
      // It was tried.
    } finally {
      await other.end().catch(() => {});
    }
  }
}

/** What the driver has beside what its types tell. */
type WithConnection = { connection: { stream: import('node:net').Socket }; processID: number };

function clientClass(client: PoolClient): typeof Client {
  return client.constructor as typeof Client;
}

async function inTransaction<T>(client: PoolClient, work: (session: Session) => Promise<T>): Promise<T> {
  await client.query(BEGIN);
  try {
    return await work(new Session(client));
  } finally {
    await client.query('ROLLBACK');
  }
}

/** What goes wrong outside of a query, in words. */
function told(error: unknown): unknown {
  const explained = explainError(error, { sql: '', prefix: '', schema: new Map(), tables: [] });
  return explained instanceof Refusal && explained !== error ? explained.toCallError() : explained;
}

/** What the server says as it ends a connection: it shuts down, an administrator ends it, it was idle for too long. */
const LAST_WORDS = /^(57P|08|25P03)/;

/** After an error of the database itself its connection goes on, unless that was its end; after any other nobody knows. */
function isUsable(error: unknown): boolean {
  if (error instanceof CallError || error instanceof Refusal) return true;
  const { severity, code } = error as { severity?: unknown; code?: unknown };
  return typeof severity === 'string' && !LAST_WORDS.test(String(code));
}
