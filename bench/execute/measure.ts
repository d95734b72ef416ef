import type { BenchRow } from '../row.ts';
import type { Executor } from './executor.ts';

const WARM_UP = 20;
const COLD_RUNS = 200;
/** Runs don't come one right after the other; a pool gets ready in between. */
const PAUSE_MS = 15;
const ROUNDS = 5;
const CALLS = 2_000;
const BATCHES = 20;
const BATCH = 100;
const KILL_AT_MS = 100;
const KILLS = 7;
/** Who hasn't ended a loop by then doesn't. */
const GIVE_UP_MS = 3_000;

const COLD = 'const a = await api.echo({ n: 1 }); const b = await api.echo({ n: a.n + 1 }); const c = await api.echo({ n: b.n + 1 }); return c.n;';
const SEQUENTIAL = `let sum = 0; for (let i = 0; i < ${CALLS}; i++) sum += (await api.echo({ i, text: 'hello' })).i; return sum;`;
const PARALLEL = `let sum = 0; for (let j = 0; j < ${BATCHES}; j++) for (const { i } of await Promise.all(Array.from({ length: ${BATCH} }, (_, i) => api.echo({ i })))) sum += i; return sum;`;
const CPU = `
  const rows = [];
  for (let i = 0; i < 100000; i++) rows.push({ region: 'r' + (i * 7919) % 50, amount: (i * 104729) % 1000, month: i % 12 });
  const groups = {};
  for (const { region, amount, month } of rows) { const group = (groups[region + '/' + month] ??= { key: region, n: 0, sum: 0 }); group.n++; group.sum += amount; }
  return Object.values(groups).sort((a, b) => b.sum - a.sum || (a.key < b.key ? -1 : 1)).slice(0, 3);`;

type Goals = { cold?: number; sequential?: number; parallel?: number; overshoot?: number; refill?: number };

/** Everything that is measured alike for everybody. */
export async function measure(executor: Executor, goals: Goals = {}): Promise<BenchRow[]> {
  const row = rowsOf(executor.peer);
  for (let i = 0; i < WARM_UP; i++) await executor.run(COLD);
  const cold = await coldTimes(executor);
  const start = at(cold, 0.5);
  return [
    row('cold start and three awaited calls, p50', start, 'ms', goals.cold),
    row('cold start and three awaited calls, p95', at(cold, 0.95), 'ms'),
    row(`one of ${CALLS} calls, one after the other`, await perCall(executor, SEQUENTIAL, CALLS, start), 'µs', goals.sequential),
    row(`one of ${BATCH} calls at a time`, await perCall(executor, PARALLEL, BATCHES * BATCH, start), 'µs', goals.parallel),
    row('100,000 rows made, grouped and sorted', at(await times(ROUNDS, () => executor.run(CPU)), 0.5), 'ms'),
    ...(await killRows(executor, row, goals)),
  ];
}

type Row = ReturnType<typeof rowsOf>;

export function rowsOf(peer: string | undefined) {
  return (metric: string, value: number, unit: string, goal?: number): BenchRow => {
    const rounded = Math.round(value * 100) / 100;
    return { metric, value: rounded, unit, ...(goal === undefined ? {} : { goal, ok: rounded <= goal }), ...(peer === undefined ? {} : { peer }) };
  };
}

export function at(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}

export async function times(runs: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < runs; i++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken;
}

async function coldTimes(executor: Executor): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < COLD_RUNS; i++) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    const began = performance.now();
    const value = await executor.run(COLD);
    taken.push(performance.now() - began);
    if (value !== 3) throw new Error(`The program gave ${JSON.stringify(value)}.`);
  }
  return taken;
}

async function perCall(executor: Executor, program: string, calls: number, start: number): Promise<number> {
  return ((at(await times(ROUNDS, () => executor.run(program)), 0.5) - start) * 1_000) / calls;
}

/** How long after its time an endless loop ends, and how long after that the next run is answered. */
async function killRows(executor: Executor, row: Row, goals: Goals): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [what, program, ms] of [
    ['a loop', 'for (;;) {}', KILL_AT_MS],
    ['a sort without an end', 'const a = Array.from({ length: 200000 }, (_, i) => String(i % 1000)); for (;;) a.sort()', KILL_AT_MS * 5],
  ] as const) {
    const over: number[] = [];
    const whole: number[] = [];
    for (let i = 0; i < KILLS; i++) {
      const began = performance.now();
      const ended = await endOf(executor.run(program, ms));
      if (!ended) return [...rows, row(`${what} isn’t ended ${GIVE_UP_MS} ms after its time`, GIVE_UP_MS, 'ms')];
      const end = performance.now();
      over.push(end - began - ms);
      await (executor.ready?.() ?? executor.run(COLD));
      whole.push(performance.now() - end);
    }
    rows.push(row(`${what} is ended, over its time`, at(over, 0.5), 'ms', goals.overshoot), row(`${what} was ended: whole again after`, at(whole, 0.5), 'ms', goals.refill));
  }
  return rows;
}

async function endOf(run: Promise<unknown>): Promise<boolean> {
  const ended = run.then(() => true, () => true);
  return Promise.race([ended, new Promise<boolean>((resolve) => setTimeout(() => resolve(false), GIVE_UP_MS))]);
}
