import type { Socket } from 'node:net';
import type { CallError } from '../contract';
import { MAX_QUERY_MS } from '../limits';
import { cancelled, tooLarge, tooSlow } from './endings';

/** Bytes that one query may send us: its rows are read in pieces or as they come, but one row may be of any size. */
export const MAX_QUERY_BYTES = 40_000_000;

export type Stopper = {
  /** Rejects with the reason once it's stopped; never resolves. */
  stopped: Promise<never>;
  isStopped(): boolean;
  /** It's over; nothing is watched any more. */
  end(): void;
};

/**
 * Stops what a connection runs where it takes too long, brings too much, or `signal` fires. `stop` is called once then, and
 * has to end it on the server.
 */
export function watchQuery(stream: Socket, signal: AbortSignal, stop: (why: CallError) => void): Stopper {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  let isStopped = false;
  let bytes = 0;
  const stopOnce = (why: CallError) => {
    if (isStopped) return;
    isStopped = true;
    reject(why);
    stop(why);
  };
  const onData = (data: Buffer) => {
    bytes += data.length;
    if (bytes > MAX_QUERY_BYTES) stopOnce(tooLarge());
  };
  const onAbort = () => stopOnce(cancelled());
  const timer = setTimeout(() => stopOnce(tooSlow()), MAX_QUERY_MS);
  stream.on('data', onData);
  signal.addEventListener('abort', onAbort);
  return {
    stopped: promise,
    isStopped: () => isStopped,
    end() {
      clearTimeout(timer);
      stream.off('data', onData);
      signal.removeEventListener('abort', onAbort);
    },
  };
}
