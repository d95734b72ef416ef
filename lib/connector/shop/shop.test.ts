import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import type { Connector } from '../contract';
import { connectorSuite } from '../contract-suite';
import { DUCKDB } from '../suite-dialect';
import { DUCKDB_TRAPS } from '../traps/duckdb';
import { openShop } from './shop';

describe('the shop as a connector', () => {
  connectorSuite(openShop, { table: 'orders', rows: 5000, text: 'status', number: 'total', date: 'ordered_at' }, DUCKDB, DUCKDB_TRAPS);
});

describe('the shop on the first of a month', () => {
  const now = new Date(2027, 2, 1, 9, 30);
  let shop: Connector;
  beforeAll(async () => {
    shop = await openShop(now);
  });
  afterAll(() => shop.close());

  const rows = async (query: string): Promise<unknown> => (await shop.call('sql', { text: [query], values: [] }, new AbortController().signal)).value;

  test('has orders this month and nothing in the future', async () => {
    expect(await rows(`select max(ordered_at)::date::varchar as newest, count(*) filter (where ordered_at >= '2027-03-01') >= 10 as busy from orders`)).toEqual([{ newest: '2027-03-01', busy: true }]);
    expect(await rows(`select greatest((select max(ordered_at) from orders), (select max(greatest(opened_at, closed_at)) from tickets), (select max(created_at) from customers)) <= timestamp '2027-03-01 09:30:00' as past`)).toEqual([{ past: true }]);
  });

  test('has open orders of every region in each of the last two months', async () => {
    const open = `select region, strftime(ordered_at, '%Y-%m') as month from orders join customers c on c.id = customer_id where status = 'open' and ordered_at >= '2027-02-01' group by all`;
    expect(await rows(`select count(*) as n, count(distinct region) as regions from (${open})`)).toEqual([{ n: 8, regions: 4 }]);
  });

  test('is consistent', async () => {
    const wrong = {
      totals: `select o.id from orders o join order_items i on i.order_id = o.id group by o.id, total, discount having total <> sum(quantity * unit_price) - discount`,
      early: 'select o.id from orders o join customers c on c.id = customer_id where c.created_at > ordered_at',
      companies: `select id from customers where (company is null) <> (segment = 'consumer')`,
      tickets: `select id from tickets where closed_at < opened_at or (closed_at is null) <> (status <> 'closed') or (satisfaction is not null and status <> 'closed')`,
      strangers: 'select t.id from tickets t join orders o on o.id = order_id where o.customer_id <> t.customer_id or opened_at < ordered_at',
      losses: 'select id from products where cost >= price',
    };
    for (const [name, query] of Object.entries(wrong)) expect([name, await rows(query)]).toEqual([name, []]);
  });

  test('describes keys, categories and what may be missing', async () => {
    const { tables } = (await shop.describe()) as TableBinding;
    expect(tables.map((table) => [table.name, table.primaryKey, table.foreignKeys.map((key) => `${key.columns} → ${key.references.table}`)])).toEqual([
      ['customers', ['id'], []],
      ['products', ['id'], []],
      ['orders', ['id'], ['customer_id → customers']],
      ['order_items', ['id'], ['order_id → orders', 'product_id → products']],
      ['tickets', ['id'], ['customer_id → customers', 'order_id → orders']],
    ]);
    const column = (table: string, name: string) => tables.find((t) => t.name === table)!.columns.find((c) => c.name === name)!;
    expect(column('orders', 'status').values?.toSorted()).toEqual(['open', 'paid', 'returned', 'shipped']);
    expect(column('customers', 'company')).toMatchObject({ nullable: true, type: 'string' });
    expect(column('customers', 'name').values).toBeUndefined();
    expect(column('orders', 'ordered_at')).toMatchObject({ type: 'timestamp', max: expect.stringMatching(/^2027-03-01T/) });
    expect(column('orders', 'total')).toMatchObject({ sqlType: 'DECIMAL(10,2)', type: 'number', nullable: false });
  });
});
