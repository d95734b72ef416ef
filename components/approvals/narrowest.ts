import { argumentLeaves } from '@/lib/binding/argument-leaves';
import type { Limits } from '@/lib/client/approvals';

/** The narrowest limits that cover some calls: values that are the same in all of them, and lists no longer than the longest. */
export function narrowest(calls: readonly unknown[]): Limits {
  const limits: Limits = {};
  for (const { path, value } of calls.flatMap((args) => argumentLeaves(args))) {
    const before = Object.hasOwn(limits, path) ? limits[path] : undefined;
    limits[path] = Array.isArray(value) ? longer(before, value.length) : same(before, value);
  }
  return limits;
}

function longer(before: Limits[string] | undefined, length: number): Limits[string] {
  return { atMost: Math.max(length, before && 'atMost' in before ? before.atMost : 0) };
}

function same(before: Limits[string] | undefined, value: unknown): Limits[string] {
  if (before === undefined) return { is: value };
  return 'is' in before && JSON.stringify(before.is) === JSON.stringify(value) ? before : { any: true };
}
