import type { ChatTransport } from 'ai';
import type { ReplyChunk, ReplyMessage } from '../model/messages';
import { type ActiveReply, startReply } from './api';
import { followReply } from './follow-reply';
import { announceReply } from './reply-channel';

export type ReplyEvents = {
  /** A reply begins (or is found being written): what it is written on top of. */
  onBegin(reply: ActiveReply): void;
  /** Every chunk, before the conversation folds it: the frame must not wait for the conversation to be drawn. */
  onChunk(chunk: ReplyChunk): void;
  modelId(): string;
  /** The reply to take part in where the reading begins anew; it may have ended meanwhile, its log is still there. */
  replyToResume(): ActiveReply | null;
};

/**
 * How `useChat` speaks to us: the server keeps the conversation, so only the new prompt goes out, and the reply is read
 * from its log. Aborting the reading doesn't stop the writing; that is `stopReply`.
 */
export class ReplyTransport implements ChatTransport<ReplyMessage> {
  readonly resumeStreamIsReplay = true;
  readonly #programId: string;
  readonly #events: ReplyEvents;

  constructor(programId: string, events: ReplyEvents) {
    this.#programId = programId;
    this.#events = events;
  }

  async sendMessages({ messages, abortSignal }: Parameters<ChatTransport<ReplyMessage>['sendMessages']>[0]) {
    const prompt = messages.at(-1)!;
    const started = await startReply({
      programId: this.#programId,
      text: textOf(prompt),
      kind: prompt.metadata?.kind ?? 'prompt',
      modelId: this.#events.modelId(),
    });
    announceReply(this.#programId);
    return this.#follow(started, abortSignal);
  }

  async reconnectToStream({ abortSignal }: { abortSignal?: AbortSignal }) {
    const reply = this.#events.replyToResume();
    return reply && this.#follow(reply, abortSignal);
  }

  #follow(reply: ActiveReply, signal?: AbortSignal): ReadableStream<ReplyChunk> {
    this.#events.onBegin(reply);
    const tap = new TransformStream<ReplyChunk, ReplyChunk>({
      transform: (chunk, controller) => {
        this.#events.onChunk(chunk);
        controller.enqueue(chunk);
      },
    });
    return followReply(reply.replyId, signal).pipeThrough(tap);
  }
}

/** The words of a message, without its other parts. */
export function textOf(message: ReplyMessage): string {
  return message.parts.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
