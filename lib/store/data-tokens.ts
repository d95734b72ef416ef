import { and, desc, eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import { newId } from './new-id';
import { dataTokens, programs, versions } from './schema';

/** A key to the data functions of one version. `version` is its ordinal. */
export type DataToken = { id: string; programId: string; teamId: string; versionId: string; version: number; createdBy: string; createdAt: string; lastUsedAt: string | null };

const { id, programId, versionId, createdBy, createdAt, lastUsedAt } = dataTokens;
const COLUMNS = { id, programId, versionId, createdBy, createdAt, lastUsedAt, version: versions.ordinal, teamId: programs.teamId };

export function dataTokensOf({ db, signals }: Pick<Database, 'db' | 'signals'>) {
  const all = () => db.select(COLUMNS).from(dataTokens).innerJoin(versions, eq(versions.id, dataTokens.versionId)).innerJoin(programs, eq(programs.id, dataTokens.programId));

  return {
    /** Keeps a token by its hash. */
    async add(token: { programId: string; versionId: string; hash: string; createdBy: string }): Promise<DataToken> {
      const row = { id: newId(), ...token };
      await db.insert(dataTokens).values(row);
      return (await all().where(eq(dataTokens.id, row.id)))[0]!;
    },

    /** A program's, the newest first. */
    list(ofProgram: string): Promise<DataToken[]> {
      return all().where(eq(dataTokens.programId, ofProgram)).orderBy(desc(dataTokens.createdAt), desc(dataTokens.id));
    },

    async byHash(hash: string): Promise<DataToken | null> {
      return (await all().where(eq(dataTokens.hash, hash)))[0] ?? null;
    },

    async used(tokenId: string): Promise<void> {
      await db.update(dataTokens).set({ lastUsedAt: sql`now()` }).where(eq(dataTokens.id, tokenId));
    },

    /** From now on it opens nothing. False where there is no such token of this program. */
    async revoke(ofProgram: string, tokenId: string): Promise<boolean> {
      const gone = await db.delete(dataTokens).where(and(eq(dataTokens.id, tokenId), eq(dataTokens.programId, ofProgram))).returning({ id: dataTokens.id });
      if (gone.length > 0) signals.announce(`data-token:${tokenId}`);
      return gone.length > 0;
    },

    /** Calls `listener` when the token is revoked, here or in another process. */
    onRevoke(tokenId: string, listener: () => void): () => void {
      return signals.on(`data-token:${tokenId}`, listener);
    },
  };
}
