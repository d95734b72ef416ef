import { Agent, fetch as sendFetch } from 'undici';
import type { CallError } from '../contract';
import { explainFailure } from '../http/failure';
import { guardedConnect } from '../http/guarded-connect';
import { MAX_ANSWER_HEADER_BYTES, MAX_CONNECTIONS } from '../http/limits';
import { hostKey, refused, urlProblem } from '../http/own-hosts';
import { Exchanges } from './exchanges';
import { MAX_MESSAGE_BYTES } from './limits';
import { tooLarge } from './too-large';

export type GuardedFetch = { fetch: typeof globalThis.fetch; close(): Promise<void> };

type Init = { method?: string; headers?: Headers; body?: string; signal?: AbortSignal };

/**
 * `fetch` for one host: nothing else is connected to, redirects aren't followed, and an answer that grows beyond the limit is torn
 * off, of which `broke` hears.
 */
export function guardedFetch(own: URL, allowPrivate: boolean, broke: (why: CallError) => void): GuardedFetch {
  const dispatcher = new Agent({ connect: guardedConnect({ allowPrivate }), connections: MAX_CONNECTIONS, maxHeaderSize: MAX_ANSWER_HEADER_BYTES, bodyTimeout: 0 });
  const exchanges = new Exchanges();
  const guarded = async (target: string | URL, init: Init = {}) => {
    const url = new URL(target);
    const problem = urlProblem(url) ?? (hostKey(url) === hostKey(own) ? null : `${hostKey(url)} is no host of this connection.`);
    if (problem) throw refused(problem);
    // News that nobody asked for (a list has changed) are of no use here: they would only keep a connection busy.
    if (init.method === 'GET' && !init.headers?.has('last-event-id')) return new Response(null, { status: 405 });
    const { signal, end } = exchanges.begin(init);
    try {
      const response = await sendFetch(url, { ...init, signal, dispatcher, redirect: 'manual' });
      if (response.status >= 300 && response.status < 400) throw refused(`${hostKey(own)} redirects elsewhere.`, 'Give the address that it leads to.');
      const body = (response.body as ReadableStream<Uint8Array> | null)?.pipeThrough(bounded(broke, end));
      if (!body) end();
      return new Response(body, { status: response.status, statusText: response.statusText, headers: [...response.headers] });
    } catch (error) {
      end();
      if (signal.aborted) throw error;
      throw explainFailure(error instanceof TypeError && error.cause ? error.cause : error, url.hostname, init.method ?? 'GET');
    }
  };
  return { fetch: guarded as unknown as typeof globalThis.fetch, close: () => dispatcher.destroy() };
}

function bounded(broke: (why: CallError) => void, end: () => void): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(piece, controller) {
      bytes += piece.byteLength;
      if (bytes <= MAX_MESSAGE_BYTES) return controller.enqueue(piece);
      controller.error(tooLarge());
      end();
      broke(tooLarge());
    },
    flush: end,
  });
}
