/**
 * A second set that nobody tuned for, written when the first held-out third had been seen: by somebody who had read neither the composer nor an answer
 * of it. Frozen as the prompts are; `npm run bench -- composer --second` scores it and shows no failures.
 */
import type { Case, Want } from './prompts.ts';
import { one, OC, TC, IOP, revenueBy, twoSpans, histogramOf, onDays } from './queries.ts';

const LINES = 'InvoiceLine l join Invoice n using (InvoiceId) join Track t using (TrackId)';
const SPOKEN_FOR = 'Customer c join Employee e on e.EmployeeId = c.SupportRepId';

const UNITS = 'order_items i join orders o on o.id = i.order_id';
const unitsOf = (from: string, to: string) => `(select sum(quantity) from ${UNITS} where ordered_at >= ${from} and ordered_at < ${to})`;
const YEAR = "date_trunc('year', current_date)";

/** How many strikes of each pair, with the pairs that never were, and without. */
const strikesBy = (a: string, b: string) => [
  `select "${a}", "${b}", count(*) from birdstrikes group by 1, 2`,
  `select a, b, (select count(*) from birdstrikes where "${a}" = a and "${b}" = b) from (select distinct "${a}" as a from birdstrikes) x, (select distinct "${b}" as b from birdstrikes) y`,
];

const figures: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'Hi! Could you tell me what the average satisfaction rating is across all our tickets?', ...one('stat', ['tickets.satisfaction'], 'select avg(satisfaction) from tickets') },
  { intent: 'kpi', data: 'chinook', prompt: 'average invoice amount, and how many invoices there are', want: [{ kind: 'stat', rows: 'select avg(Total) from Invoice' }, { kind: 'stat', rows: 'select count(*) from Invoice' }] },
  { intent: 'kpi', data: 'birds', prompt: 'number of strikes where the damage was substantial', ...one('stat', ['birdstrikes.Effect Amount of damage'], `select count(*) from birdstrikes where "Effect Amount of damage" = 'Substantial'`) },

  { intent: 'kpi-versus', data: 'shop', prompt: 'Compare units sold this year with last year.', ...one('stat|bar|line', ['order_items.quantity'], [
    `select ${unitsOf(YEAR, "current_date + interval 1 day")}, ${unitsOf(`${YEAR} - interval 1 year`, YEAR)}`,
    `select ${unitsOf(YEAR, "current_date + interval 1 day")}, ${unitsOf(`${YEAR} - interval 1 year`, 'current_date + interval 1 day - interval 1 year')}`,
    `select ${unitsOf(YEAR, "current_date + interval 1 day")}, ${unitsOf(`${YEAR} - interval 1 year`, 'current_date - interval 1 year')}`,
    `select year(ordered_at), sum(quantity) from ${UNITS} where ordered_at >= ${YEAR} - interval 1 year group by 1`,
    `select month(ordered_at), year(ordered_at), sum(quantity) from ${UNITS} where ordered_at >= ${YEAR} - interval 1 year group by 1, 2`,
    ...['', 'having month(ordered_at) <= month(current_date)'].map((until) => `select sum(quantity) filter (ordered_at >= ${YEAR}), sum(quantity) filter (ordered_at < ${YEAR}) from ${UNITS} where ordered_at >= ${YEAR} - interval 1 year group by month(ordered_at) ${until}`),
  ]) },
  { intent: 'kpi-versus', data: 'weather', prompt: 'average max temperature 2015 against 2014, did it get warmer?', ...one('stat|bar|line', ['weather.temp_max'], [
    'select (select avg(temp_max) from weather where year(date) = 2015), (select avg(temp_max) from weather where year(date) = 2014)',
    'select year(date), avg(temp_max) from weather where year(date) in (2014, 2015) group by 1',
    'select month(date), year(date), avg(temp_max) from weather where year(date) in (2014, 2015) group by 1, 2',
    'select avg(temp_max) filter (year(date) = 2015), avg(temp_max) filter (year(date) = 2014) from weather group by month(date)',
  ]) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'tickets closed in the last 7 days, and how that compares to the 7 days prior', ...one('stat|bar|line', ['tickets.closed_at'], twoSpans('tickets', 'closed_at', 'count(*)', 7)) },
];

const charts: Case[] = [
  { intent: 'bar', data: 'shop', prompt: 'Stock per product category please', ...one('bar|pie|table', ['products.stock', 'products.category'], 'select category, sum(stock) from products group by 1') },
  { intent: 'bar', data: 'chinook', prompt: 'how many customers does each support rep look after?', ...one('bar|pie|table', [], ['e.FirstName', 'e.LastName', 'e.EmployeeId', "e.FirstName || ' ' || e.LastName", "e.LastName || ', ' || e.FirstName"].map((name) => `select ${name}, count(*) from ${SPOKEN_FOR} group by 1`)) },
  { intent: 'bar', data: 'birds', prompt: 'column chart with the average repair cost for each time of day', ...one('bar', ['birdstrikes.Cost Repair', 'birdstrikes.Time of day'], 'select "Time of day", avg("Cost Repair") from birdstrikes group by 1') },

  { intent: 'stacked', data: 'shop', prompt: 'units sold per quarter as stacked columns, one colour per product category', ...one('bar', ['order_items.quantity', 'products.category'], `select date_trunc('quarter', ordered_at), category, sum(quantity) from ${IOP} group by 1, 2`) },
  { intent: 'stacked', data: 'chinook', prompt: 'quantity sold per year, each bar divided into media types', ...one('bar', ['InvoiceLine.Quantity', 'MediaType.Name'], `select date_trunc('year', InvoiceDate), m.Name, sum(Quantity) from ${LINES} join MediaType m using (MediaTypeId) group by 1, 2`) },
  { intent: 'stacked', data: 'birds', prompt: 'show me the phases of flight with the wildlife sizes stacked on top of each other', ...one('bar', ['birdstrikes.Phase of flight', 'birdstrikes.Wildlife Size'], strikesBy('Phase of flight', 'Wildlife Size')) },

  { intent: 'line', data: 'shop', prompt: 'Average discount month by month – a line, please', ...one('line', ['orders.discount'], "select date_trunc('month', ordered_at), avg(discount) from orders group by 1") },
  { intent: 'line', data: 'weather', prompt: 'line graph with the lowest minimum temperature of each month', ...one('line', ['weather.temp_min'], ["select date_trunc('month', date), min(temp_min) from weather group by 1", 'select min(temp_min) from weather group by month(date)']) },
  { intent: 'line', data: 'iowa', prompt: 'plot the net generation of renewables through the years', ...one('line|bar', ['iowa_electricity.net_generation', 'iowa_electricity.source'], "select year, sum(net_generation) from iowa_electricity where source = 'Renewables' group by 1") },

  { intent: 'area', data: 'shop', prompt: 'mean satisfaction of tickets, monthly, area graph', ...one('area', ['tickets.satisfaction'], ['opened_at', 'closed_at'].flatMap((time) => ['', 'where satisfaction is not null'].map((where) => `select date_trunc('month', ${time}), avg(satisfaction) from tickets ${where} group by 1`))) },
  { intent: 'area', data: 'chinook', prompt: 'number of invoice lines by quarter as an area', ...one('area', ['Invoice.InvoiceDate'], "select date_trunc('quarter', InvoiceDate), count(*) from InvoiceLine join Invoice using (InvoiceId) group by 1") },
  { intent: 'area', data: 'weather', prompt: 'I’d like a shaded area chart of how many rain days we had in every quarter', ...one('area', ['weather.date'], ["weather = 'rain'", 'precipitation > 0'].map((is) => `select date_trunc('quarter', date), count(*) from weather where ${is} group by 1`)) },

  { intent: 'pie', data: 'shop', prompt: 'doughnut chart, orders split over the regions', ...one('pie', ['customers.region'], `select region, count(*) from ${OC} group by 1`) },
  { intent: 'pie', data: 'birds', prompt: 'proportion of each damage level, in a pie', ...one('pie', ['birdstrikes.Effect Amount of damage'], ['select "Effect Amount of damage", count(*) from birdstrikes group by 1', 'select "Effect Amount of damage", count(*) / sum(count(*)) over () from birdstrikes group by 1']) },
  { intent: 'pie', data: 'iowa', prompt: 'Generation mix of 2017 by source (pie)', ...one('pie', ['iowa_electricity.net_generation', 'iowa_electricity.source'], 'select source, sum(net_generation) from iowa_electricity where year(year) = 2017 group by 1') },

  { intent: 'scatter', data: 'weather', prompt: 'plot min temperature against max temperature, one dot a day', ...one('scatter', ['weather.temp_min', 'weather.temp_max'], 'select temp_min, temp_max from weather') },
  { intent: 'scatter', data: 'gap', prompt: 'Do people in big countries live longer? Scatter health over population', ...one('scatter', ['gapminder.health', 'gapminder.population'], 'select health, population from gapminder') },
  { intent: 'scatter', data: 'shop', prompt: 'dots: discount on the x axis, order total on the y axis', ...one('scatter', ['orders.discount', 'orders.total'], 'select discount, total from orders') },

  { intent: 'histogram', data: 'shop', prompt: 'Histogram of stock levels', ...one('histogram', ['products.stock'], histogramOf('products', 'stock', [5, 10, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 125, 150, 200, 250, 300, 400, 500])) },
  { intent: 'histogram', data: 'chinook', prompt: 'track length (milliseconds) as a histogram, bins of 30000', ...one('histogram', ['Track.Milliseconds'], histogramOf('Track', 'Milliseconds', [30_000])) },
  { intent: 'histogram', data: 'gap', prompt: 'frequency distribution of the health column', ...one('histogram', ['gapminder.health'], histogramOf('gapminder', 'health', [0.5, 1, 2, 2.5, 3, 4, 5, 10])) },

  { intent: 'heatmap', data: 'shop', prompt: 'ticket volume by day of week and hour of day, heat map', ...one('heatmap', ['tickets.opened_at'], ['select count(*) from tickets group by dayofweek(opened_at), hour(opened_at)', 'select (select count(*) from tickets where dayofweek(opened_at) = d and hour(opened_at) = h) from range(7) a(d), range(24) b(h)']) },
  { intent: 'heatmap', data: 'birds', prompt: 'heat map, damage down the side and wildlife size along the top', ...one('heatmap', ['birdstrikes.Effect Amount of damage', 'birdstrikes.Wildlife Size'], strikesBy('Effect Amount of damage', 'Wildlife Size')) },
  { intent: 'heatmap', data: 'iowa', prompt: 'sources vs years, coloured by net generation, as a heatmap', ...one('heatmap', ['iowa_electricity.source', 'iowa_electricity.year', 'iowa_electricity.net_generation'], 'select source, year, sum(net_generation) from iowa_electricity group by 1, 2') },
];

const lists: Case[] = [
  { intent: 'table', data: 'shop', prompt: 'list products whose stock is under 10, along with what they cost us', ...one('table', ['products.name', 'products.stock', 'products.cost'], 'select name, cost from products where stock < 10') },
  { intent: 'table', data: 'chinook', prompt: 'All albums with their artist', ...one('table', ['Album.Title', 'Artist.Name'], 'select Title, Name from Album join Artist using (ArtistId)') },
  { intent: 'table', data: 'birds', prompt: 'Delta Air Lines strikes at night in Texas; date, airport and species please', ...one('table', ['birdstrikes.Flight Date', 'birdstrikes.Airport Name', 'birdstrikes.Wildlife Species'], `select "Flight Date", "Airport Name", "Wildlife Species" from birdstrikes where "Aircraft Airline Operator" = 'DELTA AIR LINES' and "Time of day" = 'Night' and "Origin State" = 'Texas'`) },

  { intent: 'top', data: 'shop', prompt: '5 cities with the most customers', ...one('bar|table', ['customers.city'], 'select city, count(*) from customers group by 1 order by 2 desc limit 5') },
  { intent: 'top', data: 'gap', prompt: 'the three countries where health is lowest', ...one('bar|table', ['gapminder.country', 'gapminder.health'], 'select country, health from gapminder order by health limit 3') },
  { intent: 'top', data: 'chinook', prompt: 'Which 8 customers spent the most?', ...one('bar|table', [], ['c.FirstName', 'c.LastName', "c.FirstName || ' ' || c.LastName", "c.LastName || ', ' || c.FirstName", 'c.Email', 'c.CustomerId'].flatMap((name) => [
    `select ${name}, sum(Total) from Invoice join Customer c using (CustomerId) group by c.CustomerId, ${name} order by 2 desc limit 8`,
    `select ${name}, sum(UnitPrice * Quantity) from InvoiceLine join Invoice using (InvoiceId) join Customer c using (CustomerId) group by c.CustomerId, ${name} order by 2 desc limit 8`,
  ])) },

  { intent: 'group', data: 'shop', prompt: 'in a table: total quantity and average unit price for every category', ...one('table', ['products.category', 'order_items.quantity', 'order_items.unit_price'], `select category, sum(quantity), avg(unit_price) from ${IOP} group by 1`) },
  { intent: 'group', data: 'chinook', prompt: 'mean milliseconds of tracks, grouped by genre', ...one('bar|table', ['Track.Milliseconds', 'Genre.Name'], 'select g.Name, avg(Milliseconds) from Track join Genre g using (GenreId) group by 1') },
  { intent: 'group', data: 'birds', prompt: 'maximum speed recorded for each wildife size', ...one('bar|table', ['birdstrikes.Speed IAS in knots', 'birdstrikes.Wildlife Size'], 'select "Wildlife Size", max("Speed IAS in knots") from birdstrikes group by 1') },

  { intent: 'bucket', data: 'shop', prompt: 'At what hour of the day do tickets get opened?', ...one('bar|line', ['tickets.opened_at'], ['select count(*) from tickets group by hour(opened_at)', 'select (select count(*) from tickets where hour(opened_at) = h) from range(24) t(h)']) },
  { intent: 'bucket', data: 'birds', prompt: 'Canada goose strikes, year by year', ...one('bar|line', ['birdstrikes.Wildlife Species', 'birdstrikes.Flight Date'], ['select date_trunc(\'year\', "Flight Date"), count(*) from birdstrikes where "Wildlife Species" = \'Canada goose\' group by 1', 'select y, (select count(*) from birdstrikes where "Wildlife Species" = \'Canada goose\' and year("Flight Date") = y) from range(1990, 2003) t(y)']) },
  { intent: 'bucket', data: 'weather', prompt: 'how many foggy days in each calendar month, all years together', ...one('bar|line', ['weather.weather', 'weather.date'], ["select count(*) from weather where weather = 'fog' group by month(date)", "select (select count(*) from weather where weather = 'fog' and month(date) = m) from range(1, 13) t(m)"]) },

  { intent: 'ratio', data: 'shop', prompt: 'What proportion of tickets is still open, per topic?', ...one('bar|table', ['tickets.topic'], ["status = 'open'", "status <> 'closed'"].map((is) => `select topic, avg((${is})::int) from tickets group by 1`)) },
  { intent: 'ratio', data: 'chinook', prompt: 'invoice lines per invoice, for each billing country', ...one('bar|table', ['Invoice.BillingCountry'], ['left join', 'join'].map((join) => `select BillingCountry, count(InvoiceLineId) / count(distinct n.InvoiceId) from Invoice n ${join} InvoiceLine l on l.InvoiceId = n.InvoiceId group by 1`)) },
  { intent: 'ratio', data: 'birds', prompt: 'for each phase of flight, the percentage of strikes that caused substantial damage', ...one('bar|table', ['birdstrikes.Phase of flight', 'birdstrikes.Effect Amount of damage'], ['select "Phase of flight", count(*) filter ("Effect Amount of damage" = \'Substantial\') / count(*) from birdstrikes group by 1']) },
];

const filters: Case[] = [
  { intent: 'select', data: 'shop', prompt: 'a picker for the ticket status, and below it how many tickets per priority', want: [{ kind: 'bar|pie|table', rows: "select priority, count(*) from tickets where status = 'closed' group by 1" }], filters: [{ type: 'select', field: 'tickets.status', set: 'closed' }] },
  { intent: 'select', data: 'iowa', prompt: 'Net generation over the years. I’d like to choose the source.', want: [{ kind: 'line|bar', rows: "select year, sum(net_generation) from iowa_electricity where source = 'Fossil Fuels' group by 1" }], filters: [{ type: 'select', field: 'iowa_electricity.source', set: 'Fossil Fuels' }] },
  { intent: 'select', data: 'chinook', prompt: 'List the tracks; I need a drop-down to choose the genre', want: [{ kind: 'table', rows: "select t.Name from Track t join Genre g using (GenreId) where g.Name = 'Jazz'" }], filters: [{ type: 'select', field: 'Genre.Name', set: 'Jazz' }] },

  { intent: 'dates', data: 'shop', prompt: 'Pie of order channels. Let me set a start and an end date.', want: [{ kind: 'pie', rows: 'select channel, count(*) from orders where ordered_at >= current_date - 400 and ordered_at < current_date - 99 group by 1' }], filters: [{ type: 'dates', field: 'orders.ordered_at', set: ['400', '100'] }] },
  { intent: 'dates', data: 'weather', prompt: 'average wind for each weather type, from a first day to a last day that I pick', want: [{ kind: 'bar|table', rows: "select weather, avg(wind) from weather where date between '2012-06-01' and '2012-12-31' group by 1" }], filters: [{ type: 'dates', field: 'weather.date', set: ['2012-06-01', '2012-12-31'] }] },
  { intent: 'dates', data: 'birds', prompt: 'number of strikes by time of day plus a month picker', want: [{ kind: 'bar|pie|table', rows: `select "Time of day", count(*) from birdstrikes where strftime("Flight Date", '%Y-%m') = '1999-09' group by 1` }], filters: [{ type: 'month', field: 'birdstrikes.Flight Date', set: '1999-09' }] },

  { intent: 'search', data: 'shop', prompt: 'customer directory with a search field', want: [{ kind: 'table', rows: "select name from customers where name ilike '%tremblay%'" }], filters: [{ type: 'search', set: 'tremblay' }] },
  { intent: 'search', data: 'chinook', prompt: 'look up tracks by composer', want: [{ kind: 'table', rows: "select Name from Track where Composer ilike '%hansen%'" }], filters: [{ type: 'search', set: 'hansen' }] },
  { intent: 'search', data: 'birds', prompt: 'log of bird strikes, free text search on the species', want: [{ kind: 'table', rows: `select "Flight Date" from birdstrikes where "Wildlife Species" ilike '%kestrel%'` }], filters: [{ type: 'search', set: 'kestrel' }] },

  { intent: 'slider', data: 'shop', prompt: 'Total stock by category; a slider should limit the cost', want: [{ kind: 'bar|pie|table', rows: 'select category, sum(stock) from products where cost between 20 and 150 group by 1' }], filters: [{ type: 'range', field: 'products.cost', set: ['20', '150'] }] },
  { intent: 'slider', data: 'gap', prompt: 'health vs income scatter, with a slider to narrow down the population', want: [{ kind: 'scatter', rows: 'select income, health from gapminder where population between 5000000 and 50000000' }], filters: [{ type: 'range', field: 'gapminder.population', set: ['5000000', '50000000'] }] },
  { intent: 'slider', data: 'weather', prompt: 'count of days per weather type. slider: temp_max', want: [{ kind: 'bar|pie|table', rows: 'select weather, count(*) from weather where temp_max between 10 and 20 group by 1' }], filters: [{ type: 'range', field: 'weather.temp_max', set: ['10', '20'] }] },

  { intent: 'shared', data: 'shop', prompt: 'Tickets by priority next to average satisfaction by topic. One segment dropdown on top should drive the two of them.', want: [
    { kind: 'bar|pie|table', rows: `select priority, count(*) from ${TC} where segment = 'enterprise' group by 1` }, { kind: 'bar|table', rows: `select topic, avg(satisfaction) from ${TC} where segment = 'enterprise' group by 1` },
  ], filters: [{ type: 'select', field: 'customers.segment', set: 'enterprise' }] },
  { intent: 'shared', data: 'gap', prompt: 'number of countries, mean income and a scatter of income and health, all three narrowed by a region chooser', want: [
    { kind: 'stat', rows: "select count(*) from gapminder where region = 'america'" }, { kind: 'stat', rows: "select avg(income) from gapminder where region = 'america'" }, { kind: 'scatter', rows: "select income, health from gapminder where region = 'america'" },
  ], filters: [{ type: 'select', field: 'gapminder.region', set: 'america' }] },
  { intent: 'shared', data: 'chinook', prompt: 'revenue by genre and revenue by media type with a date range for the pair', want: [
    { kind: 'bar|pie|table', rows: `select g.Name, sum(l.UnitPrice * Quantity) from ${LINES} join Genre g using (GenreId) where InvoiceDate between '2023-01-01' and '2023-12-31' group by 1` },
    { kind: 'bar|pie|table', rows: `select m.Name, sum(l.UnitPrice * Quantity) from ${LINES} join MediaType m using (MediaTypeId) where InvoiceDate between '2023-01-01' and '2023-12-31' group by 1` },
  ], filters: [{ type: 'dates', field: 'Invoice.InvoiceDate', set: ['2023-01-01', '2023-12-31'] }] },

  { intent: 'detail', data: 'shop', prompt: 'I want to see the products and, when I tap one, all of its data', ...one('table', ['products.name'], 'select name from products', { detail: true }) },
  { intent: 'detail', data: 'chinook', prompt: 'list invoices over 12, each opening in a drawer', ...one('table', ['Invoice.Total'], 'select InvoiceDate, Total from Invoice where Total > 12', { detail: true }) },
  { intent: 'detail', data: 'weather', prompt: 'snow days as a list with a details panel per day', ...one('table', ['weather.date'], "select date from weather where weather = 'snow'", { detail: true }) },
];

const forms: Case[] = [
  { intent: 'create', data: 'desk', prompt: 'New ticket form: subject, priority, due date', form: { function: 'createTicket', fields: ['subject', 'priority', 'dueDate'] } },
  { intent: 'create', data: 'desk', prompt: 'I’d like to register a customer, including seats and newsletter', form: { function: 'createCustomer', fields: ['name', 'email', 'seats', 'newsletter'] } },
  { intent: 'create', data: 'chinook', prompt: 'let me add an artist', refused: true, unread: ['add'] },

  { intent: 'update', data: 'desk', prompt: 'Set the priority of an existing ticket', form: { function: 'updateTicket', fields: ['priority'] } },
  { intent: 'update', data: 'desk', prompt: 'somewhere I can alter a customer’s plan and number of seats', form: { function: 'updateCustomer', fields: ['plan', 'seats'] } },
  { intent: 'update', data: 'shop', prompt: 'I need to mark tickets as closed from this page', refused: true, unread: ['mark'] },
];

const boards: Case[] = [
  { intent: 'kanban', data: 'shop', prompt: 'Customers as cards, one lane per region', ...one('board', ['customers.region'], 'select region, name from customers') },
  { intent: 'kanban', data: 'birds', prompt: 'strikes with substantial damage on a kanban, columns are the phases of flight', ...one('board', ['birdstrikes.Phase of flight', 'birdstrikes.Effect Amount of damage'], `select "Phase of flight" from birdstrikes where "Effect Amount of damage" = 'Substantial'`) },
  { intent: 'kanban', data: 'chinook', prompt: 'board of employees with a lane for each job title', ...one('board', ['Employee.Title'], 'select Title from Employee') },

  { intent: 'calendar', data: 'shop', prompt: 'Put tickets on a calendar by the day they were closed', ...one('calendar', ['tickets.closed_at'], onDays('closed_at', 'tickets', '2026-05'), { month: '2026-05' }) },
  { intent: 'calendar', data: 'weather', prompt: 'calendar with the days it snowed', ...one('calendar', ['weather.date', 'weather.weather'], onDays('date', 'weather', '2012-01', "weather = 'snow'"), { month: '2012-01' }) },
  { intent: 'calendar', data: 'birds', prompt: 'month calendar of the strikes in Hawaii', ...one('calendar', ['birdstrikes.Flight Date', 'birdstrikes.Origin State'], onDays('"Flight Date"', 'birdstrikes', '1999-09', `"Origin State" = 'Hawaii'`), { month: '1999-09' }) },

  { intent: 'map', data: 'shop', prompt: 'put our customers’ cities on a globe', refused: true, unread: ['globe'] },
  { intent: 'map', data: 'gap', prompt: 'colour every country of the world by health, like in an atlas', refused: true, unread: ['atlas'] },
  { intent: 'map', data: 'birds', prompt: 'Where in the US do strikes happen? Pin them on a map.', refused: true, unread: ['pin'] },

  { intent: 'overview', data: 'shop', prompt: 'Products at a glance', want: [{ kind: 'stat', rows: 'select count(*) from products' }, { kind: 'table|bar|pie|histogram|scatter' }] },
  { intent: 'overview', data: 'chinook', prompt: 'tell me about our tracks', want: [{ kind: 'stat', rows: 'select count(*) from Track' }, { kind: 'table|bar|pie|histogram|scatter' }] },
  { intent: 'overview', data: 'gap', prompt: 'a quick profile of the gapminder data', want: [{ kind: 'stat' }, { kind: 'table|bar|pie|histogram|scatter' }] },
];

const unknown: Case[] = [
  { intent: 'unknown', data: 'chinook', prompt: 'albums by record label', unread: ['label'] },
  { intent: 'unknown', data: 'weather', prompt: 'UV index for each month, line chart', unread: ['uv'] },
  { intent: 'unknown', data: 'shop', prompt: 'Which courier has the slowest shipping?', unread: ['courier'] },
  { intent: 'unknown', data: 'birds', prompt: 'strikes grouped by the age of the pilot', unread: ['pilot'] },
  { intent: 'unknown', data: 'shop', prompt: 'email me the number of orders every Monday', unread: ['email'] },
  { intent: 'unknown', data: 'gap', prompt: 'unemployment per region', unread: ['unemployment'] },
  { intent: 'unknown', data: 'shop', prompt: 'orders from Norway by channel', unread: ['Norway'] },
];

export const SECOND_PROMPTS: readonly Case[] = [figures, charts, lists, filters, forms, boards, unknown].flat();

const edit = (data: Case['data'], [prompt, ...edits]: [string, ...string[]], want: Want[], more: Partial<Case> = {}): Case => ({ intent: 'edit', data, prompt, edits, want, ...more });

const SOLD = 'select p.name, sum(quantity) from order_items i join products p on p.id = i.product_id group by p.id, p.name';

export const SECOND_DIALOGUES: readonly Case[] = [
  edit('shop', ['tickets per month', 'quarters would be better', 'and only the urgent ones'], [{ kind: 'bar|line', fields: ['tickets.priority'], rows: "select date_trunc('quarter', opened_at), count(*) from tickets where priority = 'urgent' group by 1" }]),
  edit('shop', ['products by category', 'show the average price rather than the count'], [{ kind: 'bar|table', fields: ['products.price'], rows: 'select category, avg(price) from products group by 1' }]),
  edit('shop', ['line of revenue per quarter', 'bars, please', 'and one colour per channel'], [{ kind: 'bar', fields: ['orders.channel'], rows: revenueBy("date_trunc('quarter', ordered_at), channel") }]),
  edit('shop', ['pie of tickets by status', 'leave out the closed ones'], [{ kind: 'pie', rows: "select status, count(*) from tickets where status <> 'closed' group by 1" }]),
  edit('shop', ['list of customers', 'just enterprise, from France or Germany', 'newest at the top'], [{ kind: 'table', fields: ['customers.name'], rows: "select name from customers where segment = 'enterprise' and country in ('France', 'Germany') order by created_at desc", ordered: true }]),
  edit('shop', ['top 5 products by quantity', 'make that ten', 'now the other end: lowest ten'], [{ kind: 'bar|table', rows: `${SOLD} order by 2 limit 10` }]),
  edit('shop', ['orders by country', 'call it Where we sell', 'no European ones'], [{ kind: 'bar|table', rows: `select country, count(*) from ${OC} where region <> 'Europe' group by 1` }], { title: 'Where we sell' }),
  edit('shop', ['number of open tickets', 'beside it the number of waiting ones'], [{ kind: 'stat', rows: ["select count(*) from tickets where status = 'open'", 'select count(*) from tickets where closed_at is null'] }, { kind: 'stat', rows: "select count(*) from tickets where status = 'waiting'" }]),
  edit('shop', ['tickets by topic and orders by status', 'the other way round', 'get rid of the tickets'], [{ kind: 'bar|pie', rows: 'select status, count(*) from orders group by 1' }]),
  edit('shop', ['table of orders', 'include the customer’s name and city', 'just those above 5000', 'largest first'], [{ kind: 'table', fields: ['customers.name', 'customers.city', 'orders.total'], rows: `select c.name, city, total from ${OC} where total > 5000 order by total desc`, ordered: true }]),
  edit('shop', ['revenue per month', 'I want to be able to choose the segment'], [{ kind: 'bar|line', rows: revenueBy("date_trunc('month', ordered_at)", "segment = 'consumer'") }], { filters: [{ type: 'select', field: 'customers.segment', set: 'consumer' }] }),
  edit('shop', ['tickets by priority', 'group by the agent who handled them'], [{ kind: 'bar|pie', rows: 'select priority, count(*) from tickets group by 1' }], { unread: ['agent'] }),
  edit('chinook', ['table of albums', 'plus the artist', 'order by title'], [{ kind: 'table', fields: ['Album.Title', 'Artist.Name'], rows: 'select Title, Name from Album join Artist using (ArtistId) order by Title', ordered: true }]),
  edit('chinook', ['number of tracks per media type', 'I meant per genre', 'as a table'], [{ kind: 'table', fields: ['Genre.Name'], rows: 'select g.Name, count(*) from Track join Genre g using (GenreId) group by 1' }]),
  edit('weather', ['average wind by weather type', 'the maximum is more interesting', 'skip fog and drizzle'], [{ kind: 'bar|table', fields: ['weather.wind'], rows: "select weather, max(wind) from weather where weather not in ('fog', 'drizzle') group by 1" }]),
  edit('weather', ['scatter of temp_max and wind', 'colour the dots by weather', 'limit it to 2013'], [{ kind: 'scatter', fields: ['weather.temp_max', 'weather.wind', 'weather.weather'], rows: 'select temp_max, wind, weather from weather where year(date) = 2013' }]),
  edit('birds', ['strikes by time of day', 'Texas only', 'no, Florida'], [{ kind: 'bar|pie', fields: ['birdstrikes.Origin State'], rows: `select "Time of day", count(*) from birdstrikes where "Origin State" = 'Florida' group by 1` }]),
  edit('birds', ['histogram of speed', 'military flights only'], [{ kind: 'histogram', fields: ['birdstrikes.Aircraft Airline Operator'], rows: histogramOf('birdstrikes', '"Speed IAS in knots"', [5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100], `"Aircraft Airline Operator" = 'MILITARY'`) }]),
  edit('gap', ['population by region', 'order the bars from small to large', 'hide south_asia'], [{ kind: 'bar', rows: "select region, sum(population) from gapminder where region <> 'south_asia' group by 1 order by 2", ordered: true }]),
  edit('iowa', ['net generation per year', 'broken up by source', 'without nuclear'], [{ kind: 'line|bar', fields: ['iowa_electricity.source'], rows: "select year, source, sum(net_generation) from iowa_electricity where source <> 'Nuclear Energy' group by 1, 2" }]),
];
