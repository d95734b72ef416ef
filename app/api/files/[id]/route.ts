import { NOTHING, answering, found } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getConnections } from '@/lib/connection/connections';

type Context = { params: Promise<{ id: string }> };

export const DELETE = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    found(await getConnections().removeFile((await context.params).id), 'file');
    return NOTHING();
  }),
);
