import { transform } from 'sucrase';
import type { Viewer } from '../auth/viewer';
import type { Call, CallAnswer } from '../bridge/messages';
import { getConnections } from '../connection/connections';
import { isolates } from '../sandbox/isolate/of-process';
import { runCall } from '../grant/run-call';
import type { RunError } from '../sandbox/place';
import { type DataToken, getStore } from '../store';
import { MAX_DATA_RUN_MS } from './limits';

export type DataAnswer = { value: unknown } | { error: Pick<RunError, 'code' | 'message' | 'hint' | 'retryable'> };

/**
 * Runs one data function of the token's version in the isolate, for whoever holds the token: its calls are decided by the program's
 * grants, each with its line in the ledger, and none may change anything. What is revoked meanwhile ends.
 */
export async function runDataFunction(token: DataToken, name: string, args: unknown, signal: AbortSignal): Promise<DataAnswer> {
  const store = await getStore();
  const version = await store.versions.get(token.versionId);
  if (!version) return { error: { code: 'unknown-operation', message: 'The version this token reads from is gone.', retryable: false } };
  const revoked = new AbortController();
  const off = store.dataTokens.onRevoke(token.id, () => revoked.abort());
  try {
    const bindings = await getConnections(token.teamId).bindings();
    const outcome = await (await isolates()).run({
      code: transform(version.source['data.ts'], { transforms: ['typescript'], disableESTransforms: true }).code,
      call: { name, args },
      bindings: bindings.map((binding) => ({ name: binding.name, operations: binding.kind === 'tables' ? ['sql'] : binding.operations.map((operation) => operation.name) })),
      limits: { ms: MAX_DATA_RUN_MS },
      onCall: (call, stop) => readOnly(token, { ...call, from: name }, stop),
      signal: AbortSignal.any([signal, revoked.signal]),
    });
    if (outcome.ok) return { value: outcome.value ?? null };
    const { code, message, hint, retryable } = outcome.error;
    if (revoked.signal.aborted) return { error: { code: 'unauthorised', message: 'The token was taken back.', retryable: false } };
    return { error: { code, message, hint, retryable } };
  } finally {
    off();
  }
}

async function readOnly(token: DataToken, call: Call, signal: AbortSignal): Promise<CallAnswer> {
  const connector = await getConnections(token.teamId).connector(call.binding);
  if (connector?.effectOf(call.operation) === 'write') {
    return { id: call.id, ok: false, error: { code: 'read-only', message: `${call.binding}.${call.operation} changes something outside, and this token only reads.`, retryable: false } };
  }
  const { line: _line, ...answer } = await runCall(tokenViewer(token), token.programId, call, signal, undefined, token.versionId);
  return answer;
}

/** In the ledger its lines are told from those of the person who made the token. */
function tokenViewer({ id, teamId, createdBy }: DataToken): Viewer {
  return { id: `token:${id}`, name: 'A project outside', team: { id: teamId, role: 'viewer' }, madeBy: createdBy };
}
