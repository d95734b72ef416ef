import { and, asc, count, eq, inArray, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { Refusal } from '../../program/refusal';
import { type Role, isAtLeast } from '../../program/role';
import type { Database, Queryable } from '../database';
import { newId } from '../new-id';
import { bindingUsers, connections, dataTokens, files, ledger, members, people, pinSections, programs, settings, shares, spending, spendingHolds, spendingLimits, teams } from '../schema';
import { revokeShares, signalOf } from '../shares';
import { endInvitations } from './invitations';

export type Team = { id: string; name: string; createdAt: string };
export type Member = { id: string; name: string; email: string; role: Role; joinedAt: string };

/** Teams and who is in them with which role. A team always has an owner. */
export function teamsOf({ db, signals }: Pick<Database, 'db' | 'signals'>) {
  const one = (teamId: string, personId: string) => and(eq(members.teamId, teamId), eq(members.personId, personId));

  /** Changes who is in a team while nobody else does, and takes nothing that would leave it without an owner. */
  function change(teamId: string, work: (tx: Queryable) => Promise<void>): Promise<void> {
    return db.transaction(async (tx) => {
      await tx.select({ id: teams.id }).from(teams).where(eq(teams.id, teamId)).for('update');
      await work(tx as unknown as Queryable);
      const [owners] = await tx.select({ count: count() }).from(members).where(and(eq(members.teamId, teamId), eq(members.role, 'owner')));
      if (owners!.count === 0) throw new Refusal(409, 'A team needs an owner. Make somebody else an owner first.');
    });
  }

  return {
    async get(id: string): Promise<Team | null> {
      return (await db.select().from(teams).where(eq(teams.id, id)))[0] ?? null;
    },

    async ids(): Promise<string[]> {
      return (await db.select({ id: teams.id }).from(teams)).map(({ id }) => id);
    },

    create({ name, ownerId }: { name: string; ownerId: string }): Promise<Team> {
      return db.transaction(async (tx) => {
        const [team] = await tx.insert(teams).values({ id: newId(), name }).returning();
        await tx.insert(members).values({ teamId: team!.id, personId: ownerId, role: 'owner' });
        return team!;
      });
    },

    async rename(id: string, name: string): Promise<void> {
      await db.update(teams).set({ name }).where(eq(teams.id, id));
    },

    /** With everything that is its. What it kept on the disk stays there and is named by nothing. */
    async remove(id: string): Promise<void> {
      await db.transaction(async (tx) => {
        for (const table of [programs, pinSections, connections, files, ledger, settings, spending, spendingHolds, spendingLimits, bindingUsers]) await tx.delete(table).where(eq(table.teamId, id));
        await tx.delete(teams).where(eq(teams.id, id));
      });
    },

    /** The teams of a person, in the order they came into them. */
    async of(personId: string): Promise<(Team & { role: Role })[]> {
      return db
        .select({ id: teams.id, name: teams.name, createdAt: teams.createdAt, role: members.role })
        .from(members)
        .innerJoin(teams, eq(teams.id, members.teamId))
        .where(eq(members.personId, personId))
        .orderBy(asc(members.createdAt), asc(teams.id));
    },

    /** What a person is in a team; null where they aren't in it. */
    async role(teamId: string, personId: string): Promise<Role | null> {
      return (await db.select({ role: members.role }).from(members).where(one(teamId, personId)))[0]?.role ?? null;
    },

    /** In the order they came. */
    async members(teamId: string): Promise<Member[]> {
      return db
        .select({ id: people.id, name: people.name, email: people.email, role: members.role, joinedAt: members.createdAt })
        .from(members)
        .innerJoin(people, eq(people.id, members.personId))
        .where(eq(members.teamId, teamId))
        .orderBy(asc(members.createdAt), asc(people.id));
    },

    /** Somebody who is in it already keeps the role they have. */
    async join(teamId: string, personId: string, role: Role): Promise<void> {
      await db.insert(members).values({ teamId, personId, role }).onConflictDoNothing();
    },

    /** Invitations of who invites nobody any more end. @throws Refusal where the team would have no owner left, or they aren't in it */
    setRole(teamId: string, personId: string, role: Role): Promise<void> {
      return change(teamId, async (tx) => {
        const changed = await tx.update(members).set({ role }).where(one(teamId, personId)).returning({ role: members.role });
        if (changed.length === 0) throw new Refusal(404, 'They are not in this team any more.');
        if (!isAtLeast(role, 'admin')) await endInvitations(tx, teamId, personId);
      });
    },

    /** One owner makes another person the owner and is an admin from then on. @throws Refusal where that one isn't in the team */
    transfer(teamId: string, from: string, to: string): Promise<void> {
      return change(teamId, async (tx) => {
        const changed = await tx.update(members).set({ role: 'owner' }).where(one(teamId, to)).returning({ role: members.role });
        if (changed.length === 0) throw new Refusal(404, 'They are not in this team any more.');
        await tx.update(members).set({ role: 'admin' }).where(and(one(teamId, from), sql`${members.personId} <> ${to}`));
      });
    },

    /**
     * What they made stays; what was private is opened by nobody until they come back. Their links and tokens to what is the team's end, and invitations
     * that they could come back by.
     * @throws Refusal where the team would have no owner left
     */
    async leave(teamId: string, personId: string): Promise<void> {
      let links: string[] = [];
      let tokens: { id: string }[] = [];
      await change(teamId, async (tx) => {
        await tx.delete(members).where(one(teamId, personId));
        await endInvitations(tx, teamId, personId);
        const its = (programId: AnyPgColumn) => inArray(programId, tx.select({ id: programs.id }).from(programs).where(eq(programs.teamId, teamId)));
        links = await revokeShares(tx, and(eq(shares.ownerId, personId), its(shares.programId))!);
        tokens = await tx.delete(dataTokens).where(and(eq(dataTokens.createdBy, personId), its(dataTokens.programId))).returning({ id: dataTokens.id });
      });
      for (const id of links) signals.announce(signalOf(id));
      for (const { id } of tokens) signals.announce(`data-token:${id}`);
    },
  };
}
