import { describe, expect, test } from 'vitest';
import { inspect } from './inspect';

const MAX = 4_000;

describe('a value as a person reads it', () => {
  test.each<[unknown, string]>([
    ['text\nas it is', 'text\nas it is'],
    [undefined, 'undefined'],
    [-0, '-0'],
    [12n, '12n'],
    [Symbol('s'), 'Symbol(s)'],
    [[], '[]'],
    [{}, '{}'],
    [Object.create(null), '{}'],
    [[1, 'a', [null]], '[1, "a", [null]]'],
    [[1, , 3], '[1, empty, 3]'], // oxlint-disable-line no-sparse-arrays
    [{ 'a-b': 1, __proto__: null }, '{ "a-b": 1 }'],
    [new (class Order { id = 1 })(), 'Order { id: 1 }'],
    [function named() {}, '[function named]'],
    [new Map([['a', { b: 1 }]]), 'Map(1) { "a" => { b: 1 } }'],
    [new Set(['a']), 'Set(1) { "a" }'],
    [new Uint8Array(3), 'Uint8Array(3 bytes)'],
    [Promise.resolve(1), 'Promise (await it for its value)'],
    [new Date(Number.NaN), 'Invalid Date'],
    [/a/g, '/a/g'],
    [{ a: { b: { c: { d: { e: { f: 1 } } } } } }, '{ a: { b: { c: { d: { e: {…} } } } } }'],
  ])('%o', (value, expected) => {
    expect(inspect(value, MAX)).toBe(expected);
  });

  test('names a cycle, but not what is there twice', () => {
    const shared = { n: 1 };
    const value: Record<string, unknown> = { a: shared, b: shared };
    value.self = value;
    expect(inspect(value, MAX)).toBe('{ a: { n: 1 }, b: { n: 1 }, self: [cycle] }');
  });

  test('says how much is left out of what is long', () => {
    expect(inspect(Array.from({ length: 5_000 }, () => 1), MAX)).toMatch(/, … 4900 more\]$/);
    expect(inspect(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${i}`, i])), MAX)).toMatch(/, … 40 more \}$/);
    expect(inspect({ text: 'x'.repeat(5_000) }, MAX)).toBe(`{ text: "${'x'.repeat(1_000)}…" }`);
  });

  test('ends soon after its limit, however wide and deep a value is', () => {
    const row = () => Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`column${i}`, 'x'.repeat(50)]));
    const wide = Array.from({ length: 90 }, () => Array.from({ length: 90 }, row));
    expect(inspect(wide, MAX).length).toBeLessThan(3 * MAX);
  });

  test('never throws', () => {
    const hostile = [
      new Proxy({}, { ownKeys() { throw new Error('no'); } }),
      new Proxy({}, { getPrototypeOf() { throw new Error('no'); } }),
      Object.defineProperty(new Error('x'), 'stack', { get() { throw new Error('no'); } }),
      { get constructor() { throw new Error('no'); } },
      Object.create({ get constructor() { throw new Error('no'); } }),
    ];
    for (const value of hostile) expect(typeof inspect([value], MAX)).toBe('string');
  });
});
