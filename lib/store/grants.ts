import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from './database';
import { fromNow } from './from-now';
import { newId } from './new-id';
import { grants } from './schema';

/**
 * What the arguments of a granted write may be, by path (`body.addresses`): this very value, or a list of no more than so
 * many. A path that isn't named must not be there.
 */
export type Limits = Record<string, { is: unknown } | { atMost: number } | { any: true }>;

/** Leave for a program to make one write without asking again, within limits, for a time. */
export type Grant = { id: string; programId: string; binding: string; operation: string; limits: Limits; createdAt: string; expiresAt: string };

export function grantsOf(db: Queryable) {
  const fresh = gt(grants.expiresAt, sql`now()`);
  return {
    async add({ seconds, ...grant }: Pick<Grant, 'programId' | 'binding' | 'operation' | 'limits'> & { seconds: number }): Promise<Grant> {
      const row = { ...grant, id: newId(), expiresAt: fromNow(seconds) };
      return (await db.insert(grants).values(row).returning())[0]!;
    },

    /** Those of a program that hold, the newest first. */
    async list(programId: string): Promise<Grant[]> {
      return db.select().from(grants).where(and(eq(grants.programId, programId), fresh)).orderBy(desc(grants.createdAt), desc(grants.id));
    },

    /** What was granted of a connection was granted of that one: another under its name begins without. */
    async forget(binding: string): Promise<void> {
      await db.delete(grants).where(eq(grants.binding, binding));
    },

    /** From now on the program asks again. False where there is no such grant of this program. */
    async revoke(programId: string, id: string): Promise<boolean> {
      return (await db.delete(grants).where(and(eq(grants.id, id), eq(grants.programId, programId))).returning({ id: grants.id })).length > 0;
    },
  };
}
