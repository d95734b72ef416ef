import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '../../contract';
import { openDuckdb } from '../../duckdb';

let connector: Connector;
beforeAll(async () => {
  connector = await openDuckdb({
    name: 'db',
    title: 'Two tables',
    load: async (connection) => {
      await connection.run(`
        create table customers as select i as id, 'c' || i as name, if(i = 1, null, 'x') as company from range(3) t(i);
        create table orders as select i as id, i % 2 as customer_id, i * 1.5 as total, if(i = 1, null, date '2026-01-01') as shipped from range(5) t(i);`);
    },
  });
});
afterAll(() => connector.close());

/** Columns whose type says null, as `name?`; those that aren't understood as `name~`. */
async function columns(sql: string): Promise<string> {
  const check = await connector.check('sql', { text: sql.split('${}'), values: [] });
  if (!check.ok) return check.message;
  return check.columns.map(({ name, type, nullable }) => `${name}${type.endsWith('| null') ? '?' : nullable ? '~' : ''}`).join(' ');
}

describe('what a query returns can be null', () => {
  test.each([
    ['a column that is never empty, and one that sometimes is', 'select id, shipped from orders', 'id shipped?'],
    ['all columns', 'select * from customers', 'id name company?'],
    ['a sum over groups, and over nothing', 'select customer_id, sum(total) s, min(shipped) m from orders group by 1', 'customer_id s m?'],
    ['without groups', 'select sum(total) s, count(*) n, count(shipped) c from orders', 's? n c'],
    ['a filtered sum', 'select customer_id, sum(total) filter (where id > 1) s from orders group by all', 'customer_id s?'],
    ['the empty side of an outer join', 'select c.name, o.total, count(o.id) n from customers c left join orders o on o.customer_id = c.id group by all', 'name total? n'],
    ['both sides of a full join', 'select c.name, o.total from customers c full join orders o on o.customer_id = c.id', 'name? total?'],
    ['a star over a join', 'select o.*, c.company from orders o join customers c on c.id = o.customer_id', 'id customer_id total shipped? company?'],
    ['USING', 'select * from orders o join (select id as customer_id, name from customers) c using (customer_id)', 'id customer_id total shipped? name'],
    ['what WHERE proves', 'select id, shipped from orders o where o.shipped is not null and total > 1', 'id shipped'],
    ['a comparison proves it too', 'select shipped from orders where shipped >= ${}', 'shipped'],
    ['steps of WITH', 'with m as (select customer_id c, sum(total) s, max(shipped) l from orders group by 1) select c, s, l, s * 2 d from m', 'c s l? d'],
    ['a recursive step is not understood', 'with recursive r(n) as (select 1 union all select n + 1 from r where n < 3) select n from r', 'n~'],
    ['coalesce, case, casts', `select coalesce(shipped, date '2026-01-01') a, case when id > 1 then 1 end b, case when id > 1 then 1 else 2 end c, try_cast(id as date) d, id::varchar e from orders`, 'a b? c d? e'],
    ['a division, by a column and by a constant', 'select total / id a, total / 2 b, round(total / 100, 1) c, total / nullif(id, 0) d from orders', 'a? b c d?'],
    ['windows', 'select row_number() over () a, sum(total) over (order by id) b, lag(total) over (order by id) c from orders', 'a b c?'],
    ['subqueries', 'select (select count(*) from orders) a, (select max(total) from orders) b, (select total from orders limit 1) c, exists (select 1) d', 'a b? c? d'],
    ['a union', 'select id, name from customers union all select id, null from orders', 'id name?'],
    ['EXCLUDE and REPLACE', 'select * exclude (company) replace (null as name) from customers', 'id name?'],
    ['rows written out', 'select * from (values (1, null), (2, 3)) t(a, b)', 'a b?'],
    ['a series with gaps filled', 'select m.range as month, coalesce(sum(total), 0) s, sum(total) t from range(3) m left join orders o on o.id = m.range group by 1', 'month s t?'],
    ['rollup', 'select customer_id, count(*) n from orders group by rollup (customer_id)', 'customer_id? n'],
    ['the name of an earlier column', 'select total * 2 as twice, twice + 1 as more from orders', 'twice more'],
  ])('%s', async (_name, sql, expected) => {
    expect(await columns(sql)).toBe(expected);
  });
});
