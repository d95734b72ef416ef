import { z } from 'zod';
import { NOTHING, found, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getConnections } from '@/lib/connection/connections';
import { setUsers } from '@/lib/grant/rules';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ name: string }> };

const USERS = z.object({ role: z.enum(['owner', 'admin', 'member']).nullable(), people: z.array(z.string().min(1).max(100)).max(1_000) });

/** Who of the team may use a connection; null for everybody. */
export const PUT = withViewer<Context>('admin', async (viewer, request, context) => {
  const { name } = await context.params;
  const binding = found((await getConnections(viewer.team.id).bindings()).find((one) => one.name === name), 'connection');
  const { users } = await readBody(request, z.object({ users: USERS.nullable() }));
  const store = await getStore();
  const inTeam = new Set((await store.teams.members(viewer.team.id)).map(({ id }) => id));
  if (users?.people.some((id) => !inTeam.has(id))) throw new Refusal(404, 'Somebody who was named is not in this team any more.');
  if (users && users.role === null && users.people.length === 0) throw new Refusal(400, 'Name somebody, or choose a role.');
  await setUsers(store, viewer, binding, users);
  return NOTHING();
});
