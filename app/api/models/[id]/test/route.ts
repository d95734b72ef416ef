import { json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { tryModel } from '@/lib/conversation/try-model';
import { savedChoiceId } from '@/lib/model/saved';

type Context = { params: Promise<{ id: string }> };

/** Asks a connected model for one word; answers how it went. */
export const POST = withViewer<Context>('admin', async (viewer, request, context) => json(await tryModel(viewer.team.id, savedChoiceId((await context.params).id), request.signal)));
