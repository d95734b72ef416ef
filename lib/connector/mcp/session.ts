import { homedir } from 'node:os';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { readAddress } from '../http/own-hosts';
import { Secrets } from '../http/secrets';
import { explain } from './explain';
import { guardedFetch } from './guarded-fetch';
import { MAX_CALL_MS, MAX_MESSAGE_BYTES, MAX_PRINTED_UNITS, MAX_START_MS } from './limits';
import type { McpServer } from './mcp-server';

type Opened = { client: Client; close(): Promise<void> };

/** Answers are looked at by our own types; a stranger's schemas aren't compiled. */
const NO_VALIDATION = { getValidator: () => (input: unknown) => ({ valid: true as const, data: input as never, errorMessage: undefined }) };

/** One server, spoken to when it is first needed, and anew after it ended. What it wants of us (sampling, roots, questions) it doesn't get. */
export class McpSession {
  readonly secrets = new Secrets();
  readonly #server: McpServer;
  #opened: Promise<Opened> | null = null;
  #isClosed = false;

  constructor(server: McpServer) {
    this.#server = server;
    for (const secret of Object.values(server.kind === 'stdio' ? server.env : server.headers)) {
      this.secrets.add(secret);
      this.secrets.add(secret.replace(/^Bearer /i, ''));
    }
  }

  /** Runs `work` with the server. Rejects with a CallError, without secrets. */
  async use<T>(signal: AbortSignal, work: (client: Client, options: { signal: AbortSignal; timeout: number }) => Promise<T>): Promise<T> {
    try {
      const { client } = await untilAborted((this.#opened ??= this.#open()), signal);
      return await work(client, { signal, timeout: MAX_CALL_MS });
    } catch (error) {
      throw explain(error, signal, this.#server, this.secrets);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await (await this.#opened?.catch(() => null))?.close();
  }

  async #open(): Promise<Opened> {
    const way = this.#server.kind === 'stdio' ? startProcess(this.#server) : reach(this.#server);
    const client = new Client({ name: 'Vitrine', version: '1' }, { capabilities: {}, jsonSchemaValidator: NO_VALIDATION, inputRequired: { autoFulfill: false } });
    const opened = { client, close: async () => void (await Promise.allSettled([client.close(), way.close()])) };
    client.onclose = () => {
      this.#opened = null; // The next call starts it anew.
      void way.close();
    };
    try {
      await client.connect(way.transport, { timeout: MAX_START_MS });
    } catch (error) {
      this.#opened = null;
      await opened.close();
      throw way.explain(error);
    }
    if (this.#isClosed) await opened.close();
    return opened;
  }
}

type Way = { transport: StdioClientTransport | StreamableHTTPClientTransport; explain(error: unknown): unknown; close(): Promise<void> };

/** Without a shell; with the few variables that programs need, and those that were given. */
function startProcess({ command, args, env }: Extract<McpServer, { kind: 'stdio' }>): Way {
  const transport = new StdioClientTransport({ command, args: [...args], env: { ...env }, cwd: homedir(), stderr: 'pipe', maxBufferSize: MAX_MESSAGE_BYTES });
  let printed = '';
  transport.stderr?.on('data', (piece: Buffer) => (printed = (printed + piece.toString('utf8')).slice(-MAX_PRINTED_UNITS)));
  return {
    transport,
    // What it printed says more than that its output ended.
    explain: (error) => Object.assign(error instanceof Error ? error : new Error(String(error)), { printed: printed.trim() }),
    close: () => transport.close(),
  };
}

function reach({ address, headers, allowPrivate }: Extract<McpServer, { kind: 'http' }>): Way {
  const url = readAddress(address);
  const { fetch, close } = guardedFetch(url, allowPrivate);
  const transport = new StreamableHTTPClientTransport(url, { fetch, requestInit: { headers: { ...headers } } });
  return { transport, explain: (error) => error, close };
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
