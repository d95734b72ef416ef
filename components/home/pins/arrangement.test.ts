import { describe, expect, test } from 'vitest';
import type { PinBoard } from '@/lib/client/library';
import { layoutOf, moved, nextSize, placeInWords, resized, sectionMoved, sectionRemoved, stepped, without } from './arrangement';

const pin = (id: string) => ({ id, title: id, currentVersionId: null, updatedAt: '', size: 'small' as const, pictureAt: null, author: null, isBroken: false });
const board: PinBoard = [
  { id: null, title: '', pins: [pin('a'), pin('b')] },
  { id: 's', title: 'Sales', pins: [pin('c')] },
  { id: 't', title: 'Stock', pins: [] },
];
const drawn = (of: PinBoard) => of.map(({ title, pins }) => [title, ...pins.map(({ id }) => id)].join(' '));

describe('one step', () => {
  test.each([
    ['a', 'right', [' b a', 'Sales c', 'Stock']],
    ['b', 'right', [' a', 'Sales b c', 'Stock']],
    ['a', 'left', [' a b', 'Sales c', 'Stock']],
    ['c', 'left', [' a b c', 'Sales', 'Stock']],
    ['c', 'down', [' a b', 'Sales', 'Stock c']],
    ['c', 'up', [' a b c', 'Sales', 'Stock']],
    ['a', 'up', [' a b', 'Sales c', 'Stock']],
    ['gone', 'up', [' a b', 'Sales c', 'Stock']],
  ] as const)('%s %s', (id, direction, expected) => expect(drawn(stepped(board, id, direction))).toEqual(expected));
});

test('a pin is dropped where it is held, counted without itself', () => {
  expect(drawn(moved(board, 'a', { section: 0, at: 1 }))).toEqual([' b a', 'Sales c', 'Stock']);
  expect(drawn(moved(board, 'a', { section: 1, at: 1 }))).toEqual([' b', 'Sales c a', 'Stock']);
  expect(moved(board, 'a', { section: 9, at: 0 })).toBe(board);
});

test('sections change places among themselves; the first, which is none, stays', () => {
  expect(drawn(sectionMoved(board, 't', -1))).toEqual([' a b', 'Stock', 'Sales c']);
  expect(sectionMoved(board, 's', -1)).toBe(board);
  expect(sectionMoved(board, 't', 1)).toBe(board);
  expect(drawn(sectionRemoved(board, 's'))).toEqual([' a b c', 'Stock']);
});

test('what is kept is where everything stands and how large it is', () => {
  expect(layoutOf(without(resized(board, 'c', 'wide'), 'a'))).toEqual([
    { id: null, pins: [{ programId: 'b', size: 'small' }] },
    { id: 's', pins: [{ programId: 'c', size: 'wide' }] },
    { id: 't', pins: [] },
  ]);
  expect([nextSize('small'), nextSize('wide'), nextSize('large')]).toEqual(['wide', 'large', 'small']);
});

test('where it stands is read out', () => {
  expect(placeInWords(board, 'b')).toBe('Place 2 of 2, before the sections.');
  expect(placeInWords(board, 'c')).toBe('Place 1 of 1 in Sales.');
});
