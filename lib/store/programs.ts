import { and, desc, eq, or, sql } from 'drizzle-orm';
import type { Program, Visibility } from '../program/program';
import type { Database } from './database';
import { newId } from './new-id';
import { pictures, programs, replies, versions } from './schema';

/** A program as a list shows it. `pictureAt` changes with the picture, so it can stand in the picture's address. */
export type ListedProgram = Program & { pictureAt: string | null; streaming: boolean };
export type Picture = { type: string; bytes: Uint8Array; at: string };

const COLUMNS = {
  id: programs.id,
  title: programs.title,
  teamId: programs.teamId,
  ownerId: programs.ownerId,
  visibility: programs.visibility,
  currentVersionId: programs.currentVersionId,
  createdAt: programs.createdAt,
  updatedAt: programs.updatedAt,
};

/** Marks a program as changed now. */
export const touched = { updatedAt: sql`now()` };

export function programsOf({ db, signals }: Database) {
  return {
    async create(program: { title: string; teamId?: string; ownerId?: string }): Promise<Program> {
      return (await db.insert(programs).values({ id: newId(), ...program }).returning(COLUMNS))[0]!;
    },

    async get(id: string): Promise<Program | null> {
      return (await db.select(COLUMNS).from(programs).where(eq(programs.id, id)))[0] ?? null;
    },

    /** Those that a person may open in a team, the latest changed first. */
    async list(viewer: { id: string; team: { id: string } }, { limit }: { limit: number }): Promise<ListedProgram[]> {
      const rows = await db
        .select({ ...COLUMNS, pictureAt: pictures.at, replyId: replies.id })
        .from(programs)
        .leftJoin(pictures, eq(pictures.programId, programs.id))
        .leftJoin(replies, and(eq(replies.programId, programs.id), eq(replies.state, 'streaming')))
        .where(and(eq(programs.teamId, viewer.team.id), or(eq(programs.visibility, 'team'), eq(programs.ownerId, viewer.id))))
        .orderBy(desc(programs.updatedAt), desc(programs.id))
        .limit(limit);
      return rows.map(({ replyId, ...row }) => ({ ...row, streaming: replyId !== null }));
    },

    /** Who may open it from now on. */
    async setVisibility(id: string, visibility: Visibility): Promise<void> {
      await db.update(programs).set({ visibility }).where(eq(programs.id, id));
    },

    async rename(id: string, title: string): Promise<void> {
      await db.update(programs).set({ title, ...touched }).where(eq(programs.id, id));
    },

    /** With its versions, messages, replies, calls and shared state. Who follows one of its replies comes to the end. */
    async remove(id: string): Promise<void> {
      const followed = await db.select({ id: replies.id }).from(replies).where(and(eq(replies.programId, id), eq(replies.state, 'streaming')));
      await db.delete(programs).where(eq(programs.id, id));
      for (const reply of followed) signals.announce(`reply:${reply.id}`);
    },

    /** Shows another of its versions. @throws Error where the version is not one of this program's. */
    async setCurrent(id: string, versionId: string): Promise<void> {
      const isIts = sql`exists (select from ${versions} where ${versions.id} = ${versionId} and ${versions.programId} = ${id})`;
      const changed = await db
        .update(programs)
        .set({ currentVersionId: versionId, ...touched })
        .where(and(eq(programs.id, id), isIts))
        .returning({ id: programs.id });
      if (changed.length === 0) throw new Error(`Program ${id} has no version ${versionId}.`);
    },

    async setPicture(id: string, { type, bytes }: Omit<Picture, 'at'>): Promise<void> {
      const picture = { type, bytes, at: sql`now()` };
      await db.insert(pictures).values({ programId: id, ...picture }).onConflictDoUpdate({ target: pictures.programId, set: picture });
    },

    async picture(id: string): Promise<Picture | null> {
      const { type, bytes, at } = pictures;
      return (await db.select({ type, bytes, at }).from(pictures).where(eq(pictures.programId, id)))[0] ?? null;
    },
  };
}
