import { and, eq, ne, sql } from 'drizzle-orm';
import type { ReplyState } from '../model/messages';
import type { Source } from '../program/program';
import type { Database } from './database';
import { type Owner, leaseFromNow } from './lease';
import { newId } from './new-id';
import { type LogEntry, replyLog } from './reply-log';
import { messages, replies } from './schema';

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
  const log = replyLog(database);
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

    /** Ends a reply; its readers see what is left and then the end. One that has ended stays as it ended. */
    async finish(id: string, state: EndState): Promise<void> {
      await db.update(replies).set({ state, endedAt: sql`now()` }).where(streaming(id));
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
     * Ends as interrupted what a process that is gone was writing, and hands it over, so that the caller can append the
     * chunks that say so and add the message. Until that message is there it is handed over again at the next opening.
     * To be called at start, and where other processes may share the database every half minute.
     */
    async recoverInterrupted(): Promise<InterruptedReply[]> {
      const unspoken = sql`not exists (select from ${messages} where ${messages.id} = ${replies.messageId})`;
      const left = sql`(${replies.state} = 'streaming' or (${replies.state} = 'interrupted' and ${unspoken}))`;
      const abandoned = hasOtherProcesses ? sql`${replies.leaseUntil} < now()` : undefined;
      const rows = await db
        .update(replies)
        .set({ state: 'interrupted', endedAt: sql`now()`, owner: owner.id, leaseUntil: leaseFromNow })
        .where(and(left, ne(replies.owner, owner.id), abandoned))
        .returning(COLUMNS);
      return Promise.all(rows.map(async (row) => ({ ...row, chunks: (await log.read(row.id)).map((entry) => entry.chunk) })));
    },
  };
}
