import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectorSuite } from '../contract-suite';
import { SQLITE } from '../suite-dialect';
import { SQLITE_TRAPS } from '../traps/sqlite';
import { describeSqlite, sqliteConnector } from './index';

const folder = mkdtempSync(path.join(tmpdir(), 'sqlite-'));
const file = path.join(folder, 'visits.sqlite');
const ROWS = 2_000;

beforeAll(() => {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = wal;
    create table rooms (id integer primary key, name text not null);
    insert into rooms values (1, 'Hall'), (2, 'Attic');
    create table visits (id integer primary key, place text not null, minutes real not null, day date, room integer references rooms, at text, mixed, "odd "" name" blob);
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${ROWS})
      insert into visits select i, 'Place ' || (i % 7), i % 90 + 0.5, date('2026-01-01', '+' || (i % 300) || ' days'), i % 2 + 1, datetime('2026-01-01', '+' || i || ' minutes'), iif(i % 2, i, 'text'), x'00' from n;
    create view long_visits as select * from visits where minutes > 60;
    create view broken as select * from gone;`);
  database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open = async () => sqliteConnector({ name: 'db', title: 'Visits', file, tables: (await describeSqlite(file)).tables });

connectorSuite(open, { table: 'visits', rows: ROWS, text: 'place', number: 'minutes', date: 'day' }, SQLITE, SQLITE_TRAPS);

test('describes tables and views by what they hold', async () => {
  const { tables } = await describeSqlite(file);
  expect(tables.map(({ name, rows, primaryKey, foreignKeys }) => [name, rows, primaryKey, foreignKeys.map(({ references }) => references)])).toEqual([
    ['long_visits', expect.any(Number), [], []],
    ['rooms', 2, ['id'], []],
    ['visits', ROWS, ['id'], [{ table: 'rooms', columns: ['id'] }]],
  ]);
  expect(tables[2]!.columns).toMatchObject([
    { name: 'id', type: 'number', nullable: false },
    { name: 'place', values: expect.arrayContaining(['Place 3']) },
    { name: 'minutes', type: 'number', min: 0.5 },
    { name: 'day', type: 'date', min: '2026-01-01', nullable: true },
    { name: 'room' },
    { name: 'at', type: 'timestamp' },
    { name: 'mixed', type: 'json', samples: [] },
    { name: 'odd " name', type: 'string' },
  ]);
});

test('says what a query reads, by every way SQLite has to name a table', async () => {
  const connector = await open();
  const cases: [string, string[]][] = [
    ['select 1 from VISITS v natural join [rooms]', ['rooms', 'visits']],
    ['select count(*) from main."visits"', ['visits']],
    ['select (select max(id) from rooms) from long_visits', ['long_visits', 'rooms']],
    ['select count(*) from long_visits', ['long_visits']],
    ['with rooms as (select 1) select * from rooms', []],
    ['with steps as (select * from rooms) select 1 from steps', ['rooms']],
    ['select 1 where (1, 2) in rooms', ['rooms']],
    ['with visits as (select * from rooms) select name from visits', ['rooms']],
    [`with 'long_visits' (a) as not materialized (select name from rooms) select a from long_visits`, ['rooms']],
    ['with a as (select id from long_visits) select id from a', ['long_visits']],
    ['with a as (select id from (select id from rooms) visits) select id from a long_visits', ['rooms']],
    ['with visits as (select 1 as x) select count(*) from visits', ['visits']],
    ['select name from sqlite_schema', ['sqlite_master']],
    ['select 1', []],
  ];
  for (const [query, tables] of cases) expect((await connector.reads!('sql', { text: [query], values: [] })).map(({ table }) => table), query).toEqual(tables);
  const columns: [string, string][] = [
    ['select v.place, r.name from visits v join rooms r on r.id = v.room where day > 1', 'rooms(id name) visits(place day room)'],
    ['select * from rooms', 'rooms(id name)'],
    ['select count(*), max(rowid) from rooms', 'rooms(id)'],
    ['select id from long_visits where place = 1', 'long_visits(id place)'],
    ['select count(*) from visits', 'visits()'],
    [`select 1 from visits a join long_visits b using ('place')`, 'long_visits(place) visits(place)'],
    [`select 1 from visits a join long_visits b using ('place') natural join rooms`, 'long_visits(*) rooms(*) visits(*)'],
  ];
  for (const [query, read] of columns) expect((await connector.reads!('sql', { text: [query], values: [] })).map((one) => `${one.table}(${one.columns?.join(' ') ?? '*'})`).join(' '), query).toBe(read);
  await connector.close();
});

test('knows the types of columns, and of expressions as far as their function says them', async () => {
  const connector = await open();
  const typesOf = async (query: string) => {
    const check = await connector.check('sql', { text: [query], values: [] });
    return check.ok ? check.columns.map(({ type }) => type) : check;
  };
  expect(await typesOf('select v.day, mixed, r.name, count(*) as n, upper(place), cast(minutes as int), minutes + 1, 1, \'x\' as x from visits v join rooms r on r.id = v.room')).toEqual(['string | null', 'unknown', 'string', 'number', 'string', 'number', 'any', 'number', 'string']);
  expect(await typesOf('select day from visits where day is not null')).toEqual(['string']);
  expect(await typesOf('with a as (select count(*) as n from visits) select n, sum(n) over () from a')).toEqual(['any', 'number']);
  expect(await typesOf('select count(*) - 1, count(*) filter (where minutes > 1) from visits')).toEqual(['any', 'number']);
  expect(await typesOf('select *, count(*) from rooms')).toEqual(['number', 'string', 'any']);
  await connector.close();
});

test('a file that isn’t one, or was broken, is told', async () => {
  const other = path.join(folder, 'other.sqlite');
  writeFileSync(other, 'This is no database. '.repeat(100));
  await expect(describeSqlite(other)).rejects.toMatchObject({ data: { message: expect.stringMatching(/not a database|can’t be read/) } });
  await expect(describeSqlite(path.join(folder, 'none.sqlite'))).rejects.toMatchObject({ data: { code: 'unavailable' } });
});
