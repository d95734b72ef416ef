import { expect, test } from 'vitest';
import type { Version } from '@/lib/program/program';
import { afterNoVersion } from './shown';

const source = { 'ui.tsx': 'export default function App() {}', 'data.ts': '' };
const current = { id: 'v2', source } as Version;

test('a reply that changes nothing leaves the current version shown, under its name', () => {
  expect(afterNoVersion({ source: { ...source }, ended: true, versionId: null }, current)).toEqual({ source, ended: true, versionId: 'v2' });
});

test('what was written before a reply was stopped is no version', () => {
  const shown = { source: { ...source, 'data.ts': 'export async function' }, ended: false, versionId: null };
  expect(afterNoVersion(shown, current)).toBe(shown);
  expect(afterNoVersion(shown, null)).toBe(shown);
});
