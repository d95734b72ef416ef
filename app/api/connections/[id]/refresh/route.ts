import { NOTHING, found } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getConnections } from '@/lib/connection/connections';
import { recheckSoon } from '@/lib/conversation/recheck';
import { getStore } from '@/lib/store';
import { saying } from '../../saying';

type Context = { params: Promise<{ id: string }> };

/** Reads an API's specification anew from where it came from. */
export const POST = withViewer<Context>('admin', async (viewer, _request, context) => {
  const { id } = await context.params;
  found((await saying(getConnections(viewer.team.id).added.refresh(id))) || null, 'connection');
  const record = await (await getStore()).team(viewer.team.id).connections.get(id);
  if (record) recheckSoon(viewer.team.id, record.name);
  return NOTHING();
});
