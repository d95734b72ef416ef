import { expect, test } from 'vitest';
import { announced, kindOf } from './announced';

test.each([
  ['RevenueByMonthChart', 'chart'],
  ['OrdersTable', 'table'],
  ['OrdersTableCard', 'card'],
  ['KPICard', 'card'],
  ['Kpi', 'figure'],
  ['KPI', 'figure'],
  ['KpiRow', 'figures'],
  ['StatsGrid', 'figures'],
  ['SummaryCards', 'figures'],
  ['CustomerRow', 'row'],
  ['StatusBadge', 'inline'],
  ['BlockDialog', 'none'],
  ['ThemeProvider', 'through'],
  ['Filters', 'bar'],
  ['MonthFilter', 'field'],
  ['Verdict', 'part'],
  ['', 'part'],
])('%s is announced as %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind);
});

test('of the given classes those that say a size or a place are kept', () => {
  const { className, isSized } = announced('Panel', { className: 'p-4 h-40 md:col-span-2 text-sm w-full hover:bg-muted -mt-2 flex-1' });
  expect(className).toBe('h-40 md:col-span-2 w-full -mt-2 flex-1');
  expect(isSized).toBe(true);
  expect(announced('Panel', { className: 'w-full' }).isSized).toBe(false);
});

test('a height is a number or a length, never a word', () => {
  expect(announced('Chart', { height: 220 }).height).toBe(220);
  expect(announced('Chart', { style: { height: '12rem' } }).height).toBe('12rem');
  expect(announced('Avatar', { size: 'sm' }).height).toBeUndefined();
  expect(announced('Chart', { height: {} }).height).toBeUndefined();
});

test('what repeats is counted where it is at hand', () => {
  expect(announced('OrderList', { orders: [1, 2, 3] }).count).toBe(3);
  expect(announced('OrderList', { rows: 4 }).count).toBe(4);
  expect(announced('OrderList', { orders: undefined }).count).toBeUndefined();
});
