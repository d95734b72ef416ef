import { and, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Columns } from '../binding/binding';
import type { Database } from './database';
import { fromNow } from './from-now';
import { newId } from './new-id';
import { grants, programs } from './schema';
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

/** Grants of a team's programs. */
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

/** A row has the columns of both kinds; each kind has its own filled. */
function asGrant({ id, programId, binding, effect, createdAt, expiresAt, ...rest }: typeof grants.$inferSelect): Grant {
  const common = { id, programId, binding, createdAt };
  if (effect === 'read') return { ...common, effect, names: rest.names ?? [], columns: rest.columns ?? {}, limits: rest.limits, maxRows: rest.maxRows, expiresAt };
  return { ...common, effect, operation: rest.operation ?? '', limits: rest.limits ?? {}, expiresAt: expiresAt ?? createdAt };
}
