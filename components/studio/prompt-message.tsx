import { textOf } from '@/lib/client/reply-transport';
import type { ReplyMessage } from '@/lib/model/messages';

const IN_WORDS = { problem: 'Asked for a repair', continue: 'Asked to go on', again: 'Asked once more', repair: 'Asked for a repair after its data changed' } as const;

/** A person's words; what the app asked in the person's name is quieter. */
export function PromptMessage({ message }: { message: ReplyMessage }) {
  const text = textOf(message);
  const kind = message.metadata?.kind ?? 'prompt';
  if (kind === 'prompt') return <p className="font-medium text-pretty whitespace-pre-wrap">{text}</p>;
  return (
    <details className="text-sm text-muted-foreground">
      <summary className="cursor-pointer select-none">{IN_WORDS[kind]}</summary>
      <p className="mt-1 border-l pl-3 break-words whitespace-pre-wrap">{text}</p>
    </details>
  );
}
