import type { ApiChange } from '../connection/apis';
import type { ListedFunction } from '../connection/list-functions';
import { send } from './api';

export type { ListedFunction };

/** Functions of an API that fit some words; the first of them without any. */
export async function listFunctions(id: string, query: string): Promise<ListedFunction[]> {
  return (await send<{ functions: ListedFunction[] }>('GET', `/api/connections/${id}/functions?query=${encodeURIComponent(query)}`)).functions;
}

/** Connects an API by where its specification is, or by its text. */
export function addApi(spec: { address: string } | { text: string; fileName: string }, allowPrivate: boolean): Promise<{ id: string }> {
  return send('POST', '/api/connections', { ...spec, allowPrivate });
}

/** Secrets go to the server once and never come back. */
export function changeApi(id: string, change: ApiChange): Promise<void> {
  return send('PATCH', `/api/connections/${id}`, change);
}

/** Reads the specification anew from where it came from. */
export function refreshApi(id: string): Promise<void> {
  return send('POST', `/api/connections/${id}/refresh`);
}

/** Calls one function that reads. `message` says in words how it went. */
export function testApi(id: string): Promise<{ ok: boolean; message: string }> {
  return send('POST', `/api/connections/${id}/test`);
}

export function removeApi(id: string): Promise<void> {
  return send('DELETE', `/api/connections/${id}`);
}
