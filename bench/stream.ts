/** Half-written programs: what of them is shown, how soon, how smoothly, and at what cost; beside peers. Takes half an hour. */
import type { BenchRow } from './row.ts';
import { measureFrameReady } from './stream/measure-frame-ready.ts';
import { measureGrowth } from './stream/measure-growth.ts';
import { measureGuards } from './stream/measure-guards.ts';
import { measureLatency } from './stream/measure-latency.ts';
import { measurePrefixes } from './stream/measure-prefixes.ts';
import { measureReplay } from './stream/measure-replay.ts';
import { measurePeers } from './stream/peers/measure-peers.ts';
import { openStand } from './stream/stand.ts';

const MEASURES = [measurePrefixes, measureFrameReady, measureReplay, measureLatency, measureGrowth, measureGuards, measurePeers];

export async function run(): Promise<BenchRow[]> {
  const stand = await openStand();
  try {
    const rows: BenchRow[] = [];
    for (const measure of MEASURES) rows.push(...(await measure(stand)));
    return rows;
  } finally {
    await stand.close();
  }
}
