import { textOf } from '@/lib/client/reply-transport';
import type { ReplyMessage } from '@/lib/model/messages';

/** A person's words; what the app asked in the person's name is quieter. */
export function PromptMessage({ message }: { message: ReplyMessage }) {
  const text = textOf(message);
  const kind = message.metadata?.kind ?? 'prompt';
  if (kind === 'prompt') return <p className="font-medium text-pretty whitespace-pre-wrap">{text}</p>;
  return (
    <details className="text-sm text-muted-foreground">
      <summary className="cursor-pointer select-none">{kind === 'problem' ? 'Asked for a repair' : 'Asked to go on'}</summary>
      <p className="mt-1 border-l pl-3 break-words whitespace-pre-wrap">{text}</p>
    </details>
  );
}
