/** Prompts and dialogues of the twelfth set by a developer, a curious manager and a student, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { one, OC, IO, IOC, IOP, twoSpans, pairs, spans, histogramOf, dayOrMoment, onDays } from '../queries.ts';

const TRACKS_SOLD = 'InvoiceLine l join Invoice i on i.InvoiceId = l.InvoiceId join Track t on t.TrackId = l.TrackId join Genre g on g.GenreId = t.GenreId';
const THIS_YEAR = "ordered_at >= '2026-01-01'";
const LAST_YEARS = ["ordered_at >= '2025-01-01' and ordered_at < '2026-01-01'", "ordered_at >= '2025-01-01' and ordered_at < '2025-12-01'", "ordered_at >= '2025-01-01' and ordered_at < '2025-11-30'"];
const MONEY = [['sum(total)', 'orders'], ['sum(quantity * unit_price)', IO]] as const;

export const PROMPTS: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'How many open tickets do we have right now?', ...one('stat', ['tickets.status'], "select count(*) from tickets where status = 'open'") },
  { intent: 'scatter', data: 'gap', prompt: 'Plot income against health, one dot per country, colored by region.', ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.region'], 'select income, health, region from gapminder') },
  { intent: 'bar', data: 'birds', prompt: 'bar chart of strikes by time of day', ...one('bar', ['birdstrikes.Time of day'], 'select "Time of day", count(*) from birdstrikes group by 1') },
  { intent: 'select', data: 'shop', prompt: 'tickets by topic, with a dropdown for the priority', ...one('bar|table|pie', ['tickets.topic'], "select topic, count(*) from tickets where priority = 'high' group by 1"), filters: [{ type: 'select', field: 'tickets.priority', set: 'high' }] },
  { intent: 'bucket', data: 'chinook', prompt: 'How many invoices were there per quarter?', ...one('bar|line|area', ['Invoice.InvoiceDate'], spans('Invoice', 'InvoiceDate', 'quarter', 'count(*)', 'true')) },
  { intent: 'line', data: 'weather', prompt: 'Draw a line of the total precipitation by month.', ...one('line', ['weather.date', 'weather.precipitation'], "select date_trunc('month', date), sum(precipitation) from weather group by 1") },
  { intent: 'table', data: 'shop', prompt: 'Products with less than 20 pieces in stock as a table: name, category, stock and supplier', ...one('table', ['products.name', 'products.category', 'products.stock'], 'select name, category, stock from products where stock < 20'), unread: ['supplier'] },
  { intent: 'kanban', data: 'shop', prompt: 'Kanban board of the tickets by status, the cards show the topic and the priority', ...one('board', ['tickets.status', 'tickets.topic', 'tickets.priority'], 'select status, topic, priority from tickets') },
  { intent: 'detail', data: 'chinook', prompt: 'A table of all albums with title and artist. When I click on a row, I want to see the details of the album.', ...one('table', ['Album.Title', 'Artist.Name'], 'select al.Title, ar.Name from Album al join Artist ar on ar.ArtistId = al.ArtistId', { detail: true }) },
  { intent: 'top', data: 'birds', prompt: 'Which 10 airlines had the most bird strikes?', ...one('bar|table', ['birdstrikes.Aircraft Airline Operator'], 'select "Aircraft Airline Operator", count(*) from birdstrikes group by 1 order by 2 desc limit 10', { ordered: true }) },
  { intent: 'ratio', data: 'shop', prompt: 'What percentage of orders is returned in each channel?', ...one('bar|table', ['orders.channel', 'orders.status'], "select channel, avg(case when status = 'returned' then 1.0 else 0 end) from orders group by 1") },
  { intent: 'pie', data: 'chinook', prompt: 'pie of the invoice totals by billing country', ...one('pie', ['Invoice.BillingCountry', 'Invoice.Total'], 'select BillingCountry, sum(Total) from Invoice group by 1') },
  { intent: 'create', data: 'desk', prompt: 'A form to add a new customer with name, email and plan.', form: { function: 'createCustomer', fields: ['name', 'email', 'plan'] } },
  { intent: 'stacked', data: 'shop', prompt: 'Number of orders per month as stacked bars, split by channel', ...one('bar', ['orders.ordered_at', 'orders.channel'], pairs('orders', "date_trunc('month', ordered_at)", 'channel')) },
  { intent: 'histogram', data: 'weather', prompt: 'I want a histogram of the daily maximum temperature.', ...one('histogram', ['weather.temp_max'], histogramOf('weather', 'temp_max', [1, 2, 2.5, 4, 5, 10])) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'How many tickets were opened in the last 30 days compared to the 30 days before?', ...one('stat', ['tickets.opened_at'], twoSpans('tickets', 'opened_at', 'count(*)', 30)) },
  { intent: 'group', data: 'gap', prompt: 'What is the total population of each region, and what is the literacy rate?', ...one('bar|table|pie', ['gapminder.region', 'gapminder.population'], 'select region, sum(population) from gapminder group by 1'), unread: ['literacy'] },
  { intent: 'search', data: 'chinook', prompt: 'Show tracks in a table with name, composer and genre. Add a search box.', ...one('table', ['Track.Name', 'Track.Composer', 'Genre.Name'], "select t.Name, t.Composer, g.Name from Track t join Genre g on g.GenreId = t.GenreId where t.Name ilike '%No. 12%'"), filters: [{ type: 'search', set: 'No. 12' }] },
  {
    intent: 'several', data: 'birds', prompt: 'Three blocks: the number of all strikes, a bar chart of strikes by wildlife size, and a line of the total cost by year.',
    want: [
      { kind: 'stat', rows: 'select count(*) from birdstrikes' },
      { kind: 'bar', fields: ['birdstrikes.Wildlife Size'], rows: 'select "Wildlife Size", count(*) from birdstrikes group by 1' },
      { kind: 'line', fields: ['birdstrikes.Flight Date', 'birdstrikes.Cost Total $'], rows: `select date_trunc('year', "Flight Date"), sum("Cost Total $") from birdstrikes group by 1` },
    ],
  },
  { intent: 'month', data: 'shop', prompt: 'revenue by product category with a month picker', ...one('bar|table|pie', ['products.category'], `select category, sum(quantity * i.unit_price) from ${IOP} where strftime(ordered_at, '%Y-%m') = '2026-10' group by 1`), filters: [{ type: 'month', field: 'orders.ordered_at', set: '2026-10' }] },
  { intent: 'bar', data: 'chinook', prompt: 'tracks per media type as a bar chart', ...one('bar', ['MediaType.Name'], ['select m.Name, count(*) from Track t join MediaType m on m.MediaTypeId = t.MediaTypeId group by 1', 'select m.Name, count(t.TrackId) from MediaType m left join Track t on m.MediaTypeId = t.MediaTypeId group by 1']) },
  { intent: 'narrow', data: 'shop', prompt: 'How many orders over 2000 came through partner or store in 2026, without the returned ones?', ...one('stat', ['orders.total', 'orders.channel', 'orders.status', 'orders.ordered_at'], `select count(*) from orders where total > 2000 and channel in ('partner', 'store') and status <> 'returned' and ${THIS_YEAR}`) },
  { intent: 'line', data: 'iowa', prompt: 'Show the net generation over the years with one line for each source.', ...one('line', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], 'select year, source, sum(net_generation) from iowa_electricity group by 1, 2') },
  { intent: 'calendar', data: 'shop', prompt: 'Calendar for October 2026 with the tickets on the day they were opened', ...one('calendar', ['tickets.opened_at'], onDays('opened_at', 'tickets', '2026-10'), { month: '2026-10' }) },
  { intent: 'table', data: 'chinook', prompt: 'Please list the employees with first name, last name, title and hire date.', ...one('table', ['Employee.FirstName', 'Employee.LastName', 'Employee.Title', 'Employee.HireDate'], 'select FirstName, LastName, Title, HireDate from Employee') },
  { intent: 'group', data: 'shop', prompt: 'avarage satisfaction for each ticket topic', ...one('bar|table', ['tickets.topic', 'tickets.satisfaction'], 'select topic, avg(satisfaction) from tickets group by 1') },
  { intent: 'grouped', data: 'birds', prompt: 'Count strikes per phase of flight, with the wildlife sizes as bars side by side.', ...one('bar', ['birdstrikes.Phase of flight', 'birdstrikes.Wildlife Size'], pairs('birdstrikes', '"Phase of flight"', '"Wildlife Size"')) },
  { intent: 'range', data: 'shop', prompt: 'table of products with name, category and price, and a slider for the price', ...one('table', ['products.name', 'products.category', 'products.price'], 'select name, category, price from products where price between 50 and 150'), filters: [{ type: 'range', field: 'products.price', set: ['50', '150'] }] },
  {
    intent: 'kpi', data: 'chinook', prompt: 'How many invoices are there, and what is the average invoice total?',
    want: [
      { kind: 'stat', rows: 'select count(*) from Invoice' },
      { kind: 'stat', fields: ['Invoice.Total'], rows: 'select avg(Total) from Invoice' },
    ],
  },
  { intent: 'area', data: 'shop', prompt: 'area chart: revenue by month in 2026', ...one('area', ['orders.ordered_at'], MONEY.flatMap(([value, from]) => spans(from, 'ordered_at', 'month', value, THIS_YEAR, THIS_YEAR))) },
  { intent: 'dates', data: 'weather', prompt: 'How many days were there of each kind of weather? I want to choose a start date and an end date.', ...one('bar|table|pie', ['weather.weather'], "select weather, count(*) from weather where date between '2013-03-01' and '2013-08-31' group by 1"), filters: [{ type: 'dates', field: 'weather.date', set: ['2013-03-01', '2013-08-31'] }] },
  { intent: 'update', data: 'desk', prompt: 'I want to change the status and the assignee of a ticket.', form: { function: 'updateTicket', fields: ['status', 'assignee'] } },
  { intent: 'heatmap', data: 'shop', prompt: 'heatmap of tickets, topic by priority', ...one('heatmap', ['tickets.topic', 'tickets.priority'], pairs('tickets', 'topic', 'priority')) },
  {
    intent: 'shared', data: 'chinook', prompt: 'Show the number of invoices per year and the tracks sold per genre, with one dropdown of the billing country for both.',
    want: [
      { kind: 'bar|line|area', fields: ['Invoice.InvoiceDate'], rows: "select date_trunc('year', InvoiceDate), count(*) from Invoice where BillingCountry = 'Germany' group by 1" },
      { kind: 'bar|table|pie', fields: ['Genre.Name'], rows: `select g.Name, sum(l.Quantity) from ${TRACKS_SOLD} where i.BillingCountry = 'Germany' group by 1` },
    ],
    filters: [{ type: 'select', field: 'Invoice.BillingCountry', set: 'Germany' }],
  },
  { intent: 'top', data: 'shop', prompt: 'What are our 5 best selling products by units sold?', ...one('bar|table', ['products.name', 'order_items.quantity'], `select name, sum(quantity) from ${IOP} group by 1 order by 2 desc limit 5`, { ordered: true }) },
  { intent: 'overview', data: 'chinook', prompt: 'Give me an overview of the invoices.', want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie' }] },
  { intent: 'table', data: 'shop', prompt: 'Which tickets are waiting? Show the customer, the topic and when they were opened.', ...one('table', ['customers.name', 'tickets.topic', 'tickets.opened_at', 'tickets.status'], ['', '::date'].map((cast) => `select c.name, t.topic, t.opened_at${cast} from tickets t join customers c on c.id = t.customer_id where t.status = 'waiting'`)) },
  { intent: 'ratio', data: 'birds', prompt: 'What share of the strikes happened at night?', ...one('stat', ['birdstrikes.Time of day'], `select avg(case when "Time of day" = 'Night' then 1.0 else 0 end) from birdstrikes`) },
];

export const DIALOGUES: Case[] = [
  { intent: 'edit', data: 'shop', prompt: 'orders per channel as bars, with a dropdown for status', edits: ['show it as a pie', 'remove the dropdown'], ...one('pie', ['orders.channel'], 'select channel, count(*) from orders group by 1'), filters: [] },
  { intent: 'edit', data: 'iowa', prompt: 'Show net generation by year and source as lines.', edits: ['Make it an area chart.', 'without nuclear energy'], ...one('area', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], "select year, source, sum(net_generation) from iowa_electricity where source <> 'Nuclear Energy' group by 1, 2") },
  { intent: 'edit', data: 'gap', prompt: 'A table of the countries with income and population', edits: ['add the health', 'take the population out', 'only America please'], ...one('table', ['gapminder.country', 'gapminder.income', 'gapminder.health', 'gapminder.region'], "select country, income, health from gapminder where region = 'america'") },
  {
    intent: 'edit', data: 'shop', prompt: 'the number of all tickets as a figure and a bar chart of tickets by topic', edits: ['add a table of the open tickets with topic, priority and opening date', 'remove the figure'],
    want: [
      { kind: 'bar', fields: ['tickets.topic'], rows: 'select topic, count(*) from tickets group by 1' },
      { kind: 'table', fields: ['tickets.topic', 'tickets.priority', 'tickets.opened_at', 'tickets.status'], rows: dayOrMoment('opened_at', ", topic, priority from tickets where status = 'open'") },
    ],
  },
  { intent: 'edit', data: 'birds', prompt: 'strikes by phase of flight, bars', edits: ['Show the total cost instead of the number of strikes.', 'sort it from lowest to highest'], ...one('bar', ['birdstrikes.Phase of flight', 'birdstrikes.Cost Total $'], 'select "Phase of flight", sum("Cost Total $") from birdstrikes group by 1 order by 2', { ordered: true }) },
  { intent: 'edit', data: 'weather', prompt: 'Line chart of the average wind per month', edits: ['by week instead', 'only the year 2014', 'change the title to Windy weeks'], ...one('line', ['weather.date', 'weather.wind'], "select date_trunc('week', date), avg(wind) from weather where year(date) = 2014 group by 1"), title: 'Windy weeks' },
  {
    intent: 'edit', data: 'shop', prompt: 'Revenue by month and region in stacked bars.', edits: ['Put the bars side by side.', 'use quarters, not months'],
    ...one('bar', ['orders.ordered_at', 'customers.region'], [...pairs(OC, "date_trunc('quarter', ordered_at)", 'region', 'sum(total)'), ...pairs(IOC, "date_trunc('quarter', ordered_at)", 'region', 'sum(quantity * unit_price)')]),
  },
  { intent: 'edit', data: 'chinook', prompt: 'bar chart of customers per country', edits: ['make it a pie chart', 'undo'], ...one('bar', ['Customer.Country'], 'select Country, count(*) from Customer group by 1') },
  {
    intent: 'edit', data: 'shop', prompt: 'What is our revenue this year?', edits: ['compare it with last year'],
    ...one('stat', ['orders.ordered_at'], MONEY.flatMap(([value, from]) => LAST_YEARS.map((before) => `select (select ${value} from ${from} where ${THIS_YEAR}), (select ${value} from ${from} where ${before})`))),
  },
  {
    intent: 'edit', data: 'chinook', prompt: 'top 8 genres by number of tracks', edits: ['only the first 5', 'add the average track length too'],
    ...one('bar|table', ['Genre.Name', 'Track.Milliseconds'], [1, 1000, 60000].map((per) => `select g.Name, count(*), avg(t.Milliseconds) / ${per} from Track t join Genre g on g.GenreId = t.GenreId group by 1 order by 2 desc limit 5`), { ordered: true }),
  },
];
