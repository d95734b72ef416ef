import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectorSuite } from '../contract-suite';
import type { DatabaseServer } from '../sql/database-server';
import { canMakeCertificates, makeCertificates } from '../sql/test-certificates';
import { MYSQL } from '../suite-dialect';
import { MYSQL_TRAPS } from '../traps/mysql';
import { describeMysql, mysqlConnector } from './index';
import { type MariaDbServer, findMariaDb, startMariaDb } from './mariadb-server';
import { reasonOf } from './rights';

const programs = findMariaDb();
if (!programs) console.warn('No MariaDB server is installed here: connections to MySQL and MariaDB are not tested.');

const ROWS = 2_000;

const SETUP = [
  'create database museum', 'create database archive', 'use museum',
  'create table rooms (id int primary key, name varchar(20) not null)',
  `insert into rooms values (1, 'Hall'), (2, 'Attic')`,
  `create table visits (id int primary key, place varchar(20) not null comment 'Where', minutes decimal(9, 2) not null, day date, mood enum('glad', 'sad'), room int, foreign key (room) references rooms (id)) comment 'Who came'`,
  `insert into visits select seq, concat('Place ', seq % 7), seq % 90 + 0.5, date '2026-01-01' + interval seq % 300 day, 'glad', seq % 2 + 1 from seq_1_to_${ROWS}`,
  'create view long_visits as select * from visits where minutes > 60',
  'create sequence s',
  'create function writes() returns int modifies sql data begin delete from visits; return 1; end',
  'create table archive.papers (id int primary key)',
  `create user reader identified by 'open sesame'`, 'grant select on museum.* to reader', 'grant select on archive.* to reader',
  'create user writer', 'grant select, insert on museum.* to writer',
  'create user filer', 'grant file on *.* to filer',
  'create role curator', 'create user player', 'grant curator to player', 'grant select on museum.* to player',
];

describe.skipIf(!programs)('with a MariaDB server', () => {
  let mariaDb: MariaDbServer;
  let server: DatabaseServer;
  beforeAll(async () => {
    mariaDb = await startMariaDb(programs!);
    await mariaDb.run(SETUP);
    server = { host: '127.0.0.1', port: mariaDb.port, database: 'museum', user: 'reader', password: 'open sesame', tls: { use: false }, allowPrivate: true, schemas: [] };
  }, 60_000);
  afterAll(() => mariaDb?.stop());

  const open = async () => mysqlConnector({ name: 'db', title: 'Visits', server, tables: (await describeMysql(server)).tables });
  const never = new AbortController().signal;

  connectorSuite(open, { table: 'visits', rows: ROWS, text: 'place', number: 'minutes', date: 'day' }, MYSQL, MYSQL_TRAPS);

  test('says what a query reads, and rather one too many than one too few', async () => {
    const connector = await open();
    const cases: [string, string[]][] = [
      ['select * from museum.visits v natural join `rooms`', ['rooms', 'visits']],
      ['select (select max(id) from archive.papers) from long_visits', ['archive.papers', 'long_visits']],
      ['select * from archive . `papers`', ['archive.papers']],
      ['with rooms as (select 1) select * from rooms', ['rooms']],
      ['select * from information_schema.tables', ['information_schema.TABLES']],
      ['select 1', []],
    ];
    for (const [query, tables] of cases) expect((await connector.reads!('sql', { text: [query], values: [] })).map(({ table }) => table), query).toEqual(tables);
    const columns: [string, string][] = [
      ['select v.PLACE, `r`.name from visits v join rooms r on r.id = v.room where day > now()', 'rooms(id name) visits(place day room)'],
      ['select * from rooms', 'rooms(*)'],
      ['select count(*) from visits', 'visits()'],
    ];
    for (const [query, read] of columns) expect((await connector.reads!('sql', { text: [query], values: [] })).map((one) => `${one.table}(${one.columns?.join(' ') ?? '*'})`).join(' '), query).toBe(read);
    await connector.close();
  });

  test('describes tables, views, keys, comments and values; another database where it is named', async () => {
    const { tables } = await describeMysql(server);
    expect(tables.map(({ name, rows, primaryKey, foreignKeys }) => [name, rows, primaryKey, foreignKeys.map(({ references }) => references)])).toEqual([
      ['long_visits', expect.any(Number), [], []],
      ['rooms', 2, ['id'], []],
      ['visits', ROWS, ['id'], [{ table: 'rooms', columns: ['id'] }]],
    ]);
    expect(tables[2]).toMatchObject({
      comment: 'Who came',
      columns: [{ name: 'id', type: 'number', max: ROWS }, { name: 'place', comment: 'Where', values: expect.arrayContaining(['Place 3']) }, { min: 0.5 }, { type: 'date', min: '2026-01-01', nullable: true }, { values: ['glad', 'sad'] }, {}],
    });
    expect((await describeMysql({ ...server, schemas: ['archive'] })).tables.map(({ name }) => name)).toContain('archive.papers');
  });

  test.each([
    ['root', 'may give rights to others'],
    ['writer', 'INSERT on `museum`'],
    ['filer', 'FILE on \\*\\.\\*'],
    ['player', 'has a role'],
  ])('refuses the login %s, and says how one is made that only reads', async (user, reason) => {
    const failure = await describeMysql({ ...server, user, password: '' }).catch((error: { data: object }) => error.data);
    expect(failure).toMatchObject({ code: user === 'filer' ? 'unavailable' : 'not-read-only' });
    if (user !== 'filer') expect(failure).toMatchObject({ message: expect.stringMatching(new RegExp(reason)), hint: expect.stringContaining('GRANT SELECT, SHOW VIEW ON `museum`.* TO vitrine_reader;') });
  });

  test.skipIf(!canMakeCertificates())('speaks TLS with the server that its certificate names, and with no other', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tls-'));
    const { ca, certFile, keyFile } = makeCertificates(folder);
    for (const file of [folder, certFile, keyFile]) chmodSync(file, 0o755);
    const other = await startMariaDb(programs!, [`--ssl-cert=${certFile}`, `--ssl-key=${keyFile}`]);
    await other.run(['create database museum', 'create table museum.rooms (id int)', 'create user reader', 'grant select on museum.* to reader']);
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const safe = { ...server, port: other.port, host: 'db.example.com', password: '', tls: { use: true as const, ca }, resolve };
    expect((await describeMysql(safe)).tables).toHaveLength(1);
    await expect(describeMysql({ ...safe, host: 'other.example.com' })).rejects.toMatchObject({ data: { message: expect.stringContaining('can’t be trusted') } });
    await expect(describeMysql({ ...safe, tls: { use: true } })).rejects.toMatchObject({ data: { message: expect.stringContaining('can’t be trusted') } });
    await expect(describeMysql({ ...safe, host: '127.0.0.1' })).rejects.toMatchObject({ data: { message: expect.stringContaining('its name') } });
    await other.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('goes on after its connections were dropped', async () => {
    const connector = await open();
    const ask = async () => (await connector.call('sql', { text: ['select 1 as a'], values: [] }, never)).value;
    await Promise.all([ask(), ask()]); // Two connections that nobody uses afterwards.
    // By another process, so that nothing here hears of it before the next call.
    const kill = `const { createConnection } = await import('mysql2/promise');
      const root = await createConnection({ host: '127.0.0.1', port: ${mariaDb.port}, user: 'root' });
      const of = "from information_schema.processlist where user = 'reader'";
      const [rows] = await root.query('select id ' + of);
      for (const { id } of rows) await root.query('kill ' + id);
      while ((await root.query('select 1 ' + of))[0].length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await root.end();`;
    execFileSync(process.execPath, ['--input-type=module', '-e', kill]);
    expect(await ask()).toEqual([{ a: 1 }]);
    await connector.close();
  });

  test('says what keeps it from connecting, never with the password', async () => {
    await expect(describeMysql({ ...server, allowPrivate: false })).rejects.toMatchObject({ data: { code: 'address-refused' } });
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    await expect(describeMysql({ ...server, host: 'db.example.com', resolve, tls: { use: true } })).rejects.toMatchObject({ data: { message: 'The server doesn’t speak TLS.' } });
    await expect(describeMysql({ ...server, port: 1 })).rejects.toMatchObject({ data: { message: '127.0.0.1 refuses connections.' } });
    await expect(describeMysql({ ...server, password: 'wrong' })).rejects.toMatchObject({ data: { message: expect.stringContaining("doesn’t let 'reader' in") } });
    await expect(describeMysql({ ...server, database: 'nothing' })).rejects.toMatchObject({ data: { message: expect.stringContaining("no database 'nothing'") } });
    const connector = await open();
    expect(JSON.stringify(await connector.check('sql', { text: ['select `open sesame` from visits'], values: [] }))).not.toContain('open sesame');
    await mariaDb.run(['grant delete on museum.* to reader']);
    await expect(open().then((other) => other.call('sql', { text: ['select 1'], values: [] }, never))).rejects.toMatchObject({ data: { code: 'not-read-only' } });
    await mariaDb.run(['revoke delete on museum.* from reader']);
    await connector.close();
  });
});

test.each([
  ['GRANT USAGE ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD \'*AB\'', null],
  ['GRANT SELECT, SHOW VIEW ON `museum`.* TO `a`@`%`', null],
  ['GRANT SELECT (`id`, `name`) ON `museum`.`rooms` TO `a`@`%`', null],
  ['GRANT SELECT (`id`), UPDATE (`name`) ON `museum`.`rooms` TO `a`@`%`', 'has the rights UPDATE on `museum`.`rooms`'],
  ['GRANT ALL PRIVILEGES ON *.* TO `root`@`%` WITH GRANT OPTION', 'may give rights to others'],
  ['GRANT PROXY ON \'\'@\'%\' TO \'root\'@\'localhost\'', 'may act as another'],
  ['GRANT EXECUTE ON `museum`.* TO `a`@`%`', 'has the rights EXECUTE on `museum`.*'],
  ['GRANT `curator` TO `a`@`%`', 'has a role, whose rights aren’t seen'],
])('%s', (grant, reason) => {
  expect(reasonOf(grant)).toBe(reason);
});
