import { readUIMessageStream } from 'ai';
import type { ReplyChunk, ReplyMessage } from '../model/messages';

/** The message that a log's chunks add up to, as a reader in the browser folds them; null where nothing was begun. */
export async function foldChunks(chunks: readonly ReplyChunk[]): Promise<ReplyMessage | null> {
  let folded: ReplyMessage | null = null;
  for await (const message of readUIMessageStream<ReplyMessage>({ stream: streamOf(chunks) })) folded = message;
  return folded;
}

/** Ids of text parts that were begun and not ended: what a cut left open. */
export function openTexts(chunks: readonly ReplyChunk[]): string[] {
  const open = new Set<string>();
  for (const chunk of chunks) {
    if (chunk.type === 'text-start') open.add(chunk.id);
    else if (chunk.type === 'text-end') open.delete(chunk.id);
  }
  return [...open];
}

function streamOf(chunks: readonly ReplyChunk[]): ReadableStream<ReplyChunk> {
  return new ReadableStream({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
}
