import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../catalogue/catalogue';
import { SHOP } from '../../fixtures/shop';
import { type Chart, measuresOf, type Plan } from '../../plan';
import { readPrompt } from '../../read/read';
import { outlineOf } from '../../write/outline';
import { editPlan } from '../edit';

const TODAY = new Date('2026-11-23T12:00:00Z');
const shop = createCatalogue([SHOP]);
const SEGMENTS = 'per segment in a table: customers, orders and revenue';

function after(...edits: string[]): { plan: Plan; problems: string[] } {
  const { plan } = readPrompt(SEGMENTS, shop, TODAY);
  let result = { plan: plan as Plan, problems: [] as string[] };
  for (const edit of edits) result = editPlan(result.plan, edit, shop, TODAY);
  return result;
}

const tables = ({ blocks }: Plan) => blocks.filter((b): b is Chart => b.asked !== false && b.type === 'chart');
const sqlOf = (plan: Plan) => outlineOf(plan).functions.map((f) => f.lines.join('\n'));

test('numbers of several tables are reckoned each by itself and joined by their group', () => {
  const [sql] = sqlOf(after().plan);
  expect(sql).toMatch(/^with customers_by_segment as \(/);
  expect(sql).toContain('left join orders_by_segment on orders_by_segment.segment = customers_by_segment.segment');
  expect(sql).toContain('coalesce(orders_by_segment.orders, 0) as orders');
});

describe('a follow-up is about all of its parts', () => {
  test.each<[string[], string[]]>([
    [['only Germany'], ['Customers, revenue and orders of customers in Germany by segment']],
    [['by region instead'], ['Customers, revenue and orders by region']],
    [['remove the orders'], ['Customers and revenue by segment']],
    [['remove the number of customers'], ['Revenue and orders by segment']],
    [['add average satisfaction'], ['Customers, revenue, orders and average satisfaction by segment']],
    [['just the revenue please'], ['Revenue by segment']],
    [['just orders and revenue'], ['Revenue and orders by segment']],
    [['remove the customers and the orders'], ['Revenue by segment']],
    [['only paid orders'], ['Customers, revenue and orders by segment']],
    [['average order value instead of revenue'], ['Customers, average total and orders by segment']],
    [['how many tickets did they open? add that'], ['Customers, revenue, orders and tickets by segment']],
    [['and the same per country below'], ['Customers, revenue and orders by segment', 'Customers, revenue and orders by country']],
    [['also average order value'], ['Customers, revenue, orders and average total by segment']],
    [['do it per city, top 10 by revenue'], ['Top 10 cities by revenue, customers and orders']],
    [['call the last column Sales'], ['Customers, revenue and orders by segment']],
    [['I only need revenue and orders'], ['Revenue and orders by segment']],
    [['make it a chart of the revenue'], ['Revenue by segment']],
    [['plus profit'], ['Customers, revenue, orders and profit by segment']],
    [['by city instead', 'give me the five with the most orders'], ['Top 5 cities by orders, customers and revenue']],
    [['forget the orders'], ['Customers and revenue by segment']],
    [['and the average discount'], ['Customers, revenue, orders and average discount by segment']],
    [['highest revenue first please'], ['Customers, revenue and orders by segment']],
    [['as bars'], ['Customers by segment', 'Revenue and orders by segment']],
    [['only Germany', 'add average satisfaction', 'remove revenue'], ['Customers, orders and average satisfaction of customers in Germany by segment']],
  ])('%s', (edits, titles) => {
    const { plan, problems } = after(...edits);
    expect(tables(plan).map((b) => b.title)).toEqual(titles);
    expect(problems).toEqual([]);
  });

  test('what narrows one narrows each', () => {
    const [sql = ''] = sqlOf(after('only Germany').plan);
    expect(sql.match(/country = 'Germany'/g)).toHaveLength(2);
  });

  test('it’s sorted by any of its numbers', () => {
    const [sql = ''] = sqlOf(after('sort by revenue').plan);
    expect(sql).toMatch(/order by orders_by_segment\.revenue desc, customers_by_segment\.segment$/);
    expect(sqlOf(after('sort by revenue', 'smallest first').plan)[0]).toMatch(/order by \S+\.revenue, /);
  });

  test('how many there are of what its groups belong to is one of its numbers', () => {
    expect(sqlOf(after('sort by the number of customers, smallest first').plan)[0]).toMatch(/order by customers_by_segment\.customers, /);
    expect(sqlOf(after('sort by revenue', 'sort by the number of customers').plan)[0]).toMatch(/order by customers_by_segment\.customers desc, /);
  });

  test('it’s sorted by the number that came last', () => {
    expect(sqlOf(after('add average satisfaction', 'sort by the new one').plan)[0]).toMatch(/order by tickets_by_segment\.average_satisfaction desc, /);
    expect(sqlOf(after('average order value instead of revenue', 'sort by that').plan)[0]).toMatch(/order by orders_by_segment\.average_total desc, /);
    expect(sqlOf(after('which one has the most orders? put it first').plan)[0]).toMatch(/order by orders_by_segment\.orders desc, /);
    expect(sqlOf(after('sort by revenue, smallest first').plan)[0]).toMatch(/order by orders_by_segment\.revenue, /);
  });

  test('what one of them has is narrowed, and the others stay', () => {
    const [sql = ''] = sqlOf(after('only paid orders').plan);
    expect(sql.match(/status = 'paid'/g)).toHaveLength(1);
  });

  test.each(['only segments with more than 50 customers', 'put revenue first'])('%s: that it can’t be is said', (prompt) => {
    const { plan, problems } = after(prompt);
    expect(tables(plan).map((b) => b.title)).toEqual(['Customers, revenue and orders by segment']);
    expect(problems).toHaveLength(1);
  });

  test('a row for totals has those of each', () => {
    const [rows = '', totals = ''] = sqlOf(after('add a total row', 'only paid orders').plan);
    expect(rows).not.toContain('totals');
    expect(totals).toMatch(/from customers_totals cross join orders_totals$/);
    expect(totals.match(/status = 'paid'/g)).toHaveLength(2);
  });

  test('a filter of the page reaches each', () => {
    const { plan } = after('add a country filter');
    expect(sqlOf(plan)[0]?.match(/\$\{country\} = ''/g)).toHaveLength(2);
  });
});

test('a table of groups takes a number of other rows', () => {
  const { plan } = readPrompt('customers by segment as a table', shop, TODAY);
  const { plan: more } = editPlan(plan as Plan, 'add revenue', shop, TODAY);
  expect(tables(more).map((b) => measuresOf(b).map((m) => m.label))).toEqual([['customers', 'revenue']]);
});
