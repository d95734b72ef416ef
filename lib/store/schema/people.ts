/**
 * People, how they sign in, and their teams. The first five tables are better-auth's, by its names of the columns; it gives and
 * takes Dates. Teams are our own: see ARCHITECTURE.md.
 */
import { bigint, boolean, index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Role } from '../../program/role';
import { exactJson, instant, now, words } from '../columns';

const date = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const people = pgTable('people', {
  /** `local` for the person whose things there were before there were accounts. */
  id: text().primaryKey(),
  name: words().notNull(),
  email: text().notNull().unique('people_email'),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  createdAt: date('created_at').notNull().default(now),
  updatedAt: date('updated_at').notNull().default(now),
});

const personId = (name = 'person_id') =>
  text(name)
    .notNull()
    .references(() => people.id, { onDelete: 'cascade' });

export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: personId(),
    token: text().notNull().unique('sessions_token'),
    expiresAt: date('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    /** The team that is looked at; null until one is chosen. */
    teamId: text('team_id'),
    createdAt: date('created_at').notNull().default(now),
    updatedAt: date('updated_at').notNull().default(now),
  },
  (table) => [index('sessions_of_person').on(table.userId)],
);

/** A way that a person signs in: a password (hashed), or an account elsewhere. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: text().primaryKey(),
    userId: personId(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: date('access_token_expires_at'),
    refreshTokenExpiresAt: date('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: date('created_at').notNull().default(now),
    updatedAt: date('updated_at').notNull().default(now),
  },
  (table) => [index('sign_ins_of_person').on(table.userId)],
);

export const verifications = pgTable(
  'verifications',
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: date('expires_at').notNull(),
    createdAt: date('created_at').notNull().default(now),
    updatedAt: date('updated_at').notNull().default(now),
  },
  (table) => [index('verifications_by_identifier').on(table.identifier)],
);

/** How often an address has tried something lately. */
export const attempts = pgTable('attempts', {
  id: text().primaryKey(),
  key: text().notNull().unique('attempts_key'),
  count: integer().notNull(),
  lastRequest: bigint('last_request', { mode: 'number' }).notNull(),
});

export const teams = pgTable('teams', {
  id: text().primaryKey(),
  name: words().notNull(),
  createdAt: instant('created_at').notNull().default(now),
});

const teamId = () =>
  text('team_id')
    .notNull()
    .references(() => teams.id, { onDelete: 'cascade' });

export const members = pgTable(
  'members',
  {
    teamId: teamId(),
    personId: personId(),
    role: text().$type<Role>().notNull(),
    createdAt: instant('created_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.teamId, table.personId] }), index('members_by_person').on(table.personId)],
);

/** An invitation into a team. Its token is known to the one who has the link; here is its hash only. */
export const invitations = pgTable(
  'invitations',
  {
    id: text().primaryKey(),
    teamId: teamId(),
    role: text().$type<Exclude<Role, 'owner'>>().notNull(),
    /** Null where whoever has the link may come. */
    email: text(),
    tokenHash: text('token_hash').notNull(),
    invitedBy: text('invited_by').notNull(),
    createdAt: instant('created_at').notNull().default(now),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [uniqueIndex('invitations_token').on(table.tokenHash), index('invitations_of_team').on(table.teamId)],
);

/** Who did what about people and who may do what. No references: it outlives them. */
export const audit = pgTable(
  'audit',
  {
    id: text().primaryKey(),
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    teamId: text('team_id'),
    at: instant().notNull().default(now),
    /** Null where nobody was signed in. */
    personId: text('person_id'),
    /** `signed-in`, `invited`, `role-changed`, … */
    action: text().notNull(),
    /** The person it was done to. */
    aboutId: text('about_id'),
    /** Whom or what it was done to, as a person would call it. */
    subject: words(),
    detail: exactJson<Record<string, unknown>>(),
  },
  (table) => [index('audit_of_team').on(table.teamId, table.position)],
);
