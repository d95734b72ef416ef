/** What programs and people may do with what is connected. */
import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Columns } from '../../binding/binding';
import type { Role } from '../../program/role';
import type { Approval } from '../approvals';
import type { Grant, Limits } from '../grants';
import { exactJson, instant, now, teamId, words } from '../columns';
import { programId } from './programs';

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

/** Who may use a binding, where it isn't everybody: people by their ids, or by the least role they have. */
export const bindingUsers = pgTable(
  'binding_users',
  { teamId: teamId(), binding: words().notNull(), role: text().$type<Role | ''>().notNull().default(''), personId: text('person_id').notNull().default('') },
  (table) => [primaryKey({ columns: [table.teamId, table.binding, table.role, table.personId] })],
);
