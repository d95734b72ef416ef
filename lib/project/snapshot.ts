import type { Viewer } from '../auth/viewer';
import { type BindingCall, bindingCalls } from '../compile/binding-calls';
import { getConnections } from '../connection/connections';
import { runCall } from '../grant/run-call';
import type { Program, Version } from '../program/program';
import { type LedgerLine, getStore } from '../store';
import { MAX_SNAPSHOT_BYTES, MAX_SNAPSHOT_CALLS, MAX_SNAPSHOT_LINES, SNAPSHOT_AT_ONCE } from './limits';
import { callInWords, findCall, type SnapshotCall } from './template/src/vitrine/find-call';

/** Answers to the calls that a program made, taken anew. */
export type Snapshot = {
  takenAt: string;
  /** When the last of these calls was first made: what the program takes for now. */
  clock: string;
  calls: SnapshotCall[];
  shared: Record<string, unknown>;
  /** What the program called and the snapshot doesn't have, and why. */
  left: { what: string; why: string }[];
};

type Made = Pick<LedgerLine, 'binding' | 'operation' | 'args' | 'at' | 'from'>;

/**
 * Makes once more what this version's data functions have read so far, as far as the ledger knows, in the viewer's name and by the
 * program's grants; each call has its line in the ledger. Writes are never made.
 */
export async function takeSnapshot(viewer: Viewer, program: Program, version: Version, signal: AbortSignal): Promise<Snapshot> {
  const store = await getStore();
  const bindings = await getConnections(program.teamId).bindings();
  const known = bindingCalls(version.source['data.ts'], new Set(bindings.map(({ name }) => name)));
  const lines = await store.team(program.teamId).ledger.list(program.id, { limit: MAX_SNAPSHOT_LINES });
  const { calls, left } = callsToMake(lines, known);
  const answered = await inTurns(calls, SNAPSHOT_AT_ONCE, async (call, id) => ({
    call,
    answer: await runCall(viewer, program.id, { id, binding: call.binding, operation: call.operation, args: call.args, from: call.from ?? undefined }, signal, undefined, version.id),
  }));
  const kept: SnapshotCall[] = [];
  let bytes = 0;
  for (const { call, answer } of answered) {
    const { binding, operation, args, at } = call;
    if (!answer.ok) {
      left.push({ what: callInWords(call), why: answer.error.message });
      continue;
    }
    const size = JSON.stringify(answer.value ?? null).length;
    if (bytes + size > MAX_SNAPSHOT_BYTES) {
      left.push({ what: callInWords(call), why: 'Its rows were too many for the snapshot.' });
      continue;
    }
    bytes += size;
    kept.push({ binding, operation, args, at, value: answer.value });
  }
  const takenAt = new Date().toISOString();
  const shared = (await store.shared.all(program.id)).values;
  return { takenAt, clock: lastOf(kept) ?? takenAt, calls: kept, shared, left };
}

/** Of the ledger's lines, the newest first, those calls that a data.ts with these calls makes, each once. */
export function callsToMake(lines: readonly (Made & Pick<LedgerLine, 'effect' | 'outcome' | 'masked'>)[], known: readonly BindingCall[]): { calls: Made[]; left: Snapshot['left'] } {
  const calls: Made[] = [];
  const left = new Map<string, string>();
  for (const line of lines) {
    if (line.effect !== 'read' || line.outcome !== 'ok' || line.from === 'execute' || line.from === 'composer' || !known.some((call) => isMadeBy(line, call))) continue;
    if (findCall(calls, line, Date.parse(line.at))) continue;
    if (line.masked) left.set(callInWords(line), 'Something secret in its arguments isn’t kept, so it can’t be made again.');
    else if (calls.length < MAX_SNAPSHOT_CALLS) calls.push(line);
    else left.set(callInWords(line), `A snapshot has the last ${MAX_SNAPSHOT_CALLS} calls.`);
  }
  return { calls, left: [...left].map(([what, why]) => ({ what, why })) };
}

function isMadeBy({ binding, operation, args }: Made, call: BindingCall): boolean {
  if (call.binding !== binding || call.operation !== operation) return false;
  const pieces = (args as { text?: unknown } | null)?.text;
  return !call.text || JSON.stringify(call.text) === JSON.stringify(pieces);
}

function lastOf(calls: readonly SnapshotCall[]): string | undefined {
  return calls.map(({ at }) => at).toSorted().at(-1);
}

/** So many at a time, results in their order. */
async function inTurns<In, Out>(all: readonly In[], atOnce: number, each: (one: In, index: number) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const index = next++;
      results[index] = await each(all[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, work));
  return results;
}
