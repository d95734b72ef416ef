import type { Store, TeamStore } from '../store';
import { pruneAudit } from './keep-audit';

/** Days that lines of the ledger are kept unless somebody chooses otherwise: a quarter, so that what is asked about at its end is still there. */
const DEFAULT_KEPT_DAYS = 90;
/** Days that can be chosen. None is "for ever": what was asked about people isn't kept without an end by mistake. */
export const KEPT_DAYS_CHOICES = [7, 30, 90, 365, 1_095] as const;
/** Looked at as often, beside once at the start: no line is kept for more than a day too long. */
const PRUNE_EVERY_MS = 24 * 60 * 60 * 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

const DAYS_KEY = 'ledger.days';
const PRUNED_KEY = 'ledger.pruned';

/** What was removed last, and altogether since the beginning. */
export type Pruned = { at: string; olderThan: string; lines: number; total: number };
export type Keeping = { days: number; choices: number[]; pruned: Pruned | null };

type Kept = Pick<TeamStore, 'settings' | 'ledger' | 'approvals'>;

type Teams = { teams: Pick<Store['teams'], 'ids'>; team(id: string): Kept & Pick<TeamStore, 'audit'> };

/** How long a team's ledger's lines are kept, and what was removed for it. */
export async function readKeeping({ settings }: Kept): Promise<Keeping> {
  const [days, pruned] = await Promise.all([settings.get<number>(DAYS_KEY), settings.get<Pruned>(PRUNED_KEY)]);
  return { days: days ?? DEFAULT_KEPT_DAYS, choices: [...KEPT_DAYS_CHOICES], pruned };
}

/** From now on lines are kept for so many days; what is older goes at once. */
export async function keepFor(store: Kept, days: number): Promise<Keeping> {
  await store.settings.set(DAYS_KEY, days);
  await pruneLedger(store);
  return readKeeping(store);
}

/** Removes what is older than it is kept, with what was asked about it, and notes what that was. */
export async function pruneLedger(store: Kept, signal?: AbortSignal, now = Date.now()): Promise<void> {
  const { days, pruned } = await readKeeping(store);
  const olderThan = new Date(now - days * DAY_MS).toISOString();
  await store.approvals.prune(olderThan);
  const lines = await store.ledger.prune(olderThan, signal);
  if (lines > 0) await store.settings.set(PRUNED_KEY, { at: new Date(now).toISOString(), olderThan, lines, total: (pruned?.total ?? 0) + lines } satisfies Pruned);
  if (!signal?.aborted) await store.ledger.tidy();
}

async function pruneAll({ teams, team }: Teams, signal: AbortSignal): Promise<void> {
  for (const id of await teams.ids()) {
    if (signal.aborted) return;
    await pruneLedger(team(id), signal);
    await pruneAudit(team(id));
  }
}

/** Prunes every team's now and once a day, beside everything else. Gives how to end it; what is being removed then is let come to its next stop. */
export function startPruning(store: Teams): () => Promise<void> {
  const end = new AbortController();
  let running = Promise.resolve();
  const prune = () => (running = running.then(() => pruneAll(store, end.signal)).catch((error: unknown) => console.error(error)));
  prune();
  const timer = setInterval(prune, PRUNE_EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    end.abort();
    return running;
  };
}
