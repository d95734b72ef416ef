import { expect, test } from 'vitest';
import type { ReplyMessage } from '@/lib/model/messages';
import { isWordsOnly, offeredIn } from './words-only';

const prompt: ReplyMessage = { id: '1', role: 'user', parts: [{ type: 'text', text: 'make me a sandwich' }] };
const said: ReplyMessage['parts'][number] = { type: 'data-said', data: { chips: [], unread: ['sandwich'], taken: [], examples: ['sales overview'] } };
const reply = (parts: ReplyMessage['parts'], state: 'done' | 'failed' | 'streaming' = 'done'): ReplyMessage => ({ id: '2', role: 'assistant', parts, metadata: { state } });

test('an answer without a version is what is to be seen, also where it failed', () => {
  expect(isWordsOnly([prompt, reply([said])])).toBe(true);
  expect(isWordsOnly([prompt, reply([], 'failed')])).toBe(true);
  expect(offeredIn([prompt, reply([said])])).toEqual(['sales overview']);
});

test('an interface is, where there is one or it is being written', () => {
  expect(isWordsOnly([prompt, reply([{ type: 'data-version', data: { versionId: 'v', ordinal: 1, good: true } }])])).toBe(false);
  expect(isWordsOnly([prompt, reply([], 'streaming')])).toBe(false);
  expect(isWordsOnly([prompt])).toBe(false);
  expect(offeredIn([prompt])).toEqual([]);
});
