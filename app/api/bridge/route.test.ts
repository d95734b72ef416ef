import { expect, test } from 'vitest';
import type { CallLine } from '@/lib/bridge/messages';
import { setConnections } from '@/lib/connection/test-connections';
import type { Connector } from '@/lib/connector/contract';
import { openTestStore } from '@/lib/store/test-store';
import { POST } from './route';

const wall: Pick<Connector, 'effectOf' | 'call' | 'check' | 'describe'> = {
  effectOf: () => 'read',
  call: async (operation) => ({ value: operation, rows: 0, bytes: 1, ms: 0 }),
  check: async () => ({ ok: true, columns: [] }),
  describe: async () => ({ kind: 'api', title: 'Wall', operations: [] }) as never,
};

const { store } = await openTestStore();
setConnections({ connector: async (name) => (name === 'wall' ? (wall as Connector) : null) });
const { id: programId } = await store.programs.create({ title: 'Wall' });
await store.team('local').grants.add({ effect: 'read', programId, binding: 'wall', names: ['list'], maxRows: null, seconds: null });

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
