import { answering, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

export const GET = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => json({ messages: await (await getStore()).messages.list((await context.params).id) })),
);
