import { NOTHING, found } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

export const DELETE = withViewer<Context>('admin', async (viewer, _request, { params }) => {
  const store = await getStore();
  const revoked = found(await store.invitations.revoke(viewer.team.id, (await params).id), 'invitation');
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'invitation-revoked', subject: revoked.email ?? 'whoever has the link' });
  return NOTHING();
});
