import type { Queryable } from '../database';
import { attempts, people, sessions, signIns, verifications } from '../schema';

/** Where better-auth keeps what it keeps: in our tables. Loaded where there are accounts only. */
export async function adapterOf(db: Queryable) {
  const { drizzleAdapter } = await import('better-auth/adapters/drizzle');
  return drizzleAdapter(db, { provider: 'pg', schema: { user: people, session: sessions, account: signIns, verification: verifications, rateLimit: attempts } });
}
