/**
 * The tables. `npm run migrations` writes the SQL of a change to migrations/; it is applied when the store opens.
 * Ids are made by new-id.ts, so they can be made before a row is.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey, real, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Columns } from '../binding/binding';
import type { ReplyChunk, ReplyMessage, ReplyState } from '../model/messages';
import type { Diagnostic, Source, Version, Visibility } from '../program/program';
import type { Role } from '../program/role';
import type { Approval } from './approvals';
import type { ConnectionSettings } from './connections';
import type { Grant, Limits } from './grants';
import type { PinSize } from './pins';
import type { Share } from './shares';
import { bytes, exactJson, instant, searchWords, words } from './columns';

const now = sql`now()`;

/** What was made before there were teams, and in local mode, is of the one team. Its things go with a team by `teams.remove`. */
const teamId = () => text('team_id').notNull().default('local');

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

const programId = () =>
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

export const messages = pgTable(
  'messages',
  {
    id: text().primaryKey(),
    programId: programId(),
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    role: text().$type<ReplyMessage['role']>().notNull(),
    parts: exactJson<ReplyMessage['parts']>().notNull(),
    metadata: exactJson<NonNullable<ReplyMessage['metadata']>>(),
  },
  (table) => [index('messages_in_order').on(table.programId, table.position)],
);

export const replies = pgTable(
  'replies',
  {
    id: text().primaryKey(),
    programId: programId(),
    messageId: text('message_id').notNull(),
    modelId: text('model_id').notNull(),
    base: exactJson<Source>().notNull(),
    state: text().$type<ReplyState>().notNull().default('streaming'),
    lastSeq: integer('last_seq').notNull().default(0),
    stopRequested: boolean('stop_requested').notNull().default(false),
    /** The opening of a store that writes it, and until when that one is believed to be alive without a new sign. */
    owner: text().notNull(),
    leaseUntil: instant('lease_until').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    endedAt: instant('ended_at'),
  },
  (table) => [
    uniqueIndex('replies_one_streaming').on(table.programId).where(sql`state = 'streaming'`),
    index('replies_in_order').on(table.programId, table.createdAt),
  ],
);

export const chunks = pgTable(
  'chunks',
  {
    replyId: text('reply_id')
      .notNull()
      .references(() => replies.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    chunk: exactJson<ReplyChunk>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.replyId, table.seq] })],
);

/** A value that is null is kept as SQL's null, here as in `shared`. What is of the whole house and of no team has no team's id. */
export const settings = pgTable(
  'settings',
  { teamId: teamId(), key: text().notNull(), value: exactJson<unknown>() },
  (table) => [primaryKey({ columns: [table.teamId, table.key] })],
);

export const secrets = pgTable('secrets', { name: text().primaryKey(), sealed: bytes().notNull() });

export const files = pgTable('files', {
  id: text().primaryKey(),
  teamId: teamId(),
  name: words().notNull(),
  path: text().notNull(),
  bytes: bigint({ mode: 'number' }).notNull(),
  tables: exactJson<{ name: string; rows: number }[]>().notNull(),
  createdAt: instant('created_at').notNull().default(now),
});

export const connections = pgTable(
  'connections',
  {
    id: text().primaryKey(),
    teamId: teamId(),
    /** The identifier in generated code. */
    name: text().notNull(),
    kind: text().notNull(),
    settings: exactJson<ConnectionSettings>().notNull(),
    /** What the outside system says of itself, gzipped: an API's specification. */
    described: bytes().notNull(),
    createdAt: instant('created_at').notNull().default(now),
    describedAt: instant('described_at').notNull().default(now),
  },
  (table) => [unique('connections_name').on(table.teamId, table.name)],
);

export const ledger = pgTable(
  'ledger',
  {
    id: text().primaryKey(),
    teamId: teamId(),
    /** No reference: what a program did outside stays on record when it is deleted. */
    programId: text('program_id').notNull(),
    versionId: text('version_id'),
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    /** In whose name. */
    viewer: text().notNull(),
    /** The function of data.ts that made the call. */
    from: words(),
    binding: words().notNull(),
    operation: words().notNull(),
    effect: text().$type<'read' | 'write'>().notNull(),
    args: exactJson<unknown>(),
    masked: exactJson<string[]>(),
    rows: bigint({ mode: 'number' }),
    bytes: bigint({ mode: 'number' }),
    ms: real(),
    /** `ok`, or the code of the failure. */
    outcome: text().notNull(),
    message: words(),
    /** The id of the approval or the grant. */
    allowedBy: text('allowed_by'),
    allowedAs: text('allowed_as').$type<'approval' | 'grant'>(),
    /** What it is found by. */
    words: searchWords().notNull(),
  },
  // One for each thing that the team's ledger is filtered by; writes are rare, and an index of their own.
  (table) => [
    index('ledger_in_order').on(table.programId, table.position),
    uniqueIndex('ledger_by_position').on(table.position),
    index('ledger_of_team').on(table.teamId, table.position),
    index('ledger_by_viewer').on(table.teamId, table.viewer, table.position),
    index('ledger_by_binding').on(table.teamId, table.binding, table.position),
    index('ledger_by_outcome').on(table.teamId, table.outcome, table.position),
    index('ledger_by_time').on(table.teamId, table.at),
    index('ledger_of_writes').on(table.teamId, table.position).where(sql`effect = 'write'`),
    index('ledger_by_leave').on(table.teamId, table.allowedAs, table.position),
    index('ledger_by_words').using('gin', table.words),
  ],
);

/** Calls that wait for a person, or did: writes, and reading that isn't granted yet. */
export const approvals = pgTable(
  'approvals',
  {
    id: text().primaryKey(),
    programId: programId(),
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    binding: words().notNull(),
    operation: words().notNull(),
    args: exactJson<unknown>().notNull(),
    /** The function that wants it. */
    from: words(),
    /** What it is, in its author's words, as it was when it was asked. */
    about: exactJson<Approval['about']>().notNull(),
    effect: text().$type<Approval['effect']>().notNull().default('write'),
    state: text().$type<Approval['state']>().notNull().default('pending'),
    /** Whose screen it waits on, where it's known. */
    askedBy: text('asked_by'),
    /** The link that it came through; null where it didn't. No reference: what was asked stays, as long as others do. */
    viaShareId: text('via_share_id'),
    createdAt: instant('created_at').notNull().default(now),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('approvals_in_order').on(table.programId, table.position)],
);

/** What a program may do without asking: read tables or functions of a binding, or make one write within limits. */
export const grants = pgTable(
  'grants',
  {
    id: text().primaryKey(),
    programId: programId(),
    binding: words().notNull(),
    effect: text().$type<Grant['effect']>().notNull().default('write'),
    /** Of a write. */
    operation: words(),
    /** Of a write, or of reading one function. */
    limits: exactJson<Limits>(),
    /** Of reading: tables, or functions of an API. */
    names: exactJson<string[]>(),
    /** Of reading: those of tables that aren't granted whole. */
    columns: exactJson<Columns>(),
    maxRows: integer('max_rows'),
    createdAt: instant('created_at').notNull().default(now),
    /** Null where it holds until it's taken back. */
    expiresAt: instant('expires_at'),
  },
  (table) => [index('grants_of_program').on(table.programId)],
);

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

export { attempts, audit, invitations, members, people, sessions, signIns, teams, verifications } from './people/schema';
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

/** What models took of each person's month in a team. Of tokens whose price isn't known there is no cost. */
export const spending = pgTable(
  'spending',
  {
    teamId: teamId(),
    personId: text('person_id').notNull(),
    /** `2026-11`, in UTC. */
    month: text().notNull(),
    inputTokens: bigint('input_tokens', { mode: 'number' }).notNull().default(0),
    outputTokens: bigint('output_tokens', { mode: 'number' }).notNull().default(0),
    unpricedTokens: bigint('unpriced_tokens', { mode: 'number' }).notNull().default(0),
    /** Millionths of a US dollar. */
    micros: bigint({ mode: 'number' }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.personId, table.month] })],
);

/** What replies that are being written may take still, so that several at once don't each find the whole rest. */
export const spendingHolds = pgTable(
  'spending_holds',
  {
    id: text().primaryKey(),
    teamId: teamId(),
    personId: text('person_id').notNull(),
    micros: bigint({ mode: 'number' }).notNull(),
    tokens: bigint({ mode: 'number' }).notNull(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [index('spending_holds_of_person').on(table.teamId, table.personId)],
);

/** What a person may use of models in a month. No person: everybody who has no limits of their own. Null: as much as they like. */
export const spendingLimits = pgTable(
  'spending_limits',
  {
    teamId: teamId(),
    personId: text('person_id').notNull().default(''),
    micros: bigint({ mode: 'number' }),
    tokens: bigint({ mode: 'number' }),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.personId] })],
);

/** Who may use a binding, where it isn't everybody: people by their ids, or by the least role they have. */
export const bindingUsers = pgTable(
  'binding_users',
  { teamId: teamId(), binding: words().notNull(), role: text().$type<Role | ''>().notNull().default(''), personId: text('person_id').notNull().default('') },
  (table) => [primaryKey({ columns: [table.teamId, table.binding, table.role, table.personId] })],
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

export const pinSections = pgTable(
  'pin_sections',
  { id: text().primaryKey(), teamId: teamId(), title: words().notNull(), position: integer().notNull() },
  (table) => [index('pin_sections_of_team').on(table.teamId, table.position)],
);

/** What stands on a team's home. One without a section stands before the first. */
export const pins = pgTable(
  'pins',
  {
    programId: programId().primaryKey(),
    teamId: teamId(),
    sectionId: text('section_id').references(() => pinSections.id, { onDelete: 'set null' }),
    position: integer().notNull(),
    size: text().$type<PinSize>().notNull().default('small'),
    createdBy: text('created_by').notNull(),
  },
  (table) => [index('pins_of_team').on(table.teamId, table.position)],
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
