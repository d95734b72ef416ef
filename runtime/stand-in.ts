let touched = 0;

/** How often generated code has used a stand-in so far: what was made meanwhile is provisional. */
export function standInTouches(): number {
  return touched;
}

const EMPTY_LISTS = new Set<PropertyKey>(['map', 'filter', 'slice', 'flatMap', 'concat', 'sort', 'toSorted', 'entries', 'keys', 'values']);

/** React and `await` look at these on anything; a stand-in must not answer them. */
const ABSENT = new Set<PropertyKey>(['then', '$$typeof', 'toJSON', '__esModule']);

/**
 * Stands for a value that isn't written yet: it can be called, read, iterated and written as text, and is always empty.
 */
export const STAND_IN: unknown = new Proxy(function standIn() {}, {
  get(target, key) {
    touched += 1;
    if (ABSENT.has(key)) return undefined;
    if (key === Symbol.iterator) return [][Symbol.iterator];
    if (key === Symbol.toPrimitive || key === 'toString') return () => '';
    if (key === 'length') return 0;
    if (key === 'reduce') return (_: unknown, start: unknown) => start;
    if (key === 'prototype') return target.prototype;
    return EMPTY_LISTS.has(key) ? () => [] : STAND_IN;
  },
  apply: () => {
    touched += 1;
    return STAND_IN;
  },
  construct: () => {
    touched += 1;
    return {};
  },
  // Writing to something that isn't there yet is forgotten.
  set: () => true,
});
