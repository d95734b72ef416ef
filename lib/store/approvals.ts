import { and, asc, count, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import type { Effect } from '../binding/binding';
import type { Database } from './database';
import { fromNow } from './from-now';
import { newId } from './new-id';
import { approvals, programs } from './schema';

/**
 * One call that a person is asked about: a write with the arguments that it will be made with, or reading that a run without
 * a screen wants and wasn't granted.
 */
export type Approval = {
  id: string;
  programId: string;
  effect: Effect;
  binding: string;
  operation: string;
  /** Of a write. Of reading: the names of what is read. */
  args: unknown;
  /** The function of data.ts that wants it, `execute`, or null where that isn't known. */
  from: string | null;
  /** The connection's title, and what the operation does in its author's words. */
  about: { title: string; summary: string | null };
  /** `taken`: approved, and on its way or done. `withdrawn`: whoever asked is gone. */
  state: 'pending' | 'approved' | 'denied' | 'withdrawn' | 'taken';
  /** In whose name it is asked: a Viewer's id. */
  askedBy: string | null;
  /** The link through which it was asked; null where it was asked in the team. */
  viaShareId: string | null;
  createdAt: string;
  /** Whoever waits for it says again and again that they do; after this time nobody does. */
  expiresAt: string;
};

export type NewApproval = Pick<Approval, 'programId' | 'effect' | 'binding' | 'operation' | 'args' | 'from' | 'about'> & Partial<Pick<Approval, 'askedBy' | 'viaShareId'>>;

const COLUMNS = {
  id: approvals.id,
  programId: approvals.programId,
  effect: approvals.effect,
  binding: approvals.binding,
  operation: approvals.operation,
  args: approvals.args,
  from: approvals.from,
  about: approvals.about,
  state: approvals.state,
  askedBy: approvals.askedBy,
  viaShareId: approvals.viaShareId,
  createdAt: approvals.createdAt,
  expiresAt: approvals.expiresAt,
};

/** Writes that wait for a person. Each goes its way once: whoever moves it on first does, and the others find it gone. */
export function approvalsOf({ db, signals, hasOtherProcesses }: Database) {
  const fresh = gt(approvals.expiresAt, sql`now()`);

  /** Moves those that are in `from` on to `to`; gives the ids of those that were moved. */
  async function move(ids: readonly string[], from: Approval['state'], to: Approval['state']): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await db
      .update(approvals)
      .set({ state: to })
      .where(and(inArray(approvals.id, [...ids]), eq(approvals.state, from), to === 'withdrawn' ? undefined : fresh))
      .returning({ id: approvals.id });
    for (const { id } of rows) signals.announce(`approval:${id}`);
    return rows.map(({ id }) => id);
  }

  return {
    /** One that is waited for during the next `seconds`. @throws where the program is gone */
    async add(approval: NewApproval, seconds: number): Promise<Approval> {
      const row = { ...approval, id: newId(), expiresAt: fromNow(seconds) };
      return (await db.insert(approvals).values(row).returning(COLUMNS))[0]!;
    },

    /** It is still waited for. */
    async renew(id: string, seconds: number): Promise<void> {
      await db.update(approvals).set({ expiresAt: fromNow(seconds) }).where(eq(approvals.id, id));
    },

    async get(id: string): Promise<Approval | null> {
      return (await db.select(COLUMNS).from(approvals).where(eq(approvals.id, id)))[0] ?? null;
    },

    /** Those of a program that wait for an answer, in the order they were asked. */
    async pending(programId: string): Promise<Approval[]> {
      const waits = and(eq(approvals.programId, programId), eq(approvals.state, 'pending'), fresh);
      return db.select(COLUMNS).from(approvals).where(waits).orderBy(asc(approvals.position));
    },

    /** How many that came through a link wait. */
    async countVia(shareId: string): Promise<number> {
      return (await db.select({ count: count() }).from(approvals).where(and(eq(approvals.viaShareId, shareId), eq(approvals.state, 'pending'), fresh)))[0]!.count;
    },

    /** Writes of a team's programs that wait, in the order they were asked, with what each program is called. */
    async pendingOf(teamId: string): Promise<(Approval & { program: string })[]> {
      return db
        .select({ ...COLUMNS, program: programs.title })
        .from(approvals)
        .innerJoin(programs, eq(programs.id, approvals.programId))
        .where(and(eq(programs.teamId, teamId), eq(approvals.state, 'pending'), eq(approvals.effect, 'write'), fresh))
        .orderBy(asc(approvals.position));
    },

    /** Answers those that still wait for one. Gives the ids of those. */
    decide: (ids: readonly string[], answer: 'approved' | 'denied') => move(ids, 'pending', answer),

    /** True for the first who takes an approved one, and for nobody else ever. */
    take: async (id: string) => (await move([id], 'approved', 'taken')).length === 1,

    /** Nobody waits for its answer any more. */
    async withdraw(id: string): Promise<void> {
      await move([id], 'pending', 'withdrawn');
      await move([id], 'approved', 'withdrawn');
    },

    /** Nobody waits for any that a process before this one asked. To be called at start; where others share the database, time tells. */
    async withdrawAbandoned(): Promise<void> {
      if (!hasOtherProcesses) await db.update(approvals).set({ state: 'withdrawn' }).where(inArray(approvals.state, ['pending', 'approved']));
    },

    /** Removes those of a team that were asked before: their arguments are as they were sent. No question lives for a day. */
    async prune(teamId: string, olderThan: string): Promise<void> {
      const ofTeam = db.select({ id: programs.id }).from(programs).where(eq(programs.teamId, teamId));
      await db.delete(approvals).where(and(lt(approvals.createdAt, olderThan), inArray(approvals.programId, ofTeam)));
    },

    /** Calls `listener` whenever it was moved on, here or in another process. */
    onChange: (id: string, listener: () => void): (() => void) => signals.on(`approval:${id}`, listener),
  };
}
