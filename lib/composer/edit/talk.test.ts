import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
import type { Plan } from '../plan';
import { readPrompt } from '../read/read';
import { editPlan } from './edit';

const TODAY = new Date('2026-11-23T12:00:00Z');
const shop = createCatalogue([SHOP]);

/** The Plan after follow-ups, with what was said of the last one. */
function talk(first: string, ...prompts: string[]): { plan: Plan; said: string[] } {
  let plan = readPrompt(first, shop, TODAY).plan as Plan;
  let said: string[] = [];
  for (const prompt of prompts) {
    const edit = editPlan(plan, prompt, shop, TODAY);
    plan = edit.plan;
    said = [...edit.unread, ...edit.problems];
  }
  return { plan, said };
}

/** The blocks that were asked for, then whatever was said of the last follow-up. */
function after(first: string, ...prompts: string[]): string[] {
  const { plan, said } = talk(first, ...prompts);
  return [...plan.blocks.filter((b) => b.asked !== false).map((b) => `${b.type === 'chart' ? b.view : b.type}: ${b.title}`), ...said];
}

const labels = ({ plan }: { plan: Plan }) => plan.blocks.flatMap((b) => (b.type === 'table' && b.asked !== false ? b.columns.map((c) => c.label) : []));

describe('what narrowed it goes again', () => {
  test.each([
    ['only 2025', 'no, go back to all years'],
    ['only 2025', 'the whole period again'],
    ['only Germany', 'every country please'],
    ['only web', 'Sorry, take web away again, I want every channel'],
    ['only paid', 'remove the status restriction'],
  ])('%s → %s', (narrowed, prompt) => {
    expect(after('revenue by country', narrowed, prompt)).toEqual(['bar: Revenue by country']);
  });

  test('nothing new is made of it where nothing narrows', () => {
    expect(after('revenue by country', 'back to every region')).toEqual(['bar: Revenue by country', 'Nothing narrows the page by region, so it stays as it is.']);
  });
});

describe('as people type', () => {
  test.each([
    ['can u make that a pie insted', 'pie: Revenue by country'],
    ['w/o Germany pls', 'bar: Revenue of orders outside Germany by country'],
    ['Actually a pie would look better here', 'pie: Revenue by country'],
    ['leave Germany out, it hides the rest', 'bar: Revenue of orders outside Germany by country'],
    ['leave out the orders that were returned', 'bar: Revenue of not returned orders by country'],
  ])('%s', (prompt, expected) => {
    expect(after('revenue by country', prompt)).toEqual([expected]);
  });

  test('a title stays as it was typed', () => {
    expect(talk('revenue by country', 'call it Sales w/o tax insted').plan.title).toBe('Sales w/o tax insted');
  });
});

describe('names', () => {
  test('a title may have “to” in it', () => {
    expect(talk('table of open orders', 'call it Things to ship').plan.title).toBe('Things to ship');
  });

  test.each(['rename the column total to amount', 'rename total to amount', 'call the total column amount'])('%s', (prompt) => {
    expect(labels(talk('table of open orders with date and total', prompt))).toContain('amount');
  });
});

test.each(['put last year next to it for comparison', 'vs last year'])('%s', (prompt) => {
  expect(after('orders per month this year', prompt)).toEqual(['line: Orders this year and last year']);
});

test('figures that aren’t needed go', () => {
  expect(after('revenue and number of orders as figures, orders by status as a pie', 'i dont need the numbers on top')).toEqual(['pie: Orders by status']);
});

test.each([['as columns', { direction: 'upright' }], ['make it a bit smaller', { width: 'half' }]])('%s', (prompt, expected) => {
  expect(talk('revenue by country', prompt).plan.blocks.find((b) => b.asked !== false)).toMatchObject(expected);
});
