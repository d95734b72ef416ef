import { z } from 'zod';
import { NOTHING, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { NAME } from '@/lib/auth/accounts';
import { deleteTeam } from '@/lib/auth/removals';
import { demandSession } from '@/lib/auth/session';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

const BODY = z.object({ name: NAME });

/** Makes another team, which the viewer owns, and looks at it. */
export const POST = withViewer('viewer', async (viewer, request) => {
  const { name } = await readBody(request, BODY);
  const session = await demandSession(request.headers);
  const store = await getStore();
  const team = await store.teams.create({ name, ownerId: viewer.id });
  await store.people.lookAt(session.id, team.id);
  await store.audit.add({ teamId: team.id, personId: viewer.id, action: 'team-made', subject: name });
  return json({ id: team.id }, 201);
});

/** Renames the team that is looked at. */
export const PATCH = withViewer('admin', async (viewer, request) => {
  const { name } = await readBody(request, BODY);
  const store = await getStore();
  await store.teams.rename(viewer.team.id, name);
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'team-renamed', subject: name });
  return NOTHING();
});

const DELETE_BODY = z.object({ teamId: z.string().max(64), typed: z.string().max(300) });

/** Deletes the team that the page was showing, which nobody else is in. */
export const DELETE = withViewer('owner', async (viewer, request) => {
  const { teamId, typed } = await readBody(request, DELETE_BODY);
  const session = await demandSession(request.headers);
  if (teamId !== viewer.team.id) throw new Refusal(409, 'You are looking at another team by now. Load this page again.');
  await deleteTeam(session, viewer, typed);
  return NOTHING();
});
