import { z } from 'zod';
import { NOTHING, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { deleteAccount, previewOfAccount } from '@/lib/auth/removals';
import { demandSession } from '@/lib/auth/session';

/** What would be deleted with the viewer's account. */
export const GET = withViewer('viewer', async (_viewer, request) => json(await previewOfAccount(await demandSession(request.headers))));

const BODY = z.object({ typed: z.string().max(300) });

/** Deletes the viewer's account and everything of theirs. */
export const DELETE = withViewer('viewer', async (_viewer, request) => {
  const { typed } = await readBody(request, BODY);
  await deleteAccount(await demandSession(request.headers), typed);
  return NOTHING();
});
