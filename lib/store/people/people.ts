import { and, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { Database } from '../database';
import { people, sessions, signIns } from '../schema';

export type Person = { id: string; name: string; email: string; createdAt: string };

/** Where somebody is signed in. */
export type OpenSession = { id: string; createdAt: string; usedAt: string; userAgent: string | null; ipAddress: string | null };

const COLUMNS = { id: people.id, name: people.name, email: people.email, createdAt: people.createdAt };
const asPerson = ({ createdAt, ...rest }: { id: string; name: string; email: string; createdAt: Date }): Person => ({ ...rest, createdAt: createdAt.toISOString() });

/** People who have an account. better-auth makes them and changes them, through `adapter`. */
export function peopleOf({ db }: Database) {
  return {
    async get(id: string): Promise<Person | null> {
      const [row] = await db.select(COLUMNS).from(people).where(eq(people.id, id));
      return row ? asPerson(row) : null;
    },

    async byEmail(email: string): Promise<Person | null> {
      const [row] = await db.select(COLUMNS).from(people).where(eq(people.email, email.toLowerCase()));
      return row ? asPerson(row) : null;
    },

    /** What people are called now, by id. Who is gone isn't in it. */
    async names(ids: readonly string[]): Promise<Record<string, string>> {
      if (ids.length === 0) return {};
      const rows = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, [...new Set(ids)]));
      return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
    },

    async isEmpty(): Promise<boolean> {
      return (await db.select({ one: sql`1` }).from(people).limit(1)).length === 0;
    },

    /** The ways that a person signs in: `credential` for a password, else the name of a provider. */
    async signIns(id: string): Promise<string[]> {
      return (await db.select({ providerId: signIns.providerId }).from(signIns).where(eq(signIns.userId, id))).map(({ providerId }) => providerId);
    },

    /** Which team a session looks at from now on. */
    async lookAt(sessionId: string, teamId: string): Promise<void> {
      await db.update(sessions).set({ teamId }).where(eq(sessions.id, sessionId));
    },

    /** Where a person is signed in, the one used last first. */
    async sessions(id: string): Promise<OpenSession[]> {
      const rows = await db.select().from(sessions).where(and(eq(sessions.userId, id), gt(sessions.expiresAt, sql`now()`))).orderBy(desc(sessions.updatedAt));
      return rows.map((row) => ({ id: row.id, createdAt: row.createdAt.toISOString(), usedAt: row.updatedAt.toISOString(), userAgent: row.userAgent, ipAddress: row.ipAddress }));
    },

    /** Ends one session of a person. False where it isn't one of theirs. */
    async endSession(id: string, sessionId: string): Promise<boolean> {
      return (await db.delete(sessions).where(and(eq(sessions.id, sessionId), eq(sessions.userId, id))).returning({ id: sessions.id })).length > 0;
    },

    async rename(id: string, name: string): Promise<void> {
      await db.update(people).set({ name, updatedAt: new Date() }).where(eq(people.id, id));
    },

    /** Ends every session of a person, here and everywhere. Gives how many there were. */
    async signOutEverywhere(id: string): Promise<number> {
      return (await db.delete(sessions).where(eq(sessions.userId, id)).returning({ id: sessions.id })).length;
    },
  };
}
