import { expect, test } from 'vitest';
import { after, talk } from '../../fixtures/talk';

test.each([
  [['average price by category as bars', 'add average stock', 'show it as a table'], ['table: Average price and average stock by category']],
  [['average price by category as bars', 'add average stock', 'as table'], ['table: Average price and average stock by category']],
  [['average price by category as bars', 'add average stock', 'put both in one table, sorted by stock, highest first'], ['table: Average stock and average price by category']],
])('%s', ([first, ...follow], expected) => expect(after(first as string, ...follow)).toEqual(expected));

test('charts of other groups stay as they are', () => {
  expect(talk('revenue per month and orders by region', 'as a table').plan.blocks.filter((b) => b.asked !== false)).toHaveLength(2);
});
