import type { Call, CallAnswer } from '../../lib/bridge/messages.ts';
import { createIsolates } from '../../lib/sandbox/isolate/isolates.ts';
import type { BenchRow } from '../row.ts';
import { rowsOf } from './measure.ts';

const HELD = 16;

/**
 * What a thread costs that has an instance ready, and what a run under way costs with its thread. Resident memory of this
 * process.
 */
export async function measureMemory(): Promise<BenchRow[]> {
  const first = createIsolates({ size: 1 });
  await first.ready();
  const before = process.memoryUsage.rss();
  const more = createIsolates({ size: HELD, max: HELD });
  await more.ready();
  const ready = process.memoryUsage.rss();
  const release: (() => void)[] = [];
  const onCall = ({ id }: Call) => new Promise<CallAnswer>((resolve) => release.push(() => resolve({ id, ok: true, value: 1, rows: 0, ms: 0 })));
  const runs = Array.from({ length: HELD }, () => more.run({ code: 'await api.wait({})', bindings: [{ name: 'api', operations: ['wait'] }], onCall }));
  while (release.length < HELD) await new Promise((resolve) => setTimeout(resolve, 5));
  const running = process.memoryUsage.rss();
  for (const go of release) go();
  await Promise.all(runs);
  await Promise.all([first.close(), more.close()]);
  const row = rowsOf(undefined);
  const megabytes = (bytes: number) => bytes / HELD / 1024 / 1024;
  return [row('a thread with an instance ready, resident', megabytes(ready - before), 'MB'), row('a run under way, besides, resident', megabytes(running - ready), 'MB')];
}
