import { and, eq, getTableColumns } from 'drizzle-orm';
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

const { teamId: _teamId, ...COLUMNS } = getTableColumns(files);

/** The files of a team. */
export function filesOf(db: Queryable, teamId: string) {
  return {
    async add(file: Omit<FileRecord, 'id' | 'createdAt'>): Promise<FileRecord> {
      return (await db.insert(files).values({ ...file, teamId, id: newId() }).returning(COLUMNS))[0]!;
    },

    /** In the order they were added. */
    list(): Promise<FileRecord[]> {
      return db.select(COLUMNS).from(files).where(eq(files.teamId, teamId)).orderBy(files.createdAt, files.id);
    },

    /** Forgets a file and gives what was known about it, so that it can be deleted from the disk. */
    async remove(id: string): Promise<FileRecord | null> {
      return (await db.delete(files).where(and(eq(files.id, id), eq(files.teamId, teamId))).returning(COLUMNS))[0] ?? null;
    },
  };
}
