import { expect, test } from 'vitest';
import { createElements, MAX_ELEMENTS } from './elements';
import { EndlessPart } from './stopped';

function make(elements: ReturnType<typeof createElements>, component: string, count: number): unknown {
  elements.begin(component);
  try {
    for (let n = 0; n < count; n++) elements.made();
    return null;
  } catch (error) {
    return error;
  }
}

test('one component that makes too many is stopped by itself', () => {
  const elements = createElements();
  expect(make(elements, 'Rows', MAX_ELEMENTS)).toBeNull();
  elements.settle();
  const error = make(elements, 'Rows', MAX_ELEMENTS + 1);
  expect(error).toMatchObject({ name: 'Stopped', phase: 'render', message: expect.stringContaining('10,000') });
  expect(error).not.toBeInstanceOf(EndlessPart);
  expect(make(elements, 'Other', 5_000)).toBeNull();
});

test('many that make too many together are stopped together, until the next frame', () => {
  const elements = createElements();
  let stopped: unknown = null;
  for (let n = 0; n < 10_000 && !stopped; n++) stopped = make(elements, 'Cell', 3);
  expect(stopped).toBeInstanceOf(EndlessPart);
  expect(elements.over()).toBe(stopped);
  elements.settle();
  expect(elements.over()).toBeNull();
  expect(make(elements, 'Cell', 3)).toBeNull();
});

test('a heatmap of a few thousand cells passes, each a component of its own', () => {
  const elements = createElements();
  expect(make(elements, 'Heatmap', 3_000)).toBeNull();
  for (let n = 0; n < 3_000; n++) expect(make(elements, 'Cell', 2)).toBeNull();
});
