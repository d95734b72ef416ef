/**
 * What the outside system says of a query without running it. The shape is the connector contract's CallCheck, told
 * again here because compiling must not depend on connectors.
 */
export type QueryCheck =
  | { ok: true; columns: QueryColumn[] }
  /** `offset` counts UTF-16 units in the pieces of text joined by `$1`, `$2`, … */
  | { ok: false; message: string; offset?: number; length?: number; hint?: string; code: string };

/** `type` is TypeScript text: `string | null`. */
export type QueryColumn = { name: string; type: string; nullable: boolean };

/** Asks the binding of that name; rejects only where the system itself can't be reached. */
export type DescribeQuery = (
  bindingName: string,
  operation: 'sql',
  args: { text: string[]; values: unknown[] },
) => Promise<QueryCheck>;
