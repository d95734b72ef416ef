import { and, desc, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from './database';
import { newId } from './new-id';
import { permissions } from './schema';

/**
 * What the arguments of a permitted write may be, by path (`body.addresses`): this very value, or a list of no more than so
 * many. A path that isn't named must not be there.
 */
export type Limits = Record<string, { is: unknown } | { atMost: number } | { any: true }>;

/** Leave for a program to make one write without asking again, within limits, for a time. */
export type Permission = { id: string; programId: string; binding: string; operation: string; limits: Limits; createdAt: string; expiresAt: string };

export function permissionsOf(db: Queryable) {
  const fresh = gt(permissions.expiresAt, sql`now()`);
  return {
    async add({ seconds, ...permission }: Pick<Permission, 'programId' | 'binding' | 'operation' | 'limits'> & { seconds: number }): Promise<Permission> {
      const row = { ...permission, id: newId(), expiresAt: sql`now() + make_interval(secs => ${seconds})` as unknown as string };
      return (await db.insert(permissions).values(row).returning())[0]!;
    },

    /** Those of a program that hold, the newest first. */
    async list(programId: string): Promise<Permission[]> {
      return db.select().from(permissions).where(and(eq(permissions.programId, programId), fresh)).orderBy(desc(permissions.createdAt), desc(permissions.id));
    },

    /** From now on the program asks again. False where there is no such permission of this program. */
    async revoke(programId: string, id: string): Promise<boolean> {
      return (await db.delete(permissions).where(and(eq(permissions.id, id), eq(permissions.programId, programId))).returning({ id: permissions.id })).length > 0;
    },
  };
}
