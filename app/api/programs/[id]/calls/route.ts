import { answering, json } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

const LISTED = 200;

/** The newest lines of a program's ledger. */
export const GET = withViewer(async (_viewer, _request: Request, context: Context) =>
  answering(async () => json({ calls: await (await getStore()).ledger.list((await context.params).id, { limit: LISTED }) })),
);
