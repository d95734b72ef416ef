import { gunzipSync, gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import type { Queryable } from './database';
import { newId } from './new-id';
import { connections } from './schema';

/** What a person chose for an API. What is secret of it is stored apart, encrypted. */
export type ApiSettings = {
  title: string;
  /** Where the specification came from, so that it can be fetched anew; null where it was a file. */
  specAddress: string | null;
  /** The base address that calls go to. Null where the specification names none and nobody has given one. */
  server: string | null;
  /** Whether it may be in a private network or on this machine. */
  allowPrivate: boolean;
  /** Names of security schemes for which a secret is stored, and when one of them was last changed. */
  keysFor: string[];
  keysChangedAt: string | null;
  /** What its functions do outside, where the specification leaves it wrong: a POST may only search. */
  effects: Record<string, 'read' | 'write'>;
};

export type ConnectionRecord = {
  id: string;
  name: string;
  kind: 'openapi';
  settings: ApiSettings;
  createdAt: string;
  describedAt: string;
};

const LISTED = {
  id: connections.id,
  name: connections.name,
  kind: connections.kind,
  settings: connections.settings,
  createdAt: connections.createdAt,
  describedAt: connections.describedAt,
};

/** Connections that a person added, beside the sample and the files. */
export function connectionsOf(db: Queryable) {
  return {
    /** @throws Error of the database where the name is taken */
    async add(connection: { name: string; kind: 'openapi'; settings: ApiSettings; described: string }): Promise<ConnectionRecord> {
      return (await db.insert(connections).values({ ...connection, id: newId(), described: gzipSync(connection.described) }).returning(LISTED))[0]!;
    },

    /** In the order they were added. */
    list(): Promise<ConnectionRecord[]> {
      return db.select(LISTED).from(connections).orderBy(connections.createdAt, connections.id);
    },

    async get(id: string): Promise<ConnectionRecord | null> {
      return (await db.select(LISTED).from(connections).where(eq(connections.id, id)))[0] ?? null;
    },

    /** What the outside system said of itself when it was last asked. */
    async described(id: string): Promise<string | null> {
      const [row] = await db.select({ described: connections.described }).from(connections).where(eq(connections.id, id));
      return row ? gunzipSync(row.described).toString('utf8') : null;
    },

    async change(id: string, { settings, described }: { settings?: ApiSettings; described?: string }): Promise<void> {
      const changed = { ...(settings && { settings }), ...(described !== undefined && { described: gzipSync(described), describedAt: new Date().toISOString() }) };
      if (Object.keys(changed).length > 0) await db.update(connections).set(changed).where(eq(connections.id, id));
    },

    async remove(id: string): Promise<ConnectionRecord | null> {
      return (await db.delete(connections).where(eq(connections.id, id)).returning(LISTED))[0] ?? null;
    },
  };
}
