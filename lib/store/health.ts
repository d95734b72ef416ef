import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Diagnostic, Source } from '../program/program';
import type { Queryable } from './database';
import { isLinked } from './programs';
import { health, pins, programs, versions } from './schema';

/** What a change of a connection did to a program's current version. */
export type Health = { programId: string; versionId: string; binding: string; diagnostics: Diagnostic[]; draftVersionId: string | null; checkedAt: string };

export function healthOf(db: Queryable) {
  return {
    /** What is wrong with a program's current version. Null where nothing is known to be. */
    async get(programId: string): Promise<Health | null> {
      const [row] = await db
        .select({ health })
        .from(health)
        .innerJoin(programs, and(eq(programs.id, health.programId), eq(programs.currentVersionId, health.versionId)))
        .where(eq(health.programId, programId));
      return row?.health ?? null;
    },

    /** A program's version doesn't fit what it uses any more. A repair that waits goes on waiting where it is of the same version. */
    async setBroken(broken: Omit<Health, 'draftVersionId' | 'checkedAt'>): Promise<void> {
      const { versionId, binding, diagnostics } = broken;
      await db
        .insert(health)
        .values(broken)
        .onConflictDoUpdate({
          target: health.programId,
          set: { versionId, binding, diagnostics, checkedAt: sql`now()`, draftVersionId: sql`case when ${health.versionId} = ${versionId} then ${health.draftVersionId} end` },
        });
    },

    async setWhole(programId: string): Promise<void> {
      await db.delete(health).where(eq(health.programId, programId));
    },

    /** A repair is written; it waits for a yes. Null takes it away. */
    async setDraft(programId: string, draftVersionId: string | null): Promise<void> {
      await db.update(health).set({ draftVersionId }).where(eq(health.programId, programId));
    },

    /** What is to be checked when something changes in a team: what others see without opening the studio. */
    async watched(teamId: string): Promise<{ programId: string; versionId: string; source: Source }[]> {
      return db
        .select({ programId: programs.id, versionId: versions.id, source: versions.source })
        .from(programs)
        .innerJoin(versions, eq(versions.id, programs.currentVersionId))
        .leftJoin(pins, eq(pins.programId, programs.id))
        .leftJoin(health, eq(health.programId, programs.id))
        .where(and(eq(programs.teamId, teamId), or(eq(programs.visibility, 'team'), sql`${pins.programId} is not null`, sql`${health.programId} is not null`, isLinked())))
        .orderBy(desc(programs.updatedAt));
    },
  };
}
