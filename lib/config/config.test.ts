import { describe, expect, it } from 'vitest';
import { readConfig } from './config';

describe('readConfig', () => {
  it('puts app and sandbox on two loopback names of one port', () => {
    expect(readConfig({ PORT: '4100' })).toMatchObject({
      port: 4100,
      appOrigin: 'http://localhost:4100',
      sandboxOrigin: 'http://127.0.0.1:4100',
      dataDir: '.vitrine',
      databaseUrl: null,
      secret: null,
    });
  });

  it.each(['0', '65536', '80.5', 'http'])('refuses the port %s', (PORT) => {
    expect(() => readConfig({ PORT })).toThrow(/PORT must be/);
  });

  it('takes a pace for the composer, 0 among them, and refuses what is none', () => {
    expect([undefined, '', '0', '40'].map((pace) => readConfig({ COMPOSER_PACE_MS: pace }).composerPaceMs)).toEqual([null, null, 0, 40]);
    for (const pace of ['fast', '-1', '1.5', '1001']) expect(() => readConfig({ COMPOSER_PACE_MS: pace })).toThrow(/COMPOSER_PACE_MS must be/);
  });

  it.each([
    ['http://localhost:3000', 'http://sandbox.localhost:3000'],
    ['https://vitrine.example.com', 'https://frames.example.net'],
    ['https://vitrine.example.com', 'https://*.frames.example.net'],
    ['https://one.github.io', 'https://two.github.io'],
  ])('takes %s beside %s', (APP_ORIGIN, SANDBOX_ORIGIN) => {
    expect(readConfig({ APP_ORIGIN, SANDBOX_ORIGIN })).toMatchObject({ appOrigin: APP_ORIGIN, sandboxOrigin: SANDBOX_ORIGIN });
  });

  it.each([
    ['https://app.example.com', 'https://sandbox.example.com'],
    ['https://app.example.co.uk', 'https://*.example.co.uk'],
    ['https://example.com', 'https://*.example.com:8443'],
  ])('refuses %s beside %s, and says what to do', (APP_ORIGIN, SANDBOX_ORIGIN) => {
    expect(() => readConfig({ APP_ORIGIN, SANDBOX_ORIGIN })).toThrow(/same site as the app.*a domain of its own/);
  });

  it('takes a wildcard for nothing but the sandbox', () => {
    expect(() => readConfig({ APP_ORIGIN: 'https://*.example.com' })).toThrow(/APP_ORIGIN must be an origin/);
    expect(() => readConfig({ SANDBOX_ORIGIN: 'https://a.*.example.com' })).toThrow(/SANDBOX_ORIGIN must be an origin/);
  });

  it('refuses a sandbox on the site of the app', () => {
    expect(() => readConfig({ APP_ORIGIN: 'https://a.example', SANDBOX_ORIGIN: 'https://a.example:8443' })).toThrow(/same site/);
  });

  it('refuses an address with a path', () => {
    expect(() => readConfig({ APP_ORIGIN: 'https://a.example/app' })).toThrow(/must be an origin/);
  });
});
