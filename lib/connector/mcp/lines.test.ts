import { expect, test } from 'vitest';
import { Lines } from './lines';

const through = (lines: Lines, pieces: string[]) => pieces.map((piece) => lines.push(Buffer.from(piece)));

test.each([
  [['a\nb\n'], [['a', 'b']]],
  [['a', 'b\n', 'c\n'], [[], ['ab'], ['c']]],
  [['\n\n', 'a\r\n'], [['', ''], ['a\r']]],
  [['', 'a'], [[], []]],
])('pieces as lines: %j', (pieces, expected) => {
  expect(through(new Lines(100), pieces)).toEqual(expected);
});

test('a letter that was cut in two is whole again', () => {
  const bytes = Buffer.from('☃\n');
  const lines = new Lines(100);
  expect([...bytes].map((byte) => lines.push(Buffer.from([byte])))).toEqual([[], [], [], ['☃']]);
});

test('a line may be as long as the limit, and not longer, whether it ends or not', () => {
  expect(through(new Lines(3), ['abc\nabc\n'])).toEqual([['abc', 'abc']]);
  expect(through(new Lines(3), ['abcd\n'])).toEqual([null]);
  expect(through(new Lines(3), ['ab', 'cd'])).toEqual([[], null]);
});
