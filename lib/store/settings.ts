import { and, eq } from 'drizzle-orm';
import type { Queryable } from './database';
import { settings } from './schema';

/** What is of the whole house and of no team. */
export const HOUSE = '';

/** What a team's people chose, as values under a name. Nothing secret: see secrets.ts. */
export function settingsOf(db: Queryable, teamId: string) {
  const one = (key: string) => and(eq(settings.teamId, teamId), eq(settings.key, key));

  return {
    /** The value as it was set; null where there is none. */
    async get<T>(key: string): Promise<T | null> {
      return ((await db.select().from(settings).where(one(key)))[0]?.value ?? null) as T | null;
    },

    async set(key: string, value: unknown): Promise<void> {
      await db.insert(settings).values({ teamId, key, value }).onConflictDoUpdate({ target: [settings.teamId, settings.key], set: { value } });
    },

    async remove(key: string): Promise<void> {
      await db.delete(settings).where(one(key));
    },
  };
}
