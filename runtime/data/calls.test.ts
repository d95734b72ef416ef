import { expect, test } from 'vitest';
import type { Call } from '../../lib/bridge/messages';
import { createCalls } from './calls';

type Sent = { type: 'calls'; calls: Call[] } | { type: 'cancel'; ids: number[] };

function start() {
  const sent: Sent[] = [];
  const calls = createCalls((message) => sent.push(message));
  const query = (values: unknown[], onId?: (id: number) => void) =>
    calls.call({ binding: 'shop', operation: 'sql', args: { text: ['a'], values }, from: 'orders' }, onId);
  return { sent, calls, query };
}

test('calls of one microtask go in one message, and each gets its answer, in any order', async () => {
  const { sent, calls, query } = start();
  const both = Promise.all([query([1]), query([new Date(0)])]);
  await Promise.resolve();
  expect(sent).toEqual([
    {
      type: 'calls',
      calls: [
        { id: 1, binding: 'shop', operation: 'sql', args: { text: ['a'], values: [1] }, from: 'orders' },
        { id: 2, binding: 'shop', operation: 'sql', args: { text: ['a'], values: ['1970-01-01T00:00:00.000Z'] }, from: 'orders' },
      ],
    },
  ]);
  calls.answer([{ id: 2, ok: true, value: 'b', rows: 0, ms: 1 }, { id: 1, ok: true, value: 'a', rows: 0, ms: 1 }]);
  await expect(both).resolves.toEqual(['a', 'b']);
});

test('more than the host takes at once go in several messages', async () => {
  const { sent, query } = start();
  for (let i = 0; i < 1_500; i++) void query([i]);
  await Promise.resolve();
  expect(sent.map((message) => message.type === 'calls' && message.calls.length)).toEqual([1_000, 500]);
});

test('an error carries its code and hint', async () => {
  const { calls, query } = start();
  const failed = query([]);
  calls.answer([{ id: 1, ok: false, error: { code: 'sql-error', message: 'no column q', hint: 'qty', retryable: false } }]);
  await expect(failed).rejects.toMatchObject({ name: 'CallFailed', code: 'sql-error', message: 'no column q', hint: 'qty', retryable: false });
});

test('a cancelled call ends at once; the host hears only of those it has', async () => {
  const { sent, calls, query } = start();
  const ids: number[] = [];
  const first = query([1], (id) => ids.push(id));
  await Promise.resolve();
  const second = query([2], (id) => ids.push(id));
  calls.cancel(ids);
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  await Promise.resolve();
  expect(sent.map(({ type }) => type)).toEqual(['calls', 'cancel']);
  expect(sent[1]).toEqual({ type: 'cancel', ids: [1] });
});

test('what JSON cannot say is refused before it is sent', async () => {
  const { sent, query } = start();
  await expect(query([10n])).rejects.toMatchObject({ code: 'bad-arguments' });
  expect(sent).toEqual([]);
});
