import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call, CallAnswer } from '../../bridge/messages';
import type { PlaceRun, RunOutcome } from '../place';
import { createIsolates, type Isolates } from './isolates';

const BINDINGS = [{ name: 'shop', operations: ['sql'] }, { name: 'api', operations: ['get', 'put'] }];

let pool: Isolates;
beforeAll(async () => {
  pool = createIsolates({ size: 2 });
  await pool.ready();
});
afterAll(() => pool.close());

const ok = (call: Call, value: unknown): CallAnswer => ({ id: call.id, ok: true, value, rows: 0, ms: 0 });
const echo = async (call: Call) => ok(call, call.args);
const run = (code: string, more: Partial<PlaceRun> = {}) => pool.run({ code, bindings: BINDINGS, onCall: echo, limits: { ms: 2_000 }, ...more });
const value = async (code: string, more?: Partial<PlaceRun>) => {
  const outcome = await run(code, more);
  return outcome.ok ? outcome.value : expect.unreachable(`it failed: ${outcome.error.code}: ${outcome.error.message}`);
};

function expectWellFormed(outcome: RunOutcome): void {
  expect(typeof outcome.ok).toBe('boolean');
  if (!outcome.ok) expect(outcome.error).toMatchObject({ code: expect.stringMatching(/^[a-z0-9-]+$/), message: expect.any(String), retryable: expect.any(Boolean) });
  for (const line of outcome.console) expect(line).toEqual({ level: expect.any(String), text: expect.any(String) });
  expect(Object.keys(Object.prototype)).toEqual([]);
}

describe('hostile answers', () => {
  test('with keys that are names of prototypes are data inside, and pollute nothing', async () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "then": "x"}');
    const code = `const a = await api.get({}); const copy = Object.assign({}, a); return [a.polluted, {}.polluted, Object.keys(a), a.then, Object.getPrototypeOf(a) === Object.prototype]`;
    expect(await value(code, { onCall: async (call) => ok(call, hostile) })).toEqual([null, null, ['__proto__', 'constructor', 'then'], 'x', true]);
    expect({}).not.toHaveProperty('polluted');
  });

  test('of 8 MB get through, and stay out of the way of others', async () => {
    const rows = Array.from({ length: 10_000 }, (_, id) => ({ id, text: 'x'.repeat(780) }));
    expect(JSON.stringify(rows).length).toBeGreaterThan(7_900_000);
    const large = value('const rows = await shop.sql`select`; return [rows.length, rows.at(-1).id, rows.reduce((sum, { text }) => sum + text.length, 0)]', { onCall: async (call) => ok(call, rows), limits: {} });
    expect(await value('return 1')).toBe(1);
    expect(await large).toEqual([10_000, 9_999, 7_800_000]);
  });

  test('that don’t fit into its memory end the run, not the thread', async () => {
    const outcome = await run('const all = []; for (;;) all.push(await api.get({}))', { onCall: async (call) => ok(call, 'x'.repeat(4_000_000)), limits: { memoryBytes: 24e6 } });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'limit-memory' } });
    expect(await value('return 1')).toBe(1);
  });

  test.each<[string, unknown]>([
    ['a cycle', (() => { const a: { a?: unknown } = {}; a.a = a; return a; })()],
    ['a bigint', 1n],
    ['a getter that throws', { get a() { throw new Error('secret'); } }],
    ['a toJSON that throws', { toJSON() { throw new Error('secret'); } }],
  ])('that can’t be JSON (%s) are an error of the call', async (_, answer) => {
    const outcome = await run('await api.get({})', { onCall: async (call) => ok(call, answer) });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'limit-bytes', message: expect.not.stringContaining('secret') } });
  });

  test('that come late, when the run is over, reach no other run', async () => {
    const late: (() => void)[] = [];
    const onCall = (call: Call) => new Promise<CallAnswer>((resolve) => late.push(() => resolve(ok(call, 'late'))));
    await run('api.get({}); await api.put({})', { onCall, limits: { ms: 60 } });
    expect(late).toHaveLength(2);
    const next = Array.from({ length: 4 }, () => value('return await api.get({ mine: true })', { onCall: async (call) => (late.forEach((go) => go()), await new Promise((resolve) => setTimeout(resolve, 5)), ok(call, call.args)) }));
    for (const mine of await Promise.all(next)) expect(mine).toEqual({ mine: true });
  });
});

describe('code that turns against what runs it', () => {
  test.each([
    ['replaces what its host side uses', 'JSON.parse = JSON.stringify = () => { throw 1 }; Promise = null; WeakMap.prototype.get = WeakMap.prototype.set = () => { throw 2 }; Reflect.apply = null; return (await api.get({ n: 7 })).n', 7],
    ['puts setters on every object', `for (const key of ['value', 'code', 'resolve', 'reject', 'failed', '0', '1', '2', 'call']) Object.defineProperty(Object.prototype, key, { set() { throw new Error(key) }, configurable: true }); return (await api.get({ n: 7 })).n`, 7],
    ['makes every object thenable', 'let n = 0; Object.prototype.then = function (go) { delete Object.prototype.then; n++; go(this) }; return (await api.get({ n: 7 })).n', 7],
  ])('%s, harms itself at most', async (_, code, expected) => {
    const outcome = await run(code);
    expectWellFormed(outcome);
    if (outcome.ok) expect(outcome.value).toBe(expected);
    expect(await value('return (await api.get({ n: 1 })).n')).toBe(1);
  });

  test('can’t get out of the function that it is put into', async () => {
    expectWellFormed(await run('return 1 }); api.get({}); (async function () { return 2'));
    expect(await value('return 1')).toBe(1);
  });

  test('names of bindings are names, whatever is in them', async () => {
    const bindings = [{ name: '__proto__', operations: ['get'] }, { name: 'undefined', operations: ['get'] }, { name: 'JSON', operations: ['get'] }, { name: 'a b"];', operations: ['get', '"];'] }];
    for (let i = 0; i < bindings.length; i++) expectWellFormed(await run('return (await globalThis[Object.keys(globalThis).at(-1)].get({ n: 1 }))', { bindings: [bindings[i]!] }));
    expect(await value('return 1')).toBe(1);
  });
});

/** Pieces of programs: each is harmless, hostile or wrong, and they're put together in any order. */
const PIECES = [
  'await api.get({ n: 1 })', 'api.put({})', 'await shop.sql`select ${1}`', 'await Promise.all([api.get(1), api.get(2)])', 'console.log(globalThis)', 'console.log(api, shop, console)', 'throw new Error("x")', 'throw null',
  'for (;;) {}', 'for (;;) await api.get({})', 'await new Promise(() => {})', 'const f = () => f(); f()', 'Object.prototype.x = 1', 'Array.prototype.push = null', 'Function.prototype.call = null', 'delete globalThis.Promise',
  'Object.freeze(globalThis)', 'Object.setPrototypeOf(globalThis, null)', 'Object.defineProperty(Object.prototype, "length", { get() { throw 1 } })', 'Object.defineProperty(Array.prototype, 0, { set() { throw 1 } })',
  'globalThis.__proto__ = new Proxy({}, { get() { throw 1 } })', 'JSON.parse = () => api', 'Error.prototype.toString = () => { for (;;); }', 'Error.stackTraceLimit = -1', 'Error.prepareStackTrace = () => { throw 1 }',
  'Promise.prototype.then = function () { return this }', 'Symbol.iterator = null', 'console.log(new Proxy({}, { ownKeys() { throw 1 } }))', 'const a = []; a[0] = a; console.log(a); a', 'return api', 'return 1', '({ then(go) { go(go) } })', 'await { then() {} }', 'new ArrayBuffer(1e9)', '"x".repeat(1e8)', '[].concat(...Array(1e4).fill(Array(1e4)))',
  'export default 1', 'import "x"', 'await import("fs")', '}', '{', '`', '*/', '/*', '//', '\u2028', '\0', '\ud800', 'new WeakRef({}).deref()', 'new FinalizationRegistry(() => { for (;;); }).register({}, 1)', 'queueMicrotask(() => { throw 1 })', 'eval("api.get({})")', 'new Function("return this")()', '1n', 'Symbol()',
];

const answers = fc.oneof(
  fc.constant('echo'),
  fc.json().map((json) => ({ json })),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withObjectString: true, withSparseArray: true, withTypedArray: true }).map((garbage) => ({ garbage })),
  fc.anything().map((value) => ({ value })),
  fc.constant('throw'),
  fc.constant('reject'),
  fc.constant('never'),
);

function answering(how: string | object, call: Call): Promise<CallAnswer> {
  if (how === 'throw') throw new Error('thrown');
  if (how === 'reject') return Promise.reject(new Error('rejected'));
  if (how === 'never') return new Promise(() => {});
  if (typeof how === 'string') return echo(call);
  if ('json' in how) return Promise.resolve(JSON.parse(how.json as string) as CallAnswer);
  if ('value' in how) return Promise.resolve(ok(call, how.value));
  return Promise.resolve((how as { garbage: CallAnswer }).garbage);
}

test('random programs with random answers end in an outcome, and the pool is whole', async () => {
  const program = fc.oneof({ weight: 5, arbitrary: fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(';\n')) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) });
  await fc.assert(
    fc.asyncProperty(program, answers, fc.boolean(), async (code, how, asModule) => {
      const call = asModule ? { call: { name: 'f', args: {} } } : {};
      const text = asModule ? `export async function f() {\n${code}\n}` : code;
      expectWellFormed(await run(text, { ...call, onCall: (made) => answering(how, made), limits: { ms: 40, memoryBytes: 32e6, calls: 50 } }));
      expect(await value('return (await api.get({ n: 1 })).n')).toBe(1);
    }),
    { numRuns: 80 },
  );
});
