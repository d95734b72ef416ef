import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { nameIndexOf } from '../catalogue/names';
import { SHOP } from '../fixtures/shop';
import { linkItems } from '../read/link';
import { readPrompt } from '../read/read';
import { tokenize } from '../words/tokens';
import { unmetProblem, unmetWords } from './unmet';

const TODAY = new Date('2026-11-23T12:00:00Z');
const shop = createCatalogue([SHOP]);

/** The words of one prompt that the page of another has no answer to, as if every word had been read. */
function unmet(asked: string, given: string): string[] {
  const { plan } = readPrompt(given, shop, TODAY);
  if (!plan) throw new Error(`Nothing was built of “${given}”.`);
  const items = linkItems(tokenize(asked), nameIndexOf(shop), TODAY).map((item) => ({ ...item, used: true }));
  return unmetWords(items, plan, shop);
}

describe('what a page doesn’t have is found, whichever rule lost it', () => {
  test.each<[kind: string, asked: string, given: string, words: string[]]>([
    ['a kind of block', 'calendar of orders', 'a table of orders', ['calendar']],
    ['a kind of chart', 'orders by channel as a pie', 'orders by channel', ['pie']],
    ['a figure', 'a tile with the number of orders', 'orders by region', ['tile']],
    ['a table named', 'tickets by priority', 'orders by status', ['tickets', 'priority']],
    ['a column', 'orders by channel', 'orders by region', ['channel']],
    ['a value', 'orders in Germany by channel', 'orders by channel', ['Germany']],
    ['an average', 'average total by region', 'orders by region', ['average']],
    ['a median', 'median total by region', 'total by region', ['median']],
    ['a share', 'share of returned orders by region', 'returned orders by region', ['share of']],
    ['a ratio', 'discount as a percentage of total', 'discount and total by region', ['as a percentage of']],
    ['a stretch of time', 'orders per week', 'orders per month', ['week']],
    ['a period', 'orders by region last month', 'orders by region', ['last month']],
    ['a comparison', 'orders over 1000', 'a table of orders', ['over', '1000']],
    ['another number', 'top 5 products', 'top 10 products', ['5']],
    ['an order', 'orders by region, lowest first', 'orders by region', ['lowest first']],
    ['a filter', 'orders by region with a month filter', 'orders by region', ['month', 'filter']],
    ['a search', 'customers with a search box', 'a table of customers', ['search box']],
    ['a negation', 'orders not returned', 'a table of returned orders', ['not']],
    ['a superlative', 'cheapest products', 'top 10 products by revenue', ['cheapest']],
    ['a colour for each', 'orders by region, one colour per channel', 'orders by channel', ['region', 'one colour per']],
    ['details', 'a table of orders, clicking a row', 'a table of orders', ['clicking a row']],
    ['a look', 'orders by region, stacked by status', 'orders by region', ['stacked by', 'status']],
  ])('%s', (_kind, asked, given, words) => {
    expect(unmet(asked, given)).toEqual(words);
    expect(unmet(asked, asked)).toEqual([]);
  });
});

test('it is said in one sentence, or not at all', () => {
  expect(unmetProblem(['calendar', 'week'])).toEqual(['Nothing on the page answers to “calendar” and “week”.']);
  expect(unmetProblem([])).toEqual([]);
});
