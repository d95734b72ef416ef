/** What is said about a program, and what is being written. */
import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ReplyChunk, ReplyMessage, ReplyState } from '../../model/messages';
import type { Source } from '../../program/program';
import { exactJson, instant, now } from '../columns';
import { programId } from './programs';

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
