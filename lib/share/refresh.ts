import { getStore } from '../store';
import { takeSnapshot } from './snapshot';

/** How often it is looked whether a snapshot is due: the shortest schedule is an hour. */
const LOOK_EVERY_MS = 30_000;

/** Takes snapshots that are due, one after the other. Of several processes each link's is taken by one. Gives how to end it. */
export function startRefreshing(): () => Promise<void> {
  const end = new AbortController();
  let running = Promise.resolve();
  const timer = setInterval(() => (running = running.then(() => refreshDue(end.signal)).catch((error: unknown) => console.error(error))), LOOK_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    end.abort();
    return running;
  };
}

/** Takes what is due within so many seconds. */
export async function refreshDue(signal: AbortSignal, seconds = 0): Promise<void> {
  const { shares } = await getStore();
  while (!signal.aborted) {
    const share = await shares.takeDue(seconds);
    if (!share) return;
    await takeSnapshot(share, null, signal);
  }
}
