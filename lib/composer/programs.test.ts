import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TableBinding } from '../binding/binding';
import { type Checker, createChecker } from '../compile/check/checker';
import { formatDiagnostics } from '../compile/check/format';
import type { Connector } from '../connector/contract';
import { openDuckdb } from '../connector/duckdb';
import { openShop } from '../connector/shop/shop';
import { createCatalogue } from './catalogue/catalogue';
import { editPlan } from './edit/edit';
import { examplePrompts } from './examples';
import { outlineOf } from './write/outline';
import type { Plan } from './plan';
import { readPrompt } from './read/read';
import { write } from './write/write';

const TODAY = new Date('2026-11-23T12:00:00Z');
let checker: Checker;
beforeAll(async () => {
  checker = await createChecker();
});
afterAll(() => checker.close());

/** Findings of the check, and what each query says when it is run with the given value for every filter. */
async function findings(plan: Plan, binding: TableBinding, connector: Connector): Promise<string[]> {
  const source = write(plan);
  const diagnostics = await checker.check({ source, bindings: [binding], describe: (_binding, operation, args) => connector.check(operation, args) });
  const found = diagnostics.length ? [formatDiagnostics(diagnostics, source)] : [];
  for (const value of ['', '2026-11']) {
    for (const { name, lines, params } of outlineOf(plan).functions) {
      const values = params.length ? lines.join('\n').split(/\$\{(\w+)\}/).filter((_, i) => i % 2 === 1).map((p) => (value && (p === 'from' || p === 'to') ? '2026-11-01' : value)) : [];
      const text = lines.join('\n').split(/\$\{\w+\}/).map((piece) => piece.replaceAll('\\`', '`').replaceAll('\\\\', '\\').replaceAll('\\${', '${'));
      await connector.call('sql', { text, values }, AbortSignal.timeout(10_000)).catch((error: { data?: { message?: string } }) => found.push(`${name}: ${error.data?.message ?? String(error)}`));
    }
  }
  return found;
}

describe('programs over the sample shop have no findings and their queries run', () => {
  let shop: Connector<TableBinding>;
  let binding: TableBinding;
  beforeAll(async () => {
    shop = await openShop(TODAY);
    binding = await shop.describe();
  });
  afterAll(() => shop.close());

  test.each([
    'open orders by region with a month filter',
    'sales overview with revenue per month, top 10 products and open tickets',
    'overview of customers',
    'overview of tickets with a date range and a priority filter',
    'revenue this year vs last year',
    'orders per week by status, stacked area',
    'customers by country as a donut',
    'KPI tiles for revenue, orders and average order value this month',
    'revenue by category with a region filter and a month filter',
    'orders by category',
    'customers without company',
    'average days to close by priority for urgent and high tickets since March',
    'return rate by channel per quarter',
    'top 5 customers by revenue in Germany and latest 20 orders',
    'a table of tickets with priority, topic and customer, sorted by opened',
    'profit per month by category as a line chart, orders over 500 not returned',
    'daily orders last 30 days as a table',
    'top 3 months by revenue',
    'compare web and store revenue per month',
    'tickets without order',
    'orders of the last 2 quarters by country as a pie and total discount this year',
    'heatmap of orders by weekday and hour, heatmap of tickets by topic and priority',
    'histogram of order totals and distribution of product prices in bins of 50',
    'scatter plot of price and cost by category, average price vs stock by category as a scatter',
    'kanban of open tickets and a calendar of tickets with a priority filter',
    'running total of revenue this year by channel and 100% stacked bars of orders per month by status',
    'per segment in a table: customers, orders, revenue and average satisfaction, with a country filter',
    'customers with more than 10 orders, regions with revenue over 100000',
    'average orders per customer by segment, profit margin by category, median order total by region',
    'orders by hour of day, revenue by month of year and year as a line',
    'table of orders with details on click, a search, a total slider and a date range',
    'products never ordered, products whose name contains desk, customers starting with A',
    'revenue in 2025 vs 2026, side by side bars of orders by region and status, top 5 cities by revenue and status',
    'top 3 products in each category by revenue, with a month filter and a region filter',
    'last two orders of each customer with a status filter and a search, when was the last order of each country',
    'most popular channel in each country as bars, date of the last ticket this month',
    'growth of revenue per month by channel with a date range, daily tickets with 7 day moving average this year',
    'table of monthly revenue with change, 4 week moving average of orders by status, return rate per quarter with change',
    'days to close this month, revenue compared to last month',
    'orders by size: small (<200), medium (200-1000), large (above), products by price band: under 100, 100 to 500, over 500 and by category, as a table',
    'revenue this year without the last month, orders per day excluding weekends, tickets by topic on Mondays between 9:00 and 17:00',
    'average order value by region compared with the overall average, with a month filter',
    'revenue per month by channel as a stacked area with a target line at 200000, orders per week with the average as a line',
    'scatter of price and stock, bubbles sized by cost, coloured by category; average price vs stock by category as a scatter, bubbles sized by number of products',
    'average time to close tickets in hours by priority, with an average line and a month filter',
    'how many customers ordered more than once, with a month filter',
    'top 5 products by revenue and average price as a table with a total row and a month filter',
    'per segment in a table: customers, orders and average satisfaction, with a total row and a country filter',
  ])('%s', async (prompt) => {
    const { plan } = readPrompt(prompt, createCatalogue([binding]), TODAY);
    expect(plan, prompt).not.toBeNull();
    expect(await findings(plan as Plan, binding, shop)).toEqual([]);
  });

  test('also after follow-ups', async () => {
    const catalogue = createCatalogue([binding]);
    let plan = readPrompt('open orders by region with a month filter', catalogue, TODAY).plan as Plan;
    for (const prompt of ['add revenue per month by category', 'only Germany', 'add a date range and a product filter', 'by week', 'top 5', 'add a pie of tickets by topic', 'this year', 'remove the month filter', 'call it “Sales `${board}`”']) {
      plan = editPlan(plan, prompt, catalogue, TODAY).plan;
      expect(await findings(plan, binding, shop), prompt).toEqual([]);
    }
  });

  test.each<[string, string[]]>([
    ['revenue per month', ['add profit to that chart', 'add orders to it', 'make it quarters', 'bars please, titled “Takings & more”']],
    ['top 10 customers by number of orders', ['rank them by revenue', 'twenty please', 'products, not customers', 'rank by price', 'rank by number of orders', 'no, regions']],
    ['open orders this year per month', ['tickets, not orders', 'customers instead', 'profit, not customers']],
    ['orders by region', ['products, not regions', 'nothing but open orders', 'no, customers', 'add revenue to that chart', 'a pie rather than bars']],
    ['number of open orders', ['tickets, not orders', 'customers instead']],
    ['top 10 products by revenue', ['top 3 of each category instead', 'add the quantity', 'only Germany', 'over all instead', 'show when they were last ordered too']],
    ['latest 20 orders', ['only the last two of each customer', 'per country instead', 'add a search', 'over all instead']],
  ])('%s, with one thing in the place of another: %j', async (first, prompts) => {
    const catalogue = createCatalogue([binding]);
    let plan = readPrompt(first, catalogue, TODAY).plan as Plan;
    for (const prompt of prompts) {
      plan = editPlan(plan, prompt, catalogue, TODAY).plan;
      expect(await findings(plan, binding, shop), prompt).toEqual([]);
    }
  });

  test('and so have the examples', async () => {
    const prompts = examplePrompts([binding], TODAY);
    expect(prompts.length).toBeGreaterThanOrEqual(4);
    for (const prompt of prompts) {
      const { plan } = readPrompt(prompt, createCatalogue([binding]), TODAY);
      expect(await findings(plan as Plan, binding, shop), prompt).toEqual([]);
    }
  });
});

describe('programs over a spreadsheet with odd names', () => {
  let files: Connector<TableBinding>;
  let binding: TableBinding;
  beforeAll(async () => {
    files = await openDuckdb({
      name: 'files',
      title: 'Files',
      load: async (connection) => {
        await connection.run(`create table "Sales 2025 (final)" as
          select i as "Order", date '2025-01-01' + (i % 360)::int as "Order Date", ['Nord', 'Val d''Oise', 'Sud \`\${x}\\'][1 + i % 3] as "Région",
            (i % 90) * 1.5 as "Unit Price (€)", i % 7 as "Qty", case when i % 5 > 0 then ['A', 'B'][1 + i % 2] end as "group", i % 3 = 0 as "Paid?", i / 500 as "2025"
          from range(500) t(i)`);
      },
    });
    binding = await files.describe();
  });
  afterAll(() => files.close());

  test.each(['sales by région', 'sales per month by group with a group filter and a date range', 'paid sales as a table', 'sales in "Val d\'Oise" and sales by group as a pie', 'average unit price by region', 'overview of sales 2025 final'])('%s', async (prompt) => {
    const { plan } = readPrompt(prompt, createCatalogue([binding]), TODAY);
    expect(plan, prompt).not.toBeNull();
    expect(await findings(plan as Plan, binding, files)).toEqual([]);
  });

  test('its examples work', async () => {
    const prompts = examplePrompts([binding], TODAY);
    expect(prompts.length).toBeGreaterThanOrEqual(3);
    for (const prompt of prompts) {
      const { plan } = readPrompt(prompt, createCatalogue([binding]), TODAY);
      expect(await findings(plan as Plan, binding, files), prompt).toEqual([]);
    }
  });
});
