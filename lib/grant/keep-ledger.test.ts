import { expect, test } from 'vitest';
import type { pruneAudit } from './keep-audit';
import { keepFor, pruneLedger, readKeeping, startPruning } from './keep-ledger';

/** A ledger of ages in days, before a moment. */
function storeWith(ages: number[], now: number) {
  const kept = new Map<string, unknown>();
  let lines = ages.map((age) => new Date(now - age * 86_400_000).toISOString());
  const prune = async (olderThan: string, signal?: AbortSignal) => {
    const before = lines.length;
    if (!signal?.aborted) lines = lines.filter((at) => at >= olderThan);
    return before - lines.length;
  };
  const asked = { prunedBefore: '', auditBefore: '' };
  const store = {
    approvals: { prune: async (olderThan: string) => void (asked.prunedBefore = olderThan) },
    settings: { get: async (key: string) => kept.get(key) ?? null, set: async (key: string, value: unknown) => void kept.set(key, value) },
    ledger: { prune, tidy: async () => {} },
    audit: { prune: async (olderThan: string) => ((asked.auditBefore = olderThan), 0) },
  } as unknown as Parameters<typeof readKeeping>[0] & Parameters<typeof pruneAudit>[0];
  return { store, asked, left: () => lines.length };
}

test('lines are kept for a quarter, or as chosen, and what went is told', async () => {
  const now = Date.now();
  const { store, asked, left } = storeWith([0, 8, 40, 100, 400], now);
  expect(await readKeeping(store)).toMatchObject({ days: 90, pruned: null });
  await pruneLedger(store, undefined, now);
  expect(left()).toBe(3);
  expect(asked.prunedBefore).toBe(new Date(now - 90 * 86_400_000).toISOString());
  expect((await readKeeping(store)).pruned).toEqual({ at: new Date(now).toISOString(), olderThan: new Date(now - 90 * 86_400_000).toISOString(), lines: 2, total: 2 });
  const keeping = await keepFor(store, 7);
  expect(left()).toBe(1);
  expect(keeping).toMatchObject({ days: 7, pruned: { lines: 2, total: 4 } });
  await pruneLedger(store, undefined, now);
  expect((await readKeeping(store)).pruned).toEqual(keeping.pruned);
});

test('it is pruned at the start, and ends with the house', async () => {
  const { store, asked, left } = storeWith([0, 100], Date.now());
  const end = startPruning({ teams: { ids: async () => ['local'] }, team: () => store });
  await expect.poll(left).toBe(1);
  await end();
  expect(Date.now() - Date.parse(asked.auditBefore)).toBeGreaterThanOrEqual(365 * 86_400_000);
});
