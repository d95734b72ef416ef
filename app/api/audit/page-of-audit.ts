import type { Viewer } from '@/lib/auth/viewer';
import type { AuditPage } from '@/lib/client/audit';
import { type AuditFilter, getStore } from '@/lib/store';

const ENTRIES = 100;

/** A page of the team's audit log, the newest first. */
export async function auditPage(viewer: Viewer, filter: AuditFilter, before?: number): Promise<AuditPage> {
  const entries = await (await getStore()).audit.page(viewer.team.id, { ...filter, before, limit: ENTRIES + 1 });
  return { entries: entries.slice(0, ENTRIES), more: entries.length > ENTRIES };
}
