import { z } from 'zod';
import { readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { EMAIL, NAME, PASSWORD, openAccounts, signIn } from '@/lib/auth/accounts';

const BODY = z.object({ name: NAME, email: EMAIL, password: PASSWORD, teamName: NAME, openSignUp: z.boolean().default(false) });

/** Opens the house to a team: whoever is here becomes its owner, with an account, and is signed in by the answer. */
export const POST = withViewer('owner', async (_viewer, request) => {
  const { openSignUp, ...owner } = await readBody(request, BODY);
  await openAccounts(owner, openSignUp);
  return new Response(null, { status: 204, headers: await signIn(owner.email, owner.password, request.headers) });
});
