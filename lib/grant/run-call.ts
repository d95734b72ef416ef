import type { Viewer } from '../auth/viewer';
import type { Effect } from '../binding/binding';
import type { Call, CallAnswer } from '../bridge/messages';
import { getConnections } from '../connection/connections';
import { CallError, type CallErrorData, type CallResult, type Connector, callErrorData } from '../connector/contract';
import { getStore } from '../store';
import { askPerson } from './ask';
import { isWithin } from './limits';

export type CallWaits = {
  /** A person is asked from now on, until what it gives is called. */
  onWait(): () => void;
};

/**
 * Decides and runs one call of generated code: which connection it means, whether this viewer's program may make it, and
 * what came of it, with a line in the ledger either way. What changes something outside waits for a person, unless they
 * granted it before. Never rejects: a failure is an answer.
 */
export async function runCall(_viewer: Viewer, programId: string, call: Call, signal: AbortSignal, waits?: CallWaits): Promise<CallAnswer> {
  const made: MadeCall = { programId, call, began: performance.now(), effect: 'read' };
  try {
    const connector = await connectorOf(call);
    made.effect = connector.effectOf(call.operation);
    const result = made.effect === 'write' ? await write(made, connector, signal, waits) : await connector.call(call.operation, call.args, signal);
    await record(made, { outcome: 'ok', rows: result.rows, bytes: result.bytes });
    return { id: call.id, ok: true, value: result.value, rows: result.rows, ms: result.ms };
  } catch (error) {
    const data = errorData(error);
    // What was cancelled before it was made is no news; a write that was begun may have been done all the same.
    if (data.code !== 'cancelled' || made.line) await record(made, { outcome: data.code, message: data.message });
    return { id: call.id, ok: false, error: data };
  }
}

type MadeCall = {
  programId: string;
  call: Call;
  began: number;
  effect: Effect;
  allowedBy?: string;
  /** The ledger's line, where it was put there before the call was made. */
  line?: string;
};

async function connectorOf({ binding }: Call): Promise<Connector> {
  const connector = await getConnections().connector(binding);
  if (connector) return connector;
  throw new CallError({ code: 'unknown-binding', message: `There is no connection called ${binding}.`, retryable: false });
}

/** A write is made once it is right by its types, allowed, and on record. */
async function write(made: MadeCall, connector: Connector, signal: AbortSignal, waits: CallWaits | undefined): Promise<CallResult> {
  const { call, programId } = made;
  const checked = await connector.check(call.operation, call.args);
  if (!checked.ok) throw new CallError({ code: 'bad-arguments', message: checked.message, hint: checked.hint, retryable: false });
  made.allowedBy = (await granted(made)) ?? (await asked(made, connector, signal, waits));
  // What was allowed was allowed there: it may be another server by now.
  if ((await connectorOf(call)) !== connector) throw new CallError({ code: 'unavailable', message: `${call.binding} was changed while you were asked. Nothing was done.`, retryable: false });
  made.began = performance.now();
  made.line = await (await getStore()).ledger.begin({ ...lineOf(made), programId });
  return connector.call(call.operation, call.args, signal);
}

/** The grant a person gave before that covers this write. */
async function granted({ programId, call }: MadeCall): Promise<string | undefined> {
  const grants = await (await getStore()).grants.list(programId);
  return grants.find(({ binding, operation, limits }) => binding === call.binding && operation === call.operation && isWithin(limits, call.args))?.id;
}

async function asked({ programId, call }: MadeCall, connector: Connector, signal: AbortSignal, waits: CallWaits | undefined): Promise<string> {
  const binding = await connector.describe();
  const summary = binding.kind === 'api' ? (binding.operations.find(({ name }) => name === call.operation)?.summary ?? null) : null;
  const about = { title: binding.title, summary };
  let answered: (() => void) | undefined;
  try {
    const question = { programId, binding: call.binding, operation: call.operation, args: call.args ?? {}, from: call.from ?? null, about };
    return (await askPerson(await getStore(), question, signal, () => (answered = waits?.onWait()))).id;
  } finally {
    answered?.();
  }
}

/** Only what was meant to leave the server leaves it; the rest is logged there. */
function errorData(error: unknown): CallErrorData {
  const data = callErrorData(error);
  if (data) return data;
  console.error(error);
  return { code: 'internal', message: 'The call failed on the server.', retryable: false };
}

function lineOf({ call, effect, allowedBy, began }: MadeCall) {
  const { binding, operation, args } = call;
  return { from: call.from ?? null, binding, operation, args, effect, allowedBy: allowedBy ?? null, ms: performance.now() - began, at: new Date().toISOString() };
}

type Came = { outcome: string; rows?: number; bytes?: number; message?: string };

/**
 * An answer doesn't wait for its ledger line, unless it is a write's. A line that can't be written is said in the log.
 */
async function record(made: MadeCall, came: Came): Promise<void> {
  const written = addLine(made, came).catch((error: unknown) => console.error(error));
  if (made.effect === 'write') await written;
}

async function addLine(made: MadeCall, came: Came): Promise<void> {
  const { ledger } = await getStore();
  if (made.line) await ledger.end(made.line, { ...came, ms: performance.now() - made.began });
  else await ledger.add([{ ...lineOf(made), programId: made.programId, ...came }]);
}
