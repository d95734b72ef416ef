import { expect, test, vi } from 'vitest';
import { STAND_IN } from '../stand-in';
import { showable } from './children';

test('what React can show stays as it is', () => {
  const say = vi.fn();
  const list = ['a', 1, null, false, <b key="b">b</b>, ['nested']];
  for (const child of ['a', 1, 0, null, true, <b key="b" />, list]) expect(showable(child, say)).toBe(child);
  expect(say).not.toHaveBeenCalled();
});

test('what React would throw on becomes text or nothing, and is said', () => {
  const say = vi.fn();
  expect(showable({ region: 'North' }, say)).toBe('{"region":"North"}');
  expect(showable(['a', { b: 1 }, [{ c: 2 }]], say)).toEqual(['a', '{"b":1}', ['{"c":2}']]);
  expect(showable(Promise.resolve(1), say)).toBeNull();
  expect(showable(() => 'x', say)).toBeNull();
  expect(showable(new Map([['k', 1]]), say)).toEqual([['k', 1]]);
  expect(showable(new Date(Number.NaN), say)).toBe('');
  expect(say).toHaveBeenCalledTimes(5);
});

test('a function stays where a component takes one, what is not written yet is nothing', () => {
  const say = vi.fn();
  const render = () => 'x';
  expect(showable(render, say, true)).toBe(render);
  expect(showable([STAND_IN], say)).toEqual([null]);
  expect(say).not.toHaveBeenCalled();
});

test('an object without end is cut', () => {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  expect(showable(cycle, () => {})).toBe('…');
  expect(String(showable({ text: 'x'.repeat(500) }, () => {})).length).toBeLessThan(100);
});

test('a text that would take the browser seconds to lay out is cut, and that is said', () => {
  const say = vi.fn();
  expect(String(showable('x'.repeat(5_000_000), say)).length).toBeLessThan(200_000);
  expect(say).toHaveBeenCalledWith(expect.stringContaining('5,000,000'));
});
