import { expect, test } from 'vitest';
import { openDuckdb } from './duckdb';
import { MAX_RUNNING } from './limits';

const never = new AbortController().signal;

test('finds keys that nobody declared, where the values fit', async () => {
  const connector = await openDuckdb({
    name: 'db',
    title: 'Without constraints',
    load: async (connection) => {
      await connection.run(`
        create table categories as select i as id, 'c' || i as name from range(3) t(i);
        create table data (product_id integer, "categoryId" integer, category_id integer, "odd "" name" varchar);
        insert into data select i, i % 3, i, 'x' from range(5) t(i);
        create view products as select * from data;`);
    },
  });
  const { tables } = await connector.describe();
  await connector.close();
  const products = tables.find(({ name }) => name === 'products')!;
  expect(products.primaryKey).toEqual(['product_id']);
  expect(products.foreignKeys).toEqual([{ columns: ['categoryId'], references: { table: 'categories', columns: ['id'] }, inferred: true }]);
  expect(products.columns.at(-1)).toMatchObject({ name: 'odd " name', values: ['x'], distinct: 1 });
});

test('describes an empty table', async () => {
  const connector = await openDuckdb({ name: 'db', title: 'Empty', load: async (connection) => void (await connection.run('create table t (a integer, b varchar, c json)')) });
  expect((await connector.describe()).tables).toMatchObject([{ name: 't', rows: 0, primaryKey: [], columns: [{ type: 'number', distinct: 0 }, { type: 'string', samples: [] }, { type: 'json' }] }]);
  await connector.close();
});

test('a view over an allowed file is read after the lock, and no other file', async () => {
  const file = `${import.meta.dirname}/shop/data/products.parquet`;
  const connector = await openDuckdb({
    name: 'db',
    title: 'A file',
    load: async (connection) => {
      await connection.run(`set allowed_paths = ['${file}']`);
      await connection.run(`create view products as select * from read_parquet('${file}')`);
    },
  });
  const run = (query: string) => connector.call('sql', { text: [query], values: [] }, never);
  expect((await run('select count(*) as n from products')).value).toEqual([{ n: 60 }]);
  await expect(run(`select * from '${file.replace('products', 'orders')}'`)).rejects.toMatchObject({ data: { code: expect.stringMatching(/^(sql-error|not-read-only)$/) } });
  await connector.close();
});

test('a database that can’t be loaded says why', async () => {
  await expect(openDuckdb({ name: 'db', title: 'Broken', load: () => Promise.reject(new Error('no such file')) })).rejects.toThrow('no such file');
});

test('closing ends what runs, and what comes later is told', async () => {
  const connector = await openDuckdb({ name: 'db', title: 'Nothing', load: async () => {} });
  const run = (query: string) => connector.call('sql', { text: [query], values: [] }, never);
  const running = run('select count(*) as n from range(1000000000000) a where a.range % 7 = 3');
  setTimeout(() => void connector.close(), 50);
  await expect(running).rejects.toMatchObject({ data: { code: 'cancelled' } });
  await expect(run('select 1')).rejects.toMatchObject({ data: { code: 'unavailable' } });
});

test('a query that waits for its turn can be cancelled, and the line moves on', async () => {
  const connector = await openDuckdb({ name: 'db', title: 'Busy', load: async () => {} });
  const endless = new AbortController();
  const run = (query: string, signal: AbortSignal) => connector.call('sql', { text: [query], values: [] }, signal);
  const slow = Array.from({ length: MAX_RUNNING }, () => run('select count(*) as n from range(1000000000000) a where a.range % 7 = 3', endless.signal));
  const impatient = new AbortController();
  const waiting = run('select 1 as a', impatient.signal);
  const next = run('select 2 as a', never);
  impatient.abort();
  await expect(waiting).rejects.toMatchObject({ data: { code: 'cancelled' } });
  endless.abort();
  // All at once: one that ends while another is waited for would be a rejection that nobody handles.
  await Promise.all(slow.map((query) => expect(query).rejects.toMatchObject({ data: { code: 'cancelled' } })));
  expect((await next).value).toEqual([{ a: 2 }]);
  await connector.close();
});

test('says what a query reads, by every way DuckDB has to name a table', async () => {
  const connector = await openDuckdb({ name: 'db', title: 'Two', load: async (connection) => void (await connection.run('create table orders (a int, b int); create view "Old Orders" as from orders; create table b (a int)')) });
  const reads = (query: string) => connector.reads!('sql', { text: [query], values: [] });
  const cases: [string, string[]][] = [
    ['from ORDERS', ['orders']],
    ['table orders', ['orders']],
    ['select * from memory.main.orders natural join b', ['b', 'orders']],
    ['select * from "Old Orders"', ['Old Orders']],
    ['select * from (summarize orders)', ['orders']],
    ['select * from (pivot orders on a in (1, 2) using sum(b))', ['orders']],
    ['select (select max(a) from b), a in (from orders select a) from range(3) r(a)', ['b', 'orders']],
    ['with b as (select * from orders) from b', ['b', 'orders']],
    ['with steps as (from b) from steps', ['b']],
    ['select * from information_schema.tables', ['information_schema.tables']],
    ['select * from nowhere', ['nowhere']],
  ];
  for (const [query, tables] of cases) expect((await reads(query)).map(({ table }) => table).toSorted(), query).toEqual(tables);
  await connector.close();
});
