/** Shows programs in the real frame, one after the other, and hears what goes wrong. */
import type { Connector } from '../../lib/connector/contract.ts';
import type { Source } from '../../lib/program/program.ts';
import { guestOf, openStand } from '../stream/stand.ts';

export type Rendered = { ok: boolean; problems: string[] };

/** Long enough for every answer and the drawing that follows. */
const PATIENCE_MS = 10_000;
/** So that one program's page is another's only in part. */
const PER_PAGE = 20;

export async function openRenderer(connectors: readonly Connector[]) {
  const stand = await openStand(connectors);
  let page: Awaited<ReturnType<typeof stand.openHost>> | null = null;
  let shown = 0;
  const freshPage = async () => {
    await page?.close();
    const fresh = await stand.openHost();
    await fresh.evaluate(() => window.host.open());
    return fresh;
  };
  return {
    async render(source: Source): Promise<Rendered> {
      const at = shown++ % PER_PAGE === 0 || !page ? (page = await freshPage()) : page;
      const before = await at.evaluate(() => ({ calls: window.host.calls.length, reported: window.host.reported.length }));
      await at.evaluate((given) => window.host.step(given, true), source);
      const guest = await guestOf(at);
      await at.waitForFunction((from) => window.host.calls.length > from && window.host.calls.every((call) => call.answeredAt !== null), before.calls, { timeout: PATIENCE_MS }).catch(() => null);
      await guest.waitForFunction(() => document.querySelector('[aria-busy="true"], [data-slot="skeleton"]') === null, undefined, { timeout: PATIENCE_MS }).catch(() => null);
      const problems = (await at.evaluate((from) => window.host.reported.slice(from).map((p) => p.message), before.reported)) as string[];
      // A page that the browser gave up is made anew for the next one.
      const [alerts, text] = await Promise.all([guest.locator('[role="alert"]').allInnerTexts(), guest.locator('#root').innerText()]).catch((error: Error) => {
        page = null;
        return [[error.message], 'gone'] as const;
      });
      const found = [...problems, ...alerts, ...(text.trim() === '' ? ['The page is blank.'] : [])];
      return { ok: found.length === 0, problems: found };
    },
    close: () => stand.close(),
  };
}
