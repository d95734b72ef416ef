import { expect, test } from 'vitest';
import type { Call, CallAnswer } from '@/lib/bridge/messages';
import { HeldCalls } from './held-calls';

const never = new AbortController().signal;
const call = (id: number, binding = 'library'): Call => ({ id, binding, operation: 'sql', args: null });

/** A server that lets through what `granted` names; each call asks for the table of its id. */
function start() {
  const granted = new Set<string>();
  const sent: number[][] = [];
  const answers: CallAnswer[] = [];
  let changes = 0;
  const server = { isGone: false };
  const held = new HeldCalls(
    async (calls, answer) => {
      await Promise.resolve();
      sent.push(calls.map(({ id }) => id));
      for (const { id, binding } of calls) {
        const names = [`t${id}`];
        if (server.isGone) answer({ id, ok: false, error: { code: 'unavailable', message: '', retryable: true } });
        else answer(granted.has(names[0]!) ? { id, ok: true, value: id, rows: 0, ms: 0 } : { id, ok: false, error: { code: 'not-granted', message: '', retryable: true, needs: { binding, title: binding, names, columns: {}, partly: [] } } });
      }
    },
    () => changes++,
  );
  const send = (calls: Call[], signal = never) => held.send(calls, (answer) => answers.push(answer), signal);
  return { granted, sent, answers, held, send, server, settled: () => new Promise((resolve) => setTimeout(resolve)), changes: () => changes };
}

test('what may not be read waits, is asked for by connection, and is sent once more', async () => {
  const { granted, sent, answers, held, send, settled } = start();
  granted.add('t1');
  await send([call(1), call(2), call(3), call(4, 'wall')]);
  expect(answers).toMatchObject([{ id: 1, ok: true }]);
  expect(held.asked).toMatchObject([{ binding: 'library', title: 'library', names: ['t2', 't3'] }, { binding: 'wall', title: 'wall', names: ['t4'] }]);

  granted.add('t2');
  held.retry();
  await settled();
  expect(sent.at(-1)).toEqual([2, 3, 4]);
  expect(answers.map(({ id }) => id)).toEqual([1, 2]);
  expect(held.asked.map(({ names }) => names)).toEqual([['t3'], ['t4']]);
});

test('what was refused is told so, also when it is asked for again, until it is let', async () => {
  const { granted, answers, held, send, sent } = start();
  await send([call(1), call(2, 'wall')]);
  held.refuse(held.asked[0]!);
  expect(answers).toMatchObject([{ id: 1, ok: false, error: { code: 'denied', message: 'You didn’t let it read t1 of library.' } }]);
  expect(held.asked.map(({ binding }) => binding)).toEqual(['wall']);
  await send([call(1)]);
  expect(answers).toHaveLength(2);
  expect(held.asked).toHaveLength(1);

  granted.add('t1');
  expect([held.reconsider('nothing'), held.reconsider('library'), held.reconsider('library')]).toEqual([false, true, false]);
  await send([call(1)]);
  expect(sent.at(-1)).toEqual([1]);
  expect(answers.at(-1)).toMatchObject({ id: 1, ok: true });
});

test('nobody is asked for what nobody waits for', async () => {
  const { held, send, changes } = start();
  const controller = new AbortController();
  await send([call(1)], controller.signal);
  await send([call(1)]);
  expect(held.asked).toHaveLength(1);
  controller.abort();
  expect(held.asked).toHaveLength(1);
  held.refuse(held.asked[0]!);
  expect(held.asked).toEqual([]);
  expect(changes()).toBe(2);
});

test('what is tried again goes on being asked for, whatever the server says or doesn’t', async () => {
  const { granted, answers, held, send, server, settled, changes } = start();
  await send([call(1), call(2)]);
  const before = changes();
  server.isGone = true;
  held.retry();
  held.retry();
  expect(held.asked[0]!.names).toEqual(['t1', 't2']);
  await settled();
  server.isGone = false;
  held.retry();
  await settled();
  expect([changes(), answers.length]).toEqual([before, 0]);

  // An answer that comes after the person's is nobody's.
  granted.add('t1');
  held.retry();
  held.refuse(held.asked[0]!);
  await settled();
  expect(answers.map(({ id, ok }) => [id, ok])).toEqual([[1, false], [2, false]]);
});

test('what a yes leaves out is refused to who needs it, and isn’t taken back by that yes', async () => {
  const granted = new Set<string>();
  const answers: CallAnswer[] = [];
  const held = new HeldCalls(
    async (calls, answer) => {
      for (const { id } of calls) {
        const lacking = ['region', 'email'].slice(0, id).filter((column) => !granted.has(column));
        const needs = { binding: 'shop', title: 'Shop', names: ['orders'], columns: { orders: lacking }, partly: granted.size > 0 ? ['orders'] : [] };
        answer(lacking.length === 0 ? { id, ok: true, value: id, rows: 0, ms: 0 } : { id, ok: false, error: { code: 'not-granted', message: '', retryable: true, needs } });
      }
    },
    () => {},
  );
  await held.send([call(1), call(2)], (answer) => answers.push(answer), never);
  const [asked] = held.asked;
  held.leaveOut({ ...asked!, columns: { orders: ['email'] }, partly: ['orders'] });
  granted.add('region');
  expect(held.reconsider('shop')).toBe(false);
  held.retry();
  expect(answers).toMatchObject([{ id: 1, ok: true }, { id: 2, ok: false, error: { code: 'denied', message: 'You didn’t let it read orders (email) of Shop.' } }]);
  expect(held.asked).toEqual([]);
  // Whatever is granted later makes it a question again.
  expect(held.reconsider('shop')).toBe(true);
  await held.send([call(2)], (answer) => answers.push(answer), never);
  expect(held.asked).toMatchObject([{ columns: { orders: ['email'] }, partly: ['orders'] }]);
});
