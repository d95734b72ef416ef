import path from 'node:path';
import { ProtocolError, SdkError, SdkHttpError } from '@modelcontextprotocol/client';
import { CallError, type CallErrorData, callErrorData } from '../contract';
import type { Secrets } from '../http/secrets';
import type { McpServer } from './mcp-server';

/** UTF-16 units of what a server says of a failure. */
const MAX_DETAIL_UNITS = 1_000;

/** Why a server can't be used or a call failed, in words, without secrets. */
export function explain(error: unknown, signal: AbortSignal, server: McpServer, secrets: Secrets): CallError {
  const { message, hint, detail, ...data } = told(error, signal, server);
  const masked = (text: string | undefined) => (text ? secrets.mask(text).slice(0, MAX_DETAIL_UNITS) : undefined);
  return new CallError({ ...data, message: masked(message)!, hint: masked(hint), detail: masked(detail) });
}

function told(error: unknown, signal: AbortSignal, server: McpServer): CallErrorData {
  const own = ownError(error);
  if (own) return own;
  const name = server.kind === 'stdio' ? path.basename(server.command) : new URL(server.address).host;
  const said = error instanceof Error ? error.message : String(error);
  if (signal.aborted) return { code: 'cancelled', message: 'The call was cancelled.', retryable: true };
  if (error instanceof SdkHttpError) {
    const { status } = error;
    if (status === 401 || status === 403) return { code: 'http-error', message: `${name} refuses: it wants to know who asks (${status}).`, hint: 'Give its token or headers in settings.', status, retryable: false };
    if (status === 404 || status === 405) return { code: 'http-error', message: `There is no MCP server at this address of ${name} (${status}).`, hint: 'Its path is often /mcp.', status, retryable: false };
    return { code: 'http-error', message: `${name} answered with ${status}.`, status, retryable: status >= 500 };
  }
  if (error instanceof SdkError && error.code === 'REQUEST_TIMEOUT') return { code: 'limit-time', message: `${name} didn’t answer in time.`, retryable: false };
  if (error instanceof ProtocolError) return { code: 'http-error', message: `${name} answered with an error.`, detail: said, retryable: false };
  return notThere(error, said, name, server);
}

function notThere(error: unknown, said: string, name: string, server: McpServer): CallErrorData {
  const { code, printed } = (error ?? {}) as { code?: unknown; printed?: string };
  if (server.kind === 'http') return { code: 'unavailable', message: `${name} can’t be spoken to as an MCP server.`, detail: said, retryable: true };
  if (code === 'ENOENT') return { code: 'unavailable', message: `There is no program called ${name} on the server’s machine.`, retryable: false };
  const why = printed ? ` It said: ${printed.split('\n').slice(-5).join('\n')}` : '';
  return { code: 'unavailable', message: `${name} ended, or speaks no MCP.${why}`, detail: said, retryable: true };
}

/** What was thrown on our side may have been wrapped on its way. */
function ownError(error: unknown, depth = 0): CallErrorData | null {
  const data = callErrorData(error);
  if (data || depth > 5 || !(error instanceof Error)) return data;
  return ownError(error.cause, depth + 1);
}
