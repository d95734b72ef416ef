import { expect, test } from 'vitest';
import { isWithin } from './limits';

const LIMITS = { zone: { is: 'x' }, 'body.addresses': { atMost: 2 }, 'body.note': { any: true as const } };

test.each([
  [{ zone: 'x', body: { addresses: ['a', 'b'], note: 'why' } }, true],
  [{ zone: 'x', body: { addresses: [] } }, true],
  [{ zone: 'x' }, true],
  [{ zone: 'y', body: { addresses: [] } }, false],
  [{ zone: 'x', body: { addresses: ['a', 'b', 'c'] } }, false],
  [{ zone: 'x', body: { addresses: 'a' } }, false],
  [{ zone: 'x', body: { addresses: ['a'], note: ['one', 'two'] } }, false],
  [{ zone: 'x', body: { addresses: ['a'], force: true } }, false],
  [{ zone: 'x', other: {} }, false],
  [{ zone: { is: 'x' } }, false],
  [JSON.parse('{"zone":"x","__proto__":{"a":1}}'), false],
  [JSON.parse('{"zone":"x","constructor":1}'), false],
])('%j: %s', (args, within) => {
  expect(isWithin(LIMITS, args)).toBe(within);
});
