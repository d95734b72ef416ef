/** Half-written programs: what of them is shown, how soon, how smoothly, and at what cost; beside peers. */
import type { BenchRow } from './row.ts';
import { guestOf, openStand } from './stream/stand.ts';

export async function run(): Promise<BenchRow[]> {
  const stand = await openStand();
  try {
    const page = await stand.openHost();
    const ms = await page.evaluate(() => window.host.open());
    console.log(ms);
    console.log(await page.evaluate(() => window.host.step({ 'ui.tsx': 'export default function A() { return <p>hello {1}</p>; }', 'data.ts': '' }, false)));
    console.log(await (await guestOf(page)).locator('body').innerText());
    return [];
  } finally {
    await stand.close();
  }
}
