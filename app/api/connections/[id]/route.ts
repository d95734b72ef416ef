import { z } from 'zod';
import { NOTHING, answering, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getConnections } from '@/lib/connection/connections';
import { KINDS, type KindChange } from '@/lib/connection/kinds';
import { saying } from '../saying';

type Context = { params: Promise<{ id: string }> };

const EFFECTS = z.object({ effects: z.record(z.string().max(300), z.enum(['read', 'write']).nullable()).optional() });

/** Changes what a person chose about a connection. Secrets are encrypted here and never come back to the browser. */
export const PATCH = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => {
    const { id } = await context.params;
    const { added } = getConnections();
    const kind = found(await added.kindOf(id), 'connection');
    const change = await readBody(request, z.intersection(KINDS[kind].change as z.ZodType<KindChange>, EFFECTS));
    found((await saying(added.change(id, change))) || null, 'connection');
    return NOTHING();
  }),
);

/** Forgets a connection and its secrets. */
export const DELETE = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    found(await getConnections().added.remove((await context.params).id), 'connection');
    return NOTHING();
  }),
);
