import { z } from 'zod';
import { NOTHING, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { getConnections } from '@/lib/connection/connections';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ name: string }> };

/** Whether every interface of the team may read a connection without asking first. */
export const PUT = withViewer<Context>('admin', async (viewer, request, context) => {
  const { name } = await context.params;
  const { title } = found((await getConnections(viewer.team.id).bindings()).find((binding) => binding.name === name), 'connection');
  const { freely } = await readBody(request, z.object({ freely: z.boolean() }));
  await (await getStore()).team(viewer.team.id).grants.setReadFreely(name, freely);
  await onRecord(viewer, freely ? 'reading-opened' : 'reading-closed', title);
  return NOTHING();
});
