/**
 * Prompts as people would say them, about data that is there, with what must come out: written before anybody looked at what
 * the composer answers, and frozen. A wish is put right by hand only where the expectation itself was wrong, and the commit says so.
 */

/** One block that must be there. `rows` are queries by hand: the block's rows must be those of one of them. */
export type Want = {
  /** As `BlockSummary.kind`; several with `|` where each would do. */
  kind: string;
  /** Columns that it must be made of, `table.column`. */
  fields?: string[];
  rows?: string | string[];
  /** The rows' order counts as well. */
  ordered?: boolean;
  /** Of a calendar: the month it is turned to, `2026-03`. */
  month?: string;
  /** A click on a row opens it. */
  detail?: boolean;
};

export type WantedFilter = { type: 'select' | 'month' | 'dates' | 'search' | 'range'; field?: string; /** What it is set to when `rows` are compared; of dates and ranges both ends. */ set?: string | [string, string] };

export type Case = {
  intent: string;
  data: 'shop' | 'chinook' | 'weather' | 'iowa' | 'gap' | 'birds' | 'desk';
  prompt: string;
  /** Follow-ups; what is wanted is wanted after the last. */
  edits?: string[];
  want?: Want[];
  filters?: WantedFilter[];
  /** A form for this function of an API. */
  form?: { function: string; fields: string[] };
  /** Can't be done: must be said, and nothing may be shown in its place. */
  refused?: boolean;
  /** Words that mean nothing here: each must be named in the answer. Of what is refused, one of them is enough. */
  unread?: string[];
  title?: string;
};

type Rest = Omit<Case, 'intent' | 'data' | 'prompt'>;

const one = (kind: string, fields: string[], rows: string | string[], more: Partial<Want> = {}): Rest => ({ want: [{ kind, fields, rows, ...more }] });

const OC = 'orders o join customers c on c.id = o.customer_id';
const IOP = 'order_items i join orders o on o.id = i.order_id join products p on p.id = i.product_id';
const OF_MONTH = (column: string, back = 0) => `date_trunc('month', ${column}) = date_trunc('month', current_date - interval ${back} month)`;

const kpi: Case[] = [
  { intent: 'kpi', data: 'shop', prompt: 'how many orders do we have', ...one('stat', [], 'select count(*) from orders') },
  { intent: 'kpi', data: 'shop', prompt: 'total revenue, number of customers and average order value as tiles', want: [
    { kind: 'stat', rows: ['select sum(total) from orders', 'select sum(quantity * unit_price) from order_items'] },
    { kind: 'stat', rows: 'select count(*) from customers' },
    { kind: 'stat', fields: ['orders.total'], rows: 'select avg(total) from orders' },
  ] },
  { intent: 'kpi', data: 'chinook', prompt: 'show me the number of tracks, albums and artists', want: [
    { kind: 'stat', rows: 'select count(*) from Track' }, { kind: 'stat', rows: 'select count(*) from Album' }, { kind: 'stat', rows: 'select count(*) from Artist' },
  ] },
  { intent: 'kpi', data: 'weather', prompt: 'what was the highest temperature', ...one('stat', ['weather.temp_max'], 'select max(temp_max) from weather') },
  { intent: 'kpi', data: 'shop', prompt: 'count of urgent tickets still open', ...one('stat', ['tickets.priority', 'tickets.status'], ["select count(*) from tickets where priority = 'urgent' and status = 'open'", "select count(*) from tickets where priority = 'urgent' and closed_at is null"]) },
  { intent: 'kpi', data: 'birds', prompt: 'total cost of all bird strikes and the average speed', want: [
    { kind: 'stat', fields: ['birdstrikes.Cost Total $'], rows: 'select sum("Cost Total $") from birdstrikes' },
    { kind: 'stat', fields: ['birdstrikes.Speed IAS in knots'], rows: 'select avg("Speed IAS in knots") from birdstrikes' },
  ] },
];

const SPAN = (table: string, time: string, value: string, from: number, to: number) => `(select ${value} from ${table} where ${time} >= current_date - ${from - 1} and ${time} < current_date - ${to - 1})`;
const kpiVersus: Case[] = [
  { intent: 'kpi-versus', data: 'shop', prompt: 'revenue last 30 days vs previous 30 days', ...one('stat|bar|line', [], [`select ${SPAN('orders', 'ordered_at', 'sum(total)', 30, 0)}, ${SPAN('orders', 'ordered_at', 'sum(total)', 60, 30)}`]) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'orders this month compared with last month', ...one('stat|bar|line', ['orders.ordered_at'], `select (select count(*) from orders where ${OF_MONTH('ordered_at')}), (select count(*) from orders where ${OF_MONTH('ordered_at', 1)})`) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'tile with number of tickets this week and the change against the week before', ...one('stat', ['tickets.opened_at'], "select (select count(*) from tickets where date_trunc('week', opened_at) = date_trunc('week', current_date)), (select count(*) from tickets where date_trunc('week', opened_at) = date_trunc('week', current_date - 7))") },
  { intent: 'kpi-versus', data: 'shop', prompt: 'new customers last 90 days against the 90 days before', ...one('stat|bar|line', ['customers.created_at'], `select ${SPAN('customers', 'created_at', 'count(*)', 90, 0)}, ${SPAN('customers', 'created_at', 'count(*)', 180, 90)}`) },
  { intent: 'kpi-versus', data: 'chinook', prompt: 'sales in 2025 versus 2024', ...one('stat|bar|line', ['Invoice.InvoiceDate'], ['select (select sum(Total) from Invoice where year(InvoiceDate) = 2025), (select sum(Total) from Invoice where year(InvoiceDate) = 2024)', 'select year(InvoiceDate), sum(Total) from Invoice where year(InvoiceDate) in (2024, 2025) group by 1', "select month(InvoiceDate), year(InvoiceDate), sum(Total) from Invoice where year(InvoiceDate) in (2024, 2025) group by 1, 2"]) },
  { intent: 'kpi-versus', data: 'shop', prompt: 'average order value this quarter vs last quarter', ...one('stat|bar|line', ['orders.total'], "select (select avg(total) from orders where date_trunc('quarter', ordered_at) = date_trunc('quarter', current_date)), (select avg(total) from orders where date_trunc('quarter', ordered_at) = date_trunc('quarter', current_date - interval 3 month))") },
];

const bar: Case[] = [
  { intent: 'bar', data: 'shop', prompt: 'orders by region as a bar chart', ...one('bar', ['customers.region'], `select region, count(*) from ${OC} group by 1`) },
  { intent: 'bar', data: 'chinook', prompt: 'bar chart of tracks per genre', ...one('bar', ['Genre.Name'], 'select g.Name, count(*) from Track t join Genre g using (GenreId) group by 1') },
  { intent: 'bar', data: 'birds', prompt: 'bird strikes by wildlife size', ...one('bar|pie', ['birdstrikes.Wildlife Size'], 'select "Wildlife Size", count(*) from birdstrikes group by 1') },
  { intent: 'bar', data: 'gap', prompt: 'average life expectancy, i.e. health, by region in bars', ...one('bar', ['gapminder.health', 'gapminder.region'], 'select region, avg(health) from gapminder group by 1') },
  { intent: 'bar', data: 'shop', prompt: 'tickets by topic', ...one('bar', ['tickets.topic'], 'select topic, count(*) from tickets group by 1') },
  { intent: 'bar', data: 'shop', prompt: 'how much did each category sell', ...one('bar', ['products.category'], [`select category, sum(i.quantity * i.unit_price) from ${IOP} group by 1`, `select category, sum(i.quantity) from ${IOP} group by 1`]) },
];

const stacked: Case[] = [
  { intent: 'stacked', data: 'shop', prompt: 'orders per month stacked by status', ...one('bar|area', ['orders.ordered_at', 'orders.status'], "select date_trunc('month', ordered_at), status, count(*) from orders group by 1, 2") },
  { intent: 'stacked', data: 'shop', prompt: 'stacked bars of tickets by priority and topic', ...one('bar', ['tickets.priority', 'tickets.topic'], 'select priority, topic, count(*) from tickets group by 1, 2') },
  { intent: 'stacked', data: 'iowa', prompt: 'net generation by year stacked by source', ...one('bar|area', ['iowa_electricity.source', 'iowa_electricity.year'], 'select year, source, sum(net_generation) from iowa_electricity group by 1, 2') },
  { intent: 'stacked', data: 'shop', prompt: 'orders by region and channel side by side', ...one('bar', ['customers.region', 'orders.channel'], `select region, channel, count(*) from ${OC} group by 1, 2`) },
  { intent: 'stacked', data: 'weather', prompt: 'days per month of the year split by weather', ...one('bar|area|line|heatmap', ['weather.date', 'weather.weather'], ['select weather, count(*) from weather group by month(date), weather', "select date_trunc('month', date), weather, count(*) from weather group by 1, 2"]) },
  { intent: 'stacked', data: 'chinook', prompt: 'invoice total per year broken down by country, stacked', ...one('bar|area', ['Invoice.Total', 'Invoice.BillingCountry|Customer.Country'], "select date_trunc('year', InvoiceDate), BillingCountry, sum(Total) from Invoice group by 1, 2") },
];

const line: Case[] = [
  { intent: 'line', data: 'shop', prompt: 'line chart of revenue per month', ...one('line', [], ["select date_trunc('month', ordered_at), sum(total) from orders group by 1", "select date_trunc('month', o.ordered_at), sum(quantity * unit_price) from order_items i join orders o on o.id = i.order_id group by 1"]) },
  { intent: 'line', data: 'weather', prompt: 'how did the average max temperature develop by month', ...one('line', ['weather.temp_max'], "select date_trunc('month', date), avg(temp_max) from weather group by 1") },
  { intent: 'line', data: 'iowa', prompt: 'trend of net generation per source over the years', ...one('line', ['iowa_electricity.source'], 'select year, source, sum(net_generation) from iowa_electricity group by 1, 2') },
  { intent: 'line', data: 'shop', prompt: 'tickets opened per week as a line', ...one('line', ['tickets.opened_at'], "select date_trunc('week', opened_at), count(*) from tickets group by 1") },
  { intent: 'line', data: 'chinook', prompt: 'invoices over time', ...one('line|bar', ['Invoice.InvoiceDate'], ["select date_trunc('month', InvoiceDate), count(*) from Invoice group by 1", "select date_trunc('quarter', InvoiceDate), count(*) from Invoice group by 1", "select date_trunc('year', InvoiceDate), count(*) from Invoice group by 1"]) },
  { intent: 'line', data: 'birds', prompt: 'line of yearly repair costs', ...one('line', ['birdstrikes.Cost Repair'], 'select date_trunc(\'year\', "Flight Date"), sum("Cost Repair") from birdstrikes group by 1') },
];

const area: Case[] = [
  { intent: 'area', data: 'shop', prompt: 'area chart of orders per week', ...one('area', ['orders.ordered_at'], "select date_trunc('week', ordered_at), count(*) from orders group by 1") },
  { intent: 'area', data: 'iowa', prompt: 'stacked area of net generation by source per year', ...one('area', ['iowa_electricity.source'], 'select year, source, sum(net_generation) from iowa_electricity group by 1, 2') },
  { intent: 'area', data: 'weather', prompt: 'precipitation per month as an area', ...one('area', ['weather.precipitation'], ["select date_trunc('month', date), sum(precipitation) from weather group by 1", "select date_trunc('month', date), avg(precipitation) from weather group by 1"]) },
  { intent: 'area', data: 'shop', prompt: 'total discount by quarter, area chart', ...one('area', ['orders.discount'], "select date_trunc('quarter', ordered_at), sum(discount) from orders group by 1") },
  { intent: 'area', data: 'chinook', prompt: 'filled area of invoice totals by year', ...one('area', ['Invoice.Total'], "select date_trunc('year', InvoiceDate), sum(Total) from Invoice group by 1") },
  { intent: 'area', data: 'shop', prompt: 'new customers each month by segment in an area chart', ...one('area', ['customers.segment'], "select date_trunc('month', created_at), segment, count(*) from customers group by 1, 2") },
];

const pie: Case[] = [
  { intent: 'pie', data: 'shop', prompt: 'pie of orders by channel', ...one('pie', ['orders.channel'], 'select channel, count(*) from orders group by 1') },
  { intent: 'pie', data: 'shop', prompt: 'what share of customers is in which segment, as a donut', ...one('pie', ['customers.segment'], 'select segment, count(*) from customers group by 1') },
  { intent: 'pie', data: 'birds', prompt: 'pie chart of strikes by time of day', ...one('pie', ['birdstrikes.Time of day'], 'select "Time of day", count(*) from birdstrikes group by 1') },
  { intent: 'pie', data: 'weather', prompt: 'a pie showing the weather types', ...one('pie', ['weather.weather'], 'select weather, count(*) from weather group by 1') },
  { intent: 'pie', data: 'chinook', prompt: 'tracks by media type in a pie', ...one('pie', ['MediaType.Name'], 'select m.Name, count(*) from Track t join MediaType m using (MediaTypeId) group by 1') },
  { intent: 'pie', data: 'gap', prompt: 'population by region as a pie chart', ...one('pie', ['gapminder.population', 'gapminder.region'], 'select region, sum(population) from gapminder group by 1') },
];

const scatter: Case[] = [
  { intent: 'scatter', data: 'shop', prompt: 'scatter plot of price against cost', ...one('scatter', ['products.price', 'products.cost'], 'select price, cost from products') },
  { intent: 'scatter', data: 'gap', prompt: 'income vs health for each country as a scatter plot', ...one('scatter', ['gapminder.income', 'gapminder.health'], 'select income, health from gapminder') },
  { intent: 'scatter', data: 'weather', prompt: 'is there a correlation between wind and precipitation', ...one('scatter', ['weather.wind', 'weather.precipitation'], 'select wind, precipitation from weather') },
  { intent: 'scatter', data: 'gap', prompt: 'scatter of population and income coloured by region', ...one('scatter', ['gapminder.population', 'gapminder.income', 'gapminder.region'], 'select population, income, region from gapminder') },
  { intent: 'scatter', data: 'chinook', prompt: 'plot milliseconds versus bytes of tracks', ...one('scatter', ['Track.Milliseconds', 'Track.Bytes'], 'select Milliseconds, Bytes from Track') },
  { intent: 'scatter', data: 'shop', prompt: 'stock vs price dots by category', ...one('scatter', ['products.stock', 'products.price', 'products.category'], 'select stock, price, category from products') },
];

const HISTOGRAM = (table: string, column: string, ...widths: number[]) => widths.map((w) => `select floor(${column} / ${w}) * ${w}, count(*) from ${table} where ${column} is not null group by 1`);
const WIDTHS = [1, 2, 2.5, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000];
const histogram: Case[] = [
  { intent: 'histogram', data: 'shop', prompt: 'histogram of order totals', ...one('histogram', ['orders.total'], HISTOGRAM('orders', 'total', ...WIDTHS)) },
  { intent: 'histogram', data: 'weather', prompt: 'distribution of wind speed', ...one('histogram', ['weather.wind'], HISTOGRAM('weather', 'wind', 0.5, 0.2, ...WIDTHS)) },
  { intent: 'histogram', data: 'gap', prompt: 'how is income distributed across countries', ...one('histogram', ['gapminder.income'], HISTOGRAM('gapminder', 'income', ...WIDTHS)) },
  { intent: 'histogram', data: 'shop', prompt: 'histogram of product prices in steps of 100', ...one('histogram', ['products.price'], HISTOGRAM('products', 'price', 100)) },
  { intent: 'histogram', data: 'birds', prompt: 'histogram of speed', ...one('histogram', ['birdstrikes.Speed IAS in knots'], HISTOGRAM('birdstrikes', '"Speed IAS in knots"', ...WIDTHS)) },
  { intent: 'histogram', data: 'shop', prompt: 'spread of ticket satisfaction scores', ...one('histogram|bar', ['tickets.satisfaction'], ['select satisfaction, count(*) from tickets where satisfaction is not null group by 1', 'select satisfaction, count(*) from tickets group by 1']) },
];

const heatmap: Case[] = [
  { intent: 'heatmap', data: 'shop', prompt: 'heatmap of orders by weekday and hour', ...one('heatmap', ['orders.ordered_at'], 'select count(*) from orders group by dayofweek(ordered_at), hour(ordered_at)') },
  { intent: 'heatmap', data: 'shop', prompt: 'heat map of tickets by topic and priority', ...one('heatmap', ['tickets.topic', 'tickets.priority'], 'select topic, priority, count(*) from tickets group by 1, 2') },
  { intent: 'heatmap', data: 'birds', prompt: 'heatmap: phase of flight against time of day', ...one('heatmap', ['birdstrikes.Phase of flight', 'birdstrikes.Time of day'], 'select "Phase of flight", "Time of day", count(*) from birdstrikes group by 1, 2') },
  { intent: 'heatmap', data: 'weather', prompt: 'heatmap of average temp_max by month of year and year', ...one('heatmap', ['weather.temp_max', 'weather.date'], 'select avg(temp_max) from weather group by month(date), year(date)') },
  { intent: 'heatmap', data: 'shop', prompt: 'when do people order: days of the week across, hours down', ...one('heatmap', ['orders.ordered_at'], 'select count(*) from orders group by dayofweek(ordered_at), hour(ordered_at)') },
  { intent: 'heatmap', data: 'shop', prompt: 'revenue by category and region as a heatmap', ...one('heatmap', ['products.category', 'customers.region'], 'select category, region, sum(i.quantity * i.unit_price) from order_items i join orders o on o.id = i.order_id join products p on p.id = i.product_id join customers c on c.id = o.customer_id group by 1, 2') },
];

const table: Case[] = [
  { intent: 'table', data: 'shop', prompt: 'list all products with category, price and stock', ...one('table', ['products.name', 'products.category', 'products.price', 'products.stock'], 'select name, category, price, stock from products') },
  { intent: 'table', data: 'shop', prompt: 'returned orders over 1000', ...one('table', ['orders.status', 'orders.total'], "select ordered_at, total from orders where status = 'returned' and total > 1000") },
  { intent: 'table', data: 'chinook', prompt: 'a table of customers with country and email', ...one('table', ['Customer.Country', 'Customer.Email'], 'select Country, Email from Customer') },
  { intent: 'table', data: 'shop', prompt: 'open tickets with priority and customer, newest first', ...one('table', ['tickets.priority', 'customers.name'], "select t.priority, c.name, t.opened_at from tickets t join customers c on c.id = t.customer_id where status = 'open' order by opened_at desc", { ordered: true }) },
  { intent: 'table', data: 'gap', prompt: 'countries with income below 1000', ...one('table|stat', ['gapminder.country'], 'select country from gapminder where income < 1000') },
  { intent: 'table', data: 'birds', prompt: 'show strikes that cost more than 1000000', ...one('table', ['birdstrikes.Cost Total $'], 'select "Cost Total $" from birdstrikes where "Cost Total $" > 1000000') },
];

const top: Case[] = [
  { intent: 'top', data: 'shop', prompt: 'top 10 customers by revenue', ...one('bar|table', ['customers.name'], ['select c.name, sum(total) from orders o join customers c on c.id = o.customer_id group by c.id, c.name order by 2 desc limit 10', 'select c.name, sum(quantity * unit_price) from order_items i join orders o on o.id = i.order_id join customers c on c.id = o.customer_id group by c.id, c.name order by 2 desc limit 10'], { ordered: true }) },
  { intent: 'top', data: 'shop', prompt: 'the five best selling products', ...one('bar|table', ['products.name'], [`select p.name, sum(i.quantity) from ${IOP} group by p.id, p.name order by 2 desc limit 5`, `select p.name, sum(i.quantity * i.unit_price) from ${IOP} group by p.id, p.name order by 2 desc limit 5`], { ordered: true }) },
  { intent: 'top', data: 'gap', prompt: '10 most populous countries', ...one('bar|table', ['gapminder.country', 'gapminder.population'], 'select country, population from gapminder order by population desc limit 10', { ordered: true }) },
  { intent: 'top', data: 'shop', prompt: 'bottom 5 products by stock', ...one('bar|table', ['products.name', 'products.stock'], 'select name, stock from products order by stock, name limit 5') },
  { intent: 'top', data: 'chinook', prompt: 'top 3 genres by number of tracks', ...one('bar|table', ['Genre.Name'], 'select g.Name, count(*) from Track t join Genre g using (GenreId) group by 1 order by 2 desc limit 3', { ordered: true }) },
  { intent: 'top', data: 'birds', prompt: 'which 5 airports have the most strikes', ...one('bar|table', ['birdstrikes.Airport Name'], 'select "Airport Name", count(*) from birdstrikes group by 1 order by 2 desc limit 5', { ordered: true }) },
];

const group: Case[] = [
  { intent: 'group', data: 'shop', prompt: 'average order total per country', ...one('bar|table', ['orders.total', 'customers.country'], `select country, avg(total) from ${OC} group by 1`) },
  { intent: 'group', data: 'shop', prompt: 'median satisfaction by topic', ...one('bar|table', ['tickets.satisfaction', 'tickets.topic'], 'select topic, median(satisfaction) from tickets group by 1') },
  { intent: 'group', data: 'chinook', prompt: 'sum of invoice totals for each billing country', ...one('bar|table', ['Invoice.Total', 'Invoice.BillingCountry'], 'select BillingCountry, sum(Total) from Invoice group by 1') },
  { intent: 'group', data: 'shop', prompt: 'number of distinct customers ordering per channel', ...one('bar|table', ['orders.channel'], ['select channel, count(distinct customer_id) from orders group by 1']) },
  { intent: 'group', data: 'gap', prompt: 'lowest and highest income per region', ...one('bar|table', ['gapminder.income', 'gapminder.region'], 'select region, min(income), max(income) from gapminder group by 1') },
  { intent: 'group', data: 'birds', prompt: 'table with number of strikes and total cost per origin state', ...one('table', ['birdstrikes.Origin State', 'birdstrikes.Cost Total $'], 'select "Origin State", count(*), sum("Cost Total $") from birdstrikes group by 1') },
];

const bucket: Case[] = [
  { intent: 'bucket', data: 'shop', prompt: 'orders per quarter', ...one('bar|line', ['orders.ordered_at'], "select date_trunc('quarter', ordered_at), count(*) from orders group by 1") },
  { intent: 'bucket', data: 'shop', prompt: 'daily orders for the last 14 days', ...one('bar|line|area', ['orders.ordered_at'], "select date_trunc('day', ordered_at), count(*) from orders where ordered_at >= current_date - 13 group by 1") },
  { intent: 'bucket', data: 'weather', prompt: 'snow days per year', ...one('bar|line', ['weather.date'], "select date_trunc('year', date), count(*) from weather where weather = 'snow' group by 1") },
  { intent: 'bucket', data: 'shop', prompt: 'on which weekday do most tickets come in', ...one('bar|line', ['tickets.opened_at'], 'select count(*) from tickets group by dayofweek(opened_at)') },
  { intent: 'bucket', data: 'birds', prompt: 'number of strikes by month of the year', ...one('bar|line', ['birdstrikes.Flight Date'], 'select count(*) from birdstrikes group by month("Flight Date")') },
  { intent: 'bucket', data: 'chinook', prompt: 'average invoice total by month in 2024', ...one('bar|line', ['Invoice.Total'], "select date_trunc('month', InvoiceDate), avg(Total) from Invoice where year(InvoiceDate) = 2024 group by 1") },
];

const ratio: Case[] = [
  { intent: 'ratio', data: 'shop', prompt: 'share of returned orders by channel', ...one('bar|table|pie', ['orders.channel', 'orders.status'], "select channel, avg((status = 'returned')::int) from orders group by 1") },
  { intent: 'ratio', data: 'shop', prompt: 'orders per customer by segment', ...one('bar|table', ['customers.segment'], ['select segment, count(o.id) / count(distinct c.id) from customers c left join orders o on o.customer_id = c.id group by 1', 'select segment, count(o.id) / count(distinct c.id) from customers c join orders o on o.customer_id = c.id group by 1']) },
  { intent: 'ratio', data: 'shop', prompt: 'discount as a percentage of total, per quarter', ...one('bar|line', ['orders.discount', 'orders.total'], "select date_trunc('quarter', ordered_at), sum(discount) / sum(total) from orders group by 1") },
  { intent: 'ratio', data: 'weather', prompt: 'percentage of rainy days per year', ...one('bar|line', ['weather.weather'], "select date_trunc('year', date), avg((weather = 'rain')::int) from weather group by 1") },
  { intent: 'ratio', data: 'birds', prompt: 'what percent of strikes happened at night', ...one('stat', ['birdstrikes.Time of day'], 'select count(*) filter ("Time of day" = \'Night\') / count(*) from birdstrikes') },
  { intent: 'ratio', data: 'shop', prompt: 'profit margin per category', ...one('bar|table', ['products.category'], [`select category, (sum(i.quantity * i.unit_price) - sum(i.quantity * p.cost)) / sum(i.quantity * i.unit_price) from ${IOP} group by 1`, 'select category, (sum(price) - sum(cost)) / sum(price) from products group by 1']) },
];

const select: Case[] = [
  { intent: 'select', data: 'shop', prompt: 'orders per month with a channel filter', want: [{ kind: 'bar|line', rows: "select date_trunc('month', ordered_at), count(*) from orders where channel = 'web' group by 1" }], filters: [{ type: 'select', field: 'orders.channel', set: 'web' }] },
  { intent: 'select', data: 'shop', prompt: 'tickets by topic, let me pick the priority', want: [{ kind: 'bar', rows: "select topic, count(*) from tickets where priority = 'high' group by 1" }], filters: [{ type: 'select', field: 'tickets.priority', set: 'high' }] },
  { intent: 'select', data: 'birds', prompt: 'strikes by phase of flight, selectable by origin state', want: [{ kind: 'bar', rows: 'select "Phase of flight", count(*) from birdstrikes where "Origin State" = \'Texas\' group by 1' }], filters: [{ type: 'select', field: 'birdstrikes.Origin State', set: 'Texas' }] },
  { intent: 'select', data: 'chinook', prompt: 'invoice totals by year with a dropdown for country', want: [{ kind: 'bar|line', rows: "select date_trunc('year', InvoiceDate), sum(Total) from Invoice where BillingCountry = 'Brazil' group by 1" }], filters: [{ type: 'select', field: 'Invoice.BillingCountry|Customer.Country', set: 'Brazil' }] },
  { intent: 'select', data: 'gap', prompt: 'table of countries with a filter for region', want: [{ kind: 'table', rows: "select country from gapminder where region = 'south_asia'" }], filters: [{ type: 'select', field: 'gapminder.region', set: 'south_asia' }] },
  { intent: 'select', data: 'shop', prompt: 'revenue by category filterable by country', want: [{ kind: 'bar', rows: "select category, sum(i.quantity * i.unit_price) from order_items i join orders o on o.id = i.order_id join products p on p.id = i.product_id join customers c on c.id = o.customer_id where country = 'France' group by 1" }], filters: [{ type: 'select', field: 'customers.country', set: 'France' }] },
];

const dates: Case[] = [
  { intent: 'dates', data: 'shop', prompt: 'open orders by region with a month filter', want: [{ kind: 'bar', fields: ['customers.region', 'orders.status'], rows: `select region, count(*) from ${OC} where status = 'open' and strftime(ordered_at, '%Y-%m') = strftime(current_date - interval 1 month, '%Y-%m') group by 1` }], filters: [{ type: 'month', field: 'orders.ordered_at', set: 'last-month' }] },
  { intent: 'dates', data: 'shop', prompt: 'tickets by priority with a date range', want: [{ kind: 'bar|pie', rows: "select priority, count(*) from tickets where opened_at >= current_date - 200 and opened_at < current_date - 99 group by 1" }], filters: [{ type: 'dates', field: 'tickets.opened_at', set: ['200', '100'] }] },
  { intent: 'dates', data: 'weather', prompt: 'weather types between two dates I choose', want: [{ kind: 'bar|pie', rows: "select weather, count(*) from weather where date between '2013-03-01' and '2013-08-31' group by 1" }], filters: [{ type: 'dates', field: 'weather.date', set: ['2013-03-01', '2013-08-31'] }] },
  { intent: 'dates', data: 'birds', prompt: 'strikes by wildlife size with a from and to date', want: [{ kind: 'bar|pie', rows: 'select "Wildlife Size", count(*) from birdstrikes where "Flight Date" between \'1995-01-01\' and \'1996-12-31\' group by 1' }], filters: [{ type: 'dates', field: 'birdstrikes.Flight Date', set: ['1995-01-01', '1996-12-31'] }] },
  { intent: 'dates', data: 'chinook', prompt: 'sales by country, choose the month', want: [{ kind: 'bar', rows: "select BillingCountry, sum(Total) from Invoice where strftime(InvoiceDate, '%Y-%m') = '2023-05' group by 1" }], filters: [{ type: 'month', field: 'Invoice.InvoiceDate', set: '2023-05' }] },
  { intent: 'dates', data: 'shop', prompt: 'customers by segment with a date picker for when they joined', want: [{ kind: 'bar|pie', rows: 'select segment, count(*) from customers where created_at >= current_date - 400 and created_at < current_date - 199 group by 1' }], filters: [{ type: 'dates', field: 'customers.created_at', set: ['400', '200'] }] },
];

const search: Case[] = [
  { intent: 'search', data: 'shop', prompt: 'table of customers with a search box', want: [{ kind: 'table', rows: "select name from customers where concat_ws(' ', name, company, segment, country, region, city) ilike '%berlin%'" }], filters: [{ type: 'search', set: 'berlin' }] },
  { intent: 'search', data: 'shop', prompt: 'searchable product list', want: [{ kind: 'table', rows: "select name from products where concat_ws(' ', name, category) ilike '%lamp%'" }], filters: [{ type: 'search', set: 'lamp' }] },
  { intent: 'search', data: 'chinook', prompt: 'find artists by name', want: [{ kind: 'table', rows: "select Name from Artist where Name ilike '%ar%'" }], filters: [{ type: 'search', field: 'Artist.Name', set: 'ar' }] },
  { intent: 'search', data: 'gap', prompt: 'all countries, and let me search them', want: [{ kind: 'table', rows: "select country from gapminder where country ilike '%land%' or region ilike '%land%'" }], filters: [{ type: 'search', set: 'land' }] },
  { intent: 'search', data: 'birds', prompt: 'search strikes by airport name', want: [{ kind: 'table', rows: 'select "Airport Name" from birdstrikes where "Airport Name" ilike \'%denver%\'' }], filters: [{ type: 'search', field: 'birdstrikes.Airport Name', set: 'denver' }] },
  { intent: 'search', data: 'shop', prompt: 'list of tickets where I can type to look up a customer', want: [{ kind: 'table', rows: "select t.opened_at from tickets t join customers c on c.id = t.customer_id where c.name ilike '%anna%'" }], filters: [{ type: 'search', field: 'customers.name', set: 'anna' }] },
];

const slider: Case[] = [
  { intent: 'slider', data: 'shop', prompt: 'products with a price slider', want: [{ kind: 'table', rows: 'select name, price from products where price between 50 and 100' }], filters: [{ type: 'range', field: 'products.price', set: ['50', '100'] }] },
  { intent: 'slider', data: 'shop', prompt: 'orders by region with a slider for the total', want: [{ kind: 'bar', rows: `select region, count(*) from ${OC} where total between 200 and 900 group by 1` }], filters: [{ type: 'range', field: 'orders.total', set: ['200', '900'] }] },
  { intent: 'slider', data: 'weather', prompt: 'weather types, with a range slider on wind', want: [{ kind: 'bar|pie', rows: 'select weather, count(*) from weather where wind between 2 and 4 group by 1' }], filters: [{ type: 'range', field: 'weather.wind', set: ['2', '4'] }] },
  { intent: 'slider', data: 'gap', prompt: 'countries by region, adjustable minimum and maximum income', want: [{ kind: 'bar|pie', rows: 'select region, count(*) from gapminder where income between 1000 and 5000 group by 1' }], filters: [{ type: 'range', field: 'gapminder.income', set: ['1000', '5000'] }] },
  { intent: 'slider', data: 'birds', prompt: 'strikes by phase of flight and a speed slider', want: [{ kind: 'bar', rows: 'select "Phase of flight", count(*) from birdstrikes where "Speed IAS in knots" between 100 and 150 group by 1' }], filters: [{ type: 'range', field: 'birdstrikes.Speed IAS in knots', set: ['100', '150'] }] },
  { intent: 'slider', data: 'chinook', prompt: 'list of tracks with a slider for the length in milliseconds', want: [{ kind: 'table', rows: 'select Name, Milliseconds from Track where Milliseconds between 200000 and 210000' }], filters: [{ type: 'range', field: 'Track.Milliseconds', set: ['200000', '210000'] }] },
];

const shared: Case[] = [
  { intent: 'shared', data: 'shop', prompt: 'orders per month and orders by channel, both with one country filter', want: [
    { kind: 'bar|line', rows: `select date_trunc('month', ordered_at), count(*) from ${OC} where country = 'Spain' group by 1` }, { kind: 'bar|pie', rows: `select channel, count(*) from ${OC} where country = 'Spain' group by 1` },
  ], filters: [{ type: 'select', field: 'customers.country', set: 'Spain' }] },
  { intent: 'shared', data: 'shop', prompt: 'dashboard with orders by status, tickets by topic and a region filter for everything', want: [
    { kind: 'bar|pie', rows: `select status, count(*) from ${OC} where region = 'Europe' group by 1` }, { kind: 'bar|pie', rows: "select topic, count(*) from tickets t join customers c on c.id = t.customer_id where region = 'Europe' group by 1" },
  ], filters: [{ type: 'select', field: 'customers.region', set: 'Europe' }] },
  { intent: 'shared', data: 'weather', prompt: 'average temp_max per month, total precipitation per month, with a weather filter for both charts', want: [
    { kind: 'bar|line', rows: "select date_trunc('month', date), avg(temp_max) from weather where weather = 'sun' group by 1" }, { kind: 'bar|line', rows: "select date_trunc('month', date), sum(precipitation) from weather where weather = 'sun' group by 1" },
  ], filters: [{ type: 'select', field: 'weather.weather', set: 'sun' }] },
  { intent: 'shared', data: 'birds', prompt: 'pie of wildlife size, bars of phase of flight, and one filter for origin state', want: [
    { kind: 'pie', rows: 'select "Wildlife Size", count(*) from birdstrikes where "Origin State" = \'Florida\' group by 1' }, { kind: 'bar', rows: 'select "Phase of flight", count(*) from birdstrikes where "Origin State" = \'Florida\' group by 1' },
  ], filters: [{ type: 'select', field: 'birdstrikes.Origin State', set: 'Florida' }] },
  { intent: 'shared', data: 'shop', prompt: 'revenue by category, top 5 products by revenue and a month filter on both', want: [
    { kind: 'bar|pie', rows: `select category, sum(i.quantity * i.unit_price) from ${IOP} where strftime(ordered_at, '%Y-%m') = strftime(current_date - interval 1 month, '%Y-%m') group by 1` },
    { kind: 'bar|table', rows: `select p.name, sum(i.quantity * i.unit_price) from ${IOP} where strftime(ordered_at, '%Y-%m') = strftime(current_date - interval 1 month, '%Y-%m') group by p.id, p.name order by 2 desc limit 5` },
  ], filters: [{ type: 'month', field: 'orders.ordered_at', set: 'last-month' }] },
  { intent: 'shared', data: 'chinook', prompt: 'number of invoices, invoice total per year and a country filter', want: [
    { kind: 'stat', rows: "select count(*) from Invoice where BillingCountry = 'Canada'" }, { kind: 'bar|line', rows: "select date_trunc('year', InvoiceDate), sum(Total) from Invoice where BillingCountry = 'Canada' group by 1" },
  ], filters: [{ type: 'select', field: 'Invoice.BillingCountry|Customer.Country', set: 'Canada' }] },
];

const detail: Case[] = [
  { intent: 'detail', data: 'shop', prompt: 'table of orders, click on a row to see the details', ...one('table', ['orders.status'], 'select ordered_at from orders', { detail: true }) },
  { intent: 'detail', data: 'shop', prompt: 'customer list with a detail view', ...one('table', ['customers.name'], 'select name from customers', { detail: true }) },
  { intent: 'detail', data: 'chinook', prompt: 'list of employees; clicking one opens everything about them', ...one('table', ['Employee.FirstName|Employee.LastName'], 'select Title from Employee', { detail: true }) },
  { intent: 'detail', data: 'birds', prompt: 'latest 50 strikes with a side panel for each', ...one('table', ['birdstrikes.Flight Date'], 'select "Flight Date" from birdstrikes order by 1 desc limit 50', { detail: true }) },
  { intent: 'detail', data: 'gap', prompt: 'countries sorted by income with a drawer showing all fields', ...one('table', ['gapminder.country', 'gapminder.income'], 'select country, income from gapminder order by income desc', { detail: true }) },
  { intent: 'detail', data: 'shop', prompt: 'open tickets, I want to expand each to read more', ...one('table', ['tickets.status'], "select opened_at from tickets where status = 'open'", { detail: true }) },
];

const create: Case[] = [
  { intent: 'create', data: 'shop', prompt: 'a form to add a new customer', refused: true },
  { intent: 'create', data: 'desk', prompt: 'a form to create a ticket', form: { function: 'createTicket', fields: ['subject', 'priority'] } },
  { intent: 'create', data: 'desk', prompt: 'form for adding a customer with name, email and plan', form: { function: 'createCustomer', fields: ['name', 'email', 'plan'] } },
  { intent: 'create', data: 'shop', prompt: 'let me enter a new order', refused: true },
  { intent: 'create', data: 'weather', prompt: 'form to record today’s weather', refused: true },
  { intent: 'create', data: 'desk', prompt: 'I want to open new tickets here', form: { function: 'createTicket', fields: ['subject'] } },
];

const update: Case[] = [
  { intent: 'update', data: 'shop', prompt: 'edit the stock of products', refused: true },
  { intent: 'update', data: 'desk', prompt: 'a form to update a ticket', form: { function: 'updateTicket', fields: ['status'] } },
  { intent: 'update', data: 'shop', prompt: 'form to change the status of an order', refused: true },
  { intent: 'update', data: 'desk', prompt: 'change the status and assignee of a ticket', form: { function: 'updateTicket', fields: ['status', 'assignee'] } },
  { intent: 'update', data: 'chinook', prompt: 'update a customer’s email address', refused: true },
  { intent: 'update', data: 'desk', prompt: 'form for editing customers', form: { function: 'updateCustomer', fields: ['name'] } },
];

const kanban: Case[] = [
  { intent: 'kanban', data: 'shop', prompt: 'kanban of tickets by status', ...one('board', ['tickets.status'], 'select status, opened_at from tickets') },
  { intent: 'kanban', data: 'shop', prompt: 'board of orders, one column per status', ...one('board', ['orders.status'], 'select status, total from orders') },
  { intent: 'kanban', data: 'shop', prompt: 'trello style board of open tickets by priority', ...one('board', ['tickets.priority'], "select priority, opened_at from tickets where status = 'open'") },
  { intent: 'kanban', data: 'shop', prompt: 'kanban board of customers by segment', ...one('board', ['customers.segment'], 'select segment, name from customers') },
  { intent: 'kanban', data: 'gap', prompt: 'countries as cards in columns by region', ...one('board', ['gapminder.region'], 'select region, country from gapminder') },
  { intent: 'kanban', data: 'shop', prompt: 'products on a board grouped by category', ...one('board', ['products.category'], 'select category, name from products') },
];

const calendar: Case[] = [
  { intent: 'calendar', data: 'shop', prompt: 'calendar of tickets by opening date', ...one('calendar', ['tickets.opened_at'], `select opened_at from tickets where strftime(opened_at, '%Y-%m') = '2026-03'`, { month: '2026-03' }) },
  { intent: 'calendar', data: 'shop', prompt: 'show orders in a calendar', ...one('calendar', ['orders.ordered_at'], `select ordered_at from orders where strftime(ordered_at, '%Y-%m') = '2026-03'`, { month: '2026-03' }) },
  { intent: 'calendar', data: 'chinook', prompt: 'calendar with invoices', ...one('calendar', ['Invoice.InvoiceDate'], `select InvoiceDate, Total from Invoice where strftime(InvoiceDate, '%Y-%m') = '2024-03'`, { month: '2024-03' }) },
  { intent: 'calendar', data: 'shop', prompt: 'urgent tickets on a month calendar', ...one('calendar', ['tickets.opened_at', 'tickets.priority'], `select opened_at from tickets where priority = 'urgent' and strftime(opened_at, '%Y-%m') = '2026-03'`, { month: '2026-03' }) },
  { intent: 'calendar', data: 'birds', prompt: 'bird strikes on a calendar by flight date', ...one('calendar', ['birdstrikes.Flight Date'], `select "Flight Date" from birdstrikes where strftime("Flight Date", '%Y-%m') = '1995-03'`, { month: '1995-03' }) },
  { intent: 'calendar', data: 'chinook', prompt: 'calendar of employees by hire date', ...one('calendar', ['Employee.HireDate'], `select HireDate from Employee where strftime(HireDate, '%Y-%m') = '2003-05'`, { month: '2003-05' }) },
];

const map: Case[] = [
  { intent: 'map', data: 'shop', prompt: 'map of customers by country', refused: true },
  { intent: 'map', data: 'gap', prompt: 'world map coloured by income', refused: true },
  { intent: 'map', data: 'shop', prompt: 'show orders on a map', refused: true },
  { intent: 'map', data: 'birds', prompt: 'choropleth of strikes per state', refused: true },
  { intent: 'map', data: 'chinook', prompt: 'where are our customers, on a map', refused: true },
  { intent: 'map', data: 'shop', prompt: 'geographic map of revenue', refused: true },
];

const overview: Case[] = [
  { intent: 'overview', data: 'shop', prompt: 'overview of orders', want: [{ kind: 'stat', rows: 'select count(*) from orders' }, { kind: 'line|bar|area', fields: ['orders.ordered_at'] }, { kind: 'table' }] },
  { intent: 'overview', data: 'shop', prompt: 'give me a dashboard about customers', want: [{ kind: 'stat', rows: 'select count(*) from customers' }, { kind: 'table', fields: ['customers.name'] }] },
  { intent: 'overview', data: 'weather', prompt: 'show me the weather data', want: [{ kind: 'table|line|bar|stat' }] },
  { intent: 'overview', data: 'birds', prompt: 'overview of bird strikes', want: [{ kind: 'stat', rows: 'select count(*) from birdstrikes' }, { kind: 'table' }] },
  { intent: 'overview', data: 'chinook', prompt: 'summary of invoices', want: [{ kind: 'stat', rows: 'select count(*) from Invoice' }, { kind: 'table' }] },
  { intent: 'overview', data: 'shop', prompt: 'what’s going on with tickets', want: [{ kind: 'stat', rows: 'select count(*) from tickets' }, { kind: 'table' }] },
];

/** Words that no data has: something must be said of each. */
const unknown: Case[] = [
  { intent: 'unknown', data: 'shop', prompt: 'orders by salesperson', unread: ['salesperson'] },
  { intent: 'unknown', data: 'shop', prompt: 'revenue in Atlantis', unread: ['Atlantis'] },
  { intent: 'unknown', data: 'weather', prompt: 'average humidity per month', unread: ['humidity'] },
  { intent: 'unknown', data: 'shop', prompt: 'predict revenue for next quarter', unread: ['predict'] },
  { intent: 'unknown', data: 'chinook', prompt: 'tracks by mood', unread: ['mood'] },
  { intent: 'unknown', data: 'shop', prompt: 'anomalies in the number of orders per day', unread: ['anomalies'] },
  { intent: 'unknown', data: 'gap', prompt: 'co2 emissions by country', unread: ['co2', 'emissions'] },
  { intent: 'unknown', data: 'shop', prompt: 'compare churned customers with loyal ones', unread: ['churned', 'loyal'] },
  { intent: 'unknown', data: 'birds', prompt: 'strikes per passenger', unread: ['passenger'] },
  { intent: 'unknown', data: 'shop', prompt: 'orders except gift orders by region', unread: ['gift'] },
  { intent: 'unknown', data: 'shop', prompt: 'write a poem about the sea', unread: ['poem', 'sea'] },
  { intent: 'unknown', data: 'shop', prompt: 'orders by region weighted by distance', unread: ['weighted', 'distance'] },
];

export const PROMPTS: readonly Case[] = [
  kpi, kpiVersus, bar, stacked, line, area, pie, scatter, histogram, heatmap, table, top, group, bucket, ratio, select, dates, search, slider, shared, detail, create, update, kanban, calendar, map, overview, unknown,
].flat();
