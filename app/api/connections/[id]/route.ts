import { z } from 'zod';
import { NOTHING, answering, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getConnections } from '@/lib/connection/connections';
import { saying } from '../saying';

type Context = { params: Promise<{ id: string }> };

const SECRET = z.string().min(1).max(10_000);
const CREDENTIAL = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('token'), value: SECRET }),
  z.object({ kind: z.literal('basic'), user: z.string().max(1_000), password: z.string().max(10_000) }),
  z.object({ kind: z.literal('client'), id: SECRET, secret: SECRET }),
]);
const CHANGE = z.object({
  title: z.string().trim().min(1).max(200).optional(),
  server: z.string().trim().min(1).max(2_000).optional(),
  allowPrivate: z.boolean().optional(),
  credentials: z.record(z.string().max(300), CREDENTIAL.nullable()).optional(),
  effects: z.record(z.string().max(300), z.enum(['read', 'write']).nullable()).optional(),
});

/** Changes what a person chose about an API. Secrets are encrypted here and never come back to the browser. */
export const PATCH = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => {
    const change = await readBody(request, CHANGE);
    found((await saying(getConnections().apis.change((await context.params).id, change))) || null, 'connection');
    return NOTHING();
  }),
);

/** Forgets an API and its secrets. */
export const DELETE = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    found(await getConnections().apis.remove((await context.params).id), 'connection');
    return NOTHING();
  }),
);
