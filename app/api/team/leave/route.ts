import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { demandSession } from '@/lib/auth/session';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

/** The team that the page was showing: another tab may look at another one meanwhile. */
const BODY = z.object({ teamId: z.string() });

/** Leaves the team that is looked at. What was made in it stays with it. */
export const POST = withViewer('viewer', async (viewer, request) => {
  const { teamId } = await readBody(request, BODY);
  await demandSession(request.headers);
  if (teamId !== viewer.team.id) throw new Refusal(409, 'You are looking at another team by now. Load this page again.');
  const store = await getStore();
  await store.teams.leave(viewer.team.id, viewer.id);
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'left', aboutId: viewer.id, subject: viewer.name });
  return NOTHING();
});
