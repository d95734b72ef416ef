import type { Case, Want } from './prompts.ts';

/** Follow-ups as people would say them; what is wanted is wanted after the last. Frozen as the prompts are. */

const OC = 'orders o join customers c on c.id = o.customer_id';
const MONTHLY = "select date_trunc('month', ordered_at), count(*) from orders group by 1";
const REVENUE_MONTHLY = ["select date_trunc('month', ordered_at), sum(total) from orders group by 1", "select date_trunc('month', o.ordered_at), sum(quantity * unit_price) from order_items i join orders o on o.id = i.order_id group by 1"];
const BY_CATEGORY = 'select category, sum(i.quantity * i.unit_price) from order_items i join products p on p.id = i.product_id group by 1';
const BY_STATUS = 'select status, count(*) from orders group by 1';
const BY_REGION = `select region, count(*) from ${OC} group by 1`;
const GENRES = 'select g.Name, count(*) from Track t join Genre g using (GenreId) group by 1';

const edit = (data: Case['data'], [prompt, ...edits]: [string, ...string[]], want: Want[], more: Partial<Case> = {}): Case => ({ intent: 'edit', data, prompt, edits, want, ...more });
const it = (kind: string, rows?: string | string[], fields?: string[], ordered?: boolean): Want => ({ kind, ...(rows && { rows }), ...(fields && { fields }), ...(ordered && { ordered }) });

export const DIALOGUES: readonly Case[] = [
  edit('shop', ['orders per month by status', 'make it stacked'], [it('bar|area', "select date_trunc('month', ordered_at), status, count(*) from orders group by 1, 2")]),
  edit('shop', ['orders by region', 'only Germany'], [it('bar|stat', `select region, count(*) from ${OC} where country = 'Germany' group by 1`)]),
  edit('shop', ['orders per month', 'add a table of customers'], [it('bar|line', MONTHLY), it('table', 'select name from customers', ['customers.name'])]),
  edit('shop', ['a table of orders and revenue per month', 'put the chart on top'], [it('bar|line', REVENUE_MONTHLY), it('table')]),
  edit('shop', ['orders by channel as a pie and orders per month', 'remove the pie'], [it('bar|line', MONTHLY)]),
  edit('shop', ['orders by region', 'rename it to Sales by territory'], [it('bar', BY_REGION)], { title: 'Sales by territory' }),
  edit('shop', ['orders per month', 'by week'], [it('bar|line', "select date_trunc('week', ordered_at), count(*) from orders group by 1")]),
  edit('shop', ['revenue per month this year', 'compare with last year'], [it('line|bar', ["select month(ordered_at), year(ordered_at), sum(total) from orders where year(ordered_at) >= year(current_date) - 1 group by 1, 2", "select (select sum(total) from orders o where date_trunc('month', o.ordered_at) = make_date(year(current_date), m::int, 1)), (select sum(total) from orders o where date_trunc('month', o.ordered_at) = make_date(year(current_date) - 1, m::int, 1)) from range(1, month(current_date) + 1) t(m)"])]),
  edit('shop', ['tickets by topic', 'as a donut'], [it('pie', 'select topic, count(*) from tickets group by 1')]),
  edit('shop', ['orders by status', 'turn that into a line over time'], [it('line', ["select date_trunc('month', ordered_at), count(*) from orders group by 1", "select date_trunc('month', ordered_at), status, count(*) from orders group by 1, 2"])]),
  edit('shop', ['revenue by category', 'sort it alphabetically'], [it('bar', `${BY_CATEGORY} order by 1`, [], true)]),
  edit('shop', ['revenue by category', 'smallest first please'], [it('bar', `${BY_CATEGORY} order by 2`, [], true)]),
  edit('shop', ['top 10 products by revenue', 'just the top 3'], [it('bar|table', 'select p.name, sum(i.quantity * i.unit_price) from order_items i join products p on p.id = i.product_id group by p.id, p.name order by 2 desc limit 3')]),
  edit('shop', ['orders by region', 'undo', 'as a pie', 'undo that'], [it('bar', BY_REGION)]),
  edit('shop', ['orders by region', 'split it by channel'], [it('bar', `select region, channel, count(*) from ${OC} group by 1, 2`)]),
  edit('shop', ['orders per month', 'add a channel filter'], [it('bar|line', "select date_trunc('month', ordered_at), count(*) from orders where channel = 'store' group by 1")], { filters: [{ type: 'select', field: 'orders.channel', set: 'store' }] }),
  edit('shop', ['orders by status with a month filter', 'drop the month filter'], [it('bar|pie', BY_STATUS)], { filters: [] }),
  edit('shop', ['tickets by priority', 'only the open ones', 'and only urgent or high'], [it('bar|pie|stat', "select priority, count(*) from tickets where status = 'open' and priority in ('urgent', 'high') group by 1")]),
  edit('shop', ['tickets by priority', 'only open tickets', 'show all statuses again'], [it('bar|pie', 'select priority, count(*) from tickets group by 1')]),
  edit('shop', ['orders per month', 'last 6 months only'], [it('bar|line', ["select date_trunc('month', ordered_at), count(*) from orders where ordered_at >= date_trunc('month', current_date) - interval 5 month group by 1", "select date_trunc('month', ordered_at), count(*) from orders where ordered_at >= current_date - interval 6 month group by 1", "select date_trunc('month', ordered_at), count(*) from orders where ordered_at >= date_trunc('month', current_date) - interval 6 month and ordered_at < date_trunc('month', current_date) group by 1"])]),
  edit('shop', ['orders by region', 'use revenue instead'], [it('bar', [`select region, sum(total) from ${OC} group by 1`, `select region, sum(quantity * unit_price) from order_items i join orders o on o.id = i.order_id join customers c on c.id = o.customer_id group by 1`])]),
  edit('shop', ['average order total by country', 'median instead of average'], [it('bar', `select country, median(total) from ${OC} group by 1`)]),
  edit('shop', ['a table of products', 'hide the cost column'], [it('table', 'select name, category, price, stock from products', ['products.name'])]),
  edit('shop', ['a table of products with price', 'also show the stock'], [it('table', 'select name, price, stock from products', ['products.stock'])]),
  edit('shop', ['a table of products', 'sort by price, highest first'], [it('table', 'select price from products order by price desc', ['products.price'], true)]),
  edit('shop', ['orders by status', 'add the number of customers as a tile'], [it('bar|pie', BY_STATUS), it('stat', 'select count(*) from customers')]),
  edit('shop', ['orders by region and tickets by topic', 'make the first one a pie'], [it('pie', BY_REGION), it('bar', 'select topic, count(*) from tickets group by 1')]),
  edit('shop', ['orders by region', 'by country instead'], [it('bar', `select country, count(*) from ${OC} group by 1`)]),
  edit('chinook', ['tracks by genre', 'top 5'], [it('bar', `${GENRES} order by 2 desc limit 5`)]),
  edit('chinook', ['invoice total per year', 'per quarter', 'as an area'], [it('area', "select date_trunc('quarter', InvoiceDate), sum(Total) from Invoice group by 1")]),
  edit('chinook', ['invoices by billing country', 'exclude Brazil'], [it('bar', "select BillingCountry, count(*) from Invoice where BillingCountry <> 'Brazil' group by 1")]),
  edit('weather', ['precipitation per month', 'per year', 'average instead'], [it('bar|line', "select date_trunc('year', date), avg(precipitation) from weather group by 1")]),
  edit('weather', ['average temp_max per month', 'only 2014'], [it('bar|line', "select date_trunc('month', date), avg(temp_max) from weather where year(date) = 2014 group by 1")]),
  edit('weather', ['days by weather', 'without sun'], [it('bar|pie', "select weather, count(*) from weather where weather <> 'sun' group by 1")]),
  edit('birds', ['strikes by phase of flight', 'total cost instead of count'], [it('bar', 'select "Phase of flight", sum("Cost Total $") from birdstrikes group by 1')]),
  edit('birds', ['strikes per year', 'split by wildlife size', 'stack them to 100%'], [it('bar|area', 'select date_trunc(\'year\', "Flight Date"), "Wildlife Size", count(*) from birdstrikes group by 1, 2')]),
  edit('gap', ['table of countries', 'only where health is above 80', 'sort by health'], [it('table', 'select country, health from gapminder where health > 80', ['gapminder.health'])]),
  edit('gap', ['average income by region', 'add a scatter of income and health'], [it('bar', 'select region, avg(income) from gapminder group by 1'), it('scatter', 'select income, health from gapminder')]),
  edit('shop', ['orders by region', 'make it purple and sparkly'], [it('bar', BY_REGION)], { unread: ['purple', 'sparkly'] }),
  edit('shop', ['orders by region', 'only customers from Narnia'], [it('bar', BY_REGION)], { unread: ['Narnia'] }),
];
