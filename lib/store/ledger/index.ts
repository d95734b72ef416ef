import { and, desc, eq, getTableColumns, inArray, lt, max, sql } from 'drizzle-orm';
import { type Queryable, rowsOf } from '../database';
import { newId } from '../new-id';
import { ledger, programs, versions } from '../schema';
import { conditionsOf } from './conditions';
import type { LedgerFilter, LedgerLine, ListedLine, NewLedgerLine } from './line';
import { wordsOfLine } from './search-words';

export type { LedgerFilter, LedgerLine, ListedLine, NewLedgerLine } from './line';

/** Lines that are removed in one statement: so few that what waits behind it hardly notices. */
const PRUNED_AT_ONCE = 2_000;

const { words: _words, teamId: _teamId, position, ...COLUMNS } = getTableColumns(ledger);

/** The ledger of a team. */
export function ledgerOf(db: Queryable, teamId: string) {
  const rowOf = (line: NewLedgerLine) => ({ ...line, teamId, id: line.id ?? newId(), words: wordsOfLine(line) });

  return {
    /** Keeps calls that were made, also those of a program that is deleted meanwhile. A line may bring its id, so that it could be told before. */
    async add(lines: readonly NewLedgerLine[]): Promise<void> {
      if (lines.length > 0) await db.insert(ledger).values(lines.map(rowOf));
    },

    /** Puts a write on record before it is made. */
    async begin(line: Omit<NewLedgerLine, 'outcome'> & { id: string }): Promise<void> {
      await db.insert(ledger).values(rowOf({ ...line, outcome: 'begun' }));
    },

    /** What came of a write that was begun. */
    async end(id: string, came: Pick<NewLedgerLine, 'outcome' | 'rows' | 'bytes' | 'ms' | 'message'>): Promise<void> {
      await db.transaction(async (tx) => {
        const [line] = await tx.update(ledger).set(came).where(and(eq(ledger.id, id), eq(ledger.teamId, teamId))).returning();
        // It's found by what was said of it too.
        if (line && came.message) await tx.update(ledger).set({ words: wordsOfLine(line) }).where(eq(ledger.id, id));
      });
    },

    /** Programs that have called a binding, the latest first. */
    async programsUsing(binding: string): Promise<{ id: string; title: string }[]> {
      return db
        .select({ id: programs.id, title: programs.title })
        .from(ledger)
        .innerJoin(programs, eq(programs.id, ledger.programId))
        .where(and(eq(ledger.teamId, teamId), eq(ledger.binding, binding)))
        .groupBy(programs.id, programs.title)
        .orderBy(desc(max(ledger.position)));
    },

    /** A program's, the newest first. */
    async list(programId: string, { limit }: { limit: number }): Promise<LedgerLine[]> {
      return db.select(COLUMNS).from(ledger).where(and(eq(ledger.programId, programId), eq(ledger.teamId, teamId))).orderBy(desc(ledger.position)).limit(limit);
    },

    /** The newest of the whole team's that fit the filter; `before` a position where more are wanted. */
    async page(filter: LedgerFilter, { before, limit }: { before?: number; limit: number }): Promise<ListedLine[]> {
      return db
        .select({ ...COLUMNS, position, program: programs.title, version: versions.ordinal })
        .from(ledger)
        .leftJoin(programs, eq(programs.id, ledger.programId))
        .leftJoin(versions, and(eq(versions.id, ledger.versionId), eq(versions.programId, ledger.programId)))
        .where(and(eq(ledger.teamId, teamId), conditionsOf(filter), before === undefined ? undefined : lt(ledger.position, before)))
        .orderBy(desc(ledger.position))
        .limit(limit);
    },

    /** Every binding and every outcome that stands in it. Hops from value to value in an index, however many lines there are. */
    async values(): Promise<{ bindings: string[]; outcomes: string[] }> {
      const [bindings, outcomes] = await Promise.all([valuesOf('binding'), valuesOf('outcome')]);
      return { bindings, outcomes };
    },

    /**
     * Removes what is older than a moment (ISO), some at a time, and gives how many there were. `signal` stops it between
     * two times. @throws where the store is closed meanwhile
     */
    async prune(olderThan: string, signal?: AbortSignal): Promise<number> {
      for (let removed = 0; ; ) {
        if (signal?.aborted) return removed;
        const some = db.select({ id: ledger.id }).from(ledger).where(and(eq(ledger.teamId, teamId), lt(ledger.at, olderThan))).limit(PRUNED_AT_ONCE);
        const gone = (await db.delete(ledger).where(inArray(ledger.id, some)).returning({ id: ledger.id })).length;
        removed += gone;
        if (gone < PRUNED_AT_ONCE) return removed;
      }
    },

    /** Makes room for new lines of what was removed, and counts anew what the planner goes by: the embedded database does neither by itself. */
    async tidy(): Promise<void> {
      await db.execute(sql`vacuum (analyze) ledger`);
    },
  };

  async function valuesOf(column: 'binding' | 'outcome'): Promise<string[]> {
    const name = sql.identifier(column);
    const rows = await rowsOf<{ value: string }>(
      db,
      sql`with recursive found as (
        (select ${name} as value from ledger where team_id = ${teamId} order by ${name} limit 1)
        union all
        select (select ${name} from ledger where team_id = ${teamId} and ${name} > found.value order by ${name} limit 1) from found where found.value is not null
      ) select value from found where value is not null`,
    );
    return rows.map(({ value }) => value);
  }
}
