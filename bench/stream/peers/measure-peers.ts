/** Everyone's text of the same interface, streamed alike and watched alike. docs/peers.md says who and how. */
import type { BenchRow } from '../../row.ts';
import { type Stand, openStand } from '../stand.ts';
import { ENTRIES, type Entry } from './entries.ts';
import { type Measured, measureOne } from './measure-one.ts';
import { peersTable, rowsOf } from './metrics.ts';

/** The fewest whose median two disturbed runs can't move. */
const RUNS = 5;

/** Runs all of them in turns, so that a noisy minute meets everybody; medians. Prints them as a table too. */
export async function measurePeers(given?: Stand): Promise<BenchRow[]> {
  const stand = given ?? (await openStand());
  try {
    const urls = await servePages(stand);
    const runs = new Map<Entry, Measured[]>(ENTRIES.map((entry) => [entry, []]));
    for (let run = 0; run < RUNS; run += 1) {
      for (const entry of ENTRIES) runs.get(entry)!.push(await measureOne(stand, urls.get(entry)!, entry.framed ?? false));
    }
    const rows = ENTRIES.flatMap((entry) => rowsOf(entry.name, runs.get(entry)!));
    console.log(peersTable(rows));
    return rows;
  } finally {
    if (!given) await stand.close();
  }
}

/** The address of everyone's page; ours is told where its frame and worker are. */
export async function servePages(stand: Stand): Promise<Map<Entry, string>> {
  const urls = encodeURIComponent(JSON.stringify(stand.urls));
  const served = new Map<Entry, string>();
  for (const entry of ENTRIES) {
    const url = await stand.addPage(entry.file.replace(/\.tsx?$/, ''), `bench/stream/peers/${entry.file}`);
    served.set(entry, entry.framed ? `${url}#${urls}` : url);
  }
  return served;
}
