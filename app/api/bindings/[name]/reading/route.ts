import { z } from 'zod';
import { NOTHING, answering, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getConnections } from '@/lib/connection/connections';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ name: string }> };

/** Whether every interface may read a connection without asking first. */
export const PUT = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => {
    const { name } = await context.params;
    found((await getConnections().bindings()).find((binding) => binding.name === name), 'connection');
    const { freely } = await readBody(request, z.object({ freely: z.boolean() }));
    await (await getStore()).grants.setReadFreely(name, freely);
    return NOTHING();
  }),
);
