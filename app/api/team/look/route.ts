import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { demandSession } from '@/lib/auth/session';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

const BODY = z.object({ teamId: z.string().min(1).max(100) });

/** Looks at another of the viewer's teams from now on, in this session. */
export const PUT = withViewer('viewer', async (viewer, request) => {
  const { teamId } = await readBody(request, BODY);
  const session = await demandSession(request.headers);
  const store = await getStore();
  if ((await store.teams.role(teamId, viewer.id)) === null) throw new Refusal(404, 'You are not in that team.');
  await store.people.lookAt(session.id, teamId);
  return NOTHING();
});
