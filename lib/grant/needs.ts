import type { Needs } from '../connector/contract';
import type { Leave, Wanted } from './may-read';

/** A function of an API is wanted as a whole; what it's called with is looked at apart. */
export function functionWanted(name: string): Wanted {
  return { name, columns: [] };
}

/** What would have to be granted for what is missing. */
export function needsOf({ name, title, kind }: { name: string; title: string; kind: 'tables' | 'api' }, { missing, partly }: Pick<Leave, 'missing' | 'partly'>): Needs {
  const columns = kind === 'tables' ? missing.flatMap((one) => (one.columns ? [[one.name, one.columns] as const] : [])) : [];
  return { binding: name, title, names: missing.map((one) => one.name), columns: Object.fromEntries(columns), partly };
}

/** `orders, customers (email)`: what is missing of something that is granted in part is said more closely. */
export function needsInWords({ names, columns, partly }: Needs, kind: 'tables' | 'api'): string {
  const closely = (name: string) => (kind === 'api' ? `${name} with these arguments` : Object.hasOwn(columns, name) ? `${name} (${columns[name]!.join(', ')})` : `all of ${name}`);
  return names.map((name) => (partly.includes(name) ? closely(name) : name)).join(', ');
}
