import type { ReplyChunk } from '../model/messages';

/**
 * A reply's chunks from its log, from the first one, live until it ends. A lost connection is taken up again by the
 * browser at the last chunk it saw (EventSource sends Last-Event-ID), so the reader notices a pause and nothing else.
 */
export function followReply(replyId: string, signal?: AbortSignal): ReadableStream<ReplyChunk> {
  let source: EventSource;
  return new ReadableStream<ReplyChunk>({
    start(controller) {
      source = new EventSource(`/api/replies/${replyId}/stream`);
      const end = () => {
        source.close();
        controller.close();
      };
      source.onmessage = (event: MessageEvent<string>) => {
        for (const chunk of JSON.parse(event.data) as ReplyChunk[]) controller.enqueue(chunk);
      };
      source.addEventListener('end', end, { once: true });
      source.onerror = () => {
        // CONNECTING means the browser is already trying again; CLOSED means the server said no.
        if (source.readyState === EventSource.CLOSED) controller.error(new Error('The reply could not be read. Reload the page to see what was kept.'));
      };
      signal?.addEventListener('abort', end, { once: true });
    },
    cancel() {
      source.close();
    },
  });
}
