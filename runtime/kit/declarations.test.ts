import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const replies = path.join(root, 'e2e/fakes/replies');
const folder = mkdtempSync(path.join(os.tmpdir(), 'kit-declarations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kit = (name: string) => path.join(import.meta.dirname, name);
const DECLARATIONS = ['ambient.d.ts', 'icons.d.ts', 'modules.d.ts'].map(kit);

/** What TypeScript has to say of files that see the kit as generated code sees it. */
async function check(files: Record<string, string>): Promise<string[]> {
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const types = path.join(root, 'node_modules/@types/react');
  const compilerOptions = {
    target: 'es2023', lib: ['es2023', 'dom', 'dom.iterable'], module: 'esnext', moduleResolution: 'bundler', moduleDetection: 'force',
    strict: true, noEmit: true, skipLibCheck: false, types: [], jsx: 'react-jsx', allowUmdGlobalAccess: true,
    paths: { react: [types], 'react/*': [`${types}/*`], recharts: [kit('modules.d.ts')], 'lucide-react': [kit('icons.d.ts')] },
  };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [...Object.keys(files), ...DECLARATIONS] }));
  const run = promisify(execFile)(path.join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false']);
  const { stdout } = await run.catch((error: { stdout: string }) => {
    // Findings are printed; without any it was TypeScript that couldn't be run.
    if (error.stdout) return error;
    throw error;
  });
  return stdout.split('\n').filter(Boolean);
}

const DATA = `
export async function orders({ month }: { month: string }) { return [{ id: 1, customer: 'Ada', total: 12.5, placed: month }]; }
export async function months() { return ['2026-10']; }
export async function recent({ limit }: { limit?: number }) { return limit ?? 10; }
export async function block({ ips }: { ips: string[] }) { return ips.length; }
`;

const GOOD = `
import * as data from './data';
export default function Orders() {
  const [month, setMonth] = useState('2026-10');
  const orders = useData(data.orders, { month });
  const months = useData(data.months);
  const same = useData(data.months, {});
  const recent = useData(data.recent, {});
  const block = useAction(data.block);
  const [count, setCount] = useShared('count', 0);
  const box = useRef<HTMLDivElement>(null);
  const total: number = (orders.data ?? []).reduce((sum, order) => sum + order.total, 0);
  const now: number | undefined = recent.data;
  return (
    <Page title="Orders" description={<em>all</em>} actions={<Button size="sm" variant="outline" onClick={orders.reload}>Again</Button>}>
      <Stat label="Total" value={total} format="money" change={0.1} good="down" icon={WalletIcon} loading={orders.isLoading} error={orders.error} />
      <Select value={month} onValueChange={setMonth}><SelectTrigger className="w-44"><SelectValue placeholder="Month" /></SelectTrigger>
        <SelectContent>{[...(months.data ?? []), ...(same.data ?? [])].map((each) => <SelectItem key={each} value={each}>{fmt.month(each)}</SelectItem>)}</SelectContent></Select>
      <DataTable data={orders} columns={['id', { key: 'total', format: 'money' }, { key: 'x', render: (order) => order.customer.toUpperCase() }]} onRowClick={(order) => setCount(order.id)} />
      <DataTable data={orders.data} rowKey="id" />
      <BarChart data={orders} x="customer" y={['total']} format="money" />
      <ChartContainer config={{ total: { label: 'Total', color: 'var(--chart-1)' } } satisfies ChartConfig}>
        <LineChart data={orders.data} onClick={(state) => state}><XAxis dataKey="id" tickFormatter={(value) => fmt.date(value)} /><Line dataKey="total" dot={false} /><ChartTooltip content={<ChartTooltipContent hideLabel />} /></LineChart>
      </ChartContainer>
      <ToggleGroup type="single" value={month} onValueChange={(value) => value && setMonth(value)}><ToggleGroupItem value="a">A</ToggleGroupItem></ToggleGroup>
      <Calendar mode="single" selected={new Date()} onSelect={(day) => day?.getTime()} />
      <Input ref={useRef<HTMLInputElement>(null)} value={month} onChange={(event) => setMonth(event.target.value)} />
      <Checkbox checked={count > 0} onCheckedChange={(on) => setCount((was) => (on === true ? was + 1 : 0))} aria-label="All" />
      <Failed what="the orders" error={orders.error} onRetry={orders.refetch} /><Loading rows={4} />
      <div ref={box} className={cn('p-4', { hidden: now === 0 })}>{block.pending ? <Spinner /> : <Button onClick={() => block.run({ ips: ['1.2.3.4'] })}>Block</Button>}</div>
    </Page>
  );
}
`;

const BAD = `
import * as data from './data';
// @ts-expect-error a wrong import
import { Carousel } from '@/components/ui/carousel';
export default function Bad() {
  // @ts-expect-error an argument is missing
  const missing = useData(data.orders);
  // @ts-expect-error an argument is misspelt
  useData(data.orders, { mnth: '2026-10' });
  const orders = useData(data.orders, { month: '2026-10' });
  // @ts-expect-error data may not be there yet
  orders.data.length;
  // @ts-expect-error a column that isn't there
  orders.data?.[0]?.prize;
  // @ts-expect-error what a function needs
  useAction(data.block).run({ ips: '1.2.3.4' });
  // @ts-expect-error no such format
  fmt.currency(1);
  // @ts-expect-error a state keeps its type
  useShared('count', 0)[1]('one');
  // @ts-expect-error an icon without the suffix is something else or nothing
  const icon = <ArrowUp />;
  return (
    <>
      {/* @ts-expect-error no such variant */}
      <Button variant="primary" />
      {/* @ts-expect-error a badge isn't large */}
      <Badge size="lg" />
      {/* @ts-expect-error a figure needs a name */}
      <Stat value={1} />
      {/* @ts-expect-error no such format */}
      <Stat label="a" value={1} format="dollars" />
      {/* @ts-expect-error a slider has an array */}
      <Slider value={5} />
      {/* @ts-expect-error an item needs a value */}
      <SelectItem>All</SelectItem>
      {/* @ts-expect-error a line needs to know what to draw */}
      <Line stroke="red" />
      {/* @ts-expect-error rows of that type have no such field */}
      <DataTable data={orders} columns={[{ key: 'a', render: (order) => order.prize }]} />
    </>
  );
}
`;

/** ui.tsx and data.ts of a recorded reply, with the bindings unknown. */
function recorded(name: string): Record<string, string> {
  const text = readFileSync(path.join(replies, name), 'utf8');
  const file = (fence: string) => text.split(`\`\`\`${fence}\n`)[1]?.split('\n```')[0] ?? '';
  const number = name.replace('.md', '');
  const ui = file('tsx ui.tsx').replace("from \"./data\"", `from "./data-${number}"`);
  const importsData = /import \* as data/.test(ui);
  return {
    [`ui-${number}.tsx`]: importsData ? ui : `import * as data from './data-${number}';${ui}`,
    [`data-${number}.ts`]: `import { shop, edge } from './bindings';${file('ts data.ts')}`,
  };
}

const BINDINGS = `
export declare const shop: { sql<Row = Record<string, unknown>>(text: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> };
type Top = { key: string; requests: number; errors: number; bytes: number };
export declare const edge: {
  requests: { top(p: object): Promise<Top[]>; series(p: object): Promise<{ at: string; requests: number; errors: number; blocked: number }[]> };
  firewall: {
    rules(): Promise<{ id: string; ip: string; note: string; created_at: string }[]>;
    block(p: { ips: string[]; note: string }): Promise<{ id: string; ip: string }[]>;
    unblock(p: { id: string }): Promise<void>;
  };
};`;

describe('the declarations', () => {
  it('accept what is right and refuse what is wrong', async () => {
    expect(await check({ 'data.ts': DATA, 'good.tsx': GOOD, 'bad.tsx': BAD })).toEqual([]);
  });

  it('accept how a model uses the kit, in every recorded reply', async () => {
    const names = readdirSync(replies).filter((name) => /^\d+\.md$/.test(name));
    const files = Object.assign({ 'bindings.d.ts': BINDINGS }, ...names.map(recorded)) as Record<string, string>;
    expect(names.length).toBeGreaterThan(5);
    expect(await check(files)).toEqual([]);
  });
});
