import type { LedgerPage } from '@/lib/client/ledger';
import { type LedgerFilter, getStore } from '@/lib/store';

/** Lines of a page: more than a screen, less than what takes a while to draw. */
const LINES = 50;

export async function ledgerPage(filter: LedgerFilter, before?: number): Promise<LedgerPage> {
  const lines = await (await getStore()).ledger.page(filter, { before, limit: LINES + 1 });
  return { lines: lines.slice(0, LINES), more: lines.length > LINES };
}
