import type { Select } from './tree';

/**
 * Whether a value can be null: `true` where there is a reason for it, `false` where it can't be, null where the tree is
 * not understood.
 */
export type Nullable = boolean | null;

export type ResultColumn = { name: string; nullable: Nullable };

/** Something in FROM: a table, a step of WITH, a subquery. `columns` is null where they aren't known. */
export type Relation = { name: string; columns: ResultColumn[] | null };

/** What the expressions of one SELECT see. */
export type Scope = {
  relations: Relation[];
  /** Columns that the right side of a USING repeats. */
  using: Set<string>;
  /** Columns that WHERE has proved to be there. */
  present: Set<string>;
  /** Names given earlier in the same SELECT. */
  aliases: Map<string, Nullable>;
  /** Whether every group has at least one row: without GROUP BY, a sum is null over nothing. */
  grouped: boolean;
  /** The nullability of a subquery's columns. */
  subquery: (node: Select) => ResultColumn[] | null;
};

export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** True if any is, unknown if any is unknown, else false. */
export function any(parts: readonly Nullable[]): Nullable {
  if (parts.includes(true)) return true;
  return parts.includes(null) ? null : false;
}

/** `orders.total` or `total`. */
export function lookUp(path: readonly string[], scope: Scope): Nullable {
  const name = path.at(-1)!;
  const relation = scope.relations.find((candidate) => (path.length === 1 || same(candidate.name, path.at(-2)!)) && columnOf(candidate, name));
  if (relation) return isProved(relation, name, scope) ? false : columnOf(relation, name)!.nullable;
  return path.length === 1 ? (scope.aliases.get(name.toLowerCase()) ?? null) : null;
}

function columnOf({ columns }: Relation, name: string): ResultColumn | undefined {
  return columns?.find((column) => same(column.name, name));
}

export function isProved(relation: Relation, name: string, { present }: Scope): boolean {
  return present.has(name.toLowerCase()) || present.has(`${relation.name}.${name}`.toLowerCase());
}
