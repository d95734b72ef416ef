import { expect, test } from 'vitest';
import { readAddress, writeAddress } from './address-state';

test.each([
  { state: { month: '2026-10', count: 3, only: true, regions: ['North', 'Süd & Co'], note: '~3', none: null }, shared: { 'votes of a': [1] } },
  { state: {}, shared: {} },
])('what an address is told can be read from it', (values) => {
  expect(readAddress(writeAddress(values))).toEqual(values);
});

test('reads as a person would write it', () => {
  expect(writeAddress({ state: { month: '2026-10' }, shared: {} })).toBe('#month=2026-10');
});

test.each(['#a=~{', '#__proto__=1', '#=1', '#.__proto__=1'])('%s says nothing', (hash) => {
  expect(readAddress(hash)).toEqual({ state: {}, shared: {} });
});

test('what is too long to be sent isn’t written', () => {
  expect(writeAddress({ state: { text: 'x'.repeat(5_000) }, shared: {} })).toBe('');
});
