/** Prompts and dialogues of the tenth set by a founder, a head of sales and somebody who remixes, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { dayOrMoment, histogramOf, IO, IOC, IOP, OC, one, pairs, spans, twoSpans } from '../queries.ts';

const REVENUE = 'orders.total|order_items.unit_price';
const THIS_YEAR = (time: string) => `${time} >= date_trunc('year', current_date)`;
const LAST_MONTH = (time: string) => `date_trunc('month', ${time}) = date_trunc('month', current_date) - interval 1 month`;
const revenueByMonth = (where = 'true') => [...spans(OC, 'o.ordered_at', 'month', 'sum(o.total)', where), ...spans(IOC, 'o.ordered_at', 'month', 'sum(i.quantity * i.unit_price)', where)];

export const PROMPTS: Case[] = [
  {
    intent: 'kpi',
    data: 'shop',
    prompt: 'Two figures for yesterday: number of orders and revenue',
    want: [
      { kind: 'stat', fields: ['orders.ordered_at'], rows: 'select count(*) from orders where ordered_at::date = current_date - 1' },
      { kind: 'stat', fields: [REVENUE, 'orders.ordered_at'], rows: ['select sum(total) from orders where ordered_at::date = current_date - 1', `select sum(quantity * unit_price) from ${IO} where ordered_at::date = current_date - 1`] },
    ],
  },
  {
    intent: 'bar',
    data: 'birds',
    prompt: 'bar chart with the number of strikes in each phase of flight',
    ...one('bar', ['birdstrikes.Phase of flight'], 'select "Phase of flight", count(*) from birdstrikes group by 1'),
  },
  {
    intent: 'table',
    data: 'shop',
    prompt: 'List the open orders from the partner channel with date, customer, and total, newest first',
    ...one('table', ['orders.ordered_at', 'customers.name', 'orders.total'], dayOrMoment('o.ordered_at', `, c.name, o.total from ${OC} where o.status = 'open' and o.channel = 'partner' order by o.ordered_at desc`), { ordered: true }),
  },
  {
    intent: 'line',
    data: 'weather',
    prompt: 'Average maximum temperature month by month from 2012 to 2015, line chart',
    ...one('line', ['weather.date', 'weather.temp_max'], "select date_trunc('month', date), avg(temp_max) from weather group by 1"),
  },
  {
    intent: 'select',
    data: 'shop',
    prompt: 'Revenue per month, and let me choose the sales channel from a dropdown',
    ...one('bar|line|area', [REVENUE, 'orders.ordered_at'], revenueByMonth("o.channel = 'web'")),
    filters: [{ type: 'select', field: 'orders.channel', set: 'web' }],
  },
  {
    intent: 'top',
    data: 'chinook',
    prompt: 'the five longest tracks, with their album',
    ...one('table', ['Track.Name', 'Album.Title', 'Track.Milliseconds'], 'select t.Name, a.Title from Track t join Album a on a.AlbumId = t.AlbumId order by t.Milliseconds desc limit 5', { ordered: true }),
  },
  {
    intent: 'ratio',
    data: 'shop',
    prompt: 'What share of orders gets returned, by channel?',
    ...one('bar|table', ['orders.channel', 'orders.status'], "select channel, count(*) filter (status = 'returned') / count(*) from orders group by 1"),
  },
  {
    intent: 'scatter',
    data: 'gap',
    prompt: 'Scatter plot of income and health, one dot per country',
    ...one('scatter', ['gapminder.income', 'gapminder.health'], 'select income, health from gapminder'),
  },
  {
    intent: 'update',
    data: 'shop',
    prompt: 'A form where I can change the stock of a product',
    refused: true,
    unread: ['change'],
  },
  {
    intent: 'stacked',
    data: 'shop',
    prompt: 'orders per month, stacked bars by channel',
    ...one('bar', ['orders.ordered_at', 'orders.channel'], pairs('orders', "date_trunc('month', ordered_at)", 'channel')),
  },
  {
    intent: 'calendar',
    data: 'chinook',
    prompt: 'Show the invoices in a calendar with the total of each one',
    ...one('calendar', ['Invoice.InvoiceDate', 'Invoice.Total'], ['', '::date'].map((cast) => `select InvoiceDate${cast}, Total from Invoice where strftime(InvoiceDate, '%Y-%m') = '2025-11'`), { month: '2025-11' }),
  },
  {
    intent: 'dates',
    data: 'birds',
    prompt: 'Strikes by wildlife size. I want to pick a start and an end date.',
    ...one('bar|table|pie', ['birdstrikes.Wildlife Size'], `select "Wildlife Size", count(*) from birdstrikes where "Flight Date" between '1995-01-01' and '1996-06-30' group by 1`),
    filters: [{ type: 'dates', field: 'birdstrikes.Flight Date', set: ['1995-01-01', '1996-06-30'] }],
  },
  {
    intent: 'kpi-versus',
    data: 'shop',
    prompt: 'How many orders came in over the last 7 days, compared to the 7 days before that?',
    ...one('stat', ['orders.ordered_at'], twoSpans('orders', 'ordered_at', 'count(*)', 7)),
  },
  {
    intent: 'group',
    data: 'gap',
    prompt: 'Total population of each region and the unemployment',
    ...one('bar|table|pie', ['gapminder.region', 'gapminder.population'], 'select region, sum(population) from gapminder group by 1'),
    unread: ['unemployment'],
  },
  {
    intent: 'bar',
    data: 'shop',
    prompt: 'Revenue by product category as bars, plus the commission',
    ...one('bar', ['products.category', 'order_items.unit_price'], `select p.category, sum(i.quantity * i.unit_price) from ${IOP} group by 1`),
    unread: ['commission'],
  },
  {
    intent: 'search',
    data: 'chinook',
    prompt: 'Tracks with album, genre and unit price, and a search box for the name of the track',
    ...one('table', ['Track.Name', 'Album.Title', 'Genre.Name', 'Track.UnitPrice'], "select t.Name, a.Title, g.Name, t.UnitPrice from Track t left join Album a on a.AlbumId = t.AlbumId left join Genre g on g.GenreId = t.GenreId where t.Name ilike '%harbour%'"),
    filters: [{ type: 'search', field: 'Track.Name', set: 'harbour' }],
  },
  {
    intent: 'kanban',
    data: 'shop',
    prompt: 'Kanban board of the high priority tickets by status, with the topic on the cards',
    ...one('board', ['tickets.status', 'tickets.topic'], "select status, topic from tickets where priority = 'high'"),
  },
  {
    intent: 'area',
    data: 'iowa',
    prompt: 'net generation per year as an area chart, stacked by source',
    ...one('area', ['iowa_electricity.year', 'iowa_electricity.net_generation', 'iowa_electricity.source'], 'select year, source, sum(net_generation) from iowa_electricity group by 1, 2'),
  },
  {
    intent: 'create',
    data: 'desk',
    prompt: 'A form to add a new customer: name, email, plan, and number of seats',
    form: { function: 'createCustomer', fields: ['name', 'email', 'plan', 'seats'] },
  },
  {
    intent: 'top',
    data: 'shop',
    prompt: 'Top 5 products by units sold this year',
    ...one('bar|table', ['products.name', 'order_items.quantity', 'orders.ordered_at'], `select p.name, sum(i.quantity) from ${IOP} where ${THIS_YEAR('o.ordered_at')} group by p.id, p.name order by 2 desc limit 5`, { ordered: true }),
  },
  {
    intent: 'grouped',
    data: 'birds',
    prompt: 'strikes by time of day and wildlife size, bars side by side',
    ...one('bar', ['birdstrikes.Time of day', 'birdstrikes.Wildlife Size'], pairs('birdstrikes', '"Time of day"', '"Wildlife Size"')),
  },
  {
    intent: 'month',
    data: 'shop',
    prompt: 'Units sold by category for a month that I can pick',
    ...one('bar|table|pie', ['products.category', 'order_items.quantity'], `select p.category, sum(i.quantity) from ${IOP} where ${LAST_MONTH('o.ordered_at')} group by 1`),
    filters: [{ type: 'month', field: 'orders.ordered_at', set: 'last-month' }],
  },
  {
    intent: 'kpi',
    data: 'chinook',
    prompt: 'What is the average length of a rock track?',
    ...one('stat', ['Track.Milliseconds', 'Genre.Name'], [1, 1000, 60000].map((unit) => `select avg(t.Milliseconds) / ${unit} from Track t join Genre g on g.GenreId = t.GenreId where g.Name = 'Rock'`)),
  },
  {
    intent: 'detail',
    data: 'shop',
    prompt: 'Table of customers with name, country and segment. When I click a customer I want to see all the details.',
    ...one('table', ['customers.name', 'customers.country', 'customers.segment'], 'select name, country, segment from customers', { detail: true }),
  },
  {
    intent: 'histogram',
    data: 'weather',
    prompt: 'Histogram of the daily maximum temperature',
    ...one('histogram', ['weather.temp_max'], histogramOf('weather', 'temp_max', [0.5, 1, 2, 2.5, 3, 4, 5, 10])),
  },
  {
    intent: 'several',
    data: 'chinook',
    prompt: 'I need the number of tracks as a figure, tracks per genre as a bar chart and tracks per media type as a pie',
    want: [
      { kind: 'stat', fields: [], rows: 'select count(*) from Track' },
      { kind: 'bar', fields: ['Genre.Name'], rows: ['select g.Name, count(*) from Track t join Genre g on g.GenreId = t.GenreId group by 1', 'select g.Name, count(t.TrackId) from Genre g left join Track t on g.GenreId = t.GenreId group by 1'] },
      { kind: 'pie', fields: ['MediaType.Name'], rows: ['select m.Name, count(*) from Track t join MediaType m on m.MediaTypeId = t.MediaTypeId group by 1', 'select m.Name, count(t.TrackId) from MediaType m left join Track t on m.MediaTypeId = t.MediaTypeId group by 1'] },
    ],
  },
  {
    intent: 'narrow',
    data: 'shop',
    prompt: 'Number of orders over 2,000 in 2026 by region, without the returned ones',
    ...one('bar|table|pie', ['customers.region', 'orders.total', 'orders.ordered_at', 'orders.status'], `select c.region, count(*) from ${OC} where o.total > 2000 and year(o.ordered_at) = 2026 and o.status <> 'returned' group by 1`),
  },
  {
    intent: 'heatmap',
    data: 'birds',
    prompt: 'Heatmap: phase of flight against time of day, number of strikes',
    ...one('heatmap', ['birdstrikes.Phase of flight', 'birdstrikes.Time of day'], pairs('birdstrikes', '"Phase of flight"', '"Time of day"')),
  },
  {
    intent: 'line',
    data: 'shop',
    prompt: 'line with new customers per month this year',
    ...one('line', ['customers.created_at'], spans('customers', 'created_at', 'month', 'count(*)', THIS_YEAR('created_at'), THIS_YEAR('created_at'))),
  },
  {
    intent: 'overview',
    data: 'shop',
    prompt: 'Give me an overview of our orders',
    want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie' }],
  },
  {
    intent: 'bucket',
    data: 'chinook',
    prompt: 'Sum of invoice totals per quarter',
    ...one('bar|line|area', ['Invoice.InvoiceDate', 'Invoice.Total'], spans('Invoice', 'InvoiceDate', 'quarter', 'sum(Total)', 'true')),
  },
  {
    intent: 'range',
    data: 'shop',
    prompt: 'products with category, price and stock, plus a price slider with a minimum and a maximum',
    ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products where price between 100 and 300'),
    filters: [{ type: 'range', field: 'products.price', set: ['100', '300'] }],
  },
  {
    intent: 'table',
    data: 'birds',
    prompt: 'Show all strikes with substantial damage: flight date, airport, operator, species and total cost',
    ...one(
      'table',
      ['birdstrikes.Flight Date', 'birdstrikes.Airport Name', 'birdstrikes.Aircraft Airline Operator', 'birdstrikes.Wildlife Species', 'birdstrikes.Cost Total $'],
      `select "Flight Date", "Airport Name", "Aircraft Airline Operator", "Wildlife Species", "Cost Total $" from birdstrikes where "Effect Amount of damage" = 'Substantial'`,
    ),
  },
  {
    intent: 'pie',
    data: 'chinook',
    prompt: 'pie of customers by country',
    ...one('pie', ['Customer.Country'], 'select Country, count(*) from Customer group by 1'),
  },
  {
    intent: 'shared',
    data: 'shop',
    prompt: 'Revenue by month and number of orders by region, with one dropdown for the customer segment that applies to both',
    want: [
      { kind: 'bar|line|area', fields: [REVENUE, 'orders.ordered_at'], rows: revenueByMonth("c.segment = 'enterprise'") },
      { kind: 'bar|table|pie', fields: ['customers.region'], rows: `select c.region, count(*) from ${OC} where c.segment = 'enterprise' group by 1` },
    ],
    filters: [{ type: 'select', field: 'customers.segment', set: 'enterprise' }],
  },
  {
    intent: 'group',
    data: 'shop',
    prompt: 'Table per country with revenue, number of orders and average order value',
    ...one('table', ['customers.country', REVENUE], [
      `select c.country, sum(o.total), count(*), avg(o.total) from ${OC} group by 1`,
      ...['avg(o.total)', 'sum(o.items) / count(*)'].map((average) => `select o.country, sum(o.items), count(*), ${average} from (select o.id, o.total, c.country, (select sum(quantity * unit_price) from order_items i where i.order_id = o.id) as items from ${OC}) o group by 1`),
    ]),
  },
  {
    intent: 'table',
    data: 'chinook',
    prompt: 'Albums with their artist and how many tracks each has, as a table please',
    ...one('table', ['Album.Title', 'Artist.Name'], [
      'select a.Title, r.Name, count(*) from Track t join Album a on a.AlbumId = t.AlbumId join Artist r on r.ArtistId = a.ArtistId group by a.AlbumId, a.Title, r.Name',
      'select a.Title, r.Name, count(t.TrackId) from Album a join Artist r on r.ArtistId = a.ArtistId left join Track t on a.AlbumId = t.AlbumId group by a.AlbumId, a.Title, r.Name',
      'select a.Title, r.Name, nullif(count(t.TrackId), 0) from Album a join Artist r on r.ArtistId = a.ArtistId left join Track t on a.AlbumId = t.AlbumId group by a.AlbumId, a.Title, r.Name',
    ]),
  },
  {
    intent: 'ratio',
    data: 'weather',
    prompt: 'percentage of sunny days per year',
    ...one('bar|line|area|table', ['weather.date', 'weather.weather'], "select date_trunc('year', date), count(*) filter (weather = 'sun') / count(*) from weather group by 1"),
  },
];

export const DIALOGUES: Case[] = [
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Revenue by month as bars, with a dropdown for the channel',
    edits: ['take the dropdown away', 'show it as a line'],
    ...one('line', [REVENUE, 'orders.ordered_at'], revenueByMonth()),
    filters: [],
  },
  {
    intent: 'edit',
    data: 'birds',
    prompt: 'number of strikes per year, bars',
    edits: ['only at night', 'undo that'],
    ...one('bar', ['birdstrikes.Flight Date'], `select date_trunc('year', "Flight Date"), count(*) from birdstrikes group by 1`),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Orders by region and status as stacked bars',
    edits: ['put the bars side by side', 'without returned'],
    ...one('bar', ['customers.region', 'orders.status'], pairs(`${OC} where o.status <> 'returned'`, 'c.region', 'o.status')),
  },
  {
    intent: 'edit',
    data: 'chinook',
    prompt: 'Sum of invoice totals by month, as a line',
    edits: ['by quarter', 'use the number of invoices instead of the total'],
    ...one('line', ['Invoice.InvoiceDate'], spans('Invoice', 'InvoiceDate', 'quarter', 'count(*)', 'true')),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'table of the 10 biggest orders with date, customer and total',
    edits: ['add the status', 'make it 20'],
    ...one('table', ['orders.ordered_at', 'customers.name', 'orders.total', 'orders.status'], dayOrMoment('o.ordered_at', `, c.name, o.total, o.status from ${OC} order by o.total desc limit 20`), { ordered: true }),
  },
  {
    intent: 'edit',
    data: 'gap',
    prompt: 'Table of countries with income, health and population',
    edits: ['remove the population column', 'only Sub-Saharan Africa', 'sort by income, highest first'],
    ...one('table', ['gapminder.country', 'gapminder.income', 'gapminder.health'], "select country, income, health from gapminder where region = 'sub_saharan_africa' order by income desc", { ordered: true }),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Orders in the last 30 days as a single number',
    edits: ['Compare it with the 30 days before'],
    ...one('stat', ['orders.ordered_at'], twoSpans('orders', 'ordered_at', 'count(*)', 30)),
  },
  {
    intent: 'edit',
    data: 'weather',
    prompt: 'Line chart of the average wind month by month',
    edits: ['add the average precipitation too', 'per year instead of per month'],
    ...one('line', ['weather.date', 'weather.wind', 'weather.precipitation'], "select date_trunc('year', date), avg(wind), avg(precipitation) from weather group by 1"),
  },
  {
    intent: 'edit',
    data: 'chinook',
    prompt: 'Bar chart: number of invoices per billing country',
    edits: ['add a figure with the sum of all invoice totals', 'move the figure to the top'],
    want: [
      { kind: 'bar', fields: ['Invoice.BillingCountry'], rows: 'select BillingCountry, count(*) from Invoice group by 1' },
      { kind: 'stat', fields: ['Invoice.Total'], rows: 'select sum(Total) from Invoice' },
    ],
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'bars with units sold by category',
    edits: ['sort the categories alphabetically', 'add a dropdown for the country', 'Call the page "Sales mix"'],
    ...one('bar', ['products.category', 'order_items.quantity'], `select p.category, sum(i.quantity) from ${IOP} join customers c on c.id = o.customer_id where c.country = 'Germany' group by 1 order by 1`, { ordered: true }),
    filters: [{ type: 'select', field: 'customers.country', set: 'Germany' }],
    title: 'Sales mix',
  },
];
