import { isDeepStrictEqual } from 'node:util';
import { argumentLeaves } from '../binding/argument-leaves';
import type { Limits } from '../store';

/** Whether a call's arguments keep within the limits of a grant. An argument that they don't name isn't within. */
export function isWithin(limits: Limits, args: unknown): boolean {
  return argumentLeaves(args).every(({ path, value }) => {
    if (!Object.hasOwn(limits, path)) return false;
    const limit = limits[path]!;
    if ('is' in limit) return isDeepStrictEqual(limit.is, value);
    if ('atMost' in limit) return Array.isArray(value) && value.length <= limit.atMost;
    // What may be any value is one value: a list or an object would be many.
    return typeof value !== 'object' || value === null;
  });
}
