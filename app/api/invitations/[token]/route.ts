import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withAnyone } from '@/app/api/rules';
import { EMAIL, NAME, PASSWORD } from '@/lib/auth/accounts';
import { acceptInvitation, acceptWithNewAccount } from '@/lib/auth/invitations';
import { sessionOf } from '@/lib/auth/session';
import { hasAccounts } from '@/lib/auth/mode';
import { Refusal } from '@/lib/program/refusal';

type Context = { params: Promise<{ token: string }> };

const BODY = z.object({ account: z.object({ name: NAME, email: EMAIL, password: PASSWORD }).optional() });

/** Takes whoever is signed in into the team; or makes the account that is sent along, and signs it in. */
export const POST = withAnyone<Context>(async (request, { params }) => {
  if (!(await hasAccounts())) throw new Refusal(404, 'There is no such invitation.');
  const { token } = await params;
  const { account } = await readBody(request, BODY);
  if (account) return new Response(null, { status: 204, headers: await acceptWithNewAccount(token, account, request.headers) });
  const session = await sessionOf(request.headers);
  if (!session) throw new Refusal(400, 'Sign in first, or make an account.');
  await acceptInvitation(token, session);
  return NOTHING();
});
