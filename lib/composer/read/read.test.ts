import { describe, expect, test } from 'vitest';
import type { Column, TableBinding } from '../../binding/binding';
import { createCatalogue } from '../catalogue/catalogue';
import { FILES, SHOP } from '../fixtures/shop';
import type { Block, Plan } from '../plan';
import { readPrompt } from './read';

const TODAY = new Date('2026-11-23T12:00:00Z');
const shop = createCatalogue([SHOP]);

/** A block in one line: its kind and title, where it is filtered, and what a table shows. */
function line(block: Block): string {
  const kind = block.type === 'chart' ? block.view : block.type;
  const filters = block.filters.length ? ` [${block.filters.map((f) => `${f.id}: ${f.field.table}.${f.field.column}`).join(', ')}]` : '';
  return `${kind}: ${block.title}${filters}`;
}

function read(prompt: string): { plan: Plan; lines: string[]; charts: string[]; unread: string[]; problems: string[] } {
  const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
  if (!plan) throw new Error(`Nothing was built of “${prompt}”.`);
  return { plan, unread, problems, lines: plan.blocks.map(line), charts: plan.blocks.filter((b) => b.type !== 'stat').map(line) };
}

test('open orders by region with a month filter', () => {
  const { plan, lines, unread, problems } = read('open orders by region with a month filter');
  expect(plan.title).toBe('Open orders by region');
  expect(lines).toEqual([
    'stat: Open orders [month: orders.ordered_at]',
    'stat: Revenue [month: orders.ordered_at]',
    'stat: Average total [month: orders.ordered_at]',
    'stat: Discount [month: orders.ordered_at]',
    'bar: Open orders by region [month: orders.ordered_at]',
    'table: Open orders [month: orders.ordered_at]',
  ]);
  expect(plan.blocks[4]).toMatchObject({ where: [{ op: 'is', values: ['open'] }], joins: [{ from: 'orders', to: 'customers' }], by: { field: { table: 'customers', column: 'region' } } });
  expect([...unread, ...problems]).toEqual([]);
});

/** What a table of groups shows of each, behind its name. */
function shownOf(prompt: string): string[] {
  const table = read(prompt).plan.blocks.find((b) => b.type === 'chart' && b.view === 'table');
  return table?.type === 'chart' ? table.measures.map((m) => m.label) : [];
}

test.each<[string, string, string[]]>([
  ['top 10 products with category, price and revenue', 'table: Top 10 products by revenue', ['revenue', 'category', 'price']],
  ['list the top 15 products by revenue, including category, quantity sold and current stock', 'table: Top 15 products by revenue and quantity', ['revenue', 'quantity', 'category', 'stock']],
  ['which customers spent the most? name, country, number of orders and total', 'table: Top 10 customers by revenue and orders', ['revenue', 'orders', 'country']],
  ['customers with city, number of orders and revenue', 'table: Orders and revenue by customer', ['orders', 'revenue', 'city']],
  ['top 5 customers by number of tickets, with segment and region', 'table: Top 5 customers by tickets', ['tickets', 'segment', 'region']],
])('what each has itself stands beside what it comes to: %s', (prompt, title, shown) => {
  const { charts, unread, problems } = read(prompt);
  expect(charts).toContain(title);
  expect(shownOf(prompt)).toEqual(shown);
  expect([...unread, ...problems]).toEqual([]);
});

test('a ranking by a number that each has itself is rows', () => {
  const { plan, charts } = read('top 10 products by price with stock and category');
  expect(charts).toEqual(['table: 10 products with the highest price']);
  expect(plan.blocks.find((b) => b.type === 'table')).toMatchObject({ columns: [{ column: 'name' }, { column: 'stock' }, { column: 'category' }, { column: 'price' }], limit: 10 });
});

test('several blocks in one prompt', () => {
  const { plan, lines } = read('sales overview with revenue per month, top 10 products and open tickets');
  expect(plan.title).toBe('Sales overview');
  expect(lines).toEqual(['stat: Orders', 'stat: Revenue', 'stat: Average total', 'stat: Discount', 'area: Revenue per month', 'bar: Top 10 products by revenue', 'table: Open tickets']);
});

describe('charts and tables', () => {
  test.each<[string, string[]]>([
    ['revenue by category', ['bar: Revenue by category']],
    ['orders per month by status', ['line: Orders per month by status', 'table: Orders']],
    ['top 10 products', ['bar: Top 10 products by revenue']],
    ['top 5 customers in a table', ['table: Top 5 customers by revenue']],
    ['top 5 customers by revenue in Germany', ['bar: Top 5 customers by revenue of orders in Germany']],
    ['open tickets by priority as a pie', ['pie: Open tickets by priority']],
    ['customers from France: name, city, segment', ['table: Customers in France']],
    ['histogram of customer satisfaction', ['histogram: Tickets by satisfaction', 'table: Tickets']],
    ['a table listing category, number of products, total stock, average price', ['table: Products, total stock and average price by category']],
    ['order status breakdown as a pie chart and as a table', ['pie: Orders by status', 'table: Orders by status']],
    ['average price per category, bar, lowest first', ['bar: Average price by category']],
    ['order count and revenue per country, table, sort by revenue', ['table: Orders and revenue by country']],
    ['customers by segment, share in percent', ['pie: Customers by segment']],
    ['percentage of tickets closed per priority', ['bar: Share of closed tickets by priority']],
    ['number of products per category as a donut and average price as bars', ['pie: Products by category', 'bar: Average price by category']],
    ['top products by revenue, 15', ['bar: Top 15 products by revenue']],
    ['the highest single order this month', ['table: Order with the highest total']],
    ['number of tickets opened each week', ['area: Tickets per week', 'table: Tickets']],
    ['who are our best customers? top 20 with country and total revenue', ['table: Top 20 customers by revenue']],
    ['share of orders per channel for each month', ['area: Orders per month by channel', 'table: Orders']],
    ['revenue per month, bars and a table of the 10 cheapest products', ['bar: Revenue per month', 'table: 10 products with the lowest price']],
    ['which 5 customers spent the most this year', ['bar: Top 5 customers by revenue this year']],
    ['total revenue, number of orders and average order on top, and beneath that revenue by month', ['area: Revenue per month']],
    ['stacked columns: orders per month, coloured by status', ['bar: Orders per month by status']],
    ['average price per category and total stock per category in one table', ['table: Average price and total stock by category']],
    ['orders of this month - date, customer, total - newest first', ['table: Orders this month']],
    ['unit prices, histogram, classes of 100', ['histogram: Order items by unit price']],
    ['average total, that is one average per month, all years together', ['bar: Average total by month of year']],
    ['products on a board. Lanes: category', ['board: Products by category']],
    ['price against stock, with the category as their colour, dots', ['scatter: Stock and price by category']],
    ['stacked bars: months along the bottom, number of orders, coloured according to the channel', ['bar: Orders per month by channel']],
    ['cost vs price, scatter plot, products with stock over 10 only', ['scatter: Price and cost of products with stock over 10']],
    ['median total by region, with the best region first', ['bar: Median total by region']],
    ['For every region I need the number of orders, the average total and the largest total', ['table: Orders, average total and highest total by region']],
    ['name, stock, price as a list of products', ['table: Products']],
    ['orders each quarter, two curves: web and store', ['line: Web and store orders per quarter by channel']],
    ['January 2026 day by day, revenue', ['area: Revenue in January 2026 per day']],
    ['number of orders per hour of the day as bars', ['bar: Orders by hour of day']],
    ['average order value per month', ['line: Average total per month']],
    // Numbers of several tables, of the same groups.
    ['for each segment one line in a table: how many customers, how many orders and revenue', ['table: Customers, orders and revenue by segment']],
    ['summary by category: number of products, lowest and highest price', ['table: Products, lowest price and highest price by category']],
    // What is set against each other are groups.
    ['Germany against France, monthly revenue', ['line: Revenue of orders in Germany and France per month by country']],
    ['consumers and small businesses side by side: revenue per quarter, grouped bars', ['bar: Revenue of consumer and small business orders per quarter by segment']],
    // Columns of a list, wherever they stand.
    ['open orders with date, customer, and total', ['table: Open orders']],
    ['all tickets in a table (customer, priority, status), and a dropdown where I pick the topic', ['table: Tickets [topic: tickets.topic]']],
    // Why it's asked for is no part of it.
    ['for my class presentation I need a pie of customers by segment', ['pie: Customers by segment']],
    ['how is revenue developing? by quarter, line', ['line: Revenue per quarter']],
    ['ticket count, tickets by topic and revenue by region', ['bar: Tickets by topic', 'bar: Revenue by region']],
    ['heat map: weekday against hour of the day', ['heatmap: Orders by hour of day and weekday']],
    ['customers in Germany with search', ['table: Customers in Germany [search: customers.name]']],
    ['urgent tickets opened this month', ['table: Urgent tickets this month']],
    ['all tickets with their customer', ['table: Tickets']],
    ['average total of orders, grouped by channel', ['bar: Average total by channel']],
    ['orders per quarter as stacked columns, one colour per channel', ['bar: Orders per quarter by channel']],
    ['revenue per quarter, each bar divided into regions', ['bar: Revenue per quarter by region']],
    ['dots: price on the x axis, stock on the y axis', ['scatter: Stock and price']],
    // An average can't be seen beside bars of totals.
    ['total revenue and average discount by region', ['bar: Revenue by region', 'table: Revenue and average discount by region']],
    ['how many customers in each country? bars divided up by segment', ['bar: Customers by country and segment']],
    ['tickets that are not closed, as a kanban with one lane per topic', ['board: Not closed tickets by topic']],
    ['order items, histogram of the quantity', ['histogram: Order items by quantity', 'table: Order items']],
    ['orders over 2000 by channel', ['bar: Orders with total over 2000 by channel', 'table: Orders with total over 2000']],
    ['number of orders per weekday as a bar chart, and the same for tickets', ['bar: Orders by weekday', 'bar: Tickets by weekday']],
    ['a heat map with weekday down and hour across for tickets', ['heatmap: Tickets by hour of day and weekday']],
    ['orders per week for the last half year', ['area: Orders in the last 6 months per week', 'table: Orders in the last 6 months']],
    ['histogram of order totals, 20 bars', ['histogram: Orders by total', 'table: Orders']],
    ['highest price and lowest stock of products by category', ['bar: Highest price by category', 'table: Highest price and lowest stock by category']],
    ['heat map, channel down the side and status along the top', ['heatmap: Orders by status and channel']],
    ['channels vs statuses, coloured by revenue, as a heatmap', ['heatmap: Revenue by status and channel']],
    ['ticket volume by weekday', ['bar: Tickets by weekday', 'table: Tickets']],
    ['average satisfaction across all tickets', ['line: Average satisfaction per month']],
    ['urgent tickets; date, customer and topic please', ['table: Urgent tickets']],
    ['orders by channel. A slider should limit the total', ['bar: Orders by channel [total: orders.total]', 'table: Orders [total: orders.total]']],
    ['orders by channel, let me set a start and an end date', ['bar: Orders by channel [dates: orders.ordered_at]', 'table: Orders [dates: orders.ordered_at]']],
    ['open tickets as a kanban, columns are the topics', ['board: Open tickets by topic']],
    ['orders by status, without the returned orders', ['bar: Not returned orders by status', 'table: Not returned orders']],
    ['revenue by channel, for orders in 2025', ['bar: Revenue in 2025 by channel']],
    ['scatter of price and stock, only products with a price over 100', ['scatter: Stock and price of products with price over 100']],
    ['tickets by topic, for enterprise customers', ['bar: Enterprise tickets by topic', 'table: Enterprise tickets']],
    ['orders with status paid or shipped and total above 500 per channel', ['bar: Paid and shipped orders with total over 500 by channel', 'table: Paid and shipped orders with total over 500']],
    ['a table of products, skipping those without stock', ['table: Products with stock']],
    ['products. Columns are name, price and stock', ['table: Products']],
    ['tickets with status open on a calendar', ['calendar: Calendar of open tickets']],
    ['tickets with high priority on a board', ['board: High tickets by status']],
    ['orders by status next to tickets by topic', ['bar: Orders by status', 'bar: Tickets by topic']],
    ['a list of tickets with a details panel per ticket', ['table: Tickets']],
    ['tickets closed this month by priority', ['bar: Tickets closed this month by priority', 'table: Tickets closed this month']],
    ['revenue this year vs last year', ['line: Revenue this year and last year']],
    ['new customers per month', ['area: New customers per month', 'table: Customers']],
    ['table of products sorted by stock', ['table: Products']],
    ['orders over 1000', ['table: Orders with total over 1000']],
    ['enterprise customers', ['table: Enterprise customers']],
    ['return rate by channel', ['bar: Share of returned orders by channel']],
    ['dashboard of orders with region and status filters', ['area: Revenue per month [region: customers.region, status: orders.status]', 'bar: Orders by status [region: customers.region, status: orders.status]', 'bar: Revenue by channel [region: customers.region, status: orders.status]', 'bar: Revenue by segment [region: customers.region, status: orders.status]', 'table: Orders [region: customers.region, status: orders.status]']],
    ['orders with a date range and a customer filter', ['table: Orders [dates: orders.ordered_at, customer: customers.name]']],
    ['daily orders last 30 days', ['area: Orders in the last 30 days per day', 'table: Orders in the last 30 days']],
    ['latest 20 orders', ['table: Latest 20 orders']],
    ['profit by product', ['bar: Top 15 products by profit']],
    ['revenue and orders by region', ['bar: Revenue by region', 'table: Revenue and orders by region']],
    ['a bar chart of tickets by topic and a line chart of revenue per week', ['bar: Tickets by topic', 'line: Revenue per week']],
    ['time to close by priority', ['bar: Days to close by priority']],
    ['products with stock under 20', ['table: Products with stock under 20']],
    ['customers by country as a donut and by segment as a bar chart', ['pie: Customers by country', 'bar: Customers by segment']],
    ['number of customers per country', ['bar: Customers by country', 'table: Customers']],
    ['orders by category', ['bar: Orders by category']],
    ['which products sell best', ['bar: Top 10 products by revenue']],
    ['customers without company', ['table: Customers without company']],
    ['customers with most orders', ['bar: Top 10 customers by orders', 'table: Orders']],
    ['monthly revenue by category as stacked bars', ['bar: Revenue per month by category']],
    ['orders from the web channel since March', ['table: Web orders since March 2026']],
    ['paid and shipped orders per week', ['area: Paid and shipped orders per week', 'table: Paid and shipped orders']],
    ['not returned orders by channel', ['bar: Not returned orders by channel', 'table: Not returned orders']],
    ['table of tickets with priority, topic and customer', ['table: Tickets']],
    ['overview of customers', ['area: Customers per month', 'bar: Customers by segment', 'bar: Customers by country', 'bar: Customers by region', 'table: Customers']],
    ['revenue by quarter', ['bar: Revenue per quarter']],
    ['ordrs by regoin', ['bar: Orders by region', 'table: Orders']],
    ['pie of tickets', ['pie: Tickets by priority']],
    ['compare web and store revenue per month', ['line: Revenue of web and store orders per month by channel']],
    ['sales by region for Q3 2026 with top 5 cities', ['bar: Revenue in Q3 2026 by region', 'bar: Top 5 cities by revenue in Q3 2026']],
    ['tickets without order', ['table: Tickets without order']],
    ['orders between 100 and 500', ['table: Orders with total from 100 to 500']],
    ['top 3 months by revenue', ['bar: Top 3 months by revenue']],
    ['daily orders in October as a table', ['table: Orders in October 2026 per day']],
    ['heatmap of orders by weekday and hour', ['heatmap: Orders by hour of day and weekday']],
    ['distribution of product prices in bins of 50', ['histogram: Products by price', 'table: Products']],
    ['histogram of order totals', ['histogram: Orders by total', 'table: Orders']],
    ['price versus cost of products', ['scatter: Cost and price']],
    ['correlation between price and stock by category', ['scatter: Stock and price by category']],
    ['kanban of tickets', ['board: Tickets by status']],
    ['calendar of orders', ['calendar: Calendar of orders']],
    ['running total of revenue this year', ['area: Running total of revenue this year per month']],
    ['100% stacked bars of orders per month by status', ['bar: Orders per month by status']],
    ['customers with more than 10 orders', ['table: Customers with more than 10 orders']],
    ['customers who spent over 1000', ['table: Customers with revenue over 1,000']],
    ['average orders per customer by segment', ['bar: Average orders per customer by segment']],
    ['profit margin by category', ['bar: Margin by category']],
    ['minimum and maximum order total by channel', ['bar: Lowest total and highest total by channel']],
    ['products never ordered', ['table: Products without order items']],
    ['5 most expensive products', ['table: 5 products with the highest price']],
    ['products whose name contains desk', ['table: Products with name containing “desk”']],
    ['revenue in 2025 vs 2026', ['line: Revenue from 2025 to 2026 by month of year and year']],
    ['orders by channel, alphabetically', ['bar: Orders by channel', 'table: Orders']],
    ['how much did each category sell', ['bar: Revenue by category']],
    ['how many products were sold per category', ['bar: Quantity by category']],
    ['discount as a percentage of total per quarter', ['bar: Discount as a share of total per quarter']],
    ['cost to price ratio by category', ['bar: Cost per total price by category']],
    ['revenue per order by channel', ['bar: Average revenue per order by channel']],
    ['percentage of orders over 1000 by channel', ['bar: Share of orders with total over 1000 by channel']],
    ['share of orders that are not returned by region', ['bar: Share of not returned orders by region']],
    ['percentage of urgent tickets that are open by topic', ['bar: Share of open tickets of urgent tickets by topic']],
    ['orders per month where I can pick the region', ['area: Orders per month [region: customers.region]', 'table: Orders [region: customers.region]']],
    ['customers who have not ordered this year', ['table: Customers without orders this year']],
    ['orders with discount', ['table: Orders with discount']],
    ['a table of the top 5 products with revenue and quantity', ['table: Top 5 products by revenue and quantity']],
    ['orders with more than 100 discount, biggest discount first', ['table: Orders with discount over 100']],
    ['tickets created per day in the last 30 days', ['area: Tickets in the last 30 days per day', 'table: Tickets in the last 30 days']],
    ['pie of web and store orders', ['pie: Web and store orders by channel']],
    ['revenue share of the web channel by region', ['bar: Web share of revenue by region']],
    ['tickets; clicking a ticket shows all its details', ['table: Tickets']],
    ['revenue per month and a pie by channel', ['area: Revenue per month', 'pie: Revenue by channel']],
    ['orders and revenue per channel, as a table', ['table: Revenue and orders by channel']],
    ['orders per customer by segment, top 3', ['bar: Top 3 segments by average orders per customer']],
    ['difference between price and cost by category', ['bar: Average price less cost by category']],
    ['stock times price by category', ['bar: Stock × price by category']],
    ['cities with more than 3 customers', ['table: Cities with more than 3 customers']],
    ['regions whose average total is above 100', ['table: Regions with average total over 100']],
    ['revenue by customer, only those above 5000', ['table: Customers with revenue over 5,000']],
    ['categories with revenue and profit', ['table: Revenue and profit by category']],
    ['table and pie of tickets by priority', ['pie: Tickets by priority', 'table: Tickets by priority']],
    ['customers sorted by number of orders', ['table: Orders by customer']],
    ['tickets that are not low, high or urgent', ['table: Not low, high or urgent tickets']],
    ['orders that are neither returned nor open', ['table: Not returned or open orders']],
    ['revenue by quarter for 2025 and 2026', ['bar: Revenue from 2025 to 2026 per quarter']],
    ['products called lamp', ['table: Products with name containing “lamp”']],
    ['top 3 topics with the lowest satisfaction', ['bar: Bottom 3 topics by average satisfaction']],
    ['products with fewer than 20 in stock, cheapest first', ['table: Products with stock under 20']],
    ['web vs store orders this month', ['bar: Web and store orders this month by channel', 'table: Web and store orders this month']],
    ['for each region, how many customers and how much revenue', ['table: Customers and revenue by region']],
    ['break the products down by category: count, average price, total stock', ['table: Products, average price and total stock by category']],
    ['per segment: customers, orders and total billed. A table please.', ['table: Customers, revenue and orders by segment']],
    ['by region how many customers and the highest total and the average total', ['bar: Customers by region', 'table: Customers, highest total and average total by region']],
    ['orders above 3000 from Germany or France, last 90 days, with date, customer name and total', ['table: Orders with total over 3000 in Germany and France in the last 90 days']],
    ['orders with a total above 2000, showing date, channel and total', ['table: Orders with total over 2000']],
    ['tickets still open, longest waiting at the top', ['table: Open tickets']],
    // What narrows one number of several narrows no other.
    ['per topic: number of tickets, number of open tickets, average satisfaction', ['table: Tickets, open tickets and average satisfaction by topic']],
    ['orders and returned orders by channel', ['bar: Orders and returned orders by channel', 'table: Orders']],
    ['per channel: orders, revenue, returned orders', ['table: Orders, returned orders and revenue by channel']],
    ['for each topic: how many tickets, how many of them are urgent, average satisfaction', ['table: Tickets, urgent tickets and average satisfaction by topic']],
    ['open and paid orders by channel', ['bar: Open and paid orders by channel', 'table: Open and paid orders']],
    ['tickets that arent closed by priority', ['bar: Not closed tickets by priority', 'table: Not closed tickets']],
    ['returned orders, count per quarter', ['bar: Returned orders per quarter', 'table: Returned orders']],
    ['web against store - what each of them took per month', ['line: Revenue of web and store orders per month by channel']],
    ['each month’s tickets split by topic', ['line: Tickets per month by topic', 'table: Tickets']],
    ['orders in 2025 or later by channel', ['bar: Orders since 2025 by channel', 'table: Orders since 2025']],
    ['which share of the orders comes back? Per channel please', ['bar: Share of returned orders by channel']],
    ['the 5 most expensive products: name, price and stock', ['table: 5 products with the highest price']],
    ['regional summary: number of customers and revenue', ['table: Customers and revenue by region']],
    ['per channel I want to see number of orders, what they brought in, and the average order. A table will do.', ['table: Orders, revenue and average total by channel']],
    ['orders with date and total, and a dropdown to switch between open, paid and shipped', ['table: Orders [status: orders.status]']],
    ['on which days of the week and at what hours do tickets come in? Heat map please.', ['heatmap: Tickets by hour of day and weekday']],
    ['which products are down to fewer than 10 pieces? list name, category and stock', ['table: Products with stock under 10']],
    ['price against quantity, a dot per product', ['scatter: Average price and quantity by product']],
    ['return rate by product category', ['bar: Share of returned orders by category']],
    ['tickets rated 4 or better', ['table: Tickets with satisfaction at least 4']],
    ['for 2026: revenue per month and orders by region', ['area: Revenue in 2026 per month', 'bar: Orders in 2026 by region']],
    ['in Germany, orders by channel and tickets by topic', ['bar: Orders in Germany by channel', 'bar: Tickets in Germany by topic']],
    ['only enterprise customers: revenue per month and top 5 products', ['area: Revenue of enterprise orders per month', 'bar: Top 5 products by revenue of enterprise order items']],
    ['orders per month and a table', ['area: Orders per month', 'table: Orders']],
    ['what sells best in Germany', ['bar: Top 10 products by revenue of order items in Germany']],
    ['top 10 customers with their number of orders and revenue', ['table: Top 10 customers by revenue and orders']],
    ['orders and order items', ['table: Orders', 'table: Order items']],
    ['find customers by name', ['table: Customers [search: customers.name]']],
    ['list of tickets where I can type to look up a customer', ['table: Tickets [search: customers.name]']],
    ['table of products with a search for the category', ['table: Products [search: products.category]']],
    ['table of tickets with a date range for when they were closed', ['table: Tickets [dates: tickets.closed_at]']],
    ['calendar with orders', ['calendar: Calendar of orders']],
    ['a table with number of orders and average total per channel', ['table: Orders and average total by channel']],
    ['number of orders, revenue per month and a region filter', ['area: Revenue per month [region: customers.region]']],
    ['orders per month in the last 6 months', ['area: Orders in the last 6 months per month', 'table: Orders in the last 6 months']],
    ['products with a price slider', ['table: Products [price: products.price]']],
    ['orders by country, and let me narrow it down by status and by date', ['bar: Orders by country [status: orders.status, dates: orders.ordered_at]', 'table: Orders [status: orders.status, dates: orders.ordered_at]']],
    ['order items with product, search box', ['table: Order items [search: products.name]']],
    ['calender of tickets', ['calendar: Calendar of tickets']],
    ['distribution of prices, bucket size 100', ['histogram: Products by price', 'table: Products']],
    ['group our products into price ranges of 250 and count how many are in each', ['histogram: Products by price', 'table: Products']],
    ['each category’s share of the total stock', ['pie: Total stock by category']],
    ['ratio of discount to total by segment', ['bar: Discount per total by segment']],
    ['average discount and highest total per channel', ['bar: Average discount and highest total by channel']],
    ['revenue per product, limited to the 5 best products', ['bar: Top 5 products by revenue']],
    ['total revenue in 2024 and 2025 for every country, compared, in grouped bars', ['bar: Revenue from 2024 to 2025 by country and year']],
    ['I have to find a customer. A table with name, company and city, please', ['table: Customers [search: customers.name]']],
    ['our ten biggest enterprise customers', ['bar: Top 10 customers by revenue of enterprise orders']],
    ['which weekdays do we sell the most on', ['bar: Revenue by weekday']],
    ['which day of the week is busiest', ['bar: Orders by weekday', 'table: Orders']],
    ['for each category: number of products, highest price, total stock', ['table: Products, highest price and total stock by category']],
    ['revenue by category on the left, stock by category on the right', ['bar: Revenue by category', 'bar: Total stock by category']],
    ['how many new customers did we get each quarter, split by segment, stacked bars', ['bar: New customers per quarter by segment']],
    ['open tickets, and a list of open tickets that opens details on click', ['table: Open tickets']],
    ['an overview of the products table', ['bar: Products by category', 'table: Products']],
    ['open tickets as a board by priority, and show the topic on each card', ['board: Open tickets by priority']],
  ])('%s', (prompt, expected) => {
    const { charts, unread, problems } = read(prompt);
    expect(charts).toEqual(expected);
    expect([...unread, ...problems]).toEqual([]);
  });
});

describe('figures', () => {
  test.each<[string, string[]]>([
    ['KPI tiles for revenue, orders and average order value', ['stat: Revenue', 'stat: Average total', 'stat: Orders']],
    ['how many open orders are there', ['stat: Open orders']],
    ['overview of products', ['stat: Products', 'stat: Average price', 'stat: Average cost', 'stat: Total stock']],
    ['overview of customers', ['stat: Customers', 'stat: New in the last 30 days']],
    ['revenue by category', ['stat: Revenue', 'stat: Profit', 'stat: Margin', 'stat: Orders']],
    ['average order value this quarter', ['stat: Average total this quarter']],
    ['revenue this year vs last year', ['stat: Revenue this year to date']],
    ['share of returned orders', ['stat: Share of returned orders']],
    ['revenue this quarter compared with the same quarter last year', ['stat: Revenue this quarter', 'stat: Revenue in the same quarter last year']],
    ['total revenue, number of orders and average order on top, and beneath that revenue by month', ['stat: Revenue', 'stat: Orders', 'stat: Average total']],
    ['orders this month vs last month', ['stat: Orders this month', 'stat: Orders last month']],
    ['revenue in 2025 vs 2026', ['stat: Revenue in 2025', 'stat: Revenue in 2026']],
    ['open tickets with the change to last week', ['stat: Open tickets this week']],
    ['revenue this month with the change to last month', ['stat: Revenue this month', 'stat: Revenue last month']],
    ['how many tickets are not linked to an order', ['stat: Tickets without order']],
    ['share of tickets without order', ['stat: Share of tickets without order']],
    ['number of tickets opened this month', ['stat: Tickets this month']],
    ['on average, how many orders does a customer have?', ['stat: Average orders per customer']],
    ['share of rated tickets with a satisfaction of 4 or more', ['stat: Share of tickets with satisfaction at least 4 of tickets with satisfaction']],
    ['average satisfaction, number of open tickets', ['stat: Average satisfaction', 'stat: Open tickets']],
    ['how many tickets do we have, and how many of them are open?', ['stat: Tickets', 'stat: Open tickets']],
  ])('%s', (prompt, expected) => {
    expect(read(prompt).lines.filter((l) => l.startsWith('stat'))).toEqual(expected);
  });
});

describe('what was not read is said', () => {
  test.each<[string, string[], string[]]>([
    ['please draw a unicorn of orders by region in pink', ['unicorn', 'pink'], []],
    ['heatmap of orders', [], ['A heatmap needs two groupings, so it is a bar chart.']],
    ['delete all customers', ['delete'], []],
    ['scatter of orders by region', [], ['A scatter chart needs two numbers of one table.']],
    ['orders of the 5 biggest customers', [], ['I can’t narrow orders to the first customers, so those are shown by how many orders they have.']],
    ['orders where discount is more than 10% of total', [], ['10% of another number is no bound that I can reckon, so the discount isn’t compared.']],
    ['list of customers, click one for their orders', [], ['What opens are a row’s own columns: orders of customers can’t be in there.']],
    ['ratio of open to closed tickets', [], ['I can’t divide open by closed tickets, so they are shown side by side.']],
    ['customers over 1000', [], ['I don’t know which number of customers to compare.']],
    ['orders with a customer filter and a zodiac filter', ['zodiac'], []],
    ['products per month', [], ['products have no date to group by.']],
    ['stack the monthly ticket count by priority. I want to see whether the urgent slice is growing.', ['I want to see whether the urgent slice is growing'], []],
    ['mostly small orders by region', ['mostly', 'small'], []],
  ])('%s', (prompt, unread, problems) => {
    const reading = readPrompt(prompt, shop, TODAY);
    expect(reading.unread).toEqual(unread);
    expect(reading.problems).toEqual(problems);
  });

  test.each(['hello', 'unpaid invoices', ''])('nothing is built of “%s”', (prompt) => {
    expect(readPrompt(prompt, shop, TODAY).plan).toBeNull();
  });
});

test('rows that are compared begin with the newest, where that was said', () => {
  expect(read('a table of tickets with satisfaction under 3, newest first').plan.blocks[0]).toMatchObject({ sort: { field: { column: 'opened_at' }, descending: true } });
  expect(read('a table of tickets with satisfaction under 3').plan.blocks[0]).toMatchObject({ sort: { field: { column: 'satisfaction' }, descending: false } });
});

test('what one wish asks for isn’t answered by another', () => {
  expect(read('a table of orders and a calendar of tickets').problems).toEqual([]);
  expect(read('a customer table and their orders; orders per month').problems).toEqual(['Nothing on the page answers to “orders”.']);
});

test('a name that nothing is called by is looked for in a column that has too many to know them all, and that is said', () => {
  const country: Column = { name: 'country', sqlType: 'VARCHAR', type: 'string', nullable: false, samples: ['Chile', 'Peru'], distinct: 190 };
  const health: Column = { name: 'health', sqlType: 'DOUBLE', type: 'number', nullable: false, samples: [70], distinct: 150, min: 40, max: 90 };
  const world = createCatalogue([{ ...SHOP, tables: [{ name: 'countries', columns: [country, health], primaryKey: [], foreignKeys: [], rows: 190 }] }]);
  const { plan, unread, assumptions } = readPrompt('health in New Zealand and Norway', world, TODAY);
  expect(plan?.blocks[0]?.where).toMatchObject([{ op: 'is', field: { column: 'country' }, values: ['New Zealand', 'Norway'] }]);
  expect(unread).toEqual([]);
  expect(assumptions).toContain('“New Zealand” and “Norway” are looked for in the country, of which I know only some.');
  expect(readPrompt('revenue in Norway', shop, TODAY).unread).toEqual(['Norway']);
});

test('names that people give columns', () => {
  const { plan, unread } = readPrompt('paid sales per month by région with a group filter', createCatalogue([FILES]), TODAY);
  expect(unread).toEqual([]);
  expect(plan?.blocks.at(-1)).toMatchObject({ type: 'chart', where: [{ op: 'is', field: { column: 'Paid?' }, values: [true] }], by: { bucket: 'month' }, series: { field: { column: 'Région' } } });
  expect(plan?.filters).toMatchObject([{ id: 'group', type: 'select', field: { column: 'group' } }]);
});

test.each<[string, string]>([
  ['a pie of the channels', 'No number was named, so the rows of orders are counted.'],
  ['price by category', 'The price is averaged, since no total was asked for.'],
  ['tickets per week', 'Dated by “opened”; tickets have “closed” too.'],
  ['revenue by product', 'There is room for 15 products, so it is the first of them.'],
  ['orders over 1000', '1,000 is compared with the total.'],
  ['discount by region', 'The discount is added up, since no average was asked for.'],
  ['revenue growth per month', 'This month isn’t over, so it has no growth yet.'],
  ['revenue per week, smoothed', 'The average is over 4 weeks at a time, since no number was named.'],
  ['orders this month compared with last month', 'The change is against last month up to the same day.'],
])('what is decided without a word for it is said: %s', (prompt, assumption) => {
  expect(readPrompt(prompt, shop, TODAY).assumptions).toContain(assumption);
});

test('periods of data that ended long ago count from their last date, and that is said', () => {
  const { plan, assumptions } = readPrompt('sales this month', createCatalogue([FILES]), TODAY);
  expect(plan?.blocks[0]?.where).toMatchObject([{ op: 'period', anchor: 'latest' }]);
  expect(assumptions).toContain('The data end on 2025-12-30, so periods count back from there.');
});

test.each<[string, string[]]>([
  ['name, category, price', ['table: Products']],
  ['name, country, segment. I want to narrow it down by region', ['table: Customers [region: customers.region]']],
  ['orders per week in 2026 for web and store, two lines', ['line: Web and store orders in 2026 per week by channel']],
  ['revenue for Germany and France as lines', ['line: Revenue of orders in Germany and France per month by country']],
  ['monthly orders for web and store, bars side by side', ['bar: Web and store orders per month by channel']],
  ['average total for paid and shipped orders', ['bar: Average total of paid and shipped orders by status']],
  ['stacked columns for 2026: per month, how many orders are paid, shipped or returned', ['bar: Paid, shipped and returned orders in 2026 per month by status']],
  ['for each region tell me the number of orders, the average total and how many customers', ['table: Customers, orders and average total by region']],
  ['revenue/month in 2026, stacked by channel', ['area: Revenue in 2026 per month by channel']],
  ['products with less than 12 in stock, with name, category and stock', ['table: Products with stock under 12']],
  ['list everything that’s open or waiting: topic, priority', ['table: Open and waiting tickets']],
  ['average order total. One figure per channel.', ['bar: Average total by channel']],
  ['histogram of order totals over 500', ['histogram: Orders with total over 500 by total']],
  ['for the month-end close I need the revenue by month as a line', ['line: Revenue per month']],
  ['items with a stock under 10', ['table: Products with stock under 10']],
  ['the 5 cheapest products as bars', ['bar: Bottom 5 products by average price']],
  ['tickets with a satisfaction of 1', ['table: Tickets with satisfaction 1']],
  ['orders since the first of october', ['table: Orders since 2026-10-01']],
  ['orders per day in september and october 2026', ['area: Orders in September and October 2026 per day']],
])('lists, values that are set against each other, and dates as people say them: %s', (prompt, expected) => {
  const { charts, unread, problems } = read(prompt);
  expect(charts.filter((_, i) => i < expected.length)).toEqual(expected);
  expect([...unread, ...problems]).toEqual([]);
});

test('what people hold for true is no wish, and is said to be unread', () => {
  const { charts, unread } = read('What percentage of orders ends up returned in each channel? My boss swears the partner channel is the worst.');
  expect(charts).toEqual(['bar: Share of returned orders by channel']);
  expect(unread).toEqual(['My boss swears the partner channel is the worst']);
});

test('a pie of names alone counts what there is of each', () => {
  const named = (name: string, key: string): TableBinding['tables'][number] => ({ name, columns: [{ name: key, sqlType: 'INTEGER', type: 'number', nullable: false, samples: [1], distinct: 5 }, { name: 'name', sqlType: 'TEXT', type: 'string', nullable: false, samples: ['Rock'], values: ['Rock', 'Jazz'], distinct: 2 }], primaryKey: [key], foreignKeys: [], rows: 5 });
  const tracks = { ...named('tracks', 'track_id'), foreignKeys: [{ columns: ['genre_id'], references: { table: 'genres', columns: ['genre_id'] }, inferred: false }] };
  tracks.columns = [...tracks.columns, { name: 'genre_id', sqlType: 'INTEGER', type: 'number', nullable: false, samples: [1], distinct: 5 }];
  const music = createCatalogue([{ ...SHOP, tables: [named('genres', 'genre_id'), tracks] }]);
  const { plan, assumptions } = readPrompt('a pie of genres', music, TODAY);
  expect(plan?.blocks.map(line)).toContain('pie: Tracks by genre');
  expect(assumptions).toContain('Of each genre the tracks are counted.');
});

test('a heatmap has no line for every day, and says so', () => {
  const { charts, problems } = read('heatmap of orders by month and day');
  expect(charts.slice(0, 1)).toEqual(['bar: Orders per month']);
  expect(problems.join(' ')).toContain('days are too many to tell apart');
  expect(read('heatmap of orders by channel and day in october 2026').charts.slice(0, 1)).toEqual(['heatmap: Orders in October 2026 per day by channel']);
});

test('classes of a number are as fine as what is left of it', () => {
  const width = (prompt: string) => read(prompt).plan.blocks.flatMap((b) => (b.type === 'chart' ? [b.by.bin] : []));
  const [all] = width('histogram of order totals');
  const [some] = width('histogram of order totals, only under 1000');
  expect(some).toBeLessThan(all as number);
});

test('figures that are asked for in one breath are of one time, and that is said', () => {
  const { plan, assumptions } = readPrompt('how much did we take this year, over how many orders, and what is the average total?', shop, TODAY);
  expect(plan?.blocks.filter((b) => b.asked !== false).map(line)).toEqual(['stat: Revenue this year', 'stat: Orders this year', 'stat: Average total this year']);
  expect(assumptions).toContain('Where no time was named for a figure, it is that of the figure before.');
});

test.each(['orders this month, revenue this month', 'orders this month and total revenue'])('nothing of two is lost: %s', (prompt) => {
  const { lines } = read(prompt);
  expect(lines.some((each) => /: Revenue/.test(each))).toBe(true);
  expect(lines.some((each) => /: Orders this month/.test(each))).toBe(true);
});
