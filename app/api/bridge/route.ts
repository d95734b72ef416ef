import { z } from 'zod';
import { readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { openProgram } from '@/lib/auth/who';
import { MAX_CALLS_PER_MESSAGE } from '@/lib/bridge/guards';
import { runCall } from '@/lib/grant/run-call';
import { callStream } from './call-stream';

const CALL = z.object({
  id: z.number().int().nonnegative(),
  binding: z.string().min(1).max(100),
  operation: z.string().min(1).max(200),
  args: z.unknown(),
  from: z.string().max(100).optional(),
});
const BATCH = z.object({ programId: z.string().max(64), versionId: z.string().max(64).nullish(), calls: z.array(CALL).min(1).max(MAX_CALLS_PER_MESSAGE) });

/**
 * A batch of calls from a frame; each answer is a line of its own, sent as soon as it is there. Where a person is asked first,
 * a line says so. 403 where each of them was refused.
 */
export const POST = withViewer('viewer', async (looking, request) => {
  const batch = await readBody(request, BATCH);
  const { viewer, program } = await openProgram(looking, 'open', batch.programId);
  return callStream(request.signal, (write) => {
    const onWait = (id: number) => (write({ id, waits: true }), () => {});
    return Promise.all(batch.calls.map((call) => runCall(viewer, program.id, call, request.signal, { onWait: () => onWait(call.id) }, batch.versionId ?? null).then(write)));
  });
});
