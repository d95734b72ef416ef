import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Store } from '../store';
import type { Opening, Shell } from './messages';
import { ShareSite } from './site';

export type TestSite = { site: ShareSite; origin: string; close(): Promise<void> };

/** Tests only: what answers for links, on a free port. */
export async function startTestSite(store: Store): Promise<TestSite> {
  const site = new ShareSite(store);
  const server = http.createServer((request, response) => void site.answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    site,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await site.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The token that a link's address ends with. */
export const tokenIn = ({ address }: { address: string | null }): string => address!.split('/').at(-1)!;

/** What a link's page opens with. */
export function openingIn(page: string): Opening {
  return (JSON.parse(/id="shell">(.*?)<\/script>/.exec(page)![1]!) as Extract<Shell, { opening: Opening }>).opening;
}
