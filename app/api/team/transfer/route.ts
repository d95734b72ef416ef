import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { demandSession } from '@/lib/auth/session';
import { getStore } from '@/lib/store';

const BODY = z.object({ to: z.string().min(1).max(100) });

/** Makes somebody else the owner of the team; who was it is an admin from then on. */
export const POST = withViewer('owner', async (viewer, request) => {
  const { to } = await readBody(request, BODY);
  await demandSession(request.headers);
  const store = await getStore();
  await store.teams.transfer(viewer.team.id, viewer.id, to);
  const { [to]: name } = await store.people.names([to]);
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'ownership-transferred', aboutId: to, subject: name ?? null });
  return NOTHING();
});
