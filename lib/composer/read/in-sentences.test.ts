import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { CLINIC } from '../fixtures/clinic';
import { shop, TODAY } from '../fixtures/talk';
import { summaryOf } from '../summary';
import { readPrompt } from './read';

const clinic = createCatalogue([CLINIC]);

/** The blocks that were asked for, tables and boards with their columns; the filters; then what was not understood or could not be done. */
function shown(prompt: string, catalogue = shop): string[] {
  const { plan, unread, problems } = readPrompt(prompt, catalogue, TODAY);
  const blocks = plan ? summaryOf(plan).filter((b) => b.asked) : [];
  const columnsOf = (columns: readonly string[]) => (columns.length > 0 ? ` (${columns.map((c) => c.split('.').at(-1)).join(', ')})` : '');
  return [...blocks.map(({ kind, title, columns }) => `${kind}: ${title}${kind === 'chart' ? '' : columnsOf(columns)}`), ...(plan?.filters ?? []).map((f) => `${f.type} of ${f.field.table}.${f.field.column}`), ...unread, ...problems];
}

describe('what a second sentence says of the first', () => {
  test.each([
    ['Revenue per quarter, stacked by channel. Returned orders should be left out.', ['bar: Revenue of not returned orders per quarter by channel']],
    ['Revenue by region. Only count web orders, and put the biggest region first.', ['bar: Revenue of web orders by region']],
    ['Tickets by topic; only include urgent tickets', ['bar: Urgent tickets by topic']],
    ['Compare the revenue of the last 30 days with the 30 days before, without returned orders, as one figure.', ['stat: Revenue in the last 30 days of not returned orders']],
    ['Please list all urgent tickets whose status is open. I need the opening date, the customer, the topic and the priority, with the oldest ticket at the top.', ['table: Urgent open tickets (id, opened_at, name, topic, priority)']],
    ['How many customers do we have in total? And how many are there per country?', ['stat: Customers', 'bar: Customers by country']],
    ['Number of tickets by topic, with the bars for each priority next to each other', ['bar: Tickets by topic and priority']],
    ['How did revenue change from month to month? Make stacked bars, with a colour for each channel.', ['bar: Revenue per month by channel']],
    ['Average order value per month, with a separate line for each region', ['line: Average total per month by region']],
    ['number of urgent tickets and their average satisfaction', ['stat: Urgent tickets', 'stat: Average satisfaction of urgent tickets']],
    ['Breakdown by product category: revenue and units sold', ['table: Revenue and quantity by category']],
    ['How many orders does each segment place per channel?', ['bar: Orders by segment and channel']],
    ['Line chart. X: month. Y: revenue. One line per region.', ['line: Revenue per month by region']],
    ['Revenue per quarter as bars. Every bar should be stacked by channel.', ['bar: Revenue per quarter by channel']],
    ['Tickets by topic, with a separate bar for each priority. The bars should stand next to each other, and only tickets opened in 2026 should count.', ['bar: Tickets in 2026 by topic and priority']],
    ['A scatter plot of price and stock with one dot for each product. Please colour the dots by category.', ['scatter: Stock and price by category']],
    ['How many tickets are there of each topic, and what is their average satisfaction? A table would be best.', ['table: Tickets and average satisfaction by topic']],
    ['For the year 2025, I would like to see the number of orders and the average order total as two figures.', ['stat: Orders in 2025', 'stat: Average total in 2025']],
    ['Revenue by region as bars. Please add a month picker for the order date.', ['bar: Revenue by region', 'month of orders.ordered_at']],
    ['Please show a table of our products with the name, the category and the price. I want to limit the price with a slider between a lowest and a highest value.', ['table: Products (name, category, price)', 'range of products.price']],
    ['Which products do we sell, and at what price? Please add a dropdown for the category.', ['table: Products (name, price)', 'select of products.category']],
    ['Pie chart. Slices: ticket topic. Size: number of tickets.', ['pie: Tickets by topic']],
  ])('%s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));
});

describe('lists of columns', () => {
  test.each([
    ['products with stock below 20, show name category and stock', ['table: Products with stock under 20 (name, category, stock)']],
    ['urgent and high: topic, priority, status, newest first', ['table: Urgent and high tickets (id, topic, priority, status, opened_at)']],
    ['open orders, show customer and total', ['table: Open orders (id, name, total)']],
    ['Which products are out of stock? Show name, category and price in a table', ['table: Products without stock (name, category, price, stock)']],
    ['product table with name, category and price and a price slider', ['table: Products (name, category, price)', 'range of products.price']],
    ['orders with a region and a status filter', ['table: Orders (id, name, status, channel, discount, total, ordered_at)', 'select of customers.region', 'select of orders.status']],
    ['orders with the status paid and a total above 3,000 as a table with customer, country and total', ['table: Paid orders with total over 3000 (id, name, country, total)']],
    ['tickets with topic, priority and customer, and a search by customer', ['table: Tickets (id, topic, priority, name)', 'search of customers.name']],
  ])('%s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));

  test('a name that is searched is that of the rows, and not of whose they are', () => {
    expect(shown('visits with patient, ward and fee; search by ward', clinic)).toContain('search of visits.ward');
  });
});

describe('cards and days show what was asked for', () => {
  test.each([
    ['Kanban board of urgent tickets with a column per status, each card shows topic and customer', ['board: Urgent tickets by status (name, topic)']],
    ['kanban of open tickets by topic with priority and satisfaction', ['board: Open tickets by topic (name, priority, satisfaction)']],
    ['calendar of tickets this month with topic and customer', ['calendar: Calendar of tickets this month (name, topic)']],
    ['kanban of orders by status', ['board: Orders by status (name, total, channel, discount)']],
  ])('%s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));
});

test.each([
  ['Which three categories sold the most products?', ['bar: Top 3 categories by quantity']],
  ['regions by products sold', ['bar: Quantity by region']],
  ['histogram of the total of orders', ['histogram: Orders by total']],
  ['avg order by channel', ['bar: Average total by channel']],
  ['how many tickets were opened per topic', ['bar: Tickets by topic']],
  ['tickets opened this month, count', ['stat: Tickets this month']],
  ['How much revenue did we make this month?', ['stat: Revenue this month']],
  ['revenue this year vs last year as KPI', ['stat: Revenue this year', 'stat: Revenue last year']],
  ['revenue so far this year compared with the same period last year', ['stat: Revenue this year to date']],
  ['table of the 10 products with the highest revenue, with category', ['table: Top 10 products by revenue']],
])('%s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));

describe('figures that each have rows of their own', () => {
  test.each([
    ['Two figures: average satisfaction of tickets and the number of tickets that are not closed', ['stat: Average satisfaction', 'stat: Not closed tickets']],
    ['KPIs: average satisfaction of tickets, number of tickets that are not closed', ['stat: Average satisfaction', 'stat: Not closed tickets']],
    ['the average total of orders and how many orders are open', ['stat: Average total', 'stat: Open orders']],
    ['KPIs: average total of orders, number of products', ['stat: Average total', 'stat: Products']],
  ])('%s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));

  test('where one is taken to narrow all, that is said', () => {
    expect(readPrompt('revenue and number of returned orders', shop, TODAY).assumptions).toContain('What was said of the last figure’s rows holds for all of them.');
    expect(readPrompt('for open orders: revenue and number of orders', shop, TODAY).assumptions.join()).not.toContain('holds for all');
  });
});
