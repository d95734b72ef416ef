/** What opens a program to somebody outside: links, and keys to its data. */
import { boolean, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Share } from '../shares';
import { bytes, exactJson, instant, now, words } from '../columns';
import { programId, versions } from './programs';

/** Links to programs. Who has the token opens it; it is here as a hash, and encrypted for its owner. */
export const shares = pgTable(
  'shares',
  {
    id: text().primaryKey(),
    programId: programId(),
    ownerId: text('owner_id').notNull(),
    /** Null follows the program's current version. */
    versionId: text('version_id'),
    mode: text().$type<Share['mode']>().notNull(),
    refresh: text().$type<Share['refresh']>().notNull().default('never'),
    refreshDueAt: instant('refresh_due_at'),
    /** Both null once it is revoked: nothing finds it any more. */
    tokenHash: bytes('token_hash').unique('shares_token'),
    tokenSealed: bytes('token_sealed'),
    password: text(),
    expiresAt: instant('expires_at'),
    pausedAt: instant('paused_at'),
    revokedAt: instant('revoked_at'),
    maxViews: integer('max_views'),
    views: integer().notNull().default(0),
    embedOrigins: exactJson<string[]>('embed_origins').notNull(),
    /** What link previews and the page say; null: the program's own title. */
    title: words(),
    /** What the page says of whose it is; null: nothing. */
    by: words(),
    hasPicture: boolean('has_picture').notNull().default(false),
    mayRemix: boolean('may_remix').notNull().default(false),
    mayAsk: boolean('may_ask').notNull().default(false),
    /** What the snapshot was taken of, and the shared state as it was then. */
    takenAt: instant('taken_at'),
    takenVersionId: text('taken_version_id'),
    takenShared: exactJson<Record<string, unknown>>('taken_shared'),
    createdAt: instant('created_at').notNull().default(now),
  },
  (table) => [index('shares_of_program').on(table.programId), index('shares_due').on(table.refreshDueAt)],
);

const shareId = () =>
  text('share_id')
    .notNull()
    .references(() => shares.id, { onDelete: 'cascade' });

/** What a snapshot holds: results of data functions, found by function and arguments. */
export const snapshotResults = pgTable(
  'snapshot_results',
  {
    shareId: shareId(),
    key: text().notNull(),
    name: words().notNull(),
    args: exactJson<unknown>().notNull(),
    value: exactJson<unknown>(),
  },
  (table) => [primaryKey({ columns: [table.shareId, table.key] })],
);

export const sharePictures = pgTable('share_pictures', { shareId: shareId().primaryKey(), bytes: bytes().notNull() });

/** Keys to a version's data functions for someone outside. Only their hashes are kept. */
export const dataTokens = pgTable(
  'data_tokens',
  {
    id: text().primaryKey(),
    programId: programId(),
    versionId: text('version_id')
      .notNull()
      .references(() => versions.id, { onDelete: 'cascade' }),
    /** SHA-256 of the token, hex. */
    hash: text().notNull().unique('data_tokens_hash'),
    /** Who made it, and in whose name it reads. */
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    lastUsedAt: instant('last_used_at'),
  },
  (table) => [index('data_tokens_of_program').on(table.programId)],
);
