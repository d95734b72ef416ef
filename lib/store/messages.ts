import { eq, sql } from 'drizzle-orm';
import type { ReplyMessage } from '../model/messages';
import type { Queryable } from './database';
import { messages, programs } from './schema';
import { touched } from './programs';

export function messagesOf(db: Queryable) {
  return {
    /** Adds a message at the end of a program's conversation. Adding it a second time replaces what it says, in its place. */
    async add(programId: string, { id, role, parts, metadata }: ReplyMessage): Promise<void> {
      await db.transaction(async (tx) => {
        await tx
          .insert(messages)
          .values({ id, programId, role, parts, metadata })
          .onConflictDoUpdate({ target: messages.id, set: { parts, metadata: metadata ?? null }, setWhere: sql`${messages.programId} = ${programId}` });
        await tx.update(programs).set(touched).where(eq(programs.id, programId));
      });
    },

    /** The conversation so far. A reply that is still being written is not in it. */
    async list(programId: string): Promise<ReplyMessage[]> {
      const rows = await db.select().from(messages).where(eq(messages.programId, programId)).orderBy(messages.position);
      return rows.map(({ id, role, parts, metadata }) => ({ id, role, parts, ...(metadata && { metadata }) }));
    },

    async update(id: string, { parts, metadata }: Pick<ReplyMessage, 'parts' | 'metadata'>): Promise<void> {
      await db.update(messages).set({ parts, metadata: metadata ?? null }).where(eq(messages.id, id));
    },
  };
}
