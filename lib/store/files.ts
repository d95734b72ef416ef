import { eq } from 'drizzle-orm';
import type { Queryable } from './database';
import { newId } from './new-id';
import { files } from './schema';

/** A person's file: what they call it, where it lies, and the tables that were read from it. */
export type FileRecord = {
  id: string;
  name: string;
  path: string;
  bytes: number;
  tables: { name: string; rows: number }[];
  createdAt: string;
};

export function filesOf(db: Queryable) {
  return {
    async add(file: Omit<FileRecord, 'id' | 'createdAt'>): Promise<FileRecord> {
      return (await db.insert(files).values({ ...file, id: newId() }).returning())[0]!;
    },

    /** In the order they were added. */
    list(): Promise<FileRecord[]> {
      return db.select().from(files).orderBy(files.createdAt, files.id);
    },

    /** Forgets a file and gives what was known about it, so that it can be deleted from the disk. */
    async remove(id: string): Promise<FileRecord | null> {
      return (await db.delete(files).where(eq(files.id, id)).returning())[0] ?? null;
    },
  };
}
