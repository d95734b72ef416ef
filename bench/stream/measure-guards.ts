/**
 * Programs that run away, shown in the real frame after one that is well: whether each is stopped with its file and line, how
 * long the host's page was held up meanwhile, and when it knew. Whole programs, and one that is still being written.
 */
import type { Page } from '@playwright/test';
import type { Problem } from '../../lib/bridge/messages.ts';
import type { BenchRow } from '../row.ts';
import { type Stand, guestOf } from './stand.ts';

const RUNS = 3;
const GOAL_GAP_MS = 250;
/** The host throws a silent frame away after five seconds; a message later than this came from nobody. */
const WAIT_MS = 9_000;
const SETTLE_MS = 400;

type Runaway = {
  what: string;
  file: 'ui.tsx' | 'data.ts';
  line: number;
  /** The body of a component, from line 8 of ui.tsx on, and what else the file holds after it. */
  body: string;
  more?: string;
  data?: string | undefined;
};

/** A component of its own beside a field: what runs away isn't what must stay. */
const program = (body: string, more = '') => `export default function App() {
  const [text, setText] = useState('');
  return <Page title="Well"><Input aria-label="Note" value={text} onChange={(event) => setText(event.target.value)} /><Part /></Page>;
}

function Part() {
  const [n, setN] = useState(0);
${body}
}
${more}`;

const WELL = program('  return <p>{n}</p>;');

const RUNAWAYS: Runaway[] = [
  { what: 'endless loop', file: 'ui.tsx', line: 8, body: '  for (let i = 0; i >= 0; i++) {}\n  return null;' },
  { what: 'endless loop in an effect', file: 'ui.tsx', line: 8, body: '  useEffect(() => { while (true) {} }, []);\n  return null;' },
  { what: 'endless loop in data.ts', file: 'data.ts', line: 2, body: '  useData(data.spin, {});\n  return null;', data: 'export async function spin() {\n  for (;;) {}\n}' },
  { what: 'endless iterator', file: 'ui.tsx', line: 8, body: '  const all = useMemo(() => [...({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }) }) } as Iterable<number>)], []);\n  return null;' },
  { what: 'endless chain of promises', file: 'ui.tsx', line: 8, body: '  useEffect(() => { const go = (): void => void Promise.resolve().then(go); go(); }, []);\n  return null;' },
  { what: 'loop that grows', file: 'ui.tsx', line: 9, body: '  const all = useMemo(() => { const all: unknown[] = [];\n    for (;;) all.push(new Array(500_000).fill(all)); }, []);\n  return null;' },
  { what: 'a gigabyte at once', file: 'ui.tsx', line: 8, body: '  const all = useMemo(() => new Uint8Array(1_073_741_824).fill(1), []);\n  return null;' },
  { what: 'recursion', file: 'ui.tsx', line: 8, body: '  const deep = (n: number): number => deep(n + 1) + 1;\n  return <p>{deep(0)}</p>;' },
  { what: 'component inside of itself', file: 'ui.tsx', line: 10, body: '  return <Box />;', more: 'function Box() { return <div><Box /></div>; }' },
  { what: '50,000 rows', file: 'ui.tsx', line: 8, body: '  return <ul>{Array.from({ length: 50_000 }, (_, i) => <li key={i}>{i}</li>)}</ul>;' },
  { what: '9,000 components', file: 'ui.tsx', line: 10, body: '  return <ul>{Array.from({ length: 9_000 }, (_, i) => <Row key={i} />)}</ul>;', more: 'function Row() { return <li><b>a</b><i>b</i></li>; }' },
  { what: '200,000 nodes made by hand', file: 'ui.tsx', line: 8, body: '  const fill = useCallback((all: HTMLElement | null) => { for (let i = 0; i < 200_000; i++) all?.append(document.createElement("p")); }, []);\n  return <div ref={fill} />;' },
  { what: 'setState in render', file: 'ui.tsx', line: 8, body: '  setN(n + 1);\n  return <p>{n}</p>;' },
  { what: 'setState in each effect', file: 'ui.tsx', line: 8, body: '  useEffect(() => { setN(n + 1); });\n  return <p>{n}</p>;' },
];

/** For each: stopped in its line, in all runs; the host's longest gap and the time to the message, medians. */
export async function measureGuards(stand: Stand): Promise<BenchRow[]> {
  const page = await stand.openHost();
  await page.evaluate(() => window.host.open());
  const rows: BenchRow[] = [];
  for (const runaway of RUNAWAYS) {
    const runs: Run[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await runAway(page, marked(runaway, run)));
    rows.push(...rowsOf(runaway.what, runs));
  }
  rows.push(...(await measureDraft(page)));
  await page.close();
  return rows;
}

/** The same in another text: what was stopped once is stopped sooner the next time. */
function marked({ body, data, ...rest }: Runaway, run: number): Runaway {
  const mark = (text: string) => text.replaceAll(/^/gm, `/* ${run} */`);
  return { ...rest, body: mark(body), data: data && mark(data) };
}

type Run = { isPlaced: boolean; isKept: boolean; gap: number; ms: number };

async function runAway(page: Page, { file, line, body, more, data }: Runaway): Promise<Run> {
  const note = await showWell(page);
  const sentAt = await begin(page);
  await page.evaluate((source) => window.host.show(source, true), { 'ui.tsx': program(body, more), 'data.ts': data ?? '' });
  const problem = await firstProblem(page);
  await page.waitForTimeout(SETTLE_MS);
  const gap = await page.evaluate(() => window.host.longestGap());
  const isKept = (await note.inputValue({ timeout: 1_000 }).catch(() => '')) === 'kept';
  return { isPlaced: problem?.file === file && problem.line === line, isKept, gap, ms: (problem?.heardAt ?? Infinity) - sentAt };
}

/** A loop that is whole in the middle of a reply: however many pieces follow, it has its two seconds once. */
async function measureDraft(page: Page): Promise<BenchRow[]> {
  const text = program('  for (;;) n;\n  return <p>{n}</p>;', `function More() {\n  return (\n    <ul>\n${'      <li>one more line of it</li>\n'.repeat(60)}    </ul>\n  );\n}\n`);
  const note = await showWell(page);
  await begin(page);
  const startedAt = Date.now();
  const from = text.indexOf('return <p>{n}');
  for (let end = from; end < text.length; end += 12) {
    await page.evaluate((ui) => window.host.step({ 'ui.tsx': ui, 'data.ts': '' }, false), text.slice(0, end));
  }
  const seconds = (Date.now() - startedAt) / 1_000;
  const gap = await page.evaluate(() => window.host.longestGap());
  const isKept = (await note.inputValue({ timeout: 1_000 }).catch(() => '')) === 'kept';
  return [
    { metric: 'guard: endless loop in a draft, what was typed stays', value: Number(isKept), unit: '', goal: 1, ok: isKept },
    gapRow('endless loop in a draft', gap),
    { metric: `guard: endless loop in a draft, all ${Math.ceil((text.length - from) / 12)} pieces after it`, value: round(seconds), unit: 's' },
  ];
}

async function showWell(page: Page) {
  await page.evaluate((ui) => window.host.show({ 'ui.tsx': ui, 'data.ts': '' }, true), WELL);
  await page.waitForTimeout(SETTLE_MS);
  const note = (await guestOf(page)).getByLabel('Note');
  await note.fill('kept');
  return note;
}

/** Forgets what was heard; answers with the time. */
function begin(page: Page): Promise<number> {
  return page.evaluate(() => {
    window.host.problems.length = 0;
    window.host.longestGap();
    return performance.timeOrigin + performance.now();
  });
}

async function firstProblem(page: Page): Promise<(Problem & { heardAt: number }) | null> {
  const until = Date.now() + WAIT_MS;
  while (Date.now() < until) {
    const problem = await page.evaluate(() => window.host.problems[0] ?? null);
    if (problem) return problem;
    await page.waitForTimeout(25);
  }
  return null;
}

function rowsOf(what: string, runs: readonly Run[]): BenchRow[] {
  const isStopped = runs.every(({ isPlaced, isKept }) => isPlaced && isKept);
  return [
    { metric: `guard: ${what}, stopped in its line, what was typed stays`, value: Number(isStopped), unit: '', goal: 1, ok: isStopped },
    gapRow(what, median(runs.map(({ gap }) => gap))),
    { metric: `guard: ${what}, time to the message`, value: round(median(runs.map(({ ms }) => ms))), unit: 'ms' },
  ];
}

function gapRow(what: string, gap: number): BenchRow {
  return { metric: `guard: ${what}, host’s longest gap`, value: round(gap), unit: 'ms', goal: GOAL_GAP_MS, ok: gap <= GOAL_GAP_MS };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
