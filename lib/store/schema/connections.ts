/** What a team, or the house, has chosen and connected. */
import { bigint, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { ConnectionSettings } from '../connections';
import { bytes, exactJson, instant, now, teamId, words } from '../columns';

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
