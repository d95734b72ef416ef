import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { editPlan } from '../edit/edit';
import { SHOP } from '../fixtures/shop';
import type { Plan } from '../plan';
import { readPrompt } from './read';

const TODAY = new Date('2026-11-23T12:00:00Z');
const shop = createCatalogue([SHOP]);

describe('tables are only read, and whoever wants to write is told so', () => {
  test.each(['let me register a new customer', 'a page to edit products', 'a button to delete an order', 'cancel an order', 'change the price of a product', 'approve returned orders', 'report a new ticket', 'where we can rename a customer'])('%s', (prompt) => {
    expect(readPrompt(prompt, shop, TODAY).problems.join(' ')).toContain('only read');
  });

  test.each(['open tickets by priority', 'create a chart of orders per month', 'add a table of customers', 'a page where I can filter orders by status', 'a report on orders', 'place orders by region in a pie'])('%s wants to see', (prompt) => {
    expect(readPrompt(prompt, shop, TODAY).problems).toEqual([]);
  });

  test.each(['add a row for last month', 'insert two new records', 'type in this year’s numbers', 'delete the entry of March', 'correct the total of order 17', 'set the stock of lamps to 12', 'orders per month, and add a record for May', 'enter 5000 for March'])('single rows: %s', (prompt) => {
    expect(readPrompt(prompt, shop, TODAY).problems.join(' ')).toContain('only read');
  });

  test.each(['add a row of tiles: orders, revenue', 'a page where I type in a number to filter orders', 'record count by region', 'add a table with the entries per month', 'orders per month, with a total row'])('%s wants to see', (prompt) => {
    expect(readPrompt(prompt, shop, TODAY).problems.join(' ')).not.toContain('only read');
  });

  test.each<[string, boolean]>([
    ['add a row for May', true],
    ['please enter last week’s figures', true],
    ['fix the order of the bars', false],
    ['remove the rows', false],
    ['insert a pie of orders by region', false],
  ])('a follow-up: %s', (prompt, isRefused) => {
    const { problems } = editPlan(readPrompt('orders per month', shop, TODAY).plan as Plan, prompt, shop, TODAY);
    expect(problems.join(' ').includes('only read')).toBe(isRefused);
  });
});
