/** What streaming a whole program costs, by its length: every program on the way is shown, none is passed over. */
import type { BenchRow } from '../row.ts';
import { median, round } from './recordings.ts';
import { type Stand, guestOf, rendererTime } from './stand.ts';

const RUNS = 5;
const PANELS = [4, 8, 16];
const SIZE = 4;
/** Twice the length costs 2.3 times as much at this; four times as much would be quadratic. */
const GOAL_EXPONENT = 1.2;

export async function measureGrowth(stand: Stand): Promise<BenchRow[]> {
  const measured: { lines: number; ms: number }[] = [];
  for (const panels of PANELS) {
    const reply = replyOf(panels);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await costOf(stand, reply));
    measured.push({ lines: reply.split('\n').length, ms: median(runs) });
  }
  const [first, last] = [measured[0]!, measured.at(-1)!];
  const exponent = round(Math.log(last.ms / first.ms) / Math.log(last.lines / first.lines), 2);
  return [
    ...measured.map(({ lines, ms }) => ({ metric: `processor time of streaming ${lines} lines`, value: round(ms, 0), unit: 'ms' })),
    { metric: `its growth from ${first.lines} to ${last.lines} lines, as a power of the length`, value: exponent, unit: '', goal: GOAL_EXPONENT, ok: exponent <= GOAL_EXPONENT },
  ];
}

async function costOf(stand: Stand, reply: string): Promise<number> {
  const page = await stand.openHost();
  await page.evaluate(() => window.host.open());
  await guestOf(page);
  const before = await rendererTime(stand.browser);
  await page.evaluate(([text, size]) => window.host.replay(text, size), [reply, SIZE] as const);
  const after = await rendererTime(stand.browser);
  await page.close();
  return after - before;
}

/** A page of panels, each a component of some 24 lines with state, a list and a table. */
function replyOf(panels: number): string {
  const numbers = Array.from({ length: panels }, (_, index) => index + 1);
  return `A page of panels.\n\n\`\`\`tsx ui.tsx\n${[pageOf(numbers), ...numbers.map(panelOf)].join('\n\n')}\n\`\`\`\n`;
}

const pageOf = (numbers: readonly number[]) => `export default function Panels() {
  return (
    <Page title="Panels">
${numbers.map((n) => `      <Panel${n} region="Region ${n}" />`).join('\n')}
    </Page>
  );
}`;

const panelOf = (n: number) => `function Panel${n}({ region }: { region: string }) {
  const [open, setOpen] = useState(${n % 2 === 0});
  const months = useMemo(() => Array.from({ length: 6 }, (_, index) => index + ${n}), []);
  const total = months.reduce((sum, month) => sum + month * ${n}, 0);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{region}</CardTitle>
        <CardDescription>All that was ordered there, month by month.</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-${(n % 4) + 1}">
        <Button variant="outline" onClick={() => setOpen(!open)}>
          {open ? "Less" : "More"}
        </Button>
        {open && <p className="text-sm text-muted-foreground">{fmt.number(total)} in all</p>}
        <ul>
          {months.map((month) => (
            <li key={month}>
              Month {month}: <b>{fmt.money(month * ${n})}</b>
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}`;
