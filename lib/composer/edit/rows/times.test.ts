import { expect, test } from 'vitest';
import { after } from '../../fixtures/talk';

test.each<[string, string[], string]>([
  ['orders per month', ['without December'], 'area: Orders except in December per month'],
  ['orders per month', ['without December', 'December too'], 'area: Orders per month'],
  ['orders per month', ['exclude 2025 and December'], 'area: Orders except in 2025 and in December per month'],
  ['orders per month', ['without 2025', '2025 back in'], 'area: Orders per month'],
  ['orders per day', ['leave out the weekends'], 'area: Orders on weekdays per day'],
  ['orders per day', ['leave out the weekends', 'weekends too again'], 'area: Orders per day'],
  ['orders per day', ['no weekends', 'without Fridays'], 'area: Orders except from Friday to Sunday per day'],
  ['orders per day', ['only Mondays'], 'area: Orders on Mondays per day'],
  ['orders per day', ['only Mondays', 'and Fridays'], 'area: Orders on Mondays and Fridays per day'],
  ['orders per day', ['only Mondays', 'only weekends'], 'area: Orders on weekends per day'],
  ['orders per day', ['only 2025', 'weekdays only', 'all days again'], 'area: Orders per day'],
  ['orders per day this year', ['only Mondays'], 'area: Orders this year on Mondays per day'],
  ['orders by channel', ['only after 18:00', 'tickets, not orders'], 'bar: Tickets after 18:00 by channel'],
  ['revenue per month', ['without weekends', 'the number of orders instead'], 'area: Orders on weekdays per month'],
])('%s, then %j', (first, prompts, expected) => {
  expect(after(first, ...prompts)).toEqual([expected]);
});

test('what looks alike and is something else', () => {
  expect(after('orders per month', 'without this month')).toEqual(['area: Orders before November 2026 per month']);
  expect(after('orders per month', 'only December')).toEqual(['area: Orders in December 2025 per month']);
  expect(after('orders by channel', 'by weekday')).toEqual(['bar: Orders by weekday']);
});
