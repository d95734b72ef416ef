import { answering, found, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

export const GET = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => {
    const store = await getStore();
    const program = found(await store.programs.get((await context.params).id), 'interface');
    return json({ versions: await store.versions.list(program.id), currentVersionId: program.currentVersionId });
  }),
);
