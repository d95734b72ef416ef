import { NOTHING, found } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getConnections } from '@/lib/connection/connections';
import { saying } from '../../saying';

type Context = { params: Promise<{ id: string }> };

/** Reads an API's specification anew from where it came from. */
export const POST = withViewer<Context>('admin', async (viewer, _request, context) => {
  found((await saying(getConnections(viewer.team.id).added.refresh((await context.params).id))) || null, 'connection');
  return NOTHING();
});
