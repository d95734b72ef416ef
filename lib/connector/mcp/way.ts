import { type Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { homedir } from 'node:os';
import { type CallError, callErrorData } from '../contract';
import { readAddress } from '../http/own-hosts';
import { guardedFetch } from './guarded-fetch';
import { MAX_MESSAGE_BYTES } from './limits';
import type { McpServer } from './mcp-server';
import { Program } from './program';

/** How a server is spoken to. */
export type Way = {
  transport: Transport;
  /** What it printed, where it is a program. */
  printed(): string;
  /** The server forgot us, or knows nothing of sessions. */
  hasSession(): boolean;
  close(): Promise<void>;
};

/** `broke` hears why nothing more of what the server says can be taken. */
export function wayTo(server: McpServer, broke: (why: CallError) => void): Way {
  return server.kind === 'http' ? reach(server, broke) : startProgram(server);
}

function startProgram(server: Extract<McpServer, { kind: 'stdio' }>): Way {
  if (process.platform === 'win32') return startOnWindows(server);
  const transport = new Program(server);
  return { transport, printed: () => transport.printed.trim(), hasSession: () => false, close: () => transport.close() };
}

/** Where `npx` is a script that only the SDK's own transport knows how to start, and there are no groups of processes. */
function startOnWindows({ command, args, env }: Extract<McpServer, { kind: 'stdio' }>): Way {
  const transport = new StdioClientTransport({ command, args: [...args], env: { ...env }, cwd: homedir(), stderr: 'ignore', maxBufferSize: MAX_MESSAGE_BYTES });
  return { transport, printed: () => '', hasSession: () => false, close: () => transport.close() };
}

function reach({ address, headers, allowPrivate }: Extract<McpServer, { kind: 'http' }>, broke: (why: CallError) => void): Way {
  const url = readAddress(address);
  const { fetch, close } = guardedFetch(url, allowPrivate, broke);
  const transport = new StreamableHTTPClientTransport(url, { fetch, requestInit: { headers: { ...headers } } });
  return { transport, printed: () => '', hasSession: () => transport.sessionId !== undefined, close };
}

/** Tells what else went wrong than a single question: a message that is too large. */
export function listen(client: Client, broke: (why: CallError) => void): void {
  client.onerror = (error) => {
    if (callErrorData(error)?.code === 'limit-bytes') broke(error as CallError);
  };
}
