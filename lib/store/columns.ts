import { sql } from 'drizzle-orm';
import { customType, text } from 'drizzle-orm/pg-core';

export const now = sql`now()`;

/** What was made before there were teams, and in local mode, is of the one team. Its things go with a team by `teams.remove`. */
export const teamId = () => text('team_id').notNull().default('local');

/**
 * A value kept as JSON, to the letter. `json` and not `jsonb`, which refuses `\u0000` and lone surrogates and reorders keys:
 * what a model writes may hold either. And not drizzle's own `json`, which reads the string "123" back as a number.
 */
export const exactJson = <T>(name = '') =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'json',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => value as T, // Both drivers have parsed it already.
  })(name);

/** Text for people. Postgres refuses NUL in text, and no title or label needs one. */
export const words = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: (value) => value.replaceAll('\0', ''),
});

/** A moment, as an ISO string on our side. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  fromDriver: (value) => new Date(value).toISOString(),
});

export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

/** Words of letters and digits that a row is found by. Only written, and asked with `@@`. */
export const searchWords = customType<{ data: string[]; driverData: string }>({
  dataType: () => 'tsvector',
  toDriver: (value) => value.map((word) => `'${word}'`).join(' '),
});
