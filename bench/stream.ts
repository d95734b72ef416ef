/** Half-written programs: what of them is shown, how soon, how smoothly, and at what cost; beside peers. */
import type { BenchRow } from './row.ts';
import { measureGrowth } from './stream/measure-growth.ts';
import { measureGuards } from './stream/measure-guards.ts';
import { measureLatency } from './stream/measure-latency.ts';
import { measureReplay } from './stream/measure-replay.ts';
import { openStand } from './stream/stand.ts';

export async function run(): Promise<BenchRow[]> {
  const stand = await openStand();
  try {
    const rows: BenchRow[] = [];
    for (const measure of [measureReplay, measureLatency, measureGrowth, measureGuards]) rows.push(...(await measure(stand)));
    return rows;
  } finally {
    await stand.close();
  }
}
