/** An argument by where it stands (`body.addresses`): a plain value, or a list whole. */
export type ArgumentLeaf = { path: string; value: unknown };

/** Deeper than any form; what is deeper is one leaf. */
const MAX_DEPTH = 8;

/** The arguments of a call one by one, in their order. Empty objects are leaves too, so that nothing goes unseen. */
export function argumentLeaves(args: unknown): ArgumentLeaf[] {
  return leavesAt('', args, 0);
}

function leavesAt(path: string, value: unknown, depth: number): ArgumentLeaf[] {
  const fields = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
  if (fields.length === 0 || depth === MAX_DEPTH) return [{ path, value }];
  return fields.flatMap(([name, field]) => leavesAt(path === '' ? escaped(name) : `${path}.${escaped(name)}`, field, depth + 1));
}

/** A dot in a name is not a step. */
function escaped(name: string): string {
  return name.replaceAll('\\', '\\\\').replaceAll('.', '\\.');
}
