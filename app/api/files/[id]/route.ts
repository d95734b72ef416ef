import { NOTHING, found } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getConnections } from '@/lib/connection/connections';

type Context = { params: Promise<{ id: string }> };

export const DELETE = withViewer<Context>('member', async (viewer, _request, context) => {
  found(await getConnections(viewer.team.id).removeFile((await context.params).id), 'file');
  return NOTHING();
});
