import { type NextRequest, NextResponse } from 'next/server';
import { readConfig } from './lib/config/config';

/** The one page that runs a WebContainer. */
const WORKSPACE = /^\/p\/[^/]+\/workspace\/?$/;
/** Where WebContainer's runtime comes from, and where it shows what listens inside of it. Nothing else is framed there. */
const WEBCONTAINER_HOSTS = 'https://stackblitz.com https://*.webcontainer-api.io';

/** Every page of the app carries a policy of its own: scripts by nonce only, frames only from the sandbox's site. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const isWorkspace = WORKSPACE.test(request.nextUrl.pathname);
  const policy = contentSecurityPolicy(nonce, isWorkspace ? WEBCONTAINER_HOSTS : readConfig().sandboxOrigin);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  // Where to go on after signing in.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('referrer-policy', 'no-referrer');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  // With it a page is cross-origin isolated, and may embed nothing that doesn't agree to it: the frame of generated code doesn't.
  if (isWorkspace) response.headers.set('cross-origin-embedder-policy', 'require-corp');
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
  return response;
}

function contentSecurityPolicy(nonce: string, framed: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Libraries set style attributes (panel sizes, popover positions); style sheets come from us alone.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "worker-src 'self'",
    `frame-src ${framed}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  matcher: [
    {
      // A body that passes through here is kept in memory and cut off at 10 MB; files are larger.
      source: '/((?!api/files|_next/static|_next/image|favicon.ico|icon.svg).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
};
