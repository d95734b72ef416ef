import { and, asc, eq, inArray, max, sql } from 'drizzle-orm';
import type { Program } from '../program/program';
import type { Queryable } from './database';
import { newId } from './new-id';
import { openTo } from './programs';
import { health, people, pictures, pinSections, pins, programs } from './schema';

export const PIN_SIZES = ['small', 'wide', 'large'] as const;
export type PinSize = (typeof PIN_SIZES)[number];

/** A program on the team's home, as its card shows it. */
export type Pinned = Pick<Program, 'id' | 'title' | 'currentVersionId' | 'updatedAt'> & { size: PinSize; pictureAt: string | null; author: string | null; isBroken: boolean };
/** The first one, of no id, is what stands in no section. */
export type PinSection = { id: string | null; title: string; pins: Pinned[] };
export type PinBoard = PinSection[];
/** Where everything is to stand. What isn't mentioned stays behind what is. */
export type PinLayout = { id: string | null; pins: { programId: string; size: PinSize }[] }[];

/** What a team's admins put on its home. */
export function pinsOf(db: Queryable, teamId: string) {
  const ofTeam = eq(pins.teamId, teamId);
  const oneSection = (id: string) => and(eq(pinSections.teamId, teamId), eq(pinSections.id, id));

  return {
    /** What a person sees of it: what isn't open to them isn't there. */
    async board(viewer: { id: string }): Promise<PinBoard> {
      const [sections, rows] = await Promise.all([
        db.select({ id: pinSections.id, title: pinSections.title }).from(pinSections).where(eq(pinSections.teamId, teamId)).orderBy(asc(pinSections.position), asc(pinSections.id)),
        db
          .select({
            sectionId: pins.sectionId,
            id: programs.id,
            title: programs.title,
            currentVersionId: programs.currentVersionId,
            updatedAt: programs.updatedAt,
            size: pins.size,
            pictureAt: pictures.at,
            author: people.name,
            brokenId: health.programId,
          })
          .from(pins)
          .innerJoin(programs, eq(programs.id, pins.programId))
          .leftJoin(pictures, eq(pictures.programId, programs.id))
          .leftJoin(people, eq(people.id, programs.ownerId))
          .leftJoin(health, and(eq(health.programId, programs.id), eq(health.versionId, programs.currentVersionId)))
          .where(and(ofTeam, openTo({ id: viewer.id, team: { id: teamId } })))
          .orderBy(asc(pins.position), asc(programs.id)),
      ]);
      return [{ id: null, title: '' }, ...sections].map((section) => ({
        ...section,
        pins: rows.flatMap(({ sectionId, brokenId, ...pin }) => (sectionId === section.id ? [{ ...pin, isBroken: brokenId !== null }] : [])),
      }));
    },

    async has(programId: string): Promise<boolean> {
      return (await db.select({ id: pins.programId }).from(pins).where(and(ofTeam, eq(pins.programId, programId)))).length > 0;
    },

    /** Puts a program at the end, before the sections. One that is pinned stays where it is. */
    async pin(programId: string, createdBy: string): Promise<void> {
      const [last] = await db.select({ position: max(pins.position) }).from(pins).where(ofTeam);
      await db.insert(pins).values({ programId, teamId, createdBy, position: (last?.position ?? -1) + 1 }).onConflictDoNothing();
    },

    /** False where it isn't pinned. */
    async unpin(programId: string): Promise<boolean> {
      return (await db.delete(pins).where(and(ofTeam, eq(pins.programId, programId))).returning({ id: pins.programId })).length > 0;
    },

    /** Arranges everything at once. What is no pin of this team, or no section, is left out. */
    arrange(layout: PinLayout): Promise<void> {
      return db.transaction(async (tx) => {
        const known = new Set((await tx.select({ id: pinSections.id }).from(pinSections).where(eq(pinSections.teamId, teamId))).map(({ id }) => id));
        const sections = layout.filter(({ id }) => id === null || known.has(id));
        const placed = sections.flatMap(({ pins: its }) => its.map(({ programId }) => programId));
        if (placed.length > 0) await tx.update(pins).set({ position: sql`${pins.position} + ${placed.length}` }).where(ofTeam);
        let position = 0;
        for (const { id, pins: its } of sections) {
          for (const { programId, size } of its) await tx.update(pins).set({ sectionId: id, position: position++, size }).where(and(ofTeam, eq(pins.programId, programId)));
        }
        const inOrder = sections.flatMap(({ id }) => (id === null ? [] : [id]));
        if (inOrder.length > 0) await tx.update(pinSections).set({ position: sql`${pinSections.position} + ${inOrder.length}` }).where(and(eq(pinSections.teamId, teamId), inArray(pinSections.id, [...known])));
        for (const [at, id] of inOrder.entries()) await tx.update(pinSections).set({ position: at }).where(oneSection(id));
      });
    },

    async addSection(title: string): Promise<{ id: string }> {
      const [last] = await db.select({ position: max(pinSections.position) }).from(pinSections).where(eq(pinSections.teamId, teamId));
      const id = newId();
      await db.insert(pinSections).values({ id, teamId, title, position: (last?.position ?? -1) + 1 });
      return { id };
    },

    /** False where there is none of that id. */
    async renameSection(id: string, title: string): Promise<boolean> {
      return (await db.update(pinSections).set({ title }).where(oneSection(id)).returning({ id: pinSections.id })).length > 0;
    },

    /** Its pins stay, before the first section. False where there is none of that id. */
    async removeSection(id: string): Promise<boolean> {
      return (await db.delete(pinSections).where(oneSection(id)).returning({ id: pinSections.id })).length > 0;
    },
  };
}
