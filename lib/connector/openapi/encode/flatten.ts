/** A parameter's value as the styles know it. */
export type Flat = { kind: 'text'; text: string } | { kind: 'list'; items: string[] } | { kind: 'object'; entries: [string, string][] };

/** Null where there is nothing to send: null, undefined, an empty list, an empty object (RFC 6570 calls them undefined). */
export function flatten(value: unknown): Flat | null {
  if (!isPresent(value)) return null;
  if (Array.isArray(value)) {
    const items = value.filter(isPresent).map(textOf);
    return items.length > 0 ? { kind: 'list', items } : null;
  }
  if (typeof value !== 'object') return { kind: 'text', text: textOf(value) };
  const entries = Object.entries(value as object).filter(([, item]) => isPresent(item)).map(([name, item]): [string, string] => [name, textOf(item)]);
  return entries.length > 0 ? { kind: 'object', entries } : null;
}

export function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** What no style says how to write, a list in a list, is written as JSON. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
}
