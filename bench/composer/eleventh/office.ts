/** Prompts and dialogues of the eleventh set by an office manager and a purchasing lead, who write several sentences in a row, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { one, OC, IO, IOP, revenueBy, twoSpans, pairs, spans, histogramOf, dayOrMoment } from '../queries.ts';

const REVENUE = 'orders.total|order_items.unit_price|order_items.quantity';
const IOPC = `${IOP} join customers c on c.id = o.customer_id`;
const STRIKES_OF_TWO_YEARS = `"Flight Date" >= '2000-01-01' and "Flight Date" < '2002-01-01'`;
const GERMAN_2025 = `BillingCountry = 'Germany' and year(InvoiceDate) = 2025`;
const LINES = 'InvoiceLine l join Track t on t.TrackId = l.TrackId';

export const PROMPTS: Case[] = [
  {
    intent: 'table', data: 'shop',
    prompt: 'Please list all products of which we have fewer than 20 in stock. The table should show the name, the category, the price and the stock, and the most expensive product should come first.',
    ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products where stock < 20 order by price desc', { ordered: true }),
  },
  {
    intent: 'bar', data: 'birds',
    prompt: 'I would like a bar chart with the number of bird strikes for each phase of flight. Only the strikes that happened at night should be counted.',
    ...one('bar', ['birdstrikes.Phase of flight'], `select "Phase of flight", count(*) from birdstrikes where "Time of day" = 'Night' group by 1`),
  },
  {
    intent: 'kpi', data: 'chinook',
    prompt: 'For the year 2024, I would like to see the number of invoices and the average invoice total as two figures.',
    want: [
      { kind: 'stat', rows: 'select count(*) from Invoice where year(InvoiceDate) = 2024' },
      { kind: 'stat', fields: ['Invoice.Total'], rows: 'select avg(Total) from Invoice where year(InvoiceDate) = 2024' },
    ],
  },
  {
    intent: 'select', data: 'shop',
    prompt: 'Show our revenue by country as bars. I also need a dropdown with which I can choose the customer segment.',
    ...one('bar', ['customers.country', REVENUE], revenueBy('c.country', `c.segment = 'enterprise'`)),
    filters: [{ type: 'select', field: 'customers.segment', set: 'enterprise' }],
  },
  {
    intent: 'area', data: 'iowa',
    prompt: 'Please draw the net generation per year as an area chart, with one area for each source. Leave out the fossil fuels.',
    ...one('area', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], `select year, source, sum(net_generation) from iowa_electricity where source <> 'Fossil Fuels' group by 1, 2`),
  },
  {
    intent: 'kpi-versus', data: 'shop',
    prompt: 'Please show the number of orders that we received in the last 90 days. The figure should be compared with the 90 days before that.',
    ...one('stat', [], twoSpans('orders', 'ordered_at', 'count(*)', 90)),
  },
  {
    intent: 'search', data: 'chinook',
    prompt: 'I need a table of the tracks with their album title and genre. Please put a search box above it so that I can look up a track by its name.',
    ...one('table', ['Track.Name', 'Album.Title', 'Genre.Name'], `select t.Name, a.Title, g.Name as genre from Track t left join Album a on a.AlbumId = t.AlbumId left join Genre g on g.GenreId = t.GenreId where t.Name ilike '%Lunar Harbour%'`),
    filters: [{ type: 'search', field: 'Track.Name', set: 'Lunar Harbour' }],
  },
  {
    intent: 'group', data: 'shop',
    prompt: 'For each product category, please show the number of products, the average price and the average cost. I would also like to see the warranty.',
    ...one('bar|table', ['products.category', 'products.price', 'products.cost'], 'select category, count(*), avg(price), avg(cost) from products group by 1'),
    unread: ['warranty'],
  },
  {
    intent: 'narrow', data: 'weather',
    prompt: 'List the days of 2013 on which the precipitation was more than 20 and the wind was above 4. The date, the precipitation and the wind are all I need to see.',
    ...one('table', ['weather.date', 'weather.precipitation', 'weather.wind'], 'select date, precipitation, wind from weather where year(date) = 2013 and precipitation > 20 and wind > 4'),
  },
  {
    intent: 'create', data: 'desk',
    prompt: 'I need a form for opening a new ticket. It should ask for the subject, the description, the priority and the due date.',
    form: { function: 'createTicket', fields: ['subject', 'description', 'priority', 'dueDate'] },
  },
  {
    intent: 'top', data: 'shop',
    prompt: 'Which ten products brought in the most revenue in 2026? Please rank them from the highest to the lowest.',
    ...one('bar|table', ['products.name', 'order_items.unit_price|order_items.quantity'], `select p.name, sum(i.quantity * i.unit_price) from ${IOP} where year(o.ordered_at) = 2026 group by p.id, p.name order by 2 desc limit 10`, { ordered: true }),
  },
  {
    intent: 'stacked', data: 'chinook',
    prompt: 'We would like to see the sum of the invoice totals for each year as bars. Every bar should be stacked by billing country.',
    ...one('bar', ['Invoice.InvoiceDate', 'Invoice.BillingCountry', 'Invoice.Total'], pairs('Invoice', `date_trunc('year', InvoiceDate)`, 'BillingCountry', 'sum(Total)')),
  },
  {
    intent: 'heatmap', data: 'shop',
    prompt: 'Please make a heatmap of the quantity sold by product catagory and customer region.',
    ...one('heatmap', ['products.category', 'customers.region', 'order_items.quantity'], pairs(IOPC, 'p.category', 'c.region', 'sum(i.quantity)')),
  },
  {
    intent: 'shared', data: 'birds',
    prompt: 'Show one bar chart with the number of strikes by phase of flight and another one with the number of strikes by time of day. A single dropdown for the wildlife size should apply to both charts.',
    want: [
      { kind: 'bar', fields: ['birdstrikes.Phase of flight'], rows: `select "Phase of flight", count(*) from birdstrikes where "Wildlife Size" = 'Large' group by 1` },
      { kind: 'bar', fields: ['birdstrikes.Time of day'], rows: `select "Time of day", count(*) from birdstrikes where "Wildlife Size" = 'Large' group by 1` },
    ],
    filters: [{ type: 'select', field: 'birdstrikes.Wildlife Size', set: 'Large' }],
  },
  {
    intent: 'ratio', data: 'shop',
    prompt: 'What percentage of the orders was returned in each sales channel?',
    ...one('bar|table', ['orders.channel', 'orders.status'], `select channel, avg(case when status = 'returned' then 1.0 else 0 end) from orders group by 1`),
  },
  {
    intent: 'table', data: 'chinook',
    prompt: 'Please give me a table of all invoices from 2025 with a total of more than 10. It should show the invoice date, the billing country, the billing city and the total, with the newest invoice at the top.',
    ...one('table', ['Invoice.InvoiceDate', 'Invoice.BillingCountry', 'Invoice.BillingCity', 'Invoice.Total'], 'select InvoiceDate, BillingCountry, BillingCity, Total from Invoice where year(InvoiceDate) = 2025 and Total > 10 order by InvoiceDate desc', { ordered: true }),
  },
  {
    intent: 'scatter', data: 'gap',
    prompt: 'I would like a scatter plot of income and health with one dot for each country. Please colour the dots by region.',
    ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.region'], 'select income, health, region from gapminder'),
  },
  {
    intent: 'line', data: 'shop',
    prompt: 'Draw our monthly revenue since January 2026 as a line. We only need the web channel here.',
    ...one('line', ['orders.ordered_at', REVENUE], [
      ...spans('orders', 'ordered_at', 'month', 'sum(total)', `ordered_at >= '2026-01-01' and channel = 'web'`),
      ...spans(IO, 'o.ordered_at', 'month', 'sum(i.quantity * i.unit_price)', `o.ordered_at >= '2026-01-01' and o.channel = 'web'`),
    ]),
  },
  {
    intent: 'kanban', data: 'shop',
    prompt: 'Please set up a board of the tickets that were opened in November 2026. There should be one column for each status, and every card should show the topic and the priority.',
    ...one('board', ['tickets.status', 'tickets.topic', 'tickets.priority'], `select status, topic, priority from tickets where opened_at >= '2026-11-01' and opened_at < '2026-12-01'`),
  },
  {
    intent: 'top', data: 'chinook',
    prompt: 'Please show the five albums that brought in the most revenue. The best one should come first.',
    ...one('bar|table', ['Album.Title', 'InvoiceLine.UnitPrice|InvoiceLine.Quantity'], `select a.Title, sum(l.UnitPrice * l.Quantity) from ${LINES} join Album a on a.AlbumId = t.AlbumId group by 1 order by 2 desc limit 5`, { ordered: true }),
  },
  {
    intent: 'pie', data: 'shop',
    prompt: 'A pie chart of the number of orders by channel, please. Only the orders of 2026 should be included.',
    ...one('pie', ['orders.channel'], 'select channel, count(*) from orders where year(ordered_at) = 2026 group by 1'),
  },
  {
    intent: 'line', data: 'weather',
    prompt: 'I would like to see the average maximum temperature per month as a line, from January 2013 to December 2014.',
    ...one('line', ['weather.date', 'weather.temp_max'], `select date_trunc('month', date), avg(temp_max) from weather where date >= '2013-01-01' and date < '2015-01-01' group by 1`),
  },
  {
    intent: 'update', data: 'shop',
    prompt: 'I would like a form in which I can change the price and the stock of a product.',
    refused: true, unread: ['change'],
  },
  {
    intent: 'histogram', data: 'birds',
    prompt: 'Please draw a histogram of the speed in knots, in steps of 25. Only the strikes with large wildlife should be counted.',
    ...one('histogram', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', '"Speed IAS in knots"', [25], `"Wildlife Size" = 'Large'`)),
  },
  {
    intent: 'range', data: 'shop',
    prompt: 'Please show a table of our products with the name, the category, the price and the stock. I want to limit the price with a slider between a lowest and a highest value.',
    ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products where price between 100 and 300'),
    filters: [{ type: 'range', field: 'products.price', set: ['100', '300'] }],
  },
  {
    intent: 'calendar', data: 'chinook',
    prompt: 'Show the invoices of March 2025 in a calendar, each on its invoice date. The total of the invoice should be written on it.',
    ...one('calendar', ['Invoice.InvoiceDate', 'Invoice.Total'], dayOrMoment('InvoiceDate', `, Total from Invoice where strftime(InvoiceDate, '%Y-%m') = '2025-03'`), { month: '2025-03' }),
  },
  {
    intent: 'kpi', data: 'shop',
    prompt: 'I need two figures: how many products we carry, and how many of them are out of stock.',
    want: [
      { kind: 'stat', rows: 'select count(*) from products' },
      { kind: 'stat', fields: ['products.stock'], rows: 'select count(*) from products where stock = 0' },
    ],
  },
  {
    intent: 'several', data: 'gap',
    prompt: 'Please show the number of countries as a figure and the average health by region as a bar chart. Below that I need a table of the ten countries with the largest population, the largest one first.',
    want: [
      { kind: 'stat', rows: 'select count(*) from gapminder' },
      { kind: 'bar', fields: ['gapminder.region', 'gapminder.health'], rows: 'select region, avg(health) from gapminder group by 1' },
      { kind: 'table', fields: ['gapminder.country', 'gapminder.population'], rows: 'select country, population from gapminder order by population desc limit 10', ordered: true },
    ],
  },
  {
    intent: 'month', data: 'chinook',
    prompt: 'We need the sum of the invoice totals for each billing country as a bar chart. Please add a month picker for the invoice date.',
    ...one('bar', ['Invoice.BillingCountry', 'Invoice.Total'], `select BillingCountry, sum(Total) from Invoice where strftime(InvoiceDate, '%Y-%m') = '2025-03' group by 1`),
    filters: [{ type: 'month', field: 'Invoice.InvoiceDate', set: '2025-03' }],
  },
  {
    intent: 'grouped', data: 'shop',
    prompt: 'Please show the number of tickets by topic, with a separate bar for each priority. The bars should stand next to each other, and only tickets opened in 2026 should count.',
    ...one('bar', ['tickets.topic', 'tickets.priority'], pairs(`tickets where opened_at >= '2026-01-01'`, 'topic', 'priority')),
  },
  {
    intent: 'bucket', data: 'birds',
    prompt: 'How many bird strikes were there in each quarter of 2000 and 2001?',
    ...one('bar|line|area', ['birdstrikes.Flight Date'], spans('birdstrikes', '"Flight Date"', 'quarter', 'count(*)', STRIKES_OF_TWO_YEARS)),
  },
  {
    intent: 'dates', data: 'shop',
    prompt: 'Show me how many orders there are in each status. I would like to be able to pick a start date and an end date for the order date.',
    ...one('bar|table|pie', ['orders.status'], `select status, count(*) from orders where ordered_at::date between '2026-03-01' and '2026-03-31' group by 1`),
    filters: [{ type: 'dates', field: 'orders.ordered_at', set: ['2026-03-01', '2026-03-31'] }],
  },
  {
    intent: 'overview', data: 'chinook',
    prompt: 'Please put together an overview of the invoices.',
    want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie|histogram|scatter|heatmap' }],
  },
  {
    intent: 'bar', data: 'shop',
    prompt: 'Please show the total stock in each product category as bars. The category with the largest stock should come first.',
    ...one('bar', ['products.category', 'products.stock'], 'select category, sum(stock) from products group by 1 order by 2 desc', { ordered: true }),
  },
  {
    intent: 'group', data: 'chinook',
    prompt: 'How many tracks are there of each media type, and what is their average unit price? A table would be best.',
    ...one('table', ['MediaType.Name', 'Track.UnitPrice'], [
      'select m.Name, count(*), avg(t.UnitPrice) from MediaType m join Track t on t.MediaTypeId = m.MediaTypeId group by 1',
      'select m.Name, count(t.TrackId), avg(t.UnitPrice) from MediaType m left join Track t on t.MediaTypeId = m.MediaTypeId group by 1',
    ]),
  },
  {
    intent: 'table', data: 'birds',
    prompt: 'Please make a table of the bird strikes with a total cost of more than 500,000 dollars. I want to see the flight date, the airport name, the airline, the species, the total cost and the name of the pilot. Sort it by total cost, with the highest first.',
    ...one('table', ['birdstrikes.Flight Date', 'birdstrikes.Airport Name', 'birdstrikes.Aircraft Airline Operator', 'birdstrikes.Wildlife Species', 'birdstrikes.Cost Total $'], 'select "Flight Date", "Airport Name", "Aircraft Airline Operator", "Wildlife Species", "Cost Total $" from birdstrikes where "Cost Total $" > 500000 order by "Cost Total $" desc', { ordered: true }),
    unread: ['pilot'],
  },
  {
    intent: 'ratio', data: 'weather',
    prompt: 'For each year, please show the share of days on which the weather was sun.',
    ...one('bar|line|area|table', ['weather.date', 'weather.weather'], `select date_trunc('year', date), avg(case when weather = 'sun' then 1.0 else 0 end) from weather group by 1`),
  },
  {
    intent: 'detail', data: 'shop',
    prompt: 'List the tickets with the status waiting and show their topic, their priority and when they were opened. When I click on a row, the whole ticket should open.',
    ...one('table', ['tickets.topic', 'tickets.priority', 'tickets.opened_at'], dayOrMoment('opened_at', `, topic, priority from tickets where status = 'waiting'`), { detail: true }),
  },
];

export const DIALOGUES: Case[] = [
  {
    intent: 'edit', data: 'chinook',
    prompt: 'Please show the number of invoices per month in 2025 as bars.',
    edits: ['Please turn it into a line chart.', 'I would only like to see the invoices billed to Germany.'],
    ...one('line', ['Invoice.InvoiceDate'], spans('Invoice', 'InvoiceDate', 'month', 'count(*)', GERMAN_2025, 'year(InvoiceDate) = 2025')),
  },
  {
    intent: 'edit', data: 'shop',
    prompt: 'I would like a bar chart of the number of orders per quarter.',
    edits: ['Please split every bar by channel and stack the parts.', 'I would prefer to have the channels side by side.'],
    ...one('bar', ['orders.ordered_at', 'orders.channel'], pairs('orders', `date_trunc('quarter', ordered_at)`, 'channel')),
  },
  {
    intent: 'edit', data: 'shop',
    prompt: 'Please list our products with their name, category, price and stock.',
    edits: ['Only the chairs, please.', 'Please add the cost as a column and take out the category.', 'Sort the table by stock, with the largest stock first.'],
    ...one('table', ['products.name', 'products.price', 'products.stock', 'products.cost'], `select name, price, stock, cost from products where category = 'Chairs' order by stock desc`, { ordered: true }),
  },
  {
    intent: 'edit', data: 'birds',
    prompt: 'Show a bar chart of the number of strikes by time of day.',
    edits: ['Please leave out the night.', 'Please show the total cost instead of the number of strikes.'],
    ...one('bar', ['birdstrikes.Time of day', 'birdstrikes.Cost Total $'], `select "Time of day", sum("Cost Total $") from birdstrikes where "Time of day" <> 'Night' group by 1`),
  },
  {
    intent: 'edit', data: 'shop',
    prompt: 'Please show the total revenue as a figure and the revenue by region as a bar chart.',
    edits: ['Please add a table of the ten largest orders by total, with the order date, the customer name and the total.', 'The bar chart can be removed.'],
    want: [
      { kind: 'stat', fields: [REVENUE], rows: ['select sum(total) from orders', 'select sum(quantity * unit_price) from order_items'] },
      { kind: 'table', fields: ['orders.ordered_at', 'customers.name', 'orders.total'], rows: dayOrMoment('o.ordered_at', `, c.name, o.total from ${OC} order by o.total desc limit 10`), ordered: true },
    ],
  },
  {
    intent: 'edit', data: 'weather',
    prompt: 'I need a line chart of the average maximum temperature by month for 2015.',
    edits: ['Please show it by quarter instead of by month.', 'Please add the average minimum temperature as a second line.'],
    ...one('line', ['weather.date', 'weather.temp_max', 'weather.temp_min'], `select date_trunc('quarter', date), avg(temp_max), avg(temp_min) from weather where year(date) = 2015 group by 1`),
  },
  {
    intent: 'edit', data: 'chinook',
    prompt: 'Please show the five genres with the highest quantity sold as a bar chart.',
    edits: ['The top three are enough.', 'I would rather have it as a table.'],
    ...one('table', ['Genre.Name', 'InvoiceLine.Quantity'], `select g.Name, sum(l.Quantity) from ${LINES} join Genre g on g.GenreId = t.GenreId group by 1 order by 2 desc limit 3`, { ordered: true }),
  },
  {
    intent: 'edit', data: 'shop',
    prompt: 'Please show the revenue of November 2026 as a single figure.',
    edits: ['Please compare it with November 2025.'],
    ...one('stat', [REVENUE], [
      `select (select sum(total) from orders where strftime(ordered_at, '%Y-%m') = '2026-11'), (select sum(total) from orders where strftime(ordered_at, '%Y-%m') = '2025-11')`,
      `select (select sum(i.quantity * i.unit_price) from ${IO} where strftime(o.ordered_at, '%Y-%m') = '2026-11'), (select sum(i.quantity * i.unit_price) from ${IO} where strftime(o.ordered_at, '%Y-%m') = '2025-11')`,
    ]),
  },
  {
    intent: 'edit', data: 'gap',
    prompt: 'Please show the average income by region as a bar chart.',
    edits: ['Please sort the bars from the lowest income to the highest.', 'Show it as a pie chart instead.', 'Please undo the last change.'],
    ...one('bar', ['gapminder.region', 'gapminder.income'], 'select region, avg(income) from gapminder group by 1 order by 2', { ordered: true }),
  },
  {
    intent: 'edit', data: 'shop',
    prompt: 'Show the number of tickets by topic as bars, with a dropdown for the priority.',
    edits: ['Please leave out the topic account.', 'The dropdown is no longer needed, so please remove it.', 'Please change the title of the chart to "Service requests".'],
    ...one('bar', ['tickets.topic'], `select topic, count(*) from tickets where topic <> 'account' group by 1`),
    filters: [],
    title: 'Service requests',
  },
];
