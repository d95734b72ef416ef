import { transform } from 'sucrase';
import type { Binding } from '../../lib/binding/binding.ts';
import type { Call, CallAnswer } from '../../lib/bridge/messages.ts';
import { createChecker } from '../../lib/compile/check/checker.ts';
import { createIsolates } from '../../lib/sandbox/isolate/isolates.ts';
import type { BenchRow } from '../row.ts';
import { at, rowsOf, times } from './measure.ts';

const RUNS = 40;
const GOAL_MS = 70;

/**
 * TypeScript as a model writes it: types checked against the binding, taken off, and run with three awaited calls. The
 * checker is warm.
 */
export async function measureChecked(): Promise<BenchRow[]> {
  const isolates = createIsolates();
  await isolates.ready();
  const checker = await createChecker();
  const describe = async () => ({ ok: true as const, columns: [{ name: 'region', type: 'string', nullable: false }, { name: 'total', type: 'number', nullable: false }] });
  const onCall = async ({ id }: Call): Promise<CallAnswer> => ({ id, ok: true, value: [{ region: 'north', total: 2 }], rows: 1, ms: 0 });
  let seed = 0;
  try {
    const once = async () => {
      const code = program(++seed);
      const found = await checker.check({ source: { 'ui.tsx': UI, 'data.ts': code }, bindings: [SHOP], describe });
      const mistake = found.find(({ severity }) => severity === 'error');
      if (mistake) throw new Error(`The measured program has a mistake: ${mistake.message}`);
      const js = transform(code, { transforms: ['typescript'], disableESTransforms: true }).code;
      const outcome = await isolates.run({ code: js, call: { name: 'execute', args: {} }, bindings: [{ name: 'shop', operations: ['sql'] }], onCall });
      if (!outcome.ok) throw new Error(outcome.error.message);
    };
    await times(5, once);
    const taken = await times(RUNS, once);
    const row = rowsOf(undefined);
    return [row('checked, types taken off, run with three calls, p50', at(taken, 0.5), 'ms', GOAL_MS), row('checked, types taken off, run with three calls, p95', at(taken, 0.95), 'ms')];
  } finally {
    await checker.close();
    await isolates.close();
  }
}

const SHOP: Binding = { kind: 'tables', name: 'shop', title: 'Shop', dialect: 'DuckDB', tables: [] };

const UI = 'export default function Nothing() {\n  return <p>Nothing</p>;\n}';

const program = (seed: number) => `type Total = { region: string; total: number };

const LIMIT: number = ${seed};

function largest(rows: Total[]): Total | undefined {
  return rows.toSorted((a, b) => b.total - a.total)[0];
}

export async function execute() {
  const months = await shop.sql\`select region, sum(total) as total from orders group by 1 limit \${LIMIT}\`;
  const first = largest(months);
  const region = first?.region ?? 'none';
  const here = await shop.sql\`select region, total from orders where region = \${region}\`;
  const rest = await shop.sql\`select region, total from orders where region <> \${region}\`;
  return { region, here: here.length, rest: rest.reduce((sum, row) => sum + row.total, 0) };
}`;
