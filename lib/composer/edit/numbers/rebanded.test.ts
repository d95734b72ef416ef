import { expect, test } from 'vitest';
import { after, talk } from '../../fixtures/talk';

const BANDS = 'products by price band: under 100, 100 to 500, over 500';
const bandsOf = (first: string, ...prompts: string[]) => talk(first, ...prompts).plan.blocks.flatMap((b) => (b.type === 'chart' && b.asked !== false ? (b.by.bands ?? []).map((band) => band.label) : []));

test.each<[string, string, string[], string]>([
  [BANDS, 'make the bands 0-50, 50-100, 100+', ['0 to 50', '50 to 100', '100 and over'], 'bar: Products by price'],
  ['histogram of order totals', 'use the bands under 100, 100 to 500, over 500', ['under 100', '100 to 500', 'over 500'], 'bar: Orders by total'],
  ['average price by product', 'use the bands under 100, 100 to 500, over 500', ['under 100', '100 to 500', 'over 500'], 'bar: Products by price'],
  ['orders by channel', 'classes small (<200), medium (200-1000), large (above)', ['small', 'medium', 'large'], 'bar: Orders by total'],
  ['products by category', 'by price: under 100, 100 to 500, over 500', ['under 100', '100 to 500', 'over 500'], 'bar: Products by price'],
])('%s, then %s', (first, prompt, bands, title) => {
  expect(bandsOf(first, prompt)).toEqual(bands);
  expect(after(first, prompt)).toEqual([title]);
});

test('the chart with classes is one like any other', () => {
  expect(after(BANDS, 'average stock instead')).toEqual(['bar: Average stock by price']);
  expect(after(BANDS, 'as a pie')).toEqual(['pie: Products by price']);
  expect(after(BANDS, 'split by category')).toEqual(['bar: Products by price and category']);
  expect(after(BANDS, 'by category instead')).toEqual(['bar: Products by category']);
  expect(after(BANDS, 'in bins of 50')).toEqual(['histogram: Products by price']);
});

test('what can’t be is said', () => {
  expect(after(BANDS, 'as a histogram')).toEqual(['bar: Products by price', 'Classes of one’s own are not equally wide, so they are bars: say “in bins of …” for a histogram.']);
  expect(after('products by category', 'use the bands under 100, 100 to 500, over 500')).toEqual(['bar: Products by category', 'I don’t know which number of products is cut into those classes: say “by” and its name before them.']);
});

test('what looks alike and is something else', () => {
  expect(after('histogram of order totals', 'in bins of 250')).toEqual(['histogram: Orders by total']);
  expect(after('orders by channel', 'only between 100 and 500')).toEqual(['bar: Orders with total from 100 to 500 by channel']);
});
