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

test.each([
  [['revenue by region as a table', 'add the number of orders', 'show only the two regions with the highest revenue, in descending order'], ['table: Top 2 regions by revenue and orders']],
  [['revenue by country', 'Please show only the top five, sorted from the highest to the lowest.'], ['bar: Top 5 countries by revenue']],
  [['number of orders as a figure and a bar chart of the orders per channel', 'Remove the figure and add a line chart with the number of orders per quarter.'], ['bar: Orders by channel', 'line: Orders per quarter']],
])('%s', ([first, ...follow], expected) => expect(after(first as string, ...follow)).toEqual(expected));
