/** Programs, their versions, and what is kept of each. */
import { index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { Diagnostic, Source, Version, Visibility } from '../../program/program';
import { bytes, exactJson, instant, now, searchWords, teamId, words } from '../columns';

export const programs = pgTable(
  'programs',
  {
    id: text().primaryKey(),
    title: words().notNull(),
    /** What was made before there were accounts, and in local mode, is the one person's. */
    teamId: teamId(),
    ownerId: text('owner_id').notNull().default('local'),
    visibility: text().$type<Visibility>().notNull().default('private'),
    /** No reference, since versions refer to programs already; setCurrent checks it. */
    currentVersionId: text('current_version_id'),
    /** Counts the changes of its shared state. */
    sharedRevision: integer('shared_revision').notNull().default(0),
    /** What it is found by. Null once that changed: whoever searches next finds them anew. */
    words: searchWords(),
    createdAt: instant('created_at').notNull().default(now),
    updatedAt: instant('updated_at').notNull().default(now),
  },
  (table) => [index('programs_by_update').on(table.teamId, table.updatedAt), index('programs_by_words').using('gin', table.words)],
);

/** For whatever goes with its program. */
export const programId = () =>
  text('program_id')
    .notNull()
    .references(() => programs.id, { onDelete: 'cascade' });

export const pictures = pgTable('pictures', {
  programId: programId().primaryKey(),
  type: text().notNull(),
  bytes: bytes().notNull(),
  at: instant().notNull().default(now),
});

export const versions = pgTable(
  'versions',
  {
    id: text().primaryKey(),
    programId: programId(),
    ordinal: integer().notNull(),
    source: exactJson<Source>().notNull(),
    diagnostics: exactJson<Diagnostic[]>().notNull(),
    label: words().notNull(),
    origin: exactJson<NonNullable<Version['origin']>>(),
    createdAt: instant('created_at').notNull().default(now),
  },
  (table) => [unique('versions_ordinal').on(table.programId, table.ordinal)],
);

/** What a remix was made from. */
export const lineage = pgTable(
  'lineage',
  {
    programId: programId().primaryKey(),
    /** No reference: that it is a remix stays true when the original is deleted. */
    originId: text('origin_id').notNull(),
    /** As they were when it was remixed: who may read the title once the original is gone. */
    title: words().notNull(),
    visibility: text().$type<Visibility>().notNull(),
    createdBy: text('created_by').notNull(),
    /** The link it was remixed through; null where it was remixed in the team. No reference either. */
    viaShareId: text('via_share_id'),
    createdAt: instant('created_at').notNull().default(now),
  },
  (table) => [index('lineage_of_origin').on(table.originId)],
);

export const favourites = pgTable(
  'favourites',
  { viewerId: text('viewer_id').notNull(), programId: programId(), createdAt: instant('created_at').notNull().default(now) },
  (table) => [primaryKey({ columns: [table.viewerId, table.programId] }), index('favourites_of_program').on(table.programId)],
);

/** What the check found in a program's current version when something that it uses had changed. */
export const health = pgTable('program_health', {
  programId: programId().primaryKey(),
  /** What is said of another version than the current one is said no longer. */
  versionId: text('version_id')
    .notNull()
    .references(() => versions.id, { onDelete: 'cascade' }),
  diagnostics: exactJson<Diagnostic[]>().notNull(),
  /** The binding that had changed. */
  binding: words().notNull(),
  /** A repair that waits for a person's yes. */
  draftVersionId: text('draft_version_id').references(() => versions.id, { onDelete: 'set null' }),
  checkedAt: instant('checked_at').notNull().default(now),
});

export const shared = pgTable(
  'shared',
  {
    programId: programId(),
    key: words().notNull(),
    value: exactJson<unknown>(),
    revision: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.programId, table.key] })],
);
