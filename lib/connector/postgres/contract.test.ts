import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PostgresServer, findPostgres, startPostgres } from '../../store/postgres-server';
import { connectorSuite } from '../contract-suite';
import type { DatabaseServer } from '../sql/database-server';
import { MAX_QUERY_BYTES } from '../sql/stopper';
import { canMakeCertificates, makeCertificates } from '../sql/test-certificates';
import { POSTGRES } from '../suite-dialect';
import { POSTGRES_TRAPS } from '../traps/postgres';
import { describePostgres, postgresConnector } from './index';

const programs = findPostgres();
if (!programs) console.warn('No Postgres server is installed here: connections to PostgreSQL are not tested.');

const ROWS = 2_000;

const SETUP = `
  create type mood as enum ('glad', 'sad');
  create table customers (id int primary key, name text not null);
  insert into customers select i, 'Customer ' || i from generate_series(1, 50) i;
  create table visits (id int primary key, place text not null, minutes numeric(9, 2) not null, day date, mood mood, customer_id int references customers);
  comment on table visits is 'Who came';
  comment on column visits.minutes is 'How long';
  insert into visits select i, 'Place ' || i % 7, i % 90 + 0.5, date '2026-01-01' + i % 300, 'glad', i % 50 + 1 from generate_series(1, ${ROWS}) i;
  create view long_visits as select * from visits where minutes > 60;
  create schema sales;
  create table sales."Order items" (id int primary key, visit_id int references visits, "Unit price" numeric not null);
  insert into sales."Order items" select i, i, i from generate_series(1, 10) i;
  create sequence s;
  create function writes() returns int language sql as 'delete from visits returning 1';
  create role reader login password 'open sesame';
  grant usage on schema public, sales to reader;
  grant select on all tables in schema public, sales to reader;
  create role writer login;
  grant select, insert on visits to writer;
  create role sneaky login in role writer;
  create role spy login in role pg_read_server_files;
  create role owner login;
  create table own (a int);
  alter table own owner to owner;
  create role keeper login;
  create schema kept authorization keeper;
  create role column_writer login;
  grant update (place) on visits to column_writer;
  analyze;`;

describe.skipIf(!programs)('with a Postgres server', () => {
  let postgres: PostgresServer;
  let server: DatabaseServer;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
    server = { host: '127.0.0.1', port: Number(new URL(postgres.url).port), database: 'postgres', user: 'reader', password: 'open sesame', tls: { use: false }, allowPrivate: true, schemas: [] };
    await admin(SETUP);
  }, 60_000);
  afterAll(() => postgres?.stop());

  const admin = async (sql: string) => {
    const client = new Client({ connectionString: postgres.url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };
  const open = async () => postgresConnector({ name: 'db', title: 'Visits', server, tables: (await describePostgres(server)).tables });
  const never = new AbortController().signal;

  connectorSuite(open, { table: 'visits', rows: ROWS, text: 'place', number: 'minutes', date: 'day' }, POSTGRES, POSTGRES_TRAPS);

  test('describes tables, views, other schemas, keys, comments and values', async () => {
    const { tables, notes } = await describePostgres(server);
    expect(notes).toEqual([]);
    expect(tables.map(({ name, rows, primaryKey, foreignKeys }) => [name, rows, primaryKey, foreignKeys.map(({ columns, references }) => `${columns.join()} → ${references.table}`)])).toEqual([
      ['customers', 50, ['id'], []],
      ['long_visits', expect.any(Number), [], []],
      ['own', 0, [], []],
      ['visits', ROWS, ['id'], ['customer_id → customers']],
      ['sales.Order items', 10, ['id'], ['visit_id → visits']],
    ].filter(([name]) => name !== 'own'));
    const visits = tables.find(({ name }) => name === 'visits')!;
    expect(visits.comment).toBe('Who came');
    expect(visits.columns).toMatchObject([
      { name: 'id', type: 'number', nullable: false, min: 1, max: ROWS },
      { name: 'place', sqlType: 'text', distinct: 7, values: expect.arrayContaining(['Place 3']) },
      { name: 'minutes', sqlType: 'numeric(9,2)', comment: 'How long', min: 0.5 },
      { name: 'day', type: 'date', nullable: true, min: '2026-01-01' },
      { name: 'mood', values: ['glad', 'sad'] },
      { name: 'customer_id' },
    ]);
    expect((await describePostgres({ ...server, schemas: ['sales'] })).tables.map(({ name }) => name)).toEqual(['sales.Order items']);
  });

  test('says what a query reads, by every way PostgreSQL has to name a table, and functions of somebody’s own', async () => {
    await admin(`create function counted() returns bigint language sql stable as 'select count(*) from visits'; create type pair as (a int); create function twice(visits) returns int language sql stable as 'select 1'`);
    const connector = await open();
    const cases: [string, string[]][] = [
      ['table VISITS', ['visits']],
      ['select * from public.visits v natural join customers', ['customers', 'visits']],
      ['select * from sales."Order items"', ['sales.Order items']],
      ['select (select max(id) from customers) from long_visits', ['customers', 'long_visits']],
      ['select visits from long_visits visits', ['long_visits']],
      ['with customers as (select 1) select * from customers', []],
      ['with customers as (select * from visits) select * from customers', ['visits']],
      ['select * from information_schema.tables', ['information_schema.tables']],
      ['select * from pg_class', ['pg_catalog.pg_class']],
      ['select counted(), lower(place) from visits where 1 = 0', ['counted()', 'visits']],
      ['select v.twice from visits v', ['twice()', 'visits']],
    ];
    for (const [query, tables] of cases) expect((await connector.reads!('sql', { text: [query], values: [] })).map(({ table }) => table), query).toEqual(tables);
    const columns: [string, string][] = [
      ['select v.place, c.name from visits v join customers c on c.id = customer_id where day > now()', 'customers(id name) visits(place day customer_id)'],
      ['select * from customers', 'customers(*)'],
      ['select count(*) from visits', 'visits()'],
      ['select "Unit price" from sales."Order items"', 'sales.Order items(Unit price)'],
      ['select row_to_json(c) from customers c', 'customers(*)'],
      ['select id from long_visits', 'long_visits(id)'],
    ];
    for (const [query, read] of columns) expect((await connector.reads!('sql', { text: [query], values: [] })).map((one) => `${one.table}(${one.columns?.join(' ') ?? '*'})`).join(' '), query).toBe(read);
    await connector.close();
    await admin('drop function counted(), twice(visits)');
  });

  test('of a large table it looks at a part, and tells the bounds of all of it', async () => {
    await admin(`create table large as select i as id, date '2000-01-01' + i % 5000 as day, 'kind ' || i % 3 as kind from generate_series(1, 30000) i; analyze large; grant select on large to reader`);
    const large = (await describePostgres(server)).tables.find(({ name }) => name === 'large')!;
    expect(large).toMatchObject({ rows: 30_000, estimated: true, columns: [{ max: 30_000 }, { min: '2000-01-01', max: '2013-09-08' }, { distinct: 3, values: ['kind 0', 'kind 1', 'kind 2'] }] });
    await admin('drop table large');
  });

  test('asks another schema by its name, and knows what may be null', async () => {
    const connector = await open();
    const query = 'select "Unit price" as price, v.day, mood from sales."Order items" i join visits v on v.id = i.visit_id where day is not null';
    expect(await connector.check('sql', { text: [query], values: [] })).toMatchObject({
      columns: [{ name: 'price', type: 'number', nullable: false }, { name: 'day', type: 'string' }, { name: 'mood', type: '"glad" | "sad" | null', nullable: true }],
    });
    expect((await connector.call('sql', { text: [query], values: [] }, never)).rows).toBe(10);
    await connector.close();
  });

  test.each([
    ['test', 'is a superuser'],
    ['writer', 'may change public.visits'],
    ['sneaky', 'may change public.visits'],
    ['spy', 'has the rights of pg_read_server_files'],
    ['owner', 'may change public.own'],
    ['keeper', 'owns the database or a schema in it'],
    ['column_writer', 'may change public.visits'],
  ])('refuses the login %s, which %s, and says how one is made that only reads', async (user, reason) => {
    await expect(describePostgres({ ...server, user, password: '' })).rejects.toMatchObject({
      data: { code: 'not-read-only', message: expect.stringContaining(`'${user}' ${reason}`), hint: expect.stringContaining('GRANT SELECT ON ALL TABLES IN SCHEMA public') },
    });
  });

  test('goes to its own host only, and to private addresses only where that is allowed', async () => {
    const refused = { data: { code: 'address-refused' } };
    await expect(describePostgres({ ...server, allowPrivate: false })).rejects.toMatchObject(refused);
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    await expect(describePostgres({ ...server, host: 'db.example.com', allowPrivate: false, resolve })).rejects.toMatchObject(refused);
    expect((await describePostgres({ ...server, host: 'db.example.com', resolve })).tables).toHaveLength(4);
  });

  test('says what keeps it from connecting, never with the password', async () => {
    await expect(describePostgres({ ...server, tls: { use: true } })).rejects.toMatchObject({ data: { code: 'unavailable', message: 'The server doesn’t speak TLS.' } });
    await expect(describePostgres({ ...server, port: 1 })).rejects.toMatchObject({ data: { message: '127.0.0.1 refuses connections.' } });
    await expect(describePostgres({ ...server, database: 'nothing' })).rejects.toMatchObject({ data: { message: "The server has no database 'nothing'." } });
    await expect(describePostgres({ ...server, user: 'nobody' })).rejects.toMatchObject({ data: { message: expect.stringContaining("doesn’t let 'nobody' in") } });
    const connector = await open();
    const echo = await connector.call('sql', { text: [`select 'open sesame'::int`], values: [] }, never).catch((error: unknown) => error);
    expect(JSON.stringify(echo)).not.toContain('open sesame');
    expect(JSON.stringify(await connector.check('sql', { text: [`select "open sesame" from visits`], values: [] }))).not.toContain('open sesame');
    await connector.close();
  });

  test.skipIf(!canMakeCertificates())('speaks TLS with the server that its certificate names, and with no other', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tls-'));
    const { ca, certFile, keyFile } = makeCertificates(folder);
    const { uid, gid } = statSync((await admin('show data_directory')).rows[0].data_directory);
    for (const file of [folder, certFile, keyFile]) chownSync(file, uid, gid);
    for (const [name, value] of Object.entries({ ssl_cert_file: certFile, ssl_key_file: keyFile, ssl: 'on' })) await admin(`alter system set ${name} = '${value}'`);
    await admin('select pg_reload_conf()');
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const safe = { ...server, tls: { use: true as const, ca } };
    const tried = () => describePostgres(safe).then(() => true, () => false);
    while (!(await tried())) await new Promise((done) => setTimeout(done, 50)); // It reads its settings anew when it comes to it.
    expect((await describePostgres({ ...safe, host: 'db.example.com', resolve })).tables).toHaveLength(4);
    const connector = postgresConnector({ name: 'db', title: 'db', server: safe, tables: [] });
    expect((await connector.call('sql', { text: ['select ssl from pg_stat_ssl where pid = pg_backend_pid()'], values: [] }, never)).value).toEqual([{ ssl: true }]);
    await connector.close();
    await expect(describePostgres({ ...safe, host: 'other.example.com', resolve })).rejects.toMatchObject({ data: { message: expect.stringContaining('can’t be trusted') } });
    await expect(describePostgres({ ...server, tls: { use: true } })).rejects.toMatchObject({ data: { message: expect.stringContaining('can’t be trusted') } });
    rmSync(folder, { recursive: true, force: true });
  });

  test('ends on the server what it stopped, and goes on after its connections were dropped', async () => {
    const connector = await open();
    const stop = new AbortController();
    const running = connector.call('sql', { text: [POSTGRES.endless], values: [] }, stop.signal);
    const active = async () => Number((await admin(`select count(*)::int as n from pg_stat_activity where usename = 'reader' and state = 'active'`)).rows[0].n);
    while ((await active()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    stop.abort();
    await expect(running).rejects.toMatchObject({ data: { code: 'cancelled' } });
    while ((await active()) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const ask = async () => (await connector.call('sql', { text: ['select 1 as a'], values: [] }, never)).value;
    await Promise.all([ask(), ask()]); // Two connections that nobody uses afterwards.
    // At once, so that nothing here hears of it before the next call.
    execFileSync(path.join(programs!, 'psql'), [postgres.url, '-qc', `select pg_terminate_backend(pid, 2000) from pg_stat_activity where usename = 'reader'`], { stdio: 'ignore' });
    expect(await ask()).toEqual([{ a: 1 }]);
    await connector.close();
    await expect(connector.call('sql', { text: ['select 1'], values: [] }, never)).rejects.toMatchObject({ data: { code: 'unavailable' } });
  });

  test('one row that is too large ends its connection before it is here', async () => {
    const connector = await open();
    const processes = async () => (await connector.call('sql', { text: ['select pg_backend_pid() as pid'], values: [] }, never)).value;
    const before = await processes();
    expect(await processes()).toEqual(before);
    // Of a number that isn't known beforehand: the planner would make the whole row too, and take most of a query's time for it.
    const row = `select repeat('x', (random() * 0 + ${1.2 * MAX_QUERY_BYTES})::int)`;
    await expect(connector.call('sql', { text: [row], values: [] }, never)).rejects.toMatchObject({ data: { code: 'limit-bytes' } });
    expect(await processes()).not.toEqual(before);
    await connector.close();
  });

  test('a login that was granted more meanwhile is refused', async () => {
    const connector = await open();
    await admin('grant delete on visits to reader');
    await expect(connector.call('sql', { text: ['select 1'], values: [] }, never)).rejects.toMatchObject({ data: { code: 'not-read-only' } });
    await admin('revoke delete on visits from reader');
    await connector.close();
  });
});
