'use client';

import { useLeave } from '@/components/shell/leave';
import type { ReplyMessage } from '@/lib/model/messages';
import { covers } from '@/lib/program/leaves';
import { PromptMessage } from './prompt-message';
import { ReplyMessageView } from './reply-message';
import { useStickToEnd } from './use-stick-to-end';

export type ConversationProps = {
  messages: ReplyMessage[];
  busy: boolean;
  error: Error | undefined;
  onRetry(): void;
  onContinue(): void;
  onSend(prompt: string): void;
};

/** The margin note beside the interface: prompts, and what was said and done about them. */
export function Conversation({ messages, busy, error, onRetry, onContinue, onSend }: ConversationProps) {
  const { box, content } = useStickToEnd<HTMLDivElement, HTMLDivElement>();
  const count = messages.length;
  const mayChange = covers(useLeave(), 'change');

  return (
    <div ref={box} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
      <div ref={content} className="p-4">
        <ol className="flex flex-col gap-6" aria-label="Conversation">
          {messages.map((message, index) => (
            <li key={message.id}>
              {message.role === 'user' ? (
                <PromptMessage message={message} />
              ) : (
                <ReplyMessageView
                  message={message}
                  streaming={busy && index === count - 1}
                  last={index === count - 1 && !busy && mayChange}
                  onRetry={onRetry}
                  onContinue={onContinue}
                  onSend={onSend}
                  onAgain={() => onSend(saidAgain(messages.slice(0, index)))}
                />
              )}
            </li>
          ))}
        </ol>
        {busy && messages.at(-1)?.role === 'user' && <p className="mt-6 text-sm text-muted-foreground">Waiting for the model…</p>}
        {error && !busy && (
          <p role="alert" className="mt-6 rounded-md border border-destructive/30 bg-destructive/5 p-3 text-sm">
            {error.message}
          </p>
        )}
      </div>
    </div>
  );
}

/** The last prompt, to be read once more from nothing where it was the first. */
function saidAgain(before: ReplyMessage[]): string {
  const prompts = before.filter((message) => message.role === 'user');
  const text = prompts.at(-1)?.parts.map((part) => (part.type === 'text' ? part.text : '')).join('\n') ?? '';
  return prompts.length === 1 ? `start over: ${text}` : text;
}
