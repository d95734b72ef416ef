/** Prompts and dialogues of the tenth set by an analyst who is brief and a controller who writes whole sentences, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { one, OC, TC, IO, IOC, IOP, pairs, spans, histogramOf, dayOrMoment, onDays } from '../queries.ts';

const NET = 'orders.total|order_items.quantity|order_items.unit_price';
const INVOICED = 'Invoice.Total|InvoiceLine.UnitPrice|InvoiceLine.Quantity';
const LI = 'InvoiceLine l join Invoice i on i.InvoiceId = l.InvoiceId';
const LINES = 'sum(l.UnitPrice * l.Quantity)';

/** This month against an earlier one that began at `start` and ended at `end`: whole, or as far as this one has come. */
const thisMonthAgainst = (from: string, time: string, value: string, start: string, back: string) => {
  const now = `(select ${value} from ${from} where ${time} >= date_trunc('month', current_date))`;
  const until = (end: string) => `select ${now}, (select ${value} from ${from} where ${time} >= ${start} and ${time} < ${end})`;
  return [`${start} + interval 1 month`, `current_date - interval ${back}`, `current_date - interval ${back} + interval 1 day`, `now()::timestamp - interval ${back}`].map(until);
};

export const PROMPTS: Case[] = [
  { intent: 'stacked', data: 'shop', prompt: 'units sold per quarter by product category, stacked bars',
    ...one('bar', ['orders.ordered_at', 'products.category', 'order_items.quantity'], pairs(IOP, "date_trunc('quarter', o.ordered_at)", 'p.category', 'sum(i.quantity)')) },

  { intent: 'ratio', data: 'birds', prompt: 'What percentage of the strikes in each phase of flight happened at night?',
    ...one('bar|table', ['birdstrikes.Phase of flight'], `select "Phase of flight", count(*) filter ("Time of day" = 'Night') / count(*) from birdstrikes group by 1`) },

  { intent: 'table', data: 'chinook', prompt: 'albums with artist and number of tracks, as a table',
    ...one('table', ['Album.Title', 'Artist.Name'], [
      'select a.Title, r.Name, count(t.TrackId) from Album a join Artist r on r.ArtistId = a.ArtistId left join Track t on t.AlbumId = a.AlbumId group by a.AlbumId, a.Title, r.Name',
      'select a.Title, r.Name, count(*) from Album a join Artist r on r.ArtistId = a.ArtistId join Track t on t.AlbumId = a.AlbumId group by a.AlbumId, a.Title, r.Name',
    ]) },

  { intent: 'kpi', data: 'shop', prompt: 'Please show me the total discount that we granted in 2026.',
    ...one('stat', ['orders.discount'], 'select sum(discount) from orders where year(ordered_at) = 2026') },

  { intent: 'select', data: 'shop', prompt: 'orders per month, dropdown for region',
    ...one('bar|line|area', ['orders.ordered_at'], spans(OC, 'o.ordered_at', 'month', 'count(*)', "c.region = 'Asia Pacific'")),
    filters: [{ type: 'select', field: 'customers.region', set: 'Asia Pacific' }] },

  { intent: 'line', data: 'weather', prompt: 'line chart: daily max temperature in 2015',
    ...one('line', ['weather.date', 'weather.temp_max'], 'select date, temp_max from weather where year(date) = 2015') },

  { intent: 'narrow', data: 'shop', prompt: 'I need a list of the orders above 3,000 from Germany or France since July 2026, excluding returned orders, with date, customer and total.',
    ...one('table', ['orders.ordered_at', 'customers.name', 'orders.total'], dayOrMoment('o.ordered_at', `, c.name, o.total from ${OC} where o.total > 3000 and c.country in ('Germany', 'France') and o.ordered_at >= '2026-07-01' and o.status <> 'returned'`)) },

  { intent: 'pie', data: 'chinook', prompt: 'pie of tracks by media type',
    ...one('pie', ['MediaType.Name'], ['select m.Name, count(*) from Track t join MediaType m on m.MediaTypeId = t.MediaTypeId group by 1', 'select m.Name, count(t.TrackId) from MediaType m left join Track t on m.MediaTypeId = t.MediaTypeId group by 1']) },

  { intent: 'top', data: 'shop', prompt: 'top 8 products by revenue in 2026',
    ...one('bar|table', ['products.name', 'order_items.quantity|order_items.unit_price'], `select p.name, sum(i.quantity * i.unit_price) as v from ${IOP} where year(o.ordered_at) = 2026 group by 1 order by v desc limit 8`, { ordered: true }) },

  { intent: 'create', data: 'desk', prompt: 'I would like a form for opening a new ticket with subject, description and priority.',
    form: { function: 'createTicket', fields: ['subject', 'description', 'priority'] } },

  { intent: 'histogram', data: 'birds', prompt: 'histogram of speed in knots',
    ...one('histogram', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', '"Speed IAS in knots"', [5, 10, 15, 20, 25, 30, 40, 50])) },

  { intent: 'shared', data: 'shop', prompt: 'Show revenue by month and the number of orders by status, with one country filter that applies to both.',
    want: [
      { kind: 'bar|line|area', fields: ['orders.ordered_at', NET], rows: [...spans(OC, 'o.ordered_at', 'month', 'sum(o.total)', "c.country = 'Germany'"), ...spans(IOC, 'o.ordered_at', 'month', 'sum(i.quantity * i.unit_price)', "c.country = 'Germany'")] },
      { kind: 'bar|pie|table', fields: ['orders.status'], rows: `select o.status, count(*) from ${OC} where c.country = 'Germany' group by 1` },
    ],
    filters: [{ type: 'select', field: 'customers.country', set: 'Germany' }] },

  { intent: 'kpi', data: 'chinook', prompt: 'number of employees and their average salary',
    ...one('stat', [], 'select count(*) from Employee'), unread: ['salary'] },

  { intent: 'area', data: 'iowa', prompt: 'net generation per year by source, stacked area',
    ...one('area', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], 'select year, source, net_generation from iowa_electricity') },

  { intent: 'month', data: 'shop', prompt: 'I want to see the revenue per product category and to choose the month with a month picker.',
    ...one('bar|table|pie', ['products.category', 'order_items.quantity|order_items.unit_price'], `select p.category, sum(i.quantity * i.unit_price) from ${IOP} where strftime(o.ordered_at, '%Y-%m') = '2026-09' group by 1`),
    filters: [{ type: 'month', field: 'orders.ordered_at', set: '2026-09' }] },

  { intent: 'group', data: 'weather', prompt: 'total precipitation and avg wind per weather type',
    ...one('bar|table', ['weather.weather', 'weather.precipitation', 'weather.wind'], 'select weather, sum(precipitation), avg(wind) from weather group by 1') },

  { intent: 'heatmap', data: 'shop', prompt: 'heatmap of tickets, topic x priority',
    ...one('heatmap', ['tickets.topic', 'tickets.priority'], pairs('tickets', 'topic', 'priority')) },

  { intent: 'calendar', data: 'chinook', prompt: 'Please put the invoices of March 2025 on a calendar.',
    ...one('calendar', ['Invoice.InvoiceDate'], onDays('InvoiceDate', 'Invoice', '2025-03'), { month: '2025-03' }) },

  { intent: 'bar', data: 'shop', prompt: 'avg order value by channel, bar chart',
    ...one('bar', ['orders.channel', NET], ['select channel, avg(total) from orders group by 1', `select o.channel, sum(i.quantity * i.unit_price) / count(distinct o.id) from ${IO} group by 1`]) },

  { intent: 'update', data: 'shop', prompt: 'Let me change the stock of a product.', refused: true, unread: ['change'] },

  { intent: 'table', data: 'birds', prompt: 'table of strikes with substantial damage: date, airport, operator, species, total cost',
    ...one('table', ['birdstrikes.Flight Date', 'birdstrikes.Airport Name', 'birdstrikes.Aircraft Airline Operator', 'birdstrikes.Wildlife Species', 'birdstrikes.Cost Total $'], `select "Flight Date", "Airport Name", "Aircraft Airline Operator", "Wildlife Species", "Cost Total $" from birdstrikes where "Effect Amount of damage" = 'Substantial'`) },

  { intent: 'grouped', data: 'chinook', prompt: 'revenue per country, 2024 and 2025 side by side',
    ...one('bar', ['Invoice.BillingCountry|Customer.Country', INVOICED], [
      ...pairs('Invoice i where year(i.InvoiceDate) in (2024, 2025)', 'i.BillingCountry', 'year(i.InvoiceDate)', 'sum(i.Total)'),
      ...pairs(`${LI} where year(i.InvoiceDate) in (2024, 2025)`, 'i.BillingCountry', 'year(i.InvoiceDate)', LINES),
      'select BillingCountry, sum(Total) filter (year(InvoiceDate) = 2024), sum(Total) filter (year(InvoiceDate) = 2025) from Invoice where year(InvoiceDate) in (2024, 2025) group by 1',
      `select i.BillingCountry, ${LINES} filter (year(i.InvoiceDate) = 2024), ${LINES} filter (year(i.InvoiceDate) = 2025) from ${LI} where year(i.InvoiceDate) in (2024, 2025) group by 1`,
    ]) },

  { intent: 'kpi-versus', data: 'shop', prompt: 'What is the revenue of this month compared with the same month last year?',
    ...one('stat', [NET], [
      ...thisMonthAgainst('orders', 'ordered_at', 'sum(total)', "(date_trunc('month', current_date) - interval 1 year)", '1 year'),
      ...thisMonthAgainst(IO, 'o.ordered_at', 'sum(i.quantity * i.unit_price)', "(date_trunc('month', current_date) - interval 1 year)", '1 year'),
    ]) },

  { intent: 'range', data: 'gap', prompt: 'table of countries with income, health, population. slider for income',
    ...one('table', ['gapminder.country', 'gapminder.income', 'gapminder.health', 'gapminder.population'], 'select country, income, health, population from gapminder where income between 10000 and 20000'),
    filters: [{ type: 'range', field: 'gapminder.income', set: ['10000', '20000'] }] },

  { intent: 'line', data: 'shop', prompt: 'I would like to see the number of new customers per month as a line chart.',
    ...one('line', ['customers.created_at'], spans('customers', 'created_at', 'month', 'count(*)', 'true')) },

  { intent: 'top', data: 'chinook', prompt: 'Which 5 artists have the most tracks?',
    ...one('bar|table', ['Artist.Name'], ['r.ArtistId, r.Name', 'r.Name'].map((by) => `select r.Name, count(*) as n from Track t join Album a on a.AlbumId = t.AlbumId join Artist r on r.ArtistId = a.ArtistId group by ${by} order by n desc limit 5`), { ordered: true }) },

  { intent: 'kanban', data: 'shop', prompt: 'kanban of tickets that are not closed, columns = priority, card: topic and customer',
    ...one('board', ['tickets.priority', 'tickets.topic', 'customers.name'], `select t.priority, t.topic, c.name from ${TC} where t.status <> 'closed'`) },

  { intent: 'bar', data: 'birds', prompt: 'Please draw a bar chart of the number of bird strikes by wildlife size.',
    ...one('bar', ['birdstrikes.Wildlife Size'], 'select "Wildlife Size", count(*) from birdstrikes group by 1') },

  { intent: 'dates', data: 'chinook', prompt: 'revenue by genre, from/to date filter on invoice date',
    ...one('bar|table|pie', ['Genre.Name', 'InvoiceLine.UnitPrice|InvoiceLine.Quantity'], [
      `select g.Name, ${LINES} from ${LI} join Track t on t.TrackId = l.TrackId join Genre g on g.GenreId = t.GenreId where i.InvoiceDate >= '2023-01-01' and i.InvoiceDate < '2024-07-01' group by 1`,
    ]),
    filters: [{ type: 'dates', field: 'Invoice.InvoiceDate', set: ['2023-01-01', '2024-06-30'] }] },

  { intent: 'table', data: 'shop', prompt: 'Please list the chairs with price, cost and stock, the lowest stock first.',
    ...one('table', ['products.name', 'products.price', 'products.cost', 'products.stock'], "select name, price, cost, stock from products where category = 'Chairs' order by stock", { ordered: true }) },

  { intent: 'several', data: 'weather', prompt: 'line of avg max and min temp by month since 2012 + bar chart of number of days per weather type',
    want: [
      { kind: 'line', fields: ['weather.date', 'weather.temp_max', 'weather.temp_min'], rows: [
        "select date_trunc('month', date), avg(temp_max), avg(temp_min) from weather group by 1",
        "select date_trunc('month', date), avg(temp_max) from weather group by 1 union all select date_trunc('month', date), avg(temp_min) from weather group by 1",
      ] },
      { kind: 'bar', fields: ['weather.weather'], rows: 'select weather, count(*) from weather group by 1' },
    ] },

  { intent: 'overview', data: 'shop', prompt: 'Give me an overview of the support tickets.',
    want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie' }] },

  { intent: 'scatter', data: 'gap', prompt: 'scatter income vs health by country, color = region',
    ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.region'], 'select income, health, region from gapminder') },

  { intent: 'detail', data: 'chinook', prompt: 'I need a table of the invoices with date, billing country and total, where clicking on a row opens the invoice.',
    ...one('table', ['Invoice.InvoiceDate', 'Invoice.BillingCountry', 'Invoice.Total'], dayOrMoment('InvoiceDate', ', BillingCountry, Total from Invoice'), { detail: true }) },

  { intent: 'search', data: 'shop', prompt: 'product list w/ category and price, search box for the name',
    ...one('table', ['products.name', 'products.category', 'products.price'], "select name, category, price from products where name ilike '%lamp%'"),
    filters: [{ type: 'search', field: 'products.name', set: 'lamp' }] },

  { intent: 'bucket', data: 'birds', prompt: 'How many bird strikes were there each year?',
    ...one('bar|line|table', ['birdstrikes.Flight Date'], 'select year("Flight Date"), count(*) from birdstrikes group by 1') },

  { intent: 'ratio', data: 'chinook', prompt: 'revenue per custmer by country',
    ...one('bar|table', ['Customer.Country|Invoice.BillingCountry', INVOICED], [
      'select c.Country, sum(i.Total) / count(distinct c.CustomerId) from Customer c join Invoice i on i.CustomerId = c.CustomerId group by 1',
      'select c.Country, sum(i.Total) / count(distinct c.CustomerId) from Customer c left join Invoice i on i.CustomerId = c.CustomerId group by 1',
      `select c.Country, ${LINES} / count(distinct c.CustomerId) from ${LI} join Customer c on c.CustomerId = i.CustomerId group by 1`,
      `select c.Country, ${LINES} / count(distinct c.CustomerId) from Customer c left join Invoice i on i.CustomerId = c.CustomerId left join InvoiceLine l on l.InvoiceId = i.InvoiceId group by 1`,
    ]) },

  { intent: 'group', data: 'shop', prompt: 'Please show the units in stock by product category and by warehouse.',
    ...one('bar|table|pie', ['products.category', 'products.stock'], 'select category, sum(stock) from products group by 1'), unread: ['warehouse'] },
];

export const DIALOGUES: Case[] = [
  { intent: 'edit', data: 'shop', prompt: 'revenue by month', edits: ['stacked by channel', 'only 2026'],
    ...one('bar|area', ['orders.ordered_at', 'orders.channel', NET], [
      ...pairs("orders o where year(o.ordered_at) = 2026", "date_trunc('month', o.ordered_at)", 'o.channel', 'sum(o.total)'),
      ...pairs(`${IO} where year(o.ordered_at) = 2026`, "date_trunc('month', o.ordered_at)", 'o.channel', 'sum(i.quantity * i.unit_price)'),
    ]) },

  { intent: 'edit', data: 'chinook', prompt: 'Please show me the number of tracks per genre as a bar chart.', edits: ['I would prefer a pie chart.', 'Leave out Rock.'],
    ...one('pie', ['Genre.Name'], [
      "select g.Name, count(*) from Track t join Genre g on g.GenreId = t.GenreId where g.Name <> 'Rock' group by 1",
      "select g.Name, count(t.TrackId) from Genre g left join Track t on g.GenreId = t.GenreId where g.Name <> 'Rock' group by 1",
    ]) },

  { intent: 'edit', data: 'shop', prompt: 'tickets opened this month, count', edits: ['compare with previous month'],
    ...one('stat', ['tickets.opened_at'], thisMonthAgainst('tickets', 'opened_at', 'count(*)', "(date_trunc('month', current_date) - interval 1 month)", '1 month')) },

  { intent: 'edit', data: 'shop', prompt: 'I need a table of the open orders over 500 with date, customer and total.', edits: ['Please add the country of the customer.', 'Remove the date column.', 'Sort it by total, largest first.'],
    ...one('table', ['customers.name', 'customers.country', 'orders.total'], `select c.name, c.country, o.total from ${OC} where o.status = 'open' and o.total > 500 order by o.total desc`, { ordered: true }) },

  { intent: 'edit', data: 'birds', prompt: 'top 10 airports by number of strikes', edits: ['top 5 only', 'rank by total cost instead'],
    ...one('bar|table', ['birdstrikes.Airport Name', 'birdstrikes.Cost Total $'], 'select "Airport Name", sum("Cost Total $") as v from birdstrikes group by 1 order by v desc limit 5', { ordered: true }) },

  { intent: 'edit', data: 'gap', prompt: 'avg income by region, bars', edits: ['add avg health', 'as table'],
    ...one('table', ['gapminder.region', 'gapminder.income', 'gapminder.health'], 'select region, avg(income), avg(health) from gapminder group by 1') },

  { intent: 'edit', data: 'chinook', prompt: 'I would like to see revenue by month with a dropdown for the billing country.', edits: ['Please remove the dropdown.', 'Show it by quarter instead of by month.'],
    ...one('bar|line|area', ['Invoice.InvoiceDate', INVOICED], [...spans('Invoice', 'InvoiceDate', 'quarter', 'sum(Total)', 'true'), ...spans(LI, 'i.InvoiceDate', 'quarter', LINES, 'true')]), filters: [] },

  { intent: 'edit', data: 'shop', prompt: 'number of customers, customers by region as bars, table of customers with name, country and segment', edits: ['remove the table', 'add a pie of customers by segment'],
    want: [
      { kind: 'stat', rows: 'select count(*) from customers' },
      { kind: 'bar', fields: ['customers.region'], rows: 'select region, count(*) from customers group by 1' },
      { kind: 'pie', fields: ['customers.segment'], rows: 'select segment, count(*) from customers group by 1' },
    ] },

  { intent: 'edit', data: 'shop', prompt: 'What is the average satisfaction per ticket topic?', edits: ['Add a dropdown for the priority.', 'Change the title to "Support quality".'],
    ...one('bar|table', ['tickets.topic', 'tickets.satisfaction'], "select topic, avg(satisfaction) from tickets where priority = 'high' group by 1"),
    filters: [{ type: 'select', field: 'tickets.priority', set: 'high' }], title: 'Support quality' },

  { intent: 'edit', data: 'weather', prompt: 'total precipitation by month, line', edits: ['per quarter', 'bars', 'undo'],
    ...one('line', ['weather.date', 'weather.precipitation'], spans('weather', 'date', 'quarter', 'sum(precipitation)', 'true')) },
];
