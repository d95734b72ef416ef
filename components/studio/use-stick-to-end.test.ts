import { expect, test } from 'vitest';
import { placeAfter } from './use-stick-to-end';

const measures = (scrollTop: number, scrollHeight: number) => ({ scrollTop, scrollHeight, clientHeight: 400 });

test('a whole reply that came before the box told of its scrolling doesn’t take it from the end', () => {
  expect(placeAfter({ atEnd: true, top: 600 }, measures(600, 1_400))).toEqual({ atEnd: true, top: 600 });
});

test('who scrolls up to read is left alone, and who comes back is at the end again', () => {
  const up = placeAfter({ atEnd: true, top: 600 }, measures(300, 1_000));
  expect(up).toEqual({ atEnd: false, top: 300 });
  expect(placeAfter(up, measures(450, 1_000)).atEnd).toBe(false);
  expect(placeAfter(up, measures(560, 1_000)).atEnd).toBe(true);
});
