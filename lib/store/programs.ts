import { type SQL, and, asc, desc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm';
import type { Program, Visibility } from '../program/program';
import type { Database } from './database';
import { newId } from './new-id';
import { textQuery } from './ledger/search-words';
import { wordsOfProgram } from './program-words';
import { favourites, health, people, pictures, pins, programs, replies, shares, versions } from './schema';

/** A program as a list shows it. `pictureAt` changes with the picture, so it can stand in the picture's address. */
export type ListedProgram = Program & {
  pictureAt: string | null;
  streaming: boolean;
  /** Null in local mode, and once they are gone. */
  author: string | null;
  isFavourite: boolean;
  isPinned: boolean;
  /** Whether a link to it is open. */
  isLinked: boolean;
  /** Whether what it uses has changed so that it doesn't fit any more. */
  isBroken: boolean;
};

/** Which of those that a person may open. `shared`: of others, for the team. */
export const PROGRAM_CHOICES = ['all', 'mine', 'shared', 'team', 'favourites', 'linked', 'broken'] as const;
export const PROGRAM_SORTS = ['changed', 'made', 'title'] as const;

export type ProgramQuestion = {
  limit: number;
  which?: (typeof PROGRAM_CHOICES)[number];
  sort?: (typeof PROGRAM_SORTS)[number];
  /** Of titles, prompts, tables and authors; each is the beginning of one. */
  words?: string;
};

type ViewerOfList = { id: string; team: { id: string } };
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

/** The database folds letters as its collation says, and two databases may have two; so words are made on our side. */
const WORDS_AT_ONCE = 200;

export function programsOf({ db, signals }: Database) {
  /** Finds the words of those in a team that changed since somebody searched last. */
  async function findWords(teamId: string): Promise<void> {
    for (;;) {
      const rows = await db
        .select({ id: programs.id, title: programs.title, author: people.name, source: versions.source, currentVersionId: programs.currentVersionId })
        .from(programs)
        .leftJoin(people, eq(people.id, programs.ownerId))
        .leftJoin(versions, eq(versions.id, programs.currentVersionId))
        .where(and(eq(programs.teamId, teamId), isNull(programs.words)))
        .limit(WORDS_AT_ONCE);
      if (rows.length === 0) return;
      const labels = await db.select({ programId: versions.programId, label: versions.label }).from(versions).where(inArray(versions.programId, rows.map(({ id }) => id)));
      for (const row of rows) {
        const prompts = labels.filter(({ programId }) => programId === row.id).map(({ label }) => label);
        await db.update(programs).set({ words: wordsOfProgram({ ...row, prompts }) }).where(eq(programs.id, row.id));
      }
      if (rows.length < WORDS_AT_ONCE) return;
    }
  }

  return {
    async create(program: { title: string; teamId?: string; ownerId?: string }): Promise<Program> {
      return (await db.insert(programs).values({ id: newId(), ...program }).returning(COLUMNS))[0]!;
    },

    async get(id: string): Promise<Program | null> {
      return (await db.select(COLUMNS).from(programs).where(eq(programs.id, id)))[0] ?? null;
    },

    /** Those that a person may open in a team, the latest changed first where nothing else is asked for. */
    async list(viewer: ViewerOfList, { limit, which = 'all', sort = 'changed', words }: ProgramQuestion): Promise<ListedProgram[]> {
      const asked = words === undefined ? undefined : textQuery(words);
      if (words?.trim() && asked === null) return [];
      if (asked) await findWords(viewer.team.id);
      const rows = await db
        .select({ ...COLUMNS, pictureAt: pictures.at, replyId: replies.id, author: people.name, favouriteAt: favourites.createdAt, pinned: pins.programId, broken: health.programId, isLinked: isLinked() })
        .from(programs)
        .leftJoin(pictures, eq(pictures.programId, programs.id))
        .leftJoin(replies, and(eq(replies.programId, programs.id), eq(replies.state, 'streaming')))
        .leftJoin(people, eq(people.id, programs.ownerId))
        .leftJoin(favourites, and(eq(favourites.programId, programs.id), eq(favourites.viewerId, viewer.id)))
        .leftJoin(pins, eq(pins.programId, programs.id))
        .leftJoin(health, and(eq(health.programId, programs.id), eq(health.versionId, programs.currentVersionId)))
        .where(and(openTo(viewer), chosen(which, viewer), asked ? sql`${programs.words} @@ ${asked}::tsquery` : undefined))
        .orderBy(...(which === 'favourites' ? [desc(favourites.createdAt)] : []), ...ORDERS[sort], desc(programs.id))
        .limit(limit);
      return rows.map(({ replyId, favouriteAt, pinned, broken, ...row }) => ({
        ...row,
        streaming: replyId !== null,
        isFavourite: favouriteAt !== null,
        isPinned: pinned !== null,
        isBroken: broken !== null,
      }));
    },

    /** Who may open it from now on. */
    async setVisibility(id: string, visibility: Visibility): Promise<void> {
      await db.update(programs).set({ visibility }).where(eq(programs.id, id));
    },

    async rename(id: string, title: string): Promise<void> {
      await db.update(programs).set({ title, words: null, ...touched }).where(eq(programs.id, id));
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
        .set({ currentVersionId: versionId, words: null, ...touched })
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

const ORDERS: Record<(typeof PROGRAM_SORTS)[number], SQL[]> = {
  changed: [desc(programs.updatedAt)],
  made: [desc(programs.createdAt)],
  title: [asc(sql`lower(${programs.title}) collate "C"`)],
};

/** What a person may open in the team they look at: the rule of lib/auth/leave.ts as SQL. */
export function openTo(viewer: ViewerOfList): SQL {
  return and(eq(programs.teamId, viewer.team.id), or(eq(programs.visibility, 'team'), eq(programs.ownerId, viewer.id)))!;
}

function chosen(which: (typeof PROGRAM_CHOICES)[number], viewer: ViewerOfList): SQL | undefined {
  if (which === 'mine') return eq(programs.ownerId, viewer.id);
  if (which === 'team') return eq(programs.visibility, 'team');
  if (which === 'shared') return and(eq(programs.visibility, 'team'), notInArray(programs.ownerId, [viewer.id]));
  if (which === 'favourites') return sql`${favourites.viewerId} is not null`;
  if (which === 'broken') return sql`${health.programId} is not null`;
  return which === 'linked' ? isLinked() : undefined;
}

/** Whether somebody may come in by a link to it now. */
export function isLinked(): SQL<boolean> {
  return sql<boolean>`exists (select from ${shares} where ${shares.programId} = ${programs.id} and ${shares.tokenHash} is not null and ${shares.pausedAt} is null
    and (${shares.expiresAt} is null or ${shares.expiresAt} > now()) and (${shares.maxViews} is null or ${shares.views} < ${shares.maxViews}))`;
}
