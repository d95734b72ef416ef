import http from 'node:http';
import { startApp } from './app';
import { expect, test } from './test';

test('a fresh start prints one line with the address', async () => {
  const fresh = await startApp();
  try {
    expect(fresh.said().trim()).toBe(`Vitrine is open at ${fresh.url}`);
    expect((await fetch(`${fresh.url}/api/health`)).ok).toBe(true);
  } finally {
    await fresh.close();
  }
});

test('a taken port is said plainly', async ({ app }) => {
  const second = await startApp({ PORT: String(app.port) }).then(
    () => 'it started',
    (error: Error) => error.message,
  );
  expect(second).toContain(`Port ${app.port} is taken`);
});

test('a folder that another server owns is said plainly', async ({ app }) => {
  const second = await startApp({ VITRINE_DATA: app.dataDir }).then(
    () => 'it started',
    (error: Error) => error.message,
  );
  expect(second).toMatch(/already running/i);
});

test('foreign names and posts from other sites are refused', async ({ app }) => {
  const post = { method: 'POST', headers: { host: `localhost:${app.port}`, origin: 'https://evil.example', 'content-type': 'application/json' } };
  expect(await status(app.port, { headers: { host: 'evil.example' } })).toBe(421);
  expect(await status(app.port, { ...post, path: '/api/prompt' })).toBe(403);
  expect(await status(app.port, { path: '/api/programs', headers: { host: `localhost:${app.port}`, 'sec-fetch-site': 'cross-site' } })).toBe(403);
});

test('each site answers with its own routes only, and the sandbox carries its policy everywhere', async ({ app, request }) => {
  const sandbox = `http://127.0.0.1:${app.port}`;
  for (const path of ['/', '/api/programs', '/nothing-here']) {
    const answer = await request.get(sandbox + path);
    expect(answer.status()).toBe(404);
    expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
    expect(answer.headers()['content-security-policy']).toContain(`frame-ancestors http://localhost:${app.port}`);
  }
  const home = await request.get('/');
  expect(home.headers()['content-security-policy']).toContain(`frame-src ${sandbox}`);
});

function status(port: number, options: http.RequestOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    http.request({ host: '127.0.0.1', port, path: '/', ...options }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    }).on('error', reject).end();
  });
}
