import { z } from 'zod';
import { readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { PASSWORD, changePassword } from '@/lib/auth/accounts';
import { demandSession } from '@/lib/auth/session';

const BODY = z.object({ current: z.string().max(200).nullable().default(null), next: PASSWORD });

/** Sets another password, and ends every other session. The answer carries this one's cookie. */
export const PUT = withViewer('viewer', async (viewer, request) => {
  const { current, next } = await readBody(request, BODY);
  const session = await demandSession(request.headers);
  return new Response(null, { status: 204, headers: await changePassword(session, { current, next }, viewer.team.id, request.headers) });
});
