import { describe, expect, test } from 'vitest';
import { after, shop, talk, TODAY } from '../fixtures/talk';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { write } from '../write/write';
import { editPlan } from './edit';

/** The columns of the first table, as they stand. */
function columns(first: string, ...prompts: string[]): string[] {
  return talk(first, ...prompts).plan.blocks.flatMap((b) => (b.type === 'table' && b.asked !== false ? b.columns.map((c) => `${c.table}.${c.column}`) : []));
}

describe('so many are enough', () => {
  test.each<[string, number]>([
    ['four are plenty', 4],
    ['seven would be fine', 7],
    ['6 countries suffice', 6],
    ['that is too many, keep it to 4', 4],
    ['cut the list off after three', 3],
    ['not more than 4', 4],
    ['four at most', 4],
    ['half that many', 5],
    ['three times as many', 30],
    ['ten are too few, 12 would be better', 12],
    ['fewer, say 4', 4],
    ['a dozen is enough', 12],
    ['the last three can go', 7],
    ['leave off the bottom two', 8],
  ])('%s', (prompt, count) => {
    expect(after('top 10 countries by profit', prompt)).toEqual([`bar: Top ${count} countries by profit`]);
  });

  test('without a ranking it’s said of values', () => {
    expect(after('orders', 'at most 100')).toEqual(['table: Orders with total at most 100']);
  });
});

describe('a stretch of time alone', () => {
  test.each<[string, string]>([
    ['weeks, please', 'Profit per week'],
    ['far too coarse: weeks', 'Profit per week'],
    ['how about quarters?', 'Profit per quarter'],
    ['the curve is too bumpy, try quarters', 'Profit per quarter'],
    ['on second thought, years', 'Profit per year'],
    ['by week and just this year', 'Profit this year per week'],
    ['as bars for 2025', 'Profit in 2025 per month'],
    ['2024 and 2025', 'Profit from 2024 to 2025 per month'],
    ['weekly was nicer', 'Profit per week'],
    ['zoom out to quarters', 'Profit per quarter'],
    ['keep 2025, the rest can go', 'Profit in 2025 per month'],
    ['nothing before 2025', 'Profit since 2025 per month'],
    ['drop everything after 2024', 'Profit before 2025 per month'],
  ])('%s', (prompt, title) => {
    expect(after('profit per month as a line', prompt).map((block) => block.replace(/^\w+: /, ''))).toEqual([title]);
  });

  test.each<[string[], string]>([
    [['weekly', 'hm, too nervous, back to months'], 'line: Profit per month'],
    [['by week', 'months again'], 'line: Profit per month'],
    [['as bars', 'let’s go back to the line'], 'line: Profit per month'],
    [['revenue instead', 'back to profit'], 'line: Profit per month'],
    [['by quarter', 'back to how it was'], 'line: Profit per month'],
  ])('%s', (prompts, expected) => {
    expect(after('profit per month as a line', ...prompts)).toEqual([expected]);
  });
});

describe('a column in the place of another', () => {
  test.each<[string, string[]]>([
    ['segment instead of country', ['name', 'segment', 'city']],
    ['swap the country for the segment', ['name', 'segment', 'city']],
    ['not the city but the region', ['name', 'country', 'region']],
    ['put the segment where the country is', ['name', 'segment', 'city']],
    ['the region should take the place of the city', ['name', 'country', 'region']],
    ['change the city column to company', ['name', 'country', 'company']],
    ['instead of the country I’d like the region', ['name', 'region', 'city']],
    ['segment and region instead of country', ['name', 'segment', 'region', 'city']],
    ['city out, region in', ['name', 'country', 'region']],
    ['drop the city in favour of the region', ['name', 'country', 'region']],
    ['I’d rather have the region than the city', ['name', 'country', 'region']],
    ['region in the city’s place', ['name', 'country', 'region']],
    ['city → region', ['name', 'country', 'region']],
    ['make the city column the region', ['name', 'country', 'region']],
  ])('%s', (prompt, expected) => {
    expect(columns('table of customers with name, country and city', prompt)).toEqual(expected.map((column) => `customers.${column}`));
  });

  test('what isn’t there can’t give way, and what is there already doesn’t come twice', () => {
    expect(after('table of customers with name, country and city', 'region instead of segment')).toEqual(['table: Customers', 'Nothing on the page shows segment, so nothing was changed.']);
    expect(after('table of customers with name, country and city', 'city instead of country')).toEqual(['table: Customers', '“Customers” has city already, so nothing was changed.']);
  });
});

describe('what a number is drawn as', () => {
  test.each<[string, string, string]>([
    ['orders by country', 'the bars should stand for profit', 'bar: Profit by country'],
    ['orders by country', 'use profit for the length of the bars', 'bar: Profit by country'],
    ['orders by country', 'average satisfaction on the bars, please', 'bar: Average satisfaction by country'],
    ['orders by country', 'use segment for the bars', 'bar: Orders by segment'],
    ['orders by country', 'colour the bars by segment', 'bar: Orders by country and segment'],
    ['orders by region as a pie', 'size the slices by profit', 'pie: Profit by region'],
    ['heatmap of orders by region and channel', 'fill the cells with revenue', 'heatmap: Revenue by region and channel'],
    ['heatmap of orders by region and channel', 'let the colour mean profit', 'heatmap: Profit by region and channel'],
    ['heatmap of orders by region and channel', 'every cell should be the average total', 'heatmap: Average total by region and channel'],
    ['heatmap of orders by region and channel', 'not the count but the revenue', 'heatmap: Revenue by region and channel'],
    ['orders by country', 'I prefer profit to orders', 'bar: Profit by country'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });
});

describe('which comes first', () => {
  test.each<[string, string[]]>([
    ['as a table, biggest country first', ['table: Profit by country']],
    ['in a table with the smallest country on top', ['table: Profit by country']],
    ['smallest country first', ['bar: Profit by country']],
    ['start with the weakest country', ['bar: Profit by country']],
    ['happiest country first', ['bar: Profit by country', 'Nothing that is drawn says which is the happiest, so the order stays as it is.']],
  ])('%s', (prompt, expected) => {
    expect(after('profit by country', prompt)).toEqual(expected);
  });

  test('is an order, and no limit', () => {
    const { plan } = editPlan(readPrompt('profit by country', shop, TODAY).plan as Plan, 'in a table, smallest country first', shop, TODAY);
    expect(plan.blocks.find((b) => b.asked !== false)).toMatchObject({ view: 'table', sort: 'value-asc', limit: null });
  });

  test('a number that is named is what it’s by, wherever it is to stand', () => {
    const { plan } = editPlan(readPrompt('table of orders', shop, TODAY).plan as Plan, 'highest total on top', shop, TODAY);
    expect(plan.blocks).toMatchObject([{ type: 'table', sort: { field: { column: 'total' }, descending: true } }]);
  });

  test('of rows it’s by the column that it is of', () => {
    const { plan } = editPlan(readPrompt('table of products', shop, TODAY).plan as Plan, 'cheapest product first', shop, TODAY);
    expect(plan.blocks).toMatchObject([{ type: 'table', sort: { field: { column: 'price' }, descending: false } }]);
  });
});

test('bars by name stand in the order of what they are called', () => {
  const { plan } = editPlan(readPrompt('profit by country', shop, TODAY).plan as Plan, 'sort the bars by name', shop, TODAY);
  expect(plan.blocks.find((b) => b.asked !== false)).toMatchObject({ by: { field: { column: 'country' } }, sort: 'label' });
});

test('a table in some order is a table', () => {
  expect(after('profit by country', 'as a table in ascending order')).toEqual(['table: Profit by country']);
});

describe('lanes', () => {
  test.each<[string]>([['make the lanes the topics'], ['topics for the columns'], ['one column for each topic, please'], ['sort the cards into columns by topic'], ['the lanes should show the topic'], ['topic lanes instead'], ['topic rather than priority'], ['no, topics'], ['change the grouping to topic'], ['each lane a topic'], ['make it a board of topics']])('of a board: %s', (prompt) => {
    expect(after('kanban of tickets by priority', prompt)).toEqual(['board: Tickets by topic']);
  });

  test.each<[string, string]>([
    ['make the rows the segments', 'Orders by region and segment'],
    ['status across', 'Orders by status and channel'],
    ['put the segment down the side', 'Orders by region and segment'],
    ['swap the rows and the columns', 'Orders by channel and region'],
    ['channel across', 'Orders by channel and region'],
    ['weekdays in the rows', 'Orders by region and weekday'],
  ])('of a heatmap: %s', (prompt, title) => {
    expect(after('heatmap of orders, region across and channel down', prompt)).toEqual([`heatmap: ${title}`]);
  });

  test('are values, and no stretches of time', () => {
    expect(after('kanban of tickets by priority', 'make the columns the weeks')).toEqual(['board: Tickets by priority', 'The lanes of “Tickets by priority” are the values of a column, and no stretches of time.']);
  });
});

describe('values that are named are left out', () => {
  test.each(['Germany out', 'Germany can go', 'forget Germany', 'Germany isn’t needed', 'Germany has to go', 'minus Germany', 'Germany shouldn’t be in there', 'no Germany please', 'ditch Germany'])('%s', (prompt) => {
    expect(after('average order total by country', prompt)).toEqual(['bar: Average total of orders outside Germany by country']);
  });

  test('what is shown goes by its verb', () => {
    expect(columns('list of customers with name, city and country', 'the city is not needed')).toEqual(['customers.name', 'customers.country']);
    expect(after('orders per month and a table of customers', 'the table can go')).toEqual(['area: Orders per month']);
  });

  test.each(['leave out the free ones, discount 0', 'without discount 0'])('a number: %s', (prompt) => {
    const { plan } = readPrompt('list of orders', shop, TODAY);
    const edit = editPlan(plan as Plan, prompt, shop, TODAY);
    expect(edit.plan.blocks.flatMap((b) => (b.type === 'table' ? b.where.map((c) => `${c.field.column} ${c.op}`) : []))).toEqual(['discount is-not']);
  });
});

describe('another way to put numbers together', () => {
  test.each(['the highest rather than the average', 'largest instead of average', 'not the average but the maximum', 'I’d rather see the peak than the mean', 'replace the average with the highest', 'the biggest one instead'])('%s', (prompt) => {
    expect(after('average order total by country', prompt)).toEqual(['bar: Highest total by country']);
  });
});

describe('groups that come to so much', () => {
  test.each<[string, string]>([
    ['only countries with at least 50 orders', 'at least 50'],
    ['keep countries having more than 40 orders', 'more than 40'],
    ['just those with over 30', 'more than 30'],
    ['hide countries with fewer than 20 orders', 'at least 20'],
    ['at least 70 orders only', 'at least 70'],
    ['only countries with 60 orders or more', 'at least 60'],
    ['just those with 80 or fewer orders', 'at most 80'],
    ['restrict it to countries with no more than 60 orders', 'at most 60'],
  ])('%s', (prompt, expected) => {
    expect(after('orders by country', prompt)).toEqual([`bar: Countries with ${expected} orders`]);
  });

  test('of another number there is a table of its own', () => {
    expect(after('revenue by country', 'only countries with at least 50 orders')).toHaveLength(2);
  });
});

describe('what is there is changed, and nothing put beside it', () => {
  test.each(['plain bars, no categories', 'without the categories', 'no split', 'drop the categories please', 'in one colour', 'simple bars', 'don’t split it by category', 'don’t stack them any more'])('no colours: %s', (prompt) => {
    expect(after('stacked bars: units sold per month by category', prompt)).toEqual(['bar: Quantity per month']);
  });

  test('rows of what a chart is joined with', () => {
    expect(after('stacked bars: units sold per month by category', 'restrict this to store orders')).toHaveLength(1);
  });

  test('another number, drawn as it is said', () => {
    expect(after('orders per month', 'show revenue as a line')).toEqual(['line: Revenue per month']);
    expect(after('orders per month', 'show it as a line')).toEqual(['line: Orders per month']);
  });

  test.each(['could the last column be the city instead', 'make the second column the city', 'the city instead of the last column', 'replace the last column with the city', 'can the rightmost column show the city'])('a column by its place: %s', (prompt) => {
    expect(columns('list of customers with name and country', prompt)).toEqual(['customers.name', 'customers.city']);
  });

  test.each(['category and cost too please', 'category and cost as well, please', 'also category and cost'])('columns: %s', (prompt) => {
    expect(columns('list of our products, name and price', prompt)).toEqual(['products.name', 'products.price', 'products.category', 'products.cost']);
  });

  test.each(['show the city on the cards', 'the cards should say the city too', 'put the city on each card', 'add the city', 'city on the cards as well'])('cards: %s', (prompt) => {
    const { plan } = readPrompt('board of orders by status', shop, TODAY);
    const blocks = editPlan(plan as Plan, prompt, shop, TODAY).plan.blocks.filter((b) => b.asked !== false);
    expect(blocks.map((b) => (b.type === 'board' ? b.columns.map((c) => c.column).at(-1) : b.title))).toEqual(['city']);
  });

  test.each(['I meant cost', 'cost instead of price', 'no, the cost'])('one of two numbers: %s', (prompt) => {
    expect(after('scatter of stock against price of products', prompt)).toEqual(after('scatter of stock against cost of products'));
  });

  test.each(['I’d rather have that as a table', 'we would prefer to see it in a table'])('%s', (prompt) => {
    expect(after('number of customers in each segment', prompt)).toEqual(['table: Customers by segment']);
  });

  test('rows and their order', () => {
    const { plan } = readPrompt('list of our products, name and price', shop, TODAY);
    const edit = editPlan(plan as Plan, 'lighting only, cheapest first', shop, TODAY);
    expect(edit.plan.blocks.flatMap((b) => (b.type === 'table' ? [[b.title, b.sort?.field.column, b.sort?.descending]] : []))).toEqual([['Lighting products', 'price', false]]);
    expect(edit.problems).toEqual([]);
  });
});

test('of a follow-up that goes on and on the beginning is read, and that is said', () => {
  const said = after('orders by region', `make it a pie. ${'ok '.repeat(2_000)}`);
  expect(said[0]).toBe('pie: Orders by region');
  expect(said.at(-1)).toBe('I read only the first 2,000 characters.');
});

describe('a title behind a colon', () => {
  test.each(['title: Best regions', 'Title – Best regions', 'heading: “Best regions”', 'new title: Best regions'])('%s', (prompt) => {
    expect(after('orders by region', prompt)).toEqual(['bar: Best regions']);
  });
});

describe('words that mean nothing here put nothing on the page and take nothing off it', () => {
  test.each<[string, string, string]>([
    ['use a wobbly scale for profit', 'wobbly', 'added'],
    ['glowing size revenue', 'glowing', 'added'],
    ['get rid of the cancelled orders', 'cancelled', 'removed'],
    ['drop the purple ones', 'purple', 'removed'],
  ])('%s', (prompt, word, done) => {
    const said = after('orders by region', prompt);
    expect(said[0]).toBe('bar: Orders by region');
    expect(said.slice(1)).toContain(word);
    expect(said.at(-1)).toMatch(new RegExp(`^I don’t know “${word}”.*, so nothing was ${done}\\.$`));
  });

  test('one of several figures', () => {
    expect(after('total revenue, number of orders and average order total as tiles', 'remove the average order total')).toEqual(['stat: Revenue', 'stat: Orders']);
  });
});

describe('one more number', () => {
  test.each(['add profit as a second measure', 'profit as another line', 'show the profit as an additional metric'])('%s', (prompt) => {
    expect(after('revenue per month as a line', prompt)).toEqual(['line: Revenue and profit per month']);
  });
});

describe('parts of a whole', () => {
  const stack = (first: string, ...prompts: string[]) => {
    let { plan } = readPrompt(first, shop, TODAY);
    for (const prompt of prompts) plan = editPlan(plan as Plan, prompt, shop, TODAY).plan;
    return (plan as Plan).blocks.flatMap((b) => (b.type === 'chart' && b.asked !== false ? [b.stack] : []));
  };
  test.each(['show it as a share of the total', 'as a percentage of the whole', 'make that percentages', 'in percent please', 'as proportions of all orders'])('%s', (prompt) => {
    expect(stack('orders per month by channel', prompt)).toEqual(['share']);
  });

  test('and back', () => {
    expect(stack('orders per month by channel', 'in percent', 'absolute numbers again please')).toEqual(['share']);
    expect(stack('orders per month by channel', 'in percent', 'in absolute numbers again please')).toEqual(['stacked']);
  });

  test('of one grouping are a pie’s', () => {
    expect(after('orders by region', 'as a share of the total')).toEqual(['bar: Orders by region', '“Orders by region” has one grouping, so there are no parts of a whole in it: say “split by …” first, or “make it a pie”.']);
  });
});

describe('those that have none of something', () => {
  test.each(['leave out those with zero stock', 'exclude the products with a stock of zero', 'drop products that have a stock of 0'])('%s', (prompt) => {
    expect(after('products by category', prompt)).toEqual(['bar: Products with stock by category']);
  });
});

describe('what is heeded is not unread', () => {
  test.each<[string, string, string]>([
    ['total discount per month', 'use the average discount instead of the total', 'area: Average discount per month'],
    ['revenue per month', 'limit the period to this year', 'area: Revenue this year per month'],
    ['revenue per month', 'restrict the time range to 2025', 'area: Revenue in 2025 per month'],
    ['top 10 products by revenue', 'sort by quantity sold', 'bar: Top 10 products by quantity'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });
});

describe('two things at once', () => {
  test('that each can be done by itself', () => {
    expect(columns('table of customers with name, city and segment', 'city out, and nothing but consumers')).toEqual(['customers.name', 'customers.segment']);
    expect(after('table of customers with name, city and segment', 'city out, and nothing but consumers')).toEqual(['table: Consumer customers']);
    expect(after('orders per month by channel', 'no, go back to one color and make it bars')).toEqual(['bar: Orders per month']);
    expect(after('orders by region', 'make it a pie and get rid of Europe')).toEqual(['pie: Orders outside Europe by region']);
  });

  test('of values it is either', () => {
    expect(after('tickets by topic', 'only urgent and high ones')).toEqual(['bar: Urgent and high tickets by topic']);
  });
});

describe('all of them', () => {
  test.each(['show all of them', 'no limit please', 'all products'])('%s', (prompt) => {
    expect(after('top 5 products by revenue', prompt)).toEqual(['bar: Revenue by product']);
  });

  test('a stretch of time between two others', () => {
    expect(after('revenue per year', '2025 out')).toEqual(['bar: Revenue except in 2025 per year']);
  });

  test('the first or the last of them is', () => {
    expect(after('revenue per year', '2024 out')).toEqual(['bar: Revenue since 2025 per year']);
  });
});

describe('which block is meant, and where it stands', () => {
  const plan = (first: string, ...prompts: string[]) => prompts.reduce((before, prompt) => editPlan(before, prompt, shop, TODAY).plan, readPrompt(first, shop, TODAY).plan as Plan);

  test.each<[string, string, string[]]>([
    ['orders per month and a table of orders', 'sort the rows by total', ['area: Orders per month', 'table: Orders']],
    ['orders per month and a table of orders', 'oldest orders first', ['area: Orders per month', 'table: Orders']],
    ['orders per month and a table of tickets', 'rename the first one Incoming', ['area: Incoming', 'table: Tickets']],
    ['orders per month and a table of tickets', 'call the third chart Incoming', ['area: Orders per month', 'table: Tickets', 'Nothing on the page is “the third chart”.']],
    ['revenue by region', 'put the total as a number above it', ['stat: Revenue', 'bar: Revenue by region']],
    ['number of customers', 'show it per segment', ['stat: Customers', 'bar: Customers by segment']],
    ['revenue per quarter as bars', 'add the average discount as a line', ['bar: Revenue per quarter', 'line: Average discount per quarter']],
    ['returned orders per month', 'add the return rate as a number on top', ['stat: Share of returned orders', 'area: Returned orders per month']],
    ['kanban of tickets by status', 'colour the cards by priority', ['board: Tickets by status', 'The cards of “Tickets by status” are all of one colour: what they have in common can be a lane of its own (“make the lanes the …”).']],
    ['customers with city, number of orders and revenue', 'without the city', ['table: Orders and revenue by customer']],
    ['a table of orders', 'let me click on one to see the items', ['table: Orders', 'What opens are a row’s own columns: order items of orders can’t be in there.']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });

  test('rows are sorted, and no chart', () => {
    expect(plan('orders per month and a table of orders', 'sort the rows by total').blocks).toMatchObject([{ sort: 'label' }, { sort: { field: { column: 'total' }, descending: true } }]);
    expect(plan('orders per month and a table of orders', 'sort by date, old first').blocks[1]).toMatchObject({ sort: { field: { column: 'ordered_at' }, descending: false } });
  });

  test('side by side each has half', () => {
    expect(plan('orders by region and a table of customers', 'put the table next to the bars').blocks).toMatchObject([{ type: 'chart', width: 'half' }, { type: 'table', width: 'half' }]);
  });
});

describe('in passing', () => {
  test.each<[string, string, string]>([
    ['orders per month', 'can you show it weekly, it’s too jumpy', 'area: Orders per week'],
    ['orders per month', 'oh and make it bars', 'bar: Orders per month'],
    ['orders per month', 'actually make that a table', 'table: Orders per month'],
    ['orders per month', 'from two thousand twenty on', 'area: Orders since 2020 per month'],
    ['orders per month', 'only twenty twenty', 'area: Orders in 2020 per month'],
    ['orders by country as a pie', 'only contries in Europe', 'pie: Orders in Europe by country'],
    ['tickets by topic and priority', 'not show priority low', 'bar: Not low tickets by topic and priority'],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual([expected]);
  });
});

describe('a column of what is ranked', () => {
  const TOP = 'top 10 products by revenue';
  /** What the table of groups says of each. */
  const shown = (first: string, ...prompts: string[]) => {
    const plan = prompts.reduce((before, prompt) => editPlan(before, prompt, shop, TODAY).plan, readPrompt(first, shop, TODAY).plan as Plan);
    return plan.blocks.flatMap((b) => (b.type === 'chart' && b.asked !== false ? [b.view, ...b.measures.map((m) => m.label)] : []));
  };

  test.each<[string, string[], string[]]>([
    [TOP, ['show category too'], ['table', 'revenue', 'category']],
    [TOP, ['with their category'], ['table', 'revenue', 'category']],
    [TOP, ['add the price', 'add stock'], ['table', 'revenue', 'price', 'stock']],
    ['top 10 products by revenue as a table', ['add a column with the stock'], ['table', 'revenue', 'stock']],
    [TOP, ['show category too', 'add the price', 'remove the category'], ['table', 'revenue', 'price']],
    [TOP, ['show category too', 'rank by quantity'], ['table', 'quantity', 'category']],
    ['top 10 customers by revenue', ['add the number of orders', 'drop the revenue'], ['bar', 'orders']],
    ['revenue per month', ['add the discount to that chart', 'without the discount'], ['line', 'revenue']],
  ])('%s → %j', (first, prompts, expected) => {
    expect(shown(first, ...prompts)).toEqual(expected);
  });

  test('what it has already is said, and groups that are no rows are split', () => {
    expect(after(TOP, 'add the price', 'add the price')).toEqual(['table: Top 10 products by revenue', '“Top 10 products by revenue” has price already.']);
    expect(after('orders by region', 'with channel')).toEqual(['bar: Orders by region and channel']);
  });
});

test('what was left out stays out', () => {
  expect(after('tickets by topic', 'without urgent', 'drop the low ones')).toEqual(['bar: Not urgent or low tickets by topic']);
});

describe('what is meant by a thing that is named', () => {
  test.each(['hide the customer', 'nah, hide the customer', 'remove customer'])('whose each is: %s', (prompt) => {
    expect(columns('table of tickets', prompt)).not.toContain('customers.name');
    expect(after('table of tickets', prompt)).toEqual(['table: Tickets']);
  });

  test.each<[string, string, string[]]>([
    ['a table of open tickets', 'how many are there?', ['stat: Open tickets', 'table: Open tickets']],
    ['orders per month', 'just the ones with a discount', ['area: Orders with discount per month']],
    ['tickets by topic', 'only those with priority', ['bar: Tickets by topic', 'I don’t know which tickets those with priority are, so nothing was narrowed.']],
    ['customers by country', 'merge the small ones into other', ['bar: Customers by country', 'merge', 'small', 'I don’t know “merge” and “small”, so nothing was narrowed.']],
    ['customers by region', 'group by segment instead', ['bar: Customers by segment']],
    ['tickets by topic', 'group by customer instead', ['bar: Top 15 customers by tickets']],
    ['orders per month by status', 'stack ’em', ['area: Orders per month by status']],
    ['orders per month by status', '100 percent', ['area: Orders per month by status']],
    ['orders per month', 'the last 30 days are enough', ['area: Orders in the last 30 days per month']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });

  test('the order id of tickets is what points at an order', () => {
    expect(columns('table of tickets', 'hide the order id')).not.toContain('tickets.order_id');
  });
});

describe('what there isn’t is said, with what there is in its stead', () => {
  test.each<[string, RegExp]>([
    ['forecast next year', /no forecast/],
    ['use a logarithmic axis', /can’t be logarithmic/],
    ['add a trend line', /can’t draw a trend line/],
    ['add a target line', /^Say where the line is to be/],
    ['green bars please', /come from the theme/],
    ['dark mode please', /each viewer’s own setting/],
  ])('%s', (prompt, said) => {
    const [block, ...rest] = after('revenue per quarter as bars', prompt);
    expect(block).toBe('bar: Revenue per quarter');
    expect(rest).toHaveLength(1);
    expect(rest[0]).toMatch(said);
  });
});

describe('in other people’s words', () => {
  test.each<[string, string, string[]]>([
    ['revenue per month', 'Could you please restrict this to customers in Germany?', ['area: Revenue of orders in Germany per month']],
    ['revenue per month', 'each channel its own line', ['area: Revenue per month by channel']],
    ['average days to close by priority', 'in hours', ['bar: Hours to close by priority']],
    ['revenue by country', 'only the biggest five', ['bar: Top 5 countries by revenue']],
    ['revenue by country', 'the lowest 3 please', ['bar: Bottom 3 countries by revenue']],
    ['share of returned orders per month as a table', 'with the number of orders', ['table: Share of returned orders and orders per month']],
    ['the 10 most expensive products', 'bottom five', ['table: 5 products with the lowest price']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });

  test('how colours stand, and which rows come first', () => {
    const plan = (first: string, prompt: string) => editPlan(readPrompt(first, shop, TODAY).plan as Plan, prompt, shop, TODAY).plan.blocks.filter((b) => b.asked !== false);
    expect(plan('stacked bars: orders per month by status', 'group them instead of stacking')).toMatchObject([{ stack: 'grouped' }]);
    expect(plan('table of products', 'only the cheapest 5')).toMatchObject([{ sort: { field: { column: 'price' }, descending: false }, limit: 5 }]);
  });
});

describe('beside what is there, and the other way round', () => {
  test.each<[string, string, string[]]>([
    ['top 10 customers by revenue', 'add the number of orders', ['bar: Top 10 customers by revenue and orders']],
    ['top 10 customers by revenue', 'reverse it', ['bar: Bottom 10 customers by revenue']],
    ['number of open tickets', 'and closed ones', ['stat: Open and closed tickets']],
    ['scatter of price against cost', 'and a table underneath', ['scatter: Cost and price', 'table: Products']],
    ['orders per month by status', 'share of each', ['area: Orders per month by status']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });

  test('rows too', () => {
    const { plan } = editPlan(readPrompt('table of orders', shop, TODAY).plan as Plan, 'reverse the order', shop, TODAY);
    expect(plan.blocks).toMatchObject([{ sort: { field: { column: 'ordered_at' }, descending: false } }]);
  });
});

test('the first ten in the order of their names are still the largest ten', () => {
  const { plan } = editPlan(readPrompt('top 10 products by revenue', shop, TODAY).plan as Plan, 'sort by name', shop, TODAY);
  const query = write(plan)['data.ts'];
  expect(query).toMatch(/ in \(select .+ order by .+ desc limit 10\)/);
  expect(query).toMatch(/order by \w+`;$/m);
});

describe('one more way to say it', () => {
  test.each<[string, string, string[]]>([
    ['customers by country', 'leave out the united ones', ['bar: Customers outside United States by country']],
    ['a table of customers', 'add a search above the list', ['table: Customers']],
    ['orders by region', 'show the average instead of the count', ['bar: Orders by region', '“Orders by region” counts rows, so there is nothing to put together in another way: name a number as well (“average … instead”).']],
    ['revenue per month', 'break that down by channel', ['area: Revenue per month by channel']],
    ['top 10 customers by revenue', 'and the number of orders', ['bar: Top 10 customers by revenue and orders']],
    ['bottom 10 products by revenue', 'show the products as a table with profit too', ['table: Bottom 10 products by revenue and profit']],
  ])('%s → %s', (first, prompt, expected) => {
    expect(after(first, prompt)).toEqual(expected);
  });
});

test('columns that are named alone are those that stay', () => {
  expect(columns('table of products', 'just name and price')).toEqual(['products.name', 'products.price']);
  expect(columns('table of orders', 'only the customer and the total')).toEqual(['customers.name', 'orders.total']);
  expect(columns('table of orders', 'with the customer’s city').at(-1)).toBe('customers.city');
});

test('by the most of something, from the top', () => {
  const { plan, problems } = editPlan(readPrompt('table of products', shop, TODAY).plan as Plan, 'sort by most stock', shop, TODAY);
  expect(plan.blocks).toMatchObject([{ sort: { field: { column: 'stock' }, descending: true } }]);
  expect(problems).toEqual([]);
});
