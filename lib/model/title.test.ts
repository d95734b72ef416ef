import { expect, it } from 'vitest';
import { titleFrom } from './title';

it.each([
  ['dashboard of open orders by region with a month filter', 'Dashboard of open orders by region with a month…'],
  ['Please build me a kanban of orders by status.', 'Kanban of orders by status'],
  ['which customers are about to churn? list with reasons', 'Which customers are about to churn'],
  ['I want to see the sales per channel', 'See the sales per channel'],
  ['orders per week in 2026 for web and store, two lines', 'Orders per week in 2026 for web and store'],
  ['per country: number of customers, orders and tickets', 'Per country: number of customers, orders…'],
  ['make', 'Make'],
  ['\n\n  show   me\tthe stock  \nsecond line', 'The stock'],
  ['margin explorer: scatter of price vs margin per product, colour by category', 'Margin explorer: scatter of price vs margin…'],
  ['a tic tac toe board that my team can play on together', 'A tic tac toe board that my team can play…'],
  ['table of orders, clicking a row opens its details', 'Table of orders, clicking a row opens…'],
  ['number of orders, revenue and average order value per region', 'Number of orders, revenue and average order…'],
  ['SLA breaches (this week)', 'SLA breaches (this week)'],
  ['x'.repeat(80), `X${'x'.repeat(46)}…`],
  ['', 'Untitled'],
  ['???', 'Untitled'],
  ['🦩🦩 ??? orders by region', 'Orders by region'],
])('%s', (prompt, title) => {
  expect(titleFrom(prompt)).toBe(title);
  expect(titleFrom(prompt).length).toBeLessThanOrEqual(48);
});
