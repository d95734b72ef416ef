import { NOTHING } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { removeModel, savedModels } from '@/lib/conversation/models';

type Context = { params: Promise<{ id: string }> };

/** Forgets a connected model and its key. */
export const DELETE = withViewer<Context>('admin', async (viewer, _request, context) => {
  const { id } = await context.params;
  const model = (await savedModels(viewer.team.id)).find((one) => one.id === id);
  await removeModel(viewer.team.id, id);
  if (model) await onRecord(viewer, 'model-removed', model.model);
  return NOTHING();
});
