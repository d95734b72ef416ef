import type { Viewer } from '../auth/viewer';
import type { Call, CallAnswer } from '../bridge/messages';
import { getConnections } from '../connection/connections';
import type { Effect } from '../binding/binding';
import { CallError, type CallErrorData, type Connector, callErrorData } from '../connector/contract';
import { getStore } from '../store';

/**
 * Decides and runs one call of generated code: which connection it means, whether this viewer's program may use it, and
 * what came of it, with a line in the ledger either way. Never rejects: a failure is an answer.
 */
export async function runCall(_viewer: Viewer, programId: string, call: Call, signal: AbortSignal): Promise<CallAnswer> {
  const began = performance.now();
  let effect: Effect = 'read';
  try {
    const connector = await connectorOf(call);
    effect = connector.effectOf(call.operation);
    if (effect === 'write') refuseWrite(call);
    const result = await connector.call(call.operation, call.args, signal);
    record(programId, call, began, { effect, outcome: 'ok', rows: result.rows, bytes: result.bytes });
    return { id: call.id, ok: true, value: result.value, rows: result.rows, ms: result.ms };
  } catch (error) {
    const data = errorData(error);
    if (data.code !== 'cancelled') record(programId, call, began, { effect, outcome: data.code, message: data.message });
    return { id: call.id, ok: false, error: data };
  }
}

async function connectorOf({ binding }: Call): Promise<Connector> {
  const connector = await getConnections().connector(binding);
  if (connector) return connector;
  throw new CallError({ code: 'unknown-binding', message: `There is no connection called ${binding}.`, retryable: false });
}

/** What changes something outside is for a person to allow, each time; as long as nobody can be asked, nothing is changed. */
function refuseWrite({ binding, operation }: Call): never {
  throw new CallError({
    code: 'not-granted',
    message: `${binding}.${operation} changes something outside. Interfaces may only read so far.`,
    retryable: false,
  });
}

/** Only what was meant to leave the server leaves it; the rest is logged there. */
function errorData(error: unknown): CallErrorData {
  const data = callErrorData(error);
  if (data) return data;
  console.error(error);
  return { code: 'internal', message: 'The call failed on the server.', retryable: true };
}

type Outcome = { effect: Effect; outcome: string; rows?: number; bytes?: number; message?: string };

function record(programId: string, call: Call, began: number, outcome: Outcome): void {
  const line = {
    programId,
    from: call.from ?? null,
    binding: call.binding,
    operation: call.operation,
    args: call.args,
    ms: performance.now() - began,
    at: new Date().toISOString(),
    ...outcome,
  };
  // The answer doesn't wait for its ledger line; a line that can't be written is said in the log.
  void getStore().then((store) => store.ledger.add([line])).catch((error: unknown) => console.error(error));
}
