import type { Viewer } from '../auth/viewer';
import type { Effect } from '../binding/binding';
import type { Call, RecordedAnswer } from '../bridge/messages';
import { getConnections } from '../connection/connections';
import { CallError, type CallErrorData, type CallResult, type Connector, callErrorData } from '../connector/contract';
import { isAtLeast } from '../program/role';
import { type NewApproval, getStore, newId } from '../store';
import { inSpan } from '../telemetry/in-span';
import { askPerson } from './ask';
import { isWithin } from './limits';
import { maskArguments } from './mask-arguments';
import { knownGrants } from './known-grants';
import { type Leave, mayRead } from './may-read';
import { mayUse, notYours } from './may-use';
import { functionWanted, needsInWords, needsOf } from './needs';
import { needsAdmin } from './rules';
import { whileGranted } from './while-granted';

export type CallWaits = {
  /** A person is asked from now on, until what it gives is called. */
  onWait(): () => void;
  /** The call came through a link. `isStillLet` is looked at once more after the yes; `seconds` is how long an answer is waited for; false of `mayAskAgain` where its run asked too often. */
  via?: { shareId: string; isStillLet(): Promise<boolean>; seconds: number; mayAskAgain(): boolean };
  /** Leave to read is waited for too. Without it the answer says what is needed, and the same call is made again later. */
  forReading?: boolean;
};

/**
 * Decides and runs one call of generated code: which connection it means, whether this viewer's program may make it, and
 * what came of it, with a line in the ledger either way. What changes something outside waits for a person, unless they
 * granted it before. The program is one of the viewer's team. Never rejects: a failure is an answer. `versionId` is the version that calls, where it is one.
 */
export async function runCall(viewer: Viewer, programId: string, call: Call, signal: AbortSignal, waits?: CallWaits, versionId: string | null = null): Promise<RecordedAnswer> {
  const line = newId();
  const made: MadeCall = { viewer, programId, versionId, call, line, began: performance.now(), effect: 'read' };
  return inSpan('call', { program: programId, line }, async (span) => {
    const answer = await decideAndMake(made, signal, waits);
    // What there is no operation of is the program's own text.
    const isKnown = made.connector !== undefined && (answer.ok || answer.error.code !== 'unknown-operation');
    span.note({ ...(isKnown && { binding: call.binding, operation: call.operation }), effect: made.effect, outcome: 'ok', ...(answer.ok && { rows: answer.rows }) });
    if (!answer.ok) span.failed(answer.error.code);
    return answer;
  });
}

async function decideAndMake(made: MadeCall, signal: AbortSignal, waits?: CallWaits): Promise<RecordedAnswer> {
  const { call, line } = made;
  try {
    const connector = (made.connector = await connectorOf(made));
    if (!(await isTheirs(made))) throw notYours((await connector.describe()).title);
    made.effect = connector.effectOf(call.operation);
    const result = made.effect === 'write' ? await write(made, connector, signal, waits) : await read(made, connector, signal, waits);
    await record(made, { outcome: 'ok', rows: result.rows, bytes: result.bytes });
    return { id: call.id, ok: true, value: result.value, rows: result.rows, ms: result.ms, line };
  } catch (error) {
    const data = errorData(error);
    // What was cancelled or put off before it was made is no news; a write that was begun may have been done all the same.
    const isNews = (data.code !== 'cancelled' && data.code !== 'asks-first') || made.isBegun === true;
    if (isNews) await record(made, { outcome: data.code, message: data.message });
    return { id: call.id, ok: false, error: data, line: isNews ? line : null };
  }
}

type MadeCall = {
  viewer: Viewer;
  programId: string;
  versionId: string | null;
  call: Call;
  /** Where it is called, once that is known. */
  connector?: Connector;
  began: number;
  effect: Effect;
  allowedBy?: string;
  allowedAs?: 'approval' | 'grant';
  /** The id of the ledger's line. */
  line: string;
  /** The line was put there before the call was made. */
  isBegun?: true;
};

async function connectorOf({ viewer, call }: MadeCall): Promise<Connector> {
  const connector = await getConnections(viewer.team.id).connector(call.binding);
  if (connector) return connector;
  throw new CallError({ code: 'unknown-binding', message: `There is no connection called ${call.binding}.`, retryable: false });
}

/** Whether an admin lets whoever calls use this connection at all. */
async function isTheirs({ viewer, programId, call }: MadeCall): Promise<boolean> {
  const { grants } = (await getStore()).team(viewer.team.id);
  return mayUse(viewer, (await knownGrants(grants, programId, call.binding)).users);
}

/** Reads what was granted to this program, and asks for what wasn't. It ends where the leave for it is taken back meanwhile. */
async function read(made: MadeCall, connector: Connector, signal: AbortSignal, waits: CallWaits | undefined): Promise<CallResult> {
  const { call, programId, viewer } = made;
  const tables = await connector.reads?.(call.operation, call.args);
  const wanted = tables?.map(({ table, columns }) => ({ name: table, columns })) ?? [functionWanted(call.operation)];
  const store = (await getStore()).team(viewer.team.id);
  const leave = () => mayRead(store, programId, call.binding, wanted, { args: call.args });
  let given = await leave();
  while (given.missing.length > 0) {
    await askToRead(made, connector, given, { signal, isLet: async () => (await leave()).missing.length === 0 }, waits);
    given = await leave();
  }
  made.allowedBy = given.by ?? undefined;
  made.allowedAs = given.isGranted ? 'grant' : undefined;
  made.began = performance.now();
  const watched = { holds: async () => (await leave()).missing.length === 0 && (await isTheirs(made)), onChange: (listener: () => void) => store.grants.onChange(programId, call.binding, listener) };
  const result = await whileGranted(watched, signal, (both) => connector.call(call.operation, call.args, both));
  if (given.maxRows === null || result.rows <= given.maxRows) return result;
  throw new CallError({ code: 'limit-rows', message: `This interface may read ${given.maxRows.toLocaleString('en')} rows at a time here, and these are ${result.rows.toLocaleString('en')}.`, hint: 'Ask for fewer, or sum them up.', retryable: false });
}

/** A call that would fail anyway is no question to a person. */
async function refuseWrong(connector: Connector, { operation, args }: Call): Promise<void> {
  const checked = await connector.check(operation, args);
  if (!checked.ok) throw new CallError({ code: connector.reads ? 'sql-error' : 'bad-arguments', message: checked.message, hint: checked.hint, retryable: false });
}

/**
 * Resolves when it's let, whoever lets it and however: a grant, several of them, or the connection being opened to all.
 * @throws CallError `not-granted` where nobody waits for an answer
 */
async function askToRead({ call, programId, viewer }: MadeCall, connector: Connector, lacking: Leave, { signal, isLet }: { signal: AbortSignal; isLet(): Promise<boolean> }, waits: CallWaits | undefined): Promise<void> {
  await refuseWrong(connector, call);
  const { title, kind } = await connector.describe();
  const needs = needsOf({ name: call.binding, title, kind }, lacking);
  if (!waits?.forReading) throw new CallError({ code: 'not-granted', message: `Nobody has let this interface read ${needsInWords(needs, kind)} of ${title} yet.`, needs, retryable: true });
  const enough = new AbortController();
  // In a moment: who remembers grants hears of the change by the same signal.
  const off = (await getStore()).team(viewer.team.id).grants.onChange(programId, call.binding, () => void Promise.resolve().then(isLet).then((is) => is && enough.abort(), () => {}));
  try {
    await answerTo({ programId, effect: 'read', binding: call.binding, operation: call.operation, args: { needs, args: kind === 'api' ? (call.args ?? {}) : null }, from: call.from ?? null, about: { title, summary: null } }, AbortSignal.any([signal, enough.signal]), waits);
  } catch (error) {
    if (signal.aborted || !enough.signal.aborted) throw error;
  } finally {
    off();
  }
}

/** A write is made once it is right by its types, allowed, and on record. */
async function write(made: MadeCall, connector: Connector, signal: AbortSignal, waits: CallWaits | undefined): Promise<CallResult> {
  const { call, viewer } = made;
  if (viewer.looksOnly) throw new CallError({ code: viewer.looksOnly === 'until-asked' ? 'asks-first' : 'not-allowed', message: 'Nothing can be changed through this link. Nothing was done.', retryable: false });
  if (!viewer.asksFirst && !isAtLeast(viewer.team.role, 'member')) throw new CallError({ code: 'not-allowed', message: 'You may look in this team, not change anything. Nothing was done.', retryable: false });
  await refuseWrong(connector, call);
  if (waits?.via && !waits.via.mayAskAgain()) throw new CallError({ code: 'limit-calls', message: 'It asks for too many changes at once. This one wasn’t made.', retryable: false });
  const grant = viewer.asksFirst ? undefined : await granted(made);
  made.allowedBy = grant ?? (await asked(made, connector, signal, waits));
  made.allowedAs = grant ? 'grant' : 'approval';
  if (!(await isTheirs(made))) throw notYours(call.binding);
  // What was allowed was allowed there: it may be another server by now.
  if ((await connectorOf(made)) !== connector) throw new CallError({ code: 'unavailable', message: `${call.binding} was changed while you were asked. Nothing was done.`, retryable: false });
  if (waits?.via && !(await waits.via.isStillLet())) throw new CallError({ code: 'not-allowed', message: 'Nothing can be changed through this link any more. Nothing was done.', retryable: false });
  made.began = performance.now();
  await (await getStore()).team(made.viewer.team.id).ledger.begin((await lineOf(made)).line);
  made.isBegun = true;
  return connector.call(call.operation, call.args, signal);
}

/** The grant a person gave before that covers this write. */
async function granted({ programId, call, viewer }: MadeCall): Promise<string | undefined> {
  const grants = await (await getStore()).team(viewer.team.id).grants.list(programId);
  return grants.find((grant) => grant.effect === 'write' && grant.binding === call.binding && grant.operation === call.operation && isWithin(grant.limits, call.args))?.id;
}

async function asked({ programId, call, viewer }: MadeCall, connector: Connector, signal: AbortSignal, waits: CallWaits | undefined): Promise<string> {
  const binding = await connector.describe();
  const summary = binding.kind === 'api' ? (binding.operations.find(({ name }) => name === call.operation)?.summary ?? null) : null;
  const about = { title: binding.title, summary };
  return answerTo({ programId, effect: 'write', binding: call.binding, operation: call.operation, args: call.args ?? {}, from: call.from ?? null, about, askedBy: viewer.id, viaShareId: waits?.via?.shareId ?? null }, signal, waits, waits?.via?.seconds ?? ((await needsAdmin(viewer)) ? ADMIN_SECONDS : undefined));
}

/** An admin looks when they come to it: as long as the page of whoever asks is open, for a working day. */
const ADMIN_SECONDS = 8 * 3600;

/** Asks a person and waits. Gives the id of the approval. */
async function answerTo(question: NewApproval, signal: AbortSignal, waits: CallWaits | undefined, seconds?: number): Promise<string> {
  let answered: (() => void) | undefined;
  try {
    return (await askPerson(await getStore(), question, signal, () => (answered = waits?.onWait()), seconds)).id;
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

type Came = { outcome: string; rows?: number; bytes?: number; message?: string };

/** The line of a call, and what came of it, without what is secret in its arguments. */
async function lineOf(made: MadeCall, came: Came = { outcome: '' }) {
  const { viewer, programId, versionId, call, connector, effect, allowedBy, allowedAs, began, line: id } = made;
  const { binding, operation } = call;
  // Tables take a while to be described, and have no types that say what is secret.
  const described = operation === 'sql' ? undefined : await connector?.describe();
  const api = described?.kind === 'api' ? described : undefined;
  const { args, masked, withoutSecrets } = maskArguments(call.args, api?.operations.find(({ name }) => name === operation)?.input, api?.types);
  const now = { at: new Date().toISOString(), ms: performance.now() - began };
  const said = came.message === undefined ? came : { ...came, message: withoutSecrets(came.message) };
  const line = { id, programId, versionId, viewer: viewer.id, from: call.from ?? null, binding, operation, args, masked: masked.length > 0 ? masked : null, effect, allowedBy: allowedBy ?? null, allowedAs: allowedAs ?? null, ...now };
  return { line, came: { ...said, ms: now.ms } };
}

/**
 * An answer doesn't wait for its ledger line, unless it is a write's. A line that can't be written is said in the log.
 */
async function record(made: MadeCall, came: Came): Promise<void> {
  const written = addLine(made, came).catch((error: unknown) => console.error(error));
  if (made.effect === 'write') await written;
}

async function addLine(made: MadeCall, told: Came): Promise<void> {
  const { ledger } = (await getStore()).team(made.viewer.team.id);
  const { line, came } = await lineOf(made, told);
  if (made.isBegun) await ledger.end(line.id, came);
  else await ledger.add([{ ...line, ...came }]);
}
