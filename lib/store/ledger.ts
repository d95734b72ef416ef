import { desc, eq, inArray, max } from 'drizzle-orm';
import type { Queryable } from './database';
import { newId } from './new-id';
import { ledger, programs } from './schema';

/** One call that a run made: what it asked of which binding, and what came of it. */
export type LedgerLine = {
  id: string;
  at: string;
  /** The function that made the call, where it is known. */
  from: string | null;
  binding: string;
  operation: string;
  effect: 'read' | 'write';
  args: unknown;
  rows: number | null;
  bytes: number | null;
  ms: number | null;
  /** `ok`, the code of the failure, or `begun` for a write of which nothing is known since. */
  outcome: string;
  message: string | null;
  /** Who allowed a write: the id of an approval, or of a grant. */
  allowedBy: string | null;
};

type Unknown = 'from' | 'args' | 'rows' | 'bytes' | 'ms' | 'message' | 'allowedBy';
export type NewLedgerLine = { programId: string } & Omit<LedgerLine, 'id' | Unknown> & Partial<Pick<LedgerLine, Unknown>>;

export function ledgerOf(db: Queryable) {
  return {
    /** Lines of a program that was removed meanwhile are gone with it. */
    async add(lines: readonly NewLedgerLine[]): Promise<void> {
      const ids = [...new Set(lines.map((line) => line.programId))];
      await db.transaction(async (tx) => {
        const there = await tx.select({ id: programs.id }).from(programs).where(inArray(programs.id, ids)).for('key share');
        const kept = lines.filter((line) => there.some((program) => program.id === line.programId));
        if (kept.length > 0) await tx.insert(ledger).values(kept.map((line) => ({ ...line, id: newId() })));
      });
    },

    /** Puts a write on record before it is made. Gives the line's id. @throws where its program is gone */
    async begin(line: Omit<NewLedgerLine, 'outcome'>): Promise<string> {
      const id = newId();
      await db.insert(ledger).values({ ...line, id, outcome: 'begun' });
      return id;
    },

    /** What came of a write that was begun. */
    async end(id: string, came: Pick<NewLedgerLine, 'outcome' | 'rows' | 'bytes' | 'ms' | 'message'>): Promise<void> {
      await db.update(ledger).set(came).where(eq(ledger.id, id));
    },

    /** Programs that have called a binding, the latest first. */
    async programsUsing(binding: string): Promise<{ id: string; title: string }[]> {
      return db
        .select({ id: programs.id, title: programs.title })
        .from(ledger)
        .innerJoin(programs, eq(programs.id, ledger.programId))
        .where(eq(ledger.binding, binding))
        .groupBy(programs.id, programs.title)
        .orderBy(desc(max(ledger.position)));
    },

    /** The newest first. */
    async list(programId: string, { limit }: { limit: number }): Promise<LedgerLine[]> {
      const rows = await db.select().from(ledger).where(eq(ledger.programId, programId)).orderBy(desc(ledger.position)).limit(limit);
      return rows.map(({ programId: _program, position: _position, ...line }) => line);
    },
  };
}
