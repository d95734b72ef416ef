import { answering, found, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { restoreVersion } from '@/lib/conversation/restore-version';

type Context = { params: Promise<{ id: string; versionId: string }> };

export const POST = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    const { id, versionId } = await context.params;
    return json(found(await restoreVersion(id, versionId), 'version'), 201);
  }),
);
