/** Prompts and dialogues of the eleventh set by a curious manager, who asks, and a hurried sales rep, as they were written: nobody who wrote them had seen anything of the composer. */
import type { Case } from '../prompts.ts';
import { one, OC, TC, IO, IOC, IOP, revenueBy, twoSpans, pairs, spans, histogramOf, dayOrMoment, onDays } from '../queries.ts';

const IOCP = `${IOC} join products p on p.id = i.product_id`;
const LINES = 'InvoiceLine l join Invoice i on i.InvoiceId = l.InvoiceId join Track t on t.TrackId = l.TrackId';
const SOLD = 'InvoiceLine l join Track t on t.TrackId = l.TrackId join Album al on al.AlbumId = t.AlbumId join Artist ar on ar.ArtistId = al.ArtistId';
const FEES = 'InvoiceLine l join Invoice i on i.InvoiceId = l.InvoiceId';
const SPEED = '"Speed IAS in knots"';

/** Genres that no track is of may be shown with nought. */
const tracksByGenre = (where = 'true') => [
  `select g.Name, count(*) from Track t join Genre g on g.GenreId = t.GenreId where ${where} group by 1`,
  `select g.Name, count(t.TrackId) from Genre g left join Track t on t.GenreId = g.GenreId where ${where} group by 1`,
];

const topCities = (query: string) => `select city, v from (${query}) as t(city, v) order by v desc limit 8`;

export const PROMPTS: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'How many customers do we have in Poland?', ...one('stat', ['customers.country'], "select count(*) from customers where country = 'Poland'") },
  { intent: 'top', data: 'shop', prompt: 'top 8 cities by revenue', ...one('bar|table', ['customers.city', 'orders.total|order_items.quantity'], revenueBy('c.city').map(topCities), { ordered: true }) },
  { intent: 'stacked', data: 'chinook', prompt: 'What was the revenue of each genre per year? Use stacked bars, please.', ...one('bar', ['Genre.Name', 'InvoiceLine.UnitPrice'], pairs(`${LINES} join Genre g on g.GenreId = t.GenreId`, "date_trunc('year', i.InvoiceDate)", 'g.Name', 'sum(l.UnitPrice * l.Quantity)')) },
  { intent: 'dates', data: 'weather', prompt: 'daily precipitation as a line, from-to date filter', ...one('line', ['weather.precipitation', 'weather.date'], "select date, precipitation from weather where date between '2014-03-01' and '2014-03-31'"), filters: [{ type: 'dates', field: 'weather.date', set: ['2014-03-01', '2014-03-31'] }] },
  { intent: 'bar', data: 'birds', prompt: 'How many strikes happened in each phase of flight? I would like bars.', ...one('bar', ['birdstrikes.Phase of flight'], 'select "Phase of flight", count(*) from birdstrikes group by 1') },
  { intent: 'grouped', data: 'shop', prompt: 'tickets per topic by priority, side by side bars', ...one('bar', ['tickets.topic', 'tickets.priority'], pairs('tickets', 'topic', 'priority')) },
  { intent: 'table', data: 'shop', prompt: 'Which products have fewer than 10 in stock? A table with name, category, price and stock would do.', ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products where stock < 10') },
  { intent: 'create', data: 'desk', prompt: 'new customer form: name, email, plan', form: { function: 'createCustomer', fields: ['name', 'email', 'plan'] } },
  { intent: 'kpi-versus', data: 'shop', prompt: 'How many orders did we get in the last 30 days, compared with the 30 days before?', ...one('stat', [], twoSpans('orders', 'ordered_at', 'count(*)', 30)) },
  { intent: 'scatter', data: 'gap', prompt: 'income vs health scatter, one dot per country', ...one('scatter', ['gapminder.income', 'gapminder.health'], 'select income, health from gapminder') },
  { intent: 'detail', data: 'chinook', prompt: 'Which albums do we have, and by which artist? A click on an album should open it.', ...one('table', ['Album.Title', 'Artist.Name'], 'select al.Title, ar.Name from Album al join Artist ar on ar.ArtistId = al.ArtistId', { detail: true }) },
  { intent: 'ratio', data: 'birds', prompt: 'repair cost per strike by wildlife size', ...one('bar|table', ['birdstrikes.Cost Repair', 'birdstrikes.Wildlife Size'], 'select "Wildlife Size", sum("Cost Repair") / count(*) from birdstrikes group by 1') },
  { intent: 'calendar', data: 'shop', prompt: 'Which tickets were opened in June 2026? Please put them on a calendar.', ...one('calendar', ['tickets.opened_at'], onDays('opened_at', 'tickets', '2026-06'), { month: '2026-06' }) },
  { intent: 'kpi', data: 'chinook', prompt: 'number of invoices, average invoice total', want: [{ kind: 'stat', rows: 'select count(*) from Invoice' }, { kind: 'stat', fields: ['Invoice.Total'], rows: 'select avg(Total) from Invoice' }] },
  { intent: 'line', data: 'weather', prompt: 'How did the average maximum temperature develop month by month? As a line, please.', ...one('line', ['weather.temp_max', 'weather.date'], spans('weather', 'date', 'month', 'avg(temp_max)', 'true')) },
  { intent: 'heatmap', data: 'shop', prompt: 'heatmap: revenue by category and region', ...one('heatmap', ['products.category', 'customers.region', 'order_items.quantity'], pairs(IOCP, 'p.category', 'c.region', 'sum(i.quantity * i.unit_price)')) },
  { intent: 'ratio', data: 'shop', prompt: 'What percentage of the orders in each region came through the partner channel?', ...one('bar|table', ['customers.region', 'orders.channel'], `select c.region, avg((o.channel = 'partner')::int) from ${OC} group by 1`) },
  { intent: 'table', data: 'chinook', prompt: 'employee list: first name, last name, title, hire date', ...one('table', ['Employee.FirstName', 'Employee.LastName', 'Employee.Title', 'Employee.HireDate'], ['select FirstName, LastName, Title, HireDate from Employee', "select FirstName || ' ' || LastName, Title, HireDate from Employee"]) },
  { intent: 'search', data: 'shop', prompt: 'Can I have a list of our customers with company and city, and a search box for the name?', ...one('table', ['customers.name', 'customers.company', 'customers.city'], "select name, company, city from customers where name ilike '%lehmann%'"), filters: [{ type: 'search', field: 'customers.name', set: 'Lehmann' }] },
  { intent: 'bucket', data: 'weather', prompt: 'total precipitation per quarter', ...one('bar|line|area', ['weather.precipitation', 'weather.date'], spans('weather', 'date', 'quarter', 'sum(precipitation)', 'true')) },
  { intent: 'group', data: 'chinook', prompt: 'How long is the average track of each genre?', ...one('bar|table', ['Genre.Name', 'Track.Milliseconds'], [1, 1000, 60000].map((unit) => `select g.Name, avg(t.Milliseconds) / ${unit} from Track t join Genre g on g.GenreId = t.GenreId group by 1`)) },
  { intent: 'month', data: 'shop', prompt: 'revenue by product category, month picker', ...one('bar|table|pie', ['products.category', 'order_items.quantity'], `select p.category, sum(i.quantity * i.unit_price) from ${IOP} where strftime(o.ordered_at, '%Y-%m') = '2026-10' group by 1`), filters: [{ type: 'month', field: 'orders.ordered_at', set: '2026-10' }] },
  { intent: 'shared', data: 'shop', prompt: 'What is the revenue per month, and how many orders are there per status? One country dropdown for both, please.', want: [{ kind: 'bar|line', fields: ['orders.ordered_at', 'orders.total|order_items.quantity'], rows: [...spans(OC, 'o.ordered_at', 'month', 'sum(o.total)', "c.country = 'France'"), ...spans(IOC, 'o.ordered_at', 'month', 'sum(i.quantity * i.unit_price)', "c.country = 'France'")] }, { kind: 'bar|table|pie', fields: ['orders.status'], rows: `select o.status, count(*) from ${OC} where c.country = 'France' group by 1` }], filters: [{ type: 'select', field: 'customers.country', set: 'France' }] },
  { intent: 'overview', data: 'birds', prompt: 'bird strikes overview', want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie|histogram' }] },
  { intent: 'several', data: 'chinook', prompt: 'How many tracks does each genre have, and what was the revenue per billing country?', want: [{ kind: 'bar|table|pie', fields: ['Genre.Name'], rows: tracksByGenre() }, { kind: 'bar|table|pie', fields: ['Invoice.BillingCountry', 'Invoice.Total|InvoiceLine.UnitPrice'], rows: ['select BillingCountry, sum(Total) from Invoice group by 1', `select i.BillingCountry, sum(l.UnitPrice * l.Quantity) from ${FEES} group by 1`] }] },
  { intent: 'kanban', data: 'shop', prompt: 'kanban of open tickets by priority, topic on the cards', ...one('board', ['tickets.priority', 'tickets.topic'], "select topic, priority from tickets where status = 'open'") },
  { intent: 'pie', data: 'shop', prompt: 'How do our orders split across the sales channels, as a pie, and what was the marketing budget of each?', ...one('pie', ['orders.channel'], 'select channel, count(*) from orders group by 1'), unread: ['budget'] },
  { intent: 'range', data: 'chinook', prompt: 'invoices: date, billing city, total + slider for the total', ...one('table', ['Invoice.InvoiceDate', 'Invoice.BillingCity', 'Invoice.Total'], dayOrMoment('InvoiceDate', ', BillingCity, Total from Invoice where Total between 5 and 10')), filters: [{ type: 'range', field: 'Invoice.Total', set: ['5', '10'] }] },
  { intent: 'histogram', data: 'birds', prompt: 'What does the distribution of aircraft speeds look like? A histogram, please.', ...one('histogram', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', SPEED, [5, 10, 20, 25, 30, 40, 50, 100])) },
  { intent: 'bar', data: 'shop', prompt: 'total discount by country, bar chart', ...one('bar', ['orders.discount', 'customers.country'], `select c.country, sum(o.discount) from ${OC} group by 1`) },
  { intent: 'update', data: 'shop', prompt: 'Can I get a form to change the price of a product?', refused: true, unread: ['change'] },
  { intent: 'area', data: 'iowa', prompt: 'net generation of renewables per year, area', ...one('area', ['iowa_electricity.year', 'iowa_electricity.net_generation'], "select year, sum(net_generation) from iowa_electricity where source = 'Renewables' group by 1") },
  { intent: 'top', data: 'chinook', prompt: 'Which 5 artists sold the most tracks?', ...one('bar|table', ['Artist.Name'], ['ar.Name', 'ar.ArtistId, ar.Name'].map((by) => `select Name, n from (select ar.Name, sum(l.Quantity) as n from ${SOLD} group by ${by}) order by n desc limit 5`), { ordered: true }) },
  { intent: 'table', data: 'shop', prompt: 'open tickets list w/ customer name, topic, priority, date opened', ...one('table', ['customers.name', 'tickets.topic', 'tickets.priority', 'tickets.opened_at'], dayOrMoment('t.opened_at', `, c.name, t.topic, t.priority from ${TC} where t.status = 'open'`)) },
  { intent: 'narrow', data: 'gap', prompt: 'Which countries in Sub-Saharan Africa have a health value above 65 and a population of more than 5 million?', ...one('table|bar', ['gapminder.country'], "select country from gapminder where region = 'sub_saharan_africa' and health > 65 and population > 5000000") },
  { intent: 'line', data: 'shop', prompt: 'new customers by month, line', ...one('line', ['customers.created_at'], spans('customers', 'created_at', 'month', 'count(*)', 'true')) },
  { intent: 'select', data: 'chinook', prompt: 'Which tracks do we sell, and at what price? Please add a dropdown for the genre.', ...one('table', ['Track.Name', 'Track.UnitPrice'], "select t.Name, t.UnitPrice from Track t join Genre g on g.GenreId = t.GenreId where g.Name = 'Jazz'"), filters: [{ type: 'select', field: 'Genre.Name|Track.GenreId', set: 'Jazz' }] },
  { intent: 'group', data: 'birds', prompt: 'avg speed and number of strikes per time of day', ...one('bar|table', ['birdstrikes.Time of day', 'birdstrikes.Speed IAS in knots'], `select "Time of day", avg(${SPEED}), count(*) from birdstrikes group by 1`) },
];

export const DIALOGUES: Case[] = [
  { intent: 'edit', data: 'shop', prompt: 'How many orders per month came in through each channel?', edits: ['Stacked bars, please', 'Only 2026'], ...one('bar', ['orders.ordered_at', 'orders.channel'], pairs("orders where ordered_at >= '2026-01-01'", "date_trunc('month', ordered_at)", 'channel')) },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'revenue per country, bars',
    edits: ['just the top 5', 'as a table', 'add nr of orders'],
    ...one('table', ['customers.country', 'orders.total|order_items.quantity'], [
      `select c.country, sum(o.total), count(*) from ${OC} group by 1 order by 2 desc limit 5`,
      `select c.country, sum(i.quantity * i.unit_price), count(distinct o.id) from ${IOC} group by 1 order by 2 desc limit 5`,
    ]),
  },
  { intent: 'edit', data: 'weather', prompt: 'What was the average wind per month in 2015?', edits: ['Add a bar chart of the number of days per weather type in 2015', 'Remove the wind chart'], ...one('bar', ['weather.weather'], 'select weather, count(*) from weather where year(date) = 2015 group by 1') },
  { intent: 'edit', data: 'chinook', prompt: 'tracks per genre', edits: ['without rock', 'as pie'], ...one('pie', ['Genre.Name'], tracksByGenre("g.Name <> 'Rock'")) },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'How is our average order value developing by week?',
    edits: ['By month instead', 'For enterprise customers only', 'Undo that'],
    ...one('bar|line', ['orders.ordered_at', 'orders.total|order_items.quantity'], [...spans('orders', 'ordered_at', 'month', 'avg(total)', 'true'), ...spans(IO, 'o.ordered_at', 'month', 'sum(i.quantity * i.unit_price) / count(distinct o.id)', 'true')]),
  },
  { intent: 'edit', data: 'birds', prompt: 'strikes per state, top 10', edits: ['night only', 'make it 15', 'call it Night strikes'], ...one('bar|table', ['birdstrikes.Origin State', 'birdstrikes.Time of day'], `select "Origin State", count(*) as n from birdstrikes where "Time of day" = 'Night' group by 1 order by n desc limit 15`, { ordered: true }), title: 'Night strikes' },
  {
    intent: 'edit',
    data: 'shop',
    prompt: 'How many tickets were opened this month?',
    edits: ['Compare it with last month'],
    ...one('stat', ['tickets.opened_at'], ['2026-11-01', '2026-10-31'].map((end) => `select (select count(*) from tickets where opened_at >= '2026-11-01' and opened_at < '2026-12-01'), (select count(*) from tickets where opened_at >= '2026-10-01' and opened_at < '${end}')`)),
  },
  { intent: 'edit', data: 'iowa', prompt: 'net generation by year and source, stacked area', edits: ['without fossil fuels', 'lines instead'], ...one('line', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], "select year, source, sum(net_generation) from iowa_electricity where source <> 'Fossil Fuels' group by all") },
  { intent: 'edit', data: 'chinook', prompt: 'What was the invoice total by billing country?', edits: ['Show the average instead of the sum', 'Sort it with the lowest first'], ...one('bar|table', ['Invoice.BillingCountry', 'Invoice.Total'], 'select BillingCountry, avg(Total) as v from Invoice group by 1 order by v', { ordered: true }) },
  { intent: 'edit', data: 'shop', prompt: 'product list with price and stock', edits: ['only chairs', 'add cost, drop price', 'lowest stock first'], ...one('table', ['products.name', 'products.cost', 'products.stock'], "select name, cost, stock from products where category = 'Chairs' order by stock", { ordered: true }) },
];
