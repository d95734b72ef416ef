import { describe, expect, test } from 'vitest';
import { callsToMake } from './snapshot';
import { callInWords, findCall } from './template/src/vitrine/find-call';

const AT = '2026-11-29T01:00:00.000Z';
const sql = (text: string[], ...values: unknown[]) => ({ binding: 'shop', operation: 'sql', args: { text, values } });
const line = (call: object, more: object = {}) => ({ effect: 'read' as const, outcome: 'ok', masked: null, from: 'orders', at: AT, ...sql(['select 1']), ...call, ...more });

describe('calls of a snapshot', () => {
  const known = [{ binding: 'shop', operation: 'sql', text: ['select ', ''] }, { binding: 'api', operation: 'list' }];

  test('are those that this data.ts makes, each once, the newest first', () => {
    const { calls, left } = callsToMake(
      [
        line(sql(['select ', ''], 2)),
        line(sql(['select ', ''], 1)),
        line(sql(['select ', ''], 2)),
        line(sql(['select old', ''], 1)),
        line({ binding: 'api', operation: 'list', args: { page: 1 } }),
        line({ binding: 'api', operation: 'remove', args: {} }),
        line(sql(['select ', ''], 3), { outcome: 'sql-error' }),
        line(sql(['select ', ''], 4), { effect: 'write' }),
        line(sql(['select ', ''], 5), { from: 'execute' }),
      ],
      known,
    );
    expect(calls.map(({ args }) => args)).toEqual([{ text: ['select ', ''], values: [2] }, { text: ['select ', ''], values: [1] }, { page: 1 }]);
    expect(left).toEqual([]);
  });

  test('leave out what can’t be made again, and say so', () => {
    const { calls, left } = callsToMake([line(sql(['select ', ''], '•••'), { masked: ['values.0'] })], known);
    expect(calls).toEqual([]);
    expect(left).toEqual([{ what: 'shop.sql`select "•••"`', why: expect.stringContaining('secret') }]);
  });
});

describe('a call', () => {
  const calls = [{ ...sql(['where at > ', ' and region = ', ''], '2026-10-30T01:00:00.000Z', 'North'), at: AT }];
  const later = Date.parse('2027-03-01T12:00:00.000Z');

  test.each<[string, unknown[], number, boolean]>([
    ['to the letter', ['2026-10-30T01:00:00.000Z', 'North'], later, true],
    ['thirty days before another now', ['2027-01-30T12:00:02.000Z', 'North'], later, true],
    ['a day off', ['2027-01-29T12:00:00.000Z', 'North'], later, false],
    ['of another region', ['2027-01-30T12:00:00.000Z', 'South'], later, false],
    ['with text for a moment', ['yesterday', 'North'], later, false],
  ])('%s: %#', (_, values, now, found) => {
    expect(findCall(calls, sql(['where at > ', ' and region = ', ''], ...values), now) !== undefined).toBe(found);
  });

  test('is found whatever the order of its arguments', () => {
    expect(findCall([{ binding: 'api', operation: 'list', args: { a: 1, b: { c: 2, d: 3 } }, at: AT }], { binding: 'api', operation: 'list', args: { b: { d: 3, c: 2 }, a: 1 } }, later)).toBeDefined();
  });

  test('is said as it is written', () => {
    expect(callInWords(sql(['select *\n  from a where b = ', ''], 'x'))).toBe('shop.sql`select * from a where b = "x"`');
    expect(callInWords({ binding: 'api', operation: 'list', args: { page: 1 } })).toBe('api.list({"page":1})');
  });
});
