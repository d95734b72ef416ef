/** Half-written programs: what of them is shown, how soon, how smoothly, and at what cost; beside peers. */
import type { BenchRow } from './row.ts';
import { measureReplay } from './stream/measure-replay.ts';
import { openStand } from './stream/stand.ts';

export async function run(): Promise<BenchRow[]> {
  const stand = await openStand();
  try {
    return [...(await measureReplay(stand))];
  } finally {
    await stand.close();
  }
}
