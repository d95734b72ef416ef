/**
 * Generated code on the server: how soon a run begins, what a call costs, how surely an endless one ends; beside peers, in
 * the same run. A peer that can't be measured has a row that says why.
 */
import { codemode } from './execute/codemode.ts';
import type { Executor } from './execute/executor.ts';
import { measure, rowsOf, times, at } from './execute/measure.ts';
import { measureChecked } from './execute/measure-checked.ts';
import { measurePage } from './execute/measure-page.ts';
import { measureMemory } from './execute/measure-memory.ts';
import { ours } from './execute/ours.ts';
import { installPeers, isolatedVm, runPackage } from './execute/peers.ts';
import type { BenchRow } from './row.ts';

const GOALS = { cold: 3, sequential: 120, parallel: 20, overshoot: 10, refill: 200 };

export async function run(): Promise<BenchRow[]> {
  const rows = [...(await measured(await ours(), GOALS)), ...(await measureChecked()), ...(await measureMemory()), ...(await measurePage())];
  for (const [name, open] of [['isolated-vm 7.0.1', isolatedVm], ['run 2.1.5', runPackage], ['@cloudflare/codemode 0.5.6 in miniflare 4', codemode]] as const) {
    try {
      installPeers();
      rows.push(...(await measured(await open())));
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      rows.push({ metric: `couldn’t be measured: ${why}`, value: 0, unit: '', peer: name });
    }
  }
  return rows;
}

async function measured(executor: Executor & { round?(): Promise<void> }, goals = {}): Promise<BenchRow[]> {
  try {
    // Before the endless loop: one of them doesn't answer any more after it.
    const way = executor.round ? [rowsOf(executor.peer)('of each, the way over HTTP', at(await times(20, executor.round), 0.5), 'ms')] : [];
    return [...(await measure(executor, goals)), ...way];
  } finally {
    await executor.close();
  }
}
