import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Call, CallAnswer } from '../bridge/messages';
import type { Place, PlaceRun, RunOutcome } from './place';

const BINDINGS = [
  { name: 'shop', operations: ['sql'] },
  { name: 'api', operations: ['get', 'put', 'constructor', '__proto__', 'then', 'toString'] },
];

const SHORT = { ms: 200 };

/** What every place of generated code must do. Each place's test runs it. */
export function placeSuite(open: () => Promise<Place>): void {
  let place: Place;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  const answer = (call: Call, value: unknown): CallAnswer => ({ id: call.id, ok: true, value, rows: Array.isArray(value) ? value.length : 0, ms: 0 });
  const echo = async (call: Call) => answer(call, call.args);
  const run = (code: string, more: Partial<PlaceRun> = {}): Promise<RunOutcome> => place.run({ code, bindings: BINDINGS, onCall: echo, ...more });
  const value = async (code: string, more?: Partial<PlaceRun>): Promise<unknown> => {
    const outcome = await run(code, more);
    return outcome.ok ? outcome.value : expect.unreachable(`it failed: ${outcome.error.code}: ${outcome.error.message}`);
  };
  const failure = async (code: string, more?: Partial<PlaceRun>) => {
    const outcome = await run(code, more);
    return outcome.ok ? expect.unreachable(`it gave ${JSON.stringify(outcome.value)}`) : outcome.error;
  };
  const works = async () => expect(await value('return (await api.get({ n: 1 })).n')).toBe(1);

  describe('a snippet', () => {
    test.each([
      ['what it returns', 'const a = 1;\nreturn a + 1;', 2],
      ['its last expression', 'const a = 1;\na + 1', 2],
      ['an awaited expression', 'await api.get({ a: 1 })', { a: 1 }],
      ['a promise that isn’t awaited', 'api.get({ a: 1 })', { a: 1 }],
      ['a function that is to be called', 'async () => { return 5 }', 5],
      ['nothing', 'const a = 1;', undefined],
      ['a date as text', 'new Date(0)', '1970-01-01T00:00:00.000Z'],
      ['what JSON leaves of it', '({ a: undefined, b: NaN, c: [undefined] })', { b: null, c: [null] }],
      ['text of every kind', String.raw`return "\u0000\ud800 ☃ 𝒳 \u2028"`, '\u0000\ud800 ☃ 𝒳 \u2028'],
      ['a name that stands for something else then', 'const api = 5;\napi', 5],
      ['code that ends in a comment', 'return 1 // one', 1],
    ])('gives %s', async (_, code, expected) => {
      expect(await value(code)).toEqual(expected);
    });

    test.each([
      ['a cycle', 'const a = {}; a.a = a; a'],
      ['a bigint', '10n'],
      ['what throws when it’s read', '({ get a() { throw new Error("no") } })'],
      ['a key that would be a prototype', 'JSON.parse(\'{"__proto__": {"a": 1}}\')'],
    ])('can’t give %s', async (_, code) => {
      expect(await failure(code)).toMatchObject({ code: 'bad-value', retryable: false });
    });
  });

  describe('a module', () => {
    const code = 'const by = 2;\nexport async function twice({ n }) { return (await api.get({ n })).n * by; }\nexport const notOne = 1;\nexport async function fails() {\n  throw new Error("no");\n}';

    test('has the function called that was asked for, with its arguments', async () => {
      expect(await value(code, { call: { name: 'twice', args: { n: 4 } } })).toBe(8);
    });

    test.each(['thrice', 'notOne', 'constructor', 'toString', '__proto__'])('has no function %s', async (name) => {
      expect(await failure(code, { call: { name, args: {} } })).toMatchObject({ code: 'syntax' });
    });

    test('is not called with arguments that are too large or no JSON', async () => {
      const cycle: { self?: unknown } = {};
      cycle.self = cycle;
      for (const args of [cycle, 1n, 'x'.repeat(2_000)]) expect(await failure(code, { call: { name: 'twice', args }, limits: { callUnits: 1_000 } })).toMatchObject({ code: 'limit-bytes' });
    });

    test('says the line of what it throws', async () => {
      expect(await failure(code, { call: { name: 'fails', args: {} } })).toEqual({ code: 'threw', message: 'Error: no', line: 5, retryable: false });
    });
  });

  describe('a call', () => {
    test('of a template keeps pieces and values apart', async () => {
      const nasty = `'; drop table x; --`;
      expect(await value(`shop.sql\`select \${${JSON.stringify(nasty)}} as a, \${[1, new Date(0)]} as b\``)).toEqual({ text: ['select ', ' as a, ', ' as b'], values: [nasty, [1, '1970-01-01T00:00:00.000Z']] });
    });

    test('carries its binding, its operation and one argument', async () => {
      const calls: Call[] = [];
      await run('await api.get({ a: [1, null] }); await api.put(); return 1', { onCall: (call) => (calls.push(call), echo(call)) });
      expect(calls.map(({ binding, operation, args }) => ({ binding, operation, args }))).toEqual([
        { binding: 'api', operation: 'get', args: { a: [1, null] } },
        { binding: 'api', operation: 'put', args: null },
      ]);
      expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    });

    test('runs beside others that are awaited together', async () => {
      let release: (() => void) | undefined;
      const both = new Promise<void>((resolve) => (release = resolve));
      let begun = 0;
      const onCall = async (call: Call) => {
        if (++begun === 2) release!();
        await both;
        return echo(call);
      };
      expect(await value('Promise.all([api.get({ n: 1 }), api.get({ n: 2 })])', { onCall })).toEqual([{ n: 1 }, { n: 2 }]);
    });

    test('gets its own answer, in whatever order they come', async () => {
      const onCall = async (call: Call) => {
        const { n } = call.args as { n: number };
        await new Promise((resolve) => setTimeout(resolve, (10 - n) * 2));
        return answer(call, n);
      };
      expect(await value('Promise.all([...Array(10).keys()].map((n) => api.get({ n })))', { onCall })).toEqual([...Array(10).keys()]);
    });

    test('is kept in the run’s record with what came of it', async () => {
      const onCall = async (call: Call): Promise<CallAnswer> =>
        call.operation === 'sql' ? answer(call, [1, 2, 3]) : { id: call.id, ok: false, error: { code: 'denied', message: 'No.', retryable: false } };
      const { calls } = await run('await shop.sql`select 1`; await api.get({}).catch(() => 0); return 1', { onCall });
      expect(calls).toMatchObject([{ binding: 'shop', operation: 'sql', outcome: 'ok', rows: 3 }, { binding: 'api', operation: 'get', outcome: 'denied', rows: 0 }]);
    });

    test('that nobody awaits is said in the console', async () => {
      const { console } = await run('api.put({}); return 1');
      expect(console).toEqual([{ level: 'warn', text: expect.stringContaining('await') }]);
    });

    test.each(['constructor', '__proto__', 'toString'])('of an operation called %s reaches that operation', async (name) => {
      const seen: string[] = [];
      await value(`await api.${name}({ a: 1 }); return 1`, { onCall: (call) => (seen.push(call.operation), echo(call)) });
      expect(seen).toEqual([name]);
    });

    test('is none where a binding is awaited or returned', async () => {
      const seen: string[] = [];
      await run('const same = await api; return same === api', { onCall: (call) => (seen.push(call.operation), echo(call)) });
      expect(seen).toEqual([]);
    });

    test('of an operation that isn’t there is an error of its own, and reaches nobody', async () => {
      const seen: string[] = [];
      const error = await failure('const a = 1;\nawait api.remove({});', { onCall: (call) => (seen.push(call.operation), echo(call)) });
      expect(error).toMatchObject({ code: 'unknown-operation', message: expect.stringContaining('remove'), line: 2 });
      expect(seen).toEqual([]);
    });
  });

  describe('an error of a call', () => {
    const refused = async (call: Call): Promise<CallAnswer> => ({ id: call.id, ok: false, error: { code: 'http-404', message: 'There is no such repository.', hint: 'See reposList.', retryable: true, status: 404 } });

    test('is data inside', async () => {
      expect(await value('try { await api.get({}) } catch (e) { return { ...e, message: e.message, name: e.name, isError: e instanceof Error } }', { onCall: refused })).toEqual({
        code: 'http-404', message: 'There is no such repository.', hint: 'See reposList.', retryable: true, status: 404, name: 'CallFailed', isError: true,
      });
    });

    test('is the run’s error where nobody catches it, with the line that called', async () => {
      expect(await failure('const a = 1;\nconst b = await api.get({});\nreturn b;', { onCall: refused })).toEqual({
        code: 'http-404', message: 'There is no such repository.', hint: 'See reposList.', retryable: true, status: 404, line: 2,
      });
    });

    test('can’t be made up', async () => {
      expect(await failure('throw Object.assign(new Error("x"), { code: "limit-time", retryable: true })')).toMatchObject({ code: 'threw', retryable: false });
    });

    test.each([
      ['rejects', () => Promise.reject(new Error('secret of the server'))],
      ['throws', () => { throw new Error('secret of the server'); }],
      ['gives nothing', () => Promise.resolve(undefined as unknown as CallAnswer)],
      ['gives what can’t be read', () => Promise.resolve({ ok: true, value: 1, get rows(): number { throw new Error('secret of the server'); } } as unknown as CallAnswer)],
      ['gives something else', () => Promise.resolve({ ok: false } as unknown as CallAnswer)],
    ])('is one where what answers %s, and says nothing of the server', async (_, onCall) => {
      const error = await failure('await api.get({})', { onCall });
      expect(error).toMatchObject({ code: 'internal' });
      expect(JSON.stringify(error)).not.toContain('secret');
    });

    test('is one where arguments aren’t JSON, before they leave', async () => {
      const seen: Call[] = [];
      expect(await failure('await api.get({ a: 1n })', { onCall: (call) => (seen.push(call), echo(call)) })).toMatchObject({ code: 'bad-arguments' });
      expect(await failure('await api.get(JSON.parse(\'{"a": {"__proto__": 1}}\'))', { onCall: (call) => (seen.push(call), echo(call)) })).toMatchObject({ code: 'bad-arguments' });
      expect(await failure('let a = []; for (let i = 0; i < 300; i++) a = [a]; await api.get(a)', { onCall: (call) => (seen.push(call), echo(call)) })).toMatchObject({ code: 'bad-arguments' });
      expect(seen).toEqual([]);
    });
  });

  describe('an error of the code', () => {
    test.each([
      ['that can’t be read', 'const a = 1;\nconst b = ;', { code: 'syntax', line: 2 }],
      ['that can’t be read, after a return', 'if (0) return 1;\nconst b = ;', { code: 'syntax', line: 2 }],
      ['that nobody catches', 'const a = 1;\n\nthrow new TypeError("no")', { code: 'threw', message: 'TypeError: no', line: 3 }],
      ['after a call', 'await api.get({});\nnull.x', { code: 'threw', line: 2 }],
      ['that is a text', 'throw "no"', { code: 'threw', message: 'no' }],
      ['that is nothing', 'throw undefined', { code: 'threw', message: 'undefined' }],
      ['that throws when it’s read', 'throw { get message() { throw 1 }, get name() { throw 2 }, get stack() { throw 3 } }', { code: 'threw' }],
      ['that can’t be made a text', 'throw Object.create(null)', { code: 'threw' }],
      ['that is endless', 'throw new Error("x".repeat(1e6))', { code: 'threw', message: expect.stringMatching(/^.{1,5000}$/) }],
    ])('%s', async (_, code, expected) => {
      expect(await failure(code)).toMatchObject(expected);
    });
  });

  describe('the console', () => {
    const lines = async (code: string, more?: Partial<PlaceRun>) => (await run(code, more)).console;

    test('shows what is inside', async () => {
      expect(await lines('const a = { n: 1, list: [1, "x", null], in: { deep: new Date(0) }, when: undefined }; a.self = a; console.log("a:", a, new Map([["k", 1]]), new Set([1]), 5n)')).toEqual([
        { level: 'log', text: 'a: { n: 1, list: [1, "x", null], in: { deep: 1970-01-01T00:00:00.000Z }, when: undefined, self: [cycle] } Map(1) { "k" => 1 } Set(1) { 1 } 5n' },
      ]);
    });

    test('shows an error with its line, and calls no getter', async () => {
      expect(await lines('\nconsole.error(new RangeError("too far"), { get a() { throw 1 } }, api)')).toEqual([{ level: 'error', text: 'RangeError: too far (line 2) { a: [getter] } [binding api]' }]);
    });

    test('cuts long lines and many lines, and says so', async () => {
      const limits = { consoleLineUnits: 50, consoleLines: 3 };
      const printed = await lines('for (let i = 0; i < 100; i++) console.log("x".repeat(200))', { limits });
      expect(printed).toHaveLength(4);
      expect(printed[0]!.text).toMatch(/^x{50} .*50/);
      expect(printed[3]).toEqual({ level: 'warn', text: expect.stringContaining('3') });
    });

    test('cuts what is much in all', async () => {
      const printed = await lines('for (let i = 0; i < 100; i++) console.log("x".repeat(100))', { limits: { consoleUnits: 1_000 } });
      expect(printed.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1_400);
      expect(printed.at(-1)).toEqual({ level: 'warn', text: expect.stringContaining('1000') });
    });

    test('is there of a run that was stopped', async () => {
      expect(await lines('console.log("before"); for (;;) {}', { limits: SHORT })).toEqual([{ level: 'log', text: 'before' }]);
    });
  });

  describe('a limit ends the run, and the place goes on', () => {
    test.each([
      ['a loop', 'const a = 1;\nfor (;;) { Math.sin(a) }', SHORT, 'limit-time'],
      ['a loop that catches', 'for (;;) { try { for (;;) {} } catch {} finally { continue } }', SHORT, 'limit-time'],
      ['an async loop that catches', 'const f = async () => { for (;;) {} }; for (;;) { try { await f() } catch {} }', SHORT, 'limit-time'],
      ['promises that wake each other', 'const f = () => Promise.resolve().then(f); await f()', SHORT, 'limit-time'],
      ['a regular expression', '/(a+)+$/.test("a".repeat(60) + "b")', SHORT, 'limit-time'],
      ['something long that can’t be interrupted', 'const a = Array.from({ length: 2e5 }, (_, i) => String(i % 1000)); for (;;) a.sort()', { ms: 800 }, 'limit-time'],
      ['a getter that never ends', 'throw { get message() { for (;;); } }', SHORT, 'limit-time'],
      ['a value that never ends', '({ toJSON() { for (;;); } })', SHORT, 'limit-time'],
      ['a console line that never ends', 'class A extends Error { get name() { for (;;); } }; console.log(new A())', SHORT, 'limit-time'],
      ['recursion', 'const f = (n) => f(n + 1) + 1;\nf(0)', undefined, 'limit-stack'],
      ['many small things', 'const a = []; for (;;) a.push({ x: new Array(100).fill(1) })', { memoryBytes: 16e6 }, 'limit-memory'],
      ['one huge thing', 'const a = new ArrayBuffer(1e9); return a.byteLength', { memoryBytes: 16e6 }, 'limit-memory'],
      ['a text that doubles', 'let s = "x"; for (;;) s += s + s', { memoryBytes: 16e6 }, 'limit-memory'],
      ['a million calls', 'for (let i = 0; i < 1e6; i++) api.get({})', undefined, 'limit-calls'],
      ['a million awaited calls', 'for (let i = 0; i < 1e6; i++) await api.get({})', { calls: 50 }, 'limit-calls'],
      ['calls that say too much in all', 'for (;;) await api.get({ s: "x".repeat(1000) })', { allCallsUnits: 20_000 }, 'limit-bytes'],
      ['answers that say too much in all', 'for (;;) await api.get({ s: "x".repeat(1000) })', { allAnswersUnits: 20_000 }, 'limit-bytes'],
      ['too large a value', 'return "x".repeat(2000)', { valueUnits: 1_000 }, 'limit-bytes'],
      ['too long a text', `return 1;${' '.repeat(2_000)}`, { codeUnits: 1_000 }, 'limit-bytes'],
      ['a promise that never settles', 'await new Promise(() => {})', undefined, 'never-settles'],
      ['a promise that never settles, after a call', 'await api.get({}); await new Promise(() => {})', undefined, 'never-settles'],
    ])('%s', async (_, code, limits, expected) => {
      expect(await failure(code, { limits })).toMatchObject({ code: expected });
      await works();
    });

    test('and says the line where it was', async () => {
      expect(await failure('const a = 1;\nfor (;;) api.get({})')).toMatchObject({ code: 'limit-calls', line: 2, message: expect.stringContaining('1000') });
      // Of a loop the line is only known where it could be stopped from inside; a busy machine may be late with that.
      const lines = new Set<number | undefined>();
      for (let i = 0; i < 10 && !lines.has(3); i++) {
        const error = await failure('const a = [];\nfunction f() {\n  for (;;) a.at(Math.sin(1));\n}\nf()', { limits: { ms: 100 } });
        expect(error).toMatchObject({ code: 'limit-time', message: expect.stringContaining('100') });
        lines.add(error.line);
      }
      expect(lines).toContain(3);
    });

    test('a call that is never answered, whose work outside is told to stop', async () => {
      let stopped: AbortSignal | undefined;
      const onCall = (_: Call, signal: AbortSignal) => ((stopped = signal), new Promise<CallAnswer>(() => {}));
      const outcome = await run('await api.get({})', { onCall, limits: SHORT });
      expect(outcome).toMatchObject({ ok: false, error: { code: 'limit-time', hint: expect.stringContaining('api.get') }, calls: [{ operation: 'get', outcome: 'open' }] });
      expect(stopped!.aborted).toBe(true);
      await works();
    });

    test('that stands still while a person is waited for, and counts on after', async () => {
      const waits = async (call: Call, _: AbortSignal, hold: () => () => void) => {
        const go = hold();
        await new Promise((resolve) => setTimeout(resolve, 2 * SHORT.ms));
        go();
        return echo(call);
      };
      expect(await value('await api.get({}); await api.get({}); let n = 0; while (n < 1e5) n++; return n', { onCall: waits, limits: SHORT })).toBe(1e5);
      expect(await failure('await api.get({}); while (true);', { onCall: waits, limits: SHORT })).toMatchObject({ code: 'limit-time' });
    });

    test('of one call is that call’s error, and the run goes on', async () => {
      const code = 'const why = []; for (const n of [10, 5000]) await api.get({ s: "x".repeat(n) }).catch((e) => why.push(e.code)); return why';
      expect(await value(code, { limits: { callUnits: 1_000 } })).toEqual(['limit-bytes']);
      expect(await value(code, { limits: { answerUnits: 1_000 } })).toEqual(['limit-bytes']);
    });
  });

  describe('nothing is there but the language and what was granted', () => {
    test.each([
      'fetch', 'XMLHttpRequest', 'WebSocket', 'setTimeout', 'setInterval', 'setImmediate', 'process', 'require', 'module', 'exports', 'Buffer', 'WebAssembly', 'Worker',
      'window', 'self', 'document', 'navigator', 'location', 'performance', 'Atomics', 'Deno', 'Bun', 'global', 'std', 'os', 'scriptArgs', 'print', 'postMessage', 'parentPort',
    ])('no %s', async (name) => {
      expect(await value(`typeof ${name} + ' ' + (${JSON.stringify(name)} in globalThis)`)).toBe('undefined false');
    });

    test.each(['node:fs', 'fs', './worker.ts', './main', 'vitrine', 'execute.ts', 'quickjs-wasi', 'data:text/javascript,export default 1', 'file:///etc/passwd'])('no import of %s', async (name) => {
      expect(await failure(`return Object.keys(await import(${JSON.stringify(name)}))`)).toMatchObject({ code: 'syntax' });
      expect(await failure(`import * as x from ${JSON.stringify(name)}; export const f = () => Object.keys(x)`, { call: { name: 'f', args: {} } })).toHaveProperty('code');
    });

    test.each([
      ['the constructor of a function', '(() => {}).constructor("return this")().process'],
      ['the constructor of a binding’s function', 'api.get.constructor("return typeof process + typeof fetch")()'],
      ['the prototype of a binding', 'Object.getPrototypeOf(shop)'],
      ['what isn’t an operation', 'shop.constructor ?? shop.__proto__ ?? shop.valueOf'],
      ['the place that called', '(function () { return this })() ?? (function f() { try { return f.caller } catch { return undefined } })()'],
      ['an error’s own frames', 'Error.captureStackTrace?.({}) ?? Error.prepareStackTrace'],
    ])('nothing behind %s', async (_, code) => {
      expect([undefined, null, 'undefinedundefined']).toContain(await value(`return ${code}`));
    });

    test('a stack names no file of the server', async () => {
      expect(await value('try { await api.remove({}) } catch (e) { return new Error("x").stack + e.stack }')).not.toMatch(/node:|file:|\/lib\/|node_modules/);
    });

    test('bindings that weren’t granted', async () => {
      expect(await value('typeof shop + typeof api', { bindings: [] })).toBe('undefinedundefined');
    });

    test('a binding can’t be changed', async () => {
      expect(await failure('api.get = () => 1')).toMatchObject({ code: 'threw' });
      expect(await failure('shop = 1')).toMatchObject({ code: 'threw' });
    });
  });

  describe('a run leaves nothing behind', () => {
    test('of globals, prototypes and random numbers', async () => {
      const spoil = 'globalThis.left = 1; Object.prototype.left = 1; Array.prototype.map = () => "spoiled"; Promise.prototype.then = () => {}; JSON.stringify = () => "spoiled"; Math.random = () => 1; return 1';
      for (let i = 0; i < 3; i++) await run(spoil);
      for (let i = 0; i < 3; i++) expect(await value('return [typeof left, typeof {}.left, [1].map((x) => x + 1), JSON.stringify({}), Math.random() < 1]')).toEqual(['undefined', 'undefined', [2], '{}', true]);
      expect(Object.prototype).not.toHaveProperty('left');
      expect(await value('Math.random()')).not.toBe(await value('Math.random()'));
    });

    test('for one that runs beside it', async () => {
      const outcomes = await Promise.all(Array.from({ length: 8 }, (_, i) => value(`globalThis.n ??= ${i}; await api.get({}); return globalThis.n`)));
      expect(outcomes).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    });
  });

  describe('a cancelled run', () => {
    const never = () => new Promise<CallAnswer>(() => {});

    test.each([
      ['before it begins', 'return 1', 0],
      ['while it waits', 'await api.get({})', 60],
      ['while it computes', 'for (;;) {}', 60],
      ['while it does something long', 'const a = Array.from({ length: 2e5 }, (_, i) => String(i % 1000)); for (;;) a.sort()', 250],
    ])('%s', async (_, code, after) => {
      const controller = new AbortController();
      if (after === 0) controller.abort();
      else setTimeout(() => controller.abort(), after);
      expect(await failure(code, { signal: controller.signal, onCall: never })).toMatchObject({ code: 'cancelled', retryable: true });
      await works();
    });

    test('tells what it called to stop', async () => {
      const controller = new AbortController();
      const told = new Promise<boolean>((resolve) => {
        const onCall = (_: Call, signal: AbortSignal) => (signal.addEventListener('abort', () => resolve(true)), controller.abort(), never());
        void run('await api.get({})', { onCall, signal: controller.signal });
      });
      expect(await told).toBe(true);
    });
  });
}
