import { expect, test } from 'vitest';
import { createMemoryWatch, MEMORY_BUDGET_MB } from './memory-watch';

test('more than the budget is too much; what stays in use after that may grow a little, so that handlers still run', () => {
  let megabytes = 100;
  const isTooMuch = createMemoryWatch(() => megabytes * 1_048_576);
  expect(isTooMuch()).toBe(false);
  megabytes = MEMORY_BUDGET_MB + 10;
  expect(isTooMuch()).toBe(true);
  expect(isTooMuch()).toBe(false);
  megabytes += 200;
  expect(isTooMuch()).toBe(true);
  megabytes = 100;
  expect(isTooMuch()).toBe(false);
  megabytes = MEMORY_BUDGET_MB + 10;
  expect(isTooMuch()).toBe(true);
});

test('an engine that says nothing stops nothing', () => {
  expect(createMemoryWatch(() => null)()).toBe(false);
});
