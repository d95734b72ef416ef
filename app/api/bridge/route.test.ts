import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CallLine } from '@/lib/bridge/messages';
import type { Connections } from '@/lib/connection/connections';
import type { Connector } from '@/lib/connector/contract';
import { type Store, openStore } from '@/lib/store';
import { POST } from './route';

const folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
const kept = globalThis as { vitrineStore?: Promise<Store>; vitrineConnections?: Map<string, Connections> };
let store: Store;
let programId: string;

const wall: Pick<Connector, 'effectOf' | 'call' | 'check' | 'describe'> = {
  effectOf: () => 'read',
  call: async (operation) => ({ value: operation, rows: 0, bytes: 1, ms: 0 }),
  check: async () => ({ ok: true, columns: [] }),
  describe: async () => ({ kind: 'api', title: 'Wall', operations: [] }) as never,
};

beforeAll(async () => {
  process.env.VITRINE_DATA = folder;
  kept.vitrineStore = openStore({ dataDir: folder });
  store = await kept.vitrineStore;
  kept.vitrineConnections = new Map([['local', { connector: async (name: string) => (name === 'wall' ? wall : null) } as unknown as Connections]]);
  programId = (await store.programs.create({ title: 'Wall' })).id;
  await store.team('local').grants.add({ effect: 'read', programId, binding: 'wall', names: ['list'], maxRows: null, seconds: null });
}, 60_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

async function send(...calls: [binding: string, operation: string][]): Promise<{ status: number; outcomes: string[] }> {
  const body = { programId, calls: calls.map(([binding, operation], id) => ({ id, binding, operation, args: {} })) };
  const response = await POST(new Request('http://localhost/api/bridge', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }), {});
  const lines = (await response.text()).trim().split('\n').map((line) => JSON.parse(line) as Exclude<CallLine, { waits: true }>);
  return { status: response.status, outcomes: lines.toSorted((a, b) => a.id - b.id).map((line) => (line.ok ? 'ok' : line.error.code)) };
}

test('a batch of which every call was refused is 403, with its answers; the ledger has a line of each', async () => {
  expect(await send(['wall', 'keys'], ['wall', 'rules'])).toEqual({ status: 403, outcomes: ['not-granted', 'not-granted'] });
  // An answer doesn’t wait for its line.
  await expect.poll(async () => (await store.team('local').ledger.list(programId, { limit: 9 })).map(({ operation, outcome }) => `${operation} ${outcome}`).toSorted()).toEqual(['keys not-granted', 'rules not-granted']);
});

test('one that was answered, or failed otherwise, makes it 200', async () => {
  expect(await send(['wall', 'list'], ['wall', 'keys'])).toEqual({ status: 200, outcomes: ['ok', 'not-granted'] });
  expect(await send(['wall', 'keys'], ['nothing', 'keys'])).toEqual({ status: 200, outcomes: ['not-granted', 'unknown-binding'] });
});
