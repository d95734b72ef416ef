import { NOTHING, answering } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { removeModel } from '@/lib/conversation/models';

type Context = { params: Promise<{ id: string }> };

/** Forgets a connected model and its key. */
export const DELETE = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    await removeModel((await context.params).id);
    return NOTHING();
  }),
);
