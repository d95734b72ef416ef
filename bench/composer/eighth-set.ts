/**
 * An eighth set, in the voice of an operations manager and a controller: by somebody who had read neither the composer, nor how it's built, nor an answer of
 * it. Scored once as it was found; then mended like reported bugs. Frozen as the prompts are; its dates are those of the end of November 2026.
 */
import type { Case } from './prompts.ts';
import { one, OC, TC, IO, IOC, IOP, revenueBy, twoSpans, pairs, spans, histogramOf, dayOrMoment, onDays } from './queries.ts';

const IOPC = `${IOP} join customers c on c.id = o.customer_id`;
const ITEMS = 'sum(i.quantity * i.unit_price)';
/** A share as a fraction, and in per cent. */
const shares = (by: string, share: string, from: string) => ['', ' * 100'].map((times) => `select ${by}, (${share})${times} from ${from} group by all`);
/** By year: as the year's first day, and as the bare number. */
const years = (time: string) => [`date_trunc('year', ${time})`, `year(${time})`];

const MONEY_WIDTHS = [10, 20, 25, 50, 100, 150, 200, 250, 300, 400, 500, 600, 700, 750, 800, 1000, 1200, 1250, 1500, 2000, 2500, 3000, 4000, 5000];

const SHOP: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'average order value for enterprise customers, one number', ...one('stat', ['orders.total', 'customers.segment'], [`select avg(total) from ${OC} where segment = 'enterprise'`, `select sum(i.quantity * i.unit_price) / count(distinct o.id) from ${IOC} where segment = 'enterprise'`]) },
  {
    intent: 'kpi-versus',
    data: 'shop',
    prompt: 'Revenue this month against last month.',
    ...one('stat', ['orders.total|order_items.unit_price', 'orders.ordered_at'], [
      ...["date_trunc('month', current_date)", "current_date - interval '1 month'", "date_trunc('month', current_date) - interval '1 day'"].flatMap((end) => [
        ['sum(total)', 'orders o'],
        [ITEMS, IO],
      ].map(([sum, from]) => `select (select ${sum} from ${from} where ordered_at >= date_trunc('month', current_date) and ordered_at < current_date + 1), (select ${sum} from ${from} where ordered_at >= date_trunc('month', current_date) - interval '1 month' and ordered_at < ${end === "date_trunc('month', current_date)" ? end : `${end} + interval '1 day'`})`)),
      `select (select sum(total) from orders where ordered_at >= '2026-11-01'), (select sum(total) from orders where ordered_at >= '2026-10-01' and ordered_at < '2026-10-30 17:45:00')`,
    ]),
  },
  { intent: 'kpi-versus', data: 'shop', prompt: 'How many support tickets were opened in the last 30 days, and how does that compare with the 30 days before?', ...one('stat', ['tickets.opened_at'], twoSpans('tickets', 'opened_at', 'count(*)', 30)) },
  { intent: 'bar', data: 'shop', prompt: 'bars: 2026 revenue per channel and cost centre', unread: ['cost centre'], ...one('bar', ['orders.channel', 'orders.total|order_items.unit_price', 'orders.ordered_at'], revenueBy('channel', 'year(ordered_at) = 2026')) },
  { intent: 'stacked', data: 'shop', prompt: 'Stacked bars please, number of orders per country broken down by order status', ...one('bar', ['customers.country', 'orders.status'], pairs(OC, 'c.country', 'o.status')) },
  { intent: 'line', data: 'shop', prompt: 'order intake week by week for 2026, line. Count of orders, not value', ...one('line', ['orders.ordered_at'], spans('orders', 'ordered_at', 'week', 'count(*)', 'year(ordered_at) = 2026', 'year(ordered_at) = 2026')) },
  { intent: 'area', data: 'shop', prompt: 'area chart, how much discount did we give away per month', ...one('area', ['orders.discount', 'orders.ordered_at'], spans('orders', 'ordered_at', 'month', 'sum(discount)', 'true')) },
  { intent: 'calendar', data: 'shop', prompt: 'Calendar with the tickets we closed this month', ...one('calendar', ['tickets.closed_at'], onDays('closed_at', 'tickets', '2026-11'), { month: '2026-11' }) },
  { intent: 'histogram', data: 'shop', prompt: 'How are the order totals distributed? Paid orders only, histogram.', ...one('histogram', ['orders.total', 'orders.status'], histogramOf('orders', 'total', MONEY_WIDTHS, "status = 'paid'")) },
  { intent: 'heatmap', data: 'shop', prompt: 'Units sold, product category against customer region, as a heat map', ...one('heatmap', ['order_items.quantity', 'products.category', 'customers.region'], pairs(IOPC, 'p.category', 'c.region', 'sum(i.quantity)')) },
  { intent: 'table', data: 'shop', prompt: 'Which products have fewer than 20 pieces in stock? Name, category, stock and price, lowest stock first.', ...one('table', ['products.name', 'products.category', 'products.stock', 'products.price'], 'select name, category, stock, price from products where stock < 20 order by stock') },
  { intent: 'top', data: 'shop', prompt: 'ten best selling products by units', ...one('bar|table', ['products.name', 'order_items.quantity'], `select p.name, sum(i.quantity) from ${IOP} group by 1 order by 2 desc limit 10`, { ordered: true }) },
  { intent: 'group', data: 'shop', prompt: 'One line per customer segment with number of orders, revenue and average discount.', ...one('table', ['customers.segment', 'orders.total|order_items.unit_price', 'orders.discount'], [`select segment, count(*), sum(total), avg(discount) from ${OC} group by 1`, `select a.segment, a.n, b.r, a.d from (select segment, count(*) as n, avg(discount) as d from ${OC} group by 1) a join (select segment, ${ITEMS} as r from ${IOC} group by 1) b using (segment)`]) },
  { intent: 'bucket', data: 'shop', prompt: 'revenue by quarter', ...one('bar|line|area|table', ['orders.ordered_at', 'orders.total|order_items.unit_price'], [...spans('orders', 'ordered_at', 'quarter', 'sum(total)', 'true'), ...spans(IO, 'o.ordered_at', 'quarter', ITEMS, 'true')]) },
  { intent: 'ratio', data: 'shop', prompt: 'Return rate per channel: returned orders as a share of all orders', ...one('bar|table', ['orders.channel', 'orders.status'], shares('channel', "count(*) filter (status = 'returned') * 1.0 / count(*)", 'orders')) },
  { intent: 'select', data: 'shop', prompt: 'Tickets that are still open or waiting: opened when, customer, topic. Let me pick the priority.', ...one('table', ['tickets.opened_at', 'customers.name', 'tickets.topic', 'tickets.status', 'tickets.priority'], dayOrMoment('t.opened_at', `, c.name, t.topic from ${TC} where t.status in ('open', 'waiting')`)), filters: [{ type: 'select', field: 'tickets.priority' }] },
  { intent: 'month', data: 'shop', prompt: 'revenue by country, and I choose the month', ...one('bar|table|pie', ['customers.country', 'orders.total|order_items.unit_price'], revenueBy('country')), filters: [{ type: 'month', field: 'orders.ordered_at' }] },
  { intent: 'dates', data: 'shop', prompt: 'unpaid stuff: open orders with date, custmer and total. from/to dates on top', ...one('table', ['orders.ordered_at', 'customers.name', 'orders.total', 'orders.status'], dayOrMoment('o.ordered_at', `, c.name, o.total from ${OC} where o.status = 'open'`)), filters: [{ type: 'dates', field: 'orders.ordered_at' }] },
  { intent: 'range', data: 'shop', prompt: 'Product list, name cost and price, with a slider on the price so I can cut off the small stuff', ...one('table', ['products.name', 'products.cost', 'products.price'], 'select name, cost, price from products'), filters: [{ type: 'range', field: 'products.price' }] },
  {
    intent: 'shared',
    data: 'shop',
    prompt: 'Monthly revenue as a line and orders per status as bars, with one region filter that drives both.',
    want: [
      { kind: 'line', fields: ['orders.ordered_at', 'orders.total|order_items.unit_price'], rows: [...spans('orders', 'ordered_at', 'month', 'sum(total)', 'true'), ...spans(IO, 'o.ordered_at', 'month', ITEMS, 'true')] },
      { kind: 'bar', fields: ['orders.status'], rows: 'select status, count(*) from orders group by 1' },
    ],
    filters: [{ type: 'select', field: 'customers.region' }],
  },
  { intent: 'detail', data: 'shop', prompt: 'partner orders of this month in a table, a click on one opens everything we know about it', ...one('table', ['orders.channel', 'orders.ordered_at', 'orders.total'], "select total from orders where channel = 'partner' and ordered_at >= '2026-11-01'", { detail: true }) },
  { intent: 'kanban', data: 'shop', prompt: 'Kanban of the urgent and high tickets by status', ...one('board', ['tickets.status', 'tickets.priority'], "select status from tickets where priority in ('urgent', 'high')") },
  {
    intent: 'several',
    data: 'shop',
    prompt: 'For the Monday meeting on one page: total revenue, revenue by segment, and the five biggest open orders with customer and amount',
    want: [
      { kind: 'stat', fields: ['orders.total|order_items.unit_price'], rows: ['select sum(total) from orders', 'select sum(quantity * unit_price) from order_items'] },
      { kind: 'bar|pie|table', fields: ['customers.segment', 'orders.total|order_items.unit_price'], rows: revenueBy('segment') },
      { kind: 'table|bar', fields: ['orders.total', 'customers.name', 'orders.status'], rows: [`select c.name, o.total from ${OC} where o.status = 'open' order by 2 desc limit 5`], ordered: true },
    ],
  },
  { intent: 'narrow', data: 'shop', prompt: 'tickets from Germany and France since September, how many per topic', ...one('bar|table|pie', ['tickets.topic', 'customers.country', 'tickets.opened_at'], `select topic, count(*) from ${TC} where c.country in ('Germany', 'France') and t.opened_at >= '2026-09-01' group by 1`) },
];


const II = 'Invoice i join InvoiceLine l using (InvoiceId)';
const ICU = 'Invoice i join Customer c using (CustomerId)';
const TG = 'Track t join Genre g using (GenreId)';
const MINUTES = [0.1, 0.2, 0.25, 0.5, 1, 2];

const CHINOOK: Case[] = [
  { intent: 'kpi', data: 'chinook', prompt: 'What did we invoice in 2024? Just the figure', ...one('stat', ['Invoice.Total|InvoiceLine.UnitPrice', 'Invoice.InvoiceDate'], ['select sum(Total) from Invoice where year(InvoiceDate) = 2024', `select sum(l.UnitPrice * l.Quantity) from ${II} where year(InvoiceDate) = 2024`]) },
  { intent: 'pie', data: 'chinook', prompt: 'Donut: tracks by media type', ...one('pie', ['MediaType.Name'], ['select m.Name, count(*) from Track t join MediaType m using (MediaTypeId) group by 1', 'select m.Name, count(t.TrackId) from MediaType m left join Track t using (MediaTypeId) group by 1']) },
  { intent: 'grouped', data: 'chinook', prompt: 'invoiced amount per billing country, 2024 and 2025 side by side', ...one('bar', ['Invoice.BillingCountry', 'Invoice.Total', 'Invoice.InvoiceDate'], years('InvoiceDate').flatMap((year) => pairs('Invoice where year(InvoiceDate) in (2024, 2025)', 'BillingCountry', year, 'sum(Total)'))) },
  { intent: 'line', data: 'chinook', prompt: 'Invoices per quarter since 2023, number of them, as a line', ...one('line', ['Invoice.InvoiceDate'], spans('Invoice', 'InvoiceDate', 'quarter', 'count(*)', "InvoiceDate >= '2023-01-01'", "InvoiceDate >= '2023-01-01'")) },
  { intent: 'search', data: 'chinook', prompt: 'customer contacts: last name, email, city, country. With a search box for the last name.', ...one('table', ['Customer.LastName', 'Customer.Email', 'Customer.City', 'Customer.Country'], 'select LastName, Email, City, Country from Customer'), filters: [{ type: 'search', field: 'Customer.LastName' }] },
  { intent: 'table', data: 'chinook', prompt: 'Staff list with first and last name, job title and hire date, longest serving first', ...one('table', ['Employee.FirstName', 'Employee.LastName', 'Employee.Title', 'Employee.HireDate'], 'select FirstName, LastName, Title, HireDate from Employee order by HireDate') },
  { intent: 'top', data: 'chinook', prompt: 'The 6 artists with the most tracks in the catalogue', ...one('bar|table|pie', ['Artist.Name'], ['a.ArtistId, a.Name', 'a.Name'].map((by) => `select a.Name, count(*) from Track t join Album b using (AlbumId) join Artist a using (ArtistId) group by ${by} order by 2 desc limit 6`), { ordered: true }) },
  { intent: 'histogram', data: 'chinook', prompt: 'Histogram of track length. Rock only', ...one('histogram', ['Track.Milliseconds', 'Genre.Name'], [...histogramOf(`${TG}`, 'Milliseconds', [1000, 2000, 2500, 5000, 10000, 12000, 15000, 20000, 25000, 30000, 40000, 50000, 60000, 100000], "g.Name = 'Rock'"), ...histogramOf(`${TG}`, '(Milliseconds / 60000)', MINUTES, "g.Name = 'Rock'"), ...histogramOf(`${TG}`, '(Milliseconds / 1000)', [5, 10, 15, 20, 25, 30, 50, 60, 100], "g.Name = 'Rock'")]) },
  { intent: 'calendar', data: 'chinook', prompt: 'Invoice dates on a calendar, start at June 2025', ...one('calendar', ['Invoice.InvoiceDate'], onDays('InvoiceDate', 'Invoice', '2025-06'), { month: '2025-06' }) },
  {
    intent: 'overview',
    data: 'chinook',
    prompt: 'Give me an overview of our invoices',
    want: [
      { kind: 'stat', rows: ['select count(*) from Invoice', 'select sum(Total) from Invoice'] },
      { kind: 'line|bar|area', fields: ['Invoice.InvoiceDate'], rows: [...(['month', 'quarter'] as const).flatMap((span) => ['count(*)', 'sum(Total)'].flatMap((value) => spans('Invoice', 'InvoiceDate', span, value, 'true'))), ...years('InvoiceDate').flatMap((year) => ['count(*)', 'sum(Total)'].map((value) => `select ${year}, ${value} from Invoice group by 1`))] },
    ],
  },
  { intent: 'group', data: 'chinook', prompt: 'per genre in a table: how many tracks, avarage length and total file size', ...one('table', ['Genre.Name', 'Track.Milliseconds', 'Track.Bytes'], ['avg(Milliseconds)', 'avg(Milliseconds) / 1000', 'avg(Milliseconds) / 60000'].flatMap((length) => ['sum(Bytes)', 'sum(Bytes) / 1000000', 'sum(Bytes) / 1048576'].map((size) => `select g.Name, count(*), ${length}, ${size} from ${TG} group by 1`))) },
  { intent: 'ratio', data: 'chinook', prompt: 'Revenue per customer for each country, i.e. invoice total divided by number of customers', ...one('bar|table', ['Invoice.Total', 'Customer.Country|Invoice.BillingCountry'], [`select c.Country, sum(Total) / count(distinct c.CustomerId) from ${ICU} group by 1`, 'select c.Country, sum(Total) / count(distinct c.CustomerId) from Customer c left join Invoice i using (CustomerId) group by 1']) },
  { intent: 'table', data: 'chinook', prompt: 'Invoices above 10 from 2025: date, customer last name, total and payment method', unread: ['payment method'], ...one('table', ['Invoice.InvoiceDate', 'Customer.LastName', 'Invoice.Total'], dayOrMoment('InvoiceDate', `, c.LastName, Total from ${ICU} where Total > 10 and year(InvoiceDate) = 2025`)) },
  { intent: 'detail', data: 'chinook', prompt: 'Albums with their artist, and when I click an album show me its details', ...one('table', ['Album.Title', 'Artist.Name'], 'select Title, a.Name from Album b join Artist a using (ArtistId)', { detail: true }) },
];

const B = 'birdstrikes';
const COST = '"Cost Total $"';
const DAMAGE = '"Effect Amount of damage"';

const BIRDS: Case[] = [
  { intent: 'stacked', data: 'birds', prompt: 'strikes per phase of flight, stacked by size of the animal', ...one('bar', ['birdstrikes.Phase of flight', 'birdstrikes.Wildlife Size'], pairs(B, '"Phase of flight"', '"Wildlife Size"')) },
  {
    intent: 'shared',
    data: 'birds',
    prompt: 'Total cost per year as an area, plus the top 8 airlines by number of strikes. Dropdown for the origin state should work on both',
    want: [
      { kind: 'area', fields: ['birdstrikes.Flight Date', 'birdstrikes.Cost Total $'], rows: years('"Flight Date"').map((year) => `select ${year}, sum(${COST}) from ${B} group by 1`) },
      { kind: 'bar|table|pie', fields: ['birdstrikes.Aircraft Airline Operator'], rows: `select "Aircraft Airline Operator", count(*) from ${B} group by 1 order by 2 desc limit 8`, ordered: true },
    ],
    filters: [{ type: 'select', field: 'birdstrikes.Origin State' }],
  },
  { intent: 'kpi-versus', data: 'birds', prompt: 'Number of strikes in 2001 compared to 2000, as a figure', ...one('stat', ['birdstrikes.Flight Date'], `select count(*) filter (year("Flight Date") = 2001), count(*) filter (year("Flight Date") = 2000) from ${B}`) },
  { intent: 'heatmap', data: 'birds', prompt: 'Heatmap, phase of flight by time of day', ...one('heatmap', ['birdstrikes.Phase of flight', 'birdstrikes.Time of day'], pairs(B, '"Phase of flight"', '"Time of day"')) },
  { intent: 'top', data: 'birds', prompt: 'which five airlines cost us the most in repairs', ...one('bar|table', ['birdstrikes.Aircraft Airline Operator', 'birdstrikes.Cost Repair'], `select "Aircraft Airline Operator", sum("Cost Repair") from ${B} group by 1 order by 2 desc limit 5`, { ordered: true }) },
  { intent: 'dates', data: 'birds', prompt: 'Strikes by origin state, and give me a date range to limit the period', ...one('bar|table|pie', ['birdstrikes.Origin State'], `select "Origin State", count(*) from ${B} group by 1`), filters: [{ type: 'dates', field: 'birdstrikes.Flight Date' }] },
  { intent: 'range', data: 'birds', prompt: 'table of all strikes with substantial damage: date, airport, airline, speed, total cost. slider for the speed', ...one('table', ['birdstrikes.Flight Date', 'birdstrikes.Airport Name', 'birdstrikes.Aircraft Airline Operator', 'birdstrikes.Speed IAS in knots', 'birdstrikes.Cost Total $'], `select "Flight Date", "Airport Name", "Aircraft Airline Operator", "Speed IAS in knots", ${COST} from ${B} where ${DAMAGE} = 'Substantial'`), filters: [{ type: 'range', field: 'birdstrikes.Speed IAS in knots' }] },
  { intent: 'narrow', data: 'birds', prompt: 'Night strikes in Texas during approach, by species', ...one('bar|table|pie', ['birdstrikes.Wildlife Species', 'birdstrikes.Time of day', 'birdstrikes.Origin State', 'birdstrikes.Phase of flight'], `select "Wildlife Species", count(*) from ${B} where "Time of day" = 'Night' and "Origin State" = 'Texas' and "Phase of flight" = 'Approach' group by 1`) },
  { intent: 'ratio', data: 'birds', prompt: 'what share of strikes did substantial damage, by wildlife size', ...one('bar|table', ['birdstrikes.Wildlife Size', 'birdstrikes.Effect Amount of damage'], shares('"Wildlife Size"', `count(*) filter (${DAMAGE} = 'Substantial') * 1.0 / count(*)`, B)) },
  { intent: 'bar', data: 'birds', prompt: 'Bar chart of average total cost per time of day and pilot rank', unread: ['pilot rank'], ...one('bar', ['birdstrikes.Time of day', 'birdstrikes.Cost Total $'], `select "Time of day", avg(${COST}) from ${B} group by 1`) },
];

const WEATHER: Case[] = [
  { intent: 'line', data: 'weather', prompt: 'avg max and min temperature by month, two lines', ...one('line', ['weather.temp_max', 'weather.temp_min', 'weather.date'], ["select date_trunc('month', date), avg(temp_max), avg(temp_min) from weather group by 1", "select date_trunc('month', date), avg(temp_max) from weather group by 1 union all select date_trunc('month', date), avg(temp_min) from weather group by 1"]) },
  { intent: 'bucket', data: 'weather', prompt: 'How many days fall into each 5 degree band of max temperature?', ...one('histogram|bar|table', ['weather.temp_max'], histogramOf('weather', 'temp_max', [5])) },
  { intent: 'scatter', data: 'weather', prompt: 'Wind against precipitation for 2015 as a scatter plot.', ...one('scatter', ['weather.wind', 'weather.precipitation', 'weather.date'], ['select wind, precipitation from weather where year(date) = 2015']) },
  { intent: 'select', data: 'weather', prompt: 'total rainfall per year in bars with a dropdown for the weather', ...one('bar', ['weather.precipitation', 'weather.date'], years('date').map((year) => `select ${year}, sum(precipitation) from weather group by 1`)), filters: [{ type: 'select', field: 'weather.weather' }] },
  { intent: 'kpi', data: 'weather', prompt: 'days with snow in 2012', ...one('stat', ['weather.weather', 'weather.date'], "select count(*) from weather where weather = 'snow' and year(date) = 2012") },
];

const GAP: Case[] = [
  { intent: 'scatter', data: 'gap', prompt: 'Income on x, health on y, one dot per country, size by population and coloured by region', ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.population', 'gapminder.region'], 'select income, health, population, region from gapminder') },
  { intent: 'bar', data: 'gap', prompt: 'Population by region as a bar chart, biggest first', ...one('bar', ['gapminder.population', 'gapminder.region'], 'select region, sum(population) from gapminder group by 1 order by 2 desc', { ordered: true }) },
  {
    intent: 'several',
    data: 'gap',
    prompt: 'number of countries as a figure, average health per region, and a table of the ten richest countries with income and health',
    want: [
      { kind: 'stat', rows: 'select count(*) from gapminder' },
      { kind: 'bar|table|pie', fields: ['gapminder.health', 'gapminder.region'], rows: 'select region, avg(health) from gapminder group by 1' },
      { kind: 'table', fields: ['gapminder.country', 'gapminder.income', 'gapminder.health'], rows: 'select country, income, health from gapminder order by income desc limit 10', ordered: true },
    ],
  },
  { intent: 'group', data: 'gap', prompt: 'summary by region: countries, population, average income and debt ratio', unread: ['debt ratio'], ...one('table', ['gapminder.region', 'gapminder.population', 'gapminder.income'], 'select region, count(*), sum(population), avg(income) from gapminder group by 1') },
];

const IOWA: Case[] = [
  { intent: 'area', data: 'iowa', prompt: 'net generation over the years as stacked areas, by source', ...one('area', ['iowa_electricity.net_generation', 'iowa_electricity.source', 'iowa_electricity.year'], years('year').map((year) => `select ${year}, source, sum(net_generation) from iowa_electricity group by 1, 2`)) },
  { intent: 'grouped', data: 'iowa', prompt: 'Nuclear next to renewables, generation per year from 2010 on, grouped bars', ...one('bar', ['iowa_electricity.net_generation', 'iowa_electricity.source', 'iowa_electricity.year'], years('year').map((year) => `select ${year}, source, sum(net_generation) from iowa_electricity where source in ('Nuclear Energy', 'Renewables') and year >= '2010-01-01' group by 1, 2`)) },
  { intent: 'pie', data: 'iowa', prompt: 'Energy mix 2017, pie', ...one('pie', ['iowa_electricity.net_generation', 'iowa_electricity.source', 'iowa_electricity.year'], "select source, sum(net_generation) from iowa_electricity where year(year) = 2017 group by 1") },
];

export const EIGHTH_DIALOGUES: Case[] = [
  { intent: 'edit', data: 'shop', prompt: 'number of orders by region', edits: ['stack them by channel', 'only 2026'], ...one('bar', ['customers.region', 'orders.channel', 'orders.ordered_at'], pairs(`${OC} where year(o.ordered_at) = 2026`, 'c.region', 'o.channel')) },
  { intent: 'edit', data: 'shop', prompt: 'Revenue per month, web channel', edits: ['by week instead'], ...one('line|bar|area', ['orders.ordered_at', 'orders.total|order_items.unit_price', 'orders.channel'], [...spans('orders', 'ordered_at', 'week', 'sum(total)', "channel = 'web'"), ...spans(IO, 'o.ordered_at', 'week', ITEMS, "channel = 'web'")]) },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'Open orders of our entreprise customers with company and total',
    edits: ['add the country', 'largest total first', 'and a search box for the company pls'],
    ...one('table', ['customers.company', 'orders.total', 'customers.country', 'orders.status', 'customers.segment'], `select c.company, o.total, c.country from ${OC} where o.status = 'open' and c.segment = 'enterprise' order by o.total desc`, { ordered: true }),
    filters: [{ type: 'search', field: 'customers.company' }],
  },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'One page with total revenue, the number of open orders, and revenue by product category in bars',
    edits: ['take the open orders out again', 'make the categories a donut', 'Call the page Month end review'],
    title: 'Month end review',
    want: [
      { kind: 'stat', fields: ['orders.total|order_items.unit_price'], rows: ['select sum(total) from orders', 'select sum(quantity * unit_price) from order_items'] },
      { kind: 'pie', fields: ['products.category', 'order_items.unit_price'], rows: `select p.category, ${ITEMS} from ${IOP} group by 1` },
    ],
  },
  { intent: 'edit', data: 'shop', prompt: 'Tickets by topic as bars.', edits: ['show the priorities side by side within each topic', 'leave out the closed ones', 'undo that'], ...one('bar', ['tickets.topic', 'tickets.priority'], pairs('tickets', 'topic', 'priority')) },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'number of orders this year, as a figure',
    edits: ['Compare it with last year.'],
    ...one('stat', ['orders.ordered_at'], ["'2026-01-01'", "'2025-12-01'", "'2025-11-30'", "'2025-11-30 17:45:00'"].map((end) => `select (select count(*) from orders where ordered_at >= '2026-01-01'), (select count(*) from orders where ordered_at >= '2025-01-01' and ordered_at < ${end})`)),
  },
  { intent: 'edit', data: 'chinook', prompt: 'Sales value by genre', edits: ['just 2024 and 2025', 'as a pie please'], ...one('pie', ['Genre.Name', 'InvoiceLine.UnitPrice', 'Invoice.InvoiceDate'], 'select g.Name, sum(l.UnitPrice * l.Quantity) from InvoiceLine l join Invoice i using (InvoiceId) join Track t using (TrackId) join Genre g using (GenreId) where year(i.InvoiceDate) in (2024, 2025) group by 1') },
  { intent: 'edit', data: 'chinook', prompt: 'jazz tracks: name, album, price', edits: ['add the composer', 'The price can go.'], ...one('table', ['Track.Name', 'Album.Title', 'Track.Composer', 'Genre.Name'], `select t.Name, b.Title, t.Composer from ${TG} join Album b using (AlbumId) where g.Name = 'Jazz'`) },
  { intent: 'edit', data: 'chinook', prompt: 'how many invoices per month', edits: ['as an area', 'give me a dropdown for the billing country'], ...one('area', ['Invoice.InvoiceDate'], spans('Invoice', 'InvoiceDate', 'month', 'count(*)', 'true')), filters: [{ type: 'select', field: 'Invoice.BillingCountry' }] },
  {
    intent: 'edit',
    data: 'chinook',
    prompt: 'Top 5 billing countries by invoiced total',
    edits: ['top 3 is enough', 'Next to it the number of customers per support rep last name'],
    want: [
      { kind: 'bar|table|pie', fields: ['Invoice.BillingCountry', 'Invoice.Total'], rows: 'select BillingCountry, sum(Total) from Invoice group by 1 order by 2 desc limit 3', ordered: true },
      { kind: 'bar|table|pie', fields: ['Employee.LastName'], rows: ['select e.LastName, count(*) from Customer c join Employee e on e.EmployeeId = c.SupportRepId group by 1', 'select e.LastName, count(c.CustomerId) from Employee e left join Customer c on e.EmployeeId = c.SupportRepId group by 1'] },
    ],
  },
  { intent: 'edit', data: 'birds', prompt: 'Strikes per year, large animals', edits: ['split that by time of day', 'only from 1995 on'], ...one('bar|line|area', ['birdstrikes.Flight Date', 'birdstrikes.Wildlife Size', 'birdstrikes.Time of day'], years('"Flight Date"').flatMap((year) => pairs(`${B} where "Wildlife Size" = 'Large' and "Flight Date" >= '1995-01-01'`, year, '"Time of day"'))) },
  {
    intent: 'edit',
    data: 'birds',
    prompt: 'All strikes with a total cost over 500000: flight date, airline, total cost',
    edits: ['most expensive first', 'add the species', 'and let me choose the phase of flight'],
    ...one('table', ['birdstrikes.Flight Date', 'birdstrikes.Aircraft Airline Operator', 'birdstrikes.Cost Total $', 'birdstrikes.Wildlife Species'], `select "Flight Date", "Aircraft Airline Operator", ${COST}, "Wildlife Species" from ${B} where ${COST} > 500000 order by ${COST} desc`, { ordered: true }),
    filters: [{ type: 'select', field: 'birdstrikes.Phase of flight' }],
  },
  {
    intent: 'edit',
    data: 'weather',
    prompt: 'days per weather type in 2014',
    edits: ['Below that the average wind per month of 2014 as a line', 'and turn the first one into a donut'],
    want: [
      { kind: 'pie', fields: ['weather.weather', 'weather.date'], rows: 'select weather, count(*) from weather where year(date) = 2014 group by 1' },
      { kind: 'line', fields: ['weather.wind', 'weather.date'], rows: spans('weather', 'date', 'month', 'avg(wind)', 'year(date) = 2014', 'year(date) = 2014') },
    ],
  },
  {
    intent: 'edit',
    data: 'gap',
    prompt: 'average income by region',
    edits: ['sort ascending', 'Add a table of the countries with population and health, with a region filter for both'],
    want: [
      { kind: 'bar|table', fields: ['gapminder.income', 'gapminder.region'], rows: 'select region, avg(income) from gapminder group by 1 order by 2', ordered: true },
      { kind: 'table', fields: ['gapminder.country', 'gapminder.population', 'gapminder.health'], rows: 'select country, population, health from gapminder' },
    ],
    filters: [{ type: 'select', field: 'gapminder.region' }],
  },
  { intent: 'edit', data: 'iowa', prompt: 'generation per source over time, lines', edits: ['without fossil fuels', 'stacked area instead'], ...one('area', ['iowa_electricity.net_generation', 'iowa_electricity.source', 'iowa_electricity.year'], years('year').map((year) => `select ${year}, source, sum(net_generation) from iowa_electricity where source <> 'Fossil Fuels' group by 1, 2`)) },
];

export const EIGHTH_PROMPTS: Case[] = [...SHOP, ...CHINOOK, ...BIRDS, ...WEATHER, ...GAP, ...IOWA];
