import { and, desc, eq, gt, inArray, lte, ne, sql } from 'drizzle-orm';
import type { Queryable } from './database';
import { fromNow } from './from-now';
import { newId } from './new-id';
import { members, people, spending, spendingHolds, spendingLimits } from './schema';

/** What models took. `micros` are millionths of a US dollar; `unpricedTokens` those of models whose price isn't known. */
export type Used = { inputTokens: number; outputTokens: number; unpricedTokens: number; micros: number };

/** What a person may use in a month: money of models whose price is known, tokens of others. Null: as much as they like. */
export type SpendingLimit = { micros: number | null; tokens: number | null };

export type SpendingOf = Used & { personId: string; name: string | null; isMember: boolean };

/** What counts against a limit. */
export type Measure = keyof SpendingLimit;

export type Standing = { limit: number | null; used: number; heldByOthers: number };

const NO_LIMIT: SpendingLimit = { micros: null, tokens: null };
const NOTHING: Used = { inputTokens: 0, outputTokens: 0, unpricedTokens: 0, micros: 0 };
/** The row of everybody who has no limits of their own. */
const EVERYBODY = '';

/** What a team's people used of models by month, and how much they may. */
export function spendingOf(db: Queryable, teamId: string) {
  const row = (personId: string, month: string) => and(eq(spending.teamId, teamId), eq(spending.personId, personId), eq(spending.month, month));

  /** Works while nobody else changes or looks at this person's month. */
  function alone<T>(personId: string, month: string, work: (tx: Queryable) => Promise<T>): Promise<T> {
    return db.transaction(async (tx) => {
      await tx.insert(spending).values({ teamId, personId, month }).onConflictDoNothing();
      await tx.select({ month: spending.month }).from(spending).where(row(personId, month)).for('update');
      return work(tx as unknown as Queryable);
    });
  }

  async function limitOf(tx: Queryable, personId: string): Promise<SpendingLimit> {
    const rows = await tx.select().from(spendingLimits).where(and(eq(spendingLimits.teamId, teamId), inArray(spendingLimits.personId, [personId, EVERYBODY])));
    return rows.find((one) => one.personId === personId) ?? rows[0] ?? NO_LIMIT;
  }

  async function standing(tx: Queryable, personId: string, month: string, measure: Measure, ownHold: string | null): Promise<Standing> {
    const [limit, [used], [held]] = [
      await limitOf(tx, personId),
      await tx.select().from(spending).where(row(personId, month)),
      await tx
        .select({ micros: sql<string>`coalesce(sum(${spendingHolds.micros}), 0)`, tokens: sql<string>`coalesce(sum(${spendingHolds.tokens}), 0)` })
        .from(spendingHolds)
        .where(and(eq(spendingHolds.teamId, teamId), eq(spendingHolds.personId, personId), gt(spendingHolds.expiresAt, sql`now()`), ownHold === null ? undefined : ne(spendingHolds.id, ownHold))),
    ];
    return { limit: limit[measure], used: (measure === 'micros' ? used?.micros : used?.unpricedTokens) ?? 0, heldByOthers: Number(held![measure]) };
  }

  return {
    /**
     * Holds what a reply is likely to take, for so many seconds at a time, unless nothing is left of the person's limit. One look
     * and one hold at a time, so that replies begun together don't all find the same rest.
     */
    hold(personId: string, month: string, measure: Measure, amount: number, seconds: number): Promise<{ id: string } | { refused: Standing }> {
      return alone(personId, month, async (tx) => {
        await tx.delete(spendingHolds).where(lte(spendingHolds.expiresAt, sql`now()`));
        const now = await standing(tx, personId, month, measure, null);
        if (isUsedUp(now)) return { refused: now };
        const id = newId();
        await tx.insert(spendingHolds).values({ id, teamId, personId, micros: 0, tokens: 0, [measure]: Math.ceil(amount), expiresAt: fromNow(seconds) });
        return { id };
      });
    },

    /** The same question in the middle of a reply: what others hold counts, its own doesn't. Renews the hold. */
    renew(id: string, personId: string, month: string, measure: Measure, seconds: number): Promise<{ refused: Standing | null }> {
      return alone(personId, month, async (tx) => {
        await tx.update(spendingHolds).set({ expiresAt: fromNow(seconds) }).where(eq(spendingHolds.id, id));
        const now = await standing(tx, personId, month, measure, id);
        return { refused: isUsedUp(now) ? now : null };
      });
    },

    async release(id: string): Promise<void> {
      await db.delete(spendingHolds).where(eq(spendingHolds.id, id));
    },

    async add(personId: string, month: string, used: Used): Promise<void> {
      const set = Object.fromEntries((Object.keys(NOTHING) as (keyof Used)[]).map((key) => [key, sql`${spending[key]} + ${Math.round(used[key])}`]));
      const values = Object.fromEntries((Object.keys(NOTHING) as (keyof Used)[]).map((key) => [key, Math.round(used[key])]));
      await db.insert(spending).values({ teamId, personId, month, ...values }).onConflictDoUpdate({ target: [spending.teamId, spending.personId, spending.month], set });
    },

    /** Months in which anything was used, the latest first. */
    async months(): Promise<string[]> {
      const rows = await db.selectDistinct({ month: spending.month }).from(spending).where(and(eq(spending.teamId, teamId), gt(sql`${spending.inputTokens} + ${spending.outputTokens}`, 0))).orderBy(desc(spending.month));
      return rows.map(({ month }) => month);
    },

    /** What everybody in the team used in a month, and who isn't in it any more, those with the most first. */
    async list(month: string): Promise<SpendingOf[]> {
      const [used, inTeam] = [
        await db.select({ personId: spending.personId, name: people.name, inputTokens: spending.inputTokens, outputTokens: spending.outputTokens, unpricedTokens: spending.unpricedTokens, micros: spending.micros }).from(spending).leftJoin(people, eq(people.id, spending.personId)).where(and(eq(spending.teamId, teamId), eq(spending.month, month))),
        await db.select({ personId: members.personId, name: people.name }).from(members).innerJoin(people, eq(people.id, members.personId)).where(eq(members.teamId, teamId)),
      ];
      const isMember = new Set(inTeam.map(({ personId }) => personId));
      const others = inTeam.filter(({ personId }) => !used.some((one) => one.personId === personId)).map((one) => ({ ...one, ...NOTHING }));
      return [...used.filter((one) => isMember.has(one.personId) || one.inputTokens + one.outputTokens > 0), ...others]
        .map((one) => ({ ...one, isMember: isMember.has(one.personId) }))
        .sort((a, b) => b.micros - a.micros || b.unpricedTokens - a.unpricedTokens || (a.name ?? '').localeCompare(b.name ?? ''));
    },

    /** Everybody's, and those that people have of their own. */
    async limits(): Promise<{ everybody: SpendingLimit; people: Record<string, SpendingLimit> }> {
      const rows = await db.select().from(spendingLimits).where(eq(spendingLimits.teamId, teamId));
      const all = Object.fromEntries(rows.map(({ personId, micros, tokens }) => [personId, { micros, tokens }]));
      const { [EVERYBODY]: everybody = NO_LIMIT, ...own } = all;
      return { everybody, people: own };
    },

    /** Whose limit it is from now on; null for everybody's. */
    async setLimit(personId: string | null, limit: SpendingLimit): Promise<void> {
      await db.insert(spendingLimits).values({ teamId, personId: personId ?? EVERYBODY, ...limit }).onConflictDoUpdate({ target: [spendingLimits.teamId, spendingLimits.personId], set: limit });
    },

    /** Everybody's limit is theirs again. */
    async removeLimit(personId: string): Promise<void> {
      await db.delete(spendingLimits).where(and(eq(spendingLimits.teamId, teamId), eq(spendingLimits.personId, personId)));
    },
  };
}

function isUsedUp({ limit, used, heldByOthers }: Standing): boolean {
  return limit !== null && used + heldByOthers >= limit;
}
