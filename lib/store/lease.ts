import { and, eq, sql } from 'drizzle-orm';
import type { Database } from './database';
import { newId } from './new-id';
import { replies } from './schema';

/** A process that gave no sign for this long is taken for dead, and what it was writing for interrupted. */
const LEASE_SECONDS = 30;
const SIGN_EVERY_MS = 10_000;

export const leaseFromNow = sql`now() + make_interval(secs => ${LEASE_SECONDS})`;

/** One opening of the store, as the writer of replies. */
export type Owner = { id: string; retire(): void };

/**
 * Gives a sign of life for the replies this opening writes. Where nobody else can have the database open there is nobody
 * to give signs to.
 */
export function beginOwner({ db, signals, hasOtherProcesses }: Database): Owner {
  const id = newId();
  if (!hasOtherProcesses) return { id, retire: () => {} };

  const sign = async () => {
    const mine = await db
      .update(replies)
      .set({ leaseUntil: leaseFromNow })
      .where(and(eq(replies.owner, id), eq(replies.state, 'streaming')))
      .returning({ id: replies.id, stopRequested: replies.stopRequested });
    // The signal to stop may have been lost with a broken connection; the row was not.
    for (const reply of mine) if (reply.stopRequested) signals.ring(`stop:${reply.id}`);
  };
  const timer = setInterval(() => void sign().catch((error: unknown) => console.error(error)), SIGN_EVERY_MS).unref();
  return { id, retire: () => clearInterval(timer) };
}
