import { describe, expect, it } from 'vitest';
import { type DoorRequest, openDoor } from './door';

const SITES = { appOrigin: 'http://localhost:3000', sandboxOrigin: 'http://127.0.0.1:3000' };
const ask = (request: Partial<DoorRequest>) =>
  openDoor({ method: 'GET', path: '/', host: 'localhost:3000', origin: undefined, fetchSite: undefined, ...request }, SITES);

describe('openDoor', () => {
  it('knows every name of a sandbox that has one for each program, and no other', () => {
    const sites = { appOrigin: 'https://vitrine.example', sandboxOrigin: 'https://*.frames.example:8443' };
    const at = (host: string) => openDoor({ method: 'GET', path: '/', host, origin: undefined, fetchSite: undefined }, sites);
    expect([at('p1.frames.example:8443'), at('vitrine.example')]).toEqual(['sandbox', 'app']);
    for (const host of ['frames.example:8443', 'a.b.frames.example:8443', 'p1.frames.example', '.frames.example:8443', 'evil-frames.example:8443']) expect(at(host)).toMatchObject({ status: 421 });
  });

  it.each<[string, Partial<DoorRequest>, unknown]>([
    ['the app by its name', {}, 'app'],
    ['the sandbox by its name', { host: '127.0.0.1:3000' }, 'sandbox'],
    ['a link from elsewhere to a page', { fetchSite: 'cross-site' }, 'app'],
    ['a post of our own page', { method: 'POST', path: '/api/prompt', origin: 'http://localhost:3000', fetchSite: 'same-origin' }, 'app'],
    ['a command-line client', { method: 'POST', path: '/api/prompt' }, 'app'],
    ['a rebound name', { host: 'evil.example:3000' }, { status: 421 }],
    ['no name at all', { host: undefined }, { status: 421 }],
    ['another port', { host: 'localhost:9' }, { status: 421 }],
    ['a post of another site', { method: 'POST', path: '/api/prompt', origin: 'https://evil.example' }, { status: 403 }],
    ['a post of the sandbox', { method: 'POST', path: '/api/bridge', origin: 'http://127.0.0.1:3000', fetchSite: 'cross-site' }, { status: 403 }],
    ['a post of the guest', { method: 'POST', path: '/api/bridge', origin: 'null' }, { status: 403 }],
    ['a form of another site to a page', { method: 'POST', path: '/', fetchSite: 'cross-site' }, { status: 403 }],
    ['a page elsewhere that may have a token', { method: 'POST', path: '/api/data/p_1-x', origin: 'https://elsewhere.example', fetchSite: 'cross-site' }, 'app'],
    ['what leads out of there', { method: 'POST', path: '/api/data/..%2fprompt', origin: 'https://elsewhere.example' }, { status: 403 }],
    ['somebody who comes back from a provider', { path: '/api/auth/oauth2/callback/acme?code=1', fetchSite: 'cross-site' }, 'app'],
    ['another route of signing in, by another site', { path: '/api/auth/magic-link/verify?token=1', fetchSite: 'cross-site' }, { status: 403 }],
    ['a read of the interface by another site', { path: '/api/files', fetchSite: 'cross-site' }, { status: 403 }],
  ])('%s', (_name, request, expected) => {
    const answer = ask(request);
    if (typeof expected === 'string') expect(answer).toBe(expected);
    else expect(answer).toMatchObject(expected as object);
  });
});
