import { expect, test } from 'vitest';
import { Results, csvOf } from './results';

test('the latest rows of each function are kept, and nothing that is no table', () => {
  const results = new Results();
  results.add('openOrdersByRegion', [{ region: 'North' }]);
  results.add('total', [{ n: 1 }]);
  results.add('openOrdersByRegion', [{ region: 'South' }]);
  results.add('count', 3);
  results.add('names', ['Ada']);
  results.add('total', []);
  expect(results.list()).toEqual([{ title: 'Open orders by region', rows: [{ region: 'South' }] }]);
});

test.each<[string, Record<string, unknown>[], string]>([
  ['columns that only some rows have', [{ a: 1 }, { b: true, a: null }], 'a,b\r\n1,\r\n,true'],
  ['what has a comma, a quote or a line in it', [{ a: 'x,y', b: 'say "no"', c: 'one\ntwo' }], 'a,b,c\r\n"x,y","say ""no""","one\ntwo"'],
  ['a formula', [{ '=a': '=1+1' }, { '=a': '@SUM(A1)' }, { '=a': '-2+3' }, { '=a': '\tx' }], "'=a\r\n'=1+1\r\n'@SUM(A1)\r\n'-2+3\r\n'\tx"],
  ['numbers that begin with a sign', [{ a: -1.5, b: '-1.5' }], 'a,b\r\n-1.5,-1.5'],
  ['what is inside', [{ a: { b: 1 } }], 'a\r\n"{""b"":1}"'],
  ['a name of the language', [JSON.parse('{"constructor":1}') as Record<string, unknown>, {}], 'constructor\r\n1\r\n'],
])('as CSV: %s', (_, rows, expected) => {
  expect(csvOf({ title: '', rows })).toBe(`\ufeff${expected}\r\n`);
});
