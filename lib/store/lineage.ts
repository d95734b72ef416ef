import { and, count, desc, eq } from 'drizzle-orm';
import type { Visibility } from '../program/program';
import type { Queryable } from './database';
import { openTo } from './programs';
import { lineage, programs } from './schema';

/** That one program was made from another, and what was to be read of that one then. */
export type Lineage = { programId: string; originId: string; title: string; visibility: Visibility; createdBy: string; viaShareId: string | null; createdAt: string };

export function lineageOf(db: Queryable) {
  return {
    async add(line: Omit<Lineage, 'createdAt'>): Promise<void> {
      await db.insert(lineage).values(line);
    },

    /** What a program is a remix of. Null where it is none. */
    async of(programId: string): Promise<Lineage | null> {
      return (await db.select().from(lineage).where(eq(lineage.programId, programId)))[0] ?? null;
    },

    /** The remixes of a program that a person may open, the latest first. */
    remixes(originId: string, viewer: { id: string; team: { id: string } }): Promise<{ id: string; title: string }[]> {
      return db
        .select({ id: programs.id, title: programs.title })
        .from(lineage)
        .innerJoin(programs, eq(programs.id, lineage.programId))
        .where(and(eq(lineage.originId, originId), openTo(viewer)))
        .orderBy(desc(lineage.createdAt));
    },

    /** How many remixes of a program were made through a link and are still there. */
    async countVia(originId: string, shareId: string): Promise<number> {
      return (await db.select({ count: count() }).from(lineage).where(and(eq(lineage.originId, originId), eq(lineage.viaShareId, shareId))))[0]!.count;
    },
  };
}
