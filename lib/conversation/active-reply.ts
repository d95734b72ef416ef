import type { Source } from '../program/program';
import { getStore } from '../store';

/** The reply being written for a program right now, and what it is written on top of. */
export async function activeReply(programId: string): Promise<{ replyId: string; base: Source } | null> {
  const reply = await (await getStore()).replies.active(programId);
  return reply && { replyId: reply.id, base: reply.base };
}
