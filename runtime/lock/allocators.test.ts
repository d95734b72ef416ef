/* oxlint-disable unicorn/no-new-array -- It is what this is about. */
import { beforeAll, expect, test } from 'vitest';
import { lockAllocators } from './allocators';

const literal = [1, 2, 3];
beforeAll(lockAllocators);

test.each<[string, () => unknown]>([
  ['a list of that length', () => new Array(1e9)],
  ['the same without new', () => Array(1e9)],
  ['Array.from', () => Array.from({ length: 1e9 }, () => 0)],
  ['fill', () => Object.assign([] as number[], { length: 1e9 }).fill(0)],
  ['concat', () => literal.concat(Object.assign([], { length: 1e9 }))],
  ['repeat', () => 'ab'.repeat(2 ** 27)],
  ['padStart', () => 'a'.padStart(2 ** 28)],
  ['a buffer', () => new ArrayBuffer(2e9)],
  ['a list of numbers', () => new Float64Array(1e8)],
  ['a list of bytes in a class of its own', () => new (class Bytes extends Uint8Array {})(2e9)],
])('%s is refused where it is huge', (_, make) => {
  expect(make).toThrow(expect.objectContaining({ name: 'Stopped', phase: 'memory' }));
});

test('lists are what they were', () => {
  class Stack<T> extends Array<T> {
    top = () => this.at(-1);
  }
  const stack = Stack.from([1, 2]) as Stack<number>;
  expect([stack instanceof Stack, stack instanceof Array, stack.top(), stack.map((n) => n) instanceof Stack]).toEqual([true, true, 2, true]);
  expect([literal instanceof Array, Array.isArray(new Array(3)), new Array(3).length, Array(1, 2), new Array('3')]).toEqual([true, true, 3, [1, 2], ['3']]);
  expect([Array.from('ab'), Array.from({ length: 2 }, (_, i) => i), Array.from(new Set([1])), Array.of(7)]).toEqual([['a', 'b'], [0, 1], [1], [7]]);
  expect([Array.name, Array.length, Object.getPrototypeOf(new Array(1)) === Array.prototype]).toEqual(['Array', 1, true]);
  expect(() => new Array(-1)).toThrow(RangeError);
});

test('buffers are what they were', () => {
  const bytes = new Uint8Array([1, 2, 3]);
  expect([bytes instanceof Uint8Array, bytes.length, Uint8Array.BYTES_PER_ELEMENT, [...Uint8Array.from([1, 2]).subarray(1)]]).toEqual([true, 3, 1, [2]]);
  expect(new Uint8Array(new ArrayBuffer(8), 4, 2)).toHaveLength(2);
  expect(() => (Uint8Array as unknown as () => void)()).toThrow(TypeError);
  expect(ArrayBuffer.isView(new Float32Array(2))).toBe(true);
});

test('nothing puts them back', () => {
  const made = Array;
  expect(() => {
    'use strict';
    (globalThis as { Array: unknown }).Array = Object;
  }).toThrow(TypeError);
  expect(Array).toBe(made);
});
