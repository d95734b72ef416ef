import { answering, found, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string; versionId: string }> };

export const GET = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    const { id, versionId } = await context.params;
    const version = found(await (await getStore()).versions.get(versionId), 'version');
    return json(found(version.programId === id ? version : null, 'version'));
  }),
);
