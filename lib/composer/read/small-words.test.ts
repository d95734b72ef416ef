import { describe, expect, test } from 'vitest';
import { editPlan } from '../edit/edit';
import { after, shop, TODAY } from '../fixtures/talk';
import { readPrompt } from './read';

/** The blocks that were asked for, each with what it is narrowed by; then what was said of what wasn't understood. */
function shown(prompt: string): string[] {
  const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
  const blocks = (plan?.blocks ?? []).filter((b) => b.asked !== false);
  return [...blocks.map((b) => `${b.type === 'chart' ? b.view : b.type} of ${b.table}: ${b.title}`), ...unread, ...problems];
}

describe('figures of several things, each with a state of its own', () => {
  test.each([
    ['KPIs: open tickets and open orders', ['stat of tickets: Open tickets', 'stat of orders: Open orders']],
    ['open tickets and open orders as tiles', ['stat of tickets: Open tickets', 'stat of orders: Open orders']],
    ['open tickets, open orders and enterprise customers as tiles', ['stat of tickets: Open tickets', 'stat of orders: Open orders', 'stat of customers: Enterprise customers']],
    ['KPIs: open orders, paid orders and revenue', ['stat of orders: Open orders', 'stat of orders: Paid orders', 'stat of orders: Revenue']],
  ])('%s', (prompt, expected) => {
    expect(shown(prompt)).toEqual(expected);
  });
});

test.each([
  ['table of orders, clicking a row opens its details', ['table of orders: Orders']],
  ['table of orders with status open', ['table of orders: Open orders']],
  ['tickets by topic and orders by status as bars', ['bar of tickets: Tickets by topic', 'bar of orders: Orders by status']],
  ['orders per month by channel as percentage stacked bars', ['bar of orders: Orders per month by channel']],
  ['customers with company and city, I want to choose the country from a list', ['table of customers: Customers']],
  ['tickets with priority, topic, status and satisfaction', ['table of tickets: Tickets']],
  ['new customers last month, compared with the month before', ['stat of customers: New customers last month']],
])('%s', (prompt, expected) => {
  expect(shown(prompt)).toEqual(expected);
});

test.each(['products low in stock', 'products with low stock', 'products running out of stock'])('%s: those with the least first', (prompt) => {
  const table = readPrompt(prompt, shop, TODAY).plan?.blocks.find((b) => b.type === 'table');
  expect(table).toMatchObject({ title: 'Products', where: [], sort: { field: { column: 'stock' }, descending: false } });
});

test('the worst of what nobody wants is where there is most of it', () => {
  const sortOf = (prompt: string) => readPrompt(prompt, shop, TODAY).plan?.blocks.flatMap((b) => (b.type === 'chart' ? [b.sort] : []));
  expect(sortOf('worst 5 countries by number of tickets')).toEqual(['value-desc']);
  expect(sortOf('worst 5 countries by revenue')).toEqual(['value-asc']);
});

test('dots are coloured by what is said behind them', () => {
  expect(readPrompt('price against cost, one dot per product, coloured by category', shop, TODAY).plan?.blocks.find((b) => b.type === 'scatter')).toMatchObject({ series: { column: 'category' } });
});

test('one day has no course', () => {
  expect(readPrompt('how many orders did we get yesterday?', shop, TODAY).plan?.blocks.map((b) => b.type)).toEqual(['stat']);
});

describe('years against each other', () => {
  test('are by month, and where weeks were asked for that is said', () => {
    const { plan, assumptions } = readPrompt('orders per week this year compared to last year', shop, TODAY);
    expect(plan?.blocks.find((b) => b.type === 'chart')).toMatchObject({ by: { bucket: 'month' }, versus: {} });
    expect(assumptions).toContain('Years are compared month by month, and not by week.');
  });

  test('of which only one is wanted are no longer against each other', () => {
    expect(after('revenue per month', 'compare with last year', 'only this year')).toEqual(['line: Revenue this year per month']);
  });
});

test('grades stand in their order', () => {
  expect(readPrompt('tickets by satisfaction', shop, TODAY).plan?.blocks.find((b) => b.type === 'chart')).toMatchObject({ sort: 'label' });
});

test('a state that there isn’t is said to be none, with those that there are', () => {
  expect(shown('cancelled orders')).toEqual(['table of orders: Orders', 'cancelled', 'No order is called “cancelled”, so all of them are shown; their status is open, paid, shipped or returned.']);
  expect(shown('open orders')).toEqual(['table of orders: Open orders']);
});

test.each([
  ['average value of an order by region', 'bar of orders: Average total by region'],
  ['pie of what the tickets were about', 'pie of tickets: Tickets by topic'],
  ['orders over 1000000', 'table of orders: Orders with total over 1,000,000'],
  ['open tickets older than 30 days', 'table of tickets: Open tickets older than 30 days'],
])('%s', (prompt, expected) => {
  expect(shown(prompt)).toEqual([expected]);
});

describe('follow-ups', () => {
  test.each([
    ['orders by status as a pie', 'the shipped ones swamp everything, leave them out', 'pie: Not shipped orders by status'],
    ['orders by country', 'what I’m really after is the money each country made, not how many orders there are', 'bar: Revenue by country'],
    ['average total by region', 'show discount instead of total', 'bar: Average discount by region'],
    ['table of average total by region', 'put the average discount next to it', 'table: Average total and average discount by region'],
  ])('%s → %s', (first, then, expected) => {
    expect(after(first, then)).toEqual([expected]);
  });

  test('one line for each of the values that are shown', () => {
    expect(after('orders per month', 'only web and store', 'one line for each of the two')).toEqual(['line: Web and store orders per month by channel']);
  });

  test('what is added and isn’t narrowed as the rest is says so', () => {
    const plan = readPrompt('revenue by country', shop, TODAY).plan;
    const narrowed = plan && editPlan(plan, 'only Germany', shop, TODAY).plan;
    expect(narrowed && editPlan(narrowed, 'add a table of customers', shop, TODAY).assumptions).toContain('“Customers” isn’t narrowed to Germany as the rest is: say “only Germany” for that.');
  });
});

test.each([
  ['incoming tickets month by month, as bars', 'bar of tickets: Tickets per month'],
  ['open high priority tickets, just the count', 'stat of tickets: Open high tickets'],
  ['table of topics that tells me the number of tickets and how satisfied people were on average', 'table of tickets: Tickets and average satisfaction by topic'],
  ['tickets per month, a line for every priority', 'line of tickets: Tickets per month by priority'],
])('%s', (prompt, expected) => {
  expect(shown(prompt)).toEqual([expected]);
});

describe('more follow-ups', () => {
  test.each([
    ['revenue by region as bars and a table of open tickets', 'take the table away again', ['bar: Revenue by region']],
    ['revenue by region as bars and a table of open tickets', 'without the table', ['bar: Revenue by region']],
    ['revenue per year', 'months would be more telling than years, could you switch?', ['bar: Revenue per month']],
    ['top 5 customers by revenue', 'five is too short for two hours, make it ten please', ['bar: Top 10 customers by revenue']],
    ['number of orders this month', 'compare with the same month last year', ['stat: Orders this month', 'stat: Orders in the same month last year']],
  ])('%s → %s', (first, then, expected) => {
    expect(after(first, then)).toEqual(expected);
  });
});

test.each([
  ['what did we invoice in 2025? Just the figure', 'stat of orders: Revenue in 2025'],
  ['top 5 countries by billed total', 'bar of orders: Top 5 countries by revenue'],
  ['orders per quarter since 2025, number of them, as a line', 'line of orders: Orders since 2025 per quarter'],
  ['which products have fewer than 20 pieces in stock? Name, category, stock and price, lowest stock first', 'table of products: Products with stock under 20'],
])('%s', (prompt, expected) => {
  expect(shown(prompt)).toEqual([expected]);
});

test('a tile that is called so goes, and no rows of it', () => {
  expect(after('one page with total revenue, the number of open orders, and revenue by category in bars', 'take the open orders out again')).toEqual(['stat: Revenue', 'bar: Revenue by category']);
});

test('what is wanted side by side within each group is split so', () => {
  expect(after('tickets by topic as bars', 'show the priorities side by side within each topic')).toEqual(['bar: Tickets by topic and priority']);
});

describe('what narrows one figure says nothing of the others', () => {
  test.each([
    ['KPI tiles: revenue, orders, average order value and open tickets', ['stat of orders: Revenue', 'stat of orders: Orders', 'stat of orders: Average total', 'stat of tickets: Open tickets']],
    ['KPIs: revenue of open orders and number of tickets', ['stat of orders: Revenue of open orders', 'stat of tickets: Tickets']],
  ])('%s', (prompt, expected) => {
    expect(shown(prompt)).toEqual(expected);
  });

  test('a figure that is called so goes, with its stretch of time', () => {
    expect(after('KPI tiles: revenue and open tickets this month', 'remove the open tickets')).toEqual(['stat: Revenue this month']);
  });
});

test.each([
  ['top 10 cities by orders', 'bar of orders: Top 10 cities by orders'],
  ['top 5 countries by tickets', 'bar of tickets: Top 5 countries by tickets'],
  ['top 3 products by category', 'table of order_items: Top 3 products of each category by revenue'],
  ['revenue by region, this year and last year side by side', 'bar of orders: Revenue by region this year and last year'],
  ['revenue by region 2025 and 2026 side by side', 'bar of orders: Revenue from 2025 to 2026 by region and year'],
  ['how long do tickets stay open by topic', 'bar of tickets: Days to close by topic'],
])('%s', (prompt, expected) => {
  expect(shown(prompt)).toEqual([expected]);
});

test('a table with totals has a row for them', () => {
  expect(readPrompt('table of revenue by region with totals', shop, TODAY).plan?.blocks.find((b) => b.type === 'chart')).toMatchObject({ view: 'table', totals: true });
});

test('what one comes to on average is of the same groups', () => {
  expect(after('revenue by weekday', 'average per order instead')).toEqual(['bar: Average revenue by weekday']);
});

test('a chart of a table of groups stands below it', () => {
  expect(after('table of revenue and orders by region', 'and a bar chart of them')).toEqual(['table: Revenue and orders by region', 'bar: Revenue by region']);
});
