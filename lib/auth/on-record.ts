import { type NewAuditEntry, getStore } from '../store';
import type { Viewer } from './viewer';

/** Puts on record that a viewer did something in their team. `subject` is whom or what, as a person would call it. */
export async function onRecord(viewer: Viewer, action: NewAuditEntry['action'], subject: string | null = null, detail: Record<string, unknown> | null = null): Promise<void> {
  await (await getStore()).audit.add({ teamId: viewer.team.id, personId: viewer.id, action, subject, detail });
}
