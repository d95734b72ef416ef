import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import type { Viewer } from '@/lib/auth/viewer';
import { Refusal } from '@/lib/program/refusal';
import { ROLES, type Role } from '@/lib/program/role';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ personId: string }> };

const BODY = z.object({ role: z.enum(ROLES) });

/** Gives a member another role. Owners are made and unmade by owners. */
export const PATCH = withViewer<Context>('admin', async (viewer, request, { params }) => {
  const { personId } = await params;
  const { role } = await readBody(request, BODY);
  const store = await getStore();
  const before = await roleOf(viewer, personId, [role]);
  await store.teams.setRole(viewer.team.id, personId, role);
  const { [personId]: name } = await store.people.names([personId]);
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'role-changed', aboutId: personId, subject: name ?? null, detail: { from: before, to: role } });
  return NOTHING();
});

/** Takes somebody out of the team. What they made stays with it. */
export const DELETE = withViewer<Context>('admin', async (viewer, _request, { params }) => {
  const { personId } = await params;
  const store = await getStore();
  const role = await roleOf(viewer, personId);
  await store.teams.leave(viewer.team.id, personId);
  const { [personId]: name } = await store.people.names([personId]);
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'removed', aboutId: personId, subject: name ?? null, detail: { role } });
  return NOTHING();
});

/** @throws Refusal where they aren't in the team, or only an owner may do that */
async function roleOf(viewer: Viewer, personId: string, others: readonly Role[] = []): Promise<Role> {
  const role = await (await getStore()).teams.role(viewer.team.id, personId);
  if (!role) throw new Refusal(404, 'They are not in this team any more.');
  if (viewer.team.role !== 'owner' && [role, ...others].includes('owner')) throw new Refusal(403, 'Only an owner of this team may do that.');
  return role;
}
