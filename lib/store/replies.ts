import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { ReplyState } from '../model/messages';
import type { Source } from '../program/program';
import type { Database } from './database';
import { type Owner, leaseFromNow } from './lease';
import { newId } from './new-id';
import { type LogEntry, replyLog } from './reply-log';
import { replies } from './schema';

export type Reply = {
  id: string;
  programId: string;
  /** The message it becomes when it has ended. */
  messageId: string;
  modelId: string;
  /** The Source it is written on top of. */
  base: Source;
  state: ReplyState;
  stopRequested: boolean;
  createdAt: string;
  endedAt: string | null;
};
export type NewReply = Pick<Reply, 'programId' | 'messageId' | 'modelId' | 'base'>;
export type EndState = Exclude<ReplyState, 'streaming'>;
export type InterruptedReply = Reply & { chunks: LogEntry['chunk'][] };

const COLUMNS = {
  id: replies.id,
  programId: replies.programId,
  messageId: replies.messageId,
  modelId: replies.modelId,
  base: replies.base,
  state: replies.state,
  stopRequested: replies.stopRequested,
  createdAt: replies.createdAt,
  endedAt: replies.endedAt,
};

/** Replies, their logs, and the wish to stop one. */
export function repliesOf(database: Database, owner: Owner) {
  const { db, signals, hasOtherProcesses } = database;
  const log = replyLog(database, owner);
  const streaming = (id: string) => and(eq(replies.id, id), eq(replies.state, 'streaming'));

  async function get(id: string): Promise<Reply | null> {
    return (await db.select(COLUMNS).from(replies).where(eq(replies.id, id)))[0] ?? null;
  }

  return {
    ...log,
    get,

    /** Begins a reply; null where the program has one that is still being written. */
    async start(reply: NewReply): Promise<Reply | null> {
      const row = { ...reply, id: newId(), owner: owner.id, leaseUntil: leaseFromNow };
      return (await db.insert(replies).values(row).onConflictDoNothing().returning(COLUMNS))[0] ?? null;
    },

    /** The reply a program has in writing. */
    async active(programId: string): Promise<Reply | null> {
      const isActive = and(eq(replies.programId, programId), eq(replies.state, 'streaming'));
      return (await db.select(COLUMNS).from(replies).where(isActive))[0] ?? null;
    },

    /** The reply that was begun last, in whatever state. */
    async latest(programId: string): Promise<Reply | null> {
      return (await db.select(COLUMNS).from(replies).where(eq(replies.programId, programId)).orderBy(desc(replies.createdAt)).limit(1))[0] ?? null;
    },

    /** Ends a reply of this process; its readers see what is left and then the end. One that has ended stays as it ended. */
    async finish(id: string, state: EndState): Promise<void> {
      await db.update(replies).set({ state, endedAt: sql`now()` }).where(and(streaming(id), eq(replies.owner, owner.id)));
      signals.announce(`reply:${id}`);
    },

    /** Asks whoever writes a reply to stop. */
    async requestStop(id: string): Promise<void> {
      const asked = await db.update(replies).set({ stopRequested: true }).where(streaming(id)).returning({ id: replies.id });
      if (asked.length > 0) signals.announce(`stop:${id}`);
    },

    /** Calls `listener` once, as soon as somebody wants the reply to stop, also when they wanted it before. */
    onStop(id: string, listener: () => void): () => void {
      const tell = () => {
        off();
        listener();
      };
      const off = signals.on(`stop:${id}`, tell);
      void get(id).then((reply) => reply?.stopRequested && signals.ring(`stop:${id}`)).catch((error: unknown) => console.error(error));
      return off;
    },

    /**
     * Takes over what a process that is gone was writing, with its log. The caller appends the chunks that say so, adds
     * the message and ends it with `finish`; if it dies before that, the next one to recover takes over from it.
     * To be called at start, and every half minute where other processes may share the database.
     */
    async recoverInterrupted(): Promise<InterruptedReply[]> {
      const isAbandoned = hasOtherProcesses ? sql`${replies.leaseUntil} < now()` : undefined;
      const rows = await db
        .update(replies)
        .set({ owner: owner.id, leaseUntil: leaseFromNow })
        .where(and(eq(replies.state, 'streaming'), ne(replies.owner, owner.id), isAbandoned))
        .returning(COLUMNS);
      return Promise.all(rows.map(async (row) => ({ ...row, chunks: (await log.read(row.id)).map((entry) => entry.chunk) })));
    },
  };
}
