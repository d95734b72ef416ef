import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '../contract';
import { openDuckdb } from '../duckdb';

let connector: Connector;
beforeAll(async () => {
  connector = await openDuckdb({
    name: 'shop',
    title: 'Two tables',
    load: async (connection) => void (await connection.run('create table orders (id int, region text, total int, email text, made date, info struct(email text)); create table customers (id int, name text, email text)')),
  });
});
afterAll(() => connector.close());

/** `orders(id region) customers(*)` */
async function reads(query: string): Promise<string> {
  const read = await connector.reads!('sql', { text: query.split('${}'), values: [] });
  return read.map(({ table, columns }) => `${table}(${columns?.join(' ') ?? '*'})`).toSorted().join(' ');
}

test.each([
  ['what it selects, filters, groups and sorts by', 'select region, sum(total) s from orders where made > ${} group by region order by s', 'orders(region total made)'],
  ['none where rows are counted', 'select count(*) n from orders', 'orders()'],
  ['of a table what is named as its own', 'select o.region, c.name from orders o join customers c on c.id = o.id', 'customers(id name) orders(id region)'],
  ['of both what may be of either', 'select email from orders, (select name from customers)', 'customers(name email) orders(email)'],
  ['a column that gives a join its name', 'select name from orders join customers using (id)', 'customers(id name) orders(id)'],
  ['in steps, subqueries, windows, lambdas, conditions', `with s as (select region r from orders) select r, (select max(c.email) from customers c), list_transform([1], lambda x: x + 1) from s`, 'customers(email) orders(region)'],
  ['after lambda, in filter, having and qualify', 'select count(*) filter (where total > 1) from orders group by region having max(made) > current_date qualify row_number() over (order by id) = 1', 'orders(id region total made)'],
  ['whatever case and quotes it is written in', 'select O."EMAIL" from Orders O', 'orders(email)'],
  ['all by a star', 'select * from orders', 'orders(*)'],
  ['all without a word', 'from orders', 'orders(*)'],
  ['all of the one whose star it is', 'select c.*, o.region from orders o, customers c', 'customers(*) orders(region)'],
  ['none by a star over a step that names its own', 'with s as (select region from orders) select * from s', 'orders(region)'],
  ['nor over a subquery', 'select * from (select name from customers) c', 'customers(name)'],
  ['all but some is all', 'select * exclude (email) from orders', 'orders(*)'],
  ['all by COLUMNS', `select columns('e.*') from orders`, 'orders(*)'],
  ['a whole row as a value', 'select o from orders o', 'orders(*)'],
  ['a whole row by its table’s name, with its schema', 'select main.orders from orders', 'orders(*)'],
  ['a field of a whole row', `select struct_extract(o, 'email') from orders o`, 'orders(*)'],
  ['a star within a subquery of the row outside', 'select (select c.name from (select o.*) x, customers c limit 1) from orders o', 'customers(*) orders(*)'],
  ['a natural join', 'select 1 from orders natural join customers', 'customers(*) orders(*)'],
  ['a column by its number', 'select #4 from orders', 'orders(*)'],
  ['columns called anew', 'select d from orders o(a, b, c, d)', 'orders(*)'],
  ['a pivot', `pivot orders on region in ('a') using sum(total)`, 'orders(*)'],
  ['a summary', 'summarize orders', 'orders(*)'],
  ['a field of a column', 'select info.email from orders', 'orders(email info)'],
  ['a step that hides a table is that table', 'with customers as (select region from orders) select * from customers', 'customers(*) orders(region)'],
  ['no row by what a result is called', 'select region, count(*) as orders from orders group by all order by orders desc', 'orders(region)'],
  ['the row in a window, whatever results are called', 'select 1 as orders, row_number() over (order by orders) from orders', 'orders(*)'],
  ['a union', 'select region from orders union all select name from customers', 'customers(name) orders(region)'],
])('it reads %s', async (_, query, expected) => {
  expect(await reads(query)).toBe(expected);
});
