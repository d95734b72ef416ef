import { NOTHING } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { demandSession } from '@/lib/auth/session';
import { getStore } from '@/lib/store';

/** Signs the viewer out everywhere, here too. */
export const DELETE = withViewer('viewer', async (viewer, request) => {
  const { person } = await demandSession(request.headers);
  const store = await getStore();
  await store.people.signOutEverywhere(person.id);
  await store.audit.add({ teamId: viewer.team.id, personId: person.id, action: 'signed-out-everywhere' });
  return NOTHING();
});
