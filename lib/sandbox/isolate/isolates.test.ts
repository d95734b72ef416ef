import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Call, CallAnswer } from '../../bridge/messages';
import { createIsolates, type Isolates } from './isolates';
import { MAX_WAITING } from './limits';

/** Every thread that was ever started, so that a test can break one and see which are left. */
const threads = vi.hoisted(() => [] as { worker: Worker; exited: boolean }[]);
vi.mock('node:worker_threads', async (original) => {
  const real = await original<typeof import('node:worker_threads')>();
  class Watched extends real.Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      const seen = { worker: this as unknown as Worker, exited: false };
      threads.push(seen);
      this.once('exit', () => (seen.exited = true));
    }
  }
  return { ...real, Worker: Watched };
});

const BINDINGS = [{ name: 'api', operations: ['get'] }];
const echo = async (call: Call): Promise<CallAnswer> => ({ id: call.id, ok: true, value: call.args, rows: 0, ms: 0 });
const never = () => new Promise<CallAnswer>(() => {});
const LONG = 'const a = Array.from({ length: 4e5 }, (_, i) => String(i % 1000)); for (;;) a.sort()';
const alive = () => threads.filter(({ exited }) => !exited);

/** Threads start and end in their own time. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000 });

describe('the pool', () => {
  let pool: Isolates;
  const run = (code: string, more = {}) => pool.run({ code, bindings: BINDINGS, onCall: echo, ...more });

  beforeEach(async () => {
    threads.length = 0;
    pool = createIsolates({ size: 1, max: 3 });
    await pool.ready();
  });
  afterEach(() => pool.close());

  test('keeps its thread from run to run', async () => {
    for (let i = 0; i < 5; i++) expect(await run(`return ${i}`)).toMatchObject({ ok: true, value: i });
    expect(threads).toHaveLength(1);
  });

  test('goes on after runs that were stopped, in a new thread where the old one did not hear of it in time', async () => {
    expect(await run('for (;;) {}', { limits: { ms: 50 } })).toMatchObject({ ok: false, error: { code: 'limit-time' } });
    expect(await run('await api.get({})', { limits: { ms: 50 }, onCall: never })).toMatchObject({ ok: false, error: { code: 'limit-time' } });
    expect(await run('return 1')).toMatchObject({ ok: true, value: 1 });
    await until(() => expect(alive()).toHaveLength(1));
  });

  test('never uses a thread again that it had to end', async () => {
    expect(await run(LONG, { limits: { ms: 300 } })).toMatchObject({ ok: false, error: { code: 'limit-time' } });
    await pool.ready();
    await until(() => expect(threads[0]!.exited).toBe(true));
    expect(await run('return 1')).toMatchObject({ ok: true });
    expect(threads).toHaveLength(2);
  });

  test('replaces a thread that breaks in the middle of a run', async () => {
    const running = run('await api.get({})', { onCall: never });
    setTimeout(() => void threads[0]!.worker.terminate(), 50);
    expect(await running).toMatchObject({ ok: false, error: { code: 'crashed', retryable: true } });
    await pool.ready();
    expect(await run('return 1')).toMatchObject({ ok: true, value: 1 });
    expect(alive()).toHaveLength(1);
  });

  test('replaces a thread that breaks while nothing runs', async () => {
    await threads[0]!.worker.terminate();
    await until(() => expect(pool.threads).toEqual({ all: 1, free: 1 }));
    expect(await run('return 1')).toMatchObject({ ok: true, value: 1 });
  });

  test('starts more threads for runs that wait, up to its number, and lets them go', async () => {
    const release: (() => void)[] = [];
    const onCall = (call: Call) => new Promise<CallAnswer>((resolve) => release.push(() => resolve({ id: call.id, ok: true, value: call.id, rows: 0, ms: 0 })));
    const runs = Array.from({ length: 5 }, () => run('await api.get({})', { onCall }));
    await until(() => expect(release).toHaveLength(3));
    expect(pool.threads.all).toBe(3);
    const last = setInterval(() => release.splice(0).forEach((go) => go()), 10);
    expect((await Promise.all(runs)).every(({ ok }) => ok)).toBe(true);
    clearInterval(last);
    await until(() => expect(pool.threads).toEqual({ all: 1, free: 1 }));
    await until(() => expect(alive()).toHaveLength(1));
  });

  test('refuses more runs than may wait, and lets one that waits be cancelled', async () => {
    const controller = new AbortController();
    const runs = Array.from({ length: 1 + MAX_WAITING }, () => run('await api.get({})', { onCall: never, signal: controller.signal }));
    expect(await run('return 1')).toMatchObject({ ok: false, error: { code: 'busy', retryable: true } });
    controller.abort();
    const outcomes = await Promise.all(runs);
    expect(outcomes.every((outcome) => !outcome.ok && outcome.error.code === 'cancelled')).toBe(true);
    expect(await run('return 1')).toMatchObject({ ok: true });
  });

  test('gives a run the memory that it asks for', async () => {
    const code = 'return new ArrayBuffer(150e6).byteLength';
    expect(await run(code)).toMatchObject({ ok: false, error: { code: 'limit-memory', message: expect.stringContaining('memory') } });
    expect(await run(code, { limits: { memoryBytes: 200e6 } })).toMatchObject({ ok: true, value: 150e6 });
    expect(await run(code)).toMatchObject({ ok: false });
  });

  test('closed, ends every thread and what runs', async () => {
    const runs = [run('await api.get({})', { onCall: never }), run('for (;;) {}'), run(LONG), run('return 1')];
    await until(() => expect(pool.threads.all).toBe(3));
    await pool.close();
    for (const outcome of await Promise.all(runs)) expect(outcome).toMatchObject({ ok: false, error: { code: 'closed' } });
    await until(() => expect(alive()).toHaveLength(0));
    expect(await run('return 1')).toMatchObject({ ok: false, error: { code: 'closed' } });
  });

  test('closed while it starts, leaves no thread', async () => {
    const other = createIsolates({ size: 2 });
    const running = other.run({ code: 'return 1', bindings: [], onCall: echo });
    await other.close();
    expect(await running).toMatchObject({ ok: false, error: { code: 'closed' } });
    await until(() => expect(alive()).toHaveLength(1));
  });
});
