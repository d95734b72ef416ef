import type { Viewer } from '../auth/viewer';
import type { Binding } from '../binding/binding';
import { getConnections } from '../connection/connections';
import { runCall } from '../grant/run-call';
import { isolates } from '../sandbox/isolate/of-process';
import type { Share } from '../store';
import { inSpan } from '../telemetry/in-span';
import type { Compiled } from './compiled';
import { MAX_RUN_MS } from './limits';
import type { Question } from './question';

export type ShareOf = Pick<Share, 'id' | 'programId' | 'ownerId'> & { program: { teamId: string } };

/** What came of a run. `bindings` are those that it called. A failure says no more than that there was one. */
export type Ran = { ok: true; value: unknown; bindings: string[] } | { ok: false; code: string; retryable: boolean; bindings: string[] };

/** Ends of a run that another try may not have. */
const PASSING = new Set(['busy', 'crashed', 'closed', 'limit-time', 'unavailable', 'timeout', 'rate-limited', 'internal']);

/**
 * Runs a data function of a version as it is written, in the server's isolate: with what the program may read, and never to change anything. Its
 * calls stand in the ledger as made by `person`; by the link, where there's none.
 */
export async function runFunction(share: ShareOf, { module, versionId }: Compiled, { name, args }: Question, { person, signal }: { person?: Viewer; signal?: AbortSignal } = {}): Promise<Ran> {
  const viewer: Viewer = { ...(person ?? { id: `link:${share.id}`, name: 'A link', team: { id: share.program.teamId, role: 'viewer' }, madeBy: share.ownerId }), looksOnly: true };
  const bindings = (await getConnections(viewer.team.id).bindings()).map((binding) => ({ name: binding.name, operations: operationsOf(binding) }));
  const place = await isolates();
  const outcome = await inSpan('run', { program: share.programId }, async ({ note, failed }) => {
    const ended = await place.run({
      code: module,
      call: { name, args },
      bindings,
      limits: { ms: MAX_RUN_MS },
      onCall: (call, ended) => runCall(viewer, share.programId, { ...call, from: name }, ended, undefined, versionId),
      signal,
    });
    note({ calls: ended.calls.length, outcome: 'ok' });
    if (!ended.ok) failed(ended.error.code);
    return ended;
  });
  const called = [...new Set(outcome.calls.map(({ binding }) => binding))];
  if (outcome.ok) return { ok: true, value: outcome.value ?? null, bindings: called };
  const { code, retryable } = outcome.error;
  // What isn't granted is granted by its owner, not by trying again.
  return { ok: false, code, retryable: code !== 'not-granted' && (retryable || PASSING.has(code)), bindings: called };
}

function operationsOf(binding: Binding): string[] {
  return binding.kind === 'tables' ? ['sql'] : binding.operations.map(({ name }) => name);
}
