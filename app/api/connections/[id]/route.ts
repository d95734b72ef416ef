import { z } from 'zod';
import { NOTHING, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { getConnections } from '@/lib/connection/connections';
import { KINDS, type KindChange } from '@/lib/connection/kinds';
import { recheckSoon } from '@/lib/conversation/recheck';
import { getStore } from '@/lib/store';
import { saying } from '../saying';

type Context = { params: Promise<{ id: string }> };

const EFFECTS = z.object({ effects: z.record(z.string().max(300), z.enum(['read', 'write']).nullable()).optional() });

/** Changes what a person chose about a connection. Secrets are encrypted here and never come back to the browser. */
export const PATCH = withViewer<Context>('admin', async (viewer, request, context) => {
  const { id } = await context.params;
  const { added } = getConnections(viewer.team.id);
  const kind = found(await added.kindOf(id), 'connection');
  const change = await readBody(request, z.intersection(KINDS[kind].change as z.ZodType<KindChange>, EFFECTS));
  found((await saying(added.change(id, change))) || null, 'connection');
  const title = (await added.list()).find((one) => one.id === id)?.title ?? null;
  await onRecord(viewer, 'connection-changed', title, { fields: Object.keys(change) });
  const record = await (await getStore()).team(viewer.team.id).connections.get(id);
  if (record) recheckSoon(viewer.team.id, record.name);
  return NOTHING();
});

/** Forgets a connection and its secrets. */
export const DELETE = withViewer<Context>('admin', async (viewer, _request, context) => {
  const { added } = getConnections(viewer.team.id);
  const { id } = await context.params;
  const title = (await added.list()).find((one) => one.id === id)?.title ?? null;
  const { name } = found(await added.remove(id), 'connection');
  await onRecord(viewer, 'connection-removed', title);
  recheckSoon(viewer.team.id, name);
  return NOTHING();
});
