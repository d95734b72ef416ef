import { expect, test } from 'vitest';
import { summarize } from './summary';

const shownAt = [10, 20, 30, 40];
const stream = { shownAt, characters: 14, chunk: 4, typedAt: 25 };
const moments = [
  { at: 12, removed: 0 },
  { at: 14, removed: 2 },
  { at: 31, removed: 1 },
];

test('a change belongs to the last chunk before it; two after one chunk are one state', () => {
  expect(summarize({ moments, firstTextAt: 12, firstRowAt: 45, lostAt: null, kept: true, text: '' }, stream)).toEqual({
    characters: 14, chunks: 4, firstText: 4 / 14, firstRow: 1, states: 2, removed: 3, kept: true, keptFor: 1,
  });
});

test('a field that is lost with the second chunk after the typing was kept through one of two', () => {
  expect(summarize({ moments, firstTextAt: null, firstRowAt: null, lostAt: 41, kept: false, text: '' }, stream)).toMatchObject({ firstText: 1, kept: false, keptFor: 0.5 });
  expect(summarize({ moments, firstTextAt: null, firstRowAt: null, lostAt: 31, kept: false, text: '' }, stream)).toMatchObject({ keptFor: 0 });
});
