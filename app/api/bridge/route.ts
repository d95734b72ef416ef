import { z } from 'zod';
import { readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { openProgram } from '@/lib/auth/who';
import { MAX_CALLS_PER_MESSAGE } from '@/lib/bridge/guards';
import type { CallLine } from '@/lib/bridge/messages';
import { runCall } from '@/lib/grant/run-call';

const CALL = z.object({
  id: z.number().int().nonnegative(),
  binding: z.string().min(1).max(100),
  operation: z.string().min(1).max(200),
  args: z.unknown(),
  from: z.string().max(100).optional(),
});
const BATCH = z.object({ programId: z.string().max(64), versionId: z.string().max(64).nullish(), calls: z.array(CALL).min(1).max(MAX_CALLS_PER_MESSAGE) });

/** Whoever sits between may close a stream in which nothing comes. */
const SIGN_OF_LIFE_MS = 15_000;

/**
 * A batch of calls from a frame; each answer is a line of its own, sent as soon as it is there. Where a person is asked first,
 * a line says so.
 */
export const POST = withViewer('viewer', async (looking, request) => {
  const batch = await readBody(request, BATCH);
  const { viewer, program } = await openProgram(looking, 'open', batch.programId);
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (!request.signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const write = (line: CallLine) => send(`${JSON.stringify(line)}\n`);
      const signOfLife = setInterval(() => send('\n'), SIGN_OF_LIFE_MS);
      const onWait = (id: number) => (write({ id, waits: true }), () => {});
      await Promise.all(batch.calls.map((call) => runCall(viewer, program.id, call, request.signal, { onWait: () => onWait(call.id) }, batch.versionId ?? null).then(write)));
      clearInterval(signOfLife);
      if (!request.signal.aborted) controller.close();
    },
  });
  return new Response(stream, { headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' } });
});
