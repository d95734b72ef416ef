import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import type { NewConnection } from '@/lib/connection/added';
import { getConnections } from '@/lib/connection/connections';
import { KINDS } from '@/lib/connection/kinds';
import { recheckSoon } from '@/lib/conversation/recheck';
import { getStore } from '@/lib/store';
import { saying } from './saying';

/** GitHub's specification has 13 MB, Microsoft Graph's 35. */
const MAX_GIVEN_BYTES = 64 * 1024 * 1024;

/** What is given has `kind` and, beside it, what that kind wants to know. */
const NEW_CONNECTION = z.union(Object.entries(KINDS).map(([kind, { given }]) => z.object({ kind: z.literal(kind) }).and(given)));

/** Connects something of a kind. */
export const POST = withViewer('admin', async (viewer, request) => {
  const connection = (await readBody(request, NEW_CONNECTION, MAX_GIVEN_BYTES)) as NewConnection;
  const added = await saying(getConnections(viewer.team.id).added.add(connection));
  await onRecord(viewer, 'connection-added', (await getConnections(viewer.team.id).added.list()).find(({ id }) => id === added.id)?.title ?? null, { kind: connection.kind });
  // One of a name that was here before may be what a program waits for.
  const record = await (await getStore()).team(viewer.team.id).connections.get(added.id);
  if (record) recheckSoon(viewer.team.id, record.name);
  return json(added, 201);
});
