/**
 * A ninth set, by several voices in turns (a support lead, a founder, a radio editor, a journalist, a student): in the way of the eighth, by somebody else.
 * Its dates are those of the end of November 2026.
 */
import type { Case } from './prompts.ts';
import { one, OC, TC, IO, IOC, revenueBy, twoSpans, pairs, spans, histogramOf, onDays } from './queries.ts';

const MONTH = "date_trunc('month', current_date)";
/** A share as a fraction, and as a percentage. */
const shares = (query: (share: (condition: string) => string) => string) => [1, 100].map((f) => query((condition) => `${f}.0 * count(*) filter (where ${condition}) / count(*)`));
/** Of the last so many days: today counted; not; and a day more. */
const lastDays = (time: string, days: number) => [`${time} >= current_date - ${days - 1}`, `${time} >= current_date - ${days} and ${time} < current_date`, `${time} >= current_date - ${days}`];

const TRACKS = 'Track t join Album b on b.AlbumId = t.AlbumId join Artist a on a.ArtistId = b.ArtistId join Genre g on g.GenreId = t.GenreId';
const SOLD = `InvoiceLine l join Track t on t.TrackId = l.TrackId join Genre g on g.GenreId = t.GenreId join Album b on b.AlbumId = t.AlbumId join Artist a on a.ArtistId = b.ArtistId join Invoice v on v.InvoiceId = l.InvoiceId`;

const SHOP: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'How much money has come in so far this month? One number is plenty for me, thank you.', ...one('stat', ['orders.total|order_items.unit_price'], [`select sum(total) from orders where ordered_at >= ${MONTH}`, `select sum(quantity * unit_price) from ${IO} where ordered_at >= ${MONTH}`]) },
  { intent: 'kpi', data: 'shop', prompt: 'open high priority tickets, just the count', ...one('stat', [], ["select count(*) from tickets where status = 'open' and priority = 'high'"]) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'New tickets in the last 30 days against the 30 days before', ...one('stat', [], twoSpans('tickets', 'opened_at', 'count(*)', 30)) },
  {
    intent: 'kpi-versus', data: 'shop', prompt: "I'd be glad to see our average order value this quarter, compared with last quarter.",
    ...one('stat', ['orders.total|order_items.unit_price'], [['2026-12-01', '2026-10-01'], ['2026-12-01', '2026-08-30'], ['2026-12-01', '2026-08-31'], ['2026-12-01', '2026-09-01']].flatMap(([end = '', until = '']) => {
      const q = (value: string, from: string) => { const part = (a: string, b: string) => `(select ${value} from ${from} where ordered_at >= '${a}' and ordered_at < '${b}')`; return `select ${part('2026-10-01', end)}, ${part('2026-07-01', until)}`; };
      return [q('avg(total)', 'orders'), q('sum(quantity * unit_price) / count(distinct o.id)', IO)];
    })),
  },
  { intent: 'bar', data: 'shop', prompt: 'Tickets per topic as bars, biggest pile first', ...one('bar', ['tickets.topic'], 'select topic, count(*) from tickets group by 1 order by 2 desc', { ordered: true }) },
  { intent: 'stacked', data: 'shop', prompt: 'stacked bars, orders per region, split by channel', ...one('bar', ['customers.region', 'orders.channel'], pairs(OC, 'c.region', 'o.channel')) },
  { intent: 'grouped', data: 'shop', prompt: 'For my Monday meeting: a bar chart where every topic has the priorities standing next to each other, counting tickets.', ...one('bar', ['tickets.topic', 'tickets.priority'], pairs('tickets', 'topic', 'priority')) },
  { intent: 'line', data: 'shop', prompt: 'Could you please draw a line of the average discount we gave, month after month?', ...one('line', ['orders.ordered_at', 'orders.discount'], spans('orders', 'ordered_at', 'month', 'avg(discount)', 'true')) },
  { intent: 'area', data: 'shop', prompt: 'area of tickets opened, weekly', ...one('area', ['tickets.opened_at'], spans('tickets', 'opened_at', 'week', 'count(*)', 'true')) },
  { intent: 'heatmap', data: 'shop', prompt: 'I wonder which product categories sell in which countries; a heat map of the quantity sold would tell me.', ...one('heatmap', ['products.category', 'customers.country', 'order_items.quantity'], pairs('order_items i join orders o on o.id = i.order_id join customers c on c.id = o.customer_id join products p on p.id = i.product_id', 'p.category', 'c.country', 'sum(i.quantity)')) },
  { intent: 'table', data: 'shop', prompt: 'products with fewer than 10 in stock: name, category, stock', ...one('table', ['products.name', 'products.category', 'products.stock'], 'select name, category, stock from products where stock < 10') },
  { intent: 'top', data: 'shop', prompt: 'Who are our 10 best customers by what they spent? Best one at the top, if you would.', ...one('bar|table', ['customers.name', 'orders.total|order_items.unit_price'], ['c.id, c.name', 'c.name'].flatMap((by) => [`select c.name, sum(total) from ${OC} group by ${by} order by 2 desc limit 10`, `select c.name, sum(quantity * unit_price) from ${IOC} group by ${by} order by 2 desc limit 10`]), { ordered: true }) },
  { intent: 'group', data: 'shop', prompt: 'Please make me a table with one row per topic, showing how many tickets there were and how satisfied people were on average.', ...one('table', ['tickets.topic', 'tickets.satisfaction'], 'select topic, count(*), avg(satisfaction) from tickets group by 1') },
  { intent: 'bucket', data: 'shop', prompt: 'new customers by quarter', ...one('bar|line|area', ['customers.created_at'], spans('customers', 'created_at', 'quarter', 'count(*)', 'true')) },
  { intent: 'ratio', data: 'shop', prompt: 'share of returned orders per sales channel', ...one('bar|table|pie', ['orders.channel', 'orders.status'], shares((s) => `select channel, ${s("status = 'returned'")} from orders group by 1`)) },
  { intent: 'ratio', data: 'shop', prompt: 'What percentage of all our tickets was about a damaged item?', ...one('stat', ['tickets.topic'], shares((s) => `select ${s("topic = 'damaged item'")} from tickets`)) },
  {
    intent: 'shared', data: 'shop', prompt: 'tickets opened per month plus a donut of ticket priorities, one topic dropdown for both',
    want: [{ kind: 'bar|line|area', fields: ['tickets.opened_at'], rows: spans('tickets', 'opened_at', 'month', 'count(*)', 'true') }, { kind: 'pie', fields: ['tickets.priority'], rows: 'select priority, count(*) from tickets group by 1' }],
    filters: [{ type: 'select', field: 'tickets.topic' }],
  },
  { intent: 'dates', data: 'shop', prompt: 'Revenue for each country, and on top a date range that I can set myself, please.', ...one('bar|table|pie', ['customers.country', 'orders.total|order_items.unit_price'], revenueBy('c.country')), filters: [{ type: 'dates', field: 'orders.ordered_at' }] },
  { intent: 'search', data: 'shop', prompt: 'enterprise customers with city, and a search box for the company', ...one('table', ['customers.city', 'customers.company'], "select company, city from customers where segment = 'enterprise'"), filters: [{ type: 'search', field: 'customers.company' }] },
  { intent: 'kanban', data: 'shop', prompt: 'A kanban board of the tickets that are still open would help my team, with a column for each topic.', ...one('board', ['tickets.topic'], ["select topic from tickets where status = 'open'", 'select topic from tickets where closed_at is null']) },
  { intent: 'calendar', data: 'shop', prompt: 'calendar: tickets opened in November 2026', ...one('calendar', ['tickets.opened_at'], onDays('opened_at', 'tickets', '2026-11'), { month: '2026-11' }) },
  { intent: 'detail', data: 'shop', prompt: 'I would like the waiting tickets in a list with topic, priority and the name of the customer, and when I click on one, all about it opens.', ...one('table', ['tickets.topic', 'tickets.priority', 'customers.name'], `select t.topic, t.priority, c.name from ${TC} where t.status = 'waiting'`, { detail: true }) },
  { intent: 'overview', data: 'shop', prompt: 'Overview of tickets', want: [{ kind: 'stat' }, { kind: 'bar|line|area|pie|heatmap', fields: ['tickets.opened_at|tickets.topic|tickets.priority|tickets.status'] }] },
  { intent: 'narrow', data: 'shop', prompt: 'orders per loyalty level and country, last 90 days', ...one('bar|table|pie', ['customers.country'], lastDays('o.ordered_at', 90).map((when) => `select c.country, count(*) from ${OC} where ${when} group by 1`)), unread: ['loyalty'] },
];

const CHINOOK: Case[] = [
  { intent: 'top', data: 'chinook', prompt: 'the 6 artists with the most tracks in our library, in order', ...one('bar|table', ['Artist.Name'], `select a.Name, count(*) from ${TRACKS} group by a.ArtistId, a.Name order by 2 desc limit 6`, { ordered: true }) },
  { intent: 'bar', data: 'chinook', prompt: 'For programme planning, would you draw bars of the average track length in each genre?', ...one('bar', ['Genre.Name', 'Track.Milliseconds'], [1, 1000, 60000].map((by) => `select g.Name, avg(t.Milliseconds) / ${by} from ${TRACKS} group by 1`)) },
  { intent: 'pie', data: 'chinook', prompt: 'tracks by media type, pie', ...one('pie', ['MediaType.Name'], 'select m.Name, count(*) from Track t join MediaType m on m.MediaTypeId = t.MediaTypeId group by 1') },
  { intent: 'table', data: 'chinook', prompt: "I'm filling a night slot: please list the Blues tracks that run longer than six minutes, with title and composer.", ...one('table', ['Track.Name', 'Track.Composer'], `select t.Name, t.Composer from ${TRACKS} where g.Name = 'Blues' and t.Milliseconds > 360000`) },
  { intent: 'detail', data: 'chinook', prompt: 'Album list with the artist next to each title; I would like to click an album and have its tracks open.', ...one('table', ['Album.Title', 'Artist.Name'], 'select b.Title, a.Name from Album b join Artist a on a.ArtistId = b.ArtistId', { detail: true }) },
  { intent: 'search', data: 'chinook', prompt: 'Classical tracks: name, album, length. search by composer', ...one('table', ['Track.Name', 'Album.Title', 'Track.Milliseconds'], ['t.Milliseconds', 't.Milliseconds / 1000', 't.Milliseconds / 60000'].map((length) => `select t.Name, b.Title, ${length} from ${TRACKS} where g.Name = 'Classical'`)), filters: [{ type: 'search', field: 'Track.Composer' }] },
  { intent: 'stacked', data: 'chinook', prompt: 'playlists as stacked bars, coloured by genre, counting tracks', ...one('bar', ['Playlist.Name', 'Genre.Name'], pairs('Playlist p join PlaylistTrack x on x.PlaylistId = p.PlaylistId join Track t on t.TrackId = x.TrackId join Genre g on g.GenreId = t.GenreId', 'p.Name', 'g.Name')) },
  { intent: 'group', data: 'chinook', prompt: 'It would be nice to have one table of genres that tells me the number of tracks, the mean length and the longest length.', ...one('table', ['Genre.Name', 'Track.Milliseconds'], [1, 1000, 60000].map((by) => `select g.Name, count(*), avg(t.Milliseconds) / ${by}, max(t.Milliseconds) / ${by} from ${TRACKS} group by 1`)) },
  { intent: 'kpi', data: 'chinook', prompt: 'how many tracks cost 1.99?', ...one('stat', [], 'select count(*) from Track where UnitPrice = 1.99') },
  { intent: 'select', data: 'chinook', prompt: 'Could I have our sales by billing country, and a picker to choose the genre?', ...one('bar|table|pie', ['Invoice.BillingCountry', 'InvoiceLine.UnitPrice|InvoiceLine.Quantity|Invoice.Total'], [`select v.BillingCountry, sum(l.UnitPrice * l.Quantity) from ${SOLD} group by 1`, `select v.BillingCountry, sum(l.Quantity) from ${SOLD} group by 1`, 'select BillingCountry, sum(Total) from Invoice group by 1']), filters: [{ type: 'select', field: 'Genre.Name' }] },
  {
    intent: 'several', data: 'chinook', prompt: 'On one page, please: the five genres with the most units sold, and below them a table of our support agents with the number of customers each looks after.',
    want: [
      { kind: 'bar|table|pie', fields: ['Genre.Name'], rows: [`select g.Name, sum(l.Quantity) from ${SOLD} group by 1 order by 2 desc limit 5`] },
      { kind: 'table', fields: ['Employee.LastName|Employee.FirstName'], rows: ['e.LastName', "e.FirstName || ' ' || e.LastName", 'e.FirstName'].map((name) => `select ${name}, count(*) from Customer c join Employee e on e.EmployeeId = c.SupportRepId group by 1`) },
    ],
  },
  { intent: 'month', data: 'chinook', prompt: 'invoice total per city, choose the month', ...one('bar|table|pie', ['Invoice.BillingCity|Customer.City', 'Invoice.Total'], 'select BillingCity, sum(Total) from Invoice group by 1'), filters: [{ type: 'month', field: 'Invoice.InvoiceDate' }] },
  {
    intent: 'shared', data: 'chinook', prompt: 'Would you show a bar chart of tracks per genre beside a donut of tracks per media type? A filter by artist should work on both of them.',
    want: [{ kind: 'bar', fields: ['Genre.Name'], rows: `select g.Name, count(*) from ${TRACKS} group by 1` }, { kind: 'pie', fields: ['MediaType.Name'], rows: 'select m.Name, count(*) from Track t join MediaType m on m.MediaTypeId = t.MediaTypeId group by 1' }],
    filters: [{ type: 'select', field: 'Artist.Name' }],
  },
  { intent: 'grouped', data: 'chinook', prompt: 'grouped bars: tracks by media type and unit price, plus their mood', ...one('bar', ['MediaType.Name', 'Track.UnitPrice'], pairs('Track t join MediaType m on m.MediaTypeId = t.MediaTypeId', 'm.Name', 't.UnitPrice')), unread: ['mood'] },
];

const B = 'birdstrikes';
const AIRPORT = '"Airport Name"';
const DATE = '"Flight Date"';
const STATE = '"Origin State"';
const PHASE = '"Phase of flight"';
const SIZE = '"Wildlife Size"';
const SPECIES = '"Wildlife Species"';
const TIME = '"Time of day"';
const COST = '"Cost Total $"';
const SPEED = '"Speed IAS in knots"';
const DAMAGE = '"Effect Amount of damage"';
const AIRLINE = '"Aircraft Airline Operator"';
const f = (column: string) => `${B}.${column.slice(1, -1)}`;

const BIRDS: Case[] = [
  { intent: 'top', data: 'birds', prompt: 'top 12 origin states, strikes counted', ...one('bar|table', [f(STATE)], `select ${STATE}, count(*) from ${B} group by 1 order by 2 desc limit 12`, { ordered: true }) },
  { intent: 'line', data: 'birds', prompt: 'For a piece on aviation safety I need the bird strikes per year as a line, and the passenger injuries too if there are any.', ...one('line', [f(DATE)], `select date_trunc('year', ${DATE}), count(*) from ${B} group by 1`), unread: ['injuries'] },
  { intent: 'heatmap', data: 'birds', prompt: 'heatmap phase of flight / time of day', ...one('heatmap', [f(PHASE), f(TIME)], pairs(B, PHASE, TIME)) },
  { intent: 'stacked', data: 'birds', prompt: 'Please stack the damage levels within bars for the wildlife size; I am counting strikes.', ...one('bar', [f(SIZE), f(DAMAGE)], pairs(B, SIZE, DAMAGE)) },
  { intent: 'kpi', data: 'birds', prompt: 'total cost of strikes in 1999', ...one('stat', [f(COST)], `select sum(${COST}) from ${B} where year(${DATE}) = 1999`) },
  { intent: 'scatter', data: 'birds', prompt: 'Only Canada goose: does speed drive the total cost? A scatter plot of one against the other, please.', ...one('scatter', [f(SPEED), f(COST)], ['', ` and ${SPEED} is not null`].map((known) => `select ${SPEED}, ${COST} from ${B} where ${SPECIES} = 'Canada goose'${known}`)) },
  { intent: 'ratio', data: 'birds', prompt: 'proportion of night strikes for every wildlife size', ...one('bar|table|pie', [f(SIZE), f(TIME)], shares((s) => `select ${SIZE}, ${s(`${TIME} = 'Night'`)} from ${B} group by 1`)) },
  { intent: 'table', data: 'birds', prompt: 'I would like a table of the ten costliest strikes, giving airport, species, flight date and total cost.', ...one('table', [f(AIRPORT), f(SPECIES), f(DATE), f(COST)], `select ${AIRPORT}, ${SPECIES}, ${DATE}, ${COST} from ${B} order by ${COST} desc limit 10`, { ordered: true }) },
  { intent: 'histogram', data: 'birds', prompt: 'histogram of speed, landing roll only', ...one('histogram', [f(SPEED)], histogramOf(B, SPEED, [5, 8, 10, 12, 15, 16, 20, 25, 30, 35, 40, 50], `${PHASE} = 'Landing Roll'`)) },
  { intent: 'dates', data: 'birds', prompt: 'Strikes by airline operator for the ones with substantial damage, please, and let readers pick the span of flight dates.', ...one('bar|table|pie', [f(AIRLINE)], `select ${AIRLINE}, count(*) from ${B} where ${DAMAGE} = 'Substantial' group by 1`), filters: [{ type: 'dates', field: f(DATE) }] },
];

const WEATHER: Case[] = [
  { intent: 'scatter', data: 'weather', prompt: 'wind against max temperature in 2013, as dots', ...one('scatter', ['weather.wind', 'weather.temp_max'], 'select wind, temp_max from weather where year(date) = 2013') },
  { intent: 'calendar', data: 'weather', prompt: 'For my climate homework: could the days with snow in January 2012 appear on a calendar?', ...one('calendar', ['weather.date'], onDays('date', 'weather', '2012-01', "weather = 'snow'"), { month: '2012-01' }) },
  { intent: 'pie', data: 'weather', prompt: 'donut: days per kind of weather', ...one('pie', ['weather.weather'], 'select weather, count(*) from weather group by 1') },
  { intent: 'bucket', data: 'weather', prompt: 'I need the summed precipitation of each quarter, drawn as an area, if that is possible.', ...one('area', ['weather.date', 'weather.precipitation'], spans('weather', 'date', 'quarter', 'sum(precipitation)', 'true')) },
  { intent: 'month', data: 'weather', prompt: 'average low temperature by weather type + month picker', ...one('bar|table', ['weather.weather', 'weather.temp_min'], 'select weather, avg(temp_min) from weather group by 1'), filters: [{ type: 'month', field: 'weather.date' }] },
];

const GAP: Case[] = [
  { intent: 'scatter', data: 'gap', prompt: 'In our seminar we compare income with health: one dot per country, coloured by region, please.', ...one('scatter', ['gapminder.income', 'gapminder.health', 'gapminder.region'], 'select income, health, region from gapminder') },
  { intent: 'range', data: 'gap', prompt: 'countries in south asia with population and health, slider for income', ...one('table', ['gapminder.country', 'gapminder.population', 'gapminder.health'], "select country, population, health from gapminder where region = 'south_asia'"), filters: [{ type: 'range', field: 'gapminder.income' }] },
  { intent: 'top', data: 'gap', prompt: 'the ten poorest countries by income', ...one('bar|table', ['gapminder.country', 'gapminder.income'], 'select country, income from gapminder order by 2 limit 10', { ordered: true }) },
  { intent: 'bar', data: 'gap', prompt: 'May I see the average health of every region in bars? Literacy would interest me as well.', ...one('bar', ['gapminder.region', 'gapminder.health'], 'select region, avg(health) from gapminder group by 1'), unread: ['literacy'] },
];

const IOWA: Case[] = [
  { intent: 'area', data: 'iowa', prompt: 'stacked area of net generation over the years, by source', ...one('area', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], 'select year, source, sum(net_generation) from iowa_electricity group by 1, 2') },
  { intent: 'ratio', data: 'iowa', prompt: "I'm writing about clean power and would like to know the renewables' share of net generation in each year.", ...one('bar|line|area|table', ['iowa_electricity.year', 'iowa_electricity.net_generation'], [1, 100].map((by) => `select year, ${by}.0 * sum(net_generation) filter (where source = 'Renewables') / sum(net_generation) from iowa_electricity group by 1`)) },
  { intent: 'narrow', data: 'iowa', prompt: 'nuclear energy generation 2010 to 2015', ...one('bar|line|area|table|stat', ['iowa_electricity.net_generation'], ["select year, sum(net_generation) from iowa_electricity where source = 'Nuclear Energy' and year(year) between 2010 and 2015 group by 1", "select sum(net_generation) from iowa_electricity where source = 'Nuclear Energy' and year(year) between 2010 and 2015"]) },
];

export const NINTH_DIALOGUES: Case[] = [
  { intent: 'edit', data: 'shop', prompt: 'incoming tickets month by month, as bars', edits: ['split by priority, stacked', 'only this year', 'topic dropdown too'], ...one('bar|area', ['tickets.opened_at', 'tickets.priority'], pairs("tickets where opened_at >= '2026-01-01'", "date_trunc('month', opened_at)", 'priority')), filters: [{ type: 'select', field: 'tickets.topic' }] },
  { intent: 'edit', data: 'shop', prompt: 'Could you show me the revenue by country in bars, please?', edits: ['I would rather read it as a table.', 'And please sort it so that the smallest revenue comes first.'], ...one('table', ['customers.country', 'orders.total|order_items.unit_price'], revenueBy('c.country').map((q) => `${q} order by 2`), { ordered: true }) },
  { intent: 'edit', data: 'shop', prompt: 'orders per week, line', edits: ['by quarter instead of by week', 'partner only'], ...one('line', ['orders.ordered_at'], spans('orders', 'ordered_at', 'quarter', 'count(*)', "channel = 'partner'")) },
  { intent: 'edit', data: 'shop', prompt: 'Please list the open orders with customer name, order date and total.', edits: ['You can leave out the order date.', 'Now I would like a dropdown for the region above it.'], ...one('table', ['customers.name', 'orders.total'], `select c.name, o.total from ${OC} where o.status = 'open'`), filters: [{ type: 'select', field: 'customers.region' }] },
  { intent: 'edit', data: 'shop', prompt: 'number of orders this month', edits: ['compare with the same month last year'], ...one('stat', [], ["'2025-12-01'", "'2025-11-30'", "now()::timestamp - interval 1 year"].map((end) => `select (select count(*) from orders where ordered_at >= '2026-11-01'), (select count(*) from orders where ordered_at >= '2025-11-01' and ordered_at < ${end})`)) },
  { intent: 'edit', data: 'shop', prompt: 'My team would like tickets per topic in bars, and next to that a table of the waiting tickets.', edits: ['Take the table away again, please.', 'Could the chart be called "What people ask us"?'], ...one('bar', ['tickets.topic'], 'select topic, count(*) from tickets group by 1'), title: 'What people ask us' },
  { intent: 'edit', data: 'chinook', prompt: 'tracks per genre', edits: ['as a pie', 'without Rock'], ...one('pie', ['Genre.Name'], `select g.Name, count(*) from ${TRACKS} where g.Name <> 'Rock' group by 1`) },
  { intent: 'edit', data: 'chinook', prompt: 'Which 5 artists have sold the most units? I would put them into the show tonight.', edits: ['Five is too short for two hours, make it ten please.', 'And only count Rock tracks.'], ...one('bar|table', ['Artist.Name'], `select a.Name, sum(l.Quantity) from ${SOLD} where g.Name = 'Rock' group by a.ArtistId, a.Name order by 2 desc limit 10`) },
  { intent: 'edit', data: 'chinook', prompt: 'line of invoice totals by year', edits: ['add bars for the number of invoices per billing country', 'undo'], ...one('line', ['Invoice.InvoiceDate', 'Invoice.Total'], "select date_trunc('year', InvoiceDate), sum(Total) from Invoice group by 1") },
  { intent: 'edit', data: 'chinook', prompt: 'I need a table of our customers: first name, last name and city.', edits: ['Please add a column with their email.', 'Only the ones from Brazil, thanks.'], ...one('table', ['Customer.FirstName', 'Customer.LastName', 'Customer.City', 'Customer.Email'], "select FirstName, LastName, City, Email from Customer where Country = 'Brazil'") },
  { intent: 'edit', data: 'birds', prompt: 'strikes per phase of flight', edits: ['stack it by wildlife size', 'dawn and dusk only'], ...one('bar', [f(PHASE), f(SIZE)], pairs(`${B} where ${TIME} in ('Dawn', 'Dusk')`, PHASE, SIZE)) },
  { intent: 'edit', data: 'birds', prompt: 'I am after a line with the number of strikes for each year.', edits: ['Months would be more telling than years, could you switch?', 'Let us look at 1998 to 2000 only.'], ...one('line', [f(DATE)], spans(B, DATE, 'month', 'count(*)', `year(${DATE}) between 1998 and 2000`)) },
  { intent: 'edit', data: 'weather', prompt: 'average max temperature per month, line', edits: ['just 2014', 'area chart instead'], ...one('area', ['weather.date', 'weather.temp_max'], spans('weather', 'date', 'month', 'avg(temp_max)', 'year(date) = 2014')) },
  { intent: 'edit', data: 'gap', prompt: 'For my term paper I would like bars of the average income by region.', edits: ['Use the total population instead of income, please.', 'Could the largest region come first?'], ...one('bar', ['gapminder.region', 'gapminder.population'], 'select region, sum(population) from gapminder group by 1 order by 2 desc', { ordered: true }) },
  { intent: 'edit', data: 'iowa', prompt: 'net generation per year, bars stacked by source', edits: ['put the bars side by side rather than stacked', 'drop fossil fuels'], ...one('bar', ['iowa_electricity.year', 'iowa_electricity.source', 'iowa_electricity.net_generation'], "select year, source, sum(net_generation) from iowa_electricity where source <> 'Fossil Fuels' group by 1, 2") },
];

export const NINTH_PROMPTS: Case[] = [...SHOP, ...CHINOOK, ...BIRDS, ...WEATHER, ...GAP, ...IOWA];
