import { eq } from 'drizzle-orm';
import type { Queryable } from './database';
import { settings } from './schema';

/** What a person chose, as values under a name. Nothing secret: see secrets.ts. */
export function settingsOf(db: Queryable) {
  return {
    /** The value as it was set; null where there is none. */
    async get<T>(key: string): Promise<T | null> {
      return ((await db.select().from(settings).where(eq(settings.key, key)))[0]?.value ?? null) as T | null;
    },

    async set(key: string, value: unknown): Promise<void> {
      await db.insert(settings).values({ key, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
    },

    async remove(key: string): Promise<void> {
      await db.delete(settings).where(eq(settings.key, key));
    },
  };
}
