import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { CLINIC } from '../fixtures/clinic';
import { shop, TODAY } from '../fixtures/talk';
import { summaryOf } from '../summary';
import { readPrompt } from './read';

const clinic = createCatalogue([CLINIC]);

/** Tables that were asked for, with their columns and which rows they begin with; other blocks by their kind. */
function read(prompt: string, catalogue = shop): string[] {
  const { plan, problems, unread } = readPrompt(prompt, catalogue, TODAY);
  const blocks = plan ? summaryOf(plan).filter((b) => b.asked) : [];
  return [...blocks.map(({ kind, title, columns, sort, limit }) => (kind === 'table' ? `${title}: ${columns.map((c) => c.split('.').at(-1)).join(', ')}; ${sort}, ${limit}` : `${kind}: ${title}`)), ...unread, ...problems];
}

describe('rows in the order of a number that each has itself, with their columns', () => {
  test.each([
    ['top 10 orders with date, customer and total', '10 orders with the highest total: id, ordered_at, name, total; orders.total desc, 10'],
    ['table of the 10 biggest orders with date, customer and total', '10 orders with the highest total: id, ordered_at, name, total; orders.total desc, 10'],
    ['the 5 smallest open orders: customer, date', '5 open orders with the lowest total: id, name, ordered_at, total; orders.total asc, 5'],
    ['biggest orders this month with customer name', '10 orders this month with the highest total: id, name, total; orders.total desc, 10'],
    ['the largest order with customer', 'Order with the highest total: id, name, total; orders.total desc, 1'],
    ['the most expensive product with category', 'Product with the highest price: name, category, price; products.price desc, 1'],
    ['the five highest discounts with customer and date', '5 orders with the highest discount: id, name, ordered_at, discount; orders.discount desc, 5'],
    ['the 10 highest prices', '10 products with the highest price: id, name, category, price, cost, stock; products.price desc, 10'],
  ])('of a shop: %s', (prompt, expected) => expect(read(prompt)).toEqual([expected]));

  test('of a clinic', () => expect(read('the 5 longest visits with patient, ward and fee', clinic)).toEqual(['5 visits with the highest minutes: id, first_name, ward, fee, minutes; visits.minutes desc, 5']));

  test.each([
    ['top 10 customers with country and revenue', ['Top 10 customers by revenue: ; value-desc, 10']],
    ['highest price per category', ['bar: Highest price by category']],
    ['the highest price', ['stat: Highest price']],
  ])('and what is reckoned of groups stays so: %s', (prompt, expected) => expect(read(prompt)).toEqual(expected));
});

test.each([
  ['total revenue, revenue by segment', ['stat: Revenue', 'bar: Revenue by segment']],
  ['for the meeting: revenue, revenue by region and open tickets by topic', ['stat: Revenue', 'bar: Revenue by region', 'bar: Open tickets by topic']],
])('the same number again, in groups, is another block: %s', (prompt, expected) => expect(read(prompt)).toEqual(expected));
