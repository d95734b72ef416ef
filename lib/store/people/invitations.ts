import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../program/role';
import type { Queryable } from '../database';
import { fromNow } from '../from-now';
import { newId } from '../new-id';
import { invitations, members, teams } from '../schema';

export type InvitedRole = Exclude<Role, 'owner'>;
export type Invitation = {
  id: string;
  teamId: string;
  role: InvitedRole;
  /** Null where whoever has the link may come. */
  email: string | null;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
};

/** 256 bits: nobody comes upon one by trying. */
const TOKEN_BYTES = 32;

const COLUMNS = {
  id: invitations.id,
  teamId: invitations.teamId,
  role: invitations.role,
  email: invitations.email,
  invitedBy: invitations.invitedBy,
  createdAt: invitations.createdAt,
  expiresAt: invitations.expiresAt,
};

/** Ends those that somebody made for a team and nobody used yet. */
export async function endInvitations(tx: Queryable, teamId: string, invitedBy: string): Promise<void> {
  await tx.delete(invitations).where(and(eq(invitations.teamId, teamId), eq(invitations.invitedBy, invitedBy), isNull(invitations.usedAt)));
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** Invitations into teams. One is good for one person, until its time is over or it's revoked; then it is as if it had never been. */
export function invitationsOf(db: Queryable) {
  const open = and(isNull(invitations.usedAt), gt(invitations.expiresAt, sql`now()`));

  return {
    /** The token is told here and never again. */
    async add({ seconds, email, ...invitation }: Pick<Invitation, 'teamId' | 'role' | 'email' | 'invitedBy'> & { seconds: number }): Promise<Invitation & { token: string }> {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const row = { ...invitation, email: email?.toLowerCase() ?? null, id: newId(), tokenHash: hashOf(token), expiresAt: fromNow(seconds) };
      const [added] = await db.insert(invitations).values(row).returning(COLUMNS);
      return { ...added!, token };
    },

    /** Those of a team that can be used still. */
    async list(teamId: string): Promise<Invitation[]> {
      return db.select(COLUMNS).from(invitations).where(and(eq(invitations.teamId, teamId), open)).orderBy(asc(invitations.createdAt));
    },

    /** The invitation behind a token, and into which team. Null where it's used, revoked, over, or never was. */
    async find(token: string): Promise<(Invitation & { team: string }) | null> {
      const [row] = await db
        .select({ ...COLUMNS, team: teams.name })
        .from(invitations)
        .innerJoin(teams, eq(teams.id, invitations.teamId))
        .where(and(eq(invitations.tokenHash, hashOf(token)), open));
      return row ?? null;
    },

    /** Takes a person into the team, once. Null where it can't be used, or was meant for another address. */
    async use(token: string, person: { id: string; email: string }): Promise<Invitation | null> {
      return db.transaction(async (tx) => {
        const isTheirs = sql`(${invitations.email} is null or ${invitations.email} = ${person.email.toLowerCase()})`;
        const [used] = await tx
          .update(invitations)
          .set({ usedAt: new Date().toISOString() })
          .where(and(eq(invitations.tokenHash, hashOf(token)), open, isTheirs))
          .returning(COLUMNS);
        if (!used) return null;
        await tx.insert(members).values({ teamId: used.teamId, personId: person.id, role: used.role }).onConflictDoNothing();
        return used;
      });
    },

    async revoke(teamId: string, id: string): Promise<Invitation | null> {
      return (await db.delete(invitations).where(and(eq(invitations.id, id), eq(invitations.teamId, teamId), open)).returning(COLUMNS))[0] ?? null;
    },
  };
}
