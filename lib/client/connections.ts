import type { ConnectionChange, NewConnection } from '../connection/added';
import type { ListedFunction } from '../connection/list-functions';
import { ApiError, send } from './api';

export type { ListedFunction };

/** Functions of a connection that fit some words; the first of them without any. */
export async function listFunctions(id: string, query: string): Promise<ListedFunction[]> {
  return (await send<{ functions: ListedFunction[] }>('GET', `/api/connections/${id}/functions?query=${encodeURIComponent(query)}`)).functions;
}

/** Sends a file that is to be connected; gives what it's called by until then. */
export async function sendFile(file: File): Promise<string> {
  const sent = await fetch(`/api/connections/uploads?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }).catch(() => {
    throw new ApiError('The app can’t be reached right now. The file was not taken.', 0);
  });
  const said = (await sent.json().catch(() => ({}))) as { uploadId?: string; message?: string };
  if (!sent.ok || !said.uploadId) throw new ApiError(said.message ?? `The file was not taken (${sent.status}).`, sent.status);
  return said.uploadId;
}

/** Connects something of a kind. */
export function addConnection(connection: NewConnection): Promise<{ id: string }> {
  return send('POST', '/api/connections', connection);
}

/** Secrets go to the server once and never come back. */
export function changeConnection(id: string, change: ConnectionChange): Promise<void> {
  return send('PATCH', `/api/connections/${id}`, change);
}

/** Asks the outside system anew what it is. */
export function refreshConnection(id: string): Promise<void> {
  return send('POST', `/api/connections/${id}/refresh`);
}

/** Does something harmless outside. `message` says in words how it went. */
export function testConnection(id: string): Promise<{ ok: boolean; message: string }> {
  return send('POST', `/api/connections/${id}/test`);
}

export function removeConnection(id: string): Promise<void> {
  return send('DELETE', `/api/connections/${id}`);
}
