import { eq } from 'drizzle-orm';
import { hkdfSync } from 'node:crypto';
import type { Queryable } from './database';
import { secrets } from './schema';
import { seal, unseal } from './seal';
import { KEY_BYTES, type KeySource, readSecretKey } from './secret-key';

/** Passwords and keys of outside systems. They are in the database encrypted only. */
export function secretsOf(db: Queryable, source: KeySource) {
  let kept: Buffer | undefined;
  const key = () => (kept ??= readSecretKey(source)); // Not before it is needed: many never store a secret.

  return {
    async set(name: string, plaintext: string): Promise<void> {
      const sealed = seal(key(), name, plaintext);
      await db.insert(secrets).values({ name, sealed }).onConflictDoUpdate({ target: secrets.name, set: { sealed } });
    },

    /** @throws Error with a sentence for a person where it was stored under another key. */
    async get(name: string): Promise<string | null> {
      const [row] = await db.select().from(secrets).where(eq(secrets.name, name));
      if (!row) return null;
      const opener = key();
      try {
        return unseal(opener, name, row.sealed);
      } catch (cause) {
        throw new Error('A stored key can’t be read, because it was stored under another VITRINE_SECRET. Put that back, or enter the key again.', { cause });
      }
    },

    async remove(name: string): Promise<void> {
      await db.delete(secrets).where(eq(secrets.name, name));
    },

    /** A key of this house for a purpose of its own, as text: always the same for the same purpose. */
    keyFor(purpose: string): string {
      return Buffer.from(hkdfSync('sha256', key(), '', purpose, KEY_BYTES)).toString('base64url');
    },

    async names(): Promise<string[]> {
      return (await db.select({ name: secrets.name }).from(secrets).orderBy(secrets.name)).map((row) => row.name);
    },
  };
}
