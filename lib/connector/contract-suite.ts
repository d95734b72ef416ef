import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../binding/binding';
import type { CallErrorData, CallResult, Connector } from './contract';
import { MAX_ROWS } from './limits';

/** One table of the connector under test, by which every query of the suite is written. */
export type SuiteTable = {
  table: string;
  rows: number;
  /** Names of a column of each kind; `text` and `number` are never null. */
  text: string;
  number: string;
  date: string;
};

/** What every connector with tables must do. Each implementation's test runs it on one of its own tables. */
export function connectorSuite(open: () => Promise<Connector<TableBinding>>, { table, rows, text, number, date }: SuiteTable): void {
  let connector: Connector<TableBinding>;
  beforeAll(async () => {
    connector = await open();
  });
  afterAll(() => connector.close());

  const never = new AbortController().signal;
  const sql = (pieces: TemplateStringsArray, ...values: unknown[]) => ({ text: [...pieces], values });
  const raw = (query: string) => ({ text: [query], values: [] });
  const run = (args: unknown, signal = never): Promise<CallResult> => connector.call('sql', args, signal);
  const failure = (args: unknown, signal = never): Promise<CallErrorData> => run(args, signal).then(() => expect.unreachable('it ran'), (error: { data: CallErrorData }) => error.data);
  const check = (args: unknown) => connector.check('sql', args);

  describe('a call', () => {
    test('runs one SELECT and counts what it returns', async () => {
      const result = await run(raw(`select count(*) as n, min(${text}) as t from ${table};`));
      expect(result).toMatchObject({ value: [{ n: rows, t: expect.any(String) }], rows: 1, bytes: JSON.stringify(result.value).length });
    });

    test('passes values as parameters, whatever is in them', async () => {
      const nasty = `'; drop table ${table}; -- ☃`;
      const [row] = (await run(sql`select ${nasty} as a, ${12} + 1 as b, ${true} as c, ${null} as d, ${1.5} as e, ${2 ** 40} as f`)).value as unknown[];
      expect(row).toEqual({ a: nasty, b: 13, c: true, d: null, e: 1.5, f: 2 ** 40 });
    });

    test('compares dates and numbers with texts, and finds one of a list', async () => {
      const query = { text: [`select count(*) as n from ${table} where ${date} >= `, ` and ${date} < `, ` and ${text} = any(`, ')'], values: ['1900-01-01', new Date('2900-01-01').toISOString(), ['no such text']] };
      expect((await run(query)).value).toEqual([{ n: 0 }]);
      query.values[2] = [((await run(raw(`select ${text} as t from ${table} limit 1`))).value as { t: string }[])[0]!.t];
      expect(((await run(query)).value as { n: number }[])[0]!.n).toBeGreaterThan(0);
    });

    test('compares a text with a number, and anything with an empty list', async () => {
      const query = { text: [`select count(*) as n from ${table} where ${text} = `, ` or ${number} = any(`, `) or ${date} = any(`, ')'], values: [5, [], []] };
      expect((await run(query)).value).toEqual([{ n: 0 }]);
    });

    test('returns JSON: numbers of every size, ISO strings, lists and structs', async () => {
      const [row] = (await run(raw(`select 9007199254740991::bigint as big, 12::hugeint as huge, 1.25::decimal(9, 3) as dec, 'nan'::double as nan,
        date '2026-10-03' as d, timestamp '2026-10-03 12:00:00' as ts, timestamp '2026-10-03 12:00:00.5' as part, time '08:30:00' as t, null as n,
        [1, null] as list, {'a': 1::bigint, 'b': date '2026-01-01'} as s, map {'k': 2} as m, '{"x": [1]}'::json as j, 1 as same, 2 as same`))).value as unknown[];
      expect(row).toEqual({
        big: 9007199254740991, huge: 12, dec: 1.25, nan: null, d: '2026-10-03', ts: '2026-10-03T12:00:00', part: '2026-10-03T12:00:00.5', t: '08:30:00', n: null,
        list: [1, null], s: { a: 1, b: '2026-01-01' }, m: { k: 2 }, j: { x: [1] }, same: 1, same_1: 2,
      });
    });

    test('gives a zoned timestamp in a form that Date reads', async () => {
      const [row] = (await run(raw(`select timestamptz '2026-10-03 12:00:00+02' as t`))).value as { t: string }[];
      expect(new Date(row!.t).toISOString()).toBe('2026-10-03T10:00:00.000Z');
    });

    test('several at once each get their own answer', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, (_, i) => run(sql`select ${i}::int as i`)));
      expect(results.map(({ value }) => (value as { i: number }[])[0]!.i)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });
  });

  describe('says what a query reads', () => {
    const reads = (query: string) => connector.reads!('sql', raw(query));
    test('wherever it stands, whatever it is called there, and nothing where there is none', async () => {
      expect(await reads(`with step as (select * from ${table.toUpperCase()} x) select 1 from step where exists (select 1 from "${table}")`)).toEqual([table]);
      expect(await connector.reads!('sql', sql`select ${1}`)).toEqual([]);
    });

    test('refuses what a call would refuse', async () => {
      await expect(reads(`delete from ${table}`)).rejects.toMatchObject({ data: { code: 'not-read-only' } });
      await expect(connector.reads!('sql', {})).rejects.toMatchObject({ data: { code: 'bad-arguments' } });
      await expect(connector.reads!('drop', raw('select 1'))).rejects.toMatchObject({ data: { code: 'unknown-operation' } });
    });
  });

  describe('refuses', () => {
    test.each([
      `insert into ${table} select * from ${table}`, `update ${table} set ${text} = ''`, `delete from ${table}`, `drop table ${table}`,
      'create table t as select 1', 'create temp table t (a int)', 'select 1; select 2', `select 1; drop table ${table}`,
      `copy ${table} to '/tmp/vitrine-suite.csv'`, `attach '/tmp/vitrine-suite.db'`, 'pragma database_list', 'set threads = 4', 'install httpfs', 'load httpfs',
      'begin', 'vacuum', 'checkpoint', 'call pragma_version()', 'prepare p as select 1', 'explain analyze select 1',
      `select * from read_csv('/etc/passwd')`, `select * from read_text('/etc/passwd')`, `select * from glob('/etc/*')`, 'select * from enable_logging()',
      `select * from query('select 1')`, 'select * from arrow_scan(1, 2, 3)', 'with a as (select * from force_checkpoint()) select * from a', 'select sleep_ms(1)',
    ])('%s', async (query) => {
      expect(await failure(raw(query))).toMatchObject({ code: 'not-read-only', retryable: false });
      expect(await check(raw(query))).toMatchObject({ ok: false, code: 'sql-not-read-only' });
    });

    test('a file in the place of a table', async () => {
      expect(await failure(raw(`select * from '/etc/passwd'`))).toMatchObject({ code: 'sql-error' });
    });

    test.each([[null], ['select 1'], [{ text: 'select 1', values: [] }], [{ text: [], values: [] }], [{ text: ['select 1'], values: [1] }], [{ text: ['select ', ''], values: [{}] }], [{ text: ['select ', ''], values: [Number.NaN] }], [{ text: [' '.repeat(100_000)], values: [] }]])(
      'bad arguments: %j',
      async (args) => {
        expect(await failure(args)).toMatchObject({ code: 'bad-arguments' });
      },
    );

    test('an operation that there isn’t', async () => {
      await expect(connector.call('exec', raw('select 1'), never)).rejects.toMatchObject({ data: { code: 'unknown-operation' } });
    });

    test('an empty query', async () => {
      expect(await failure(raw(' -- nothing'))).toMatchObject({ code: 'sql-error', message: 'The query is empty.' });
    });

    test('a value in quotes, and says where to write it', async () => {
      expect(await check({ text: [`select * from ${table} where ${text} like '%`, `%'`], values: [] })).toMatchObject({ ok: false, length: 2, hint: expect.stringContaining('||') });
    });
  });

  describe('stops', () => {
    test('more rows than the limit, instead of cutting them', async () => {
      expect((await run(raw(`select * from range(${MAX_ROWS})`))).rows).toBe(MAX_ROWS);
      expect(await failure(raw(`select * from range(${MAX_ROWS + 1})`))).toMatchObject({ code: 'limit-rows', hint: expect.stringContaining('limit') });
    });

    test('a result that is too large', async () => {
      expect(await failure(raw(`select repeat('x', 2000) as x from range(9000)`))).toMatchObject({ code: 'limit-bytes' });
    });

    // Half a gigabyte of memory takes seconds on a busy machine, and then it's the time that is over first.
    test('a query that needs too much memory', { retry: 3 }, async () => {
      expect(await failure(raw(`select list(a.range) from range(50000) a, range(50000) b`))).toMatchObject({ code: 'limit-memory' });
    });

    test('a query that takes too long', async () => {
      expect(await failure(raw('select count(*) as n from range(1000000000000) a where a.range % 7 = 3'))).toMatchObject({ code: 'limit-time' });
    });

    test('what is no longer wanted, and goes on answering', async () => {
      const controller = new AbortController();
      const running = failure(raw('select count(*) as n from range(1000000000000) a where a.range % 7 = 3'), controller.signal);
      setTimeout(() => controller.abort(), 50);
      expect(await running).toMatchObject({ code: 'cancelled' });
      expect(await failure(raw('select 1'), AbortSignal.abort())).toMatchObject({ code: 'cancelled' });
      expect((await run(raw('select 1 as a'))).value).toEqual([{ a: 1 }]);
    });
  });

  describe('a check', () => {
    test('gives the columns with their types', async () => {
      expect(await check({ text: [`select ${text} as t, count(*) as n, sum(${number}) as s, max(${date}) as d from ${table} where ${date} > `, ' group by 1'], values: [] })).toEqual({
        ok: true,
        columns: [
          { name: 't', type: 'string', nullable: false },
          { name: 'n', type: 'number', nullable: false },
          { name: 's', type: 'number', nullable: false },
          { name: 'd', type: 'string', nullable: expect.any(Boolean) },
        ],
      });
    });

    test('answers where nothing says what type a value has', async () => {
      const answer = await check({ text: ['select ', ` as x, count(*) as n from ${table} where ${text} = any(`, ')'], values: [] });
      expect(answer).toMatchObject({ ok: true, columns: [{ name: 'x', type: 'unknown' }, { name: 'n', type: 'number', nullable: false }] });
    });

    test('points at a wrong column after values and other scripts, with the nearest name', async () => {
      const wrong = `${text}x`;
      const pieces = ["select '東京', ", ` as v,\n  t.${wrong}\nfrom ${table} t`];
      const joined = pieces.join('$1');
      expect(await check({ text: pieces, values: [] })).toEqual({ ok: false, code: 'sql-unknown-column', message: `No column '${wrong}'.`, hint: `Did you mean '${text}'?`, offset: joined.indexOf(wrong), length: wrong.length });
    });

    test('points at a wrong column in a long line', async () => {
      const query = `select ${Array.from({ length: 40 }, (_, i) => `${number} as a${i}`).join(', ')}, nowhere_to_be_found from ${table}`;
      expect(await check(raw(query))).toMatchObject({ ok: false, code: 'sql-unknown-column', offset: query.indexOf('nowhere'), length: 'nowhere_to_be_found'.length });
    });

    test('points at a wrong table and at wrong syntax', async () => {
      expect(await check(raw(`select * from ${table}z`))).toMatchObject({ ok: false, code: 'sql-unknown-table', offset: 14, length: table.length + 1, hint: `Did you mean '${table}'?` });
      expect(await check(raw(`select 'ü' as a, from from ${table}`))).toMatchObject({ ok: false, code: 'sql-syntax' });
      expect(await check(raw(`selec 1`))).toMatchObject({ ok: false, code: 'sql-syntax', offset: 0, length: 5 });
    });

    test('names the types that don’t fit, and the function of another dialect', async () => {
      expect(await check(raw(`select sum(${text}) from ${table}`))).toMatchObject({ ok: false, code: 'sql-type', offset: 7, length: 3 });
      expect(await check(raw(`select to_char(${date}, 'YYYY') from ${table}`))).toMatchObject({ ok: false, code: 'sql-unknown-function', hint: expect.stringContaining('strftime') });
    });
  });

  test('describes its tables', async () => {
    const binding = await connector.describe();
    const described = binding.tables.find(({ name }) => name === table)!;
    expect(described.rows).toBe(rows);
    expect(described.columns.find(({ name }) => name === text)).toMatchObject({ type: 'string', nullable: false });
    expect(described.columns.find(({ name }) => name === number)).toMatchObject({ type: 'number', min: expect.any(Number), max: expect.any(Number) });
  });
}
