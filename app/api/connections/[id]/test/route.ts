import { answering, found, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getConnections } from '@/lib/connection/connections';

type Context = { params: Promise<{ id: string }> };

/** Calls one function of an API that reads; answers how it went. */
export const POST = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => json(found(await getConnections().added.test((await context.params).id, request.signal), 'connection'))),
);
