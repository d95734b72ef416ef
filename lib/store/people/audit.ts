import { and, desc, eq, lt } from 'drizzle-orm';
import type { Queryable } from '../database';
import { newId } from '../new-id';
import { audit, people } from './schema';

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
  'visibility-changed', 'shared', 'share-changed', 'share-revoked', 'pinned', 'unpinned', 'policy-changed', 'limit-changed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export type NewAuditEntry = { teamId: string | null; personId: string | null; action: AuditAction; subject?: string | null; detail?: Record<string, unknown> | null };

export function auditOf(db: Queryable) {
  return {
    async add(entry: NewAuditEntry): Promise<void> {
      await db.insert(audit).values({ ...entry, id: newId() });
    },

    /** A team's, the newest first; `before` a position where more are wanted. */
    async page(teamId: string, { before, limit }: { before?: number; limit: number }): Promise<AuditEntry[]> {
      const { id, position, at, personId, action, subject, detail } = audit;
      const rows = await db
        .select({ id, position, at, teamId: audit.teamId, personId, person: people.name, action, subject, detail })
        .from(audit)
        .leftJoin(people, eq(people.id, audit.personId))
        .where(and(eq(audit.teamId, teamId), before === undefined ? undefined : lt(audit.position, before)))
        .orderBy(desc(audit.position))
        .limit(limit);
      return rows.map((row) => ({ ...row, action: row.action as AuditAction }));
    },
  };
}
