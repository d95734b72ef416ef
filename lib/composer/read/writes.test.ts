import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
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
});
