import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../../catalogue/catalogue';
import { FILES, SHOP } from '../../fixtures/shop';
import { readPrompt } from '../read';

const TODAY = new Date('2026-11-23T12:00:00Z');
const catalogues = { shop: createCatalogue([SHOP]), files: createCatalogue([FILES]) };

/** The blocks that were asked for, then whatever wasn't understood. */
function asked(prompt: string, of: keyof typeof catalogues = 'shop'): string[] {
  const { plan, unread, problems } = readPrompt(prompt, catalogues[of], TODAY);
  return [...(plan?.blocks ?? []).filter((b) => b.asked !== false).map((b) => `${b.type === 'chart' ? b.view : b.type}: ${b.title}`), ...unread, ...problems];
}

describe('growth', () => {
  test.each<[string, string[]]>([
    ['month over month growth of revenue', ['bar: Growth of revenue per month']],
    ['how fast do orders grow per quarter', ['bar: Growth of orders per quarter']],
    ['percent change of orders per week', ['bar: Growth of orders per week']],
    ['change of revenue from month to month', ['bar: Change of revenue per month']],
    ['absolute growth of orders per quarter', ['bar: Change of orders per quarter']],
    ['growth of revenue per month by channel', ['line: Growth of revenue per month by channel']],
    ['year over year growth of revenue', ['bar: Growth of revenue per year']],
    ['year over year growth of revenue per month', ['bar: Growth of revenue per month on the year before']],
    ['monthly orders compared to the same month last year, growth in percent', ['area: Orders per month', 'bar: Growth of orders per month on the year before']],
    ['monthly revenue with growth in percent', ['area: Revenue per month', 'bar: Growth of revenue per month']],
    ['revenue per month and its change from the previous month', ['area: Revenue per month', 'bar: Change of revenue per month']],
    ['revenue week over week', ['area: Revenue per week', 'bar: Growth of revenue per week']],
    ['table of monthly revenue with growth', ['table: Revenue per month with growth']],
    ['tickets per week with the change in percent', ['area: Tickets per week', 'bar: Growth of tickets per week']],
    ['growth of revenue per month, top 5 products by revenue', ['bar: Growth of revenue per month', 'bar: Top 5 products by revenue']],
    ['revenue growth this month', ['stat: Revenue this month']],
    ['revenue growth vs last year', ['stat: Revenue this year']],
    ['growth of revenue per month this year vs last year', ['bar: Growth of revenue this year per month on the year before']],
    ['monthly revenue, year over year change', ['area: Revenue per month', 'bar: Change of revenue per month on the year before']],
    ['revenue growth by region this year vs last year', ['bar: Revenue by region this year and last year', 'I don’t reckon growth from one stretch that is named to another, so both stand beside each other.']],
  ])('%s', (prompt, expected) => {
    expect(asked(prompt)).toEqual(expected);
  });

  test('of another file', () => {
    expect(asked('growth of sales per month by région', 'files')).toEqual(['line: Growth of revenue per month by région']);
    expect(asked('total qty per quarter and its growth', 'files')).toEqual(['bar: Quantity per quarter', 'bar: Growth of quantity per quarter']);
  });

  test('of a percentage it is in points, unless it is to be in percent', () => {
    expect(readPrompt('growth of return rate per month', catalogues.shop, TODAY)).toMatchObject({ plan: { blocks: expect.arrayContaining([expect.objectContaining({ window: expect.objectContaining({ as: 'amount' }) })]) }, assumptions: expect.arrayContaining(['The growth of a percentage is in percentage points.']) });
  });

  test('what isn’t over yet is no fall', () => {
    const { plan, assumptions } = readPrompt('growth of revenue per month', catalogues.shop, TODAY);
    expect(plan?.blocks.find((b) => b.type === 'chart')).toMatchObject({ window: { is: 'change', as: 'percent', than: 'stretch', anchor: 'today' } });
    expect(assumptions).toContain('This month isn’t over, so it has no growth yet.');
  });

  test('where nothing follows one another it is said', () => {
    expect(asked('growth of orders by weekday')).toEqual(['bar: Orders by weekday', 'I don’t reckon growth here, since “Orders by weekday” doesn’t go along the calendar: say “per month”.']);
  });
});

describe('moving averages', () => {
  test.each<[string, string[]]>([
    ['7-day moving average of tickets', ['line: 7-day moving average of tickets']],
    ['3 month rolling average of revenue', ['line: 3-month moving average of revenue']],
    ['rolling 30 day average of orders', ['line: 30-day moving average of orders']],
    ['revenue smoothed over 3 months', ['line: 3-month moving average of revenue']],
    ['orders per week, smoothed', ['line: 4-week moving average of orders']],
    ['daily tickets with 7 day moving average', ['line: Tickets per day with 7-day moving average']],
    ['12 month moving average of revenue per quarter', ['line: 4-quarter moving average of revenue']],
    ['3 month moving average of revenue by channel', ['line: 3-month moving average of revenue by channel']],
  ])('%s', (prompt, expected) => {
    expect(asked(prompt)).toEqual(expected);
  });

  test('of another file', () => {
    expect(asked('14 day moving average of the average unit price', 'files')).toEqual(['line: 14-day moving average of average unit price']);
  });

  test('over less than one stretch there is none', () => {
    expect(asked('7 day moving average of revenue per month')).toEqual(['area: Revenue per month', 'I don’t reckon an average over 7 days per month, so it is the values themselves.']);
  });
});

describe('shares of each stretch', () => {
  test.each<[string, string, keyof typeof catalogues]>([
    ['share of each channel in monthly revenue', 'area: Revenue per month by channel', 'shop'],
    ['percentage of orders by status per month', 'area: Orders per month by status', 'shop'],
    ['how does the mix of channels in orders change over the years', 'area: Orders per year by channel', 'shop'],
    ['revenue mix by channel per quarter', 'area: Revenue per quarter by channel', 'shop'],
    ['mix of groups per month', 'area: Sales 2025 final per month by group', 'files'],
  ])('%s', (prompt, expected, of) => {
    expect(asked(prompt, of)).toEqual([expected]);
    expect(readPrompt(prompt, catalogues[of], TODAY).plan?.blocks.find((b) => b.type === 'chart')).toMatchObject({ stack: 'share' });
  });
});

describe('what sounds alike is as it was', () => {
  test.each<[string, string[]]>([
    ['revenue over time', ['area: Revenue per month']],
    ['revenue trend', ['area: Revenue per month']],
    ['running total of revenue per month', ['area: Running total of revenue per month']],
    ['average revenue per month', ['line: Average revenue per month']],
    ['revenue this year vs last year', ['line: Revenue this year and last year']],
    ['orders this month compared with last month', ['stat: Orders this month']],
    ['how did orders change over time', ['area: Orders per month']],
    ['revenue per month by channel', ['line: Revenue per month by channel']],
  ])('%s', (prompt, expected) => {
    expect(asked(prompt).slice(0, expected.length)).toEqual(expected);
    expect(readPrompt(prompt, catalogues.shop, TODAY).plan?.blocks.some((b) => b.type === 'chart' && b.window)).toBe(false);
  });
});
