import { createConnection, createPool, type Pool, type PoolConnection, type PoolOptions } from 'mysql2';
import { type Socket, isIP } from 'node:net';
import { CallError } from '../contract';
import { MAX_CONNECT_MS } from '../http/limits';
import { MAX_QUERY_MS, MAX_RUNNING } from '../limits';
import { type DatabaseServer, tlsOptions } from '../sql/database-server';
import { cancelled, closed } from '../sql/endings';
import { GuardedSocket } from '../sql/guarded-socket';
import { Refusal } from '../sql/refusal';
import { type Stopper, watchQuery } from '../sql/stopper';
import { explainConnecting, explainError } from './explain-error';
import { Session } from './session';

/** Milliseconds that a connection nobody uses stays open. */
const IDLE_MS = 30_000;

/** As a query is read: by the standard where that's possible, with a backslash as the escape that tokens are read by. */
const SQL_MODE = 'STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

/** Connections to one database, a few at a time, each for one transaction that only reads. */
export class Sessions {
  readonly #server: DatabaseServer;
  readonly #pool: Pool;
  readonly #closing = new AbortController();
  readonly #ready = new WeakSet<object>();

  constructor(server: DatabaseServer) {
    this.#server = server;
    this.#pool = createPool({ ...this.#options(), connectionLimit: MAX_RUNNING, maxIdle: MAX_RUNNING, idleTimeout: IDLE_MS, enableKeepAlive: false });
  }

  /** Runs `work` in a transaction of its own, within the limits. Rejects when `signal` fires. */
  async run<T>(signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw closed();
    const stopped = AbortSignal.any([signal, this.#closing.signal]);
    if (stopped.aborted) throw cancelled();
    for (let tries = 1; ; tries += 1) {
      const connection = await this.#connect(stopped);
      const stop = this.#watch(connection, stopped);
      let isBegun = false;
      const working = this.#inTransaction(connection, (session) => {
        isBegun = true;
        return work(session);
      });
      try {
        const value = await Promise.race([working, stop.stopped]);
        stop.end();
        connection.release();
        return value;
      } catch (error) {
        working.catch(() => {}); // Where it was stopped, nobody listens any more.
        stop.end();
        // A connection whose rows weren't all read has no next query.
        const isLost = stop.isStopped() || leavesRows(error) || !isUsable(error);
        if (isLost) connection.destroy();
        else connection.release();
        // One that was dropped while nobody used it was asked nothing yet: so is another one, until none of those is left.
        if (isBegun || !isLost || stop.isStopped() || tries > MAX_RUNNING) throw told(error);
      }
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await new Promise<void>((resolve) => this.#pool.end(() => resolve()));
  }

  #options(): PoolOptions {
    const { host, port, database, user, password, tls, allowPrivate, resolve } = this.#server;
    const ssl = tlsOptions(tls);
    return {
      host, port, database, user, password,
      ...(ssl && { ssl: { ...ssl, verifyIdentity: true } as PoolOptions['ssl'] }),
      stream: () => new GuardedSocket({ allowPrivate, ...(resolve && { resolve }) }).connect(port, host),
      connectTimeout: MAX_CONNECT_MS,
      charset: 'utf8mb4',
      multipleStatements: false,
      dateStrings: true,
      supportBigNumbers: true,
      decimalNumbers: true,
      maxPreparedStatements: 4,
      // The server may not ask for a file of ours.
      flags: ['-LOCAL_FILES'],
    };
  }

  async #connect(signal: AbortSignal): Promise<PoolConnection> {
    const { host, tls } = this.#server;
    // The driver compares a certificate with names only.
    if (tls.use && isIP(host)) throw new CallError({ code: 'unavailable', message: `The certificate of ${host} can’t be verified by its address. Give its name instead.`, retryable: false });
    const { promise, resolve, reject } = Promise.withResolvers<PoolConnection>();
    this.#pool.getConnection((error, connection) => {
      if (error) return reject(explainConnecting(error, this.#server));
      if (signal.aborted) connection.release();
      resolve(connection);
    });
    const onAbort = () => reject(cancelled());
    signal.addEventListener('abort', onAbort);
    return promise.finally(() => signal.removeEventListener('abort', onAbort));
  }

  async #inTransaction<T>(connection: PoolConnection, work: (session: Session) => Promise<T>): Promise<T> {
    const session = new Session(connection);
    if (!this.#ready.has(connection)) {
      await prepareConnection(session);
      this.#ready.add(connection);
    }
    await session.ask('start transaction read only');
    const value = await work(session).catch(async (error: unknown) => {
      // After a limit its rows are still coming, and it's let go of.
      if (!leavesRows(error)) await session.ask('rollback').catch(() => {});
      throw error;
    });
    await session.ask('rollback');
    return value;
  }

  #watch(connection: PoolConnection, signal: AbortSignal): Stopper {
    const { stream } = connection as unknown as { stream: Socket };
    return watchQuery(stream, signal, () => this.#kill(connection));
  }

  /** Ends what a connection runs, from another one. Where that fails the server's own limit ends it. */
  #kill({ threadId }: PoolConnection): void {
    const other = createConnection(this.#options());
    other.on('error', () => {});
    other.query(`kill query ${Number(threadId)}`, () => other.destroy());
  }
}

/** What is set here no SELECT can undo: variables can't be written in one. */
async function prepareConnection(session: Session): Promise<void> {
  const isMariaDb = /mariadb/i.test(String((await session.ask('select version()'))[0]?.[0]));
  await session.ask(`set session sql_mode = '${SQL_MODE}', group_concat_max_len = 1000000, net_write_timeout = 30`);
  await session.ask(isMariaDb ? `set session max_statement_time = ${MAX_QUERY_MS / 1000}` : `set session max_execution_time = ${MAX_QUERY_MS}`);
}

/** What goes wrong outside of a query, in words. */
function told(error: unknown): unknown {
  const explained = explainError(error, { tokens: [], schema: new Map(), tables: [] });
  return explained instanceof Refusal && explained !== error ? explained.toCallError() : explained;
}

/** A limit ended it in the middle; a query that was refused or wrong brought none. */
function leavesRows(error: unknown): boolean {
  return error instanceof CallError;
}

/** After an error of the server itself its connection goes on; after any other nobody knows. */
function isUsable(error: unknown): boolean {
  return error instanceof CallError || error instanceof Refusal || typeof (error as { sqlMessage?: unknown }).sqlMessage === 'string';
}
