import { answering, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { activeReply } from '@/lib/conversation/active-reply';

type Context = { params: Promise<{ id: string }> };

/** The reply being written right now, and the Source it is written on top of. */
export const GET = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => json({ reply: await activeReply((await context.params).id) })),
);
