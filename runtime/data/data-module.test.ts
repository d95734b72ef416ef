import { expect, test } from 'vitest';
import type { Call, CompiledFile } from '../../lib/bridge/messages';
import { createLoopGuard } from '../tick';
import { positionInSource } from '../source-position';
import type { CallFailed } from './call-failed';
import { createCalls } from './calls';
import { createDataModule } from './data-module';

function compiled(js: string, functions: Record<string, string>, free: string[] = ['shop']): CompiledFile {
  return { js, free, components: [], defaultExport: null, functions: Object.entries(functions).map(([name, hash]) => ({ name, hash })) };
}

function start() {
  const sent: Call[] = [];
  const calls = createCalls((message) => {
    if (message.type === 'calls') sent.push(...message.calls);
  });
  const guard = createLoopGuard(() => 0, () => {});
  return { sent, calls, data: createDataModule(calls, guard, () => ['shop']) };
}

const ORDERS = 'exports.orders = orders; async function orders({ month }) { return shop.sql`select ${month}`; }';

test('a handle is there before its function, and the same afterwards', async () => {
  const { sent, calls, data } = start();
  const handle = data.handles.orders!;
  expect(data.hashOf('orders')).toBeNull();

  data.install(compiled(ORDERS, { orders: 'h1' }), false);
  expect(data.handles.orders).toBe(handle);
  expect(data.hashOf('orders')).toBe('h1');
  const rows = handle({ month: 5 });
  await Promise.resolve();
  expect(sent).toEqual([{ id: 1, binding: 'shop', operation: 'sql', args: { text: ['select ', ''], values: [5] }, from: 'orders' }]);
  calls.answer([{ id: 1, ok: true, value: [], rows: 0, ms: 0 }]);
  await expect(rows).resolves.toEqual([]);
});

test('each invocation has a module of its own, and calls inside belong to the function that was asked', async () => {
  const { sent, data } = start();
  const js = `let n = 0; exports.a = async () => { n += 1; await shop.x.y({ n }); }; exports.b = async () => exports.a();`;
  data.install(compiled(js, { a: '1', b: '2' }), true);
  void data.handles.b!({});
  void data.handles.b!({});
  await Promise.resolve();
  expect(sent.map(({ operation, args, from }) => ({ operation, args, from }))).toEqual(
    Array.from({ length: 2 }, () => ({ operation: 'x.y', args: { n: 1 }, from: 'b' })),
  );
});

test('a function that uses what is not written yet waits for it', () => {
  const { data } = start();
  const js = `exports.a = async () => clean(1); exports.b = async () => 2;`;
  data.install(compiled(js, { a: '1', b: '2' }, ['clean']), false);
  expect([data.hashOf('a'), data.hashOf('b')]).toEqual([null, '2']);
});

test('functions missing from a newer text stay until it is whole; a text that throws changes nothing', () => {
  const { data } = start();
  data.install(compiled(ORDERS, { orders: 'h1' }), true);
  expect(() => data.install(compiled('null.x', {}), false)).toThrow(TypeError);
  data.install(compiled('exports.b = async () => 1', { b: 'h2' }), false);
  expect([data.hashOf('orders'), data.hashOf('b')]).toEqual(['h1', 'h2']);
  data.install(compiled('exports.b = async () => 1', { b: 'h2' }), true);
  expect([data.hashOf('orders'), data.hashOf('b')]).toEqual([null, 'h2']);
});

test('a function of ui.tsx is known by what it would call', () => {
  const { sent, data } = start();
  data.install(compiled(ORDERS, { orders: 'h1' }), true);
  const read = (month: number) => () => data.handles.orders!({ month });
  expect(data.probe(read(1), {})).toBe('orders@h1 {"month":1}');
  expect(data.probe(read(1), {})).not.toBe(data.probe(read(2), {}));
  expect(sent).toEqual([]);
});

test('what is called before it is written is called once it has arrived, or is told that it never came', async () => {
  const { sent, data } = start();
  const early = data.handles.orders!({ month: 2 });
  const never = data.handles.never!({});
  data.install(compiled(ORDERS, { orders: 'h1' }), false);
  await Promise.resolve();
  expect(sent.map(({ args }) => args)).toEqual([{ text: ['select ', ''], values: [2] }]);
  data.install(compiled(ORDERS, { orders: 'h1' }), true);
  await expect(never).rejects.toMatchObject({ message: "data.ts has no function 'never'." });
  void early;
});

test('a function of ui.tsx is not called while something it calls is not written; stopping it cancels its calls', async () => {
  const { sent, calls, data } = start();
  const read = () => data.handles.orders!({ month: 1 });
  expect(data.probe(read, {})).toBeNull();
  data.install(compiled(ORDERS, { orders: 'h1' }), false);
  expect(data.probe(read, {})).toBe('orders@h1 {"month":1}');
  const { result, stop } = data.invokeInline(read, {});
  await Promise.resolve();
  expect(sent).toHaveLength(1);
  stop();
  await expect(result).rejects.toMatchObject({ code: 'cancelled' });
  expect(() => calls.answer([{ id: 1, ok: true, value: [], rows: 0, ms: 0 }])).not.toThrow();
});

test('each of many calls that fail at once names the line that made it', async () => {
  const { sent, calls, data } = start();
  const js = `exports.all = all; async function all() { $.call(1);
    const failed = [];
    const note = (call) => failed.push(call);
    for (let i = 0; i < 3; i++) { $.tick(4);
      note(shop.one({ i }));
      note(shop.sql\`select 1\`);
      note(i === 1 ? shop.sql\`select 2\` :
        shop.one({ i })); }
    return (await Promise.allSettled(failed)).map(({ reason }) => reason);
  }`;
  data.install(compiled(js, { all: 'h' }), true);
  const failed = data.handles.all!({}) as Promise<CallFailed[]>;
  await Promise.resolve();
  calls.answer(sent.map(({ id }) => ({ id, ok: false, error: { code: 'not-found', message: 'no', status: 404, retryable: false } })));
  const errors = await failed;
  expect(errors.map((error) => positionInSource(error)?.line)).toEqual([5, 6, 8, 5, 6, 7, 5, 6, 8]);
  expect(errors[0]).toMatchObject({ name: 'CallFailed', status: 404 });
  expect(errors[0]!.stack).toMatch(/^CallFailed: no\n/);
});
