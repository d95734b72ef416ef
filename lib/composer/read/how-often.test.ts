import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../../connector/contract';
import { openDuckdb } from '../../connector/duckdb';
import { createCatalogue } from '../catalogue/catalogue';
import { after, shop, talk, TODAY } from '../fixtures/talk';
import { type Plan, planSchema } from '../plan';
import { outlineOf } from '../write/outline';
import { oftenAsNumber } from './how-often';
import { readPrompt } from './read';

const blocksOf = (plan: Plan | null) => (plan?.blocks ?? []).filter((b) => b.asked !== false).map((b) => `${b.type === 'chart' ? b.view : b.type}: ${b.title}`);

describe('how often is a number of rows', () => {
  test.each([
    ['customers who ordered more than once', 'customers with more than 1 orders'],
    ['customers who bought at least twice', 'customers with at least 2 orders'],
    ['customers that opened a ticket three times or more', 'customers with at least 3 tickets'],
    ['customers in Germany ordered 5 or more times', 'customers in Germany with at least 5 orders'],
    ['products that were ordered more than 20 times', 'products with more than 20 order items'],
    ['customers who opened more than one ticket', 'customers with more than 1 tickets'],
    ['customers who ordered only once this year', 'customers with exactly 1 orders this year'],
  ])('%s', (prompt, expected) => {
    expect(oftenAsNumber(prompt, shop).replaceAll(/ +/g, ' ').trim()).toBe(expected);
  });

  test.each(['customers with more than 10 orders', 'orders per month', 'top 3 products', 'revenue of the last 3 times', 'customers created more than a year ago', 'orders over 500', 'tickets closed more than once'])('and else nothing is said otherwise: %s', (prompt) => {
    expect(oftenAsNumber(prompt, shop)).toBe(prompt);
  });
});

describe('groups that come to so much are counted or listed', () => {
  test.each([
    ['how many customers ordered more than once', 'stat: Customers with more than 1 order'],
    ['number of customers with more than 3 orders', 'stat: Customers with more than 3 orders'],
    ['how many customers ordered at least twice this year', 'stat: Customers with at least 2 orders this year'],
    ['customers who bought more than once', 'table: Customers with more than 1 order'],
    ['customers with exactly 2 orders', 'table: Customers with exactly 2 orders'],
    ['number of orders over 500', 'stat: Orders with total over 500'],
  ])('%s', (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
    expect([...blocksOf(plan), ...unread, ...problems]).toEqual([expected]);
    expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  });

  test('also in a follow-up, and not in a title', () => {
    expect(after('orders by customer as a table', 'only customers who ordered more than twice')).toEqual(['table: Customers with more than 2 orders']);
    expect(talk('orders by region', 'call it Customers who ordered twice').plan.title).toBe('Customers who ordered twice');
  });

  test('who they are stands below, and a follow-up narrows both', () => {
    const { plan } = talk('how many customers ordered more than once', 'only Germany');
    expect(plan.blocks.map((b) => [b.type, b.where.length])).toEqual([['stat', 1], ['chart', 1]]);
    expect(after('how many customers ordered more than once', 'only Germany')).toEqual(['stat: Customers with more than 1 order in Germany']);
  });
});

describe('how many there are', () => {
  let files: Connector<TableBinding>;
  beforeAll(async () => {
    files = await openDuckdb({
      name: 'files',
      title: 'Files',
      load: async (connection) => {
        await connection.run("create table guests as select * from (values (1, 'Ada'), (2, 'Ada'), (3, 'Bo')) as t(id, name)");
        await connection.run('alter table guests add primary key (id)');
        await connection.run('create table visits (id integer primary key, guest_id integer references guests(id), nights integer)');
        await connection.run('insert into visits values (1, 1, 2), (2, 1, 3), (3, 2, 1), (4, 2, 1), (5, 2, 4), (6, 3, 9)');
      },
    });
  });
  afterAll(() => files.close());

  test.each([
    // Two of one name are two.
    ['how many guests visited more than once', [[2]]],
    ['how many guests visited at least three times', [[1]]],
    ['number of guests with exactly 1 visits', [[1]]],
  ])('%s', async (prompt, expected) => {
    const { plan, unread, problems } = readPrompt(prompt, createCatalogue([await files.describe()]), TODAY);
    expect([...unread, ...problems]).toEqual([]);
    const [figure] = outlineOf(plan as Plan).functions;
    const { value } = await files.call('sql', { text: [figure!.lines.join('\n')], values: [] }, AbortSignal.timeout(10_000));
    expect((value as object[]).map((row) => Object.values(row))).toEqual(expected);
  });
});
