import { MAX_START_MS } from './limits';

type Exchange = { signal: AbortSignal; end(): void };

/**
 * The questions that are on their way over HTTP. The SDK tells the server that nobody waits for an answer any more, and leaves the connection
 * open: a few servers that don't answer would use up all that there are. Here it is given back.
 */
export class Exchanges {
  readonly #stops = new Map<number | string, () => void>();

  /** `signal` fires when it isn't wanted any more, or after the time that anything may take. Call `end` when it was answered whole. */
  begin({ body, signal }: { body?: string; signal?: AbortSignal }): Exchange {
    const { id, cancels } = readQuestion(body);
    if (cancels !== undefined) this.#stops.get(cancels)?.();
    const controller = new AbortController();
    const end = () => {
      clearTimeout(timer);
      if (id !== undefined) this.#stops.delete(id);
    };
    const stop = () => {
      end();
      controller.abort();
    };
    const timer = setTimeout(stop, MAX_START_MS);
    timer.unref();
    if (id !== undefined) this.#stops.set(id, stop);
    return { signal: signal ? AbortSignal.any([signal, controller.signal]) : controller.signal, end };
  }
}

/** The body is the SDK's own: one message, of ours. */
function readQuestion(body: string | undefined): { id?: number | string; cancels?: number | string } {
  if (body === undefined) return {};
  const { id, method, params } = JSON.parse(body) as { id?: number | string; method?: string; params?: { requestId?: number | string } };
  if (method === undefined) return {}; // Our answer to a question of the server: its number is the server's.
  return { id, ...(method === 'notifications/cancelled' && { cancels: params?.requestId }) };
}
