/** Every call that a program made. */
import { sql } from 'drizzle-orm';
import { bigint, index, pgTable, real, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { exactJson, instant, searchWords, teamId, words } from '../columns';

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
