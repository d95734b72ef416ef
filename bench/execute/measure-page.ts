import type { Source } from '../../lib/program/program.ts';
import type { BenchRow } from '../row.ts';
import { guestOf, openStand } from '../stream/stand.ts';
import { at, rowsOf } from './measure.ts';

const CALLS = 1_000;
const ROUNDS = 20;
const WARM_UP = 5;
const GOAL_MS = 10;
const REST_MS = 300;

/** Each round asks for its number, so that it's fetched anew; what it shows is how long its calls took. */
const PROGRAM: Source = {
  'ui.tsx': `export default function Rounds() {
  const [round, setRound] = useState(0);
  const taken = useData(data.round, { round });
  return <Page title="Rounds"><Button onClick={() => setRound(round + 1)}>Next</Button><output>{round}:{taken.data ? taken.data.round + ':' + taken.data.ms : ''}</output></Page>;
}
`,
  'data.ts': `export async function round({ round }: { round: number }) {
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: ${CALLS} }, (_, i) => echo.one({ i })));
  return { round, count: answers.length, ms: performance.now() - began };
}
`,
};

/** Calls of an interface made at once, from the frame to its page and back, without the way to a server. */
export async function measurePage(): Promise<BenchRow[]> {
  const stand = await openStand();
  try {
    const page = await stand.openHost();
    await page.evaluate(() => window.host.open());
    await page.evaluate((source) => window.host.step(source, true), PROGRAM);
    const guest = await guestOf(page);
    const taken: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const shown = guest.locator('output').filter({ hasText: new RegExp(`^${round}:${round}:`) });
      await shown.waitFor();
      if (round >= WARM_UP) taken.push(Number((await shown.textContent())!.split(':')[2]));
      // More than four rounds in a second would close the frame.
      await page.waitForTimeout(REST_MS);
      await guest.getByRole('button', { name: 'Next' }).click();
    }
    const row = rowsOf(undefined);
    return [row(`${CALLS} calls at once in the page, p50`, at(taken, 0.5), 'ms', GOAL_MS), row(`${CALLS} calls at once in the page, p95`, at(taken, 0.95), 'ms')];
  } finally {
    await stand.close();
  }
}
