import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import type { Catalogue } from '../catalogue/entity';
import { editPlan } from '../edit/edit';
import { CLINIC } from '../fixtures/clinic';
import { FILES, SHOP } from '../fixtures/shop';
import { TODAY } from '../fixtures/talk';
import { summaryOf } from '../summary';
import { readPrompt } from './read';

const [shop, clinic] = [SHOP, CLINIC].map((binding) => createCatalogue([binding])) as [Catalogue, Catalogue];

/** The blocks that were asked for, then what couldn't be done. */
function read(prompt: string, catalogue: Catalogue): string[] {
  const { plan, problems, unread } = readPrompt(prompt, catalogue, TODAY);
  const blocks = plan ? summaryOf(plan).filter((b) => b.asked) : [];
  return [...blocks.map(({ kind, title, perGroup }) => `${kind}: ${title}${perGroup ? ` (${perGroup})` : ''}`), ...unread, ...problems];
}

describe('the first within each group', () => {
  test.each([
    ['best selling product of each category', 'table: Product of each category with the most revenue (1 products.name per products.category)'],
    ['top 3 products in each category by revenue', 'table: Top 3 products of each category by revenue (3 products.name per products.category)'],
    ['top 5 products per category', 'table: Top 5 products of each category by revenue (5 products.name per products.category)'],
    ['for each country the best customer by revenue', 'table: Customer of each country with the most revenue (1 customers.name per customers.country)'],
    ['the two customers with the most orders in each region', 'table: Top 2 customers of each region by orders (2 customers.name per customers.region)'],
    ['which channel brings the most revenue in each country', 'table: Channel of each country with the most revenue (1 orders.channel per customers.country)'],
    ['most common ticket topic per country', 'table: Topic of each country with the most tickets (1 tickets.topic per customers.country)'],
    ['best selling product of each month', 'table: Product of each month with the most revenue (1 products.name per orders.ordered_at)'],
    ['most popular channel in each country as bars', 'bar: Channel of each country with the most revenue (1 orders.channel per customers.country)'],
    ['worst rated ticket topic per region', 'table: Topic of each region with the least average satisfaction (1 tickets.topic per customers.region)'],
    ['the 3 cheapest products in each category', 'table: 3 products of each category with the lowest price (3 per products.category)'],
    ['latest order of each customer', 'table: Latest order of each customer (1 per customers.name)'],
    ['each customer’s last order', 'table: Latest order of each customer (1 per customers.name)'],
    ['first order of each customer', 'table: Oldest order of each customer (1 per customers.name)'],
    ['last three orders of each customer', 'table: Latest 3 orders of each customer (3 per customers.name)'],
    ['oldest open ticket per topic', 'table: Oldest open ticket of each topic (1 per tickets.topic)'],
    ['the largest order of each customer', 'table: Order of each customer with the highest total (1 per customers.name)'],
  ])('of a shop: %s', (prompt, block) => expect(read(prompt, shop)).toEqual([block]));

  test.each([
    ['latest visit of each patient', 'table: Latest visit of each patient (1 per patients.first_name)'],
    ['the last two visits of each patient', 'table: Latest 2 visits of each patient (2 per patients.first_name)'],
    ['first visit of every patient', 'table: Oldest visit of each patient (1 per patients.first_name)'],
    ['the longest visit per ward', 'table: Visit of each ward with the highest minutes (1 per visits.ward)'],
    ['busiest doctor of each ward', 'table: Doctor of each ward with the most visits (1 doctors.name per visits.ward)'],
    ['top 2 doctors per ward by fee', 'table: Top 2 doctors of each ward by total fee (2 doctors.name per visits.ward)'],
  ])('of a clinic: %s', (prompt, block) => expect(read(prompt, clinic)).toEqual([block]));

  test('of a spreadsheet without a key, rows that are equally first are told apart by what is shown of them', () => {
    const keyless = createCatalogue([{ ...FILES, tables: FILES.tables.map((t) => ({ ...t, columns: t.columns.slice(1) })) }]);
    const { plan } = readPrompt('sales 2025 final as a table', keyless, TODAY);
    const edit = editPlan(plan!, 'the last one per région', keyless, TODAY);
    const table = edit.plan.blocks.find((b) => b.type === 'table');
    expect(table?.perGroup).toMatchObject({ count: 1, by: { field: { column: 'Région' } } });
    expect(table?.perGroup?.ties.length).toBeGreaterThan(2);
  });

  test.each([
    ['latest order of each product', 'Orders don’t say which of the products they belong to, so there is no first of each.'],
  ])('what can’t be is said: %s', (prompt, problem) => expect(read(prompt, shop)).toEqual([problem]));

  test('two years are no one ranking, and that is said', () => {
    expect(read('top 3 products per category this year vs last year', shop)).toEqual(['table: Top 3 products of each category by revenue this year (3 products.name per products.category)', 'A row can’t be of both this year and last year, so it is this year.']);
  });

  test('bars that have no colours for so many are a table, and that is said', () => {
    expect(read('top 3 products in each category by revenue as a bar chart', shop)).toEqual(['table: Top 3 products of each category by revenue (3 products.name per products.category)', 'Products are too many to tell apart by colour, so it is a table.']);
  });

  test.each([
    ['top 10 products by revenue', 'bar: Top 10 products by revenue'],
    ['top 5 cities by revenue and status', 'bar: Revenue by city and status'],
    ['highest price per category', 'bar: Highest price by category'],
    ['average orders per customer by segment, top 3', 'bar: Top 3 segments by average orders per customer'],
    ['latest 20 orders', 'table: Latest 20 orders'],
    ['oldest open ticket', 'table: Oldest open tickets'],
    ['orders per customer', 'bar: Top 15 customers by orders'],
    ['revenue by product and category', 'bar: Revenue by product and category'],
  ])('what looks like it and isn’t stays: %s', (prompt, block) => expect(read(prompt, shop)).toEqual([block]));
});

describe('the date of the first and of the last', () => {
  test.each([
    ['when was the last order of each country', 'table: Latest order by country'],
    ['last order date by country', 'table: Latest order by country'],
    ['first order date per customer', 'table: First order by customer'],
    ['when did each customer last order', 'table: Latest order by customer'],
    ['latest closed at per topic', 'table: Latest closed by topic'],
    ['date of the most recent order', 'stat: Latest order'],
    ['when was the last open ticket', 'stat: Latest ticket of open tickets'],
    ['customers with their revenue and last order date', 'table: Revenue and latest order by customer'],
    ['a table of customers with their last order date, sorted by last order date', 'table: Latest order by customer'],
    ['orders by country with the last order date', 'table: Orders and latest order by country'],
    ['revenue and last order date per product', 'table: Revenue and latest order by product'],
  ])('of a shop: %s', (prompt, block) => expect(read(prompt, shop)).toEqual([block]));

  test.each([
    ['when was the last visit of each patient', 'table: Latest visit by patient'],
    ['date of the first visit', 'stat: First visit'],
    ['last visit date per doctor', 'table: Latest visit by doctor'],
  ])('of a clinic: %s', (prompt, block) => expect(read(prompt, clinic)).toEqual([block]));

  test('it is no bar', () => {
    expect(read('bar chart of the last order date per country', shop)).toEqual(['table: Latest order by country', 'A date has no length that could be drawn, so it is a table.']);
  });
});
