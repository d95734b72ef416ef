import type { ReplyChunk, ReplyFailure } from '../model/messages';
import type { Store } from '../store';
import { foldChunks, openTexts } from './fold';

const INTERRUPTED: ReplyFailure = {
  code: 'interrupted',
  message: 'The server was stopped while this was written. What had arrived is kept.',
  retryable: true,
};

/** Ends replies that a server left behind when it was killed: they keep what they had shown and can be continued. */
export async function endInterrupted(store: Store): Promise<void> {
  for (const reply of await store.replies.recoverInterrupted()) {
    const closing: ReplyChunk[] = [
      ...openTexts(reply.chunks).map((id): ReplyChunk => ({ type: 'text-end', id })),
      { type: 'finish', messageMetadata: { state: 'interrupted', failure: INTERRUPTED } },
    ];
    const begun: ReplyChunk[] = reply.chunks.length > 0 ? reply.chunks : [{ type: 'start', messageId: reply.messageId, messageMetadata: { modelId: reply.modelId } }];
    const message = await foldChunks([...begun, ...closing]);
    if (message) await store.messages.add(reply.programId, message);
    await store.replies.append(reply.id, closing);
    await store.replies.finish(reply.id, 'interrupted');
  }
}
