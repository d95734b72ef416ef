import { expect, test } from 'vitest';
import { MAX_CALL_UNITS, RateLimit, parseGuestMessage } from './guards';

const call = (args: unknown) => ({ type: 'calls', calls: [{ id: 1, binding: 'shop', operation: 'sql', args }] });

test('a call with plain JSON is read', () => {
  expect(parseGuestMessage(call({ text: ['select 1'], values: [] }))).toMatchObject({ type: 'calls' });
});

test.each([
  ['no object', 'ready'],
  ['an unknown type', { type: 'eval', js: '1' }],
  ['a field too many', { type: 'ready', extra: 1 }],
  ['a negative id', { type: 'cancel', ids: [-1] }],
  ['arguments that are too long', call({ text: ['x'.repeat(MAX_CALL_UNITS)] })],
  ['arguments with a class', call({ at: new Map() })],
  ['arguments too deep', call(JSON.parse('['.repeat(40) + ']'.repeat(40)))],
  ['a picture that is no PNG', { type: 'picture', png: 'data:text/html;base64,AAAA' }],
  ['a place with more calls than anybody looks through', { type: 'origin', origin: { component: 'Orders', exact: true, calls: Array.from({ length: 41 }, (_, i) => i) } }],
  ['a problem only the host can find', { type: 'problem', problem: { phase: 'breach', message: '', seq: 1 } }],
])('%s is a breach', (_, message) => {
  expect(parseGuestMessage(message)).toBeNull();
});

test('a cycle is a breach and not an endless walk', () => {
  const args: Record<string, unknown> = {};
  args.self = args;
  expect(parseGuestMessage(call(args))).toBeNull();
});

test('a flood is noticed, and a new second starts anew', () => {
  const rate = new RateLimit(3);
  expect([0, 1, 2, 3].map((now) => rate.take(now))).toEqual([true, true, true, false]);
  expect(rate.take(1_001)).toBe(true);
});
