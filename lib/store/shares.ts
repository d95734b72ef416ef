import { createHash, createHmac, randomBytes } from 'node:crypto';
import { type SQL, and, desc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Program } from '../program/program';
import type { Database, Queryable } from './database';
import { fromNow } from './from-now';
import { newId } from './new-id';
import { programs, sharePictures, shares, snapshotResults } from './schema';
import { seal, unseal } from './seal';
import { type KeySource, readSecretKey } from './secret-key';

/**
 * What a link's viewers see: results as they were taken, what the program's own leave reads now, or that read in the name of each person of the
 * team who opens it.
 */
export const SHARE_MODES = ['snapshot', 'live', 'viewer'] as const;
/** How often a snapshot is taken anew by itself. */
export const REFRESHES = ['never', 'hourly', 'daily', 'weekly'] as const;

/** A link to a program, without what opens it. */
export type Share = {
  id: string;
  programId: string;
  /** Who made it, and may copy it. */
  ownerId: string;
  /** The version that it shows; null for the program's current one. */
  versionId: string | null;
  mode: (typeof SHARE_MODES)[number];
  refresh: (typeof REFRESHES)[number];
  /** What its password is checked against; null where it has none. */
  password: string | null;
  expiresAt: string | null;
  pausedAt: string | null;
  revokedAt: string | null;
  /** How often it may be opened; null for ever. */
  maxViews: number | null;
  views: number;
  /** Sites that may show it within theirs. */
  embedOrigins: string[];
  title: string | null;
  by: string | null;
  hasPicture: boolean;
  /** Who opens it may make a program of their own with its code. */
  mayRemix: boolean;
  /** Who opens it may ask for changes outside: each waits for a person's yes. Never where it shows a snapshot. */
  mayAsk: boolean;
  takenAt: string | null;
  takenVersionId: string | null;
  createdAt: string;
};

/** A link as who opens it meets it, with what its page needs of the program. */
export type FoundShare = Share & { program: Pick<Program, 'id' | 'title' | 'teamId' | 'currentVersionId'> };

type Chosen = Pick<Share, 'versionId' | 'mode' | 'refresh' | 'password' | 'expiresAt' | 'maxViews' | 'embedOrigins' | 'title' | 'by' | 'hasPicture' | 'mayRemix' | 'mayAsk'>;
export type NewShare = Pick<Share, 'programId' | 'ownerId'> & Chosen;
export type ShareChange = Partial<Chosen> & { paused?: boolean };

/** What a data function gave for some arguments. `key` is what it is found by. */
export type SnapshotResult = { key: string; name: string; args: unknown; value: unknown };

/** Random bytes of a token: as many as a key has, so that guessing is hopeless at any speed. */
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;

const REFRESH_SECONDS: Record<Share['refresh'], number | null> = { never: null, hourly: 3_600, daily: 86_400, weekly: 604_800 };

const COLUMNS = {
  id: shares.id,
  programId: shares.programId,
  ownerId: shares.ownerId,
  versionId: shares.versionId,
  mode: shares.mode,
  refresh: shares.refresh,
  password: shares.password,
  expiresAt: shares.expiresAt,
  pausedAt: shares.pausedAt,
  revokedAt: shares.revokedAt,
  maxViews: shares.maxViews,
  views: shares.views,
  embedOrigins: shares.embedOrigins,
  title: shares.title,
  by: shares.by,
  hasPicture: shares.hasPicture,
  mayRemix: shares.mayRemix,
  mayAsk: shares.mayAsk,
  takenAt: shares.takenAt,
  takenVersionId: shares.takenVersionId,
  createdAt: shares.createdAt,
};

/** What is announced where a link changes. */
export const signalOf = (shareId: string) => `share:${shareId}` as const;

/** Links to programs: what they allow, and what their snapshots hold. */
export function sharesOf({ db, signals }: Pick<Database, 'db' | 'signals'>, source: KeySource) {
  let kept: Buffer | undefined;
  const key = () => (kept ??= readSecretKey(source));
  const changed = (id: string) => signals.announce(signalOf(id));
  const hashOf = (token: string) => createHash('sha256').update(token).digest();
  const due = (refresh: Share['refresh']) => {
    const seconds = REFRESH_SECONDS[refresh];
    return seconds === null ? null : fromNow(seconds);
  };
  const withProgram = () =>
    db
      .select({ ...COLUMNS, program: { id: programs.id, title: programs.title, teamId: programs.teamId, currentVersionId: programs.currentVersionId } })
      .from(shares)
      .innerJoin(programs, eq(programs.id, shares.programId));

  return {
    /** Makes a link. Its token is known to who asks for it now, and to its owner by `token` as long as it isn't revoked. */
    async create(share: NewShare): Promise<{ share: Share; token: string }> {
      const id = newId();
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const row = { ...share, id, tokenHash: hashOf(token), tokenSealed: seal(key(), `share:${id}`, token), refreshDueAt: due(share.refresh) };
      return { share: (await db.insert(shares).values(row).returning(COLUMNS))[0]!, token };
    },

    /** The newest first, those that were revoked among them. */
    list(programId: string): Promise<Share[]> {
      return db.select(COLUMNS).from(shares).where(eq(shares.programId, programId)).orderBy(desc(shares.createdAt), desc(shares.id));
    },

    async get(id: string): Promise<Share | null> {
      return (await db.select(COLUMNS).from(shares).where(eq(shares.id, id)))[0] ?? null;
    },

    /** The link that a token opens, also where it is paused, expired or used up. Null where none does, or none any more. */
    async byToken(token: string): Promise<FoundShare | null> {
      // What can't be one is looked for all the same: it takes as long as what could.
      const hash = hashOf(TOKEN.test(token) ? token : '');
      return (await withProgram().where(eq(shares.tokenHash, hash)))[0] ?? null;
    },

    /** Those of them that are still there and not revoked. */
    async those(ids: readonly string[]): Promise<FoundShare[]> {
      if (ids.length === 0) return [];
      return withProgram().where(and(inArray(shares.id, [...ids]), isNull(shares.revokedAt)));
    },

    /** @throws Error of the cipher where it was made under another VITRINE_SECRET */
    async token(id: string): Promise<string | null> {
      const [row] = await db.select({ sealed: shares.tokenSealed }).from(shares).where(eq(shares.id, id));
      return row?.sealed ? unseal(key(), `share:${id}`, row.sealed) : null;
    },

    /** A signature that every process of this store makes alike, and nobody else can. */
    sign(text: string): string {
      return createHmac('sha256', key()).update(`share ticket\0${text}`).digest('base64url');
    },

    async change(id: string, { paused, ...change }: ShareChange): Promise<Share | null> {
      const pausedAt = paused === undefined ? {} : { pausedAt: paused ? fromNow(0) : null };
      const refreshDueAt = change.refresh === undefined ? {} : { refreshDueAt: due(change.refresh) };
      const [row] = await db.update(shares).set({ ...change, ...pausedAt, ...refreshDueAt }).where(and(eq(shares.id, id), isNull(shares.revokedAt))).returning(COLUMNS);
      if (row) changed(id);
      return row ?? null;
    },

    /** Nothing opens it any more, and what it held is gone; that there was one stays on record. */
    async revoke(id: string): Promise<void> {
      await db.transaction((tx) => revokeShares(tx, eq(shares.id, id)));
      changed(id);
    },

    /** Counts so many openings. False where it may not be opened that often any more. */
    async count(id: string, openings: number): Promise<boolean> {
      const left = or(isNull(shares.maxViews), lte(sql`${shares.views} + ${openings}`, shares.maxViews));
      const counted = await db.update(shares).set({ views: sql`${shares.views} + ${openings}` }).where(and(eq(shares.id, id), left)).returning({ id: shares.id });
      return counted.length > 0;
    },

    /** Puts a snapshot in the place of the one before. */
    async keepSnapshot(id: string, taken: { versionId: string; shared: Record<string, unknown>; results: readonly SnapshotResult[] }): Promise<void> {
      await db.transaction(async (tx) => {
        const [row] = await tx
          .update(shares)
          .set({ takenAt: fromNow(0), takenVersionId: taken.versionId, takenShared: taken.shared })
          .where(and(eq(shares.id, id), isNull(shares.revokedAt)))
          .returning({ id: shares.id });
        if (!row) return;
        await tx.delete(snapshotResults).where(eq(snapshotResults.shareId, id));
        for (const result of taken.results) await tx.insert(snapshotResults).values({ shareId: id, ...result });
      });
      changed(id);
    },

    /** What the snapshot has for a function and arguments; null where that isn't part of it. */
    async result(id: string, of: string): Promise<SnapshotResult | null> {
      const { key: found, name, args, value } = snapshotResults;
      return (await db.select({ key: found, name, args, value }).from(snapshotResults).where(and(eq(snapshotResults.shareId, id), eq(found, of))))[0] ?? null;
    },

    /** What the snapshot's results are found by. */
    async keys(id: string): Promise<string[]> {
      return (await db.select({ key: snapshotResults.key }).from(snapshotResults).where(eq(snapshotResults.shareId, id))).map((row) => row.key);
    },

    /** What the snapshot was asked, without what it answers. */
    asked(id: string): Promise<{ name: string; args: unknown }[]> {
      return db.select({ name: snapshotResults.name, args: snapshotResults.args }).from(snapshotResults).where(eq(snapshotResults.shareId, id)).orderBy(snapshotResults.name, snapshotResults.key);
    },

    /** The shared state as it was when the snapshot was taken. */
    async takenShared(id: string): Promise<Record<string, unknown>> {
      return (await db.select({ taken: shares.takenShared }).from(shares).where(eq(shares.id, id)))[0]?.taken ?? {};
    },

    async setPicture(id: string, bytes: Uint8Array): Promise<void> {
      await db.transaction(async (tx) => {
        const [row] = await tx.update(shares).set({ hasPicture: true }).where(and(eq(shares.id, id), isNull(shares.revokedAt))).returning({ id: shares.id });
        if (row) await tx.insert(sharePictures).values({ shareId: id, bytes }).onConflictDoUpdate({ target: sharePictures.shareId, set: { bytes } });
      });
      changed(id);
    },

    /** Puts a picture of a program's newest version before those who see that version, live. */
    async setPictures(programId: string, bytes: Uint8Array): Promise<void> {
      const follow = and(eq(shares.programId, programId), eq(shares.mode, 'live'), isNull(shares.versionId), isNull(shares.revokedAt));
      for (const { id } of await db.select({ id: shares.id }).from(shares).where(follow)) await this.setPicture(id, bytes);
    },

    async picture(id: string): Promise<Uint8Array | null> {
      return (await db.select({ bytes: sharePictures.bytes }).from(sharePictures).where(eq(sharePictures.shareId, id)))[0]?.bytes ?? null;
    },

    /** A link whose snapshot is due within so many seconds, for whoever asks first: the next time is set before anybody else sees it. */
    async takeDue(seconds = 0): Promise<Share | null> {
      return db.transaction(async (tx) => {
        const isDue = and(lte(shares.refreshDueAt, fromNow(seconds)), isNull(shares.revokedAt), isNull(shares.pausedAt));
        const [row] = await tx.select(COLUMNS).from(shares).where(isDue).orderBy(shares.refreshDueAt).limit(1).for('update', { skipLocked: true });
        if (row) await tx.update(shares).set({ refreshDueAt: fromNow(seconds + (REFRESH_SECONDS[row.refresh] ?? 0)) }).where(eq(shares.id, row.id));
        return row ?? null;
      });
    },

    /** Calls `listener` when a link was changed, here or in another process. */
    onChange(id: string, listener: () => void): () => void {
      return signals.on(signalOf(id), listener);
    },
  };
}

/** Ends those links that aren't over yet, and what they held. Gives which they were; who has them open hears of it when that is said. */
export async function revokeShares(tx: Queryable, which: SQL): Promise<string[]> {
  const nothing = { tokenHash: null, tokenSealed: null, password: null, takenShared: null, refreshDueAt: null, hasPicture: false };
  const revoked = await tx.update(shares).set({ ...nothing, revokedAt: fromNow(0) }).where(and(which, isNull(shares.revokedAt))).returning({ id: shares.id });
  const ids = revoked.map(({ id }) => id);
  await tx.delete(snapshotResults).where(inArray(snapshotResults.shareId, ids));
  await tx.delete(sharePictures).where(inArray(sharePictures.shareId, ids));
  return ids;
}
