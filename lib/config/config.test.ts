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

  it('refuses a sandbox on the site of the app', () => {
    expect(() => readConfig({ APP_ORIGIN: 'https://a.example', SANDBOX_ORIGIN: 'https://a.example:8443' })).toThrow(/another host/);
  });

  it('refuses an address with a path', () => {
    expect(() => readConfig({ APP_ORIGIN: 'https://a.example/app' })).toThrow(/must be an origin/);
  });
});
