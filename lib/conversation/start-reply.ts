import type { Viewer } from '../auth/viewer';
import { bindingsFor } from '../grant/may-use';
import type { ReplyMessage, ReplyMetadata } from '../model/messages';
import { titleFrom } from '../model/title';
import { EMPTY_SOURCE, type Program, type Source, sameSource } from '../program/program';
import { Refusal } from '../program/refusal';
import { sourceAfter } from '../reply/source-after';
import { type Store, getStore } from '../store';
import { askAs } from './ask-data';
import { type OpenedModel, openChoice } from './models';
import { type SpendingMeter, openMeter } from './spending';
import { type ReplyJob, writeReply } from './write-reply';

export type PromptKind = NonNullable<ReplyMetadata['kind']>;
type Prompt = { programId?: string; text: string; kind: PromptKind; modelId?: string };
export type StartedReply = { programId: string; replyId: string; promptMessageId: string; base: Source };

/**
 * Begins a reply to a prompt; without `programId` also the program. The reply is written on its own from here on, whether
 * anybody reads it or not.
 * @throws Refusal where the program is gone, a reply is being written already, the model can't be had, or nothing is left of the person's
 * limit for it.
 */
export async function startReply(viewer: Viewer, prompt: Prompt): Promise<StartedReply> {
  const store = await getStore();
  const bindings = await bindingsFor(viewer);
  const { choice, model, secrets } = await openChoice(viewer.team.id, prompt.modelId, bindings);
  const history = prompt.programId ? await store.messages.list(prompt.programId) : [];
  const meter = await openMeter(viewer, choice, JSON.stringify(history).length + prompt.text.length);
  try {
    return await begin(viewer, prompt, { store, bindings, choice, model, secrets, history, meter });
  } catch (error) {
    await meter?.end();
    throw error;
  }
}

type Begun = Pick<ReplyJob, 'store' | 'bindings' | 'choice' | 'secrets' | 'history'> & Pick<OpenedModel, 'model'> & { meter: SpendingMeter | undefined };

async function begin(viewer: Viewer, prompt: Prompt, { store, bindings, choice, model, secrets, history, meter }: Begun): Promise<StartedReply> {
  const program = await programOf(store, viewer, prompt);
  const current = await versionToChange(store, program);
  const base = (await baseOfLastReply(store, program.id, prompt.kind, history)) ?? current?.source ?? EMPTY_SOURCE;

  const promptMessageId = crypto.randomUUID();
  const reply = await store.replies.start({ programId: program.id, messageId: crypto.randomUUID(), modelId: choice.id, base });
  if (!reply) throw new Refusal(409, 'A reply is being written for this interface. Stop it first, or wait for its end.');
  await store.messages.add(program.id, {
    id: promptMessageId,
    role: 'user',
    parts: [{ type: 'text', text: prompt.text }],
    metadata: { kind: prompt.kind, createdAt: new Date().toISOString() },
  });

  // A Plan is anybody's who goes by Plans: the composer goes on with what a planner wrote, and the other way round.
  const isAsWritten = current !== null && sameSource(current.source, base);
  void writeReply({
    store,
    replyId: reply.id,
    messageId: reply.messageId,
    programId: program.id,
    viewer,
    base,
    bindings,
    choice,
    model: model(askAs(viewer, program.id)),
    secrets,
    meter,
    history: prompt.kind === 'again' ? beforeLastPrompt(history) : history,
    prompt: prompt.text,
    isRepair: prompt.kind !== 'prompt',
    modelState: isAsWritten ? current.origin?.state : undefined,
  });
  return { programId: program.id, replyId: reply.id, promptMessageId, base };
}

async function programOf(store: Store, viewer: Viewer, prompt: { programId?: string; text: string }): Promise<Program> {
  if (!prompt.programId) return store.programs.create({ title: titleFrom(prompt.text), teamId: viewer.team.id, ownerId: viewer.id });
  const program = await store.programs.get(prompt.programId);
  if (!program) throw new Refusal(404, 'There is no such interface. It may have been deleted.');
  return program;
}

/** The version that is shown; where none was good yet, the last one that was tried. */
async function versionToChange(store: Store, program: Program) {
  const id = program.currentVersionId ?? (await store.versions.list(program.id)).at(-1)?.id;
  return id ? store.versions.get(id) : null;
}

/** Where a prompt isn't about the version that is shown: on what the last reply was written, or how far it came. */
async function baseOfLastReply(store: Store, programId: string, kind: PromptKind, history: ReplyMessage[]): Promise<Source | null> {
  if (kind !== 'again' && kind !== 'continue') return null;
  const last = await store.replies.latest(programId);
  if (!last || kind === 'again') return last?.base ?? null;
  const message = history.findLast((one) => one.id === last.messageId);
  return message ? sourceAfter(last.base, textsOf(message)) : last.base;
}

/** What is said again has been answered once; the model isn't told of that. */
function beforeLastPrompt(history: ReplyMessage[]): ReplyMessage[] {
  return history.slice(0, Math.max(0, history.findLastIndex((message) => message.role === 'user')));
}

function textsOf(message: ReplyMessage): string[] {
  return message.parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
}
