import { expect, test } from 'vitest';
import { ServerGone, TypeScriptServer } from './typescript-server';

const VIRTUAL_ROOT = '/vitrine-start';
const CONFIG = `${VIRTUAL_ROOT}/tsconfig.json`;

function start(startMs?: number): Promise<TypeScriptServer> {
  const files = new Map([
    [CONFIG, JSON.stringify({ compilerOptions: { noLib: true, types: [] }, files: ['a.ts'] })],
    [`${VIRTUAL_ROOT}/a.ts`, 'export const one = 1;'],
  ]);
  return TypeScriptServer.start({ cwd: process.cwd(), virtualRoot: VIRTUAL_ROOT, files, projects: [CONFIG], startMs });
}

test('a start that takes too long is given up, and says so', async () => {
  const failed = start(0);
  await expect(failed).rejects.toThrow('did not start within 0 s');
  await expect(failed).rejects.toBeInstanceOf(ServerGone);
});

test('the limit of the start does not end a server that stands', async () => {
  const server = await start(5_000);
  expect((await server.refresh())(CONFIG)).toBeDefined();
  expect(server.alive).toBe(true);
  server.kill();
  expect(server.alive).toBe(false);
});
