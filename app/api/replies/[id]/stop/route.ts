import { NOTHING, answering } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

/** Stops the writing of a reply, whoever reads it and wherever it is written. Closing a page doesn't. */
export const POST = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    const store = await getStore();
    await store.replies.requestStop((await context.params).id);
    return NOTHING();
  }),
);
