import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from '@/proxy';

const headersOf = (path: string) => proxy(new NextRequest(`http://localhost:3000${path}`)).headers;

test('only a workspace is isolated, and frames what WebContainer’s vendor serves and nothing else', () => {
  const headers = headersOf('/p/0a1b/workspace');
  expect([headers.get('cross-origin-opener-policy'), headers.get('cross-origin-embedder-policy')]).toEqual(['same-origin', 'require-corp']);
  expect(headers.get('content-security-policy')).toContain('; frame-src https://stackblitz.com https://*.webcontainer-api.io; ');
  expect(headers.get('content-security-policy')).toContain("connect-src 'self';");
});

test.each(['/', '/p/0a1b', '/p/0a1b/workspace/other', '/p/0a1b/workspaces', '/settings', '/p/workspace', '/api/programs/0a1b/workspace'])('%s is as ever', (path) => {
  const headers = headersOf(path);
  expect(headers.get('cross-origin-embedder-policy')).toBeNull();
  expect(headers.get('content-security-policy')).toContain('; frame-src http://127.0.0.1:3000; ');
  expect(headers.get('content-security-policy')).not.toContain('stackblitz');
});
