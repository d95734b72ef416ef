import { z } from 'zod';
import { NOTHING, answering, found, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

const CHANGE = z.object({ title: z.string().trim().min(1).max(120) });

export const PATCH = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => {
    const { title } = await readBody(request, CHANGE);
    const store = await getStore();
    const program = found(await store.programs.get((await context.params).id), 'interface');
    await store.programs.rename(program.id, title);
    return json({ title });
  }),
);

export const DELETE = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    const store = await getStore();
    const { id } = await context.params;
    const reply = await store.replies.active(id);
    if (reply) await store.replies.requestStop(reply.id);
    await store.programs.remove(id);
    return NOTHING();
  }),
);
