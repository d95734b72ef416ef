import type { Client } from '@modelcontextprotocol/client';
import { z } from 'zod';
import { CallError } from '../contract';
import { isValueDeeperThan, MAX_ANSWER_DEPTH } from '../http/json-depth';
import { MAX_DESCRIPTION_UNITS, MAX_LISTED, MAX_PAGES } from './limits';

export type Asking = { signal: AbortSignal; timeout: number };

/** Taken as it comes: one entry that isn't right by the protocol shall not take the others with it. */
const AS_IT_IS = z.record(z.string(), z.unknown());

/** Asks a server one question. */
export async function ask(client: Client, method: string, params: Record<string, unknown>, options: Asking): Promise<Record<string, unknown>> {
  const answer = await client.request({ method, params }, AS_IT_IS, options);
  if (isValueDeeperThan(answer, MAX_ANSWER_DEPTH)) throw new CallError({ code: 'bad-answer', message: `The answer is nested more than ${MAX_ANSWER_DEPTH} levels deep.`, retryable: false });
  return answer;
}

/** All pages of a list, as far as there is room for them; `isCut` where there were more. Rejects with a CallError. */
export async function askAll(client: Client, method: string, key: string, options: Asking): Promise<{ items: unknown[]; isCut: boolean }> {
  const items: unknown[] = [];
  let units = 0;
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const answer = await ask(client, method, cursor === undefined ? {} : { cursor }, options);
    const listed = answer[key];
    if (!Array.isArray(listed)) throw new CallError({ code: 'bad-answer', message: `The server answers '${method}' without a list.`, retryable: false });
    units += JSON.stringify(listed).length;
    if (units > MAX_DESCRIPTION_UNITS) {
      throw new CallError({ code: 'limit-bytes', message: `What the server answers to '${method}' is longer than ${MAX_DESCRIPTION_UNITS / 1e6} million characters.`, retryable: false });
    }
    for (const item of listed) items.push(item);
    const { nextCursor } = answer;
    const isLast = typeof nextCursor !== 'string' || nextCursor === '' || nextCursor === cursor;
    if (items.length >= MAX_LISTED) return { items: items.slice(0, MAX_LISTED), isCut: items.length > MAX_LISTED || !isLast };
    if (isLast) return { items, isCut: false };
    cursor = nextCursor;
  }
  return { items, isCut: true };
}
