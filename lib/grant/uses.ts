import type { Binding, Effect } from '../binding/binding';
import { type BindingCall, bindingCalls } from '../compile/binding-calls';
import { getConnections } from '../connection/connections';
import type { Needs } from '../connector/contract';
import type { Source } from '../program/program';
import { getStore } from '../store';
import { mayRead, type Wanted } from './may-read';
import { functionWanted, needsOf } from './needs';

/** What a program does with one connection, as far as its text says. */
export type Use = {
  binding: string;
  title: string;
  effect: Effect;
  /** Tables, or functions of an API, in the order of the binding. */
  names: string[];
  /** Of reading: what of it nobody granted yet. Of writing there is none; each is asked for when it's made. */
  needs: Needs | null;
};

/** What a program reads and changes, before any of it is called. Connections that are gone or can't be reached are left out. */
export async function usesOf({ id, teamId }: { id: string; teamId: string }, source: Source): Promise<Use[]> {
  const connections = getConnections(teamId);
  const bindings = await connections.bindings();
  const calls = bindingCalls(source['data.ts'], new Set(bindings.map(({ name }) => name)));
  const all = await Promise.all(bindings.map((binding) => usesOfBinding({ id, teamId }, binding, calls.filter((call) => call.binding === binding.name))));
  return all.flat();
}

async function usesOfBinding({ id, teamId }: { id: string; teamId: string }, binding: Binding, calls: readonly BindingCall[]): Promise<Use[]> {
  if (calls.length === 0) return [];
  const { name, title } = binding;
  const { reads, writes } = binding.kind === 'tables' ? { reads: await tablesRead(teamId, name, calls), writes: [] } : functionsCalled(binding, calls);
  const leave = await mayRead((await getStore()).team(teamId), id, name, reads, null);
  const needs = leave.missing.length > 0 ? needsOf(binding, leave) : null;
  return [
    ...(reads.length > 0 ? [{ binding: name, title, effect: 'read' as const, names: reads.map((one) => one.name), needs }] : []),
    ...(writes.length > 0 ? [{ binding: name, title, effect: 'write' as const, names: writes, needs: null }] : []),
  ];
}

/** All of a table where one of the calls reads all of it. */
async function tablesRead(teamId: string, binding: string, calls: readonly BindingCall[]): Promise<Wanted[]> {
  const connector = await getConnections(teamId).connector(binding);
  const read = await Promise.all(calls.map(({ operation, text }) => connector?.reads?.(operation, { text: text ?? [''], values: [] }).catch(() => []) ?? []));
  const wanted = [...Map.groupBy(read.flat(), ({ table }) => table)].map(([name, parts]) => ({ name, columns: parts.some(({ columns }) => columns === null) ? null : [...new Set(parts.flatMap(({ columns }) => columns!))] }));
  return wanted.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function functionsCalled({ operations }: Extract<Binding, { kind: 'api' }>, calls: readonly BindingCall[]): { reads: Wanted[]; writes: string[] } {
  const called = operations.filter(({ name }) => calls.some(({ operation }) => operation === name));
  const names = (effect: Effect) => called.filter((operation) => operation.effect === effect).map(({ name }) => name);
  return { reads: names('read').map(functionWanted), writes: names('write') };
}
