import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../binding/binding';
import type { CallErrorData, CallResult, Connector, SqlArgs } from './contract';
import { MAX_ROWS } from './limits';
import type { SuiteDialect } from './suite-dialect';
import type { Traps } from './traps/traps';

/** One table of the connector under test, by which every query of the suite is written. */
export type SuiteTable = {
  table: string;
  rows: number;
  /** Names of a column of each kind; `text` and `number` are never null. */
  text: string;
  number: string;
  date: string;
};

/** What every connector with tables must do, in its own dialect. Each implementation's test runs it on one of its own tables. */
export function connectorSuite(open: () => Promise<Connector<TableBinding>>, { table, rows, text, number, date }: SuiteTable, dialect: SuiteDialect, traps: Traps): void {
  let connector: Connector<TableBinding>;
  beforeAll(async () => {
    connector = await open();
  });
  afterAll(() => connector.close());

  const never = new AbortController().signal;
  const raw = (query: string) => ({ text: [query.replaceAll(/\$(t|text|number|date)\b/g, (_, name: string) => ({ t: table, text, number, date })[name]!)], values: [] });
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
      const [row] = (await run({ text: dialect.scalars.pieces, values: [nasty, 12, true, null, 1.5, 2 ** 40] })).value as unknown[];
      expect(row).toEqual({ a: nasty, b: 13, c: dialect.scalars.truth, d: null, e: 1.5, f: 2 ** 40 });
    });

    const [some, end] = dialect.oneOf;

    test('compares dates and numbers with texts, and finds one of a list', async () => {
      const query = { text: [`select count(*) as n from ${table} where ${date} >= `, ` and ${date} < `, ` and ${text} ${some}`, end], values: ['1900-01-01', new Date('2900-01-01').toISOString(), ['no such text']] };
      expect((await run(query)).value).toEqual([{ n: 0 }]);
      query.values[2] = [((await run(raw(`select ${text} as t from ${table} limit 1`))).value as { t: string }[])[0]!.t];
      expect(((await run(query)).value as { n: number }[])[0]!.n).toBeGreaterThan(0);
    });

    test('compares a text with a number, and anything with an empty list', async () => {
      const query = { text: [`select count(*) as n from ${table} where ${text} = `, ` or ${number} ${some}`, `${end} or ${date} ${some}`, end], values: [5, [], []] };
      expect((await run(query)).value).toEqual([{ n: 0 }]);
    });

    test('takes a value as its limit', async () => {
      expect((await run({ text: [`select ${number} from ${table} order by ${number} limit `, ' offset ', ''], values: [3, 1] })).rows).toBe(3);
    });

    test('returns JSON: numbers of every size, ISO strings, lists and structs', async () => {
      const [row] = (await run(raw(dialect.json.query))).value as unknown[];
      expect(row).toEqual(dialect.json.row);
    });

    test.skipIf(!dialect.zoned)('gives a zoned timestamp in a form that Date reads', async () => {
      const [row] = (await run(raw(dialect.zoned!))).value as { t: string }[];
      expect(new Date(row!.t).toISOString()).toBe('2026-10-03T10:00:00.000Z');
    });

    test('several at once each get their own answer', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, (_, i) => run({ text: [`select ${dialect.int[0]}`, `${dialect.int[1]} as i`], values: [i] })));
      expect(results.map(({ value }) => (value as { i: number }[])[0]!.i)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    });
  });

  describe('says what a query reads', () => {
    const readOf = async (args: SqlArgs) => (await connector.reads!('sql', args)).map((one) => one.table);
    const reads = (query: string) => readOf(raw(query));
    test('wherever it stands, whatever it is called there, and nothing where there is none', async () => {
      expect(await reads(`with step as (select * from ${dialect.spelt[0].replace('$T', table.toUpperCase())} x) select 1 from step where exists (select 1 from ${dialect.spelt[1]})`)).toEqual([table]);
      expect(await readOf({ text: ['select ', ''], values: [1] })).toEqual([]);
    });

    test('or refuses it, however it is written', async () => {
      // Right behind a value, which is an empty list: it may be a part of the value's name, or stand for itself.
      for (const behind of [`(select/**/max(${text})/**/from/**/${table})`, `(')')||(select max(${text}) from ${table})`]) {
        const args = { text: ['select ', `${behind} as a`], values: [[]] };
        const named = await readOf(args).catch(() => null);
        if (named === null) await expect(run(args), behind).rejects.toMatchObject({ data: {} });
        else expect(named, behind).toEqual([table]);
      }
      // No space to any of them, but to a careless reader of their text.
      for (const query of [`select 1--\u00a0,(select max(${text}) from ${table}) as s\n`, `select 1--\u0085,(select max(${text}) from ${table}) as s\n`, `select 1 as x,\u00a0(select max(${text}) from ${table}) as s`]) {
        const named = await reads(query).catch(() => null);
        const answer = await run(raw(query)).catch(() => null);
        if (answer && JSON.stringify(answer.value).includes('"s":')) expect(named, query).toEqual([table]);
      }
    });

    test('refuses what a call would refuse', async () => {
      await expect(reads(`delete from ${table}`)).rejects.toMatchObject({ data: { code: 'not-read-only' } });
      await expect(connector.reads!('sql', {})).rejects.toMatchObject({ data: { code: 'bad-arguments' } });
      await expect(connector.reads!('drop', raw('select 1'))).rejects.toMatchObject({ data: { code: 'unknown-operation' } });
    });
  });

  describe('refuses', () => {
    test('every trap, and says why', { timeout: 60_000 }, async () => {
      const ran: string[] = [];
      const unsaid: string[] = [];
      for (const query of traps.refused) {
        const answer = await run(raw(query)).then(() => null, (error: { data: CallErrorData }) => error.data);
        if (!answer) ran.push(query);
        else if (!/^(not-read-only|sql-error)$/.test(answer.code) || answer.message.length < 10) unsaid.push(`${query}: ${answer.code} ${answer.message}`);
      }
      expect({ ran, unsaid }).toEqual({ ran: [], unsaid: [] });
    });

    test('every trap before it runs, where that is seen', async () => {
      const passed: string[] = [];
      for (const query of traps.refused) if ((await check(raw(query))).ok) passed.push(query);
      expect(passed).toEqual(traps.seenLate ?? []);
    });

    test('nothing that only looks like a trap', async () => {
      for (const query of traps.harmless) expect(await run(raw(query)).then(() => 'ran', (error: { data: CallErrorData }) => error.data), query).toBe('ran');
    });

    test('what changes data as what isn’t read-only', async () => {
      for (const query of ['insert into $t select * from $t', 'delete from $t', 'drop table $t', 'select 1; select 2', 'begin']) {
        expect(await failure(raw(query)), query).toMatchObject({ code: 'not-read-only', retryable: false });
        expect(await check(raw(query)), query).toMatchObject({ ok: false, code: 'sql-not-read-only' });
      }
    });

    test('and everything is as it was', async () => {
      expect(traps.refused.length + traps.harmless.length).toBeGreaterThanOrEqual(60);
      expect((await run(raw('select count(*) as n from $t'))).value).toEqual([{ n: rows }]);
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
      expect((await run(raw(dialect.rows(MAX_ROWS)))).rows).toBe(MAX_ROWS);
      expect(await failure(raw(dialect.rows(MAX_ROWS + 1)))).toMatchObject({ code: 'limit-rows', hint: expect.stringContaining('limit') });
    });

    test('a result that is too large', async () => {
      expect(await failure(raw(dialect.wide))).toMatchObject({ code: 'limit-bytes' });
    });

    // Half a gigabyte of memory takes seconds on a busy machine, and then it's the time that is over first.
    test.skipIf(!dialect.huge)('a query that needs too much memory', { retry: 3 }, async () => {
      expect(await failure(raw(dialect.huge!))).toMatchObject({ code: 'limit-memory' });
    });

    test('a query that takes too long', async () => {
      expect(await failure(raw(dialect.endless))).toMatchObject({ code: 'limit-time' });
    });

    test('what is no longer wanted, and goes on answering', async () => {
      const controller = new AbortController();
      const running = failure(raw(dialect.endless), controller.signal);
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
          { name: 't', type: dialect.types[0], nullable: false },
          ...['n', 's', 'd'].map((name, i) => ({ name, type: dialect.types[i + 1], nullable: dialect.knowsNull && name !== 'd' ? false : expect.any(Boolean) })),
        ],
      });
    });

    test('answers where nothing says what type a value has', async () => {
      const answer = await check({ text: ['select ', ` as x, count(*) as n from ${table} where ${text} ${dialect.oneOf[0]}`, dialect.oneOf[1]], values: [] });
      expect(answer).toMatchObject({ ok: true, columns: [{ name: 'x', type: dialect.untyped }, { name: 'n', type: dialect.types[1], nullable: dialect.knowsNull ? false : expect.any(Boolean) }] });
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

    test.skipIf(!dialect.misfit)('names the types that don’t fit', async () => {
      const { query, ...place } = dialect.misfit!;
      expect(await check(raw(query))).toMatchObject({ ok: false, code: 'sql-type', ...place });
    });

    test('names what is written otherwise in this dialect', async () => {
      expect(await check(raw(dialect.foreign.query))).toMatchObject({ ok: false, code: 'sql-unknown-function', hint: expect.stringContaining(dialect.foreign.hint) });
    });
  });

  test('describes its tables', async () => {
    const binding = await connector.describe();
    const described = binding.tables.find(({ name }) => name === table)!;
    expect(described.rows).toBe(rows);
    expect(described.estimated).toBeUndefined();
    expect(described.columns.find(({ name }) => name === text)).toMatchObject({ type: 'string', nullable: false });
    expect(described.columns.find(({ name }) => name === number)).toMatchObject({ type: 'number', min: expect.any(Number), max: expect.any(Number) });
  });
}
