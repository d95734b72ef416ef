import { answering, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { tryModel } from '@/lib/conversation/try-model';
import { savedChoiceId } from '@/lib/model/saved';

type Context = { params: Promise<{ id: string }> };

/** Asks a connected model for one word; answers how it went. */
export const POST = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => json(await tryModel(savedChoiceId((await context.params).id), request.signal))),
);
