import type { ReplyMessage } from '@/lib/model/messages';

/** Whether the last prompt was answered with words and no version: then what is to be seen is the answer. */
export function isWordsOnly(messages: readonly ReplyMessage[]): boolean {
  const last = messages.at(-1);
  return last?.role === 'assistant' && last.metadata?.state !== 'streaming' && !last.parts.some(({ type }) => type === 'data-version');
}

/** Prompts that the last reply said would work. */
export function offeredIn(messages: readonly ReplyMessage[]): string[] {
  return messages.at(-1)?.parts.flatMap((part) => (part.type === 'data-said' ? part.data.examples : [])) ?? [];
}
