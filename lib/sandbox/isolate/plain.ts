import { MAX_DEPTH } from './limits';

/**
 * True for parsed JSON that is safe to hand on: not nested so deep that code which walks it runs out of stack, and without a
 * key `__proto__`, which turns into a prototype as soon as somebody copies it.
 */
export function isPlain(value: unknown, depth = MAX_DEPTH): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object' || isPlain(item, depth - 1));
  for (const key in value) {
    if (key === '__proto__') return false;
    const part = (value as Record<string, unknown>)[key];
    if (typeof part === 'object' && !isPlain(part, depth - 1)) return false;
  }
  return true;
}
