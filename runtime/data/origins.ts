import type { Reading } from './readings';

/** By identity, what a value was read by: a function's answer as it came, and what `useData` makes of it. */
export type Origins = WeakMap<object, Pick<Reading, 'calls'>>;

/** What a value was read by, where it is the very one that was read. */
export function originOf(origins: Origins, value: unknown): Pick<Reading, 'calls'> | undefined {
  return typeof value === 'object' && value !== null ? origins.get(value) : undefined;
}
