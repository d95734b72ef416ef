/**
 * A fifth set: by somebody who had read neither the composer, nor how it's built, nor an answer of it; what people would type first, told nothing of
 * how it wants to be asked. Its two halves, the first thirty prompts and the last, the first seven dialogues and the last, cover intents alike, and
 * both all the databases. Frozen as the prompts are.
 */
import type { Case, Want } from './prompts.ts';
import { one, OC, IO, IOP, revenueBy, pairs, spans, histogramOf, dayOrMoment, onDays } from './queries.ts';

const SOLD = 'InvoiceLine l join Invoice n using (InvoiceId) join Track t using (TrackId)';
const SOLD_GENRES = `${SOLD} join Genre g using (GenreId)`;
const SOLD_FOR = 'sum(l.UnitPrice * l.Quantity)';

/** Each reading of revenue: from what, and which sum. */
const REVENUE = [['orders', 'sum(total)'], [IO, 'sum(quantity * unit_price)']] as const;

/** In numbers, and in shares of them all. */
const withShares = (from: string, by: string, where = 'true') => ['count(*)', 'count(*) / sum(count(*)) over ()'].map((of) => `select ${by}, ${of} from ${from} where ${where} group by 1`);

/** Two figures side by side, of two conditions. */
const both = (from: string, value: string, now: string, before: string) => `select (select ${value} from ${from} where ${now}), (select ${value} from ${from} where ${before})`;

/** This year so far, and last year up to the same day: without it, and with it. */
const yearToDate = (from: string, time: string, value: string) =>
  [0, 1].map((day) => both(from, value, `year(${time}) = year(current_date)`, `year(${time}) = year(current_date) - 1 and ${time} < current_date - interval 1 year + interval ${day} day`));

/** This month and the last; up to the same day of each; or the last that is over, and the one before. */
const monthAndBefore = (from: string, time: string, value: string): string[] => {
  const month = (back: number) => `date_trunc('month', ${time}) = date_trunc('month', current_date - interval ${back} month)`;
  return [both(from, value, month(0), month(1)), ...[0, 1].map((day) => both(from, value, month(0), `${month(1)} and ${time} < current_date - interval 1 month + interval ${day} day`)), both(from, value, month(1), month(2))];
};

/** Twelve weeks: with this one, or before it, or in days. */
const TWELVE_WEEKS = ["ordered_at >= date_trunc('week', current_date) - interval 11 week", "ordered_at >= date_trunc('week', current_date) - interval 12 week", "ordered_at >= date_trunc('week', current_date) - interval 12 week and ordered_at < date_trunc('week', current_date)", 'ordered_at >= current_date - 84', 'ordered_at >= current_date - 83'];
const TWELVE_MONTHS = ["ordered_at >= date_trunc('month', current_date) - interval 11 month", "ordered_at >= date_trunc('month', current_date) - interval 12 month", "ordered_at >= date_trunc('month', current_date) - interval 12 month and ordered_at < date_trunc('month', current_date)", 'ordered_at >= current_date - interval 12 month', 'ordered_at >= current_date - interval 12 month + interval 1 day'];
const SEVEN_DAYS = ['ordered_at >= current_date - 6', 'ordered_at >= current_date - 7', 'ordered_at >= current_date - 7 and ordered_at < current_date'];

const FOSSIL_AND_RENEWABLE = "(select * from iowa_electricity where source in ('Fossil Fuels', 'Renewables'))";
const LATER_INVOICES = '(select * from Invoice where year(InvoiceDate) in (2024, 2025))';
const FOURTH_QUARTERS = "quarter(InvoiceDate) = 4 and year(InvoiceDate) in (2024, 2025)";

const firstHalf: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'KPI row with revenue, orders, average order value and conversion rate', want: [
    { kind: 'stat', rows: REVENUE.map(([from, sum]) => `select ${sum} from ${from}`) },
    { kind: 'stat', rows: 'select count(*) from orders' },
    { kind: 'stat', rows: ['select avg(total) from orders', 'select sum(quantity * unit_price) / count(distinct order_id) from order_items'] },
  ], unread: ['conversion'] },
  { intent: 'bar', data: 'birds', prompt: 'Bar chart of the number of strikes for each amount of damage, most frequent first', ...one('bar', ['birdstrikes.Effect Amount of damage'], 'select "Effect Amount of damage", count(*) from birdstrikes group by 1 order by 2 desc', { ordered: true }) },
  { intent: 'stacked', data: 'shop', prompt: 'tickets per month stacked by topic', ...one('bar|area', ['tickets.opened_at', 'tickets.topic'], pairs('tickets', "date_trunc('month', opened_at)", 'topic')) },
  { intent: 'select', data: 'chinook', prompt: 'I want to see our sales per month, and there should be a dropdown where I can choose the genre.', want: [{ kind: 'bar|line', fields: ['Invoice.InvoiceDate'], rows: [SOLD_FOR, 'sum(l.Quantity)'].flatMap((value) => spans(SOLD_GENRES, 'InvoiceDate', 'month', value, "g.Name = 'Rock'")) }], filters: [{ type: 'select', field: 'Genre.Name', set: 'Rock' }] },
  { intent: 'kpi-versus', data: 'weather', prompt: 'total precipitation 2015 compared to 2014', ...one('stat|bar|line', ['weather.precipitation'], [
    both('weather', 'sum(precipitation)', 'year(date) = 2015', 'year(date) = 2014'),
    'select year(date), sum(precipitation) from weather where year(date) in (2014, 2015) group by 1',
    'select sum(precipitation) from weather where year(date) in (2014, 2015) group by year(date), month(date)',
    'select sum(precipitation) filter (year(date) = 2015), sum(precipitation) filter (year(date) = 2014) from weather where year(date) in (2014, 2015) group by month(date)',
  ]) },
  { intent: 'create', data: 'desk', prompt: 'Form to log a new ticket with subject, description, priority and due date', form: { function: 'createTicket', fields: ['subject', 'description', 'priority', 'dueDate'] } },
  { intent: 'top', data: 'chinook', prompt: 'top 10 artists by sales', ...one('bar|table', ['Artist.Name'], [SOLD_FOR, 'sum(l.Quantity)'].flatMap((value) => ['ArtistId, a.Name', 'a.Name'].map((by) => `select a.Name, ${value} from ${SOLD} join Album using (AlbumId) join Artist a using (ArtistId) group by ${by} order by 2 desc limit 10`))) },
  { intent: 'heatmap', data: 'shop', prompt: 'Heatmap of tickets by weekday and hour so that I can plan the support shifts', ...one('heatmap', ['tickets.opened_at'], ['select count(*) from tickets group by dayofweek(opened_at), hour(opened_at)', 'select (select count(*) from tickets where dayofweek(opened_at) = d and hour(opened_at) = h) from range(7) a(d), range(24) b(h)']) },
  { intent: 'slider', data: 'gap', prompt: 'Table of all countries. Sliders for income, population and unemployment rate so I can narrow it down', want: [{ kind: 'table', fields: ['gapminder.country', 'gapminder.income', 'gapminder.population'], rows: 'select country, income, population from gapminder where income between 5000 and 20000 and population between 1000000 and 50000000' }], filters: [{ type: 'range', field: 'gapminder.income', set: ['5000', '20000'] }, { type: 'range', field: 'gapminder.population', set: ['1000000', '50000000'] }], unread: ['unemployment'] },
  { intent: 'ratio', data: 'shop', prompt: 'return rate by product catgory', ...one('bar|table', ['products.category', 'orders.status'], ['count(*)', 'count(distinct o.id)', 'sum(quantity)', 'sum(quantity * i.unit_price)'].map((value) => `select category, ${value} filter (status = 'returned') / ${value} from ${IOP} group by 1`)) },
  { intent: 'line', data: 'iowa', prompt: 'fossil fuels vs renewables per year, line chart', ...one('line', ['iowa_electricity.net_generation', 'iowa_electricity.source'], [
    ...pairs(FOSSIL_AND_RENEWABLE, 'year', 'source', 'sum(net_generation)'),
    `select year, sum(net_generation) filter (source = 'Fossil Fuels'), sum(net_generation) filter (source = 'Renewables') from ${FOSSIL_AND_RENEWABLE} group by 1`,
  ]) },
  { intent: 'shared', data: 'shop', prompt: 'Support dashboard: number of tickets, average satisfaction, tickets per week and tickets by topic. I need one filter for the priority that works on everything.', want: [
    { kind: 'stat', rows: "select count(*) from tickets where priority = 'high'" },
    { kind: 'stat', fields: ['tickets.satisfaction'], rows: "select avg(satisfaction) from tickets where priority = 'high'" },
    { kind: 'bar|line', fields: ['tickets.opened_at'], rows: spans('tickets', 'opened_at', 'week', 'count(*)', "priority = 'high'") },
    { kind: 'bar|pie', fields: ['tickets.topic'], rows: withShares('tickets', 'topic', "priority = 'high'") },
  ], filters: [{ type: 'select', field: 'tickets.priority', set: 'high' }] },
  { intent: 'overview', data: 'shop', prompt: 'sales overview', want: [{ kind: 'stat', rows: ['select count(*) from orders', ...REVENUE.map(([from, sum]) => `select ${sum} from ${from}`)] }, { kind: 'line|bar|area', fields: ['orders.ordered_at'] }] },
  { intent: 'scatter', data: 'birds', prompt: 'Is there a link between the speed and the total cost of a strike? Scatter plot please, coloured by wildlife size', ...one('scatter', ['birdstrikes.Speed IAS in knots', 'birdstrikes.Cost Total $', 'birdstrikes.Wildlife Size'], ['true', '"Speed IAS in knots" is not null'].map((is) => `select "Speed IAS in knots", "Cost Total $", "Wildlife Size" from birdstrikes where ${is}`)) },
  { intent: 'update', data: 'desk', prompt: 'My team should be able to change the priority and the assignee of a ticket', form: { function: 'updateTicket', fields: ['priority', 'assignee'] } },
  { intent: 'pie', data: 'gap', prompt: 'How many countries are in each region? A pie would be nice.', ...one('pie', ['gapminder.region'], withShares('gapminder', 'region')) },
  { intent: 'histogram', data: 'shop', prompt: 'distribution of order values, bucket size 500', ...one('histogram|bar', ['orders.total'], histogramOf('orders', 'total', [500])) },
  { intent: 'table', data: 'shop', prompt: 'all open orders with customer name, order date, total and VAT number, oldest first', ...one('table', ['orders.ordered_at', 'orders.total', 'orders.status', 'customers.name'], ['o.id', 'o.id desc'].map((next) => `select name, total from ${OC} where status = 'open' order by ordered_at, ${next}`), { ordered: true }), unread: ['vat'] },
  { intent: 'group', data: 'weather', prompt: 'Average wind and highest temp_max for each type of weather', ...one('bar|table', ['weather.weather', 'weather.wind', 'weather.temp_max'], 'select weather, avg(wind), max(temp_max) from weather group by 1') },
  { intent: 'stacked', data: 'shop', prompt: 'We want to compare web, store and partner: revenue per quarter, with the columns of a quarter next to each other', ...one('bar', ['orders.channel', 'orders.ordered_at'], REVENUE.flatMap(([from, sum]) => pairs(from, "date_trunc('quarter', ordered_at)", 'channel', sum))) },
  { intent: 'bucket', data: 'birds', prompt: 'bird strikes per month in 1998', ...one('bar|line', ['birdstrikes.Flight Date'], [...spans('birdstrikes', '"Flight Date"', 'month', 'count(*)', 'year("Flight Date") = 1998', 'year("Flight Date") = 1998'), 'select count(*) from birdstrikes where year("Flight Date") = 1998 group by month("Flight Date")']) },
  { intent: 'detail', data: 'birds', prompt: 'Show me a table with the 100 most expensive strikes; clicking on one should open the full record.', ...one('table', ['birdstrikes.Cost Total $'], 'select "Cost Total $" from birdstrikes order by 1 desc limit 100', { detail: true }) },
  { intent: 'kanban', data: 'shop', prompt: 'Order board with one column per status, but only the orders from the last 7 days', ...one('board', ['orders.status', 'orders.ordered_at'], SEVEN_DAYS.flatMap((when) => [`select status, total from orders where ${when}`, `select status, name from ${OC} where ${when}`, ...dayOrMoment('status, ordered_at', `from orders where ${when}`)])) },
  { intent: 'kpi', data: 'chinook', prompt: 'How many tracks do we have, and how many of them have no composer?', want: [{ kind: 'stat', rows: 'select count(*) from Track' }, { kind: 'stat', fields: ['Track.Composer'], rows: 'select count(*) from Track where Composer is null' }] },
  { intent: 'area', data: 'chinook', prompt: 'Area chart with the number of invoices per quarter', ...one('area', ['Invoice.InvoiceDate'], spans('Invoice', 'InvoiceDate', 'quarter', 'count(*)', 'true')) },
  { intent: 'search', data: 'shop', prompt: 'As a support agent I need to find a customer quickly. Give me a table with name, company, city and country and put a search field above it.', want: [{ kind: 'table', fields: ['customers.name', 'customers.company', 'customers.city', 'customers.country'], rows: ['name', "concat_ws(' ', name, company)", "concat_ws(' ', name, company, city, country)", "concat_ws(' ', name, company, segment, country, region, city)"].map((text) => `select name, city, country from customers where ${text} ilike '%lin%'`) }], filters: [{ type: 'search', set: 'lin' }] },
  { intent: 'bucket', data: 'shop', prompt: 'Group our products into price ranges of 250 and count how many are in each', ...one('histogram|bar|table', ['products.price'], histogramOf('products', 'price', [250])) },
  { intent: 'dates', data: 'weather', prompt: 'Daily temp_min and temp_max as lines, I want to set the start and end date myself', want: [{ kind: 'line', fields: ['weather.temp_min', 'weather.temp_max'], rows: "select date, temp_min, temp_max from weather where date between '2014-06-01' and '2014-08-31'" }], filters: [{ type: 'dates', field: 'weather.date', set: ['2014-06-01', '2014-08-31'] }] },
  { intent: 'calendar', data: 'shop', prompt: 'calender of tickets by the day they were closed', ...one('calendar', ['tickets.closed_at'], onDays('closed_at', 'tickets', '2026-06'), { month: '2026-06' }) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'Revenue this year so far versus the same period last year', ...one('stat|bar|line', ['orders.ordered_at'], REVENUE.flatMap(([from, sum]) => yearToDate(from, 'ordered_at', sum))) },
];

const secondHalf: Case[] = [
  { intent: 'kpi-versus', data: 'shop', prompt: 'KPI tiles: revenue, orders and new customers, each compared to the previous month', want: [
    { kind: 'stat', fields: ['orders.ordered_at'], rows: REVENUE.flatMap(([from, sum]) => monthAndBefore(from, 'ordered_at', sum)) },
    { kind: 'stat', fields: ['orders.ordered_at'], rows: monthAndBefore('orders', 'ordered_at', 'count(*)') },
    { kind: 'stat', fields: ['customers.created_at'], rows: monthAndBefore('customers', 'created_at', 'count(*)') },
  ] },
  { intent: 'histogram', data: 'weather', prompt: 'histogram of the daily max temperature', ...one('histogram', ['weather.temp_max'], histogramOf('weather', 'temp_max', [0.5, 1, 2, 2.5, 3, 4, 5, 10])) },
  { intent: 'ratio', data: 'iowa', prompt: 'What percentage of the electricty comes from renewables each year?', ...one('bar|line|table', ['iowa_electricity.net_generation', 'iowa_electricity.source'], "select year, sum(net_generation) filter (source = 'Renewables') / sum(net_generation) from iowa_electricity group by 1") },
  { intent: 'table', data: 'shop', prompt: 'Which customers have never placed an order? I need name, country and the date they signed up', ...one('table', ['customers.name', 'customers.country', 'customers.created_at'], dayOrMoment('name, country, created_at', 'from customers c where not exists (select 1 from orders where customer_id = c.id)')) },
  { intent: 'stacked', data: 'birds', prompt: 'strikes by phase of flight, stacked by time of day', ...one('bar', ['birdstrikes.Phase of flight', 'birdstrikes.Time of day'], pairs('birdstrikes', '"Phase of flight"', '"Time of day"')) },
  { intent: 'kanban', data: 'shop', prompt: 'Put the open and waiting tickets on a kanban board by priority, and show the customer and the topic on the card', ...one('board', ['tickets.priority', 'tickets.status', 'tickets.topic', 'customers.name'], "select priority, topic, name from tickets t join customers c on c.id = t.customer_id where status in ('open', 'waiting')") },
  { intent: 'select', data: 'birds', prompt: 'Pie of the phases of flight, and I want to be able to filter by airline', want: [{ kind: 'pie', fields: ['birdstrikes.Phase of flight'], rows: withShares('birdstrikes', '"Phase of flight"', `"Aircraft Airline Operator" = 'DELTA AIR LINES'`) }], filters: [{ type: 'select', field: 'birdstrikes.Aircraft Airline Operator', set: 'DELTA AIR LINES' }] },
  { intent: 'top', data: 'weather', prompt: 'the 10 wettest days', ...one('bar|table', ['weather.date', 'weather.precipitation'], ['date', 'date desc'].map((next) => `select date, precipitation from weather order by precipitation desc, ${next} limit 10`), { ordered: true }) },
  { intent: 'create', data: 'shop', prompt: 'form to add a product with name, category, price and stock', refused: true, unread: ['add', 'form'] },
  { intent: 'line', data: 'shop', prompt: 'Please show me how revenue has developed week by week over the last 12 weeks.', ...one('line|bar', ['orders.ordered_at'], TWELVE_WEEKS.flatMap((when) => REVENUE.map(([from, sum]) => `select date_trunc('week', ordered_at), ${sum} from ${from} where ${when} group by 1`))) },
  { intent: 'kpi', data: 'shop', prompt: 'Average satisfaction, number of open tickets and first response time', want: [
    { kind: 'stat', fields: ['tickets.satisfaction'], rows: 'select avg(satisfaction) from tickets' },
    { kind: 'stat', rows: ["select count(*) from tickets where status = 'open'", 'select count(*) from tickets where closed_at is null'] },
  ], unread: ['response'] },
  { intent: 'heatmap', data: 'chinook', prompt: 'Heatmap with the genres down the side and the countries across the top, showing the number of tracks sold', ...one('heatmap', ['Genre.Name', 'Invoice.BillingCountry|Customer.Country'], ['count(*)', 'count(distinct l.TrackId)'].flatMap((value) => pairs(SOLD_GENRES, 'g.Name', 'BillingCountry', value))) },
  { intent: 'bucket', data: 'shop', prompt: 'new customers per quarter', ...one('bar|line', ['customers.created_at'], spans('customers', 'created_at', 'quarter', 'count(*)', 'true')) },
  { intent: 'shared', data: 'iowa', prompt: 'Net generation per year, and next to it the split by source. Add a date range that filters both charts', want: [
    { kind: 'bar|line', fields: ['iowa_electricity.net_generation', 'iowa_electricity.year'], rows: "select year, sum(net_generation) from iowa_electricity where year between '2005-01-01' and '2010-12-31' group by 1" },
    { kind: 'bar|pie', fields: ['iowa_electricity.net_generation', 'iowa_electricity.source'], rows: ['sum(net_generation)', 'sum(net_generation) / sum(sum(net_generation)) over ()'].map((value) => `select source, ${value} from iowa_electricity where year between '2005-01-01' and '2010-12-31' group by 1`) },
  ], filters: [{ type: 'dates', field: 'iowa_electricity.year', set: ['2005-01-01', '2010-12-31'] }] },
  { intent: 'bar', data: 'shop', prompt: 'stock on hand by category, horizontal bars', ...one('bar', ['products.stock', 'products.category'], 'select category, sum(stock) from products group by 1') },
  { intent: 'search', data: 'birds', prompt: 'list of strikes: date, species, airport, damage, pilot. search box for the species', want: [{ kind: 'table', fields: ['birdstrikes.Flight Date', 'birdstrikes.Wildlife Species', 'birdstrikes.Airport Name', 'birdstrikes.Effect Amount of damage'], rows: `select "Flight Date", "Wildlife Species", "Airport Name", "Effect Amount of damage" from birdstrikes where "Wildlife Species" ilike '%gull%'` }], filters: [{ type: 'search', field: 'birdstrikes.Wildlife Species', set: 'gull' }], unread: ['pilot'] },
  { intent: 'kpi-versus', data: 'chinook', prompt: 'How did sales in Q4 2025 do against Q4 2024?', ...one('stat|bar|line', ['Invoice.InvoiceDate'], [
    both('Invoice', 'sum(Total)', 'quarter(InvoiceDate) = 4 and year(InvoiceDate) = 2025', 'quarter(InvoiceDate) = 4 and year(InvoiceDate) = 2024'),
    `select date_trunc('quarter', InvoiceDate), sum(Total) from Invoice where ${FOURTH_QUARTERS} group by 1`,
    `select sum(Total) from Invoice where ${FOURTH_QUARTERS} group by date_trunc('month', InvoiceDate)`,
    `select sum(Total) filter (year(InvoiceDate) = 2025), sum(Total) filter (year(InvoiceDate) = 2024) from Invoice where ${FOURTH_QUARTERS} group by month(InvoiceDate)`,
  ]) },
  { intent: 'group', data: 'shop', prompt: 'Per segment: customers, orders, revenue and NPS', ...one('bar|table', ['customers.segment'], ['left join', 'join'].flatMap((join) => ['sum(o.total)', '(select sum(quantity * unit_price) from order_items i join orders p on p.id = i.order_id join customers d on d.id = p.customer_id where d.segment = c.segment)'].map((revenue) => `select segment, count(distinct c.id), count(o.id), ${revenue} from customers c ${join} orders o on o.customer_id = c.id group by 1`))), unread: ['nps'] },
  { intent: 'update', data: 'desk', prompt: 'customer edit form with plan and number of seats', form: { function: 'updateCustomer', fields: ['plan', 'seats'] } },
  { intent: 'overview', data: 'gap', prompt: 'This is my list of countries. Can you make me a nice dashboard out of it?', want: [{ kind: 'stat', rows: ['select count(*) from gapminder', 'select sum(population) from gapminder'] }, { kind: 'bar|pie|scatter|histogram|table' }] },
  { intent: 'slider', data: 'chinook', prompt: "I'd like a list of all invoices with date, customer's last name and total, plus a slider to narrow it down by total", want: [{ kind: 'table', fields: ['Invoice.InvoiceDate', 'Customer.LastName', 'Invoice.Total'], rows: dayOrMoment('LastName, Total, InvoiceDate', 'from Invoice n join Customer c on c.CustomerId = n.CustomerId where Total between 5 and 10') }], filters: [{ type: 'range', field: 'Invoice.Total', set: ['5', '10'] }] },
  { intent: 'area', data: 'weather', prompt: 'Rainfall per month as an area chart, only 2014 and 2015', ...one('area', ['weather.precipitation', 'weather.date'], "select date_trunc('month', date), sum(precipitation) from weather where year(date) in (2014, 2015) group by 1") },
  { intent: 'detail', data: 'shop', prompt: 'Product list with price, cost, stock and margin. When I click on a product the details should open on the side.', ...one('table', ['products.name', 'products.price', 'products.cost', 'products.stock'], ['price - cost', '(price - cost) / price', '100 * (price - cost) / price', '(price - cost) / cost'].map((margin) => `select name, price, cost, stock, ${margin} from products`), { detail: true }) },
  { intent: 'bucket', data: 'birds', prompt: 'strikes per speed bracket of 50 knots', ...one('histogram|bar|table', ['birdstrikes.Speed IAS in knots'], histogramOf('birdstrikes', '"Speed IAS in knots"', [50])) },
  { intent: 'stacked', data: 'chinook', prompt: 'Compare the invoice totals of 2024 and 2025 for every country in side-by-side bars.', ...one('bar', ['Invoice.Total', 'Invoice.BillingCountry|Customer.Country'], [
    ...pairs(LATER_INVOICES, 'BillingCountry', 'year(InvoiceDate)', 'sum(Total)'),
    `select BillingCountry, sum(Total) filter (year(InvoiceDate) = 2024), sum(Total) filter (year(InvoiceDate) = 2025) from ${LATER_INVOICES} group by 1`,
  ]) },
  { intent: 'scatter', data: 'gap', prompt: 'scatter plot of income and health, only sub saharan africa', ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.region'], "select income, health from gapminder where region = 'sub_saharan_africa'") },
  { intent: 'dates', data: 'shop', prompt: 'turnover by segement, date range picker on top', want: [{ kind: 'bar|pie', fields: ['customers.segment'], rows: revenueBy('segment', 'ordered_at >= current_date - 400 and ordered_at < current_date - 99') }], filters: [{ type: 'dates', field: 'orders.ordered_at', set: ['400', '100'] }] },
  { intent: 'calendar', data: 'weather', prompt: 'calendar that shows for each day what the weather was', ...one('calendar', ['weather.date', 'weather.weather'], "select date, weather from weather where strftime(date, '%Y-%m') = '2013-07'", { month: '2013-07' }) },
  { intent: 'pie', data: 'chinook', prompt: 'Donut of revenue by genre: the top 5, and everything else lumped together as Other', ...one('pie', ['Genre.Name'], ['sum(v)', 'sum(v) / sum(sum(v)) over ()'].map((value) => `with sold as (select g.Name as genre, ${SOLD_FOR} as v from ${SOLD_GENRES} group by 1), ranked as (select *, row_number() over (order by v desc) as k from sold) select case when k <= 5 then genre else 'Other' end, ${value} from ranked group by 1`)) },
  { intent: 'kpi', data: 'birds', prompt: 'Three tiles: number of strikes, total repair cost, share of strikes with substantial damage', want: [
    { kind: 'stat', rows: 'select count(*) from birdstrikes' },
    { kind: 'stat', fields: ['birdstrikes.Cost Repair'], rows: 'select sum("Cost Repair") from birdstrikes' },
    { kind: 'stat', fields: ['birdstrikes.Effect Amount of damage'], rows: `select avg(("Effect Amount of damage" = 'Substantial')::int) from birdstrikes` },
  ] },
];

export const FIFTH_PROMPTS: readonly Case[] = [firstHalf, secondHalf].flat();

const edit = (data: Case['data'], [prompt, ...edits]: [string, ...string[]], want: Want[], more: Partial<Case> = {}): Case => ({ intent: 'edit', data, prompt, edits, want, ...more });

/** Months of this year and of the last in one column; or in two, where a month that is to come has nought or nothing. */
const TICKETS_OF_TWO_YEARS = ['true', 'month(opened_at) <= month(current_date)'].flatMap((when) =>
  ['year(opened_at), month(opened_at)', 'month(opened_at)'].flatMap((by, i) => {
    const [now, before] = [0, 1].map((back) => `count(*) filter (year(opened_at) = year(current_date) - ${back})`);
    return (i === 0 ? ['count(*)'] : [`${now}, ${before}`, `nullif(${now}, 0), ${before}`]).map((value) => `select ${value} from tickets where year(opened_at) >= year(current_date) - 1 and ${when} group by ${by}`);
  }),
);

export const FIFTH_DIALOGUES: readonly Case[] = [
  edit('shop', ['revenue per month by channel', 'by week', 'make it stacked'], [{ kind: 'bar|area', fields: ['orders.channel', 'orders.ordered_at'], rows: REVENUE.flatMap(([from, sum]) => pairs(from, "date_trunc('week', ordered_at)", 'channel', sum)) }]),
  edit('chinook', ['line chart of invoices per month', 'per quarter please', 'only Canada'], [{ kind: 'line', fields: ['Invoice.InvoiceDate', 'Invoice.BillingCountry|Customer.Country'], rows: spans('Invoice', 'InvoiceDate', 'quarter', 'count(*)', "BillingCountry = 'Canada'") }]),
  edit('weather', ['pie of the weather types and average temp_max per month', 'remove the pie', 'add a table of all days'], [{ kind: 'bar|line', fields: ['weather.temp_max'], rows: "select date_trunc('month', date), avg(temp_max) from weather group by 1" }, { kind: 'table', fields: ['weather.date'], rows: 'select date from weather' }]),
  edit('shop', ['a table of open tickets and a bar chart of tickets by topic', 'put the chart on top', 'rename the page to Support today'], [{ kind: 'bar', fields: ['tickets.topic'], rows: 'select topic, count(*) from tickets group by 1' }, { kind: 'table', fields: ['tickets.status'], rows: dayOrMoment('opened_at', "from tickets where status = 'open'") }], { title: 'Support today' }),
  edit('shop', ['how many tickets did we get each month this year', 'compare with last year'], [{ kind: 'line|bar', fields: ['tickets.opened_at'], rows: TICKETS_OF_TWO_YEARS }]),
  edit('iowa', ['net generation per year by source', 'only nuclear and renewables', 'make it an area chart'], [{ kind: 'area', fields: ['iowa_electricity.net_generation', 'iowa_electricity.source'], rows: pairs("(select * from iowa_electricity where source <> 'Fossil Fuels')", 'year', 'source', 'sum(net_generation)') }]),
  edit('birds', ['top 10 airports by number of strikes', 'rank them by total cost instead', 'show it as a table, with the runway length too'], [{ kind: 'table', fields: ['birdstrikes.Airport Name', 'birdstrikes.Cost Total $'], rows: 'select "Airport Name", sum("Cost Total $") from birdstrikes group by 1 order by 2 desc limit 10', ordered: true }], { unread: ['runway'] }),
  edit('shop', ['orders by country', 'only the last 12 months', 'add a table of customers below'], [{ kind: 'bar|pie', fields: ['customers.country', 'orders.ordered_at'], rows: TWELVE_MONTHS.map((when) => `select country, count(*) from ${OC} where ${when} group by 1`) }, { kind: 'table', fields: ['customers.name'], rows: 'select name from customers' }]),
  edit('chinook', ['invoice total by country, plus a line of the invoice total per month', 'move the line chart to the top', 'rename it to Monthly revenue'], [{ kind: 'line', fields: ['Invoice.Total', 'Invoice.InvoiceDate'], rows: "select date_trunc('month', InvoiceDate), sum(Total) from Invoice group by 1" }, { kind: 'bar|pie', fields: ['Invoice.Total', 'Invoice.BillingCountry|Customer.Country'], rows: 'select BillingCountry, sum(Total) from Invoice group by 1' }], { title: 'Monthly revenue' }),
  edit('birds', ['number of strikes per month', 'by year instead', 'stack it by wildlife size'], [{ kind: 'bar|area', fields: ['birdstrikes.Flight Date', 'birdstrikes.Wildlife Size'], rows: pairs('birdstrikes', `date_trunc('year', "Flight Date")`, '"Wildlife Size"') }]),
  edit('shop', ['revenue this year as a tile', 'compare it with last year'], [{ kind: 'stat|bar', fields: ['orders.ordered_at'], rows: REVENUE.flatMap(([from, sum]) => [both(from, sum, 'year(ordered_at) = year(current_date)', 'year(ordered_at) = year(current_date) - 1'), ...yearToDate(from, 'ordered_at', sum)]) }]),
  edit('gap', ['average health by region as a bar chart', 'sort from highest to lowest', 'leave out america'], [{ kind: 'bar', fields: ['gapminder.health', 'gapminder.region'], rows: "select region, avg(health) from gapminder where region <> 'america' group by 1 order by 2 desc", ordered: true }]),
  edit('weather', ['a tile with the average temp_max, a pie of the weather and a table of all days', 'drop the pie', 'sort the table by wind, strongest first'], [{ kind: 'stat', fields: ['weather.temp_max'], rows: 'select avg(temp_max) from weather' }, { kind: 'table', fields: ['weather.wind'], rows: 'select wind from weather order by wind desc', ordered: true }]),
  edit('shop', ['tickets by priority', 'only this year', 'and split them by agent'], [{ kind: 'bar|pie', fields: ['tickets.priority', 'tickets.opened_at'], rows: withShares('tickets', 'priority', 'year(opened_at) = year(current_date)') }], { unread: ['agent'] }),
];
