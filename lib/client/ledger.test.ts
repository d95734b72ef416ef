import { expect, test } from 'vitest';
import { ledgerFilter, ledgerSearch, readLedgerQuery } from './ledger';

test('an address says what is asked for, and what is asked for the address', () => {
  const query = readLedgerQuery({ q: 'open orders', program: ['p1', 'p2'], effect: 'write', outcome: 'failed', allowed: 'grant', within: '7d', until: '2026-01-02' });
  expect(ledgerSearch(query)).toBe('q=open+orders&program=p1&effect=write&outcome=failed&allowed=grant&within=7d&until=2026-01-02');
  expect(readLedgerQuery(Object.fromEntries(new URLSearchParams(ledgerSearch(query))))).toEqual(query);
  expect(ledgerFilter(query, Date.parse('2026-01-08T00:00:00Z'))).toMatchObject({
    programId: 'p1',
    words: 'open orders',
    since: '2026-01-01T00:00:00.000Z',
    until: '2026-01-02T00:00:00.000Z',
  });
});

test.each<Record<string, string>>([{ effect: 'both' }, { allowed: 'x' }, { within: 'constructor' }, { since: 'yesterday' }, { until: '2026-99-99' }, { q: '' }, { other: 'x' }])('%j asks for nothing', (params) => {
  expect(readLedgerQuery(params)).toEqual({});
});
