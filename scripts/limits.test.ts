import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LIMITS_FILE, limitsAsText, limitsOf } from './limits.ts';

test('limits are read with their number and their reason', () => {
  const text = `
/** Of the file. */

/** Rows: more is never read. */
export const MAX_ROWS = 10_000;
const MAX_BYTES: number = 8 * 1024 * 1024;

const MAX_DAYS = 7; // A week.
/**
 * Milliseconds,
 * in two lines.
 */
export const WAIT_MS = 0.5;
export const DEFAULT_LIMITS: Limits = {
  /** Calls. */
  calls: 1_000,
  /** Texts of calls. */
  units: 2 * 1024,
};
/** Too many | <of them>. */
const MAX_NAMES = ['a'].length;
`;
  expect(limitsOf(text, true)).toEqual([
    { name: 'MAX_ROWS', number: '10,000', reason: 'Rows: more is never read.' },
    { name: 'MAX_BYTES', number: '8,388,608', reason: 'Rows: more is never read.' },
    { name: 'MAX_DAYS', number: '7', reason: 'A week.' },
    { name: 'WAIT_MS', number: '0.5', reason: 'Milliseconds, in two lines.' },
    { name: 'DEFAULT_LIMITS.calls', number: '1,000', reason: 'Calls.' },
    { name: 'DEFAULT_LIMITS.units', number: '2,048', reason: 'Texts of calls.' },
    { name: 'MAX_NAMES', number: '[a].length', reason: 'Too many | <of them>.' },
  ]);
  expect(limitsOf(text, false).map(({ name }) => name)).not.toContain('WAIT_MS');
});

test('docs/LIMITS.md is what the constants say (npm run limits), and each has a reason', () => {
  expect(readFileSync(LIMITS_FILE, 'utf8')).toBe(limitsAsText());
});
