/** Prompts and dialogues of the twelfth set by an analyst who is brief and a controller who writes whole sentences, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { one, OC, IO, IOC, TC, IOP, revenueBy, twoSpans, pairs, spans, histogramOf, dayOrMoment, onDays } from '../queries.ts';

const topCustomers = (value: string, from: string) => ['c.id, c.name', 'c.name'].map((by) => `select c.name, ${value} from ${from} where ordered_at >= '2026-01-01' group by ${by} order by 2 desc limit 5`);
const REVENUES = [
  ['sum(total)', 'orders o'],
  ['sum(quantity * unit_price)', IO],
] as const;

export const PROMPTS: Case[] = [
  { intent: 'stacked', data: 'shop', prompt: 'orders per quarter, stacked by status', ...one('bar', ['orders.ordered_at', 'orders.status'], pairs('orders', "date_trunc('quarter', ordered_at)", 'status')) },
  { intent: 'pie', data: 'chinook', prompt: 'invoice total by billing country as a pie', ...one('pie', ['Invoice.BillingCountry|Customer.Country', 'Invoice.Total'], 'select BillingCountry, sum(Total) from Invoice group by 1') },
  { intent: 'kpi', data: 'shop', prompt: 'average order value this year', ...one('stat', ['orders.total|order_items.quantity'], ["select avg(total) from orders where ordered_at >= '2026-01-01'", `select sum(quantity * unit_price) / count(distinct o.id) from ${IO} where ordered_at >= '2026-01-01'`]) },
  { intent: 'histogram', data: 'birds', prompt: 'Please show the distribution of the speed as a histogram, in steps of 50 knots.', ...one('histogram', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', '"Speed IAS in knots"', [50])) },
  {
    intent: 'table', data: 'shop', prompt: 'I need a table of all orders above 10,000 with the customer, the order date and the total.',
    ...one('table', ['customers.name', 'orders.ordered_at', 'orders.total'], dayOrMoment('ordered_at', `, c.name, total from ${OC} where total > 10000`)),
  },
  { intent: 'bar', data: 'gap', prompt: 'average income by region, bar chart', ...one('bar', ['gapminder.region', 'gapminder.income'], 'select region, avg(income) from gapminder group by 1') },
  {
    intent: 'shared', data: 'shop', prompt: 'orders by channel and tickets by topic, one region filter for both',
    want: [
      { kind: 'bar|table|pie', fields: ['orders.channel'], rows: `select channel, count(*) from ${OC} where region = 'Europe' group by 1` },
      { kind: 'bar|table|pie', fields: ['tickets.topic'], rows: `select topic, count(*) from ${TC} where region = 'Europe' group by 1` },
    ],
    filters: [{ type: 'select', field: 'customers.region', set: 'Europe' }],
  },
  { intent: 'create', data: 'desk', prompt: 'A form with which we can add a customer with name, email, plan and seats.', form: { function: 'createCustomer', fields: ['name', 'email', 'plan', 'seats'] } },
  { intent: 'line', data: 'weather', prompt: 'avg max temperature per month in 2014, line', ...one('line', ['weather.date', 'weather.temp_max'], "select date_trunc('month', date), avg(temp_max) from weather where year(date) = 2014 group by 1") },
  {
    intent: 'group', data: 'shop', prompt: 'Give me a table with the revenue, the number of orders and the average order value of each segment.',
    ...one('table', ['customers.segment'], [
      `select segment, sum(total), count(*), avg(total) from ${OC} group by 1`,
      `with a as (select segment, count(*) as n, avg(total) as v from ${OC} group by 1), b as (select segment, sum(quantity * unit_price) as r from ${IOC} group by 1) select a.segment, r, n, v from a join b on a.segment = b.segment`,
      `select segment, sum(quantity * unit_price), count(distinct o.id), sum(quantity * unit_price) / count(distinct o.id) from ${IOC} group by 1`,
    ]),
  },
  { intent: 'calendar', data: 'chinook', prompt: 'invoices of May 2025 in a calendar', ...one('calendar', ['Invoice.InvoiceDate'], onDays('InvoiceDate', 'Invoice', '2025-05'), { month: '2025-05' }) },
  { intent: 'ratio', data: 'birds', prompt: 'for each phase of flight, share of strikes that happened at night', ...one('bar|table', ['birdstrikes.Phase of flight', 'birdstrikes.Time of day'], `select "Phase of flight", count(*) filter ("Time of day" = 'Night') / count(*) from birdstrikes group by 1`) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'tickets opened in the last 14 days vs the 14 days before', ...one('stat', ['tickets.opened_at'], twoSpans('tickets', 'opened_at', 'count(*)', 14)) },
  {
    intent: 'table', data: 'chinook', prompt: 'List the albums with their artist and the number of tracks on each.',
    ...one('table', ['Album.Title', 'Artist.Name'], ['', 'left '].map((join) => `select b.Title, a.Name, count(t.TrackId) from Album b join Artist a on a.ArtistId = b.ArtistId ${join}join Track t on t.AlbumId = b.AlbumId group by b.AlbumId, 1, 2`)),
  },
  { intent: 'range', data: 'shop', prompt: 'products with category, price and stock, price slider', ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products where price between 100 and 300'), filters: [{ type: 'range', field: 'products.price', set: ['100', '300'] }] },
  { intent: 'area', data: 'iowa', prompt: 'net generation per year by source, area chart', ...one('area', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], 'select year, source, sum(net_generation) from iowa_electricity group by 1, 2') },
  {
    intent: 'several', data: 'shop', prompt: 'number of customers, bar chart of customers by country, table of the 10 newest customers with name, country and sign-up date',
    want: [
      { kind: 'stat', rows: 'select count(*) from customers' },
      { kind: 'bar', fields: ['customers.country'], rows: 'select country, count(*) from customers group by 1' },
      { kind: 'table', fields: ['customers.name', 'customers.country', 'customers.created_at'], rows: dayOrMoment('created_at', ', name, country from customers order by customers.created_at desc limit 10'), ordered: true },
    ],
  },
  {
    intent: 'group', data: 'chinook', prompt: 'revenue and number of streams by genre',
    ...one('bar|table|pie', ['Genre.Name'], 'select g.Name, sum(l.UnitPrice * l.Quantity) from InvoiceLine l join Track t on t.TrackId = l.TrackId join Genre g on g.GenreId = t.GenreId group by 1'), unread: ['streams'],
  },
  { intent: 'month', data: 'shop', prompt: 'Show me the revenue by channel, and let me pick the month.', ...one('bar|table|pie', ['orders.channel'], revenueBy('channel', "strftime(ordered_at, '%Y-%m') = '2026-10'")), filters: [{ type: 'month', field: 'orders.ordered_at', set: '2026-10' }] },
  { intent: 'heatmap', data: 'birds', prompt: 'heatmap: strikes by phase of flight and time of day', ...one('heatmap', ['birdstrikes.Phase of flight', 'birdstrikes.Time of day'], pairs('birdstrikes', '"Phase of flight"', '"Time of day"')) },
  {
    intent: 'kpi', data: 'chinook', prompt: 'Please show the number of invoices and the average invoice total for 2025.',
    want: [
      { kind: 'stat', fields: ['Invoice.InvoiceDate'], rows: 'select count(*) from Invoice where year(InvoiceDate) = 2025' },
      { kind: 'stat', fields: ['Invoice.Total', 'Invoice.InvoiceDate'], rows: 'select avg(Total) from Invoice where year(InvoiceDate) = 2025' },
    ],
  },
  { intent: 'update', data: 'shop', prompt: 'I want to change the stock of a product here.', refused: true, unread: ['change'] },
  { intent: 'grouped', data: 'weather', prompt: 'days per weather type for each year, grouped bars', ...one('bar', ['weather.weather', 'weather.date'], pairs('weather', 'year(date)', 'weather')) },
  { intent: 'kanban', data: 'shop', prompt: 'Please put the tickets that are not closed on a board, one column per priority.', ...one('board', ['tickets.priority'], "select priority from tickets where status <> 'closed'") },
  {
    intent: 'top', data: 'shop', prompt: 'top 5 customers by revenue this year',
    ...one('bar|table', ['customers.name'], [...topCustomers('sum(total)', OC), ...topCustomers('sum(quantity * unit_price)', IOC)], { ordered: true }),
  },
  { intent: 'scatter', data: 'gap', prompt: 'scatter income vs health, size by population', ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.population'], 'select income, health, population from gapminder') },
  { intent: 'dates', data: 'chinook', prompt: 'I would like to see the invoice total per billing country and choose a start and an end date.', ...one('bar|table|pie', ['Invoice.BillingCountry|Customer.Country', 'Invoice.Total'], "select BillingCountry, sum(Total) from Invoice where InvoiceDate >= '2024-01-01' and InvoiceDate < '2025-01-01' group by 1"), filters: [{ type: 'dates', field: 'Invoice.InvoiceDate', set: ['2024-01-01', '2024-12-31'] }] },
  { intent: 'ratio', data: 'shop', prompt: 'What percentage of the orders is returned in each country?', ...one('bar|table', ['customers.country', 'orders.status'], `select country, count(*) filter (o.status = 'returned') / count(*) from ${OC} group by 1`) },
  { intent: 'bar', data: 'birds', prompt: 'total repair cost by wildlife size, bars', ...one('bar', ['birdstrikes.Wildlife Size', 'birdstrikes.Cost Repair'], 'select "Wildlife Size", sum("Cost Repair") from birdstrikes group by 1') },
  { intent: 'bucket', data: 'chinook', prompt: 'sum of invoice totals per quarter', ...one('bar|line|area', ['Invoice.InvoiceDate', 'Invoice.Total'], spans('Invoice', 'InvoiceDate', 'quarter', 'sum(Total)', 'true')) },
  { intent: 'detail', data: 'shop', prompt: 'List the customers with company and country, and when I click on one, open its details.', ...one('table', ['customers.name', 'customers.company', 'customers.country'], 'select name, company, country from customers', { detail: true }) },
  {
    intent: 'narrow', data: 'weather', prompt: 'table of days since 2014 with precipitation above 25 and wind above 5: date, precipitation, wind',
    ...one('table', ['weather.date', 'weather.precipitation', 'weather.wind'], "select date, precipitation, wind from weather where date >= '2014-01-01' and precipitation > 25 and wind > 5"),
  },
  { intent: 'search', data: 'chinook', prompt: 'track list with album and genre, search box for track name', ...one('table', ['Track.Name', 'Album.Title', 'Genre.Name'], "select t.Name, b.Title, g.Name as genre from Track t join Album b on b.AlbumId = t.AlbumId join Genre g on g.GenreId = t.GenreId where t.Name ilike '%velvet harbour%'"), filters: [{ type: 'search', field: 'Track.Name', set: 'velvet harbour' }] },
  { intent: 'line', data: 'shop', prompt: 'We need a line chart of the monthly revenue.', ...one('line', ['orders.ordered_at'], REVENUES.flatMap(([value, from]) => spans(from, 'ordered_at', 'month', value, 'true'))) },
  { intent: 'overview', data: 'chinook', prompt: 'An overview of the invoices, please.', want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie|histogram|heatmap|scatter' }] },
  { intent: 'select', data: 'shop', prompt: 'avg satisfaction per topic, dropdown for regoin', ...one('bar|table', ['tickets.topic', 'tickets.satisfaction'], `select topic, avg(satisfaction) from ${TC} where region = 'Asia Pacific' group by 1`), filters: [{ type: 'select', field: 'customers.region', set: 'Asia Pacific' }] },
  { intent: 'top', data: 'birds', prompt: 'Which 10 wildlife species have caused the highest total cost?', ...one('bar|table', ['birdstrikes.Wildlife Species', 'birdstrikes.Cost Total $'], 'select "Wildlife Species", sum("Cost Total $") from birdstrikes group by 1 order by 2 desc limit 10', { ordered: true }) },
  { intent: 'table', data: 'shop', prompt: 'chairs and desks: name, price, cost, stock, most expensive first', ...one('table', ['products.name', 'products.price', 'products.cost', 'products.stock'], "select name, price, cost, stock from products where category in ('Chairs', 'Desks') order by price desc", { ordered: true }) },
];

const thisYear = "ordered_at >= '2026-01-01'";
const lastYears = ["year(ordered_at) = 2025", "ordered_at >= '2025-01-01' and ordered_at < '2025-12-01'", "ordered_at >= '2025-01-01' and ordered_at < '2025-11-30'", "ordered_at >= '2025-01-01' and ordered_at <= now()::timestamp - interval 1 year"];

export const DIALOGUES: Case[] = [
  {
    intent: 'edit', data: 'shop', prompt: 'revenue by month, line chart', edits: ['as bars', 'only 2026', 'split by channel, stacked'],
    ...one('bar', ['orders.ordered_at', 'orders.channel'], REVENUES.flatMap(([value, from]) => pairs(`${from} where ${thisYear}`, "date_trunc('month', ordered_at)", 'channel', value))),
  },
  {
    intent: 'edit', data: 'gap', prompt: 'Show me a table with the average income of each region.', edits: ['Please also show the number of countries.', 'Sort it by the number of countries, highest first.'],
    ...one('table', ['gapminder.region', 'gapminder.income'], 'select region, avg(income), count(*) as n from gapminder group by 1 order by n desc', { ordered: true }),
  },
  {
    intent: 'edit', data: 'shop', prompt: 'top 10 products by units sold', edits: ['5 instead of 10', 'revenue instead of units'],
    ...one('bar|table', ['products.name', 'order_items.quantity'], `select p.name, sum(quantity * unit_price) from ${IOP} group by p.id, 1 order by 2 desc limit 5`, { ordered: true }),
  },
  {
    intent: 'edit', data: 'shop', prompt: 'I need a table of the open tickets with customer, topic and the date they were opened.', edits: ['Please add the priority.', 'The topic column can be removed.', 'Sort by the opening date, oldest first.'],
    ...one('table', ['customers.name', 'tickets.priority', 'tickets.opened_at'], ['opened_at', 'opened_at::date'].map((at) => `select c.name, t.priority, ${at} from ${TC} where t.status = 'open' order by t.opened_at`), { ordered: true }),
  },
  {
    intent: 'edit', data: 'shop', prompt: 'revenue this year', edits: ['web channel only', 'compare with last year'],
    ...one('stat', ['orders.channel'], REVENUES.flatMap(([value, from]) => lastYears.map((last) => `select (select ${value} from ${from} where channel = 'web' and ${thisYear}), (select ${value} from ${from} where channel = 'web' and ${last})`))),
  },
  { intent: 'edit', data: 'chinook', prompt: 'pie of tracks by genre', edits: ['bar chart instead', 'undo'], ...one('pie', ['Genre.Name'], 'select g.Name, count(*) from Track t join Genre g on g.GenreId = t.GenreId group by 1') },
  {
    intent: 'edit', data: 'chinook', prompt: 'Please show the number of customers per country as bars.', edits: ['Sort the countries alphabetically.', 'Change the title to "Customers worldwide".'],
    ...one('bar', ['Customer.Country'], 'select Country, count(*) from Customer group by 1 order by 1', { ordered: true }), title: 'Customers worldwide',
  },
  {
    intent: 'edit', data: 'birds', prompt: 'strikes by wildlife size and time of day, stacked bars', edits: ['side by side', 'without dusk'],
    ...one('bar', ['birdstrikes.Wildlife Size', 'birdstrikes.Time of day'], pairs(`birdstrikes where "Time of day" <> 'Dusk'`, '"Wildlife Size"', '"Time of day"')),
  },
  {
    intent: 'edit', data: 'weather', prompt: 'A line chart of the average wind per month in 2015, please.', edits: ['Show the average minimum temperature instead.', 'By quarter rather than by month.'],
    ...one('line', ['weather.date', 'weather.temp_min'], "select date_trunc('quarter', date), avg(temp_min) from weather where year(date) = 2015 group by 1"),
  },
  {
    intent: 'edit', data: 'shop', prompt: 'tickets by topic with a dropdown for priority', edits: ['remove the dropdown', 'add a table of products with stock below 10, name and stock'],
    want: [
      { kind: 'bar|table|pie', fields: ['tickets.topic'], rows: 'select topic, count(*) from tickets group by 1' },
      { kind: 'table', fields: ['products.name', 'products.stock'], rows: 'select name, stock from products where stock < 10' },
    ],
    filters: [],
  },
];
