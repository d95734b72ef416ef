import type { TeamStore } from '../store';

/** Days that the audit log is kept unless somebody chooses otherwise: what is asked about at a year's end is still there. */
const DEFAULT_KEPT_DAYS = 365;
export const AUDIT_DAYS_CHOICES = [90, 365, 1_095, 2_555] as const;
const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS_KEY = 'audit.days';

type Kept = Pick<TeamStore, 'settings' | 'audit'>;

/** How many days a team's audit log is kept. */
export async function auditDays({ settings }: Pick<Kept, 'settings'>): Promise<number> {
  return (await settings.get<number>(DAYS_KEY)) ?? DEFAULT_KEPT_DAYS;
}

/** From now on entries are kept for so many days; what is older goes at once. Gives how many went. */
export async function keepAuditFor(store: Kept, days: number): Promise<number> {
  await store.settings.set(DAYS_KEY, days);
  return pruneAudit(store);
}

/** Removes what is older than it is kept. Gives how many entries that were. */
export async function pruneAudit(store: Kept, now = Date.now()): Promise<number> {
  return store.audit.prune(new Date(now - (await auditDays(store)) * DAY_MS).toISOString());
}
