import { expect, test } from 'vitest';
import { type Ask, askOf, leftOut, namesInWords, plainTerms, readingsOf, refusals, together } from './asks';

const ask = (more: Partial<Ask> = {}): Ask => ({ binding: 'shop', title: 'Shop', names: ['orders'], columns: { orders: ['region', 'email'] }, partly: [], calls: {}, ...more });
const given = { maxRows: null, seconds: null };

test('a plain yes is for the whole of what is new, and of what was granted in part for what is asked', () => {
  expect(readingsOf(ask(), plainTerms(ask()))).toEqual([{ binding: 'shop', names: ['orders'], columns: {}, ...given }]);
  const more = ask({ names: ['orders', 'customers'], columns: { orders: ['email'], customers: ['id'] }, partly: ['orders'] });
  expect(readingsOf(more, plainTerms(more))).toEqual([{ binding: 'shop', names: ['orders', 'customers'], columns: { orders: ['email'] }, ...given }]);
  expect(namesInWords(more)).toEqual(['orders (email)', 'customers']);
});

test('what was left out of a yes is told apart from what was refused whole', () => {
  const both = ask({ names: ['orders', 'customers'], columns: { orders: ['region', 'email'], customers: ['id'] } });
  const chosen = { orders: ['region'], customers: [] };
  expect(readingsOf(both, { ...given, columns: chosen, limits: {} })).toEqual([{ binding: 'shop', names: ['orders'], columns: { orders: ['region'] }, ...given }]);
  expect(refusals(leftOut(both, chosen)!)).toEqual(['shop orders email', 'shop customers']);
  expect(leftOut(both, null)).toBeNull();
  expect(leftOut(both, both.columns)).toBeNull();
  expect(readingsOf(ask(), { ...given, columns: { orders: [] }, limits: {} })).toEqual([]);
});

test('of a table all is asked for where one of two wants it all', () => {
  expect(together([ask({ columns: { orders: ['region'] } }), ask({ columns: { orders: ['email'] } })]).columns).toEqual({ orders: ['region', 'email'] });
  expect(together([ask(), ask({ columns: {} })]).columns).toEqual({});
  expect(together([ask(), ask({ names: ['customers'], columns: {} })])).toMatchObject({ names: ['orders', 'customers'], columns: { orders: ['region', 'email'] } });
});

test('a function may be limited to the like of the calls that wait', () => {
  const one = (zone: string) => askOf({ binding: 'wall', title: 'Wall', names: ['zones.list'], columns: {}, partly: [] }, { operation: 'zones.list', args: { zone } });
  const both = together([one('a'), one('b'), one('a')]);
  expect(both.calls).toEqual({ 'zones.list': [{ zone: 'a' }, { zone: 'b' }] });
  expect(readingsOf(both, plainTerms(both))).toEqual([{ binding: 'wall', names: ['zones.list'], columns: {}, ...given }]);
  const later = { ...one('c'), partly: ['zones.list'] };
  expect(readingsOf(later, plainTerms(later))).toEqual([{ binding: 'wall', names: ['zones.list'], limits: { zone: { is: 'c' } }, ...given }]);
  expect(refusals(later)).toEqual(['wall zones.list {"zone":"c"}']);
});
