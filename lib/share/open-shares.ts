import { getStore } from '../store';
import { startRefreshing } from './refresh';
import { ShareSite } from './site';

/** What the server hands requests for links to. Next bundles this apart from the server, so it's found through globalThis. */
const kept = globalThis as { vitrineShares?: ShareSite };

/** From now on links are answered, and snapshots taken when they are due. Gives how to end it. */
export async function openShares(): Promise<() => Promise<void>> {
  const site = new ShareSite(await getStore());
  kept.vitrineShares = site;
  const endRefreshing = startRefreshing();
  return async () => {
    delete kept.vitrineShares;
    await Promise.all([site.close(), endRefreshing()]);
  };
}
