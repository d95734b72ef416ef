import { describe, expect, test } from 'vitest';
import type { TableBinding } from '../../binding/binding';
import { createCatalogue } from '../catalogue/catalogue';
import { FILES, SHOP } from '../fixtures/shop';
import { summaryOf } from '../summary';
import { outlineOf } from '../write/outline';
import { readPrompt } from './read';

const TODAY = new Date('2026-11-23T12:00:00Z');

/** Days of a sensor, and when in the day each was: a column of its own. */
const NIGHTS: TableBinding = {
  kind: 'tables', name: 'nights', title: 'Nights', dialect: 'DuckDB',
  tables: [{
    name: 'sightings', rows: 900, primaryKey: [], foreignKeys: [],
    columns: [
      { name: 'seen', sqlType: 'DATE', type: 'date', nullable: false, samples: [], min: '2022-01-01', max: '2025-12-31' },
      { name: 'time_of_day', sqlType: 'VARCHAR', type: 'string', nullable: false, samples: ['Day', 'Night'], values: ['Day', 'Night'] },
      { name: 'height', sqlType: 'DOUBLE', type: 'number', nullable: false, samples: [], min: 0, max: 900 },
    ],
  }],
};

function read(prompt: string, binding = SHOP) {
  const { plan, unread, problems, assumptions } = readPrompt(prompt, createCatalogue([binding]), TODAY);
  if (!plan) throw new Error(`Nothing was built of “${prompt}”.`);
  const [asked] = summaryOf(plan).filter((block) => block.asked);
  return { plan, title: asked?.title, where: asked?.where, said: [...unread, ...problems], assumptions };
}

describe('what is left out of time', () => {
  test.each<[string, string, string[]]>([
    ['orders by month except December', 'Orders except in December per month', ['orders.ordered_at not on month-of-year 12']],
    ['all orders but not those of 2025', 'Orders except in 2025', ['orders.ordered_at not in {"kind":"range","from":"2025-01-01","to":"2026-01-01","label":"2025"}']],
    ['revenue this year without the last month', 'Revenue this year except last month', ['orders.ordered_at not in {"kind":"unit","unit":"month","back":1}', 'orders.ordered_at in {"kind":"unit","unit":"year","back":0}']],
    ['tickets per day excluding weekends', 'Tickets on weekdays per day', ['tickets.opened_at not on weekday 6 | 7']],
    ['revenue by channel except July and August', 'Revenue except in July and August by channel', ['orders.ordered_at not on month-of-year 7 | 8']],
    ['orders by channel not in 2024 or last week', 'Orders except in 2024 and last week by channel', ['orders.ordered_at not in {"kind":"range","from":"2024-01-01","to":"2025-01-01","label":"2024"}', 'orders.ordered_at not in {"kind":"unit","unit":"week","back":1}']],
    ['orders by channel excluding the years 2024 and 2025', 'Orders except in 2024 and in 2025 by channel', ['orders.ordered_at not in {"kind":"range","from":"2024-01-01","to":"2025-01-01","label":"2024"}', 'orders.ordered_at not in {"kind":"range","from":"2025-01-01","to":"2026-01-01","label":"2025"}']],
    ['tickets not closed last week', 'Tickets except closed last week', ['tickets.closed_at not in {"kind":"unit","unit":"week","back":1}']],
  ])('%s', (prompt, title, where) => {
    expect(read(prompt)).toMatchObject({ title, where, said: [] });
  });

  test('of other tables', () => {
    expect(read('total qty per month except March', FILES)).toMatchObject({ title: 'Quantity except in March per month', said: [] });
    expect(read('sightings per month without 2023', NIGHTS)).toMatchObject({ title: 'Sightings except in 2023 per month', said: [] });
  });

  test('what has no time yet is not in any stretch of it', () => {
    const { lines } = outlineOf(read('tickets not closed last week').plan).functions.at(-1)!;
    expect(lines.join('\n')).toContain('(t.closed_at is null or t.closed_at < ');
  });

  test('half a year has no like in the year before', () => {
    expect(outlineOf(read('revenue this year without the last month').plan).functions[0]?.lines.join('\n')).not.toContain('before');
  });
});

describe('a stretch up to today', () => {
  test.each<[string, string]>([
    ['revenue by region over the last year', 'Revenue in the last 12 months by region'],
    ['over the last year revenue by region', 'Revenue in the last 12 months by region'],
    ['tickets by topic in the past month', 'Tickets in the last 30 days by topic'],
    ['tickets by topic within the last week', 'Tickets in the last 7 days by topic'],
    ['revenue by region last year', 'Revenue last year by region'],
    ['revenue by region for the last month', 'Revenue last month by region'],
    ['revenue by region in the last quarter', 'Revenue last quarter by region'],
    ['revenue by region in the third quarter of 2026', 'Revenue in Q3 2026 by region'],
    ['orders by channel of the last quarter of 2025', 'Orders in Q4 2025 by channel'],
    ['revenue in the second half of last year by region', 'Revenue in H2 2025 by region'],
    ['orders by channel since the beginning of March 2026', 'Orders since March 2026 by channel'],
    ['revenue by region since the beginning of the year', 'Revenue this year to date by region'],
  ])('%s', (prompt, title) => expect(read(prompt)).toMatchObject({ title, said: [] }));
});

describe('times that come again', () => {
  test.each<[string, string, string[]]>([
    ['orders placed on Mondays', 'Orders on Mondays', ['orders.ordered_at on weekday 1']],
    ['orders only on weekends by channel', 'Orders on weekends by channel', ['orders.ordered_at on weekday 6 | 7']],
    ['orders by channel on weekdays from 9 am to 5 pm', 'Orders on weekdays from 9:00 to 17:00 by channel', ['orders.ordered_at on weekday 1 | 2 | 3 | 4 | 5', 'orders.ordered_at on hour-of-day 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16']],
    ['orders per day between 6 and 9 in the morning', 'Orders from 6:00 to 9:00 per day', ['orders.ordered_at on hour-of-day 6 | 7 | 8']],
    ['orders after 18:00 by channel', 'Orders after 18:00 by channel', ['orders.ordered_at on hour-of-day 18 | 19 | 20 | 21 | 22 | 23']],
    ['revenue every December', 'Revenue in December', ['orders.ordered_at on month-of-year 12']],
    ['revenue in July over the years', 'Revenue in July per year', ['orders.ordered_at on month-of-year 7']],
    ['tickets closed on Mondays and Fridays per month', 'Tickets closed on Mondays and Fridays per month', ['tickets.closed_at on weekday 1 | 5']],
  ])('%s', (prompt, title, where) => {
    expect(read(prompt)).toMatchObject({ title, where, said: [] });
  });

  test('seasons and parts of the day are said', () => {
    expect(read('average height in the summer months by year', NIGHTS)).toMatchObject({ where: ['sightings.seen on month-of-year 6 | 7 | 8'], assumptions: ['I took summer as June to August.'] });
    expect(read('orders in the evening by channel')).toMatchObject({ where: ['orders.ordered_at on hour-of-day 18 | 19 | 20 | 21'], assumptions: ['I took the evening as 18:00 to 22:00.'] });
  });

  test('a date alone has no time of day, and a column of that name has its own', () => {
    expect(read('sightings before 9 am', NIGHTS)).toMatchObject({ where: [], said: ['The seen of sightings has no time of day, so “before 9:00” is left out.'] });
    expect(read('sightings at night', NIGHTS)).toMatchObject({ where: ['sightings.time_of_day is Night'], said: [] });
  });

  test('what is not by the hour, or is set against another, is said', () => {
    expect(read('orders after 18:30').said).toEqual(['I know times of day by the hour, so “after 18:30” is left out.']);
    expect(read('orders on weekdays vs weekends')).toMatchObject({ title: 'Orders by weekday', said: ['I can’t set those times against each other, so it is by day of the week.'] });
  });

  test('a part of the rows is one of them', () => {
    expect(read('share of orders on weekends by channel')).toMatchObject({ title: 'Share of orders on weekends by channel', said: [] });
  });
});

describe('what looks alike and is something else', () => {
  test.each<[string, string, string[]]>([
    ['orders in December', 'Orders in December 2025', ['orders.ordered_at in {"kind":"range","from":"2025-12-01","to":"2026-01-01","label":"December 2025"}']],
    ['orders by weekday', 'Orders by weekday', []],
    ['orders between 6 and 900', 'Orders with total from 6 to 900', ['orders.total at-least 6', 'orders.total at-most 900']],
    ['customers who have not ordered this year', 'Customers without orders this year', ['customers.id has-no orders.customer_id']],
    ['orders not returned this month', 'Not returned orders this month', ['orders.status is-not returned', 'orders.ordered_at in {"kind":"unit","unit":"month","back":0}']],
  ])('%s', (prompt, title, where) => {
    expect(read(prompt)).toMatchObject({ title, where, said: [] });
  });

  test('last Monday is one day, which nobody knows', () => {
    expect(read('orders since last Monday').said).not.toEqual([]);
  });
});
