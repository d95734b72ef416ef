/**
 * What nearly all names of schemas begin with, up to a dot: `microsoft.graph.`. Said with every type it would only be long.
 * Empty where there is no such thing.
 */
export function commonPrefix(names: readonly string[]): string {
  let prefix = '';
  for (let depth = 0; depth < MAX_PREFIX_PARTS; depth++) {
    const counts = new Map<string, number>();
    for (const name of names) {
      const dot = name.startsWith(prefix) ? name.indexOf('.', prefix.length) : -1;
      if (dot > 0) counts.set(name.slice(0, dot + 1), (counts.get(name.slice(0, dot + 1)) ?? 0) + 1);
    }
    const [best, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    if (count < names.length * MOST || count < 2) return prefix;
    prefix = best;
  }
  return prefix;
}

/** Parts of a name that may be common to all: no generator puts more in front. */
const MAX_PREFIX_PARTS = 6;
const MOST = 0.8;
