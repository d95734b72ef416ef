import { NOTHING, found } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { getConnections } from '@/lib/connection/connections';
import { recheckSoon } from '@/lib/conversation/recheck';

type Context = { params: Promise<{ id: string }> };

export const DELETE = withViewer<Context>('member', async (viewer, _request, context) => {
  const file = found(await getConnections(viewer.team.id).removeFile((await context.params).id), 'file');
  await onRecord(viewer, 'file-removed', file.name);
  recheckSoon(viewer.team.id, 'files');
  return NOTHING();
});
