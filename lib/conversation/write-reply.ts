import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Binding } from '../binding/binding';
import { offer } from '../binding/offer';
import type { Viewer } from '../auth/viewer';
import { readConfig } from '../config/config';
import { runCall } from '../grant/run-call';
import type { ModelChoice } from '../model/choices';
import { type ReplyOutcome, generateReply } from '../model/generate';
import type { ReplyChunk, ReplyMessage, ReplyMetadata } from '../model/messages';
import type { ModelTool } from '../model/turn';
import { type Source, hasErrors } from '../program/program';
import type { Store } from '../store';
import { inSpan } from '../telemetry/in-span';
import { checkProgram } from './checker';
import { ChunkLog } from './chunk-log';
import { foldChunks } from './fold';
import { executeTool } from './execute-tool';
import { nameAfter } from './name-after';
import { isolates } from '../sandbox/isolate/of-process';
import { searchTool } from './search-tool';
import type { SpendingMeter } from './spending';
import { snippetCheck } from './check-snippet';

export type ReplyJob = {
  store: Store;
  replyId: string;
  messageId: string;
  programId: string;
  /** In whose name it is written: calls are decided for them. */
  viewer: Viewer;
  base: Source;
  bindings: readonly Binding[];
  choice: ModelChoice;
  model: LanguageModelV4;
  /** Keys that no message may repeat. */
  secrets: string[];
  history: ReplyMessage[];
  prompt: string;
  /** Asked by the app, not in a person's own words: where data broke what others see, what comes of it waits for a yes. */
  isRepair: boolean;
  /** The Plan that was kept with the version that is to be changed. */
  modelState: unknown;
  /** Counts what it takes; undefined where nobody pays. */
  meter?: SpendingMeter | undefined;
};

type Writing = { abort: AbortController; done: Promise<void> };

// Next bundles routes apart from each other; what is being written is found through globalThis, to be ended with the server.
const writings = ((globalThis as { vitrineWritings?: Set<Writing> }).vitrineWritings ??= new Set());

/** Writes one reply from its first chunk to its end. Never rejects: how it ended is in its log. */
export async function writeReply(job: ReplyJob): Promise<void> {
  const abort = new AbortController();
  const writing: Writing = { abort, done: write(job, abort.signal).catch((error: unknown) => giveUp(job, error)) };
  writings.add(writing);
  const off = job.store.replies.onStop(job.replyId, () => abort.abort());
  await writing.done;
  await job.meter?.end().catch((error: unknown) => console.error(error));
  off();
  writings.delete(writing);
}

/** Ends everything that is being written here, for the end of the process. What was written is kept. */
export async function stopAllWriting(): Promise<void> {
  await Promise.allSettled([...writings].map(({ abort, done }) => (abort.abort(), done)));
}

async function write(job: ReplyJob, signal: AbortSignal): Promise<void> {
  const { store, choice } = job;
  const chunks: ReplyChunk[] = [];
  const log = new ChunkLog(store, job.replyId);
  const put = (chunk: ReplyChunk) => {
    chunks.push(chunk);
    log.write(chunk);
  };
  const began: ReplyMetadata = { state: 'streaming', modelId: choice.id, modelLabel: choice.label, createdAt: new Date().toISOString() };
  put({ type: 'start', messageId: job.messageId, messageMetadata: began });
  const outcome = await inSpan('reply', { program: job.programId, reply: job.replyId, model: choice.id }, async ({ note, failed }) => {
    const ended = await generated(job, put, signal);
    note({ outcome: ended.state, rounds: ended.text.length, input_tokens: ended.inputTokens, output_tokens: ended.outputTokens });
    if (ended.state === 'failed') failed(ended.failure?.code ?? 'failed');
    return ended;
  });
  const version = await keepVersion(job, outcome);
  if (version) put({ type: 'data-version', data: version });
  put({ type: 'finish', messageMetadata: endOf(outcome) });
  await log.flush();
  await end(job, chunks, outcome.state);
}

function generated(job: ReplyJob, put: (chunk: ReplyChunk) => void, signal: AbortSignal): Promise<ReplyOutcome> {
  const { choice, bindings } = job;
  return generateReply({
    model: job.model,
    choice,
    base: job.base,
    declarations: offer(bindings).declarations,
    hasApi: bindings.some(({ kind }) => kind === 'api'),
    tools: toolsOf(job, put),
    history: job.history.map(asTurn).filter((turn) => turn.text !== ''),
    prompt: job.prompt,
    composerState: job.modelState,
    check: (source, stop) => checkProgram(job.viewer.team.id, source, bindings, stop),
    write: put,
    signal,
    secrets: job.secrets,
    timeouts: idleTimeout(),
    ...(job.meter && { meter: job.meter }),
  });
}

/** A few tables are told whole and asked in SQL; where an API is connected or a large database a model may look up what it has, and try it. */
function toolsOf({ bindings, programId, viewer }: ReplyJob, put: (chunk: ReplyChunk) => void): ModelTool[] {
  const { searched } = offer(bindings);
  if (searched.length === 0 && !bindings.some(({ kind }) => kind === 'api')) return [];
  const execute = executeTool({
    bindings,
    check: snippetCheck(bindings, (...asked) => checkProgram(viewer.team.id, ...asked)),
    place: isolates,
    onCall: (call, signal, hold) =>
      runCall(viewer, programId, { ...call, from: 'execute' }, signal, {
        forReading: true,
        onWait() {
          put({ type: 'data-question', data: {}, transient: true });
          return hold();
        },
      }),
    tell: (data) => put({ type: 'data-run', data }),
  });
  return searched.length > 0 ? [searchTool(searched, (data) => put({ type: 'data-lookup', data })), execute] : [execute];
}

function idleTimeout(): { idleMs?: number } {
  const idleMs = readConfig().modelIdleMs;
  return idleMs === null ? {} : { idleMs };
}

/** A reply that came to its end and wrote something is a version; it becomes the current one if the check found no error. */
async function keepVersion(job: ReplyJob, outcome: ReplyOutcome) {
  const { store, programId, prompt, isRepair, choice } = job;
  if (outcome.state !== 'done' || !outcome.wrote) return null;
  const good = !hasErrors(outcome.diagnostics);
  const waits = isRepair && (await store.health.get(programId)) !== null;
  const { id, ordinal } = await store.versions.add({
    programId,
    source: outcome.source,
    diagnostics: outcome.diagnostics,
    label: waits ? 'Repair after its data changed' : prompt,
    origin: { modelId: choice.id, ...(outcome.modelState === undefined ? {} : { state: outcome.modelState }) },
  });
  if (good && waits) await store.health.setDraft(programId, id);
  else if (good) await store.programs.setCurrent(programId, id);
  const title = good && !waits ? await rename(job, outcome) : null;
  return { versionId: id, ordinal, good, ...(title !== null && { title }) };
}

/** The program's new name, where the page got one and nobody has called the program otherwise. */
async function rename({ store, programId, history, prompt, modelState }: ReplyJob, { modelState: after }: ReplyOutcome): Promise<string | null> {
  const program = await store.programs.get(programId);
  const first = history.find(({ role }) => role === 'user');
  const title = program && nameAfter({ title: program.title, firstPrompt: first ? asTurn(first).text : prompt, before: modelState, after });
  if (title) await store.programs.rename(programId, title);
  return title;
}

async function end({ store, replyId, programId }: ReplyJob, chunks: ReplyChunk[], state: ReplyOutcome['state']): Promise<void> {
  const message = await foldChunks(chunks);
  if (message) await store.messages.add(programId, message);
  await store.replies.finish(replyId, state);
}

function endOf({ state, failure, inputTokens, outputTokens, cost, ms }: ReplyOutcome): ReplyMetadata {
  return { state, failure, inputTokens, outputTokens, cost, ms };
}

/** What was not foreseen: the log says so if it still can be written, and the reply is over either way. */
async function giveUp(job: ReplyJob, error: unknown): Promise<void> {
  const reply = await job.store.replies.get(job.replyId).catch(() => null);
  if (!reply) return; // The program was deleted while it was written, and with it whoever would be told.
  console.error(error);
  const failure = { code: 'internal', message: 'Something went wrong on the server while this was written.', retryable: true } as const;
  try {
    await job.store.replies.append(job.replyId, [{ type: 'finish', messageMetadata: { state: 'failed', failure } }]);
    await end(job, (await job.store.replies.read(job.replyId, 0)).map((entry) => entry.chunk), 'failed');
  } catch (again) {
    // The store is gone: nobody is left to be told.
    console.error(again);
    await job.store.replies.finish(job.replyId, 'failed').catch(() => undefined);
  }
}

/** A message as the model is reminded of it: its words. */
function asTurn(message: ReplyMessage): { role: 'user' | 'assistant'; text: string } {
  const text = message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n\n').trim();
  return { role: message.role === 'user' ? 'user' : 'assistant', text };
}
