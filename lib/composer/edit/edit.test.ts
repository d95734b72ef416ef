import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { type Edit, editPlan } from './edit';
import { SHOP } from '../fixtures/shop';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { write } from '../write/write';

const TODAY = new Date('2026-11-23T12:00:00Z');
const shop = createCatalogue([SHOP]);
const BOARD = 'a bar chart of orders by region, a line chart of revenue per month, a pie of tickets by topic and a table of open orders';

function start(prompt: string = BOARD): Plan {
  const { plan } = readPrompt(prompt, shop, TODAY);
  if (!plan) throw new Error(`Nothing was built of “${prompt}”.`);
  return plan;
}

function edit(...prompts: string[]): Edit {
  let result: Edit | null = null;
  for (const prompt of prompts) result = editPlan(result?.plan ?? start(), prompt, shop, TODAY);
  return result as Edit;
}

const blocks = (plan: Plan) => plan.blocks.map((b) => `${b.type === 'chart' ? b.view : b.type}: ${b.title}`);

const ORDERS = 'bar: Orders by region';
const REVENUE = 'line: Revenue per month';
const TICKETS = 'pie: Tickets by topic';
const OPEN = 'table: Open orders';

test('the page to start from', () => {
  expect(blocks(start())).toEqual([ORDERS, REVENUE, TICKETS, OPEN]);
});

test('what is left out isn’t all that is left', () => {
  const { plan } = editPlan(readPrompt('orders by region', shop, TODAY).plan as Plan, 'leave Europe out', shop, TODAY);
  expect(plan.blocks.find((b) => b.asked !== false)?.where).toMatchObject([{ op: 'is-not', values: ['Europe'] }]);
});

describe('a follow-up changes what it names and leaves the rest', () => {
  test.each<[string, string[]]>([
    ['add a table of customers', [ORDERS, REVENUE, TICKETS, OPEN, 'table: Customers']],
    ['add profit per week', [ORDERS, REVENUE, TICKETS, OPEN, 'area: Profit per week']],
    ['also show satisfaction by priority', [ORDERS, REVENUE, TICKETS, OPEN, 'bar: Average satisfaction by priority']],
    ['remove the pie', [ORDERS, REVENUE, OPEN]],
    ['remove revenue per month and the table', [ORDERS, TICKETS]],
    ['make the pie a bar chart', [ORDERS, REVENUE, 'bar: Tickets by topic', OPEN]],
    ['replace the pie with bars', [ORDERS, REVENUE, 'bar: Tickets by topic', OPEN]],
    ['show the revenue as an area', [ORDERS, 'area: Revenue per month', TICKETS, OPEN]],
    ['by week', [ORDERS, 'line: Revenue per week', TICKETS, OPEN]],
    ['top 3', ['bar: Top 3 regions by orders', REVENUE, TICKETS, OPEN]],
    ['group orders by country instead', ['bar: Orders by country', REVENUE, TICKETS, OPEN]],
    ['only Germany', ['bar: Orders in Germany by region', 'line: Revenue of orders in Germany per month', 'pie: Tickets in Germany by topic', 'table: Open orders in Germany']],
    ['without returned orders', ['bar: Not returned orders by region', 'line: Revenue of not returned orders per month', TICKETS, 'table: Not returned orders']],
    ['this year', ['bar: Orders this year by region', 'line: Revenue this year per month', 'pie: Tickets this year by topic', 'table: Open orders this year']],
    ['remove the second chart', [ORDERS, TICKETS, OPEN]],
    ['make the third chart a bar chart', [ORDERS, REVENUE, 'bar: Tickets by topic', OPEN]],
    ['change the pie to a table', [ORDERS, REVENUE, 'table: Tickets by topic', OPEN]],
    ['make the table a board', [ORDERS, REVENUE, TICKETS, 'board: Orders by status']],
    ['add a calendar', [ORDERS, REVENUE, TICKETS, OPEN, 'calendar: Calendar of orders']],
    ['rename Open orders to Backlog', [ORDERS, REVENUE, TICKETS, 'table: Backlog']],
  ])('%s', (prompt, expected) => {
    const { plan, unread, problems } = edit(prompt);
    expect(blocks(plan)).toEqual(expected);
    expect([...unread, ...problems]).toEqual([]);
  });

  test.each<[string[], string[]]>([
    [['put the table on top'], [OPEN, ORDERS, REVENUE, TICKETS]],
    [['move the pie above the line chart'], [ORDERS, TICKETS, REVENUE, OPEN]],
    [['swap the pie and the table'], [ORDERS, REVENUE, OPEN, TICKETS]],
    [['put the table on top', 'undo'], [ORDERS, REVENUE, TICKETS, OPEN]],
    [['split the bars by status'], ['bar: Orders by region and status', REVENUE, TICKETS, OPEN]],
    [['split the bars by status', 'remove the split'], [ORDERS, REVENUE, TICKETS, OPEN]],
    [['compare with last year'], [ORDERS, 'line: Revenue this year and last year', TICKETS, OPEN]],
    [['make the line cumulative'], [ORDERS, 'line: Running total of revenue per month', TICKETS, OPEN]],
    [['only Germany', 'include France too'], ['bar: Orders in Germany and France by region', 'line: Revenue of orders in Germany and France per month', 'pie: Tickets in Germany and France by topic', 'table: Open orders in Germany and France']],
    [['add a kanban of tickets', 'add a calendar of tickets', 'by closing date', 'remove the board', 'remove the calendar'], [ORDERS, REVENUE, TICKETS, OPEN]],
    [['only Germany', 'also France'], ['bar: Orders in Germany and France by region', 'line: Revenue of orders in Germany and France per month', 'pie: Tickets in Germany and France by topic', 'table: Open orders in Germany and France']],
    [['only Germany', 'show all countries'], [ORDERS, REVENUE, TICKETS, OPEN]],
    [['only Germany', 'remove Germany'], [ORDERS, REVENUE, TICKETS, OPEN]],
    [['only Germany', 'without the country'], [ORDERS, REVENUE, TICKETS, OPEN]],
    [['show profit instead of revenue'], [ORDERS, 'line: Profit per month', TICKETS, OPEN]],
    [['call the pie Topics'], [ORDERS, REVENUE, 'pie: Topics', OPEN]],
    [['only Germany', 'no, France'], ['bar: Orders in France by region', 'line: Revenue of orders in France per month', 'pie: Tickets in France by topic', 'table: Open orders in France']],
    [['one colour per channel'], ['bar: Orders by region and channel', REVENUE, TICKETS, OPEN]],
    [['quarters would be nicer'], [ORDERS, 'line: Revenue per quarter', TICKETS, OPEN]],
    [['limit it to 2025'], ['bar: Orders in 2025 by region', 'line: Revenue in 2025 per month', 'pie: Tickets in 2025 by topic', 'table: Open orders in 2025']],
    [['beside it the number of waiting tickets'], ['stat: Waiting tickets', ORDERS, REVENUE, TICKETS, OPEN]],
    [['skip returned orders'], ['bar: Not returned orders by region', 'line: Revenue of not returned orders per month', TICKETS, 'table: Not returned orders']],
    [['add a kanban of tickets', 'remove the board'], [ORDERS, REVENUE, TICKETS, OPEN]],
  ])('%j', (prompts, expected) => {
    const { plan, unread, problems } = edit(...prompts);
    expect(blocks(plan)).toEqual(expected);
    expect([...unread, ...problems]).toEqual([]);
  });

  test('a table’s columns, rows and details', () => {
    const table = (...prompts: string[]) => edit(...prompts).plan.blocks[3];
    const columns = (block: ReturnType<typeof table>) => (block?.type === 'table' ? block.columns.map((c) => c.column) : []);
    expect(columns(table('add a segment column'))).toContain('segment');
    expect(columns(table('hide the discount'))).not.toContain('discount');
    expect(columns(table('hide the total column'))).not.toContain('total');
    expect(columns(table('also show the customer’s segment'))).toContain('segment');
    expect(table('limit the table to 20')).toMatchObject({ limit: 20 });
    expect(table('show 20 rows')).toMatchObject({ limit: 20 });
    expect(table('with details on click')).toMatchObject({ row: { called: 'order', key: 'id', title: null }, detail: [{ column: 'id' }, { column: 'customer_id' }, {}, {}, {}, {}, {}, { label: 'customer segment' }, { label: 'customer country' }, {}, {}] });
  });

  test('the colours of a second grouping stand on each other, beside each other or as shares', () => {
    const stack = (...prompts: string[]) => edit('split the bars by status', ...prompts).plan.blocks[0];
    expect(stack('make it grouped')).toMatchObject({ stack: 'grouped' });
    expect(stack('100%')).toMatchObject({ stack: 'share' });
    expect(edit('make it stacked').problems).toEqual(['“Orders by region” has one grouping, so there is nothing to stack: say “split by …” first.']);
  });

  test('filters come and go', () => {
    const filters = (...prompts: string[]) => edit(...prompts).plan.filters.map((f) => f.id);
    expect(filters('add a region filter')).toEqual(['region']);
    expect(filters('add a month filter and a channel filter', 'remove the month filter')).toEqual(['channel']);
    expect(edit('filter by channel').plan.blocks.map((b) => b.filters.length)).toEqual([1, 1, 1, 1]);
  });

  test.each(['rename it to “Sales & more”', 'call it Sales & more', 'change the title to: Sales & more.'])('%s', (prompt) => {
    const { plan } = edit(prompt);
    expect(plan.title).toBe('Sales & more');
    expect(blocks(plan)).toEqual(blocks(start()));
  });

  test('one thing in place of another', () => {
    const from = (...prompts: string[]) => prompts.slice(1).reduce((before: Edit | null, prompt) => editPlan(before?.plan ?? start(prompts[0]), prompt, shop, TODAY), null) as Edit;
    expect(from('orders by region with a status filter', 'replace the status filter with a channel filter').plan.filters.map((f) => f.id)).toEqual(['channel']);
    expect(blocks(from('a table of tickets', 'make it a board').plan)).toEqual(['board: Tickets by status']);
    expect(blocks(from('orders per month', 'change it to revenue').plan).filter((b) => b.startsWith('area'))).toEqual(['area: Revenue per month']);
    expect(blocks(from('orders by region', 'make it a pie and call it Where').plan)).toContain('pie: Orders by region');
    expect(from('orders by region', 'make it a pie and call it Where').plan.title).toBe('Where');
    expect(from('orders per month', 'compare with the 12 weeks before').problems).toEqual(['A chart is only compared with the year before: “compare with last year”.']);
    expect(from('a table of products', 'show price and stock only').plan.blocks[0]).toMatchObject({ columns: [{ column: 'name' }, { column: 'price' }, { column: 'stock' }] });
  });

  test('a follow-up about the number of others adds them, and what gave way is said', () => {
    const tickets = (...prompts: string[]) => prompts.reduce((before, prompt) => editPlan(before.plan, prompt, shop, TODAY), { plan: start('number of open tickets') } as Edit);
    expect(blocks(tickets('and the number of waiting ones').plan).filter((b) => b.startsWith('stat'))).toEqual(['stat: Open tickets', 'stat: Waiting tickets']);
    expect(edit('only Germany', 'only France').assumptions).toContain('France now in place of Germany.');
  });

  test('what is to go is what the rows must not be', () => {
    const products = (prompt: string) => editPlan(start('a list of products'), prompt, shop, TODAY).plan.blocks[0];
    expect(products('hide those without stock')).toMatchObject({ where: [{ op: 'over', value: 0, field: { column: 'stock' } }] });
    expect(products('drop those with stock under 10')).toMatchObject({ where: [{ op: 'at-least', value: 10 }] });
    expect(products('only the 3 most expensive')).toMatchObject({ limit: 3, sort: { field: { column: 'price' }, descending: true } });
    expect(editPlan(start('a list of customers'), 'remove those without a company', shop, TODAY).plan.blocks[0]).toMatchObject({ where: [{ op: 'not-empty' }] });
    expect(blocks(edit('add channels as colours').plan)).toContain('bar: Orders by region and channel');
  });

  test('values are set against each other, and groups kept that come to so much', () => {
    const from = (first: string, prompt: string) => blocks(editPlan(start(first), prompt, shop, TODAY).plan);
    expect(from('tickets by topic', 'compare open and closed')).toContain('bar: Open and closed tickets by topic and status');
    expect(from('orders per month', 'two lines: web and store')).toContain('line: Web and store orders per month by channel');
    expect(from('orders by region', 'only those with more than 100')).toContain('bar: Regions with more than 100 orders');
    expect(from('a table of orders', 'remove orders under 100')).toContain('table: Orders with total at least 100');
    expect(from('orders per month', 'up to June 2025')).toContain('area: Orders until June 2025 per month');
    expect(editPlan(start('a table of orders'), 'newest at the bottom', shop, TODAY).plan.blocks[0]).toMatchObject({ sort: { field: { column: 'ordered_at' }, descending: false } });
  });

  test('a stretch of time is not left out by showing nothing else', () => {
    const result = editPlan(start('orders per month'), 'exclude 2025', shop, TODAY);
    expect(result.problems).toEqual([]);
    expect(new Set(result.plan.blocks.flatMap((b) => b.where.map((c) => c.op)))).toEqual(new Set(['period-not']));
  });

  test('columns that a table has already are said, and the others come', () => {
    expect(edit('plus the customer').problems).toEqual(['“Open orders” has customer already.']);
    const { plan } = edit('include the customer’s name and city', 'largest first');
    expect(plan.blocks[3]).toMatchObject({ sort: { field: { column: 'total' }, descending: true } });
    expect(plan.blocks[3]?.type === 'table' && plan.blocks[3].columns.map((c) => `${c.table}.${c.column}`)).toContain('customers.city');
    expect(editPlan(start('a table of customers'), 'smallest first', shop, TODAY).problems).toEqual(['Customers have no number that says which are the largest.']);
    expect(edit('order the bars from small to large').plan.blocks[0]).toMatchObject({ sort: 'value-asc' });
  });

  test('sorts the table', () => {
    expect(edit('sort by total').plan.blocks[3]).toMatchObject({ sort: { field: { column: 'total' }, descending: true } });
  });
});

describe('a title that comes with a change', () => {
  const from = (first: string, prompt: string) => editPlan(start(first), prompt, shop, TODAY);
  test.each<[string, string, string[]]>([
    ['orders by region', 'pie chart please, titled Who gets the discounts', ['pie: Who gets the discounts']],
    ['orders by region', 'as a pie, please', ['pie: Orders by region']],
    ['orders by region', 'turn it into a table with the title Orders per region', ['table: Orders per region']],
    ['orders by region', 'by country, called Where they live', ['bar: Where they live']],
    ['orders by region', 'show it as a donut named Regions.', ['pie: Regions']],
    ['orders by region', 'line chart over months, heading: “Growth”', ['line: Growth']],
    ['orders by region', 'make it horizontal and give it the title Lying', ['bar: Lying']],
    ['orders by region', 'add a table of open orders called Backlog', ['bar: Orders by region', 'table: Backlog']],
    ['orders by region and revenue per month', 'make the second chart a line and call it Sales', ['bar: Orders by region', 'line: Sales']],
    ['orders by region', 'titled My orders', ['bar: My orders']],
    ['orders by region', 'turn this into a pie, with “Where we sell” as the title', ['pie: Where we sell']],
    ['orders by region', 'a pie with title Where we sell', ['pie: Where we sell']],
    ['orders by region', 'use a pie and set the title to Where we sell', ['pie: Where we sell']],
    ['a table of customers', 'only customers called Smith', ['table: Customers with name containing “Smith”']],
    ['a table of customers', 'only those named Ada', ['table: Customers with name containing “Ada”']],
  ])('%s → %s', (first, prompt, expected) => {
    const { plan, problems, unread } = from(first, prompt);
    expect(plan.blocks.filter((b) => b.asked !== false).map((b) => blocks({ ...plan, blocks: [b] })[0])).toEqual(expected);
    expect([...unread, ...problems]).toEqual([]);
  });

  test('is the page’s as well where the page goes by it, and one step to take back', () => {
    const { plan } = from('orders by region', 'a pie please, titled Where from');
    expect(plan.title).toBe('Where from');
    expect(blocks(editPlan(plan, 'undo', shop, TODAY).plan)).toEqual(blocks(start('orders by region')));
    expect(from('orders by region and revenue per month', 'only Germany, titled German business').plan.title).toBe('German business');
  });

  test('isn’t given to what didn’t change', () => {
    const { plan, unread, problems } = from('orders by region', 'make it sparkle, titled Glitter');
    expect(blocks(plan)).toEqual(blocks(start('orders by region')));
    expect([...unread, ...problems]).toEqual(['sparkle', 'So nothing is called “Glitter”.']);
  });
});

describe('what is named is what stays', () => {
  test.each(['show nothing but open orders', 'just the open ones', 'open ones only', 'leave only open orders', 'hide everything that isn’t open', 'drop all but the open ones', 'open orders and nothing else', 'I only care about open orders', 'restrict it to the open ones', 'solely open orders', 'forget about everything except open orders', 'anything but open orders should go', 'only leave the open ones'])('%s', (prompt) => {
    const { plan, unread, problems } = editPlan(start('revenue per month'), prompt, shop, TODAY);
    expect(blocks(plan)).toContain('area: Revenue of open orders per month');
    expect([...unread, ...problems]).toEqual([]);
  });

  test('of the rows that were named and no others, and of blocks', () => {
    const two = (prompt: string) => blocks(editPlan(start('orders by region and a table of tickets'), prompt, shop, TODAY).plan);
    expect(two('nothing but open tickets')).toEqual(['bar: Orders by region', 'table: Open tickets']);
    expect(two('leave only open orders')).toEqual(['bar: Open orders by region', 'table: Tickets']);
    expect(two('show nothing but urgent and high priority tickets')).toEqual(['bar: Orders by region', 'table: Urgent and high tickets']);
    expect(two('hide everything but the table')).toEqual(['table: Tickets']);
    expect(editPlan(start('orders per month'), 'nothing but purple orders', shop, TODAY)).toMatchObject({ done: [], unread: ['purple'] });
  });
});

describe('one thing in the place of another that is there', () => {
  const after = (first: string, prompt: string) => {
    const { plan, unread, problems } = editPlan(start(first), prompt, shop, TODAY);
    return [...blocks({ ...plan, blocks: plan.blocks.filter((b) => b.asked !== false) }), ...unread, ...problems];
  };

  test.each(['countries, not regions', 'by country rather than by region', 'no, countries', 'make that countries', 'I meant by country', 'not by region but by country', 'orders by country, not region', 'change region to country', 'I’d rather see it by country', 'countries would be better', 'oh sorry, I meant countries', 'wrong, by country', 'what about countries instead?', 'not regions. Countries.'])('%s', (prompt) => {
    expect(after('orders by region', prompt)).toEqual(['bar: Orders by country']);
  });

  test.each<[string, string, string[]]>([
    ['orders per month by status', 'channels, not statuses', ['line: Orders per month by channel']],
    ['orders per month', 'weeks, not months', ['area: Orders per week']],
    ['orders per month', 'make that quarters', ['area: Orders per quarter']],
    ['orders by region and tickets by topic', 'priorities instead of topics', ['bar: Orders by region', 'bar: Tickets by priority']],
    ['orders by region and tickets by topic', 'no, by priority', ['bar: Orders by region', 'bar: Tickets by priority']],
    ['revenue by region', 'products, not regions', ['bar: Top 15 products by revenue']],
    ['top 15 customers by revenue', 'no, regions', ['bar: Revenue by region']],
    ['revenue by region', 'profit, not revenue', ['bar: Profit by region']],
    ['orders by region', 'customers, not orders', ['bar: Customers by region']],
    ['orders by region', 'no, tickets', ['bar: Tickets by region']],
    ['number of open orders', 'tickets, not orders', ['stat: Open tickets']],
    ['orders by region', 'a pie rather than bars', ['pie: Orders by region']],
    ['orders by region', 'web, not store', ['bar: Web orders by region']],
    ['a table of orders', 'customers, not orders', ['table: Customers']],
    ['orders by region', 'no, Germany', ['bar: Orders in Germany by region']],
    ['orders by region', 'segments, not channels', ['bar: Orders by region', 'Nothing on the page shows channels, so nothing was changed.']],
    ['orders by region', 'profit, not revenue', ['bar: Orders by region', 'Nothing on the page shows revenue, so nothing was changed.']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });

  test('what is counted has its own status, where there is one', () => {
    const [tickets] = editPlan(start('number of open orders'), 'tickets, not orders', shop, TODAY).plan.blocks;
    expect(tickets).toMatchObject({ title: 'Open tickets', table: 'tickets', where: [{ field: { table: 'tickets', column: 'status' } }] });
    expect(editPlan(start('number of orders'), 'customers instead', shop, TODAY).plan.blocks[0]).toMatchObject({ title: 'Customers', table: 'customers' });
  });

  test('what happened is by its own time', () => {
    expect(editPlan(start('orders this year per month'), 'tickets, not orders', shop, TODAY).plan.blocks.find((b) => b.type === 'chart')).toMatchObject({ table: 'tickets', by: { field: { column: 'opened_at' } }, where: [{ op: 'period', field: { column: 'opened_at' } }] });
  });

  test('numbers seen from other rows are said', () => {
    expect(editPlan(start('revenue by region'), 'products, not regions', shop, TODAY).assumptions).toContain('Revenue is quantity × unit price of order items.');
  });
});

describe('another number in the chart that is there', () => {
  const after = (first: string, ...prompts: string[]) => {
    const { plan, unread, problems } = prompts.reduce((before, prompt) => editPlan(before.plan, prompt, shop, TODAY), { plan: start(first) } as Edit);
    return [...blocks({ ...plan, blocks: plan.blocks.filter((b) => b.asked !== false) }), ...unread, ...problems];
  };

  test.each(['add orders to that chart', 'add orders to the same chart', 'put orders in there as well', 'orders in the same chart too', 'include orders in it', 'overlay the orders', 'plot orders alongside', 'I want orders on the same axes', 'draw orders into the same picture', 'orders too, same chart', 'in that chart, also show orders', 'can the chart also show orders?', 'combine it with orders', 'show orders together with it'])('%s', (prompt) => {
    expect(after('revenue per month', prompt)).toEqual(['line: Revenue and orders per month']);
  });

  test.each<[string, string, string[]]>([
    ['average discount per month as a line', 'add a line for median discount', ['line: Average discount and median discount per month']],
    ['median discount by region', 'add total to that chart', ['bar: Median discount and total by region']],
    ['revenue per month', 'add profit to that graph', ['line: Revenue and profit per month']],
    ['orders by region as a pie', 'put revenue in there too', ['bar: Orders and revenue by region']],
    ['orders by region and tickets by topic', 'add satisfaction to the second chart', ['bar: Orders by region', 'bar: Tickets and average satisfaction by topic']],
    ['orders per month', 'add channel to that chart', ['area: Orders per month by channel']],
    ['orders per month', 'put tickets in there as well', ['area: Orders per month', 'Tickets can’t share a chart with “Orders per month”: they are of different rows. Say “add tickets per month” for one beside it.']],
    ['orders per month by channel', 'add revenue to that chart', ['line: Orders per month by channel', '“Orders per month by channel” is split by colour, so it has one number: say “remove the split” first.']],
    ['orders per month', 'add Germany to that chart', ['area: Orders per month', 'Nothing narrows “Orders per month” by country, so Germany is in it already.']],
    ['orders per month', 'put it in a table', ['table: Orders per month']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });

  test('values that were left out come in', () => {
    expect(after('orders per month', 'only Germany', 'add France to that chart')).toEqual(['area: Orders in Germany and France per month']);
  });
});

describe('what is first is first by another number, and there are more or fewer of them', () => {
  const after = (first: string, ...prompts: string[]) => {
    const { plan, unread, problems } = prompts.reduce((before, prompt) => editPlan(before.plan, prompt, shop, TODAY), { plan: start(first) } as Edit);
    return [...blocks({ ...plan, blocks: plan.blocks.filter((b) => b.asked !== false) }), ...unread, ...problems];
  };
  const TOP = 'top 10 customers by number of orders';

  test.each(['rank them by revenue', 'order by revenue instead of orders', 'sort by revenue', 'rank the customers by revenue', 'use revenue for the ranking', 'make it by revenue', 'ranked by revenue please'])('%s', (prompt) => {
    expect(after(TOP, prompt)).toEqual(['bar: Top 10 customers by revenue']);
  });

  test.each(['show twenty', 'make it twenty', 'top 20', '20 please', 'twenty instead of ten', 'I want twenty customers', '20, not 10', 'the first twenty'])('%s', (prompt) => {
    expect(after(TOP, 'rank it by profit', prompt)).toEqual(['bar: Top 20 customers by profit']);
  });

  test.each<[string, string, string[]]>([
    [TOP, 'sort by revenue, lowest first', ['bar: Bottom 10 customers by revenue']],
    [TOP, 'rank by the average discount', ['bar: Top 10 customers by average discount']],
    [TOP, 'order by name', ['bar: Top 10 customers by orders']],
    ['top 10 products by revenue', 'rank by number of orders instead', ['bar: Top 10 products by orders']],
    ['tickets by topic', 'rank by satisfaction', ['bar: Average satisfaction by topic']],
    ['a table of orders and top 10 customers by revenue', 'rank by number of orders', ['bar: Top 10 customers by orders', 'table: Orders']],
    ['orders by region', 'sort by revenue', ['bar: Orders by region', '“Orders by region” doesn’t show revenue, so it can’t be sorted by it: say “revenue instead”, or “add revenue to that chart”.']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });

  test('rows too', () => {
    expect(editPlan(start('a table of orders'), 'twenty please', shop, TODAY).plan.blocks[0]).toMatchObject({ limit: 20 });
    expect(editPlan(start('a table of orders'), 'sort by revenue', shop, TODAY).plan.blocks[0]).toMatchObject({ sort: { field: { column: 'total' }, descending: true } });
  });
});

describe('what it can’t do it says, and changes nothing', () => {
  test.each([
    ['blue background please', { problems: ['The colours come from the theme, so that all pages look alike.'] }],
    ['make it sparkle please', { unread: ['sparkle'] }],
    ['remove the donut of products', { problems: ['I found nothing like that on the page to remove.'] }],
    ['undo', { problems: ['There is nothing to take back. Earlier versions are in the list of versions.'] }],
    ['rename the stock chart to Stock', { problems: ['Nothing on the page is called “stock chart”.'] }],
  ])('%s', (prompt, expected) => {
    const result = edit(prompt);
    expect(result).toMatchObject(expected);
    expect(write(result.plan)).toEqual(write(start()));
  });
});
