import { type SQL, and, eq, getTableColumns, getTableName, inArray, is, isNull, or, sql } from 'drizzle-orm';
import { type AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { Refusal } from '../../program/refusal';
import type { Database, Queryable } from '../database';
import * as schema from '../schema';
import { signalOf } from '../shares';

const { approvals, audit, dataTokens, grants, invitations, ledger, members, people, programs, replies, shares, teams, verifications } = schema;

/** Who stands in a record in the place of somebody whose account is deleted. No account has this id. */
export const DELETED = 'deleted-person';
const DELETED_NAME = 'Deleted person';

/** What becomes of private programs: deleted, or somebody else's from then on, as private as before. */
export type PrivatePrograms = { delete: true } | { handTo: string };

export type Removal = {
  personId: string;
  /** In one team; null for everything of theirs, their account too. */
  teamId: string | null;
  privatePrograms: PrivatePrograms;
  /** Whose the team's programs become. Where nobody is named: the team's first owner beside them. */
  heir?: string;
};

/** What would be deleted, for who is asked whether it should. */
export type RemovalPreview = { name: string; email: string; private: string[]; team: number; links: number; tokens: number; teams: string[]; teamsToo: string[]; account: boolean };

/** Columns that say who did or made something, in any table: what was done stays, the name goes. */
const BY = ['created_by', 'invited_by', 'asked_by'];
/** Columns that say whose a row is: it goes. */
const WHOSE = ['viewer_id', 'person_id', 'user_id'];

/** Deletes what is somebody's. */
export function removalsOf({ db, signals }: Pick<Database, 'db' | 'signals'>) {
  /** Their teams within what is removed. Those that nobody else is in go with them. */
  async function teamsOf(tx: Queryable, { personId, teamId }: Pick<Removal, 'personId' | 'teamId'>) {
    const theirs = await tx.select({ id: teams.id, name: teams.name }).from(members).innerJoin(teams, eq(teams.id, members.teamId)).where(and(eq(members.personId, personId), teamId === null ? undefined : eq(members.teamId, teamId)));
    const others = await tx.select({ teamId: members.teamId, personId: members.personId, role: members.role }).from(members).where(and(inArray(members.teamId, theirs.map(({ id }) => id)), sql`${members.personId} <> ${personId}`)).orderBy(members.createdAt);
    return theirs.map((team) => ({ ...team, others: others.filter((one) => one.teamId === team.id) }));
  }

  return {
    async preview({ personId, teamId }: Pick<Removal, 'personId' | 'teamId'>): Promise<RemovalPreview> {
      const [person] = await db.select().from(people).where(eq(people.id, personId));
      if (!person) throw new Refusal(404, 'They have no account any more.');
      const theirs = await teamsOf(db, { personId, teamId });
      const own = await db.select({ title: programs.title, visibility: programs.visibility, teamId: programs.teamId }).from(programs).where(and(eq(programs.ownerId, personId), teamId === null ? undefined : eq(programs.teamId, teamId)));
      const within = (programId: AnyPgColumn) => (teamId === null ? undefined : inArray(programId, db.select({ id: programs.id }).from(programs).where(eq(programs.teamId, teamId))));
      const [links, tokens, all] = [
        await db.select({ id: shares.id }).from(shares).where(and(eq(shares.ownerId, personId), within(shares.programId), sql`${shares.revokedAt} is null`)),
        await db.select({ id: dataTokens.id }).from(dataTokens).where(and(eq(dataTokens.createdBy, personId), within(dataTokens.programId))),
        await db.select({ teamId: members.teamId }).from(members).where(eq(members.personId, personId)),
      ];
      return {
        name: person.name,
        email: person.email,
        private: own.filter(({ visibility }) => visibility === 'private').map(({ title }) => title),
        team: own.filter(({ visibility }) => visibility === 'team').length,
        links: links.length,
        tokens: tokens.length,
        teams: theirs.map(({ name }) => name),
        teamsToo: theirs.filter(({ others }) => others.length === 0).map(({ name }) => name),
        account: teamId === null || all.every((one) => one.teamId === teamId),
      };
    },

    /**
     * Deletes what is a person's: in one team, or everywhere and their account with it; also where that team was their only one. What they did stays
     * on record, without them. Gives the teams that they were in and that go on. @throws Refusal 409 where others in a team would be left without an owner
     */
    async remove({ personId, teamId, privatePrograms, heir }: Removal): Promise<{ account: boolean; teams: string[] }> {
      const left: string[] = [];
      const gone: Parameters<typeof signals.announce>[0][] = [];
      const account = await db.transaction(async (transaction) => {
        const tx = transaction as unknown as Queryable;
        const [person] = await tx.select().from(people).where(eq(people.id, personId)).for('update');
        if (!person) throw new Refusal(404, 'They have no account any more.');
        await tx.select({ id: teams.id }).from(teams).where(inArray(teams.id, tx.select({ id: members.teamId }).from(members).where(eq(members.personId, personId)))).for('update');
        for (const team of await teamsOf(tx, { personId, teamId })) {
          const heirs = [heir, ...team.others.filter(({ role }) => role === 'owner').map((one) => one.personId)].filter((id) => id !== undefined && id !== personId);
          if (team.others.length > 0 && !team.others.some(({ role }) => role === 'owner')) throw new Refusal(409, `“${team.name}” needs an owner. Make somebody else an owner first.`);
          if (team.others.length === 0) await removeTeam(tx, team.id);
          else await leaveTeam(tx, { personId, teamId: team.id, privatePrograms, heir: heirs[0]! });
          if (team.others.length > 0) left.push(team.id);
        }
        const isLast = (await tx.select({ teamId: members.teamId }).from(members).where(eq(members.personId, personId))).length === 0;
        const everywhere = teamId === null || isLast;
        await forget(tx, person, everywhere ? null : teamId);
        if (everywhere) await tx.delete(people).where(eq(people.id, personId));
        return everywhere;
      });
      for (const signal of gone) signals.announce(signal);
      return { account, teams: left };

      async function removeTeam(tx: Queryable, id: string): Promise<void> {
        await announceEnds(tx, eq(programs.teamId, id));
        for (const table of Object.values(schema)) if (is(table, PgTable) && 'teamId' in table && getTableName(table) !== 'members') await tx.delete(table).where(eq(table.teamId as AnyPgColumn, id));
        await tx.delete(teams).where(eq(teams.id, id));
      }

      async function leaveTeam(tx: Queryable, removal: Required<Removal> & { teamId: string }): Promise<void> {
        const theirs = and(eq(programs.ownerId, removal.personId), eq(programs.teamId, removal.teamId))!;
        const isPrivate = and(theirs, eq(programs.visibility, 'private'))!;
        if ('delete' in removal.privatePrograms) {
          await announceEnds(tx, isPrivate);
          await tx.delete(programs).where(isPrivate);
        } else {
          await tx.delete(grants).where(inArray(grants.programId, tx.select({ id: programs.id }).from(programs).where(isPrivate)));
          await tx.update(programs).set({ ownerId: removal.privatePrograms.handTo }).where(isPrivate);
        }
        // Whoever has it from now on says themselves what it may do.
        const handed = await tx.update(programs).set({ ownerId: removal.heir }).where(theirs).returning({ id: programs.id });
        await tx.delete(grants).where(inArray(grants.programId, handed.map(({ id }) => id)));
        gone.push(...handed.map(({ id }) => `grants:${id}` as const));
        await tx.delete(members).where(and(eq(members.personId, removal.personId), eq(members.teamId, removal.teamId)));
      }

      /** Who follows a reply of what is deleted, or has a link to it open, is told. */
      async function announceEnds(tx: Queryable, which: SQL): Promise<void> {
        const ids = tx.select({ id: programs.id }).from(programs).where(which);
        gone.push(...(await tx.select({ id: replies.id }).from(replies).where(and(inArray(replies.programId, ids), eq(replies.state, 'streaming')))).map(({ id }) => `reply:${id}` as const));
        gone.push(...(await tx.select({ id: shares.id }).from(shares).where(inArray(shares.programId, ids))).map(({ id }) => signalOf(id)));
      }

      /** Takes their id, name and address out of every table: of one team, or of all. */
      async function forget(tx: Queryable, person: { id: string; name: string; email: string }, team: string | null): Promise<void> {
        const ofTeam = (table: PgTable): SQL | undefined | null => {
          if (team === null) return undefined;
          const columns = getTableColumns(table);
          if (columns.teamId) return eq(columns.teamId, team);
          return columns.programId ? inArray(columns.programId, tx.select({ id: programs.id }).from(programs).where(eq(programs.teamId, team))) : null;
        };
        const links = await tx.delete(shares).where(and(eq(shares.ownerId, person.id), ofTeam(shares)!)).returning({ id: shares.id });
        const tokens = await tx.delete(dataTokens).where(and(eq(dataTokens.createdBy, person.id), ofTeam(dataTokens)!)).returning({ id: dataTokens.id });
        gone.push(...links.map(({ id }) => signalOf(id)), ...tokens.map(({ id }) => `data-token:${id}` as const));
        await tx.update(approvals).set({ state: 'withdrawn' }).where(and(eq(approvals.askedBy, person.id), eq(approvals.state, 'pending'), ofTeam(approvals)!));
        // What they could come back by goes as well.
        const open = and(eq(invitations.invitedBy, person.id), isNull(invitations.usedAt));
        await tx.delete(invitations).where(and(or(eq(invitations.email, person.email.toLowerCase()), open), ofTeam(invitations)!));
        await tx.update(ledger).set({ viewer: DELETED }).where(and(eq(ledger.viewer, person.id), ofTeam(ledger)!));
        const named = or(eq(audit.aboutId, person.id), inArray(audit.subject, [person.name, person.email]))!;
        await tx.update(audit).set({ aboutId: null, subject: DELETED_NAME }).where(and(named, ofTeam(audit)!));
        await tx.update(audit).set({ personId: DELETED }).where(and(eq(audit.personId, person.id), ofTeam(audit)!));
        if (team === null) await tx.delete(verifications).where(or(eq(verifications.identifier, person.email), sql`strpos(${verifications.value}, ${person.email}) > 0`, sql`strpos(${verifications.value}, ${person.id}) > 0`));
        for (const table of Object.values(schema)) {
          if (!is(table, PgTable)) continue;
          const scope = ofTeam(table);
          if (scope === null) continue;
          for (const [key, column] of Object.entries(getTableColumns(table))) {
            if (BY.includes(column.name)) await tx.update(table).set({ [key]: DELETED }).where(and(eq(column, person.id), scope));
            else if (WHOSE.includes(column.name)) await tx.delete(table).where(and(eq(column, person.id), scope));
          }
        }
      }
    },
  };
}

export type Removals = ReturnType<typeof removalsOf>;
