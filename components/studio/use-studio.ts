'use client';

import { useChat } from '@ai-sdk/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApprovals } from '@/components/approvals/use-approvals';
import type { Problem } from '@/lib/bridge/messages';
import { type ActiveReply, type PromptKind, type VersionSummary, activeReply, getVersion, listMessages, listVersions, restoreVersion, stopReply } from '@/lib/client/api';
import { DraftReader } from '@/lib/client/draft-reader';
import { onReplyElsewhere } from '@/lib/client/reply-channel';
import { ReplyTransport } from '@/lib/client/reply-transport';
import type { ReplyChunk, ReplyData, ReplyMessage } from '@/lib/model/messages';
import { EMPTY_SOURCE, type Version, sameSource } from '@/lib/program/program';
import { sourceAfter } from '@/lib/reply/source-after';
import { afterNoVersion, type Shown, createShown } from './shown';

export type StudioStart = {
  program: { id: string; title: string };
  versions: VersionSummary[];
  current: Version | null;
  messages: ReplyMessage[];
  /** The reply that is being written: take part in it. */
  active: ActiveReply | null;
  modelId: string;
};

export type Phase = ReplyData['status']['phase'] | 'idle';

/** How often a run-time problem is handed to the model unasked before the person is told instead. */
const MAX_AUTOMATIC_REPAIRS = 3;

/** The studio's state: one conversation, its versions, and what the frame shows. `linksAsk`: changes may be asked for through links. */
export function useStudio(start: StudioStart, linksAsk: boolean) {
  const programId = start.program.id;
  const [versions, setVersions] = useState(start.versions);
  const [current, setCurrent] = useState(start.current);
  const [title, setTitle] = useState(start.program.title);
  const [shown] = useState(() => createShown(firstShown(start)));
  const [phase, setPhase] = useState<Phase>(start.active ? 'waiting' : 'idle');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [modelId, setModelId] = useState(start.modelId);
  const approvals = useApprovals(programId, { lookAtFirst: start.active !== null, linksAsk });
  const { look: lookForApprovals } = approvals;
  const replyId = useRef<string | null>(null);
  const toResume = useRef(start.active);
  const reader = useRef<DraftReader | null>(null);
  const latestModel = useRef(modelId);
  /** What had failed when the reply began: it's said again where the reply changes nothing. */
  const unsolved = useRef<Problem | null>(null);
  useEffect(() => {
    latestModel.current = modelId;
  }, [modelId]);

  const settle = useCallback(async () => {
    const { versions: all, currentVersionId } = await listVersions(programId);
    setVersions(all);
    if (!currentVersionId) return;
    const version = await getVersion(programId, currentVersionId);
    setCurrent(version);
    // What a version did that isn't kept is of no interest any more.
    if (all.at(-1)?.id !== version.id) setProblem(null);
    // The same text needs no new swap: what was typed into it while it was written stays.
    const { source } = shown.get();
    shown.set({ source: sameSource(source, version.source) ? source : version.source, ended: true, versionId: version.id });
  }, [programId, shown]);

  const transport = useMemo(
    () =>
      // oxlint-disable-next-line react/refs -- Read when a prompt is sent, never while drawing.
      new ReplyTransport(programId, {
        modelId: () => latestModel.current,
        replyToResume: () => toResume.current,
        onBegin(reply) {
          replyId.current = reply.replyId;
          reader.current = new DraftReader(reply.base, (source, ended) => {
            // What went wrong in the text before this one is solved or gone, also where it was told only now.
            if (!ended) setProblem(null);
            shown.set({ source, ended, versionId: null });
          });
          setPhase('waiting');
        },
        onChunk(chunk) {
          reader.current?.read(chunk);
          if (chunk.type === 'data-question') lookForApprovals();
          const next = phaseAfter(chunk);
          if (next) setPhase(next);
        },
      }),
    [programId, shown, lookForApprovals],
  );

  const chat = useChat<ReplyMessage>({
    id: programId,
    messages: start.messages,
    transport,
    throttle: 80,
    onFinish: ({ message, isError }) => {
      setPhase('idle');
      replyId.current = null;
      const made = message.parts.find((part) => part.type === 'data-version');
      if (made) {
        if (made.data.title) setTitle(made.data.title);
        void settle();
      } else {
        shown.set(afterNoVersion(shown.get(), current));
        if (!isError) setProblem(unsolved.current);
      }
    },
    onError: () => setPhase('idle'),
  });

  const { resumeStream, sendMessage, setMessages } = chat;
  const join = useCallback(async () => {
    const { reply } = await activeReply(programId);
    const { messages } = await listMessages(programId);
    // Where the reply ended between the two, it's in the list already and will be told again from its log.
    setMessages(reply && messages.at(-1)?.role === 'assistant' ? messages.slice(0, -1) : messages);
    toResume.current = reply;
    await (reply ? resumeStream() : settle());
  }, [programId, resumeStream, setMessages, settle]);
  // From the first paint on: the page comes with the news that a reply is being written, its stream a moment later.
  const [resuming, setResuming] = useState(start.active !== null);
  const busy = resuming || chat.status === 'submitted' || chat.status === 'streaming';
  useEffect(() => {
    if (start.active) void resumeStream().finally(() => setResuming(false));
  }, [resumeStream, start.active]);
  useEffect(() => (busy ? undefined : onReplyElsewhere(programId, () => void join())), [busy, programId, join]);

  const send = useCallback(
    (text: string, kind: PromptKind = 'prompt') => {
      unsolved.current = problem;
      setProblem(null);
      void sendMessage({ text, metadata: { kind } });
    },
    [problem, sendMessage],
  );

  const stop = useCallback(() => {
    if (replyId.current) void stopReply(replyId.current);
  }, []);

  const look = useCallback(
    async (versionId: string) => {
      const version = await getVersion(programId, versionId);
      setProblem(null);
      shown.set({ source: version.source, ended: true, versionId });
    },
    [programId, shown],
  );

  const restore = useCallback(
    async (versionId: string) => {
      const version = await restoreVersion(programId, versionId);
      setProblem(null);
      setCurrent(version);
      setVersions((all) => [...all, version]);
      shown.set({ source: version.source, ended: true, versionId: version.id });
    },
    [programId, shown],
  );

  /** A version came from elsewhere. One that the check found errors in is looked at; the current one stays. */
  const take = useCallback(
    async ({ versionId, good }: { versionId: string; good: boolean }) => {
      await settle();
      if (!good) await look(versionId);
    },
    [look, settle],
  );

  /** Whether asking once more can give something else: the composer would write the same again. */
  const writesAnew = !modelId.startsWith('composer:');

  return {
    /** As it is called now; a name that the person types themselves is the title's own. */
    title,
    messages: chat.messages,
    error: chat.error,
    busy,
    phase: busy ? phase : 'idle',
    versions,
    current,
    shown,
    problem,
    approvals,
    setProblem,
    modelId,
    setModelId,
    send,
    stop,
    look,
    restore,
    take,
    /** Reads anew what is the current version, and shows it. */
    settle,
    /** The version to which undo goes back, if there is one. */
    undoTo: current ? versions.filter((version) => version.ordinal < current.ordinal).at(-1) : undefined,
    writesAnew,
    mayRepairUnasked:
      chat.messages.at(-1)?.metadata?.state === 'done' &&
      repairsSincePrompt(chat.messages) < MAX_AUTOMATIC_REPAIRS &&
      writesAnew,
  };
}

export type Studio = ReturnType<typeof useStudio>;

/** A program without a version yet shows what its last reply had written when it ended. */
function firstShown(start: StudioStart): Shown {
  if (start.current) return { source: start.current.source, ended: true, versionId: start.current.id };
  const last = start.messages.at(-1);
  const ended = last?.metadata?.state === 'done';
  const source = last?.role === 'assistant' && !start.active ? sourceAfter(EMPTY_SOURCE, last.parts.flatMap((part) => (part.type === 'text' ? [part.text] : []))) : EMPTY_SOURCE;
  return { source, ended, versionId: null };
}

function phaseAfter(chunk: ReplyChunk): Phase | null {
  if (chunk.type === 'data-status') return chunk.data.phase;
  if (chunk.type === 'text-start') return 'writing';
  return null;
}

function repairsSincePrompt(messages: ReplyMessage[]): number {
  const prompts = messages.filter((message) => message.role === 'user');
  const last = prompts.findLastIndex((message) => message.metadata?.kind !== 'problem');
  return prompts.length - 1 - last;
}
