import { describe, expect, test } from 'vitest';
import { after, shop, talk, TODAY } from '../fixtures/talk';
import type { Plan } from '../plan';
import { editPlan } from './edit';

const labels = ({ plan }: { plan: Plan }) => plan.blocks.flatMap((b) => (b.type === 'table' && b.asked !== false ? b.columns.map((c) => c.label) : []));

describe('what narrowed it goes again', () => {
  test.each([
    ['only 2025', 'no, go back to all years'],
    ['only 2025', 'the whole period again'],
    ['only Germany', 'every country please'],
    ['only web', 'Sorry, take web away again, I want every channel'],
    ['only paid', 'remove the status restriction'],
  ])('%s → %s', (narrowed, prompt) => {
    expect(after('revenue by country', narrowed, prompt)).toEqual(['bar: Revenue by country']);
  });

  test('nothing new is made of it where nothing narrows', () => {
    expect(after('revenue by country', 'back to every region')).toEqual(['bar: Revenue by country', 'Nothing narrows the page by region, so it stays as it is.']);
  });
});

describe('as people type', () => {
  test.each([
    ['can u make that a pie insted', 'pie: Revenue by country'],
    ['w/o Germany pls', 'bar: Revenue of orders outside Germany by country'],
    ['Actually a pie would look better here', 'pie: Revenue by country'],
    ['leave Germany out, it hides the rest', 'bar: Revenue of orders outside Germany by country'],
    ['leave out the orders that were returned', 'bar: Revenue of not returned orders by country'],
  ])('%s', (prompt, expected) => {
    expect(after('revenue by country', prompt)).toEqual([expected]);
  });

  test('a title stays as it was typed', () => {
    expect(talk('revenue by country', 'call it Sales w/o tax insted').plan.title).toBe('Sales w/o tax insted');
  });
});

describe('names', () => {
  test('a title may have “to” in it', () => {
    expect(talk('table of open orders', 'call it Things to ship').plan.title).toBe('Things to ship');
  });

  test.each(['rename the column total to amount', 'rename total to amount', 'call the total column amount'])('%s', (prompt) => {
    expect(labels(talk('table of open orders with date and total', prompt))).toContain('amount');
  });
});

test.each(['put last year next to it for comparison', 'vs last year'])('%s', (prompt) => {
  expect(after('orders per month this year', prompt)).toEqual(['line: Orders this year and last year']);
});

test('figures that aren’t needed go', () => {
  expect(after('revenue and number of orders as figures, orders by status as a pie', 'i dont need the numbers on top')).toEqual(['pie: Orders by status']);
});

test.each([['as columns', { direction: 'upright' }], ['make it a bit smaller', { width: 'half' }]])('%s', (prompt, expected) => {
  expect(talk('revenue by country', prompt).plan.blocks.find((b) => b.asked !== false)).toMatchObject(expected);
});

describe('places', () => {
  const page = 'revenue and number of orders as figures, a line of revenue per month and a pie of orders by status';

  test('what comes stands where it was said', () => {
    expect(after('orders by status as a pie', 'put a table of the 5 latest orders at the bottom: date, customer, total')).toEqual(['pie: Orders by status', 'table: Latest 5 orders']);
    expect(after('orders by status as a pie', 'add a table of customers at the top')).toEqual(['table: Customers', 'pie: Orders by status']);
  });

  test.each(['pie to the top please', 'the pie above the line'])('%s', (prompt) => {
    expect(after(page, prompt).findIndex((b) => b.startsWith('pie'))).toBeLessThan(after(page, prompt).findIndex((b) => b.startsWith('line')));
  });

  test.each<[string, string[]]>([
    ['put the total first', ['total', 'ID', 'status', 'channel']],
    ['channel to the front', ['channel', 'ID', 'status', 'total']],
    ['swap the status and total columns', ['ID', 'total', 'channel', 'status']],
    ['put the total before the status', ['ID', 'total', 'status', 'channel']],
  ])('%s', (prompt, expected) => {
    expect(labels(talk('table of orders with status, channel and total', prompt))).toEqual(expected);
  });
});

describe('what stands across and what stands up', () => {
  test.each([
    ['tickets by topic stacked by priority', 'swap topic and priority', 'bar: Tickets by priority and topic'],
    ['tickets by topic stacked by priority', 'swap the axes', 'bar: Tickets by priority and topic'],
    ['scatter of price against cost', 'flip x and y', 'scatter: Price and cost'],
    ['tickets by topic stacked by priority', 'total only, no priorities', 'bar: Tickets by topic'],
    ['revenue by channel', 'one colour per year', 'bar: Revenue by channel and year'],
    ['revenue by channel', 'split by month', 'line: Revenue per month by channel'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)[0]).toBe(expected);
  });
});

describe('numbers', () => {
  test.each([
    ['revenue by country', 'make it the average total, not the sum', 'bar: Average total by country'],
    ['orders per month', 'add the running total', 'area: Running total of orders per month'],
    ['average total by channel, top 3', 'show orders too', 'bar: Top 3 channels by average total and orders'],
    ['revenue by country', 'biggest at the bottom', 'bar: Revenue by country'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });

  test('in a table below, where the chart stays', () => {
    expect(after('revenue by channel', 'show the numbers in a table below')).toEqual(['bar: Revenue by channel', 'table: Revenue by channel in numbers']);
  });

  test('the average goes, and the others stay', () => {
    expect(after('figures: revenue, number of orders, average total', 'remove the average')).toEqual(['stat: Revenue', 'stat: Orders']);
  });
});

describe('against each other', () => {
  test.each(['add partner to compare', 'compare with partner'])('only web → %s', (prompt) => {
    expect(after('orders per month', 'only web', prompt)).toEqual(['area: Web and partner orders per month by channel']);
    expect(after('revenue by channel', 'only web', prompt)).toEqual(['bar: Revenue of web and partner orders by channel']);
  });
});

test('a table of the same rows', () => {
  expect(talk('scatter of price against cost', 'only Lighting', 'underneath I would like a table of the same products with stock, biggest at the top').plan.blocks.at(-1)).toMatchObject({ type: 'table', sort: { field: { column: 'stock' }, descending: true }, where: [{ values: ['Lighting'] }] });
});

test('a table with what each is', () => {
  const { plan } = talk('top 10 customers by revenue', 'show as table with country and segment');
  expect(plan.blocks.find((b) => b.asked !== false)).toMatchObject({ view: 'table', measures: [{ label: 'revenue' }, { label: 'country' }, { label: 'segment' }] });
});

test('one more number is of the same rows', () => {
  expect(after('orders per month', 'only web', 'revenue too')).toEqual(['area: Web orders per month', 'area: Revenue of web orders per month']);
  expect(after('revenue by channel', 'only Germany', 'number of orders too')).toEqual(['bar: Revenue of orders in Germany by channel', 'bar: Orders in Germany by channel']);
});

describe('in the way that people talk', () => {
  test.each([
    ['orders per week', 'can you do it by month? weekly is too noisy', 'area: Orders per month'],
    ['revenue by channel', 'tkae out web', 'bar: Revenue of not web orders by channel'],
    ['revenue by channel', 'show only web revenue', 'bar: Revenue of web orders by channel'],
    ['revenue by channel', 'could you give me the figures for Germany only?', 'bar: Revenue of orders in Germany by channel'],
    ['revenue per year and channel, stacked bars', 'quarterly would be good', 'bar: Revenue per quarter by channel'],
    ['orders per month in 2025', 'and 2026', 'area: Orders from 2025 to 2026 per month'],
    ['revenue by channel as a table', 'as a chart please', 'bar: Revenue by channel'],
    ['top 10 customers by revenue', 'show them in a list with their revenue', 'table: Top 10 customers by revenue'],
    ['top 10 customers by revenue', 'without Ada Lovelace', 'bar: Top 10 customers by revenue of not Ada Lovelace orders'],
    ['orders per month', 'zoom in on 2025', 'area: Orders in 2025 per month'],
    ['orders per month', 'only the 2020s', 'area: Orders from 2020 to 2029 per month'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });

  test('what is to be done isn’t guessed', () => {
    expect(after('revenue by channel', 'zap web')).toEqual(['bar: Revenue by channel', 'zap', 'I don’t know “zap”, so nothing was narrowed.']);
    expect(after('revenue by channel', 'remove the second chart')).toEqual(['bar: Revenue by channel', 'There is no second chart on the page, so nothing was changed.']);
  });

  test.each([
    ['price highest to lowest', { column: 'price' }, true],
    ['sort z to a', { column: 'name' }, true],
  ])('%s', (prompt, field, descending) => {
    expect(talk('table of products', prompt).plan.blocks.find((b) => b.asked !== false)).toMatchObject({ sort: { field, descending } });
  });

  test('a column that isn’t needed goes', () => {
    expect(labels(talk('table of products with category and price', 'dont need category'))).toEqual(['name', 'price']);
  });
});

describe('not guessed, and said', () => {
  test.each([
    ['table of open orders', 'web ones on top', 'table: Open orders'],
    ['revenue per month', 'trend line', 'area: Revenue per month'],
    ['average satisfaction by topic', 'weighted by stock', 'bar: Average satisfaction by topic'],
    ['table of open tickets', 'I’d like to see who opened them', 'table: Open tickets'],
  ])('%s → %s', (first, prompt, expected) => {
    const [block, ...said] = after(first, prompt);
    expect(block).toBe(expected);
    expect(said.length).toBeGreaterThan(0);
  });
});

describe('what else people say', () => {
  test.each([
    ['revenue per quarter', 'can it be splitted in regions?', 'bar: Revenue per quarter by region'],
    ['top 10 products by revenue', 'flop 5', 'bar: Bottom 5 products by revenue'],
    ['orders per month', 'start 2025', 'area: Orders since 2025 per month'],
    ['orders per month in 2025 by channel', 'only web', 'bring store back in', 'line: Web and store orders in 2025 per month by channel'],
    ['average price by category', 'what about cost?', 'bar: Average cost by category'],
    ['orders per month by channel', 'just the total', 'line: Orders per month'],
    ['line of orders per month', 'change the line to yearly', 'line: Orders per year'],
    ['orders by channel', 'for the bars use revenue', 'bar: Revenue by channel'],
  ])('%s → %s', (first, ...rest) => {
    expect(after(first, ...rest.slice(0, -1))).toEqual([rest.at(-1)]);
  });

  test('so many rows', () => {
    expect(talk('table of open orders', '50 rows max').plan.blocks.find((b) => b.asked !== false)).toMatchObject({ limit: 50 });
  });
});

describe('what each of a list comes to', () => {
  const list = 'list of customers with country and segment';

  test.each(['with their total revenue', 'add revenue', 'how much did they spend?'])('%s', (prompt) => {
    const { plan } = talk(list, 'only Germany', prompt);
    expect(plan.blocks.find((b) => b.asked !== false)).toMatchObject({ type: 'chart', view: 'table', measures: [{ label: 'revenue' }, { label: 'country' }, { label: 'segment' }], where: [{ values: ['Germany'] }] });
  });

  test('a column of theirs is one of the list', () => {
    expect(labels(talk(list, 'where’s the city?'))).toContain('city');
  });
});

describe('said, and not made up', () => {
  test.each(['add a title', 'remove the axis labels', 'label the bars', 'web vs the rest'])('%s', (prompt) => {
    const [block, ...said] = after('orders per month', prompt);
    expect(block).toBe('area: Orders per month');
    expect(said.length).toBeGreaterThan(0);
  });
});

test.each([
  ['tickets opened per month, last 12 months', 'extend it to 24 months', 'area: Tickets in the last 24 months per month'],
  ['revenue by category', 'which category is the smallest? put it first', 'bar: Revenue by category'],
  ['revenue by category', 'this is hard to read, can I get that as numbers', 'table: Revenue by category'],
  ['revenue by country', 'only the US', 'bar: Revenue of orders in United States by country'],
])('%s → %s', (first, prompt, expected) => {
  expect(after(first, prompt)).toEqual([expected]);
});

describe('rows put together, and what they have to come to', () => {
  test.each([
    ['table of products, price over 200', 'group by category with average price', 'table: Average price of products with price over 200 by category'],
    ['table of orders with status and total', 'sum them per status', 'table: Total by status'],
    ['table of products, price over 200', 'raise that to 500', 'table: Products with price over 500'],
    ['table of open tickets', 'count per topic next to it', 'table: Open tickets'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)[0]).toBe(expected);
  });

  test.each(['date column please', 'add the date'])('%s', (prompt) => {
    expect(labels(talk('table of orders with status and total', prompt))).toContain('ordered');
  });
});

describe('one grouping of two', () => {
  test.each([
    ['orders by country and status, stacked', 'region not country', 'bar: Orders by region and status'],
    ['revenue per month by channel', 'by region instead', 'line: Revenue per month by region'],
    ['orders by country and status, stacked', 'show share within each country', 'bar: Orders by country and status'],
    ['orders by country and status, stacked', 'can u order it by the country name', 'bar: Orders by country and status'],
    ['revenue per month', 'average total per order', 'area: Average total per month'],
    ['orders per month', '2025 until 2026', 'area: Orders from 2025 to 2026 per month'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });
});

test('a chart goes by how it is drawn', () => {
  expect(after('pie of tickets by priority and line of tickets per week', 'call the line chart Load per week')).toContain('line: Load per week');
});

describe('of several numbers, and of classes', () => {
  const both = 'orders and revenue per region as table';

  test.each([
    [both, 'drop the order count', 'table: Revenue by region'],
    [both, 'turn it into bars, only revenue', 'bar: Revenue by region'],
    [both, 'chart pls', 'bar: Revenue and orders by region'],
    ['returned orders by channel', 'not only returned ones, all of them', 'bar: Orders by channel'],
    ['histogram of price', 'of cost rather than price', 'histogram: Products by cost'],
    ['orders by status', 'compare Germany and France', 'bar: Orders in Germany and France by status and country'],
    ['average satisfaction as a figure', 'median', 'stat: Median satisfaction'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });

  test('smaller bins', () => {
    const [before, finer] = [talk('histogram of price'), talk('histogram of price', 'smaller bins')].map(({ plan }) => plan.blocks.find((b) => b.type === 'chart'));
    expect(finer?.by.bin).toBe((before?.by.bin ?? 0) / 2);
  });

  test('a number’s own name', () => {
    expect(talk(both, 'rename revenue to Sales').plan.blocks.find((b) => b.asked !== false)).toMatchObject({ measures: [{ label: 'Sales' }, { label: 'orders' }] });
  });

  test('a column that is not wanted', () => {
    expect(labels(talk('table of customers with segment and country', 'no segment pls'))).toEqual(['name', 'country']);
  });
});

describe('the last of it', () => {
  test.each([
    ['revenue by segment', 'can we have it by month as well', 'line: Revenue per month by segment'],
    ['revenue by segment', 'swap in profit for revenue', 'bar: Profit by segment'],
    ['latest 20 orders', '50 of them', 'table: Latest 50 orders'],
    ['latest 20 orders', 'sort by total', 'table: 20 orders with the highest total'],
    ['tickets per week', 'moving to months please', 'area: Tickets per month'],
    ['top 10 customers by revenue', 'bottom instead of top', 'bar: Bottom 10 customers by revenue'],
    ['top 10 customers by revenue', 'I’d prefer a list', 'table: Top 10 customers by revenue'],
    ['average price and average cost by category', 'take the cost bar out', 'bar: Average price by category'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });

  test('that there is nothing of a year is said', () => {
    expect(editPlan(talk('orders per month').plan, 'only 1990', shop, TODAY).assumptions.join(' ')).toMatch(/so there is nothing of 1990/);
  });

  test.each(['make the line thicker', 'without the margarine'])('%s', (prompt) => {
    expect(after('orders per month', prompt).slice(0, 1)).toEqual(['area: Orders per month']);
    expect(after('orders per month', prompt).length).toBeGreaterThan(1);
  });
});

test.each([
  ['orders by status', 'sorry, I meant by channel', 'bar: Orders by channel'],
  ['orders per month in 2025', 'I meant 2026, not 2025', 'area: Orders in 2026 per month'],
  ['how is revenue developing month by month?', 'and just for orders from the web channel', 'area: Revenue of web orders per month'],
  ['table of orders by country', 'add the revenue by country', 'table: Orders and revenue by country'],
])('said better, said narrower, said of the same groups: %s → %s', (first, prompt, expected) => {
  expect(after(first, prompt)).toEqual([expected]);
});

test('all of them again, in another order', () => {
  const { plan, said } = talk('products: name, category, stock', 'only stock = 0', 'all of them again, stock ascending');
  expect(plan.blocks.filter((b) => b.asked !== false)).toMatchObject([{ type: 'table', where: [], sort: { field: { column: 'stock' }, descending: false } }]);
  expect(said).toEqual([]);
});

test('a figure, then a chart of its own', () => {
  expect(after('number of customers and a chart of the orders by status')).toEqual(['stat: Customers', 'bar: Orders by status']);
});

test('of figures, the one that counts goes', () => {
  expect(after('figures: order count, revenue and customer count, and revenue by category below', 'the customer count can go')).toEqual(['stat: Orders', 'stat: Revenue', 'bar: Revenue by category']);
});

test.each(['please ', 'ok ', 'no, ', 'the ', 'only '])('courtesy without end comes to an end: %s', (word) => {
  const { plan } = talk('orders per month');
  expect(editPlan(plan, word.repeat(300), shop, TODAY).plan.blocks).toEqual(plan.blocks);
});
