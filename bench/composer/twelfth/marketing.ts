/** Prompts and dialogues of the twelfth set by a marketing manager, a team admin and somebody who remixes, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { one, OC, TC, IO, IOC, IOP, revenueBy, pairs, spans, histogramOf, onDays } from '../queries.ts';

const THIS_YEAR = "ordered_at >= '2026-01-01'";
const NOV = "ordered_at >= '2026-11-01'";

/** A length in ms, s or min. */
const lengths = (sql: (length: string) => string) => ['Milliseconds', 'Milliseconds / 1000.0', 'Milliseconds / 60000.0'].map(sql);

export const PROMPTS: Case[] = [
  { intent: 'ratio', data: 'shop', prompt: 'Return rate by sales channel', ...one('bar|table|pie', ['orders.channel', 'orders.status'], "select channel, count(*) filter (status = 'returned') / count(*)::double from orders group by 1") },
  { intent: 'select', data: 'chinook', prompt: 'Tracks with name, composer and length, plus a dropdown to choose the genre', want: [{ kind: 'table', fields: ['Track.Name', 'Track.Composer', 'Track.Milliseconds'], rows: lengths((l) => `select t.Name, t.Composer, ${l} from Track t join Genre g on g.GenreId = t.GenreId where g.Name = 'Blues'`) }], filters: [{ type: 'select', field: 'Genre.Name', set: 'Blues' }] },
  { intent: 'bar', data: 'shop', prompt: 'bar chart, revenue by country, largest first', ...one('bar', ['customers.country'], revenueBy('c.country').map((sql) => `${sql} order by 2 desc`), { ordered: true }) },
  { intent: 'grouped', data: 'birds', prompt: 'Number of strikes by time of day, side by side for each wildlife size', ...one('bar', ['birdstrikes.Time of day', 'birdstrikes.Wildlife Size'], pairs('birdstrikes', '"Time of day"', '"Wildlife Size"')) },
  { intent: 'create', data: 'desk', prompt: 'I need a form where my team can add a customer: name, email, plan and number of seats', form: { function: 'createCustomer', fields: ['name', 'email', 'plan', 'seats'] } },
  { intent: 'kpi-versus', data: 'shop', prompt: 'New customers this month vs last month', ...one('stat', ['customers.created_at'], ["created_at < '2026-11-01'", "created_at < '2026-10-31'"].map((end) => `select (select count(*) from customers where created_at >= '2026-11-01'), (select count(*) from customers where created_at >= '2026-10-01' and ${end})`)) },
  { intent: 'line', data: 'weather', prompt: 'Line chart of the average max temperature per month in 2014', ...one('line', ['weather.temp_max', 'weather.date'], "select date_trunc('month', date), avg(temp_max) from weather where year(date) = 2014 group by 1") },
  { intent: 'top', data: 'chinook', prompt: 'Top 5 genres by number of tracks sold', ...one('bar|table', ['Genre.Name'], 'select g.Name, sum(l.Quantity) from InvoiceLine l join Track t on t.TrackId = l.TrackId join Genre g on g.GenreId = t.GenreId group by 1 order by 2 desc limit 5', { ordered: true }) },
  {
    intent: 'shared', data: 'shop', prompt: 'Revenue by month and the number of orders by status, with one country filter for both',
    want: [
      { kind: 'bar|line|area', fields: ['orders.ordered_at'], rows: [...spans(OC, 'o.ordered_at', 'month', 'sum(total)', "c.country = 'France'"), ...spans(IOC, 'o.ordered_at', 'month', 'sum(quantity * unit_price)', "c.country = 'France'")] },
      { kind: 'bar|table|pie', fields: ['orders.status'], rows: `select status, count(*) from ${OC} where c.country = 'France' group by 1` },
    ],
    filters: [{ type: 'select', field: 'customers.country', set: 'France' }],
  },
  { intent: 'area', data: 'iowa', prompt: 'net generation over the years by source as an area chart', ...one('area', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], 'select year, source, sum(net_generation) from iowa_electricity group by all') },
  { intent: 'table', data: 'shop', prompt: 'Please give me a table of all products with category, price and stock', ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products') },
  { intent: 'calendar', data: 'chinook', prompt: 'Calendar of invoices for March 2024', ...one('calendar', ['Invoice.InvoiceDate'], onDays('InvoiceDate', 'Invoice', '2024-03'), { month: '2024-03' }) },
  { intent: 'group', data: 'shop', prompt: 'Number of orders per customer segment and the ad impressions', ...one('bar|table|pie', ['customers.segment'], `select c.segment, count(*) from ${OC} group by 1`), unread: ['impressions'] },
  { intent: 'histogram', data: 'birds', prompt: 'How is the speed of the aircraft distributed? A histogram please', ...one('histogram', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', '"Speed IAS in knots"', [5, 10, 15, 20, 25, 30, 35, 40, 50, 70, 75, 100])) },
  { intent: 'narrow', data: 'chinook', prompt: 'Jazz and Blues tracks over 5 minutes that have a composer, with name, composer and genre', ...one('table', ['Track.Name', 'Track.Composer', 'Genre.Name'], "select t.Name, t.Composer, g.Name from Track t join Genre g on g.GenreId = t.GenreId where t.Milliseconds > 300000 and t.Composer is not null and g.Name in ('Jazz', 'Blues')") },
  {
    intent: 'kpi', data: 'shop', prompt: 'average order value and order count for this month',
    want: [
      { kind: 'stat', fields: [], rows: [`select avg(total) from orders where ${NOV}`, `select sum(quantity * unit_price) / count(distinct o.id) from ${IO} where o.${NOV}`] },
      { kind: 'stat', fields: [], rows: `select count(*) from orders where ${NOV}` },
    ],
  },
  { intent: 'stacked', data: 'weather', prompt: 'Days per year as stacked bars, stacked by type of weather', ...one('bar', ['weather.date', 'weather.weather'], pairs('weather', "date_trunc('year', date)", 'weather')) },
  { intent: 'search', data: 'shop', prompt: 'Customer list showing name, company, city and country, with a search box', want: [{ kind: 'table', fields: ['customers.name', 'customers.company', 'customers.city', 'customers.country'], rows: "select name, company, city, country from customers where name ilike '%willow%' or company ilike '%willow%' or city ilike '%willow%'" }], filters: [{ type: 'search', set: 'willow' }] },
  { intent: 'bucket', data: 'chinook', prompt: 'Invoiced amount per quarter', ...one('bar|line|area|table', ['Invoice.InvoiceDate', 'Invoice.Total'], spans('Invoice', 'InvoiceDate', 'quarter', 'sum(Total)', 'true')) },
  { intent: 'update', data: 'shop', prompt: 'A form to update the stock of a product', refused: true, unread: ['update'] },
  { intent: 'heatmap', data: 'shop', prompt: 'Heatmap of tickets, topic by priority', ...one('heatmap', ['tickets.topic', 'tickets.priority'], pairs('tickets', 'topic', 'priority')) },
  { intent: 'range', data: 'gap', prompt: 'Table of countries with their income, health and population, and a slider for the population', want: [{ kind: 'table', fields: ['gapminder.country', 'gapminder.income', 'gapminder.health', 'gapminder.population'], rows: 'select country, income, health, population from gapminder where population between 10000000 and 50000000' }], filters: [{ type: 'range', field: 'gapminder.population', set: ['10000000', '50000000'] }] },
  { intent: 'group', data: 'chinook', prompt: 'How many customers does each support rep have?', ...one('bar|table|pie', [], ["e.FirstName || ' ' || e.LastName", 'e.LastName', 'e.FirstName'].map((name) => `select ${name}, count(*) from Customer c join Employee e on e.EmployeeId = c.SupportRepId group by 1`)) },
  { intent: 'month', data: 'shop', prompt: 'revenue by channel with a month picker', want: [{ kind: 'bar|table|pie', fields: ['orders.channel'], rows: revenueBy('o.channel', "strftime(o.ordered_at, '%Y-%m') = '2026-09'") }], filters: [{ type: 'month', field: 'orders.ordered_at', set: '2026-09' }] },
  { intent: 'bar', data: 'birds', prompt: 'Average speed by phase of flight, as bars', ...one('bar', ['birdstrikes.Phase of flight', 'birdstrikes.Speed IAS in knots'], 'select "Phase of flight", avg("Speed IAS in knots") from birdstrikes group by 1') },
  { intent: 'detail', data: 'shop', prompt: 'Urgent tickets in a table with topic, status and customer. Clicking a row should open the ticket.', ...one('table', ['tickets.topic', 'tickets.status', 'customers.name'], `select t.topic, t.status, c.name from ${TC} where t.priority = 'urgent'`, { detail: true }) },
  { intent: 'table', data: 'chinook', prompt: 'List of albums and their artists', ...one('table', ['Album.Title', 'Artist.Name'], 'select a.Title, r.Name from Album a join Artist r on r.ArtistId = a.ArtistId') },
  { intent: 'line', data: 'shop', prompt: 'weekly web revenue this year as a line', ...one('line', ['orders.ordered_at'], [...spans('orders', 'ordered_at', 'week', 'sum(total)', `channel = 'web' and ${THIS_YEAR}`), ...spans(IO, 'o.ordered_at', 'week', 'sum(quantity * unit_price)', `o.channel = 'web' and o.${THIS_YEAR}`)]) },
  { intent: 'overview', data: 'birds', prompt: 'Give me an overview of the bird strikes', want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie' }] },
  { intent: 'top', data: 'shop', prompt: 'What are our 10 best selling products by units?', ...one('bar|table', ['products.name', 'order_items.quantity'], `select p.name, sum(i.quantity) from ${IOP} group by 1 order by 2 desc limit 10`, { ordered: true }) },
  { intent: 'pie', data: 'chinook', prompt: 'Pie chart with the number of tracks in each genre', ...one('pie', ['Genre.Name'], 'select g.Name, count(*) from Track t join Genre g on g.GenreId = t.GenreId group by 1') },
  { intent: 'kanban', data: 'shop', prompt: 'Kanban board of tickets that are not closed, one column per priority, with topic and customer on the cards', ...one('board', ['tickets.priority', 'tickets.topic', 'customers.name'], `select t.priority, t.topic, c.name from ${TC} where t.status <> 'closed'`) },
  { intent: 'scatter', data: 'gap', prompt: 'income vs health scatter plot, one point per country', ...one('scatter', ['gapminder.income', 'gapminder.health'], 'select income, health from gapminder') },
  {
    intent: 'several', data: 'shop', prompt: 'Total revenue as a figure, customers by segment as a pie and orders per month as a line',
    want: [
      { kind: 'stat', rows: ['select sum(total) from orders', 'select sum(quantity * unit_price) from order_items'] },
      { kind: 'pie', fields: ['customers.segment'], rows: 'select segment, count(*) from customers group by 1' },
      { kind: 'line', fields: ['orders.ordered_at'], rows: "select date_trunc('month', ordered_at), count(*) from orders group by 1" },
    ],
  },
  { intent: 'ratio', data: 'birds', prompt: 'Total cost per strike for each wildlife size', ...one('bar|table', ['birdstrikes.Wildlife Size', 'birdstrikes.Cost Total $'], 'select "Wildlife Size", avg("Cost Total $") from birdstrikes group by 1') },
  { intent: 'dates', data: 'shop', prompt: 'Total discount by customer segment. Let people set a from and to date.', want: [{ kind: 'bar|table|pie', fields: ['customers.segment', 'orders.discount'], rows: `select c.segment, sum(o.discount) from ${OC} where o.ordered_at >= '2026-03-01' and o.ordered_at < '2026-07-01' group by 1` }], filters: [{ type: 'dates', field: 'orders.ordered_at', set: ['2026-03-01', '2026-06-30'] }] },
  { intent: 'table', data: 'weather', prompt: 'All snow days with date, lowest temperature and wind', ...one('table', ['weather.date', 'weather.temp_min', 'weather.wind'], "select date, temp_min, wind from weather where weather = 'snow'") },
  { intent: 'kpi', data: 'chinook', prompt: 'Total of all invoices in 2024', ...one('stat', ['Invoice.Total'], 'select sum(Total) from Invoice where year(InvoiceDate) = 2024') },
];

export const DIALOGUES: Case[] = [
  { intent: 'edit', data: 'shop', prompt: 'Number of orders by channel', edits: ['Turn it into a pie', 'leave out returned orders', 'Change the title to Sales channels'], ...one('pie', ['orders.channel'], "select channel, count(*) from orders where status <> 'returned' group by 1"), title: 'Sales channels' },
  {
    intent: 'edit', data: 'chinook', prompt: 'invoice total by billing country as bars', edits: ['just the 5 biggest', 'Add a figure with the total of all invoices'],
    want: [
      { kind: 'bar', fields: ['Invoice.BillingCountry', 'Invoice.Total'], rows: 'select BillingCountry, sum(Total) from Invoice group by 1 order by 2 desc limit 5', ordered: true },
      { kind: 'stat', fields: ['Invoice.Total'], rows: 'select sum(Total) from Invoice' },
    ],
  },
  { intent: 'edit', data: 'shop', prompt: 'Revenue this month', edits: ['web orders only', 'Compare it with the same month last year'], ...one('stat', [], [['total', 'orders o'], ['quantity * unit_price', IO]].map(([value, from]) => `select (select sum(${value}) from ${from} where o.channel = 'web' and o.${NOV}), (select sum(${value}) from ${from} where o.channel = 'web' and o.ordered_at >= '2025-11-01' and o.ordered_at < '2025-12-01')`)) },
  { intent: 'edit', data: 'birds', prompt: 'Strikes per month as a line', edits: ['by year instead', 'Only Texas please'], ...one('line', ['birdstrikes.Flight Date', 'birdstrikes.Origin State'], `select date_trunc('year', "Flight Date"), count(*) from birdstrikes where "Origin State" = 'Texas' group by 1`) },
  { intent: 'edit', data: 'shop', prompt: 'Table of products with name, price and stock', edits: ['add the cost', 'remove the stock', 'sort by name'], ...one('table', ['products.name', 'products.price', 'products.cost'], 'select name, price, cost from products order by name', { ordered: true }) },
  { intent: 'edit', data: 'weather', prompt: 'average wind per month in 2013, line chart', edits: ['Show the maximum instead of the average', 'make it an area chart'], ...one('area', ['weather.date', 'weather.wind'], "select date_trunc('month', date), max(wind) from weather where year(date) = 2013 group by 1") },
  { intent: 'edit', data: 'shop', prompt: 'Orders per month as bars', edits: ['stack by status', 'put the bars next to each other rather than stacked'], ...one('bar', ['orders.ordered_at', 'orders.status'], pairs('orders', "date_trunc('month', ordered_at)", 'status')) },
  { intent: 'edit', data: 'shop', prompt: 'Tickets by topic with a dropdown for the priority', edits: ['Remove the dropdown', 'add the average satisfaction to the chart'], ...one('bar|line|table', ['tickets.topic', 'tickets.satisfaction'], 'select topic, count(*), avg(satisfaction) from tickets group by 1'), filters: [] },
  { intent: 'edit', data: 'gap', prompt: 'average health by region, bar chart', edits: ['use income instead of health', 'lowest first'], ...one('bar', ['gapminder.region', 'gapminder.income'], 'select region, avg(income) from gapminder group by 1 order by 2', { ordered: true }) },
  { intent: 'edit', data: 'shop', prompt: 'Total revenue as a number and revenue by country as bars', edits: ['remove the number', 'Only enterprise customers', 'undo that'], ...one('bar', ['customers.country'], revenueBy('c.country')) },
];
