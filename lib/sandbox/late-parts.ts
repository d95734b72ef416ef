import { type HostMessage, LATE_BUNDLES } from '../bridge/messages';
import type { LateUrls } from './assets';

/** A part that didn't come is asked for again after each of these; after the last the frame goes without it. */
const RETRY_AFTER_MS = [500, 2_000, 5_000, 15_000];

/** Whom the parts go to. */
export type Receiver = { readonly isClosed: boolean; send(message: HostMessage, transfer?: Transferable[]): void };

/**
 * Sends a frame what it's too heavy to begin with: charts, icons, calendar, typeface. The guest may fetch nothing and asks for
 * nothing, so the host fetches all of them, from the app's own site (and its cache), and each goes as soon as it is here.
 */
export function sendLateParts(to: Receiver, urls: LateUrls): void {
  void part(to, urls.typeface, (response) => response.arrayBuffer(), (bytes) => to.send({ type: 'typeface', bytes }, [bytes]));
  for (const name of LATE_BUNDLES) void part(to, urls[name], (response) => response.text(), (text) => to.send({ type: 'bundle', name, text }));
}

async function part<T>(to: Receiver, url: string, read: (response: Response) => Promise<T>, send: (content: T) => void): Promise<void> {
  for (const wait of [...RETRY_AFTER_MS, null]) {
    try {
      // What the first paint fetches goes first.
      const response = await fetch(url, { priority: 'low' });
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      const content = await read(response);
      return to.isClosed ? undefined : send(content);
    } catch {
      if (wait === null || to.isClosed) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
