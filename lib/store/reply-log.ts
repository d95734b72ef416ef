import { and, eq, gt, sql } from 'drizzle-orm';
import type { ReplyChunk } from '../model/messages';
import { Bell } from './bell';
import { type Database, rowsOf } from './database';
import type { Owner } from './lease';
import { chunks, replies } from './schema';

/** A chunk with its place in the log, which counts from 1. */
export type LogEntry = { seq: number; chunk: ReplyChunk };

/** So many entries are read at once; a reply has some hundred. */
const PAGE = 1_000;
/** A signal from another process can be lost with a broken connection; a reader then looks by itself this often. */
const LOOK_EVERY_MS = 5_000;

/** The append-only logs of the replies. */
export function replyLog({ db, signals, hasOtherProcesses }: Database, owner: Owner) {
  /** State and entries of one moment, so that an end is never seen before the last entries. */
  async function look(replyId: string, after: number): Promise<{ ended: boolean; entries: LogEntry[] }> {
    const rows = await db
      .select({ state: replies.state, seq: chunks.seq, chunk: chunks.chunk })
      .from(replies)
      .leftJoin(chunks, and(eq(chunks.replyId, replies.id), gt(chunks.seq, after)))
      .where(eq(replies.id, replyId))
      .orderBy(chunks.seq)
      .limit(PAGE);
    const entries = rows.flatMap(({ seq, chunk }) => (seq === null ? [] : [{ seq, chunk: chunk! }]));
    return { entries, ended: rows[0]?.state !== 'streaming' && entries.length < PAGE };
  }

  return {
    /**
     * Adds chunks to a reply's log; they are kept when it resolves. Gives the last one's place.
     * @throws Error where the reply has ended, is gone, or was taken over by another process.
     */
    async append(replyId: string, added: readonly ReplyChunk[]): Promise<number> {
      // One statement, so one round trip: the row's counter is also the lock that keeps two writers apart.
      const rows = await rowsOf<{ last: number }>(
        db,
        sql`with log as (
              update ${replies} set last_seq = last_seq + ${added.length}::int
              where id = ${replyId} and state = 'streaming' and owner = ${owner.id} returning last_seq
            ), added as (
              insert into ${chunks} (reply_id, seq, chunk)
              select ${replyId}, log.last_seq - ${added.length}::int + place, chunk
              from log, json_array_elements(${JSON.stringify(added)}::json) with ordinality as new(chunk, place)
            )
            select last_seq as last from log`,
      );
      if (!rows[0]) throw new Error(`Reply ${replyId} has ended, or is written by another process.`);
      signals.announce(`reply:${replyId}`);
      return rows[0].last;
    },

    /** All entries after `after`. */
    read(replyId: string, after = 0): Promise<LogEntry[]> {
      return db
        .select({ seq: chunks.seq, chunk: chunks.chunk })
        .from(chunks)
        .where(and(eq(chunks.replyId, replyId), gt(chunks.seq, after)))
        .orderBy(chunks.seq);
    },

    /** The entries after `after`, in groups as they come, until the reply has ended or `signal` aborts. */
    async *follow(replyId: string, after = 0, signal?: AbortSignal): AsyncGenerator<LogEntry[], void> {
      const bell = new Bell(signals, `reply:${replyId}`);
      const hasLeft = () => signal?.aborted ?? false;
      try {
        let last = after;
        while (!hasLeft()) {
          const { ended, entries } = await look(replyId, last);
          if (entries.length > 0) yield entries;
          if (ended) return;
          last = entries.at(-1)?.seq ?? last;
          if (entries.length < PAGE) await bell.wait(signal, hasOtherProcesses ? LOOK_EVERY_MS : null);
        }
      } finally {
        bell.close();
      }
    },
  };
}
