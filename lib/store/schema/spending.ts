/** What models take, and how much of it anybody may have. */
import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, teamId } from '../columns';

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
