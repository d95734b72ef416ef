import { expect, test } from 'vitest';
import { after, talk } from '../fixtures/talk';

test.each([
  [['tickets by topic as bars', 'Please change the title of the chart to "Service requests".'], ['bar: Service requests']],
  [['revenue by region', 'Please sort the bars from the lowest revenue to the highest.'], ['bar: Revenue by region']],
  [['revenue in October 2026', 'Compare it with the same month of last year.'], ['stat: Revenue in October 2026', 'stat: Revenue in October 2025']],
  [['revenue of November 2026 as a figure', 'compare it with November 2025'], ['stat: Revenue in November 2026', 'stat: Revenue in November 2025']],
  [['revenue by region', 'add a table of the ten largest orders by total, with the order date, the customer name and the total'], ['bar: Revenue by region', 'table: 10 orders with the highest total']],
  [['revenue by region as a table', 'add the number of orders', 'show only the two regions with the highest revenue, in descending order'], ['table: Top 2 regions by revenue and orders']],
  [['revenue by country', 'Please show only the top five, sorted from the highest to the lowest.'], ['bar: Top 5 countries by revenue']],
  [['number of orders as a figure and a bar chart of the orders per channel', 'Remove the figure and add a line chart with the number of orders per quarter.'], ['bar: Orders by channel', 'line: Orders per quarter']],
])('%s', ([first, ...follow], expected) => expect(after(first as string, ...follow)).toEqual(expected));

test('whole sentences about an order and a filter', () => {
  expect(talk('products with name, price and stock', 'Sort the table by stock, with the largest stock first.').plan.blocks[0]).toMatchObject({ sort: { field: { column: 'stock' }, descending: true } });
  expect(talk('customers by region as a table', 'sort by the number of customers, smallest first').plan.blocks.find((b) => b.type === 'chart')).toMatchObject({ sort: 'value-asc' });
  expect(talk('orders and customers by country, sorted by the number of customers').plan.blocks.at(-1)).toMatchObject({ sort: 'value-desc' });
  expect(talk('tickets by customer, sorted by customer').plan.blocks.find((b) => b.type === 'chart')).toMatchObject({ sort: 'label' });
  expect(talk('revenue by region', 'Please sort the bars from the lowest revenue to the highest.').plan.blocks.find((b) => b.type === 'chart')).toMatchObject({ sort: 'value-asc' });
  expect(talk('tickets by topic with a dropdown for the priority', 'take the dropdown away').plan.filters).toEqual([]);
  expect(talk('tickets by topic with a dropdown for the priority', 'The dropdown is no longer needed, so please remove it.').plan.filters).toEqual([]);
});
