import { NOTHING, found } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { demandSession } from '@/lib/auth/session';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

/** Ends one of the viewer's own sessions. */
export const DELETE = withViewer<Context>('viewer', async (_viewer, request, { params }) => {
  const { person } = await demandSession(request.headers);
  found((await (await getStore()).people.endSession(person.id, (await params).id)) || null, 'session');
  return NOTHING();
});
