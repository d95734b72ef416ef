import { expect, test } from 'vitest';
import { createConstantMemo } from './memo';
import { STAND_IN, standInTouches } from './stand-in';

const nothing = () => false;

test('a constant stays the same object until its key changes', () => {
  const constants = createConstantMemo();
  const first = constants.begin(nothing, standInTouches)('a1', () => ({}));
  expect(constants.begin(nothing, standInTouches)('a1', () => ({}))).toBe(first);
  expect(constants.begin(nothing, standInTouches)('a2', () => ({}))).not.toBe(first);
});

test('what was made with a part that is not written yet is made again', () => {
  const constants = createConstantMemo();
  const mentions = (text: string) => text.includes('Panel');
  const Panel = {};
  const make = () => ({ Panel });
  const early = constants.begin(mentions, standInTouches)('a', make);
  expect(constants.begin(nothing, standInTouches)('a', make)).not.toBe(early);

  const touching = () => [...(STAND_IN as Iterable<unknown>)];
  const empty = constants.begin(nothing, standInTouches)('b', touching);
  expect(constants.begin(nothing, standInTouches)('b', touching)).not.toBe(empty);
});

test('sweep forgets constants that the last evaluation did not have', () => {
  const constants = createConstantMemo();
  const first = constants.begin(nothing, standInTouches)('a', () => ({}));
  constants.begin(nothing, standInTouches);
  constants.sweep();
  expect(constants.begin(nothing, standInTouches)('a', () => ({}))).not.toBe(first);
});
