import { narrowest } from '@/components/approvals/narrowest';
import type { Call } from '@/lib/bridge/messages';
import type { Columns, Limits, Needs, Reading } from '@/lib/client/approvals';

/** What a person is asked about one connection. `calls` are the arguments of those that wait, by function. */
export type Ask = Needs & { calls: Record<string, unknown[]> };

/** What a person says beside yes: rows at a time, and for how long (null is no limit); of tables only some columns, of functions only some arguments. */
export type Terms = Pick<Reading, 'maxRows' | 'seconds'> & { columns: Columns | null; limits: Record<string, Limits> };

/** Different calls of one function that a question is about; of more the limits are told no better. */
const MAX_CALLS = 50;

export function askOf(needs: Needs, call?: Pick<Call, 'operation' | 'args'>): Ask {
  const isFunction = call !== undefined && call.operation !== 'sql' && needs.names.includes(call.operation);
  return { ...needs, calls: isFunction ? { [call.operation]: [call.args ?? {}] } : {} };
}

/** Several questions about one connection as one. Of a table all is asked for where one of them wants it all. */
export function together([first, ...others]: readonly [Ask, ...Ask[]]): Ask {
  const asks = [first, ...others];
  const names = [...new Set(asks.flatMap((ask) => ask.names))];
  const columns = names.flatMap((name) => {
    const of = asks.filter((ask) => ask.names.includes(name));
    return of.every((ask) => Object.hasOwn(ask.columns, name)) ? [[name, [...new Set(of.flatMap((ask) => ask.columns[name]!))]] as [string, string[]]] : [];
  });
  const calls = names.flatMap((name) => {
    const of = asks.flatMap((ask) => (Object.hasOwn(ask.calls, name) ? ask.calls[name]! : []));
    const different = new Map(of.map((args) => [JSON.stringify(args), args]));
    return different.size > 0 ? [[name, [...different.values()].slice(0, MAX_CALLS)] as const] : [];
  });
  return { ...first, names, columns: Object.fromEntries(columns), partly: [...new Set(asks.flatMap((ask) => ask.partly))], calls: Object.fromEntries(calls) };
}

/** What a plain yes means: all of what is new, and of what was granted in part no more than what is asked. */
export function plainTerms(ask: Ask): Terms {
  return { maxRows: null, seconds: null, columns: null, limits: Object.fromEntries(ask.partly.flatMap((name) => (Object.hasOwn(ask.calls, name) ? [[name, narrowest(ask.calls[name]!)]] : []))) };
}

/** The grants that a yes makes. What no column was chosen of isn't in them. */
export function readingsOf(ask: Ask, { maxRows, seconds, columns: chosen, limits }: Terms): Reading[] {
  const { binding } = ask;
  const columns = columnsGranted(ask, chosen);
  const names = ask.names.filter((name) => !isLeftOut(ask, columns, name));
  const limited = names.filter((name) => Object.hasOwn(limits, name));
  const whole = names.filter((name) => !limited.includes(name));
  const together = whole.length > 0 ? [{ binding, names: whole, columns: Object.fromEntries(Object.entries(columns).filter(([name]) => whole.includes(name))), maxRows, seconds }] : [];
  return [...together, ...limited.map((name) => ({ binding, names: [name], limits: limits[name]!, maxRows, seconds }))];
}

function columnsGranted({ columns, partly }: Ask, chosen: Columns | null): Columns {
  return chosen ?? Object.fromEntries(Object.entries(columns).filter(([name]) => partly.includes(name)));
}

function isLeftOut({ columns }: Ask, granted: Columns, name: string): boolean {
  return Object.hasOwn(granted, name) && granted[name]!.length === 0 && (columns[name]?.length ?? 0) > 0;
}

/** What of a question a yes left out; null where it's nothing. */
export function leftOut(ask: Ask, chosen: Columns | null): Ask | null {
  if (!chosen) return null;
  const rest = Object.entries(ask.columns).map(([name, columns]) => [name, columns.filter((column) => Object.hasOwn(chosen, name) && !chosen[name]!.includes(column))] as const);
  const some = rest.filter(([, columns]) => columns.length > 0);
  const names = some.map(([name]) => name);
  // Nothing of it granted is the whole refused.
  const partly = names.filter((name) => ask.partly.includes(name) || !isLeftOut(ask, chosen, name));
  return names.length === 0 ? null : { ...ask, names, columns: Object.fromEntries(some), partly, calls: {} };
}

/** Names of a question as they're said: `orders`, and `orders (email)` where the rest was granted before. */
export function namesInWords({ names, columns, partly, calls }: Ask): string[] {
  return names.map((name) => {
    if (!partly.includes(name)) return name;
    if (Object.hasOwn(columns, name)) return `${name} (${columns[name]!.join(', ')})`;
    return Object.hasOwn(calls, name) ? `${name} with other arguments` : `all of ${name}`;
  });
}

/** What a no is about, each as a key. */
export function refusals(ask: Ask): string[] {
  const { binding, names, columns, partly, calls } = ask;
  return names.flatMap((name) => {
    if (!partly.includes(name)) return [`${binding} ${name}`];
    if (Object.hasOwn(columns, name)) return columns[name]!.map((column) => `${binding} ${name} ${column}`);
    return Object.hasOwn(calls, name) ? calls[name]!.map((args) => `${binding} ${name} ${JSON.stringify(args)}`) : [`${binding} ${name} all`];
  });
}
