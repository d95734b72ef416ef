import { describe, expect, test } from 'vitest';
import { after, talk } from '../../fixtures/talk';
import { planSchema } from '../../plan';

describe('the first of each group in place of what is there', () => {
  test.each<[...string[]]>([
    ['revenue by category and product', 'only the best one of each', 'table: Product of each category with the most revenue'],
    ['revenue by country and channel', 'only the best one of each', 'table: Channel of each country with the most revenue'],
    ['top 10 products by revenue', 'top 3 of each category instead', 'table: Top 3 products of each category by revenue'],
    ['top 10 products by revenue', 'the worst two per category', 'table: Bottom 2 products of each category by revenue'],
    ['orders', 'the last one per customer', 'table: Latest order of each customer'],
    ['latest 20 orders', 'only the latest of each customer', 'table: Latest order of each customer'],
    ['latest order of each customer', 'the last three per customer', 'table: Latest 3 orders of each customer'],
    ['latest order of each customer', 'oldest instead', 'table: Oldest order of each customer'],
    ['latest order of each customer', 'per country instead', 'table: Latest order of each country'],
    ['latest order of each customer', 'only open orders', 'table: Latest open order of each customer'],
    ['latest order of each customer', 'the largest of each', 'table: Order of each customer with the highest total'],
    ['products', 'the cheapest of each category', 'table: Product of each category with the lowest price'],
    ['top 3 products in each category by revenue', 'in each country instead', 'table: Top 3 products of each country by revenue'],
    ['top 3 products in each category by revenue', 'by profit instead', 'table: Top 3 products of each category by profit'],
    ['top 3 products in each category by revenue', 'top 5', 'table: Top 5 products of each category by revenue'],
    ['top 3 products in each category by revenue', 'reverse it', 'table: Bottom 3 products of each category by revenue'],
    ['top 3 products in each category by revenue', 'add the quantity', 'table: Top 3 products of each category by revenue and quantity'],
    ['top 3 products in each category by revenue', 'over all instead', 'bar: Top 3 products by revenue'],
    ['latest order of each customer', 'over all instead', 'table: Latest 10 orders'],
    ['most popular channel in each country', 'as a bar chart', 'bar: Channel of each country with the most revenue'],
  ])('%s → %s', (first, said, block) => expect(after(first, said)).toEqual([block]));

  test('what can’t be is said, and nothing changes', () => {
    expect(after('latest 20 orders', 'only the latest of each product')).toEqual(['table: Latest 20 orders', 'Orders don’t say which product they belong to, so there is no first of each.']);
    expect(after('top 3 products in each category by revenue', 'as a pie')).toEqual(['table: Top 3 products of each category by revenue', 'The first of each group stand in a table, or in bars where they have few enough names to have a colour each.']);
    expect(after('latest order of each customer', 'sort by total')).toEqual(['table: Latest order of each customer', '“Latest order of each customer” stands in the order of its groups; a click on the head of a column sorts it by that.']);
  });

  test.each<[...string[]]>([
    ['top 10 products by revenue', 'top 3', 'bar: Top 3 products by revenue'],
    ['top 10 products by revenue', 'only the best 5', 'bar: Top 5 products by revenue'],
    ['orders by region and status', 'by channel instead', 'bar: Orders by channel and status'],
    ['latest 20 orders', 'oldest first', 'table: Oldest 20 orders'],
  ])('what looks like it and isn’t stays: %s → %s', (first, said, block) => expect(after(first, said)).toEqual([block]));

  test('a Plan with it is one, and the same after it was kept', () => {
    for (const prompt of ['top 3 products in each category by revenue', 'last three orders of each customer', 'last order date per country']) {
      const { plan } = talk(prompt);
      expect(planSchema.parse(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
    }
  });
});

describe('a date beside the numbers of groups', () => {
  test.each<[...string[]]>([
    ['orders by country', 'show when they last ordered too', 'table: Orders and latest order by country'],
    ['customers by country', 'show when they last ordered too', 'table: Customers and latest order by country'],
    ['revenue by product in a table', 'add the last order date', 'table: Revenue and latest order by product'],
    ['last order date per customer', 'first instead', 'table: First order by customer'],
    ['when was the last order', 'the first instead', 'stat: First order'],
  ])('%s → %s', (first, said, block) => expect(after(first, said)).toEqual([block]));

  test('what is drawn has no dates', () => {
    expect(after('orders by country', 'show when they last ordered too', 'as bars')).toEqual(['bar: Orders by country']);
    expect(after('last order date per customer', 'as bars')).toEqual(['table: Latest order by customer', 'A date has no length that could be drawn, so it stays a table.']);
  });
});
