import { type SQL, and, eq, gte, inArray, isNull, lt, notInArray, sql } from 'drizzle-orm';
import { ledger } from '../schema';
import type { LedgerFilter } from './line';
import { textQuery } from './search-words';

/** A filter as SQL, each part of it with an index to go by. */
export function conditionsOf(filter: LedgerFilter): SQL | undefined {
  const { ids, programId, viewer, binding, effect, outcome, allowed, since, until, words } = filter;
  const query = words ? textQuery(words) : null;
  return and(
    ids ? inArray(ledger.id, [...ids]) : undefined,
    programId ? eq(ledger.programId, programId) : undefined,
    viewer ? eq(ledger.viewer, viewer) : undefined,
    binding ? eq(ledger.binding, binding) : undefined,
    effect ? eq(ledger.effect, effect) : undefined,
    outcome === 'failed' ? notInArray(ledger.outcome, ['ok', 'begun']) : outcome ? eq(ledger.outcome, outcome) : undefined,
    allowed === 'nobody' ? isNull(ledger.allowedAs) : allowed ? eq(ledger.allowedAs, allowed) : undefined,
    since ? gte(ledger.at, since) : undefined,
    until ? lt(ledger.at, until) : undefined,
    query ? sql`${ledger.words} @@ ${query}::tsquery` : undefined,
  );
}
