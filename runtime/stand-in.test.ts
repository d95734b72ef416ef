import { expect, test } from 'vitest';
import { STAND_IN } from './stand-in';

// What generated code may do with something that isn't written yet.
type Anything = any; // oxlint-disable-line typescript/no-explicit-any
const rows = STAND_IN as Anything;

test('everything that is done with it gives nothing, and nothing throws', () => {
  const { total, items: [first] = [] } = rows;
  expect([...rows, ...rows.map((row: Anything) => row.name)]).toEqual([]);
  expect(rows.filter(Boolean).length + rows.length).toBe(0);
  expect(rows.reduce((sum: number) => sum + 1, 5)).toBe(5);
  expect(`${rows.title}${total}`).toBe('');
  expect(first).toBeUndefined();
  expect(rows[0].name(1).deeper[2]).toBe(STAND_IN);
  expect(Object.keys(rows)).toEqual([]);
  rows.title = 1;
  expect(`${rows.title}`).toBe('');
});

test('it is no promise', async () => {
  await expect(Promise.resolve(rows)).resolves.toBe(STAND_IN);
});
