/**
 * How long a check takes for a program of 300 lines: cold with the start of the TypeScript server, warm with every file
 * changed since the last check. Queries are described by a stand-in that answers at once: the database is not measured.
 */
import type { Binding } from '../lib/binding/binding.ts';
import { createChecker, type Checker } from '../lib/compile/check/checker.ts';
import type { Source } from '../lib/program/program.ts';
import type { BenchRow } from './row.ts';

const COLD_RUNS = 5;
const WARM_RUNS = 25;
const GOAL_COLD_MS = 200;
const GOAL_WARM_MS = 60;

/** Median milliseconds, cold and warm. */
export async function run(): Promise<BenchRow[]> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let i = 0; i < COLD_RUNS; i++) {
    const began = performance.now();
    const checker = await createChecker();
    await check(checker, programOf300Lines(0));
    cold.push(performance.now() - began);
    if (i === COLD_RUNS - 1) warm.push(...(await warmTimes(checker)));
    await checker.close();
  }
  return [row('check cold, 300 lines', cold, GOAL_COLD_MS), row('check warm, 300 lines', warm, GOAL_WARM_MS)];
}

async function warmTimes(checker: Checker): Promise<number[]> {
  const times: number[] = [];
  for (let i = 1; i <= WARM_RUNS; i++) {
    const source = programOf300Lines(i);
    const began = performance.now();
    await check(checker, source);
    times.push(performance.now() - began);
  }
  return times;
}

async function check(checker: Checker, source: Source): Promise<void> {
  const columns = ['region', 'month'].map((name) => ({ name, type: 'string', nullable: false }));
  const describe = async () => ({ ok: true as const, columns: [...columns, { name: 'total', type: 'number', nullable: false }] });
  const found = await checker.check({ source, bindings: [SHOP], describe });
  const first = found.find((diagnostic) => diagnostic.severity === 'error');
  if (first) throw new Error(`The measured program has a mistake: ${first.message}`);
}

function row(metric: string, times: number[], goal: number): BenchRow {
  const value = Math.round(times.toSorted((a, b) => a - b)[times.length >> 1]! * 10) / 10;
  return { metric, value, unit: 'ms', goal, ok: value <= goal };
}

const SHOP: Binding = { kind: 'tables', name: 'shop', title: 'Shop', dialect: 'DuckDB', tables: [] };

/** Eight panels of tiles, filters, a table and a chart over eight queries; `seed` changes every panel's text. */
function programOf300Lines(seed: number): Source {
  const panels = Array.from({ length: 8 }, (_, i) => i + 1);
  return {
    'ui.tsx': [main(panels, seed), ...panels.map((n) => panel(n, seed))].join('\n\n'),
    'data.ts': panels.map((n) => query(n, seed)).join('\n\n'),
  };
}

const main = (panels: readonly number[], seed: number) => `export default function Dashboard() {
  const [region, setRegion] = useState('all');
  return (
    <main className="grid gap-4 p-4">
      <h1 className="text-2xl font-semibold">Dashboard ${seed}</h1>
      <Select value={region} onValueChange={setRegion}>
        <SelectTrigger aria-label="Region"><SelectValue /></SelectTrigger>
        <SelectContent>
          <SelectItem value="all">All regions</SelectItem>
          <SelectItem value="north">North</SelectItem>
        </SelectContent>
      </Select>
${panels.map((n) => `      <Panel${n} region={region} />`).join('\n')}
    </main>
  );
}`;

const panel = (n: number, seed: number) => `function Panel${n}({ region }: { region: string }) {
  const [query, setQuery] = useState('');
  const { data: rows, error, pending } = useData(data.totals${n}, { region });
  const shown = useMemo(() => (rows ?? []).filter((row) => row.region.includes(query)), [rows, query]);
  const total = shown.reduce((sum, row) => sum + row.total, ${seed});
  if (error) return <p role="alert">{error.message}</p>;
  return (
    <Card>
      <CardHeader>
        <CardTitle>Panel ${n} of run ${seed}</CardTitle>
        <CardDescription>{pending ? 'Loading' : fmt.money(total)}</CardDescription>
      </CardHeader>
      <CardContent className="grid gap-2">
        <Input value={query} onChange={(event) => setQuery(event.target.value)} aria-label="Search" />
        <Table>
          <TableHeader>
            <TableRow><TableHead>Region</TableHead><TableHead className="text-right">Total</TableHead></TableRow>
          </TableHeader>
          <TableBody>
            {shown.map((row) => (
              <TableRow key={row.region + row.month}>
                <TableCell>{row.region}</TableCell>
                <TableCell className="text-right tabular-nums">{fmt.number(row.total)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {shown.length === 0 && <p className="text-muted-foreground">Nothing to show</p>}
      </CardContent>
    </Card>
  );
}`;

const query = (n: number, seed: number) => `export async function totals${n}({ region }: { region: string }) {
  return shop.sql\`select region, month, sum(total) as total from orders
    where \${region} = 'all' or region = \${region} and id > ${seed} group by all\`;
}`;
