import { withReply } from '@/app/api/rules';
import { getStore } from '@/lib/store';

/** A comment line now and then, so that nothing between here and the reader takes the silence for an end. */
const HEARTBEAT_MS = 15_000;

/** A reply's log as server-sent events, from the event after `Last-Event-ID`, live until the reply ends. */
export const GET = withReply('open', async (reply, request) => {
  const store = await getStore();
  const after = Number(request.headers.get('last-event-id') ?? 0) || 0;
  return new Response(events(store.replies.follow(reply.id, after, request.signal), request.signal), {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
});

function events(log: AsyncIterable<{ seq: number; chunk: unknown }[]>, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async start(controller) {
      const write = (text: string) => !signal.aborted && controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MS);
      try {
        for await (const entries of log) {
          write(`id: ${entries.at(-1)!.seq}\ndata: ${JSON.stringify(entries.map((entry) => entry.chunk))}\n\n`);
        }
        write('event: end\ndata: {}\n\n');
      } catch (error) {
        if (!signal.aborted) console.error(error);
      } finally {
        clearInterval(heartbeat);
        if (!signal.aborted) controller.close();
      }
    },
  });
}
