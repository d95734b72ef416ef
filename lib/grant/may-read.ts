import type { ReadGrant, TeamStore } from '../store';
import { knownGrants } from './known-grants';
import { isWithin } from './limits';

/** What of a table is wanted, or a function. `columns` is null where it's all of the table, or can't be told. */
export type Wanted = { name: string; columns: string[] | null };

/** Arguments that a function would be called with. Null where nobody knows yet: then leave for some arguments is leave. */
export type Arguments = { args: unknown } | null;

/** Whether a program may read some tables or functions of a binding. */
export type Leave = {
  /** What isn't granted: of what is granted in part only the rest. Empty where all of it is. */
  missing: Wanted[];
  /** Those of the missing of which something is granted. */
  partly: string[];
  /** Grants let it; false where nobody has to. */
  isGranted: boolean;
  /** The grant that lets it; null where several do, or every program may read this binding. */
  by: string | null;
  /** Rows that one call may bring; null where there's no such limit. */
  maxRows: number | null;
};

const FREELY: Leave = { missing: [], partly: [], isGranted: false, by: null, maxRows: null };

/** The sample's rows are made up: a newcomer's first interface needs no questions. */
const SAMPLE = 'shop';

/** Whether every program of the team may read a binding without asking first. Somebody chose that, but for the sample. */
export async function isReadFreely({ grants }: Pick<TeamStore, 'grants'>, binding: string): Promise<boolean> {
  return openToAll(await grants.readFreely(binding), binding);
}

function openToAll(chosen: boolean | null, binding: string): boolean {
  return chosen ?? binding === SAMPLE;
}

export async function mayRead({ grants }: Pick<TeamStore, 'grants'>, programId: string, binding: string, wanted: readonly Wanted[], args: Arguments): Promise<Leave> {
  // A query without a table reads nothing.
  if (wanted.length === 0) return FREELY;
  const { freely, held } = await knownGrants(grants, programId, binding);
  return openToAll(freely, binding) ? FREELY : leaveOf(held, wanted, args);
}

/** What some grants of one binding let a program read. Of grants for the same thing the widest counts; of several things, the narrowest. */
export function leaveOf(held: readonly ReadGrant[], wanted: readonly Wanted[], args: Arguments): Leave {
  const parts = wanted.flatMap((one) => partsOf(one, held, args));
  const lacking = parts.filter(({ grants }) => grants.length === 0);
  const missing = wanted.filter(({ name }) => lacking.some((part) => part.name === name));
  const partly = missing.filter(({ name }) => held.some((grant) => grant.names.includes(name))).map(({ name }) => name);
  const limits = parts.map(({ grants }) => Math.max(...grants.map(({ maxRows }) => maxRows ?? Infinity)));
  const rows = Math.min(...limits);
  const by = new Set(parts.flatMap(({ grants }) => grants.map(({ id }) => id)));
  return {
    missing: missing.map(({ name, columns }) => ({ name, columns: columns && partly.includes(name) ? columns.filter((column) => lacking.some((part) => part.name === name && part.column === column)) : columns })),
    partly,
    isGranted: by.size > 0,
    by: by.size === 1 ? [...by][0]! : null,
    maxRows: Number.isFinite(rows) ? rows : null,
  };
}

/** Each thing that has to be granted, with the grants that cover it: columns one by one, or a table, or a function, as one. */
type Part = { name: string; column?: string; grants: ReadGrant[] };

function partsOf({ name, columns }: Wanted, held: readonly ReadGrant[], args: Arguments): Part[] {
  const named = held.filter((grant) => grant.names.includes(name) && (grant.limits === null || args === null || isWithin(grant.limits, args.args)));
  if (columns === null) return [{ name, grants: named.filter((grant) => !columnsOf(grant, name)) }];
  if (columns.length === 0) return [{ name, grants: named }];
  return columns.map((column) => ({ name, column, grants: named.filter((grant) => columnsOf(grant, name)?.includes(column) ?? true) }));
}

/** Those of a table that a grant is for; undefined where it's for all. */
function columnsOf({ columns }: ReadGrant, table: string): string[] | undefined {
  return Object.hasOwn(columns, table) ? columns[table] : undefined;
}
