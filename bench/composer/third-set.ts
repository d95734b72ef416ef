/**
 * A third set, written when the second had been scored more than once: by somebody who had read neither the composer, nor how it's built, nor an answer
 * of it. Frozen as the prompts are.
 */
import type { Case, Want } from './prompts.ts';
import { one, OC, TC, IO, IOC, IOP, revenueBy, twoSpans, pairs, spans, histogramOf, dayOrMoment, onDays } from './queries.ts';

const IP = 'order_items i join products p on p.id = i.product_id';
const TRACKS = 'Track t join Genre g using (GenreId) join MediaType m using (MediaTypeId)';

/** The last so many days up to today, counted as above. */
const lastDays = (time: string, days: number) => [`${time} >= current_date - ${days - 1}`, `${time} >= current_date - ${days}`, `${time} >= current_date - ${days} and ${time} < current_date`];

const DAY = (back: number) => `(select count(*) from orders where ordered_at::date = current_date - ${back})`;
const QUARTER = (from: string, to: string) => `(select sum(Total) from Invoice where InvoiceDate >= '${from}' and InvoiceDate < '${to}')`;
const LATE_2025 = "from Invoice where InvoiceDate >= '2025-07-01' and InvoiceDate < '2026-01-01'";

const figures: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'whats the biggest single order we ever had', ...one('stat|table', ['orders.total'], 'select max(total) from orders') },
  { intent: 'kpi', data: 'weather', prompt: 'Total precipitation over all the years, plus the strongest wind', want: [
    { kind: 'stat', fields: ['weather.precipitation'], rows: 'select sum(precipitation) from weather' }, { kind: 'stat', fields: ['weather.wind'], rows: 'select max(wind) from weather' },
  ] },
  { intent: 'kpi', data: 'chinook', prompt: '3 tiles: playlists, genres, podcasts', want: [{ kind: 'stat', rows: 'select count(*) from Playlist' }, { kind: 'stat', rows: 'select count(*) from Genre' }], unread: ['podcast'] },

  { intent: 'kpi-versus', data: 'shop', prompt: 'orders today vs yesterday', ...one('stat|bar|line', ['orders.ordered_at'], [`select ${DAY(0)}, ${DAY(1)}`, "select ordered_at::date, count(*) from orders where ordered_at >= current_date - 1 group by 1"]) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'A tile with the discounts we granted in the past 60 days, and by how much that is up or down from the 60 days before', ...one('stat', ['orders.discount'], twoSpans('orders', 'ordered_at', 'sum(discount)', 60)) },
  { intent: 'kpi-versus', data: 'chinook', prompt: 'Invoice totals: Q4 2025 vs Q3 2025 pls', ...one('stat|bar|line', ['Invoice.Total'], [
    `select ${QUARTER('2025-10-01', '2026-01-01')}, ${QUARTER('2025-07-01', '2025-10-01')}`,
    `select date_trunc('quarter', InvoiceDate), sum(Total) ${LATE_2025} group by 1`,
    `select sum(Total) ${LATE_2025} group by month(InvoiceDate)`,
    `select sum(Total) filter (quarter(InvoiceDate) = 4), sum(Total) filter (quarter(InvoiceDate) = 3) ${LATE_2025} group by (month(InvoiceDate) - 1) % 3`,
  ]) },
];

const charts: Case[] = [
  { intent: 'bar', data: 'shop', prompt: 'avrage satisfaction in each country, as bars', ...one('bar', ['tickets.satisfaction', 'customers.country'], `select country, avg(satisfaction) from ${TC} group by 1`) },
  { intent: 'bar', data: 'shop', prompt: 'bar chart with the median price for every product catagory', ...one('bar', ['products.price', 'products.category'], 'select category, median(price) from products group by 1') },
  { intent: 'bar', data: 'birds', prompt: 'Bars pls: summed other costs per size of wildlife', ...one('bar', ['birdstrikes.Cost Other', 'birdstrikes.Wildlife Size'], 'select "Wildlife Size", sum("Cost Other") from birdstrikes group by 1') },

  { intent: 'stacked', data: 'shop', prompt: 'how many custmers do we have in each country? bars divided up by segment', ...one('bar', ['customers.country', 'customers.segment'], pairs('customers', 'country', 'segment')) },
  { intent: 'stacked', data: 'shop', prompt: 'Tickets opened each quarter, piled up by topic', ...one('bar|area', ['tickets.opened_at', 'tickets.topic'], pairs('tickets', "date_trunc('quarter', opened_at)", 'topic')) },
  { intent: 'stacked', data: 'chinook', prompt: 'tracks per genre in stacked bars with the media type as colour', ...one('bar', ['Genre.Name', 'MediaType.Name'], pairs(TRACKS, 'g.Name', 'm.Name')) },

  { intent: 'line', data: 'shop', prompt: 'I’d like to follow the median order total quarter after quarter (line chart)', ...one('line', ['orders.total'], "select date_trunc('quarter', ordered_at), median(total) from orders group by 1") },
  { intent: 'line', data: 'shop', prompt: 'returned orders monthly, line', ...one('line', ['orders.status'], spans('orders', 'ordered_at', 'month', 'count(*)', "status = 'returned'")) },
  { intent: 'line', data: 'birds', prompt: 'Line: number of strikes in each month of 2000', ...one('line', ['birdstrikes.Flight Date'], ['select date_trunc(\'month\', "Flight Date"), count(*) from birdstrikes where year("Flight Date") = 2000 group by 1', 'select count(*) from birdstrikes where year("Flight Date") = 2000 group by month("Flight Date")']) },

  { intent: 'area', data: 'shop', prompt: 'units sold per month, area chart with a band for every channel', ...one('area', ['order_items.quantity', 'orders.channel'], pairs(IO, "date_trunc('month', ordered_at)", 'channel', 'sum(quantity)')) },
  { intent: 'area', data: 'birds', prompt: 'area graph – strikes per year, separated by time of day', ...one('area', ['birdstrikes.Flight Date', 'birdstrikes.Time of day'], pairs('birdstrikes', `date_trunc('year', "Flight Date")`, '"Time of day"')) },
  { intent: 'area', data: 'weather', prompt: 'Could you draw the average wind week by week in 2015 as a filled area, please?', ...one('area', ['weather.wind'], ["select date_trunc('week', date), avg(wind) from weather where year(date) = 2015 group by 1", 'select avg(wind) from weather where year(date) = 2015 group by week(date)']) },

  { intent: 'pie', data: 'shop', prompt: 'how does turnover divide over our sales channels? donut please', ...one('pie', ['orders.channel'], [...revenueBy('channel'), 'select channel, sum(total) / sum(sum(total)) over () from orders group by 1']) },
  { intent: 'pie', data: 'shop', prompt: 'Who writes in? A pie of the tickets by customer segment', ...one('pie', ['customers.segment'], [`select segment, count(*) from ${TC} group by 1`, `select segment, count(*) / sum(count(*)) over () from ${TC} group by 1`]) },
  { intent: 'pie', data: 'birds', prompt: 'pie, total cost caused by each wildlife size', ...one('pie', ['birdstrikes.Cost Total $', 'birdstrikes.Wildlife Size'], ['select "Wildlife Size", sum("Cost Total $") from birdstrikes group by 1', 'select "Wildlife Size", sum("Cost Total $") / sum(sum("Cost Total $")) over () from birdstrikes group by 1']) },

  { intent: 'scatter', data: 'shop', prompt: 'Scatter unit price and quantity of the order items that went through a store', ...one('scatter', ['order_items.unit_price', 'order_items.quantity'], `select unit_price, quantity from ${IO} where channel = 'store'`) },
  { intent: 'scatter', data: 'birds', prompt: 'Do faster planes have costlier strikes? Plot the speed against the total cost.', ...one('scatter', ['birdstrikes.Speed IAS in knots', 'birdstrikes.Cost Total $'], ['', 'where "Speed IAS in knots" is not null'].map((where) => `select "Speed IAS in knots", "Cost Total $" from birdstrikes ${where}`)) },
  { intent: 'scatter', data: 'gap', prompt: 'a dot for every country in sub saharan africa, income across and health up', ...one('scatter', ['gapminder.income', 'gapminder.health'], "select income, health from gapminder where region = 'sub_saharan_africa'") },

  { intent: 'histogram', data: 'shop', prompt: 'How is the cost of our products distributed?', ...one('histogram', ['products.cost'], histogramOf('products', 'cost', [5, 10, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 125, 150, 200, 250, 300, 400, 500, 1000])) },
  { intent: 'histogram', data: 'shop', prompt: 'order items, histogram of the quantity', ...one('histogram|bar', ['order_items.quantity'], histogramOf('order_items', 'quantity', [0.5, 1, 2, 2.5, 3, 4, 5, 10])) },
  { intent: 'histogram', data: 'weather', prompt: 'Histogram showing the minimum temperatures in bins of 3', ...one('histogram', ['weather.temp_min'], histogramOf('weather', 'temp_min', [3])) },

  { intent: 'heatmap', data: 'shop', prompt: 'average order total by channel (rows) and country (columns) as a heat map', ...one('heatmap', ['orders.total', 'orders.channel', 'customers.country'], pairs(OC, 'channel', 'country', 'avg(total)')) },
  { intent: 'heatmap', data: 'chinook', prompt: 'Heat map: billing countries down, years across, sum of the invoice totals in the cells', ...one('heatmap', ['Invoice.BillingCountry', 'Invoice.Total'], pairs('Invoice', 'BillingCountry', "date_trunc('year', InvoiceDate)", 'sum(Total)')) },
  { intent: 'heatmap', data: 'birds', prompt: 'phase of flight per year, heatmap of how many strikes', ...one('heatmap', ['birdstrikes.Phase of flight', 'birdstrikes.Flight Date'], pairs('birdstrikes', '"Phase of flight"', `date_trunc('year', "Flight Date")`)) },
];

const lists: Case[] = [
  { intent: 'table', data: 'shop', prompt: 'For the stocktake I need a list with product name, category, stock and supplier', ...one('table', ['products.name', 'products.category', 'products.stock'], 'select name, category, stock from products'), unread: ['supplier'] },
  { intent: 'table', data: 'shop', prompt: 'order items with a quantity above 15, show product name and unit price too', ...one('table', ['products.name', 'order_items.quantity', 'order_items.unit_price'], `select p.name, quantity, unit_price from ${IP} where quantity > 15`) },
  { intent: 'table', data: 'chinook', prompt: 'Customers from India – first name, last name, e-mail', ...one('table', ['Customer.FirstName', 'Customer.LastName', 'Customer.Email'], "select FirstName, LastName, Email from Customer where Country = 'India'") },

  { intent: 'top', data: 'shop', prompt: 'Which 3 countries have the most returned orders?', ...one('bar|table', ['customers.country', 'orders.status'], `select country, count(*) from ${OC} where status = 'returned' group by 1 order by 2 desc limit 3`) },
  { intent: 'top', data: 'gap', prompt: 'what are the 6 richest countries by income', ...one('bar|table', ['gapminder.country', 'gapminder.income'], 'select country, income from gapminder order by income desc limit 6', { ordered: true }) },
  { intent: 'top', data: 'chinook', prompt: '4 artists with the largest number of albums', ...one('bar|table', ['Artist.Name'], ['a.ArtistId, a.Name', 'a.Name'].map((by) => `select a.Name, count(*) from Album join Artist a using (ArtistId) group by ${by} order by 2 desc limit 4`)) },

  { intent: 'group', data: 'shop', prompt: 'Average discount and average VAT for each segment', ...one('bar|table', ['orders.discount', 'customers.segment'], `select segment, avg(discount) from ${OC} group by 1`), unread: ['vat'] },
  { intent: 'group', data: 'weather', prompt: 'lowest temp_min and highest temp_max, by type of weather', ...one('bar|table', ['weather.temp_min', 'weather.temp_max', 'weather.weather'], 'select weather, min(temp_min), max(temp_max) from weather group by 1') },
  { intent: 'group', data: 'gap', prompt: 'Per region: number of countries, total population, median income', ...one('bar|table', ['gapminder.region', 'gapminder.population', 'gapminder.income'], 'select region, count(*), sum(population), median(income) from gapminder group by 1') },

  { intent: 'bucket', data: 'shop', prompt: 'total discounts by day of the week', ...one('bar|line', ['orders.discount', 'orders.ordered_at'], 'select sum(discount) from orders group by dayofweek(ordered_at)') },
  { intent: 'bucket', data: 'shop', prompt: 'How many customers did we gain every quarter?', ...one('bar|line', ['customers.created_at'], "select date_trunc('quarter', created_at), count(*) from customers group by 1") },
  { intent: 'bucket', data: 'birds', prompt: 'strikes at dusk, counted per quarter', ...one('bar|line', ['birdstrikes.Flight Date', 'birdstrikes.Time of day'], spans('birdstrikes', '"Flight Date"', 'quarter', 'count(*)', `"Time of day" = 'Dusk'`)) },

  { intent: 'ratio', data: 'shop', prompt: 'percentage of orders placed through a partner, country by country', ...one('bar|table', ['orders.channel', 'customers.country'], `select country, avg((channel = 'partner')::int) from ${OC} group by 1`) },
  { intent: 'ratio', data: 'shop', prompt: 'Urgent tickets as a percentage of all tickets, month by month', ...one('bar|line', ['tickets.priority', 'tickets.opened_at'], "select date_trunc('month', opened_at), avg((priority = 'urgent')::int) from tickets group by 1") },
  { intent: 'ratio', data: 'iowa', prompt: 'share of renewables in the net generation, each year', ...one('bar|line', ['iowa_electricity.source', 'iowa_electricity.net_generation'], "select year, sum(net_generation) filter (source = 'Renewables') / sum(net_generation) from iowa_electricity group by 1") },
];

const filters: Case[] = [
  { intent: 'select', data: 'shop', prompt: 'Average order total by month. The user should be able to pick a country.', want: [{ kind: 'bar|line', fields: ['orders.total'], rows: `select date_trunc('month', ordered_at), avg(total) from ${OC} where country = 'Germany' group by 1` }], filters: [{ type: 'select', field: 'customers.country', set: 'Germany' }] },
  { intent: 'select', data: 'birds', prompt: 'pie of the amounts of damage and a dropdown listing the airline operators', want: [{ kind: 'pie', fields: ['birdstrikes.Effect Amount of damage'], rows: `select "Effect Amount of damage", count(*) from birdstrikes where "Aircraft Airline Operator" = 'DELTA AIR LINES' group by 1` }], filters: [{ type: 'select', field: 'birdstrikes.Aircraft Airline Operator', set: 'DELTA AIR LINES' }] },
  { intent: 'select', data: 'gap', prompt: 'a table with the countries, one picker for region and one picker for religion', want: [{ kind: 'table', fields: ['gapminder.country'], rows: "select country from gapminder where region = 'america'" }], filters: [{ type: 'select', field: 'gapminder.region', set: 'america' }], unread: ['religion'] },

  { intent: 'dates', data: 'shop', prompt: 'mean satisfaction per priority, for the tickets opened between a start date and an end date that I type in', want: [{ kind: 'bar|table', fields: ['tickets.satisfaction', 'tickets.priority'], rows: 'select priority, avg(satisfaction) from tickets where opened_at >= current_date - 400 and opened_at < current_date - 99 group by 1' }], filters: [{ type: 'dates', field: 'tickets.opened_at', set: ['400', '100'] }] },
  { intent: 'dates', data: 'chinook', prompt: 'number of invoices per billing city + month selector', want: [{ kind: 'bar|pie|table', fields: ['Invoice.BillingCity'], rows: ["select BillingCity, count(*) from Invoice where strftime(InvoiceDate, '%Y-%m') = '2022-08' group by 1", "select c, (select count(*) from Invoice where BillingCity = c and strftime(InvoiceDate, '%Y-%m') = '2022-08') from (select distinct BillingCity as c from Invoice)"] }], filters: [{ type: 'month', field: 'Invoice.InvoiceDate', set: '2022-08' }] },
  { intent: 'dates', data: 'weather', prompt: 'Daily precipitation as bars; I want to fill in from and to dates', want: [{ kind: 'bar', fields: ['weather.precipitation', 'weather.date'], rows: "select date, precipitation from weather where date between '2013-01-15' and '2013-02-28'" }], filters: [{ type: 'dates', field: 'weather.date', set: ['2013-01-15', '2013-02-28'] }] },

  { intent: 'search', data: 'shop', prompt: 'customers – let me type part of a company name to find one', want: [{ kind: 'table', rows: "select name from customers where company ilike '%beacon%'" }], filters: [{ type: 'search', field: 'customers.company', set: 'beacon' }] },
  { intent: 'search', data: 'chinook', prompt: 'albums with the name of the artist and a search bar on top', want: [{ kind: 'table', fields: ['Album.Title', 'Artist.Name'], rows: ["Title ilike '%marble%' or Name ilike '%marble%'", "Title ilike '%marble%'", "Name ilike '%marble%'"].map((is) => `select Title, Name from Album join Artist using (ArtistId) where ${is}`) }], filters: [{ type: 'search', set: 'marble' }] },
  { intent: 'search', data: 'birds', prompt: 'list strikes and let me search in the aircraft model', want: [{ kind: 'table', rows: `select "Flight Date" from birdstrikes where "Aircraft Make Model" ilike '%learjet%'` }], filters: [{ type: 'search', field: 'birdstrikes.Aircraft Make Model', set: 'learjet' }] },

  { intent: 'slider', data: 'shop', prompt: 'All tickets in a list. Slider for satisfaction.', want: [{ kind: 'table', rows: dayOrMoment('opened_at', 'from tickets where satisfaction between 2 and 3') }], filters: [{ type: 'range', field: 'tickets.satisfaction', set: ['2', '3'] }] },
  { intent: 'slider', data: 'shop', prompt: 'number of orders per month, narrowed by a slider on the discount', want: [{ kind: 'bar|line', rows: spans('orders', 'ordered_at', 'month', 'count(*)', 'discount between 50 and 500') }], filters: [{ type: 'range', field: 'orders.discount', set: ['50', '500'] }] },
  { intent: 'slider', data: 'gap', prompt: 'a list of countries where I can drag health between two values', want: [{ kind: 'table', fields: ['gapminder.country'], rows: 'select country from gapminder where health between 60 and 65' }], filters: [{ type: 'range', field: 'gapminder.health', set: ['60', '65'] }] },

  { intent: 'shared', data: 'shop', prompt: 'Units sold by category and units sold per month, one channel selector steering both', want: [
    { kind: 'bar|pie|table', fields: ['products.category'], rows: `select category, sum(quantity) from ${IOP} where channel = 'store' group by 1` }, { kind: 'bar|line', rows: `select date_trunc('month', ordered_at), sum(quantity) from ${IO} where channel = 'store' group by 1` },
  ], filters: [{ type: 'select', field: 'orders.channel', set: 'store' }] },
  { intent: 'shared', data: 'shop', prompt: 'tickets per month at the top, underneath a list of the open tickets, and a region dropdown that applies to both', want: [
    { kind: 'bar|line', rows: `select date_trunc('month', opened_at), count(*) from ${TC} where region = 'Europe' group by 1` },
    { kind: 'table', fields: ['tickets.status|tickets.closed_at'], rows: ["status = 'open'", "status <> 'closed'"].flatMap((is) => dayOrMoment('opened_at', `from ${TC} where ${is} and region = 'Europe'`)) },
  ], filters: [{ type: 'select', field: 'customers.region', set: 'Europe' }] },
  { intent: 'shared', data: 'iowa', prompt: 'pie of net generation per source and a line of net generation per year. One date range, from and to, for both', want: [
    { kind: 'pie', rows: "select source, sum(net_generation) from iowa_electricity where year between '2005-01-01' and '2010-12-31' group by 1" }, { kind: 'line', rows: "select year, sum(net_generation) from iowa_electricity where year between '2005-01-01' and '2010-12-31' group by 1" },
  ], filters: [{ type: 'dates', field: 'iowa_electricity.year', set: ['2005-01-01', '2010-12-31'] }] },

  { intent: 'detail', data: 'shop', prompt: 'returned orders with customer and total; clicking one should bring up the whole record', ...one('table', ['customers.name', 'orders.total'], `select name, total from ${OC} where status = 'returned'`, { detail: true }) },
  { intent: 'detail', data: 'shop', prompt: 'The accessories that we sell, with a pop-up of details for each', ...one('table', ['products.name'], "select name from products where category = 'Accessories'", { detail: true }) },
  { intent: 'detail', data: 'birds', prompt: 'Strikes in Hawaii: date, species, weight of the animal. Open a panel with all the fields when I click.', ...one('table', ['birdstrikes.Flight Date', 'birdstrikes.Wildlife Species'], `select "Flight Date", "Wildlife Species" from birdstrikes where "Origin State" = 'Hawaii'`, { detail: true }), unread: ['weight'] },
];

const forms: Case[] = [
  { intent: 'create', data: 'desk', prompt: 'The nurses need to log tickets: subject, description, customer id', form: { function: 'createTicket', fields: ['subject', 'description', 'customerId'] } },
  { intent: 'create', data: 'desk', prompt: 'sign up a new customer – name, e-mail, newsletter', form: { function: 'createCustomer', fields: ['name', 'email', 'newsletter'] } },
  { intent: 'create', data: 'shop', prompt: 'screen for adding products to the range', refused: true, unread: ['add'] },

  { intent: 'update', data: 'desk', prompt: 'change who a ticket is assigned to', form: { function: 'updateTicket', fields: ['assignee'] } },
  { intent: 'update', data: 'desk', prompt: 'Please let us correct the name or e-mail of a customer who is already in there', form: { function: 'updateCustomer', fields: ['name', 'email'] } },
  { intent: 'update', data: 'birds', prompt: 'let me fix the species of a strike when it was typed in wrong', refused: true, unread: ['fix'] },
];

const boards: Case[] = [
  { intent: 'kanban', data: 'shop', prompt: 'tickets that are not closed yet, as a kanban with one lane per topic', ...one('board', ['tickets.topic'], dayOrMoment('topic, opened_at', "from tickets where status <> 'closed'")) },
  { intent: 'kanban', data: 'shop', prompt: 'Paid orders as cards, a column for every channel', ...one('board', ['orders.channel', 'orders.status'], "select channel, total from orders where status = 'paid'") },
  { intent: 'kanban', data: 'chinook', prompt: 'board of the invoices of December 2025, columns = billing country', ...one('board', ['Invoice.BillingCountry'], "select BillingCountry, Total from Invoice where strftime(InvoiceDate, '%Y-%m') = '2025-12'") },

  { intent: 'calendar', data: 'shop', prompt: 'calendar: on which day was each customer created', ...one('calendar', ['customers.created_at'], onDays('created_at', 'customers', '2026-04'), { month: '2026-04' }) },
  { intent: 'calendar', data: 'shop', prompt: 'I’d like to see on a calendar when the partner orders came in', ...one('calendar', ['orders.ordered_at', 'orders.channel'], onDays('ordered_at', 'orders', '2026-04', "channel = 'partner'"), { month: '2026-04' }) },
  { intent: 'calendar', data: 'weather', prompt: 'Calendar of the days with precipitation over 20', ...one('calendar', ['weather.date', 'weather.precipitation'], onDays('date', 'weather', '2014-03', 'precipitation > 20'), { month: '2014-03' }) },

  { intent: 'map', data: 'shop', prompt: 'Map with a bubble for every city, bigger where we sell more', refused: true, unread: ['map'] },
  { intent: 'map', data: 'iowa', prompt: 'draw Iowa’s power plants on a map', refused: true, unread: ['map', 'plants'] },
  { intent: 'map', data: 'birds', prompt: 'show the airports geographically, by latitude and longitude', refused: true, unread: ['geographically', 'latitude', 'longitude'] },

  { intent: 'overview', data: 'shop', prompt: 'I need a page on our tickets to show to my boss', want: [{ kind: 'stat', rows: 'select count(*) from tickets' }, { kind: 'table|bar|line|area|pie' }] },
  { intent: 'overview', data: 'iowa', prompt: 'electricity dashboard', want: [{ kind: 'stat|line|bar|area|pie' }, { kind: 'line|bar|area|pie|table' }] },
  { intent: 'overview', data: 'chinook', prompt: 'Quick run-down of our employees', want: [{ kind: 'stat', rows: 'select count(*) from Employee' }, { kind: 'table|bar|pie|line' }] },
];

const unknown: Case[] = [
  { intent: 'unknown', data: 'shop', prompt: 'Stock per warehouse', unread: ['warehouse'] },
  { intent: 'unknown', data: 'chinook', prompt: 'how many invoices for each payment method?', unread: ['payment'] },
  { intent: 'unknown', data: 'weather', prompt: 'mean air pressure, month by month, 2013', unread: ['pressure'] },
];

export const THIRD_PROMPTS: readonly Case[] = [figures, charts, lists, filters, forms, boards, unknown].flat();

const edit = (data: Case['data'], [prompt, ...edits]: [string, ...string[]], want: Want[], more: Partial<Case> = {}): Case => ({ intent: 'edit', data, prompt, edits, want, ...more });

const SPENT = [`select c.name, sum(total) from ${OC} group by c.id, c.name order by 2 desc limit 20`, `select c.name, sum(quantity * unit_price) from ${IOC} group by c.id, c.name order by 2 desc limit 20`];

export const THIRD_DIALOGUES: readonly Case[] = [
  edit('shop', ['average satisfaction by topic', 'per priority rather than topic', 'lowest one first'], [{ kind: 'bar|table', fields: ['tickets.satisfaction', 'tickets.priority'], rows: 'select priority, avg(satisfaction) from tickets group by 1 order by 2', ordered: true }]),
  edit('shop', ['revenue by region', 'just Europe, and by country'], [{ kind: 'bar|table', fields: ['customers.country'], rows: revenueBy('country', "region = 'Europe'") }]),
  edit('shop', ['number of customers and number of orders', 'drop the customers tile', 'add the average discount'], [{ kind: 'stat', rows: 'select count(*) from orders' }, { kind: 'stat', fields: ['orders.discount'], rows: 'select avg(discount) from orders' }]),
  edit('shop', ['heatmap of tickets by priority and status', 'only the ones about returns'], [{ kind: 'heatmap', fields: ['tickets.topic'], rows: pairs("(select * from tickets where topic = 'return')", 'priority', 'status') }]),
  edit('shop', ['table of order items with product name, quantity and unit price', 'I also need the order date', 'last 30 days is enough'], [{ kind: 'table', fields: ['products.name', 'order_items.quantity', 'orders.ordered_at'], rows: lastDays('ordered_at', 30).map((is) => `select name, quantity, unit_price from ${IOP} where ${is}`) }]),
  edit('shop', ['total discount by channel', 'pie chart please, titled Who gets the discounts'], [{ kind: 'pie', fields: ['orders.discount', 'orders.channel'], rows: 'select channel, sum(discount) from orders group by 1' }], { title: 'Who gets the discounts' }),
  edit('shop', ['line of new customers per month', 'one line per segment', 'leave consumers out'], [{ kind: 'line', fields: ['customers.segment'], rows: pairs("(select * from customers where segment <> 'consumer')", "date_trunc('month', created_at)", 'segment') }]),
  edit('shop', ['top 10 customers by number of orders', 'rank them by revenue', 'show twenty'], [{ kind: 'bar|table', fields: ['customers.name'], rows: SPENT }]),
  edit('shop', ['tickets by status and revenue by channel', 'turn the second one into a donut', 'and move it to the top'], [{ kind: 'pie', rows: revenueBy('channel') }, { kind: 'bar|pie', rows: 'select status, count(*) from tickets group by 1' }]),
  edit('shop', ['kanban of orders by channel', 'show nothing but open orders', 'over 1000'], [{ kind: 'board', fields: ['orders.channel'], rows: "select channel, total from orders where status = 'open' and total > 1000" }]),
  edit('shop', ['average discount by country', 'put a date range above it'], [{ kind: 'bar|table', fields: ['orders.discount', 'customers.country'], rows: `select country, avg(discount) from ${OC} where ordered_at >= current_date - 200 and ordered_at < current_date - 99 group by 1` }], { filters: [{ type: 'dates', field: 'orders.ordered_at', set: ['200', '100'] }] }),
  edit('chinook', ['invoices per year', 'sum up the totals instead of counting', 'Canada only'], [{ kind: 'bar|line', fields: ['Invoice.Total', 'Invoice.BillingCountry|Customer.Country'], rows: "select date_trunc('year', InvoiceDate), sum(Total) from Invoice where BillingCountry = 'Canada' group by 1" }]),
  edit('chinook', ['list tracks with name and composer', 'include the album title', 'keep only jazz'], [{ kind: 'table', fields: ['Track.Name', 'Track.Composer', 'Album.Title'], rows: "select t.Name, Composer, Title from Track t join Album using (AlbumId) join Genre g using (GenreId) where g.Name = 'Jazz'" }]),
  edit('chinook', ['customers per country', 'split the bars by gender'], [{ kind: 'bar|pie|table', rows: 'select Country, count(*) from Customer group by 1' }], { unread: ['gender'] }),
  edit('weather', ['histogram of temp_max', 'bins of 4', 'rain days only'], [{ kind: 'histogram', fields: ['weather.temp_max', 'weather.weather'], rows: histogramOf('weather', 'temp_max', [4], "weather = 'rain'") }]),
  edit('weather', ['line with average temp_min per month', 'add temp_max to that chart'], [{ kind: 'line', fields: ['weather.temp_min', 'weather.temp_max'], rows: "select date_trunc('month', date), avg(temp_min), avg(temp_max) from weather group by 1" }]),
  edit('birds', ['average speed by phase of flight', 'not parked or taxi', 'from fast to slow'], [{ kind: 'bar|table', fields: ['birdstrikes.Speed IAS in knots', 'birdstrikes.Phase of flight'], rows: `select "Phase of flight", avg("Speed IAS in knots") from birdstrikes where "Phase of flight" not in ('Parked', 'Taxi') group by 1 order by 2 desc`, ordered: true }]),
  edit('birds', ['top 5 airports by total cost', 'operators, not airports'], [{ kind: 'bar|table', fields: ['birdstrikes.Aircraft Airline Operator', 'birdstrikes.Cost Total $'], rows: 'select "Aircraft Airline Operator", sum("Cost Total $") from birdstrikes group by 1 order by 2 desc limit 5', ordered: true }]),
  edit('gap', ['table of the countries in south asia', 'the most people at the top'], [{ kind: 'table', fields: ['gapminder.country', 'gapminder.population'], rows: "select country, population from gapminder where region = 'south_asia' order by population desc", ordered: true }]),
  edit('iowa', ['pie of net generation by source', '2010 only', 'make it bars'], [{ kind: 'bar', fields: ['iowa_electricity.source', 'iowa_electricity.net_generation'], rows: "select source, sum(net_generation) from iowa_electricity where year(year) = 2010 group by 1" }]),
];
