import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { CallError } from '../contract';
import { MAX_QUERY_MS } from '../limits';
import { cancelled, tooSlow } from '../sql/endings';
import { takeTurn } from './turns';

/** DuckDB forgets an interrupt that comes between two steps of one query, so it is repeated until the query ends. */
const REPEAT_INTERRUPT_MS = 50;

/**
 * Runs `work` in its turn on a connection of its own, interrupted after MAX_QUERY_MS or when `signal` fires. The caller
 * hears of that at once; the turn is only given back when DuckDB has really stopped.
 */
export async function inSession<T>(instance: DuckDBInstance, signal: AbortSignal, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const release = await takeTurn(signal);
  try {
    const connection = await instance.connect();
    const stop = stopper(connection, signal);
    const running = work(connection).finally(() => {
      stop.end();
      connection.disconnectSync();
      release();
    });
    return await Promise.race([running, stop.stopped]);
  } catch (error) {
    if (!(error instanceof CallError)) release(); // `connect` failed; after that `finally` has released it or will.
    throw error;
  }
}

function stopper(connection: DuckDBConnection, signal: AbortSignal): { stopped: Promise<never>; end(): void } {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {}); // Where `work` ends first, nobody listens.
  let repeat: NodeJS.Timeout | undefined;
  const stop = (error: CallError) => {
    reject(error);
    connection.interrupt();
    repeat ??= setInterval(() => connection.interrupt(), REPEAT_INTERRUPT_MS);
  };
  const onAbort = () => stop(cancelled());
  const timer = setTimeout(() => stop(tooSlow()), MAX_QUERY_MS);
  signal.addEventListener('abort', onAbort);
  if (signal.aborted) onAbort();
  return {
    stopped: promise,
    end() {
      clearTimeout(timer);
      clearInterval(repeat);
      signal.removeEventListener('abort', onAbort);
    },
  };
}
