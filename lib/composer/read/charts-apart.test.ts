import { describe, expect, test } from 'vitest';
import { shop, TODAY } from '../fixtures/talk';
import { readPrompt } from './read';

/** The blocks that were asked for; then what was not understood or could not be done. */
function shown(prompt: string): string[] {
  const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
  const blocks = (plan?.blocks ?? []).filter((b) => b.asked !== false);
  return [...blocks.map((b) => `${b.type === 'chart' ? b.view : b.type}: ${b.title}`), ...unread, ...problems];
}

describe('a chart for each grouping', () => {
  const TICKETS = ['bar: Tickets by topic', 'bar: Tickets by priority', 'bar: Tickets by status'];
  test.each([
    ['tickets by topic, by priority and by status', TICKETS],
    ['number of tickets per topic, priority and status', TICKETS],
    ['3 charts: tickets by topic, priority and status', TICKETS],
    ['tickets by topic, priority and status as three bar charts', TICKETS],
    ['revenue by region, channel and month', ['area: Revenue per month', 'bar: Revenue by region', 'bar: Revenue by channel']],
    ['bar charts of orders by region and by segment', ['bar: Orders by region', 'bar: Orders by segment']],
    ['orders by status and by channel, a separate chart for each', ['bar: Orders by status', 'bar: Orders by channel']],
    ['orders by status and by channel as two charts', ['bar: Orders by status', 'bar: Orders by channel']],
    ['two donuts: orders by status and by channel', ['pie: Orders by status', 'pie: Orders by channel']],
    ['pie of tickets by priority and topic', ['pie: Tickets by priority', 'pie: Tickets by topic']],
  ])('%s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));

  test.each([
    ['line charts of revenue by month and region', ['line: Revenue per month by region']],
    ['stacked bar charts of orders by region and segment', ['bar: Orders by region and segment']],
    ['heatmap of orders by weekday and hour', ['heatmap: Orders by hour of day and weekday']],
  ])('one where they stand in one: %s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));

  test('says so where nobody asked for several', () => {
    expect(readPrompt('tickets by topic, priority and status', shop, TODAY).assumptions).toContain('One chart shows two groupings at most, so each has its own.');
    expect(readPrompt('a pie of tickets by priority and topic', shop, TODAY).assumptions).toContain('A pie shows one grouping, so each has its own.');
    expect(readPrompt('tickets by topic, priority and status as three charts', shop, TODAY).assumptions.join()).not.toContain('has its own');
  });
});

describe('what is of the same number is of the same rows', () => {
  test.each([
    ['revenue per month and region last year, with totals per quarter', ['line: Revenue last year per month by region', 'bar: Total last year per quarter']],
    ['revenue of web orders per month and a pie by region', ['area: Revenue of web orders per month', 'pie: Revenue of web orders by region']],
    ['orders this year by status and a donut of them by channel', ['bar: Orders this year by status', 'pie: Orders this year by channel']],
    ['orders per month this year with a pie of orders by channel', ['area: Orders this year per month', 'pie: Orders this year by channel']],
  ])('%s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));

  test.each([
    ['orders per month this year with a pie of tickets by topic', ['area: Orders this year per month', 'pie: Tickets by topic']],
    ['revenue in 2025 by month; revenue by region', ['area: Revenue in 2025 per month', 'bar: Revenue by region']],
    ['revenue per month this year and a pie by region for last year', ['area: Revenue this year per month', 'pie: Revenue last year by region']],
  ])('and what isn’t, or says another time, is not: %s', (prompt, expected) => expect(shown(prompt)).toEqual(expected));
});
