import { gunzipSync, gzipSync } from 'node:zlib';
import { and, eq } from 'drizzle-orm';
import type { Queryable } from './database';
import { newId } from './new-id';
import { connections } from './schema';

/** What a person chose for a connection; more by kind. What is secret of it is stored apart, encrypted. */
export type ConnectionSettings = { title: string; effects: Record<string, 'read' | 'write'>; secretChangedAt?: string };

export type ConnectionRecord = {
  id: string;
  name: string;
  /** One of lib/connection's kinds, which alone knows what its settings are. */
  kind: string;
  settings: ConnectionSettings;
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

/** Connections that a team's people added, beside the sample and the files. */
export function connectionsOf(db: Queryable, teamId: string) {
  const one = (id: string) => and(eq(connections.id, id), eq(connections.teamId, teamId));

  return {
    /** @throws Error of the database where the name is taken */
    async add(connection: { name: string; kind: string; settings: ConnectionSettings; described: string }): Promise<ConnectionRecord> {
      return (await db.insert(connections).values({ ...connection, teamId, id: newId(), described: gzipSync(connection.described) }).returning(LISTED))[0]!;
    },

    /** In the order they were added. */
    list(): Promise<ConnectionRecord[]> {
      return db.select(LISTED).from(connections).where(eq(connections.teamId, teamId)).orderBy(connections.createdAt, connections.id);
    },

    async get(id: string): Promise<ConnectionRecord | null> {
      return (await db.select(LISTED).from(connections).where(one(id)))[0] ?? null;
    },

    /** What the outside system said of itself when it was last asked. */
    async described(id: string): Promise<string | null> {
      const [row] = await db.select({ described: connections.described }).from(connections).where(one(id));
      return row ? gunzipSync(row.described).toString('utf8') : null;
    },

    async change(id: string, { settings, described }: { settings?: ConnectionSettings; described?: string }): Promise<void> {
      const changed = { ...(settings && { settings }), ...(described !== undefined && { described: gzipSync(described), describedAt: new Date().toISOString() }) };
      if (Object.keys(changed).length > 0) await db.update(connections).set(changed).where(one(id));
    },

    async remove(id: string): Promise<ConnectionRecord | null> {
      return (await db.delete(connections).where(one(id)).returning(LISTED))[0] ?? null;
    },
  };
}
