import { NOTHING, answering, found } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getConnections } from '@/lib/connection/connections';
import { saying } from '../../saying';

type Context = { params: Promise<{ id: string }> };

/** Reads an API's specification anew from where it came from. */
export const POST = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    found((await saying(getConnections().added.refresh((await context.params).id))) || null, 'connection');
    return NOTHING();
  }),
);
