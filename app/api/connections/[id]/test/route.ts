import { found, json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getConnections } from '@/lib/connection/connections';

type Context = { params: Promise<{ id: string }> };

/** Calls one function of an API that reads; answers how it went. */
export const POST = withViewer<Context>('admin', async (viewer, request, context) => json(found(await getConnections(viewer.team.id).added.test((await context.params).id, request.signal), 'connection')));
