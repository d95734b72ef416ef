import { and, eq } from 'drizzle-orm';
import type { Queryable } from './database';
import { favourites } from './schema';

/** What each person keeps at hand. */
export function favouritesOf(db: Queryable) {
  return {
    async add(viewerId: string, programId: string): Promise<void> {
      await db.insert(favourites).values({ viewerId, programId }).onConflictDoNothing();
    },

    async remove(viewerId: string, programId: string): Promise<void> {
      await db.delete(favourites).where(and(eq(favourites.viewerId, viewerId), eq(favourites.programId, programId)));
    },

    async has(viewerId: string, programId: string): Promise<boolean> {
      return (await db.select({ id: favourites.programId }).from(favourites).where(and(eq(favourites.viewerId, viewerId), eq(favourites.programId, programId)))).length > 0;
    },
  };
}
