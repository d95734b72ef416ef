import { describe, expect, test } from 'vitest';
import { after, shop, TODAY } from '../fixtures/talk';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { editPlan } from './edit';

describe('what narrowed it is forgotten', () => {
  test.each<[string[], string[]]>([
    [['only web', 'only Germany', 'forget the country, all of them again'], ['bar: Revenue of web orders by segment']],
    [['only web', 'only Germany', 'Forget that, I want all of them again'], ['bar: Revenue of web orders by segment']],
    [['only web', 'take that channel condition off again'], ['bar: Revenue by segment']],
    [['only web', 'take all orders after all'], ['bar: Revenue by segment']],
    [['only web', 'Forget that, I want all of them again, but split by channel'], ['bar: Revenue by segment and channel']],
  ])('%s', (prompts, expected) => {
    expect(after('revenue by segment', ...prompts)).toEqual(expected);
  });
});

describe('why it is wanted, and how it is said', () => {
  test.each([
    ['revenue by country', 'leave Germany out of it', 'bar: Revenue of orders outside Germany by country'],
    ['revenue by country', '3 biggest only, rest doesn’t matter', 'bar: Top 3 countries by revenue'],
    ['revenue by country', 'since 2025 only', 'bar: Revenue since 2025 by country'],
    ['revenue by country', 'just 2025 and after', 'bar: Revenue since 2025 by country'],
    ['revenue by country', 'break each one down by channel', 'bar: Revenue by country and channel'],
    ['revenue by country', 'count just the web orders', 'bar: Revenue of web orders by country'],
    ['revenue by country', 'rank them by number of orders instead of the money', 'bar: Orders by country'],
    ['top 10 customers by revenue', 'lowest instead', 'bar: Bottom 10 customers by revenue'],
    ['top 10 customers by revenue', 'show where they’re from', 'table: Top 10 customers by revenue'],
    ['top 10 customers by revenue', 'which country are they from? add that', 'table: Top 10 customers by revenue'],
    ['revenue by country', '2025 onwards', 'bar: Revenue since 2025 by country'],
    ['average price by category', 'hmm median would be fairer', 'bar: Median price by category'],
    ['average satisfaction by topic', 'and how many tickets are behind that?', 'bar: Average satisfaction and tickets by topic'],
    ['orders by country', 'by month instead, one line per country', 'line: Orders per month by country'],
    ['orders per month by channel', 'what share does each have?', 'area: Orders per month by channel'],
    ['orders per month', 'separate web and store', 'area: Web and store orders per month by channel'],
    ['orders per month', 'compare 2024 and 2025', 'line: Orders from 2024 to 2025 by month of year and year'],
    ['orders per month', 'as a heatmap', 'heatmap: Orders by month of year and year'],
    ['latest 50 orders', 'only the unpaid ones', 'table: Latest 50 not paid orders'],
    ['latest 50 orders', 'average total per country instead', 'bar: Average total by country'],
    ['latest 50 orders', 'colour the status', 'table: Latest 50 orders', 'What stands in a table has the colours of the theme, so that all pages look alike.'],
    ['top 10 cities by revenue', 'average per order', 'bar: Top 10 cities by average revenue'],
    ['profit by product', 'the ten with the lowest profit', 'bar: Bottom 10 products by profit'],
    ['profit by category', 'show it for web and store side by side', 'bar: Profit of web and store order items by category and channel'],
    ['orders per month in 2025', 'compare to 2024', 'line: Orders from 2024 to 2025 by month of year and year'],
    ['revenue by customer as a table', 'more than 5000 only', 'table: Customers with revenue over 5,000'],
    ['orders by customer, top 10', 'add revenue and average discount as columns', 'table: Top 10 customers by orders, revenue and average discount'],
    ['average total per month', 'sum instead of average', 'line: Total per month'],
    ['orders per month', 'one bar per channel next to each other', 'bar: Orders per month by channel'],
    ['orders by channel and status, stacked', 'put them next to each other', 'bar: Orders by channel and status'],
    ['top 5 products by revenue', 'and the five worst', 'bar: Top 5 products by revenue', 'bar: Bottom 5 products by revenue'],
    ['top 5 products by revenue', 'how much stock is left of each?', 'table: Top 5 products by revenue'],
    ['latest 50 orders', 'sum up per month', 'table: Total per month'],
    ['latest 50 orders', 'who has the most of these?', 'table: Latest 50 orders', 'That is a question I can’t answer by what is there: say what the page is to show.'],
    ['orders per month', 'list the most expensive ones below', 'area: Orders per month', 'table: Orders'],
    ['orders by channel as a table', 'and the revenue of those channels', 'table: Orders and revenue by channel'],
    ['average total by channel', 'number of orders next to the average total', 'bar: Average total and orders by channel'],
    ['customers by city', 'I meant orders, sorry', 'bar: Top 15 cities by orders'],
    ['10 cheapest products', 'most expensive instead', 'table: 10 products with the highest price'],
    ['orders per day in 2025', 'only december', 'area: Orders in December 2025 per day'],
    ['latest 50 orders', 'average total per channel above', 'bar: Average total by channel', 'table: Latest 50 orders'],
    ['returned orders per month', 'as a share of all orders', 'area: Share of returned orders per month'],
    ['returned orders per month', 'show all orders, split by channel', 'area: Orders per month by channel'],
    ['customers per month', 'leave out this month, it’s incomplete', 'area: Customers before November 2026 per month'],
    ['top 10 customers by revenue', '5 only', 'bar: Top 5 customers by revenue'],
    ['revenue by country', 'that makes no sense, use a pie', 'pie: Revenue by country'],
    ['latest 50 orders', 'show the customer', 'table: Latest 50 orders', '“Latest 50 orders” has customer already.'],
    ['average satisfaction per month', 'and the number of tickets as bars', 'line: Average satisfaction per month', 'bar: Tickets per month'],
    ['average total by month of the year', 'separate by year', 'bar: Average total by month of year and year'],
    ['orders by region', 'revenue and average discount rather than number', 'bar: Revenue and average discount by region'],
    ['orders in the last 30 days as a table', '60 days', 'table: Orders in the last 60 days'],
    ['per country in a table: orders and revenue', 'top five by orders', 'table: Top 5 countries by orders and revenue'],
    ['latest 50 orders', 'total per day as a line on top', 'line: Total per day', 'table: Latest 50 orders'],
    ['orders per month by channel', 'just a total, don’t split', 'line: Orders per month'],
    ['orders per month', 'split that into web and store', 'area: Web and store orders per month by channel'],
  ])('%s → %s', (first, prompt, ...expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });
});

describe('what comes beside what is there', () => {
  test.each<[string, string[], string[]]>([
    ['orders by channel as a pie', ['next to it one by status'], ['pie: Orders by channel', 'pie: Orders by status']],
    ['revenue by country', ['and the same per segment below'], ['bar: Revenue by country', 'bar: Revenue by segment']],
    ['revenue by country', ['only web', 'underneath list the ten biggest of them'], ['bar: Revenue of web orders by country', 'table: 10 web orders with the highest total']],
    ['latest 50 orders', ['only web', 'and a chart of them per day below'], ['table: Latest 50 web orders', 'area: Web orders per day']],
    ['latest 50 orders', ['only web', 'count per channel as bars underneath'], ['table: Latest 50 web orders', 'bar: Web orders by channel']],
    ['orders by status, and customers by segment', ['take the order statuses off again'], ['bar: Customers by segment']],
    ['number of customers as a figure', ['below it put customers by segment as a pie'], ['stat: Customers', 'pie: Customers by segment']],
  ])('%s → %s', (first, prompts, expected) => {
    expect(after(first, ...prompts)).toEqual(expected);
  });

  test('what stands in place of one of several numbers leaves the others', () => {
    expect(after('per country in a table: orders and revenue', 'average order value instead of revenue')).toEqual(['table: Average total and orders by country']);
  });
});

test('where the first word isn’t known, nothing is narrowed by the others', () => {
  expect(after('revenue by country', 'Zap Germany')).toEqual(['bar: Revenue by country', 'Zap', 'I don’t know “Zap”, so nothing was narrowed.']);
});

test('what a list tells of each stays beside what each comes to', () => {
  const { plan } = readPrompt('products with category and price as a table', shop, TODAY);
  const edit = editPlan(plan as Plan, 'add a column with how many order items each has', shop, TODAY);
  const [table] = edit.plan.blocks.filter((b) => b.asked !== false);
  expect(table?.type === 'chart' ? table.measures.map((m) => m.label) : edit.problems).toEqual(['order items', 'category', 'price']);
});
