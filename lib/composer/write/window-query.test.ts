import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import type { Catalogue } from '../catalogue/entity';
import { editPlan } from '../edit/edit';
import { type Plan, planSchema } from '../plan';
import { readPrompt } from '../read/read';
import { outlineOf } from './outline';
import { write } from './write';

const TODAY = new Date('2026-11-23T12:00:00Z');

/** Bookings of two desks; nothing was booked in March 2020, and nothing at the second desk in February. */
const ROWS = `create table bookings as select row_number() over () as id, * from (values
  (date '2019-01-01', 'north', 20.0), (date '2019-12-31', 'north', 25.0),
  (date '2020-01-05', 'north', 10.0), (date '2020-01-31', 'south', 20.0),
  (date '2020-02-10', 'north', 60.0),
  (date '2020-04-02', 'north', 30.0), (date '2020-04-20', 'south', 15.0),
  (date '2020-05-31', 'north', 60.0), (date '2020-05-31', 'south', 30.0)) t(booked_on, desk, amount)`;

let bookings: Connector<TableBinding>;
let catalogue: Catalogue;
beforeAll(async () => {
  bookings = await openDuckdb({ name: 'desks', title: 'Desks', load: async (connection) => void (await connection.run(ROWS)) });
  catalogue = createCatalogue([await bookings.describe()]);
});
afterAll(() => bookings.close());

function planOf(prompt: string, ...edits: string[]): Plan {
  const { plan } = readPrompt(prompt, catalogue, TODAY);
  return edits.reduce((before, edit) => editPlan(before, edit, catalogue, TODAY).plan, plan as Plan);
}

/** The rows of the block that was asked for last, without the names of its columns; `given` are the page's filters. */
async function rowsOf(plan: Plan, given: Record<string, string> = {}): Promise<unknown[][]> {
  const chart = plan.blocks.findLast((b) => b.asked !== false);
  const part = outlineOf(plan).parts.find((p) => p.kind === 'chart' && p.chart === chart);
  const pieces = (part?.read.lines ?? []).join('\n').split(/\$\{(\w+)\}/);
  const text = pieces.filter((_, i) => i % 2 === 0);
  const { value } = await bookings.call('sql', { text, values: pieces.filter((_, i) => i % 2 === 1).map((name) => given[name] ?? '') }, AbortSignal.timeout(10_000));
  return (value as object[]).map((row) => Object.values(row).map((field) => (typeof field === 'number' ? Math.round(field * 1000) / 1000 : field)));
}

test('growth is against the month before by the calendar: where that has no rows there is none', async () => {
  expect(await rowsOf(planOf('growth of total amount per month in 2020'))).toEqual([['Jan 2020', 0.2], ['Feb 2020', 1], ['Apr 2020', null], ['May 2020', 1]]);
});

test('the first stretch has none, and is no 0', async () => {
  expect((await rowsOf(planOf('growth of total amount per month')))[0]).toEqual(['Jan 2019', null]);
});

test('a table shows the values too', async () => {
  expect(await rowsOf(planOf('table of total amount per month in 2020 with the change'))).toEqual([['Jan 2020', 30, 5], ['Feb 2020', 60, 30], ['Apr 2020', 45, null], ['May 2020', 90, 45]]);
});

test('each month against the same one a year before', async () => {
  expect(await rowsOf(planOf('year over year growth of total amount per month'))).toEqual([['Jan 2019', null], ['Dec 2019', null], ['Jan 2020', 0.5], ['Feb 2020', null], ['Apr 2020', null], ['May 2020', null]]);
});

test('of several colours each goes by itself', async () => {
  expect(await rowsOf(planOf('change of total amount per month by desk in 2020'))).toEqual([
    ['Jan 2020', 'north', -15], ['Jan 2020', 'south', null], ['Feb 2020', 'north', 50], ['Apr 2020', 'north', null], ['Apr 2020', 'south', null], ['May 2020', 'north', 30], ['May 2020', 'south', 15],
  ]);
});

test('a moving average counts a month without rows as none of it, and begins once there are enough', async () => {
  expect(await rowsOf(planOf('3 month moving average of total amount'))).toEqual([['Jan 2019', null], ['Dec 2019', 8.333], ['Jan 2020', 18.333], ['Feb 2020', 38.333], ['Apr 2020', 35], ['May 2020', 45]]);
});

test('of averages, those months that have one', async () => {
  expect((await rowsOf(planOf('3 month moving average of the average amount'))).slice(-2)).toEqual([['Apr 2020', 41.25], ['May 2020', 33.75]]);
});

test('what is shown may begin where the page’s dates say; what is before it still counts', async () => {
  const plan = planOf('growth of total amount per month with a date range');
  expect(await rowsOf(plan, { from: '2020-02-01', to: '2020-04-10' })).toEqual([['Feb 2020', 1], ['Apr 2020', null]]);
  const average = planOf('2 month moving average of total amount with a month filter');
  expect(await rowsOf(average, { month: '2020-02' })).toEqual([['Feb 2020', 45]]);
});

test('the first of the years is a piece, so nothing is set against it', async () => {
  const { plan, assumptions } = readPrompt('growth of total amount per week', catalogue, TODAY);
  expect(assumptions).toEqual(expect.arrayContaining([expect.stringMatching(/^The data begin on 2019-01-01, so the first week isn’t whole/)]));
  expect(plan?.blocks.find((b) => b.type === 'chart')).toMatchObject({ window: { is: 'change', since: '2019-01-07' } });
});

test('changes have a sign, in percent or as what they are', () => {
  const [growth, change] = [write(planOf('growth of total amount per month')), write(planOf('table of total amount per month with the change'))];
  expect(growth['ui.tsx']).toContain('<ChartTooltip formatter={(value: number) => fmt.change(value)} />');
  expect(change['ui.tsx']).toMatch(/key: "amount_change", label: "Amount change", format: \(value\) => fmt\.\w+\(value, \{ signDisplay: "exceptZero" \}\)/);
});

test('a Plan of before there were any says what it said', () => {
  const plan = planOf('total amount per month');
  expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  expect(write(plan)['data.ts']).not.toContain('with ');
  expect(plan.blocks.some((b) => b.type === 'chart' && 'window' in b)).toBe(false);
});
