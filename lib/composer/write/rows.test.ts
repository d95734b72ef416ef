import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import { readPrompt } from '../read/read';
import { summaryOf } from '../summary';
import { outlineOf } from './outline';

const TODAY = new Date('2026-11-23T12:00:00Z');
let visits: Connector<TableBinding>;
let binding: TableBinding;

/** One visit at each hour from a Monday's first on, over two years; the first has no minutes yet. */
beforeAll(async () => {
  visits = await openDuckdb({
    name: 'clinic',
    title: 'Clinic',
    load: async (connection) => {
      await connection.run(`create table visits as
        select i as id, timestamp '2024-01-01 00:00:00' + i * interval 1 hour as arrived_at, case when i > 0 then i % 100 + 0.5 end as minutes, ['red', 'blue'][1 + i % 2] as ward
        from range(2 * 365 * 24) t(i)`);
    },
  });
  binding = await visits.describe();
});
afterAll(() => visits.close());

/** The rows of what was asked for. */
async function rows(prompt: string): Promise<unknown[][]> {
  const { plan } = readPrompt(prompt, createCatalogue([binding]), TODAY);
  if (!plan) throw new Error(`Nothing was built of “${prompt}”.`);
  const asked = summaryOf(plan).find((block) => block.asked);
  const query = outlineOf(plan).functions.find(({ name }) => name === asked?.reads.function);
  const { value } = await visits.call('sql', { text: [query?.lines.join('\n') ?? ''], values: [] }, AbortSignal.timeout(10_000));
  return (value as object[]).map((row) => Object.values(row));
}

const HOURS = 2 * 365 * 24;
const DECEMBER = 31 * 24;

test.each<[string, unknown[][]]>([
  ['number of visits except December', [[HOURS - DECEMBER * 2 + 24]]],
  ['number of visits without December 2024', [[HOURS - DECEMBER]]],
  ['number of visits not in 2024', [[HOURS - 366 * 24]]],
  ['visits in December by year', [['2024', DECEMBER], ['2025', DECEMBER - 24]]],
  ['visits by weekday excluding weekends in January 2024', [['Mon', 120], ['Tue', 120], ['Wed', 120], ['Thu', 96], ['Fri', 96]]],
  ['number of visits between 6 and 9 in the morning in January 2024', [[31 * 3]]],
  ['visits by hour of day between 10 pm and 2 am in January 2024', [['00:00', 31], ['01:00', 31], ['22:00', 31], ['23:00', 31]]],
  ['visits by minutes: up to 10, 10 to 50, over 50, in January 2024', [['up to 10', 79], ['10 to 50', 314], ['over 50', 350]]],
  ['visits by minutes: short (10-19), long (80-100), in January 2024', [['short', 72], ['long', 140]]],
])('%s', async (prompt, expected) => {
  expect(await rows(prompt)).toEqual(expected);
});

test('days that are left out are no days with nothing', async () => {
  const days = await rows('visits per day excluding weekends in January 2024');
  expect(days).toHaveLength(23);
  expect(new Set(days.map((row) => row.at(-1)))).toEqual(new Set([24]));
});
