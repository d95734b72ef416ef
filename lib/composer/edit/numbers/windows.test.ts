import { describe, expect, test } from 'vitest';
import { after, talk } from '../../fixtures/talk';

describe('what is reckoned along a chart', () => {
  test.each<[string, string[], string[]]>([
    ['revenue per month', ['show the growth instead'], ['bar: Growth of revenue per month']],
    ['revenue per month', ['growth rate please'], ['bar: Growth of revenue per month']],
    ['revenue per month', ['change from month to month'], ['bar: Change of revenue per month']],
    ['revenue per month', ['show the growth', 'in absolute numbers'], ['bar: Change of revenue per month']],
    ['revenue per month', ['change from month to month', 'in percent'], ['bar: Growth of revenue per month']],
    ['revenue per month', ['as a 3 month moving average'], ['line: 3-month moving average of revenue']],
    ['revenue per month', ['smooth it'], ['line: 3-month moving average of revenue']],
    ['tickets per week', ['month over month growth'], ['bar: Growth of tickets per month']],
    ['orders per month', ['7 day rolling average', '14 day moving average instead'], ['line: 14-day moving average of orders']],
    ['growth of orders per month', ['yoy growth'], ['bar: Growth of orders per month on the year before']],
    ['revenue per month', ['running total', 'show the growth'], ['bar: Growth of revenue per month']],
  ])('%s → %j', (first, prompts, expected) => {
    expect(after(first, ...prompts)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['show the growth instead', ['without the growth']],
    ['show the growth instead', ['back to the plain values']],
    ['as a 3 month moving average', ['without the moving average']],
    ['smooth it', ['no smoothing']],
    ['smooth it', ['show the values again']],
    ['also show the growth', ['remove the growth']],
    ['add a 3 month moving average', ['without the moving average']],
  ])('the values are there again: %s → %j', (made, back) => {
    expect(after('revenue per month', made, ...back)).toEqual(['area: Revenue per month']);
  });

  test('beside the values: below them, or as one line more', () => {
    expect(after('revenue per month', 'also show the growth')).toEqual(['area: Revenue per month', 'bar: Growth of revenue per month']);
    expect(after('revenue per month', 'add a 3 month moving average')).toEqual(['line: Revenue per month with 3-month moving average']);
    expect(after('revenue per month as a table', 'with growth')).toEqual(['table: Revenue per month with growth']);
  });

  test('it stays with its chart where that goes along the calendar', () => {
    expect(after('growth of revenue per month', 'per quarter')).toEqual(['bar: Growth of revenue per quarter']);
    expect(after('growth of revenue per month', 'split by channel')).toEqual(['line: Growth of revenue per month by channel']);
    expect(after('growth of revenue per month', 'as a line')).toEqual(['line: Growth of revenue per month']);
    expect(after('growth of revenue per month', 'only web')).toEqual(['bar: Growth of revenue of web orders per month']);
    expect(after('growth of revenue per month', 'by weekday')).toEqual(['bar: Revenue by weekday']);
    expect(after('growth of revenue per month', 'by region instead')).toEqual(['bar: Revenue by region']);
  });

  test('what can’t be is said', () => {
    expect(after('top 5 products by revenue', 'show the growth')).toEqual(['bar: Top 5 products by revenue', 'Only a chart over time has something to reckon along it: ask for one “per month” first.']);
    expect(after('growth of revenue per month by channel', 'stack it')).toEqual(['line: Growth of revenue per month by channel', '“Growth of revenue per month by channel” shows what is reckoned along the time, which has no parts: say “back to the plain values” first.']);
  });

  test('what sounds alike is as it was', () => {
    expect(after('revenue per month', 'change it to a table')).toEqual(['table: Revenue per month']);
    expect(after('revenue per month', 'change to bars')).toEqual(['bar: Revenue per month']);
    expect(after('revenue per month', 'smooth it by quarter')).toEqual(['area: Revenue per quarter'].map((line) => line.replace('area', talk('revenue per month', 'by quarter').plan.blocks.flatMap((b) => (b.type === 'chart' ? [b.view] : []))[0] as string)));
    expect(after('orders per month by status', 'in percent', 'in absolute numbers')).toEqual(['area: Orders per month by status']);
    expect(after('average total per month', 'sum instead of average')).toEqual(['line: Total per month']);
  });
});
