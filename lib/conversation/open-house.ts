import { readConfig } from '../config/config';
import { closeConnections, getConnections } from '../connection/connections';
import { startPruning } from '../grant/keep-ledger';
import { getStore } from '../store';
import { closeChecker, startedChecker } from './checker';
import { endInterrupted } from './end-interrupted';
import { closeIsolates } from '../sandbox/isolate/of-process';
import { listModels } from './models';
import { stopAllWriting } from './write-reply';

const ABANDONED_LOOK_MS = 30_000;
/** The one of local mode, which goes on as the first where there are accounts. */
const FIRST_TEAM = 'local';
/** TypeScript starts once the first page is out: nobody needs it before a reply has been written. */
const CHECKER_DELAY_MS = 2_000;

/** Opens everything that has to be there before the first request; answers with how to close it. */
async function openHouse(): Promise<() => Promise<void>> {
  // Loaded only where it's wanted: an idle server doesn't pay for it.
  const endTelemetry = readConfig().telemetry ? await (await import('../telemetry/start')).startTelemetry() : null;
  warmUp();
  const store = await getStore();
  await listModels(FIRST_TEAM); // What the environment says of models is read now, so that a mistake in it is said now.
  await endInterrupted(store);
  await store.approvals.withdrawAbandoned();
  // Another process of the same database may be killed while this one lives on.
  const watch = setInterval(() => void endInterrupted(store).catch((error: unknown) => console.error(error)), ABANDONED_LOOK_MS);
  watch.unref();
  const endPruning = startPruning(store);
  return async () => {
    clearInterval(watch);
    await Promise.all([stopAllWriting(), endPruning()]);
    await Promise.allSettled([closeChecker(), closeIsolates(), closeConnections()]);
    await store.close();
    await endTelemetry?.();
  };
}

/** The same for a process that is of no use without it. */
export async function openHouseOrExit(): Promise<() => Promise<void>> {
  try {
    return await openHouse();
  } catch (error) {
    console.error(`Vitrine could not start: ${(error as Error).message}`);
    process.exit(1);
  }
}

/** What the first page and the first reply would otherwise wait for. A failure shows where it's needed, and is tried again there. */
function warmUp(): void {
  void getConnections(FIRST_TEAM).bindings().catch(() => undefined);
  setTimeout(() => void startedChecker().catch(() => undefined), CHECKER_DELAY_MS).unref();
}
