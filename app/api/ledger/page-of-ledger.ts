import type { LedgerPage } from '@/lib/client/ledger';
import type { Viewer } from '@/lib/auth/viewer';
import { isAtLeast } from '@/lib/program/role';
import { type LedgerFilter, type TeamStore, getStore } from '@/lib/store';

/** Lines of a page: more than a screen, less than what takes a while to draw. */
const LINES = 50;

export type ViewersLedger = Pick<TeamStore['ledger'], 'page' | 'values'>;

/** The team's ledger as a viewer may read it: admins all of it, others what was done in their name. */
export async function ledgerFor(viewer: Viewer): Promise<ViewersLedger> {
  const { ledger } = (await getStore()).team(viewer.team.id);
  if (isAtLeast(viewer.team.role, 'admin')) return ledger;
  return { ...ledger, page: (filter, more) => ledger.page({ ...filter, viewer: viewer.id }, more) };
}

export async function ledgerPage(viewer: Viewer, filter: LedgerFilter, before?: number): Promise<LedgerPage> {
  const lines = await (await ledgerFor(viewer)).page(filter, { before, limit: LINES + 1 });
  return { lines: lines.slice(0, LINES), more: lines.length > LINES };
}
