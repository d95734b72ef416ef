import { Agent, fetch as sendFetch } from 'undici';
import { CallError } from '../contract';
import { guardedConnect } from '../http/guarded-connect';
import { MAX_ANSWER_HEADER_BYTES, MAX_CONNECTIONS } from '../http/limits';
import { hostKey, refused, urlProblem } from '../http/own-hosts';
import { MAX_MESSAGE_BYTES } from './limits';

export type GuardedFetch = { fetch: typeof globalThis.fetch; close(): Promise<void> };

/**
 * `fetch` for one host: nothing else is connected to, redirects aren't followed, and an answer that grows beyond the limit is torn
 * off. Answers may stream for as long as they like.
 */
export function guardedFetch(own: URL, allowPrivate: boolean): GuardedFetch {
  const dispatcher = new Agent({
    connect: guardedConnect({ allowPrivate }),
    connections: MAX_CONNECTIONS,
    maxHeaderSize: MAX_ANSWER_HEADER_BYTES,
    bodyTimeout: 0,
  });
  const guarded = async (target: string | URL, init: object = {}) => {
    const url = new URL(target);
    const problem = urlProblem(url) ?? (hostKey(url) === hostKey(own) ? null : `${hostKey(url)} is no host of this connection.`);
    if (problem) throw refused(problem);
    const response = await sendFetch(url, { ...init, dispatcher, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400) throw refused(`${hostKey(own)} redirects elsewhere.`, 'Give the address that it leads to.');
    const body = (response.body as ReadableStream<Uint8Array> | null)?.pipeThrough(bounded());
    return new Response(body, { status: response.status, statusText: response.statusText, headers: [...response.headers] });
  };
  return { fetch: guarded as unknown as typeof globalThis.fetch, close: () => dispatcher.destroy() };
}

function bounded(): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(piece, controller) {
      bytes += piece.byteLength;
      if (bytes <= MAX_MESSAGE_BYTES) controller.enqueue(piece);
      else controller.error(new CallError({ code: 'limit-bytes', message: `The answer is larger than ${MAX_MESSAGE_BYTES / 1e6} MB.`, retryable: false }));
    },
  });
}
