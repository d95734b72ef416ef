import { createHash } from 'node:crypto';
import { MAX_ARGUMENT_DEPTH, MAX_ARGUMENT_UNITS } from './limits';

/** A data function and what it is asked. `key` is the same for the same question, in whatever order its fields stand. */
export type Question = { name: string; args: unknown; key: string };

/** What somebody asks; null where that can be no question: too long, too deep, or no object of plain values. */
export function questionOf(name: string, args: unknown): Question | null {
  const given = args ?? {};
  if (typeof given !== 'object' || Array.isArray(given) || !isPlain(given, MAX_ARGUMENT_DEPTH)) return null;
  const text = JSON.stringify(sorted(given));
  if (text.length > MAX_ARGUMENT_UNITS) return null;
  return { name, args: given, key: createHash('sha256').update(`${name} ${text}`).digest('base64url') };
}

function isPlain(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.entries(value).every(([key, part]) => key !== '__proto__' && isPlain(part, depth - 1));
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
