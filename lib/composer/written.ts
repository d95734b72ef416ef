import { createHash } from 'node:crypto';
import type { Source } from '../program/program';
import type { Plan } from './plan';
import { write } from './write/write';

/**
 * A Plan with the mark of the files that it writes now. The writer gets better from one release to the next; by the mark a Plan is known to be
 * what wrote a program that the writer of today would write otherwise.
 */
export function stamped(plan: Plan): Plan {
  return { ...plan, written: stampOf(write(plan)) };
}

/** Whether the files are still what their Plan wrote. Plans of before there were marks are written once more. */
export function isWritten(plan: Plan, source: Source): boolean {
  return stampOf(source) === (plan.written ?? stampOf(write(plan)));
}

/** The mark of files. Line ends at the end are no change: a fence does not keep them. */
export function stampOf(source: Source): string {
  const hash = createHash('sha256');
  for (const file of [source['ui.tsx'], source['data.ts']]) hash.update(file.trimEnd()).update('\0');
  return hash.digest('hex').slice(0, 32);
}
