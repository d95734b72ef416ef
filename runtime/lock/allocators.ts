import { Stopped } from '../guard/stopped';
import { apply } from './pristine';
import { replace, wrapMethod } from './replace';

/**
 * What one call may ask for at once: no guard is asked while the engine is at it. What many calls take together is weighed
 * by the guards of loops.
 */
type Limit = { most: number; what: string };
const ITEMS: Limit = { most: 30_000_000, what: 'items in a list' };
const BYTES: Limit = { most: 268_435_456, what: 'bytes in a buffer' };
const TEXT: Limit = { most: 134_217_728, what: 'characters in a text' };
/** Of four bytes each. */
const PIXELS: Limit = { most: 67_108_864, what: 'pixels in a picture' };

type AnyClass = (abstract new (...args: never[]) => object) & { readonly BYTES_PER_ELEMENT?: number };

const BUFFERS = [
  'ArrayBuffer', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float16Array',
  'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
];

const { construct, ownKeys } = Reflect;
const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, setPrototypeOf } = Object;
const { iterator } = Symbol;

/** Refuses single calls that would take the frame's memory at once, in the line of the program that makes them. */
export function lockAllocators(): void {
  limitLists();
  wrapMethod(String.prototype, 'repeat', (self, args, repeat) => {
    limit(`${self as string}`.length * number(args[0]), TEXT);
    return repeat(args);
  });
  for (const name of ['padStart', 'padEnd']) {
    wrapMethod(String.prototype, name, (_, args, pad) => {
      limit(number(args[0]), TEXT);
      return pad(args);
    });
  }
  for (const name of BUFFERS) {
    limitClass(name, BYTES, (args, { BYTES_PER_ELEMENT: bytes = 1 }) => number(args[0]) * bytes);
  }
  for (const name of ['ImageData', 'OffscreenCanvas']) limitClass(name, PIXELS, ([width, height]) => number(width) * number(height));
  if (typeof HTMLCanvasElement === 'undefined') return;
  wrapMethod(HTMLCanvasElement.prototype, 'getContext', (self, args, get) => {
    const { width, height } = self as HTMLCanvasElement;
    limit(number(width) * number(height), PIXELS);
    return get(args);
  });
}

function limitLists(): void {
  wrapMethod(Array.prototype, 'fill', (self, args, fill) => {
    limit(lengthOf(self), ITEMS);
    return fill(args);
  });
  wrapMethod(Array.prototype, 'concat', (self, args, concat) => {
    let length = lengthOf(self);
    for (let at = 0; at < args.length; at++) length += lengthOf(args[at]);
    limit(length, ITEMS);
    return concat(args);
  });
  const Lists = Array;
  const { from } = Array;
  const Limited = limitClass('Array', ITEMS, (args) => (args.length === 1 ? number(args[0]) : 0));
  if (!Limited) return;
  replace(Limited, 'from', function (this: unknown, ...args: [ArrayLike<unknown>]) {
    const [given] = args as [{ length?: unknown; [iterator]?: unknown } | null | undefined];
    if (typeof given === 'object' && given && !given[iterator]) limit(number(given.length), ITEMS);
    // The engine makes its own lists quickly, those of another class one item at a time.
    return apply(from, this === Limited ? Lists : this, args);
  });
}

/**
 * Puts a class in place of a global one. It shares the prototype and all that stands on the class, so that `instanceof`,
 * subclasses and the literals of the language are as they were. `prototype.constructor` stays the engine's own: it copies
 * lists quickly only while nobody has touched that.
 */
function limitClass(name: string, most: Limit, sizeOf: (args: readonly unknown[], Class: { BYTES_PER_ELEMENT?: number }) => number): unknown {
  const Class = (globalThis as Record<string, unknown>)[name] as AnyClass | undefined;
  if (typeof Class !== 'function') return undefined;
  const Limited = function (...args: unknown[]): unknown {
    limit(sizeOf(args, Class), most);
    const target = new.target as unknown;
    if (target === undefined) return apply(Class as unknown as () => unknown, undefined, args);
    return construct(Class, args, (target === Limited ? Class : target) as AnyClass);
  };
  for (const key of ownKeys(Class)) defineProperty(Limited, key, getOwnPropertyDescriptor(Class, key)!);
  setPrototypeOf(Limited, getPrototypeOf(Class) as object);
  replace(globalThis, name, Limited);
  return Limited;
}

function lengthOf(list: unknown): number {
  return typeof list === 'object' && list ? number((list as { length?: unknown }).length) : 0;
}

/** A size that is given as anything else isn't one that a program came to by mistake. */
function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function limit(size: number, { most, what }: Limit): void {
  if (size > most) throw new Stopped('memory', `It asked for ${shown(size)} ${what} at once; at most ${shown(most)} are given.`);
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
