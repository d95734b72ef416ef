import { expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
import type { Plan, Stat } from '../plan';
import { readPrompt } from '../read/read';
import { goodDirection } from './good-direction';

const TODAY = new Date('2026-11-23T12:00:00Z');
const stats = (prompt: string) => (readPrompt(prompt, createCatalogue([SHOP]), TODAY).plan as Plan).blocks.filter((b): b is Stat => b.type === 'stat');
const directions = (prompt: string) => Object.fromEntries(stats(prompt).map((stat) => [stat.title, goodDirection(stat)]));

test('more revenue and more orders are good, a discount is neither', () => {
  expect(directions('orders over 5000 this year')).toMatchObject({ Revenue: 'up', 'Average total': 'up', Discount: 'neither' });
  expect(Object.values(directions('orders over 5000 this year'))[0]).toBe('up');
});

test('customers that lack something are no better for being more', () => {
  expect(new Set(Object.values(directions('customers without orders')))).toEqual(new Set(['neither']));
});

test('fewer tickets and fewer days are better', () => {
  const [stat] = stats('tickets this month') as [Stat];
  expect(goodDirection(stat)).toBe('down');
  expect(goodDirection({ ...stat, title: 'Average time', measure: { ...stat.measure, format: 'days' } })).toBe('down');
});
