/** Prompts and dialogues of the tenth set by a developer and a student of data journalism, as they were written: nobody who wrote them had seen anything of the composer. */
/**
 * By two voices in turns: a developer who tries the product with its sample data on a fresh machine, and a student of data journalism whose
 * second language is English.
 */
import type { Case } from '../prompts.ts';
import { one, OC, TC, IO, IOC, IOP, revenueBy, pairs, spans, histogramOf, dayOrMoment, onDays } from '../queries.ts';

/** Both readings of the shop's revenue in one figure: what was charged, and what the items come to. */
const revenueIn = (where: string) => [`(select sum(total) from orders where ${where})`, `(select sum(quantity * unit_price) from ${IO} where ${where})`] as const;
const YEAR = "date_trunc('year', current_date)";
const LAST_YEAR = `${YEAR} - interval 1 year`;
/** A year ago the same stretch ended with the same day; with the same moment; or a day earlier, and then perhaps this one too. */
const ENDS: [string, string][] = [
  ['true', 'current_date - interval 1 year + interval 1 day'],
  ['true', 'current_timestamp::timestamp - interval 1 year'],
  ['true', 'current_date - interval 1 year'],
  ['ordered_at < current_date', 'current_date - interval 1 year'],
];
/** Without what comes to nothing, and with it. */
const withNone = (label: string, few: string, many: string, value: string, where = 'true') => [
  `select ${label}, ${value} from ${few} join ${many} where ${where} group by 1`,
  `select ${label}, ${value} from ${few} left join ${many} where ${where} group by 1`,
];
const TRACKS = 'Track t join Album b on b.AlbumId = t.AlbumId join Artist a on a.ArtistId = b.ArtistId join Genre g on g.GenreId = t.GenreId';
const SOLD = 'InvoiceLine l join Track t on t.TrackId = l.TrackId join Genre g on g.GenreId = t.GenreId';
const QUARTER = "date_trunc('quarter', ordered_at)";
const MONTH = "date_trunc('month', ordered_at)";

export const PROMPTS: Case[] = [
  { intent: 'ratio', data: 'shop', prompt: 'return rate per channel', ...one('bar|table', ['orders.channel'], `select channel, 1.0 * count(*) filter (where status = 'returned') / count(*) from orders group by 1`) },
  { intent: 'bar', data: 'birds', prompt: 'I would like a bar chart that shows how many strikes there were in each phase of flight.', ...one('bar', ['birdstrikes.Phase of flight'], `select "Phase of flight", count(*) from birdstrikes group by 1`) },
  {
    intent: 'search',
    data: 'chinook',
    prompt: 'Track list (name, composer, unit price) with a text search on the track name',
    ...one('table', ['Track.Name', 'Track.Composer', 'Track.UnitPrice'], `select Name, Composer, UnitPrice from Track where Name ilike '%No. 99%'`),
    filters: [{ type: 'search', field: 'Track.Name', set: 'No. 99' }],
  },
  { intent: 'kpi-versus', data: 'shop', prompt: 'Revenue since the beginning of this year, compared with the same period of last year.', ...one('stat', ['orders.total|order_items.unit_price'], ENDS.flatMap(([until, end]) => {
    const [now, before] = [revenueIn(`ordered_at >= ${YEAR} and ${until}`), revenueIn(`ordered_at >= ${LAST_YEAR} and ordered_at < ${end}`)];
    return [`select ${now[0]}, ${before[0]}`, `select ${now[1]}, ${before[1]}`];
  })) },
  {
    intent: 'dates',
    data: 'weather',
    prompt: 'Please show the highest and the lowest temperature of every day as two lines. I want to choose the start date and the end date.',
    ...one('line', ['weather.temp_max', 'weather.temp_min'], `select date, temp_max, temp_min from weather where date between '2014-06-01' and '2014-08-31'`),
    filters: [{ type: 'dates', field: 'weather.date', set: ['2014-06-01', '2014-08-31'] }],
  },
  { intent: 'table', data: 'chinook', prompt: 'tracks with album, artist, genre and price', ...one('table', ['Track.Name', 'Album.Title', 'Artist.Name', 'Genre.Name', 'Track.UnitPrice'], `select t.Name, b.Title, a.Name, g.Name, t.UnitPrice from ${TRACKS}`) },
  { intent: 'grouped', data: 'shop', prompt: 'grouped bars, order count by region and channel', ...one('bar', ['customers.region', 'orders.channel'], pairs(OC, 'c.region', 'o.channel')) },
  {
    intent: 'group',
    data: 'gap',
    prompt: 'Show me the total population and the unemployment rate of every region.',
    ...one('bar|table|pie', ['gapminder.region', 'gapminder.population'], 'select region, sum(population) from gapminder group by 1'),
    unread: ['unemployment'],
  },
  {
    intent: 'shared',
    data: 'shop',
    prompt: 'Revenue per month and number of orders per channel, two charts, with one country dropdown that filters both',
    want: [
      { kind: 'bar|line|area', fields: ['orders.ordered_at', 'orders.total|order_items.unit_price'], rows: [...spans(OC, 'ordered_at', 'month', 'sum(total)', `country = 'Germany'`), ...spans(IOC, 'ordered_at', 'month', 'sum(quantity * unit_price)', `country = 'Germany'`)] },
      { kind: 'bar|pie', fields: ['orders.channel'], rows: `select channel, count(*) from ${OC} where country = 'Germany' group by 1` },
    ],
    filters: [{ type: 'select', field: 'customers.country', set: 'Germany' }],
  },
  { intent: 'line', data: 'iowa', prompt: 'Line chart of the net generation per year with one line for every source', ...one('line', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], 'select year, source, sum(net_generation) from iowa_electricity group by all') },
  { intent: 'kpi', data: 'chinook', prompt: 'How many tracks are longer than 5 minutes?', ...one('stat', ['Track.Milliseconds'], 'select count(*) from Track where Milliseconds > 300000') },
  { intent: 'calendar', data: 'shop', prompt: 'Calendar of October 2026 with all the returned orders on their order date', ...one('calendar', ['orders.ordered_at'], onDays('ordered_at', 'orders', '2026-10', `status = 'returned'`), { month: '2026-10' }) },
  {
    intent: 'stacked',
    data: 'birds',
    prompt: 'How did the number of bird strikes change from year to year? Make stacked bars, with a colour for each wildlife size.',
    ...one('bar', ['birdstrikes.Flight Date', 'birdstrikes.Wildlife Size'], pairs('birdstrikes', `date_trunc('year', "Flight Date")`, '"Wildlife Size"')),
  },
  { intent: 'create', data: 'desk', prompt: 'form to add a new customer: name, email, plan, seats', form: { function: 'createCustomer', fields: ['name', 'email', 'plan', 'seats'] } },
  {
    intent: 'top',
    data: 'shop',
    prompt: 'top 10 products by revenue',
    ...one('bar|table', ['products.name', 'order_items.unit_price'], `select p.name, sum(quantity * unit_price) from ${IOP} group by p.id, p.name order by 2 desc limit 10`, { ordered: true }),
  },
  { intent: 'bucket', data: 'weather', prompt: 'I want to see the total precipitation for each quarter.', ...one('bar|line|area', ['weather.precipitation', 'weather.date'], `select date_trunc('quarter', date), sum(precipitation) from weather group by 1`) },
  {
    intent: 'several',
    data: 'chinook',
    prompt: 'bar chart of tracks per genre, and a pie of tracks per media type next to it',
    want: [
      { kind: 'bar', fields: ['Genre.Name'], rows: withNone('g.Name', 'Genre g', 'Track t on t.GenreId = g.GenreId', 'count(t.TrackId)') },
      { kind: 'pie', fields: ['MediaType.Name'], rows: withNone('m.Name', 'MediaType m', 'Track t on t.MediaTypeId = m.MediaTypeId', 'count(t.TrackId)') },
    ],
  },
  {
    intent: 'detail',
    data: 'shop',
    prompt: 'A list of all customers with company, city and country. When I click on a customer, I want to see all the details about this customer.',
    ...one('table', ['customers.name', 'customers.company', 'customers.city', 'customers.country'], 'select name, company, city, country from customers', { detail: true }),
  },
  {
    intent: 'kpi',
    data: 'shop',
    prompt: 'this month: number of orders, average order value',
    want: [
      { kind: 'stat', rows: `select count(*) from orders where ${MONTH} = date_trunc('month', current_date)` },
      { kind: 'stat', fields: ['orders.total|order_items.unit_price'], rows: [`select avg(total) from orders where ${MONTH} = date_trunc('month', current_date)`, `select sum(quantity * unit_price) / count(distinct o.id) from ${IO} where ${MONTH} = date_trunc('month', current_date)`] },
    ],
  },
  { intent: 'scatter', data: 'gap', prompt: 'Scatter plot of income and health, with one point for each country and a different colour for each region.', ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.region'], 'select income, health, region from gapminder') },
  {
    intent: 'ratio',
    data: 'chinook',
    prompt: 'Sales per customer by country, i.e. total of the invoices divided by number of customers',
    ...one('bar|table', ['Customer.Country|Invoice.BillingCountry', 'Invoice.Total'], ['select BillingCountry, sum(Total) / count(distinct CustomerId) from Invoice group by 1', 'select c.Country, sum(v.Total) / count(distinct c.CustomerId) from Customer c left join Invoice v on v.CustomerId = c.CustomerId group by 1']),
  },
  {
    intent: 'month',
    data: 'shop',
    prompt: 'Number of tickets by topic. The reader can pick a month.',
    ...one('bar|table|pie', ['tickets.topic'], `select topic, count(*) from tickets where strftime(opened_at, '%Y-%m') = '2026-09' group by 1`),
    filters: [{ type: 'month', field: 'tickets.opened_at', set: '2026-09' }],
  },
  { intent: 'heatmap', data: 'birds', prompt: 'Make a heat map with the time of day on one side and the phase of flight on the other. The colour is the number of strikes.', ...one('heatmap', ['birdstrikes.Time of day', 'birdstrikes.Phase of flight'], pairs('birdstrikes', '"Time of day"', '"Phase of flight"')) },
  { intent: 'pie', data: 'shop', prompt: 'revenue by segment, pie', ...one('pie', ['customers.segment', 'orders.total|order_items.unit_price'], revenueBy('c.segment')) },
  {
    intent: 'table',
    data: 'shop',
    prompt: 'Table of all products with catagory, price, stock and weight, lowest stock first',
    ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select stock from products order by stock', { ordered: true }),
    unread: ['weight'],
  },
  { intent: 'area', data: 'chinook', prompt: 'area chart: sum of invoice totals per quarter', ...one('area', ['Invoice.InvoiceDate', 'Invoice.Total'], spans('Invoice', 'InvoiceDate', 'quarter', 'sum(Total)', 'true')) },
  {
    intent: 'select',
    data: 'birds',
    prompt: 'Strikes per year, and a dropdown where the reader can choose the airline',
    ...one('bar|line|area', ['birdstrikes.Flight Date'], `select date_trunc('year', "Flight Date"), count(*) from birdstrikes where "Aircraft Airline Operator" = 'DELTA AIR LINES' group by 1`),
    filters: [{ type: 'select', field: 'birdstrikes.Aircraft Airline Operator', set: 'DELTA AIR LINES' }],
  },
  {
    intent: 'narrow',
    data: 'shop',
    prompt: 'orders with total > 4000, channel web, placed in 2026, status not returned. show id, date and total',
    ...one('table', ['orders.id', 'orders.ordered_at', 'orders.total'], dayOrMoment('ordered_at', `, id, total from orders where total > 4000 and channel = 'web' and year(orders.ordered_at) = 2026 and status <> 'returned'`)),
  },
  { intent: 'table', data: 'chinook', prompt: 'Can you list the employees with first name, last name, job title, city and hire date?', ...one('table', ['Employee.LastName', 'Employee.Title', 'Employee.City', 'Employee.HireDate'], ['FirstName, LastName', `FirstName || ' ' || LastName`].map((name) => `select ${name}, Title, City, HireDate from Employee`)) },
  {
    intent: 'line',
    data: 'shop',
    prompt: 'monthly revenue as a line, split by channel',
    ...one('line', ['orders.ordered_at', 'orders.channel', 'orders.total|order_items.unit_price'], [...pairs('orders', MONTH, 'channel', 'sum(total)'), ...pairs(IO, MONTH, 'o.channel', 'sum(quantity * unit_price)')]),
  },
  {
    intent: 'histogram',
    data: 'birds',
    prompt: 'A histogram of the speed of the aircraft, in knots',
    ...one('histogram', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', '"Speed IAS in knots"', [5, 10, 15, 20, 25, 30, 35, 40, 50, 100])),
  },
  { intent: 'kanban', data: 'shop', prompt: 'Kanban board for urgent tickets with a column per status, each card shows topic and customer', ...one('board', ['tickets.status', 'tickets.topic', 'customers.name'], `select t.status, t.topic, c.name from ${TC} where t.priority = 'urgent'`) },
  { intent: 'bar', data: 'weather', prompt: 'Bars with the number of days for every type of weather, please.', ...one('bar', ['weather.weather'], 'select weather, count(*) from weather group by 1') },
  { intent: 'overview', data: 'chinook', prompt: 'Give me an overview of the invoices.', want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie|histogram' }] },
  {
    intent: 'group',
    data: 'shop',
    prompt: 'table per channel: order count, revenue, avg discount',
    ...one('table', ['orders.channel', 'orders.total|order_items.unit_price', 'orders.discount'], [
      'select channel, count(*), sum(total), avg(discount) from orders group by 1',
      `select a.channel, a.n, b.v, a.d from (select channel, count(*) as n, avg(discount) as d from orders group by 1) a join (select o.channel, sum(quantity * unit_price) as v from ${IO} group by 1) b on b.channel = a.channel`,
    ]),
  },
  { intent: 'update', data: 'shop', prompt: 'I need a form where I can change the price of a product.', refused: true, unread: ['change'] },
  {
    intent: 'top',
    data: 'chinook',
    prompt: 'Which five genres sold the most tracks?',
    ...one('bar|table', ['Genre.Name'], `select g.Name, sum(l.Quantity) from ${SOLD} group by 1 order by 2 desc limit 5`, { ordered: true }),
  },
  {
    intent: 'range',
    data: 'shop',
    prompt: 'Products with name, category and price, plus a slider for min and max price',
    ...one('table', ['products.name', 'products.category', 'products.price'], 'select name, category, price from products where price between 150 and 450'),
    filters: [{ type: 'range', field: 'products.price', set: ['150', '450'] }],
  },
];

export const DIALOGUES: Case[] = [
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'orders per month by channel, stacked bars',
    edits: ['by quarter instead of month', 'leave out store'],
    ...one('bar', ['orders.ordered_at', 'orders.channel'], pairs(`(select * from orders where channel <> 'store')`, QUARTER, 'channel')),
  },
  {
    intent: 'edit',
    data: 'birds',
    prompt: 'Bar chart of the number of strikes for each time of day',
    edits: ['Please show the sum of the total cost instead of the number of strikes', 'Only large wildlife'],
    ...one('bar', ['birdstrikes.Time of day', 'birdstrikes.Cost Total $', 'birdstrikes.Wildlife Size'], `select "Time of day", sum("Cost Total $") from birdstrikes where "Wildlife Size" = 'Large' group by 1`),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Table with the 10 products that sold the most units',
    edits: ['also show the revenue of each product', 'only the first 5'],
    ...one('table', ['products.name', 'order_items.quantity', 'order_items.unit_price'], `select p.name, sum(quantity), sum(quantity * unit_price) from ${IOP} group by p.id, p.name order by 2 desc limit 5`, { ordered: true }),
  },
  {
    intent: 'edit',
    data: 'chinook',
    prompt: 'Number of tracks in each genre',
    edits: ['Can you make it a pie chart?', 'without Rock please'],
    ...one('pie', ['Genre.Name'], withNone('g.Name', 'Genre g', 'Track t on t.GenreId = g.GenreId', 'count(t.TrackId)', `g.Name <> 'Rock'`)),
  },
  {
    intent: 'edit',
    data: 'weather',
    prompt: 'line chart of average wind per month',
    edits: ['by week', 'only 2015'],
    ...one('line', ['weather.date', 'weather.wind'], `select date_trunc('week', date), avg(wind) from weather where year(date) = 2015 group by 1`),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Tickets by topic as bars, with a dropdown for priority',
    edits: ['remove the priority filter', 'add a chart of tickets opened per month'],
    want: [
      { kind: 'bar', fields: ['tickets.topic'], rows: 'select topic, count(*) from tickets group by 1' },
      { kind: 'bar|line|area', fields: ['tickets.opened_at'], rows: spans('tickets', 'opened_at', 'month', 'count(*)', 'true') },
    ],
    filters: [],
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'What was the revenue in October 2026?',
    edits: ['Compare it with the same month of last year.'],
    ...one('stat', ['orders.total|order_items.unit_price'], [0, 1].map((i) => `select ${revenueIn(`strftime(ordered_at, '%Y-%m') = '2026-10'`)[i]}, ${revenueIn(`strftime(ordered_at, '%Y-%m') = '2025-10'`)[i]}`)),
  },
  {
    intent: 'edit',
    data: 'chinook',
    prompt: 'bars: sum of invoice total per billing country',
    edits: ['only USA and Canada', 'undo'],
    ...one('bar', ['Invoice.BillingCountry', 'Invoice.Total'], 'select BillingCountry, sum(Total) from Invoice group by 1'),
  },
  {
    intent: 'edit',
    data: 'gap',
    prompt: 'A table of all countries with income and health',
    edits: ['Add the population', 'Only the countries in sub-saharan Africa', 'Sort by population, the biggest first'],
    ...one('table', ['gapminder.country', 'gapminder.income', 'gapminder.health', 'gapminder.population'], `select country, income, health, population from gapminder where region = 'sub_saharan_africa' order by population desc`, { ordered: true }),
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'number of orders as a figure, orders per month as a line, and a pie of orders by status',
    edits: ['remove the pie', 'Name the page "Shop orders"'],
    want: [
      { kind: 'stat', rows: 'select count(*) from orders' },
      { kind: 'line', fields: ['orders.ordered_at'], rows: spans('orders', 'ordered_at', 'month', 'count(*)', 'true') },
    ],
    title: 'Shop orders',
  },
];
