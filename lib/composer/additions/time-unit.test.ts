import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import { editPlan } from '../edit/edit';
import { after, shop, talk, TODAY } from '../fixtures/talk';
import { type Plan, planSchema } from '../plan';
import { readPrompt } from '../read/read';
import { outlineOf } from '../write/outline';
import { write } from '../write/write';

const titlesOf = (plan: Plan | null) => (plan?.blocks ?? []).filter((b) => b.asked !== false).map((b) => b.title);

describe('a unit is read', () => {
  test.each([
    ['average time to close tickets in hours by priority', 'Hours to close by priority'],
    ['time to close tickets per month, in minutes', 'Minutes to close per month'],
    ['how many hours does it take to close tickets by topic', 'Hours to close by topic'],
    ['average time to close tickets by priority', 'Days to close by priority'],
  ])('%s', (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
    expect([...titlesOf(plan), ...unread, ...problems]).toEqual([expected]);
  });

  test.each([
    ['orders in the last 30 days by status', 'Orders in the last 30 days by status'],
    ['orders per day', 'Orders per day'],
    ['orders by hour of day', 'Orders by hour of day'],
    ['days to close by priority', 'Days to close by priority'],
  ])('and else it is a stretch of time: %s', (prompt, expected) => {
    expect(titlesOf(readPrompt(prompt, shop, TODAY).plan)).toEqual([expected]);
  });
});

describe('a follow-up tells it in another', () => {
  test.each<[string[], string]>([
    [['in hours instead'], 'Hours to close by priority'],
    [['show it in minutes please'], 'Minutes to close by priority'],
    [['in hours', 'in weeks'], 'Weeks to close by priority'],
    [['in hours', 'in days again'], 'Days to close by priority'],
    [['in hours', 'as a pie'], 'Hours to close by priority'],
  ])('%j', (prompts, expected) => {
    const { plan, said } = talk('average time to close tickets by priority', ...prompts);
    expect([...titlesOf(plan), ...said]).toEqual([expected]);
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  test('months are no unit', () => {
    expect(after('average time to close tickets by priority', 'in months')).toEqual(['bar: Days to close by priority', 'Months and years are of different lengths, so lengths of time are told in weeks at most.']);
  });

  test('there and back is the same page', () => {
    const [there, back] = [talk('average time to close tickets by priority').plan, talk('average time to close tickets by priority', 'in hours', 'in days').plan];
    expect(write(back)).toEqual(write(there));
  });

  test('a chart over time still goes by another stretch', () => {
    expect(after('orders per month', 'by days')).toEqual(['area: Orders per day']);
    expect(titlesOf(editPlan(talk('time to close tickets per month').plan, 'days', shop, TODAY).plan)).toEqual(['Days to close per day']);
  });
});

describe('of what is kept in milliseconds', () => {
  let files: Connector<TableBinding>;
  beforeAll(async () => {
    files = await openDuckdb({ name: 'files', title: 'Files', load: async (connection) => void (await connection.run(`create table songs as select * from (values ('a', 'Rock', 180000), ('b', 'Rock', 300000), ('c', 'Jazz', 3600000)) as t(title, genre, milliseconds)`)) });
  });
  afterAll(() => files.close());

  test.each<[string, string, unknown[]]>([
    ['average song length by genre in minutes', 'Average minutes by genre', [['Jazz', 60], ['Rock', 4]]],
    ['how many hours of songs per genre', 'Total hours by genre', [['Jazz', 1], ['Rock', 480 / 3600]]],
    ['how many minutes of music per genre', 'Total minutes by genre', [['Jazz', 60], ['Rock', 8]]],
    ['table of songs with title and length in seconds', 'Songs', [['a', 180], ['b', 300], ['c', 3600]]],
    ['total length of songs by genre in minutes as a table with a total row', 'Total minutes by genre', [['Jazz', 60], ['Rock', 8]]],
  ])('%s', async (prompt, title, rows) => {
    const { plan, unread, problems } = readPrompt(prompt, createCatalogue([await files.describe()]), TODAY);
    expect([...titlesOf(plan), ...unread, ...problems]).toEqual([title]);
    const shown = outlineOf(plan as Plan).parts.find((part) => part.kind === 'table' || part.kind === 'chart');
    const { value } = await files.call('sql', { text: [(shown?.read.lines ?? []).join('\n')], values: [] }, AbortSignal.timeout(10_000));
    expect((value as object[]).map((row) => Object.values(row))).toEqual(rows);
  });

  test('the unit stands behind the number', async () => {
    const { plan } = readPrompt('average song length by genre in minutes', createCatalogue([await files.describe()]), TODAY);
    expect(write(plan as Plan)['ui.tsx']).toContain('withUnit(value, "min")');
    expect(write(plan as Plan)['data.ts']).toContain('1.0 * avg(milliseconds) / 60000 as average_minutes');
  });
});
