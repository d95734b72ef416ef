import { and, eq, gt, sql } from 'drizzle-orm';
import { Refusal } from '../program/refusal';
import type { Queryable } from './database';
import { programs, shared } from './schema';

/** Values that changed, as of `revision`. */
export type SharedChanges = { revision: number; values: Record<string, unknown> };

/** The state that all viewers of a program share. Each change counts its revision up by one. */
export function sharedOf(db: Queryable) {
  /** What changed after `revision`. */
  async function since(programId: string, revision: number): Promise<SharedChanges> {
    const rows = await db
      .select({ revision: programs.sharedRevision, key: shared.key, value: shared.value })
      .from(programs)
      .leftJoin(shared, and(eq(shared.programId, programs.id), gt(shared.revision, revision)))
      .where(eq(programs.id, programId));
    const changed = rows.flatMap(({ key, value }) => (key === null ? [] : [[key, value] as const]));
    return { revision: rows[0]?.revision ?? 0, values: Object.fromEntries(changed) };
  }

  return {
    since,

    all: (programId: string): Promise<SharedChanges> => since(programId, 0),

    /** Gives the new revision. @throws Refusal where there is no such program. */
    set(programId: string, key: string, value: unknown): Promise<number> {
      return db.transaction(async (tx) => {
        // The program's row is held until the end, so nobody sees a revision before the ones below it.
        const [program] = await tx
          .update(programs)
          .set({ sharedRevision: sql`${programs.sharedRevision} + 1` })
          .where(eq(programs.id, programId))
          .returning({ revision: programs.sharedRevision });
        if (!program) throw new Refusal(404, 'There is no such interface. It may have been deleted.');
        const change = { value, revision: program.revision };
        await tx
          .insert(shared)
          .values({ programId, key, ...change })
          .onConflictDoUpdate({ target: [shared.programId, shared.key], set: change });
        return program.revision;
      });
    },
  };
}
