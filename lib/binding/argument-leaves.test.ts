import { expect, test } from 'vitest';
import { argumentLeaves } from './argument-leaves';

test.each([
  [{ zone: 'x', body: { addresses: ['a', 'b'], note: null } }, { zone: 'x', 'body.addresses': ['a', 'b'], 'body.note': null }],
  [{ 'a.b': 1, a: { b: 2 } }, { 'a\\.b': 1, 'a.b': 2 }],
  [{ 'a\\': { b: 1 }, 'a\\.b': 2 }, { 'a\\\\.b': 1, 'a\\\\\\.b': 2 }],
  [{ body: {} }, { body: {} }],
  [{}, { '': {} }],
  [[1], { '': [1] }],
  [JSON.parse('{"__proto__":{"a":1}}'), { '__proto__.a': 1 }],
])('%j is named leaf by leaf', (args, leaves) => {
  expect(argumentLeaves(args)).toEqual(Object.entries(leaves).map(([path, value]) => ({ path, value })));
});

test('what is too deep is one leaf', () => {
  const deep = Array.from({ length: 20 }).reduce<object>((inside) => ({ a: inside }), { b: 1 });
  expect(argumentLeaves(deep)).toMatchObject([{ path: 'a.a.a.a.a.a.a.a' }]);
});
