import { beforeAll, expect, test, vi } from 'vitest';
import { LOCAL } from '../auth/viewer';
import { Gate } from '../bridge/gate';
import type { Call, CallAnswer } from '../bridge/messages';
import { CallError, type Connector } from '../connector/contract';
import { OpenCalls } from '../sandbox/open-calls';
import { runCall } from './run-call';

// Nobody answers: what isn't granted is declined.
vi.mock('./ask', () => ({ askPerson: () => Promise.reject(new CallError({ code: 'denied', message: 'No.', retryable: false })) }));

const MESSAGES = 100_000;
const GRANTED = '203.0.113.7';
const OPERATIONS: Record<string, 'read' | 'write'> = { list: 'read', block: 'write' };

type Made = { operation: string; args: unknown };
const made: Made[] = [];
const lines: string[] = [];
const wall: Pick<Connector, 'effectOf' | 'call' | 'check' | 'describe'> = {
  effectOf: (operation) => (Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation]! : 'read'),
  async call(operation, args) {
    if (!Object.hasOwn(OPERATIONS, operation)) throw new CallError({ code: 'unknown-operation', message: 'There is none.', retryable: false });
    made.push({ operation, args });
    return { value: null, rows: 0, bytes: 4, ms: 0 };
  },
  check: async () => ({ ok: true, columns: [] }),
  describe: async () => ({ kind: 'api', title: 'Wall', operations: [] }) as never,
};

beforeAll(() => {
  const kept = globalThis as { vitrineStore?: unknown; vitrineConnections?: unknown };
  const held = [
    { id: 'g1', effect: 'write', binding: 'wall', operation: 'block', limits: { address: { is: GRANTED } } },
    { id: 'g2', effect: 'read', binding: 'wall', names: ['list'], columns: {}, limits: null, maxRows: null },
  ];
  const team = {
    grants: { list: async () => held, readFreely: async () => false, users: async () => null, onChange: () => () => {} },
    ledger: { add: async ([line]: { outcome: string }[]) => void lines.push(line!.outcome), begin: async () => '1', end: async (_: string, { outcome }: { outcome: string }) => void lines.push(outcome) },
  };
  kept.vitrineStore = Promise.resolve({ team: () => team });
  kept.vitrineConnections = new Map([['local', { connector: async (name: string) => (name === 'wall' ? wall : null) }]]);
});

/** Numbers from 0 to 1, always the same for a seed (mulberry32), so that what fails can be found again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function generator(random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const names = ['type', 'calls', 'id', 'binding', 'operation', 'args', 'address', 'key', 'value', 'constructor', 'prototype', 'toString', 'toJSON', 'hasOwnProperty', '', 'a.b', '0'];
  const texts = ['ready', 'calls', 'shared', 'cancel', 'link', 'wall', 'list', 'block', 'sql', '__proto__', 'constructor', 'valueOf', GRANTED, '0.0.0.0', 'javascript:alert(1)', 'https://a.example', '\u0000', '\ud800', 'x'.repeat(300), 'x'.repeat(5_000)];
  const numbers = [0, 1, -1, 1.5, NaN, Infinity, -0, 2 ** 53, 1e308, 7];
  const long = Array.from({ length: 2_000_000 });
  const oddities = [() => new Map([['a', 1]]), () => new Uint8Array(4), () => new Date(0), () => /x/, () => 10n, () => Symbol('s'), () => new Error('e'), () => Object.create(null) as object, () => long, cyclic, deep, polluting, () => () => 1];

  function cyclic(): unknown {
    const one: Record<string, unknown> = {};
    one.self = one;
    return one;
  }
  function deep(): unknown {
    return Array.from({ length: 50 }).reduce((inner) => [inner], 1 as unknown);
  }
  function polluting(): unknown {
    return JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
  }
  function value(depth: number): unknown {
    const kind = random();
    if (depth <= 0 || kind < 0.35) return pick(texts);
    if (kind < 0.6) return pick([...numbers, true, false, null, undefined]);
    if (kind < 0.65) return pick(oddities)();
    const length = Math.floor(random() * 4);
    if (kind < 0.8) return Array.from({ length }, () => value(depth - 1));
    return Object.fromEntries(Array.from({ length }, () => [pick(names), value(depth - 1)]));
  }
  const call = () => ({ id: Math.floor(random() * 50), binding: pick(['wall', 'wall', 'wall', 'constructor', 'shop']), operation: pick(['list', 'block', 'block', 'toString', '__proto__', 'drop']), args: random() < 0.6 ? { address: random() < 0.5 ? GRANTED : value(2) } : value(3) });
  const valid = (): unknown =>
    pick([
      () => ({ type: 'ready' }),
      () => ({ type: 'calls', calls: Array.from({ length: Math.floor(random() * 3) + 1 }, call) }),
      () => ({ type: 'calls', calls: [call()] }),
      () => ({ type: 'cancel', ids: [Math.floor(random() * 50)] }),
      () => ({ type: 'shared', key: pick(texts), value: value(3) }),
      () => ({ type: 'ack', seq: 1, outcome: 'shown', ms: 1 }),
      () => ({ type: 'link', href: pick(texts) }),
      () => ({ type: 'key', key: 'menu' }),
      () => ({ type: 'copy', text: pick(texts) }),
      () => ({ type: 'download', name: pick(texts), url: 'data:text/csv;base64,AAAA' }),
      () => ({ type: 'problem', problem: { phase: 'render', message: pick(texts), seq: 1 } }),
    ])();

  /** One place of it is something else, is gone, or is there twice. */
  function mutated(message: unknown): unknown {
    if (typeof message !== 'object' || message === null || random() < 0.2) return value(3);
    const copy = (Array.isArray(message) ? [...message] : { ...message }) as Record<string, unknown>;
    const key = pick(Object.keys(copy).concat(random() < 0.2 ? names : []));
    if (random() < 0.15) delete copy[key];
    else copy[key] = mutated(copy[key]);
    return copy;
  }
  return () => (random() < 0.45 ? valid() : random() < 0.8 ? mutated(valid()) : value(4));
}

test('100,000 random and mutated messages: nothing breaks, and no call is made that wasn’t granted', async () => {
  const next = generator(randomFrom(20_261_128));
  // A line that couldn’t be written is only said there.
  const failures = vi.spyOn(console, 'error');
  const count = { passed: 0, breaches: 0, calls: 0, answers: 0 };
  const running: Promise<unknown>[] = [];
  let gate = new Gate();
  const open = new OpenCalls((answers: CallAnswer[]) => void (count.answers += answers.length));

  const make = (calls: Call[]) => {
    const { answer, signal } = open.begin(calls);
    count.calls += calls.length;
    for (const call of calls) running.push(runCall(LOCAL, 'p1', call, signal).then(answer));
  };
  for (let i = 0; i < MESSAGES; i++) {
    const passage = gate.pass(next(), i * 10);
    if ('breach' in passage) {
      count.breaches += 1;
      gate = new Gate(); // The frame was closed; another begins.
      continue;
    }
    count.passed += 1;
    if (passage.message.type === 'calls') make(passage.message.calls);
    else if (passage.message.type === 'cancel') open.cancel(passage.message.ids);
    if (i % 5_000 === 0) await Promise.all(running.splice(0));
  }
  await Promise.all(running);

  expect(count.passed).toBeGreaterThan(30_000);
  expect(count.breaches).toBeGreaterThan(20_000);
  const writes = made.filter(({ operation }) => operation === 'block');
  expect(writes.length).toBeGreaterThan(500);
  expect(writes.filter(({ args }) => JSON.stringify(args) !== JSON.stringify({ address: GRANTED }))).toEqual([]);
  expect(new Set(made.map(({ operation }) => operation))).toEqual(new Set(['list', 'block']));
  expect(lines.filter((outcome) => outcome === 'denied').length).toBeGreaterThan(1_000);
  expect(lines).not.toContain('internal');
  expect(failures).not.toHaveBeenCalled();
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});
