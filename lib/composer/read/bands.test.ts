import { describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
import { summaryOf } from '../summary';
import { outlineOf } from '../write/outline';
import { readPrompt } from './read';

const TODAY = new Date('2026-11-23T12:00:00Z');

const PEOPLE: TableBinding = {
  kind: 'tables', name: 'people', title: 'People', dialect: 'DuckDB',
  tables: [{
    name: 'members', rows: 500, primaryKey: [], foreignKeys: [],
    columns: [
      { name: 'name', sqlType: 'VARCHAR', type: 'string', nullable: false, samples: [], distinct: 500 },
      { name: 'age', sqlType: 'INTEGER', type: 'number', nullable: true, samples: [], min: 3, max: 91, distinct: 80 },
      { name: 'waist', sqlType: 'DOUBLE', type: 'number', nullable: false, samples: [], min: 40.5, max: 130, distinct: 300 },
      { name: 'joined', sqlType: 'DATE', type: 'date', nullable: false, samples: [], min: '2019-01-01', max: '2026-11-01' },
    ],
  }],
};

function read(prompt: string, binding = SHOP) {
  const { plan, unread, problems, assumptions } = readPrompt(prompt, createCatalogue([binding]), TODAY);
  if (!plan) throw new Error(`Nothing was built of “${prompt}”.`);
  const [asked] = summaryOf(plan).filter((block) => block.asked);
  const query = outlineOf(plan).functions.find(({ name }) => name === asked?.reads.function)?.lines.join('\n') ?? '';
  return { kind: asked?.kind, title: asked?.title, x: asked?.x, bands: asked?.bands, said: [...unread, ...problems], assumptions, query };
}

describe('classes of one’s own', () => {
  test.each<[string, string, string[]]>([
    ['products by price band: under 100, 100 to 500, over 500', 'products.price', ['under 100', '100 to 500', 'over 500']],
    ['orders grouped by size: small (<200), medium (200-1000), large (above)', 'orders.total', ['small', 'medium', 'large']],
    ['group orders into small (under 200), medium (200 to 1000) and large (over 1000)', 'orders.total', ['small', 'medium', 'large']],
    ['orders by total: up to 1,000, 1,000 to 5,000 and $5k and above', 'orders.total', ['up to 1,000', '1,000 to 5,000', '5,000 and over']],
    ['products by stock: none (0), low (1-20), ok (21+)', 'products.stock', ['none', 'low', 'ok']],
    ['orders by total: tiny (<50), small (50-200), the rest', 'orders.total', ['tiny', 'small', 'rest']],
    ['products in price classes up to 100, 101-200 and above', 'products.price', ['up to 100', '101 to 200', 'over 200']],
  ])('%s', (prompt, x, bands) => {
    expect(read(prompt)).toMatchObject({ kind: 'bar', x, bands, said: [] });
  });

  test('of other tables', () => {
    expect(read('age groups 0-18, 19-65, 66+', PEOPLE)).toMatchObject({ kind: 'bar', x: 'members.age', bands: ['0 to 18', '19 to 65', '66 and over'], said: [], assumptions: [] });
    expect(read('average waist by age: children (0-12), teens (13-17), adults (18+)', PEOPLE)).toMatchObject({ kind: 'bar', title: 'Average waist by age', bands: ['children', 'teens', 'adults'], said: [] });
  });

  test('they stand from the lowest on, and no row is in two', () => {
    expect(read('products by price band: under 100, 100 to 500, over 500').query).toBe(
      ["select case when price < 100 then 'under 100' when price <= 500 then '100 to 500' else 'over 500' end as price_class,", '       count(*) as products', 'from products', "group by case when price < 100 then 'under 100' when price <= 500 then '100 to 500' else 'over 500' end", 'order by min(price)'].join('\n'),
    );
  });

  test('what has no number is in none of them', () => {
    expect(read('age groups up to 18, 19-65, 66+', PEOPLE).query).toContain("when age < 66 then '19 to 65' when age is not null then '66 and over' end");
    expect(read('age groups up to 18, 19-65, 66+', PEOPLE).query).toContain('where age is not null');
  });

  test.each<[string, string[]]>([
    ['members by waist: 0-50, 50-100, 100+', ['What is exactly 50 is in “50 to 100”.']],
    ['members by waist: up to 60, 61-90, 91+', ['What lies between 60 and 61 is in “up to 60”.', 'What lies between 90 and 91 is in “61 to 90”.']],
    ['members by waist band: under 60, 80 to 100', ['What lies between 60 and 80 is in none of the classes, so it is left out.', 'What is over 100 is in none of the classes, so it is left out.']],
    ['members by waist band: 0-80, 60-100, 100+', ['What would be in both “0 to 80” and “60 to 100” is in the first.']],
    ['members by waist band: under 80, over 80', ['What is exactly 80 is in “over 80”.']],
  ])('%s: what was decided is said', (prompt, assumptions) => {
    expect(read(prompt, PEOPLE)).toMatchObject({ assumptions, said: [] });
  });

  test('what can’t be cut so is said', () => {
    expect(read('customers by revenue: under 1000, 1000 to 5000, over 5000').said).toEqual(['I can’t put customers into classes by what they come to, so it is the total of each order.']);
    expect(read('how many products are under 100, 100 to 500 and over 500').said).toEqual(['I don’t know which number of products is cut into those classes.']);
  });
});

describe('what looks alike and is something else', () => {
  test.each<[string, string, string]>([
    ['products by price range', 'histogram', 'Products by price'],
    ['histogram of order totals in bins of 200', 'histogram', 'Orders by total'],
    ['orders between 100 and 500 by channel', 'bar', 'Orders with total from 100 to 500 by channel'],
    ['orders over 1000 by channel', 'bar', 'Orders with total over 1000 by channel'],
    ['products with price under 100 and stock over 20', 'table', 'Products with price under 100 with stock over 20'],
    ['revenue 2025 to 2026', 'stat', 'Revenue from 2025 to 2026'],
  ])('%s', (prompt, kind, title) => {
    expect(read(prompt)).toMatchObject({ kind, title, bands: null });
  });
});
