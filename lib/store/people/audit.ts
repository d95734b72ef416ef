import { and, desc, eq, gte, inArray, lt } from 'drizzle-orm';
import type { Queryable } from '../database';
import { newId } from '../new-id';
import { audit, people } from '../schema';

/** What somebody did about people and about who may do what. */
export type AuditEntry = {
  id: string;
  position: number;
  at: string;
  teamId: string | null;
  personId: string | null;
  /** Their name now; null where they are gone or nobody was signed in. */
  person: string | null;
  action: AuditAction;
  /** Whom or what it was done to, as it was called then. */
  subject: string | null;
  detail: Record<string, unknown> | null;
};

export const AUDIT_ACTIONS = [
  'accounts-opened', 'signed-in', 'signed-out-everywhere', 'password-changed',
  'team-made', 'team-renamed', 'team-removed',
  'invited', 'invitation-revoked', 'joined', 'left', 'removed', 'role-changed', 'ownership-transferred', 'person-deleted',
  'visibility-changed', 'shared', 'share-changed', 'share-revoked', 'remixed', 'pinned', 'unpinned', 'policy-changed', 'limit-changed',
  'connection-added', 'connection-changed', 'connection-removed', 'file-removed', 'model-added', 'model-removed',
  'granted', 'grant-revoked', 'change-allowed', 'change-denied', 'reading-opened', 'reading-closed', 'token-made', 'token-revoked', 'exported', 'program-deleted', 'keeping-changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type NewAuditEntry = { teamId: string | null; personId: string | null; action: AuditAction; aboutId?: string | null; subject?: string | null; detail?: Record<string, unknown> | null };

/** Entries that fit all of what is given. */
export type AuditFilter = { personId?: string; actions?: readonly AuditAction[]; since?: string };

/** Removed at a time. */
const PRUNED_AT_ONCE = 2_000;

export function auditOf(db: Queryable) {
  return {
    async add(entry: NewAuditEntry): Promise<void> {
      await db.insert(audit).values({ ...entry, id: newId() });
    },

    /** A team's, the newest first; `before` a position where more are wanted. */
    async page(teamId: string, { before, limit, ...filter }: AuditFilter & { before?: number; limit: number }): Promise<AuditEntry[]> {
      const { id, position, at, personId, action, subject, detail } = audit;
      const rows = await db
        .select({ id, position, at, teamId: audit.teamId, personId, person: people.name, action, subject, detail })
        .from(audit)
        .leftJoin(people, eq(people.id, audit.personId))
        .where(and(eq(audit.teamId, teamId), filter.personId === undefined ? undefined : eq(audit.personId, filter.personId), filter.actions && inArray(audit.action, [...filter.actions]), filter.since === undefined ? undefined : gte(audit.at, filter.since), before === undefined ? undefined : lt(audit.position, before)))
        .orderBy(desc(audit.position))
        .limit(limit);
      return rows.map((row) => ({ ...row, action: row.action as AuditAction }));
    },

    /** Everybody who did something in a team, by name; null for who is gone. */
    async people(teamId: string): Promise<{ id: string; name: string | null }[]> {
      const rows = await db.selectDistinct({ id: audit.personId, name: people.name }).from(audit).leftJoin(people, eq(people.id, audit.personId)).where(eq(audit.teamId, teamId));
      return rows.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }])).toSorted((a, b) => (a.name ?? '~').localeCompare(b.name ?? '~'));
    },

    /** Removes a team's entries from before a moment (ISO), some at a time. Gives how many there were. */
    async prune(teamId: string, olderThan: string): Promise<number> {
      for (let removed = 0; ; ) {
        const some = db.select({ id: audit.id }).from(audit).where(and(eq(audit.teamId, teamId), lt(audit.at, olderThan))).limit(PRUNED_AT_ONCE);
        const gone = (await db.delete(audit).where(inArray(audit.id, some)).returning({ id: audit.id })).length;
        removed += gone;
        if (gone < PRUNED_AT_ONCE) return removed;
      }
    },
  };
}
