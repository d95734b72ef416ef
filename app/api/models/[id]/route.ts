import { NOTHING } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { removeModel } from '@/lib/conversation/models';

type Context = { params: Promise<{ id: string }> };

/** Forgets a connected model and its key. */
export const DELETE = withViewer<Context>('admin', async (viewer, _request, context) => {
  await removeModel(viewer.team.id, (await context.params).id);
  return NOTHING();
});
