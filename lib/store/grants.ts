import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Columns } from '../binding/binding';
import type { Database } from './database';
import { fromNow } from './from-now';
import { newId } from './new-id';
import type { Role } from '../program/role';
import { bindingUsers, grants, programs } from './schema';
import { settingsOf } from './settings';

/**
 * What the arguments of a granted call may be, by path (`body.addresses`): this very value, or a list of no more than so
 * many. A path that isn't named must not be there.
 */
export type Limits = Record<string, { is: unknown } | { atMost: number } | { any: true }>;

type Common = { id: string; programId: string; binding: string; createdAt: string };

/**
 * Leave for a program to read tables of a binding, or functions of an API. Null: as many rows as there are; until it's taken back;
 * whatever arguments a function is given.
 */
export type ReadGrant = Common & { effect: 'read'; names: string[]; columns: Columns; limits: Limits | null; maxRows: number | null; expiresAt: string | null };

/** Leave for a program to make one write without asking again, within limits, for a time. */
export type WriteGrant = Common & { effect: 'write'; operation: string; limits: Limits; expiresAt: string };

export type Grant = ReadGrant | WriteGrant;

type New<G extends Grant> = Omit<G, 'id' | 'createdAt' | 'expiresAt'>;
export type NewGrant = (Omit<New<ReadGrant>, 'columns' | 'limits'> & Partial<Pick<ReadGrant, 'columns' | 'limits'>> & { seconds: number | null }) | (New<WriteGrant> & { seconds: number });

/** Who may use a binding where not everybody may: whoever has at least this role, and these people. */
export type BindingUsers = { role: Role | null; people: string[] };

/** Grants of a team's programs, and who may use what they are for. */
export function grantsOf({ db, signals }: Pick<Database, 'db' | 'signals'>, teamId: string) {
  const fresh = or(isNull(grants.expiresAt), gt(grants.expiresAt, sql`now()`));
  const changed = (programIds: readonly string[]) => {
    for (const id of new Set(programIds)) signals.announce(`grants:${id}`);
  };
  const chosen = settingsOf(db, teamId);
  const ofTeam = inArray(grants.programId, db.select({ id: programs.id }).from(programs).where(eq(programs.teamId, teamId)));
  const freely = (binding: string) => `read-freely:${binding}`;

  return {
    async add({ seconds, ...grant }: NewGrant): Promise<Grant> {
      const row = { ...grant, id: newId(), expiresAt: seconds === null ? null : fromNow(seconds) };
      const [added] = await db.insert(grants).values(row).returning();
      changed([grant.programId]);
      return asGrant(added!);
    },

    /** Those of a program that hold, the newest first. */
    async list(programId: string): Promise<Grant[]> {
      const rows = await db.select().from(grants).where(and(eq(grants.programId, programId), fresh)).orderBy(desc(grants.createdAt), desc(grants.id));
      return rows.map(asGrant);
    },

    /** What was granted of a connection was granted of that one: another under its name begins without. */
    async forget(binding: string): Promise<void> {
      const gone = await db.delete(grants).where(and(eq(grants.binding, binding), ofTeam)).returning({ programId: grants.programId });
      changed(gone.map(({ programId }) => programId));
      await chosen.remove(freely(binding));
      signals.announce(`reading:${teamId}:${binding}`);
    },

    /** The same for tables of a connection that are gone: a grant that names one of them begins anew. */
    async forgetTables(binding: string, tables: readonly string[]): Promise<void> {
      const held = await db.select().from(grants).where(and(eq(grants.binding, binding), eq(grants.effect, 'read'), ofTeam));
      const gone = held.filter(({ names }) => names?.some((name) => tables.includes(name)));
      if (gone.length > 0) await db.delete(grants).where(inArray(grants.id, gone.map(({ id }) => id)));
      changed(gone.map(({ programId }) => programId));
    },

    /** Whether every program may read the binding without asking; null where nobody chose. */
    async readFreely(binding: string): Promise<boolean | null> {
      return chosen.get<boolean>(freely(binding));
    },

    async setReadFreely(binding: string, value: boolean): Promise<void> {
      await chosen.set(freely(binding), value);
      signals.announce(`reading:${teamId}:${binding}`);
    },

    /** Takes back every write that was granted in the team. Gives how many there were. */
    async revokeWrites(): Promise<number> {
      const gone = await db.delete(grants).where(and(eq(grants.effect, 'write'), ofTeam)).returning({ programId: grants.programId });
      changed(gone.map(({ programId }) => programId));
      return gone.length;
    },

    /** Who may use a binding; null where everybody may. What was said of a name stays when its connection goes: another under it isn't open by accident. */
    async users(binding: string): Promise<BindingUsers | null> {
      return usersIn(await db.select().from(bindingUsers).where(and(eq(bindingUsers.teamId, teamId), eq(bindingUsers.binding, binding))))[binding] ?? null;
    },

    /** The same of every binding that not everybody may use. */
    async allUsers(): Promise<Record<string, BindingUsers>> {
      return usersIn(await db.select().from(bindingUsers).where(eq(bindingUsers.teamId, teamId)));
    },

    /** Null opens it to everybody. */
    async setUsers(binding: string, users: BindingUsers | null): Promise<void> {
      await db.transaction(async (tx) => {
        await tx.delete(bindingUsers).where(and(eq(bindingUsers.teamId, teamId), eq(bindingUsers.binding, binding)));
        if (users === null) return;
        // An empty row keeps it closed where everybody who was named is gone.
        await tx.insert(bindingUsers).values([{ teamId, binding, role: users.role ?? ('' as const) }, ...users.people.map((personId) => ({ teamId, binding, personId }))]).onConflictDoNothing();
      });
      signals.announce(`reading:${teamId}:${binding}`);
    },

    /** From now on the program asks again. False where there is no such grant of this program. */
    async revoke(programId: string, id: string): Promise<boolean> {
      const gone = await db.delete(grants).where(and(eq(grants.id, id), eq(grants.programId, programId))).returning({ id: grants.id });
      if (gone.length > 0) changed([programId]);
      return gone.length > 0;
    },

    /** Calls `listener` whenever what a program may do with a binding may have changed, here or in another process. */
    onChange(programId: string, binding: string, listener: () => void): () => void {
      const offs = [signals.on(`grants:${programId}`, listener), signals.on(`reading:${teamId}:${binding}`, listener)];
      return () => offs.forEach((off) => off());
    },
  };
}

function usersIn(rows: (typeof bindingUsers.$inferSelect)[]): Record<string, BindingUsers> {
  const byName = Object.groupBy(rows, ({ binding }) => binding);
  return Object.fromEntries(Object.entries(byName).map(([name, those]) => [name, { role: those!.map(({ role }) => role).find((role) => role !== '') ?? null, people: those!.flatMap(({ personId }) => (personId === '' ? [] : [personId])) }]));
}

/** A row has the columns of both kinds; each kind has its own filled. */
function asGrant({ id, programId, binding, effect, createdAt, expiresAt, ...rest }: typeof grants.$inferSelect): Grant {
  const common = { id, programId, binding, createdAt };
  if (effect === 'read') return { ...common, effect, names: rest.names ?? [], columns: rest.columns ?? {}, limits: rest.limits, maxRows: rest.maxRows, expiresAt };
  return { ...common, effect, operation: rest.operation ?? '', limits: rest.limits ?? {}, expiresAt: expiresAt ?? createdAt };
}
