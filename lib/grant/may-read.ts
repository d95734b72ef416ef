import type { ReadGrant, TeamStore } from '../store';
import { knownGrants } from './known-grants';

/** Whether a program may read some tables or functions of a binding. */
export type Leave = {
  /** What isn't granted. Empty where all of it is. */
  missing: string[];
  /** Grants let it; false where nobody has to. */
  isGranted: boolean;
  /** The grant that lets it; null where several do, or every program may read this binding. */
  by: string | null;
  /** Rows that one call may bring; null where there's no such limit. */
  maxRows: number | null;
};

const FREELY: Leave = { missing: [], isGranted: false, by: null, maxRows: null };

/** The sample's rows are made up: a newcomer's first interface needs no questions. */
const SAMPLE = 'shop';

/** Whether every program of the team may read a binding without asking first. Somebody chose that, but for the sample. */
export async function isReadFreely({ grants }: Pick<TeamStore, 'grants'>, binding: string): Promise<boolean> {
  return openToAll(await grants.readFreely(binding), binding);
}

function openToAll(chosen: boolean | null, binding: string): boolean {
  return chosen ?? binding === SAMPLE;
}

export async function mayRead({ grants }: Pick<TeamStore, 'grants'>, programId: string, binding: string, names: readonly string[]): Promise<Leave> {
  // A query without a table reads nothing.
  if (names.length === 0) return FREELY;
  const { freely, held } = await knownGrants(grants, programId, binding);
  return openToAll(freely, binding) ? FREELY : leaveOf(held, names);
}

/** What some grants of one binding let a program read. Of grants for the same thing the widest counts; of several things, the narrowest. */
export function leaveOf(held: readonly ReadGrant[], names: readonly string[]): Leave {
  const covering = names.map((name) => held.filter((grant) => grant.names.includes(name)));
  const limits = covering.map((grants) => Math.max(...grants.map(({ maxRows }) => maxRows ?? Infinity)));
  const rows = Math.min(...limits);
  const by = new Set(covering.flatMap((grants) => grants.map(({ id }) => id)));
  return {
    missing: names.filter((_, index) => covering[index]!.length === 0),
    isGranted: by.size > 0,
    by: by.size === 1 ? [...by][0]! : null,
    maxRows: Number.isFinite(rows) ? rows : null,
  };
}
