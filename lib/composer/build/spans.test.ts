import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
import { after, TODAY } from '../fixtures/talk';
import { readPrompt } from '../read/read';
import { outlineOf } from '../write/outline';

const readOf = (prompt: string) => readPrompt(prompt, createCatalogue([SHOP]), TODAY);

describe('two stretches of time stand beside each other in each group', () => {
  test.each([
    ['revenue by region this year vs last year', 'bar: Revenue by region this year and last year', ['revenue this year', 'revenue last year']],
    ['compare revenue by channel this year and last year', 'bar: Revenue by channel this year and last year', ['revenue this year', 'revenue last year']],
    ['orders by status this month compared to last month', 'bar: Orders by status this month and last month', ['orders this month', 'orders last month']],
    ['tickets by topic compared with last month', 'bar: Tickets by topic this month and last month', ['tickets this month', 'tickets last month']],
    ['orders by status this month compared with the same month last year', 'bar: Orders by status this month and the same month last year', ['orders this month', 'orders the same month last year']],
    ['top 5 products by revenue this quarter vs last quarter', 'bar: Top 5 products by revenue this quarter and last quarter', ['revenue this quarter', 'revenue last quarter']],
    ['table of revenue and orders by region, this year against last year', 'table: Revenue and orders by region this year and last year', ['revenue this year', 'revenue last year', 'orders this year', 'orders last year']],
  ])('%s', (prompt, title, labels) => {
    const { plan, unread, problems } = readOf(prompt);
    const chart = plan?.blocks.find((b) => b.type === 'chart');
    expect(`${chart?.type === 'chart' ? chart.view : ''}: ${chart?.title}`).toBe(title);
    expect(chart?.type === 'chart' ? chart.measures.map((m) => m.label) : []).toEqual(labels);
    expect([...unread, ...problems]).toEqual([]);
  });

  test('what hasn’t ended yet is said to be less', () => {
    expect(readOf('revenue by region this year vs last year').assumptions).toContain('Last year is whole, and this year as far as it has come.');
    expect(readOf('revenue by region last year vs the year before').assumptions.join()).not.toContain('as far as');
  });

  test('a share is of the rows of its own stretch', () => {
    const { plan } = readOf('return rate by channel this year vs last year');
    const chart = plan && outlineOf(plan).functions.find(({ lines }) => lines.some((line) => line.includes('group by')));
    expect(chart?.lines.join('\n')).toMatch(/filter \(where .*ordered_at >= .*\).*\n/);
  });

  test('over time a year is still a line', () => {
    expect(after('revenue by month this year vs last year')).toEqual(['line: Revenue this year and last year']);
  });

  test('without a date nothing is compared', () => {
    expect(readOf('products by category this year vs last year').problems.join(' ')).toContain('no date');
  });
});

describe('follow-ups', () => {
  const first = 'revenue by region this year vs last year';
  test.each([
    [first, 'profit instead', 'bar: Profit by region this year and last year'],
    [first, 'by channel instead', 'bar: Revenue by channel this year and last year'],
    [first, 'as a table', 'table: Revenue by region this year and last year'],
    [first, 'only Germany', 'bar: Revenue of orders in Germany by region this year and last year'],
    [first, 'only this year', 'bar: Revenue this year by region'],
    ['revenue by region', 'compare with last year', 'bar: Revenue by region this year and last year'],
    ['orders by status this month', 'compare with last month', 'bar: Orders by status this month and last month'],
    ['orders by status this month', 'compare with last year', 'bar: Orders by status this month and the same month last year'],
    ['orders by status', 'compare it with the month before', 'bar: Orders by status this month and last month'],
  ])('%s → %s', (prompt, then, expected) => {
    expect(after(prompt, then)).toEqual([expected]);
  });

  test('a chart over time is compared with the year before, and with nothing else', () => {
    expect(after('orders per month', 'compare with last month')).toEqual(['area: Orders per month', 'A chart is only compared with the year before: “compare with last year”.']);
  });
});
