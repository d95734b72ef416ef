/** Prompts and dialogues of the tenth set by an operations manager and her colleagues in support, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { one, OC, TC, IO, IOC, IOP, twoSpans, pairs, spans, histogramOf, dayOrMoment, onDays } from '../queries.ts';

const LINES = 'InvoiceLine l join Track t on t.TrackId = l.TrackId';
/** A person is called by the full name, by both parts in two columns, or by the last name. */
const named = (of: string) => [`${of}.FirstName || ' ' || ${of}.LastName`, `${of}.FirstName, ${of}.LastName`, `${of}.LastName`];
const CHARGED = `select SupportRepId, sum(Total) as revenue from Invoice i join Customer c on c.CustomerId = i.CustomerId group by 1`;
const INVOICED = `select SupportRepId, sum(l.UnitPrice * l.Quantity) as revenue from InvoiceLine l join Invoice i on i.InvoiceId = l.InvoiceId join Customer c on c.CustomerId = i.CustomerId group by 1`;
const NOT_CLOSED = "t.status <> 'closed'";

export const PROMPTS: Case[] = [
  {
    intent: 'table',
    data: 'shop',
    prompt: 'Table of all products with category, price, stock and supplier',
    ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products'),
    unread: ['supplier'],
  },
  { intent: 'pie', data: 'chinook', prompt: 'pie chart, tracks by media type', ...one('pie', ['MediaType.Name'], 'select m.Name, count(*) from Track t join MediaType m on m.MediaTypeId = t.MediaTypeId group by 1') },
  { intent: 'kpi-versus', data: 'shop', prompt: 'How many tickets were opened in the last 7 days compared with the 7 days before?', ...one('stat', ['tickets.opened_at'], twoSpans('tickets', 'opened_at', 'count(*)', 7)) },
  {
    intent: 'line',
    data: 'weather',
    prompt: 'Line of the average maximum temperature for each month of 2014',
    ...one('line', ['weather.date', 'weather.temp_max'], "select date_trunc('month', date), avg(temp_max) from weather where year(date) = 2014 group by 1"),
  },
  {
    intent: 'kanban',
    data: 'shop',
    prompt: "Kanban board of the tickets that aren't closed, one column per priority, with customer and topic on the card",
    ...one('board', ['tickets.priority', 'tickets.topic', 'customers.name'], `select t.priority, c.name, t.topic from ${TC} where ${NOT_CLOSED}`),
  },
  { intent: 'overview', data: 'birds', prompt: 'Give me an overview of the bird strikes', want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie' }] },
  {
    intent: 'ratio',
    data: 'shop',
    prompt: 'What percentage of orders is returned, for each channel?',
    ...one('bar|table', ['orders.channel', 'orders.status'], "select channel, avg((status = 'returned')::int) from orders group by 1"),
  },
  { intent: 'create', data: 'desk', prompt: 'Form for opening a ticket with subject, description, priority and due date', form: { function: 'createTicket', fields: ['subject', 'description', 'priority', 'dueDate'] } },
  {
    intent: 'group',
    data: 'chinook',
    prompt: 'Table per support rep with the number of customers and the revenue',
    ...one(
      'table',
      ['Employee.LastName|Employee.FirstName'],
      named('e').flatMap((name) => [CHARGED, INVOICED].map((revenue) => `select ${name}, n, revenue from Employee e join (select SupportRepId, count(*) as n from Customer group by 1) c on c.SupportRepId = e.EmployeeId join (${revenue}) r on r.SupportRepId = e.EmployeeId`)),
    ),
  },
  {
    intent: 'bar',
    data: 'shop',
    prompt: 'Bar chart of average satisfaction by ticket topic',
    ...one('bar', ['tickets.topic', 'tickets.satisfaction'], 'select topic, avg(satisfaction) from tickets group by 1'),
  },
  {
    intent: 'range',
    data: 'weather',
    prompt: 'List the days with date, weather, precipitation and wind, and give me a slider for the precipitation',
    ...one('table', ['weather.date', 'weather.weather', 'weather.precipitation', 'weather.wind'], 'select date, weather, precipitation, wind from weather where precipitation between 10 and 20'),
    filters: [{ type: 'range', field: 'weather.precipitation', set: ['10', '20'] }],
  },
  {
    intent: 'top',
    data: 'shop',
    prompt: 'the 10 best selling products by quantity',
    ...one('bar|table', ['products.name', 'order_items.quantity'], 'select p.name, sum(quantity) from ' + IOP + ' group by 1 order by 2 desc limit 10', { ordered: true }),
  },
  {
    intent: 'grouped',
    data: 'birds',
    prompt: 'Number of strikes by time of day, with the bars for each wildlife size next to each other',
    ...one('bar', ['birdstrikes.Time of day', 'birdstrikes.Wildlife Size'], pairs('birdstrikes', '"Time of day"', '"Wildlife Size"')),
  },
  {
    intent: 'dates',
    data: 'chinook',
    prompt: 'Revenue by genre. I want to choose a start and an end date.',
    ...one('bar|table|pie', ['Genre.Name'], `select g.Name, sum(l.UnitPrice * l.Quantity) from ${LINES} join Genre g on g.GenreId = t.GenreId join Invoice i on i.InvoiceId = l.InvoiceId where i.InvoiceDate >= '2024-01-01' and i.InvoiceDate < '2024-07-01' group by 1`),
    filters: [{ type: 'dates', field: 'Invoice.InvoiceDate', set: ['2024-01-01', '2024-06-30'] }],
  },
  {
    intent: 'line',
    data: 'shop',
    prompt: 'monthly revenue, line chart',
    ...one('line', ['orders.ordered_at'], [...spans('orders', 'ordered_at', 'month', 'sum(total)', 'true'), ...spans(IO, 'o.ordered_at', 'month', 'sum(i.quantity * i.unit_price)', 'true')]),
  },
  {
    intent: 'several',
    data: 'gap',
    prompt: 'Total population as a figure, and below it the average health per region as bars',
    want: [
      { kind: 'stat', fields: ['gapminder.population'], rows: 'select sum(population) from gapminder' },
      { kind: 'bar', fields: ['gapminder.region', 'gapminder.health'], rows: 'select region, avg(health) from gapminder group by 1' },
    ],
  },
  {
    intent: 'select',
    data: 'shop',
    prompt: 'Tickets opened per month with a dropdown for the topic',
    ...one('bar|line|area', ['tickets.opened_at'], spans('tickets', 'opened_at', 'month', 'count(*)', "topic = 'delivery'")),
    filters: [{ type: 'select', field: 'tickets.topic', set: 'delivery' }],
  },
  {
    intent: 'table',
    data: 'chinook',
    prompt: 'Please list the tracks with their album, genre and length.',
    ...one(
      'table',
      ['Track.Name', 'Album.Title', 'Genre.Name', 'Track.Milliseconds'],
      ['', ' / 1000', ' / 60000'].map((unit) => `select t.Name, b.Title, g.Name as genre, t.Milliseconds${unit} as length from Track t join Album b on b.AlbumId = t.AlbumId join Genre g on g.GenreId = t.GenreId`),
    ),
  },
  { intent: 'update', data: 'shop', prompt: 'I need a form to change the priority of a ticket', refused: true, unread: ['change'] },
  {
    intent: 'narrow',
    data: 'shop',
    prompt: 'Number of orders per country in 2026, only orders above 500 and no returned ones',
    ...one('bar|table|pie', ['customers.country'], `select c.country, count(*) from ${OC} where year(o.ordered_at) = 2026 and o.total > 500 and o.status <> 'returned' group by 1`),
  },
  { intent: 'histogram', data: 'birds', prompt: 'histogram of the speed in knots', ...one('histogram', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', '"Speed IAS in knots"', [5, 10, 20, 25, 30, 40, 50])) },
  {
    intent: 'group',
    data: 'shop',
    prompt: 'Orders, revenue and average order value by region in a table',
    ...one('table', ['customers.region'], [
      `select c.region, count(*), sum(o.total), avg(o.total) from ${OC} group by 1`,
      ...['b.average', 'a.items / b.n'].map((value) => `select b.region, b.n, a.items, ${value} from (select c.region, sum(i.quantity * i.unit_price) as items from ${IOC} group by 1) a join (select c.region, count(*) as n, avg(o.total) as average from ${OC} group by 1) b on b.region = a.region`),
    ]),
  },
  { intent: 'bucket', data: 'chinook', prompt: 'How many invoices do we have per quarter?', ...one('bar|line|area', ['Invoice.InvoiceDate'], spans('Invoice', 'InvoiceDate', 'quarter', 'count(*)', 'true')) },
  {
    intent: 'kpi',
    data: 'shop',
    prompt: 'Two figures: average satisfaction of tickets and the number of tickets that are not closed',
    want: [
      { kind: 'stat', fields: ['tickets.satisfaction'], rows: 'select avg(satisfaction) from tickets' },
      { kind: 'stat', rows: `select count(*) from tickets t where ${NOT_CLOSED}` },
    ],
  },
  { intent: 'area', data: 'iowa', prompt: 'Area chart of net generation over the years by source', ...one('area', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], 'select year, source, net_generation from iowa_electricity') },
  { intent: 'heatmap', data: 'shop', prompt: 'Heatmap of tickts by topic and priority', ...one('heatmap', ['tickets.topic', 'tickets.priority'], pairs('tickets', 'topic', 'priority')) },
  {
    intent: 'search',
    data: 'chinook',
    prompt: 'albums with their artist and a search box for the artist',
    ...one('table', ['Album.Title', 'Artist.Name'], "select b.Title, a.Name from Album b join Artist a on a.ArtistId = b.ArtistId where a.Name ilike '%velvet%'"),
    filters: [{ type: 'search', field: 'Artist.Name', set: 'velvet' }],
  },
  {
    intent: 'table',
    data: 'shop',
    prompt: 'Show me the tickets with status waiting: customer, topic, priority and when they were opened',
    ...one('table', ['customers.name', 'tickets.topic', 'tickets.priority', 'tickets.opened_at'], dayOrMoment('t.opened_at', `as opened, c.name, t.topic, t.priority from ${TC} where t.status = 'waiting'`)),
  },
  {
    intent: 'top',
    data: 'birds',
    prompt: 'Five airports with the most strikes, and passengers per airport',
    ...one('bar|table', ['birdstrikes.Airport Name'], 'select "Airport Name", count(*) from birdstrikes group by 1 order by 2 desc limit 5', { ordered: true }),
    unread: ['passenger'],
  },
  {
    intent: 'stacked',
    data: 'shop',
    prompt: 'Orders per month as bars, stacked by channel',
    ...one('bar', ['orders.ordered_at', 'orders.channel'], pairs('orders', "date_trunc('month', ordered_at)", 'channel')),
  },
  {
    intent: 'kpi',
    data: 'chinook',
    prompt: 'What was the average invoice total in 2025?',
    ...one('stat', ['Invoice.Total'], 'select avg(Total) from Invoice where year(InvoiceDate) = 2025'),
  },
  { intent: 'scatter', data: 'gap', prompt: 'Scatter plot of income and health, one dot for each country', ...one('scatter', ['gapminder.income', 'gapminder.health'], 'select income, health from gapminder') },
  { intent: 'calendar', data: 'shop', prompt: 'Calendar with the tickets on the day they were opened, for October 2026', ...one('calendar', ['tickets.opened_at'], onDays('opened_at', 'tickets', '2026-10'), { month: '2026-10' }) },
  {
    intent: 'ratio',
    data: 'chinook',
    prompt: 'Revenue per invoice by country',
    ...one('bar|table', ['Invoice.BillingCountry|Customer.Country'], [
      'select BillingCountry, avg(Total) from Invoice group by 1',
      'select i.BillingCountry, sum(l.UnitPrice * l.Quantity) / count(distinct i.InvoiceId) from InvoiceLine l join Invoice i on i.InvoiceId = l.InvoiceId group by 1',
      'select i.BillingCountry, sum(l.UnitPrice * l.Quantity) / (select count(*) from Invoice j where j.BillingCountry = i.BillingCountry) from InvoiceLine l join Invoice i on i.InvoiceId = l.InvoiceId group by 1',
    ]),
  },
  {
    intent: 'shared',
    data: 'shop',
    prompt: 'Orders by month and orders by channel, both with the same dropdown for the region',
    want: [
      { kind: 'bar|line|area', fields: ['orders.ordered_at'], rows: spans(OC, 'o.ordered_at', 'month', 'count(*)', "c.region = 'Europe'") },
      { kind: 'bar|table|pie', fields: ['orders.channel'], rows: `select o.channel, count(*) from ${OC} where c.region = 'Europe' group by 1` },
    ],
    filters: [{ type: 'select', field: 'customers.region', set: 'Europe' }],
  },
  { intent: 'bar', data: 'birds', prompt: 'strikes per phase of flight, bars', ...one('bar', ['birdstrikes.Phase of flight'], 'select "Phase of flight", count(*) from birdstrikes group by 1') },
  {
    intent: 'month',
    data: 'weather',
    prompt: 'Precipitation per day with a month picker',
    ...one('bar|line|area', ['weather.date', 'weather.precipitation'], "select date, sum(precipitation) from weather where strftime(date, '%Y-%m') = '2013-05' group by 1"),
    filters: [{ type: 'month', field: 'weather.date', set: '2013-05' }],
  },
  {
    intent: 'detail',
    data: 'chinook',
    prompt: 'Could I have a customer list with name, city and country where clicking a row opens the customer?',
    ...one('table', ['Customer.LastName|Customer.FirstName', 'Customer.City', 'Customer.Country'], named('c').map((name) => `select ${name}, c.City, c.Country from Customer c`), { detail: true }),
  },
];

export const DIALOGUES: Case[] = [
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Tickets per month by priority, stacked bars',
    edits: ['put the bars side by side instead', 'only 2026'],
    ...one('bar', ['tickets.opened_at', 'tickets.priority'], pairs('tickets where opened_at >= \'2026-01-01\'', "date_trunc('month', opened_at)", 'priority')),
  },
  {
    intent: 'edit',
    data: 'chinook',
    prompt: 'Number of tracks per genre as bars',
    edits: ['turn it into a pie', 'add a dropdown for the media type'],
    ...one('pie', ['Genre.Name'], "select g.Name, count(*) from Track t join Genre g on g.GenreId = t.GenreId join MediaType m on m.MediaTypeId = t.MediaTypeId where m.Name = 'MPEG audio file' group by 1"),
    filters: [{ type: 'select', field: 'MediaType.Name', set: 'MPEG audio file' }],
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Line chart of orders per month',
    edits: ['by week please', 'without returned orders'],
    ...one('line', ['orders.ordered_at'], spans('orders', 'ordered_at', 'week', 'count(*)', "status <> 'returned'")),
  },
  {
    intent: 'edit',
    data: 'weather',
    prompt: 'How many days were there of each weather? As bars.',
    edits: ['leave out sun', 'undo'],
    ...one('bar', ['weather.weather'], 'select weather, count(*) from weather group by 1'),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Products with name, category, stock and cost in a table',
    edits: ['remove the stock column', 'sort by cost, highest first', 'show only 15 rows'],
    ...one('table', ['products.name', 'products.category', 'products.cost'], 'select name, category, cost from products order by cost desc limit 15', { ordered: true }),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Average satisfaction by topic as a bar chart',
    edits: ['also show the number of tickets', 'change the title to "Satisfaction and volume"'],
    ...one('bar', ['tickets.topic', 'tickets.satisfaction'], 'select topic, avg(satisfaction), count(*) from tickets group by 1'),
    title: 'Satisfaction and volume',
  },
  {
    intent: 'edit',
    data: 'chinook',
    prompt: 'top 10 artists by tracks sold',
    edits: ['as a table', 'just the top 5'],
    ...one('table', ['Artist.Name'], `select a.Name, sum(l.Quantity) from ${LINES} join Album b on b.AlbumId = t.AlbumId join Artist a on a.ArtistId = b.ArtistId group by 1 order by 2 desc limit 5`, { ordered: true }),
  },
  {
    intent: 'edit',
    data: 'birds',
    prompt: 'Number of strikes per year as a line',
    edits: ['show the total cost instead of the number', 'make it an area chart'],
    ...one('area', ['birdstrikes.Flight Date', 'birdstrikes.Cost Total $'], 'select date_trunc(\'year\', "Flight Date"), sum("Cost Total $") from birdstrikes group by 1'),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'The number of orders as a figure and orders by channel as bars',
    edits: ['add a table of the latest 10 orders with customer, date and total', 'remove the figure'],
    want: [
      { kind: 'bar', fields: ['orders.channel'], rows: 'select channel, count(*) from orders group by 1' },
      { kind: 'table', fields: ['customers.name', 'orders.ordered_at', 'orders.total'], rows: dayOrMoment('o.ordered_at', `as ordered, c.name, o.total from ${OC} order by o.ordered_at desc limit 10`), ordered: true },
    ],
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Revenue this month, just the number',
    edits: ['compare it with the same month last year'],
    ...one('stat', ['orders.ordered_at'], [
      ['sum(total)', 'orders o'],
      ['sum(i.quantity * i.unit_price)', IO],
    ].map(([value, from]) => `select ${["'2026-11-01'", "'2025-11-01'"].map((start) => `(select ${value} from ${from} where date_trunc('month', o.ordered_at) = ${start})`).join(', ')}`)),
  },
];
