import { Client, SdkHttpError } from '@modelcontextprotocol/client';
import { CallError } from '../contract';
import { Secrets } from '../http/secrets';
import { explain } from './explain';
import { MAX_CALL_MS, MAX_START_MS } from './limits';
import type { McpServer } from './mcp-server';
import { listen, type Way, wayTo } from './way';

/** `broken` says why the server can't be listened to any more. */
type Opened = { client: Client; way: Way; broken: CallError | null };

type Options = { signal: AbortSignal; timeout: number };

/** Answers are looked at by our own types; a stranger's schemas aren't compiled. */
const NO_VALIDATION = { getValidator: () => (input: unknown) => ({ valid: true as const, data: input as never, errorMessage: undefined }) };

/** One server, spoken to when it is first needed, and anew after it ended. What it wants of us (sampling, roots, questions) it doesn't get. */
export class McpSession {
  readonly secrets = new Secrets();
  readonly #server: McpServer;
  readonly #closing = new AbortController();
  #opening: Promise<Opened> | null = null;

  constructor(server: McpServer) {
    this.#server = server;
    for (const secret of Object.values(server.kind === 'stdio' ? server.env : server.headers)) {
      this.secrets.add(secret);
      this.secrets.add(secret.replace(/^Bearer /i, ''));
    }
  }

  /** Runs `work` with the server. Rejects with a CallError, without secrets. */
  async use<T>(signal: AbortSignal, work: (client: Client, options: Options) => Promise<T>): Promise<T> {
    try {
      return await this.#useOnce(signal, work).catch((error: unknown) => {
        // It knows nothing of us any more and has done nothing: it is asked again in a session of its own.
        if (error instanceof Forgotten) return this.#useOnce(signal, work);
        throw error;
      });
    } catch (error) {
      if (this.#closing.signal.aborted) throw closed();
      throw explain(error instanceof Forgotten ? error.cause : error, signal, this.#server, this.secrets);
    }
  }

  /** Ends the server where it was started here, also in the middle of its start. */
  async close(): Promise<void> {
    this.#closing.abort();
    const opened = await this.#opening?.catch(() => null);
    if (opened) await end(opened);
  }

  async #useOnce<T>(signal: AbortSignal, work: (client: Client, options: Options) => Promise<T>): Promise<T> {
    if (this.#closing.signal.aborted) throw closed();
    const opening = (this.#opening ??= this.#open());
    const opened = await untilAborted(opening, signal);
    try {
      return await work(opened.client, { signal, timeout: MAX_CALL_MS });
    } catch (error) {
      if (opened.broken) throw opened.broken;
      if (!(error instanceof SdkHttpError) || !opened.way.hasSession() || !isForgotten(error)) throw error;
      this.#forget(opening);
      void end(opened);
      throw new Forgotten('The server forgot the session.', { cause: error });
    }
  }

  /** The next call opens it anew; whoever waits for another opening isn't disturbed. */
  #forget(opening: Promise<Opened>): void {
    if (this.#opening === opening) this.#opening = null;
  }

  #open(): Promise<Opened> {
    const opening: Promise<Opened> = this.#begin(() => this.#forget(opening));
    opening.catch(() => this.#forget(opening));
    return opening;
  }

  async #begin(ended: () => void): Promise<Opened> {
    const broke = (why: CallError) => {
      opened.broken ??= why;
      void end(opened);
    };
    const way = wayTo(this.#server, broke);
    const client = new Client({ name: 'Vitrine', version: '1' }, { capabilities: {}, jsonSchemaValidator: NO_VALIDATION, inputRequired: { autoFulfill: false } });
    const opened: Opened = { client, way, broken: null };
    listen(client, broke);
    client.onclose = () => {
      ended();
      void way.close();
    };
    try {
      await client.connect(way.transport, { timeout: MAX_START_MS, signal: this.#closing.signal });
      return opened;
    } catch (error) {
      await end(opened);
      // What it printed says more than that its output ended.
      throw opened.broken ?? Object.assign(error instanceof Error ? error : new Error(String(error)), { printed: way.printed() });
    }
  }
}

class Forgotten extends Error {}

/** By the protocol 404; servers answer with 400 too. */
function isForgotten({ status, data }: SdkHttpError): boolean {
  return status === 404 || (status === 400 && /session/i.test(String((data as { text?: unknown }).text)));
}

async function end({ client, way }: Opened): Promise<void> {
  await Promise.allSettled([client.close(), way.close()]);
}

function closed(): CallError {
  return new CallError({ code: 'cancelled', message: 'The connection was closed.', retryable: true });
}

/** The start goes on for the others that wait for it. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
