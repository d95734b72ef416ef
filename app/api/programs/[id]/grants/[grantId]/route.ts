import { NOTHING, answering, found } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string; grantId: string }> };

/** From the next call on the program asks again. */
export const DELETE = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    const { id, grantId } = await context.params;
    found((await (await getStore()).grants.revoke(id, grantId)) || null, 'grant');
    return NOTHING();
  }),
);
