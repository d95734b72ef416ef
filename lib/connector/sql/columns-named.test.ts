import { expect, test } from 'vitest';
import { columnsNamed } from './columns-named';
import { tokensOf } from './tokens';

const SCHEMA = new Map([
  ['orders', ['id', 'region', 'total', 'email', 'made']],
  ['sales.customers', ['id', 'name', 'email', 'Rank']],
]);

/** `orders(id region) sales.customers(*)` */
function reads(query: string): string {
  const tables = [...SCHEMA.keys()].filter((table) => query.toLowerCase().includes(table.split('.').at(-1)!));
  return columnsNamed(tokensOf(query, 'PostgreSQL'), tables, SCHEMA).map(({ table, columns }) => `${table}(${columns?.join(' ') ?? '*'})`).join(' ');
}

test.each([
  ['what it selects, filters, groups and sorts by', 'select region, sum(total) * 2 s from orders where made > $1 group by region order by s', 'orders(region total made)'],
  ['none where rows are counted', 'select count(*) as n from orders', 'orders()'],
  ['of a table what is named as its own', 'select o.region, c.name from orders o join sales.customers as c on c.id = o.id', 'orders(id region) sales.customers(id name)'],
  ['with its own name before the point', 'select sales.customers.name from sales.customers', 'sales.customers(name)'],
  ['of both what may be of either', 'select email from orders left join sales.customers on true', 'orders(email) sales.customers(email)'],
  ['whatever case and quotes it is written in', 'select O."REGION", "Rank" from ORDERS O join sales.customers on true', 'orders(region) sales.customers(Rank)'],
  ['in steps and subqueries', 'with s as (select region r from orders) select r, (select max(c.email) from sales.customers c) from s', 'orders(region) sales.customers(email)'],
  ['all by a star', 'select * from orders', 'orders(*)'],
  ['all by a star after others', 'select 1 as one, * from orders', 'orders(*)'],
  ['all by a star after DISTINCT ON', 'select distinct on (region) * from orders', 'orders(*)'],
  ['all by a star before others', 'select distinct on (region) *, 1 from orders', 'orders(*)'],
  ['all of the one whose star it is', 'select o.*, c.name from orders o join sales.customers c on true', 'orders(*) sales.customers(name)'],
  ['all by a star in a function', 'select row_to_json(row(o.*)) from orders o', 'orders(*)'],
  ['a whole row by its other name', 'select o from orders o', 'orders(*)'],
  ['a whole row by its own name', 'select row_to_json(orders) from orders', 'orders(*)'],
  ['a whole row cast', 'select o::text from orders o', 'orders(*)'],
  ['a field of a whole row', 'select (o).email from orders o', 'orders(*)'],
  ['a whole row in a trim', 'select trim(from orders::text) from orders', 'orders(*)'],
  ['a whole row that is compared', 'select count(*) from orders where null is distinct from orders', 'orders(*)'],
  ['a whole row with a schema before it', 'select public.orders from orders', 'orders(*)'],
  ['a natural join', 'select 1 from orders natural join sales.customers', 'orders(*) sales.customers(*)'],
  ['a join that names its column', 'select 1 from orders join sales.customers using (id)', 'orders(id) sales.customers(id)'],
  ['columns that are called anew', 'select d from orders o(a, b, c, d)', 'orders(*)'],
  ['the same without another name', 'select d from orders (a, b, c, d)', 'orders(*)'],
  ['tables in a row, or in brackets', 'select o.region from (orders o join sales.customers c on true), orders', 'orders(*) sales.customers(*)'],
  ['all of a table', 'table orders', 'orders(*)'],
  ['all by the name of a join in brackets', 'select j from (orders join sales.customers using (id)) as j', 'orders(*) sales.customers(*)'],
  ['what a result is called is no row', 'select region, count(*) as orders, 1 as "email" from orders group by 1 order by orders desc, region', 'orders(region)'],
  ['a row that sorts is one, unless the query calls something so', 'select region, (select 1 as orders) from orders order by orders', 'orders(*)'],
  ['a row by what its table is called', 'select 1 from sales.customers as orders order by orders', 'orders(*) sales.customers(*)'],
  ['nor does a window know what results are called', 'select 1 as orders, row_number() over (order by orders) from orders', 'orders(*)'],
  ['nor is it the row in a function', 'select 1 as orders from orders order by lower(orders::text), orders::text', 'orders(*)'],
  ['a multiplication is no star', 'select total * total, 2 * total, (total) * -1, o.total * (1 + total) from orders o', 'orders(total)'],
])('it reads %s', (_, query, expected) => {
  expect(reads(query)).toBe(expected);
});

test('what isn’t known counts whole', () => {
  expect(columnsNamed(tokensOf('select a from pg_catalog.pg_stats', 'PostgreSQL'), ['pg_catalog.pg_stats'], SCHEMA)).toEqual([{ table: 'pg_catalog.pg_stats', columns: null }]);
});
