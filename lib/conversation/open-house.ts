import { getConnections } from '../connection/connections';
import { getStore } from '../store';
import { closeChecker } from './checker';
import { stopAllWriting } from './write-reply';
import { endInterrupted } from './end-interrupted';

/** Opens everything that has to be there before the first request; answers with how to close it. */
export async function openHouse(): Promise<() => Promise<void>> {
  const store = await getStore();
  await endInterrupted(store);
  return async () => {
    await stopAllWriting();
    await Promise.allSettled([closeChecker(), getConnections().then((connections) => connections.close())]);
    await store.close();
  };
}
