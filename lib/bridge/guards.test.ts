import { expect, test } from 'vitest';
import { MAX_CALLS_PER_SECOND, Gate, RateLimit } from './gate';
import { MAX_CALL_UNITS, MAX_MESSAGE_UNITS, parseGuestMessage } from './guards';

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
  ['calls that are too much together', { type: 'calls', calls: Array.from({ length: 20 }, (_, id) => ({ id, binding: 'shop', operation: 'sql', args: 'x'.repeat(MAX_CALL_UNITS - 2) })) }],
  ['a call with a field too many', { type: 'calls', calls: [{ id: 1, binding: 'shop', operation: 'sql', args: null, extra: 1 }] }],
  ['a call without a binding', { type: 'calls', calls: [{ id: 1, operation: 'sql', args: null }] }],
  ['a call whose number is none', { type: 'calls', calls: [{ id: 1.5, binding: 'shop', operation: 'sql', args: null }] }],
  ['a hole for a call', { type: 'calls', calls: Array(1) }],
  ['calls that are no list', { type: 'calls', calls: { length: 1, 0: { id: 1, binding: 'shop', operation: 'sql', args: null } } }],
  ['arguments that are short but long as JSON', call('\u0001'.repeat(MAX_CALL_UNITS / 6 + 1))],
  ['a long list of nothing', { type: 'cancel', ids: Array.from({ length: MAX_MESSAGE_UNITS / 4 }) }],
  ['a password field with a word too many', { type: 'password', shown: true, value: 'x' }],
  ['a link that runs', { type: 'link', href: 'javascript:alert(1)' }],
  ['a file that runs', { type: 'download', name: 'a', url: 'data:text/html;base64,AAAA' }],
  ['shared state that would be a prototype', { type: 'shared', key: '__proto__', value: {} }],
  ['a prototype within arguments', call(JSON.parse('{"a":{"__proto__":{"polluted":true}}}'))],
  ['a problem only the host can find', { type: 'problem', problem: { phase: 'breach', message: '', seq: 1 } }],
])('%s is a breach', (_, message) => {
  expect(parseGuestMessage(message)).toBeNull();
});

test('a cycle is a breach and not an endless walk', () => {
  const args: Record<string, unknown> = {};
  args.self = args;
  expect(parseGuestMessage(call(args))).toBeNull();
});

test('what is said many times in one message counts many times', () => {
  let shared: unknown = 'x';
  for (let i = 0; i < 30; i++) shared = [shared, shared];
  expect(parseGuestMessage(call(shared))).toBeNull();
});

test('the gate says which rule was broken', () => {
  const breach = (data: unknown) => (new Gate().pass(data, 0) as { breach: string }).breach;
  expect(breach({ type: 'eval' })).toMatch(/no form/);
  expect(breach({ type: 'copy', text: 'x'.repeat(MAX_MESSAGE_UNITS) })).toMatch(/too large/);
  const gate = new Gate();
  const many = { type: 'calls', calls: Array.from({ length: 1_000 }, (_, id) => ({ id, binding: 'shop', operation: 'sql', args: null })) };
  const passed = Array.from({ length: 5 }, () => 'message' in gate.pass(many, 0));
  expect(passed).toEqual([true, true, true, true, false]);
  expect(many.calls.length * 4).toBe(MAX_CALLS_PER_SECOND);
  const chatty = new Gate();
  expect(Array.from({ length: 401 }, () => 'message' in chatty.pass({ type: 'ready' }, 0)).lastIndexOf(true)).toBe(399);
});

test('what stands on a list of calls beside them stays behind', () => {
  const calls = Object.assign([{ id: 1, binding: 'shop', operation: 'sql', args: null }], { constructor: 'x' });
  const read = parseGuestMessage({ type: 'calls', calls });
  expect(read).toEqual({ type: 'calls', calls: [calls[0]] });
  expect(Object.keys((read as { calls: object }).calls)).toEqual(['0']);
});

test('a flood is noticed, and a new second starts anew', () => {
  const rate = new RateLimit(3);
  expect([0, 1, 2, 3].map((now) => rate.take(now))).toEqual([true, true, true, false]);
  expect(rate.take(1_001)).toBe(true);
});
