import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import { editPlan } from '../edit/edit';
import { FILES } from '../fixtures/shop';
import { after, shop, talk, TODAY } from '../fixtures/talk';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { outlineOf } from '../write/outline';
import { write } from '../write/write';

const blocksOf = (plan: Plan | null) => (plan?.blocks ?? []).filter((b) => b.asked !== false).map((b) => `${b.type === 'chart' ? `${b.view}${b.totals ? ' with totals' : ''}` : b.type}: ${b.title}`);

describe('a row for totals is read', () => {
  test.each([
    ['revenue and orders by country as a table with a total row', 'table with totals: Revenue and orders by country'],
    ['revenue by country with a total row', 'table with totals: Revenue by country'],
    ['table of tickets per topic with totals at the bottom', 'table with totals: Tickets by topic'],
    ['orders per month, with a totals line at the bottom', 'table with totals: Orders per month'],
    ['top 5 products by revenue in a table, plus a row with the totals', 'table with totals: Top 5 products by revenue'],
    ['a table of revenue by region with a grand total row below it', 'table with totals: Revenue by region'],
  ])('%s', (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
    expect([...blocksOf(plan), ...unread, ...problems]).toEqual([expected]);
  });

  test.each([
    ['average unit price by région with a total row', 'table with totals: Average unit price by région'],
    ['sales per group in a table with totals at the end', 'table with totals: Revenue by group'],
  ])('also of a spreadsheet: %s', (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, createCatalogue([FILES]), TODAY);
    expect([...blocksOf(plan), ...unread, ...problems]).toEqual([expected]);
  });

  test.each([
    ['orders with a total over 100', 'table: Orders with total over 100'],
    ['total by region', 'bar: Total by region'],
    ['table of orders with date and total', 'table: Orders'],
    ['a line of the total per month', 'line: Total per month'],
  ])('and no number called so: %s', (prompt, expected) => {
    const { plan } = readPrompt(prompt, shop, TODAY);
    expect(blocksOf(plan)).toEqual([expected]);
  });

  test.each([
    ['table of orders with a total row', /^A list of rows has no row for totals/],
    ['top 2 products in each category by revenue as a table with a total row', /shows the first of each group/],
    ['bar chart of revenue by country with a line chart of orders per month and a total row', /^Only a table has a row for totals/],
  ])('or said not to be possible: %s', (prompt, expected) => {
    expect(readPrompt(prompt, shop, TODAY).problems).toEqual([expect.stringMatching(expected)]);
  });
});

describe('a follow-up adds it, keeps it and takes it away', () => {
  test.each<[string, string[], string]>([
    ['revenue by country as a table', ['add a total row'], 'table with totals: Revenue by country'],
    ['revenue by country as a table', ['with totals please'], 'table with totals: Revenue by country'],
    ['revenue by country as a table', ['can you add a totals line at the bottom of the table?'], 'table with totals: Revenue by country'],
    ['revenue by country as a table', ['add a total row', 'only paid orders'], 'table with totals: Revenue of paid orders by country'],
    ['revenue by country as a table', ['top 3, and a row for the totals'], 'table with totals: Top 3 countries by revenue'],
    ['revenue by country', ['add a total row'], 'table with totals: Revenue by country'],
    ['revenue by country as a table', ['add a total row', 'remove the totals'], 'table: Revenue by country'],
    ['revenue by country as a table', ['add a total row', 'as bars'], 'bar: Revenue by country'],
  ])('%s → %j', (first, prompts, expected) => {
    const { plan, said } = talk(first, ...prompts);
    expect([...blocksOf(plan), ...said]).toEqual([expected]);
  });

  test('of a new block, that one has it', () => {
    const { plan, said } = talk('revenue by country as a table', 'add a table of tickets by topic with totals at the bottom');
    expect([...blocksOf(plan), ...said]).toEqual(['table: Revenue by country', 'table with totals: Tickets by topic']);
  });

  test.each([
    ['revenue per month', 'add a total row', /^Only a table has a row for totals/],
    ['revenue by country as a table', 'remove the total row', /^There is no row for totals/],
    ['revenue by country as a table', 'add a total row for each region', /^A table has one row for totals/],
  ])('%s → %s: that it can’t be is said', (first, prompt, expected) => {
    expect(after(first, prompt)[1]).toMatch(expected);
  });

  test('that it went with the table is said, and the total as a figure is still that', () => {
    const { plan } = talk('revenue by country as a table', 'add a total row');
    expect(editPlan(plan, 'as bars', shop, TODAY).assumptions).toContain('Only a table has a row for totals, so it went.');
    expect(blocksOf(talk('revenue by country', 'put the total as a number above it').plan)).toEqual(['stat: Revenue', 'bar: Revenue by country']);
  });
});

test('the program reads it by a function of its own, with the filters that reach the table', () => {
  const { 'ui.tsx': ui, 'data.ts': data } = write(readPrompt('revenue and average discount by country as a table with a total row and a month filter', shop, TODAY).plan as Plan);
  expect(ui).toContain('const totals = useData(data.totalsOfRevenueAndAverageDiscount, { month });');
  expect(ui).toContain('totals={totals}');
  expect(data).toContain('select coalesce(sum(o.total), 0) as revenue, avg(o.discount) as average_discount\n    from orders o\n    join customers c on c.id = o.customer_id\n    where (${month}');
});

describe('what it comes to', () => {
  let files: Connector<TableBinding>;
  beforeAll(async () => {
    files = await openDuckdb({
      name: 'files',
      title: 'Files',
      load: async (connection) => {
        await connection.run(`create table visits as select * from (values ('A', 'x', 10), ('A', 'y', 20), ('A', 'x', 60), ('B', 'x', 100), (null, 'z', 2), (null, 'z', 4), (null, 'z', 6), (null, 'z', 8)) as t(ward, patient, minutes)`);
      },
    });
  });
  afterAll(() => files.close());

  async function totalsOf(prompt: string): Promise<unknown> {
    const { plan, unread } = readPrompt(prompt, createCatalogue([await files.describe()]), TODAY);
    expect(unread).toEqual([]);
    const [, totals] = outlineOf(plan as Plan).functions;
    const { value } = await files.call('sql', { text: [totals!.lines.join('\n')], values: [] }, AbortSignal.timeout(10_000));
    return (value as object[]).map((row) => Object.values(row));
  }

  test.each([
    ['average minutes by ward as a table with a total row', [[26.25]]],
    ['number of different patients by ward as a table with a total row', [[3]]],
    ['total minutes and number of visits by ward as a table with a total row', [[210, 8]]],
    // Of the groups that are shown; what has no ward is among those that come to so much, and no first of them.
    ['top 2 wards by number of visits as a table with a total row', [[4]]],
    ['wards with more than 1 visit, with a total row', [[7]]],
    ['top 1 wards by average minutes as a table with a total row', [[100]]],
  ])('%s', async (prompt, expected) => {
    expect(await totalsOf(prompt)).toEqual(expected);
  });
});
