import { eq, max } from 'drizzle-orm';
import type { Version } from '../program/program';
import type { Queryable } from './database';
import { newId } from './new-id';
import { programs, versions } from './schema';

export type VersionSummary = Omit<Version, 'source'>;
export type NewVersion = Omit<Version, 'id' | 'ordinal' | 'createdAt'>;

const SUMMARY = {
  id: versions.id,
  programId: versions.programId,
  ordinal: versions.ordinal,
  diagnostics: versions.diagnostics,
  label: versions.label,
  origin: versions.origin,
  createdAt: versions.createdAt,
};

export function versionsOf(db: Queryable) {
  return {
    /** Keeps a version and gives it the next ordinal of its program. It isn't shown by that: see `programs.setCurrent`. */
    add(version: NewVersion): Promise<Version> {
      return db.transaction(async (tx) => {
        // Whoever adds holds the program's row until the end, so no two count the same number.
        const [program] = await tx.select({ id: programs.id }).from(programs).where(eq(programs.id, version.programId)).for('update');
        if (!program) throw new Error(`There is no program ${version.programId}.`);
        const [last] = await tx.select({ ordinal: max(versions.ordinal) }).from(versions).where(eq(versions.programId, program.id));
        const row = { ...version, id: newId(), ordinal: (last?.ordinal ?? 0) + 1 };
        return (await tx.insert(versions).values(row).returning())[0]!;
      });
    },

    /** In the order they came. */
    list(programId: string): Promise<VersionSummary[]> {
      return db.select(SUMMARY).from(versions).where(eq(versions.programId, programId)).orderBy(versions.ordinal);
    },

    async get(id: string): Promise<Version | null> {
      return (await db.select().from(versions).where(eq(versions.id, id)))[0] ?? null;
    },
  };
}
