import { z } from 'zod';
import { answering, found, NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

const BREACH = z.object({ message: z.string().min(1).max(500) });

/** The host closed a frame that broke the rules of the bridge: that stands in the ledger beside the program's calls. */
export const POST = withViewer(async (viewer, request: Request, context: Context) =>
  answering(async () => {
    const { message } = await readBody(request, BREACH);
    const store = await getStore();
    const { id } = found(await store.programs.get((await context.params).id), 'interface');
    const line = { programId: id, viewer: viewer.id, binding: 'frame', operation: 'message', effect: 'read', at: new Date().toISOString(), outcome: 'breach', message } as const;
    await store.ledger.add([line]);
    return NOTHING();
  }),
);
