import { z } from 'zod';
import { answering, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import type { CallAnswer } from '@/lib/bridge/messages';
import { runCall } from '@/lib/grant/run-call';
import { getStore } from '@/lib/store';

/** A frame batches the calls of one turn; more than this in one is not an interface at work. */
const MAX_CALLS = 200;

const CALL = z.object({
  id: z.number().int().nonnegative(),
  binding: z.string().min(1).max(100),
  operation: z.string().min(1).max(200),
  args: z.unknown(),
  from: z.string().max(100).optional(),
});
const BATCH = z.object({ programId: z.string().max(64), calls: z.array(CALL).min(1).max(MAX_CALLS) });

/** A batch of calls from a frame; each answer is a line of its own, sent as soon as it is there. */
export const POST = withViewer(async (viewer, request: Request) =>
  answering(async () => {
    const batch = await readBody(request, BATCH);
    const program = found(await (await getStore()).programs.get(batch.programId), 'interface');
    const encoder = new TextEncoder();
    const stream = new ReadableStream<Uint8Array>({
      async start(controller) {
        const write = (answer: CallAnswer) => {
          if (!request.signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(answer)}\n`));
        };
        await Promise.all(batch.calls.map((call) => runCall(viewer, program.id, call, request.signal).then(write)));
        if (!request.signal.aborted) controller.close();
      },
    });
    return new Response(stream, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' } });
  }),
);
