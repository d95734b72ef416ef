import { withAnyone } from '@/app/api/rules';
import { NOTHING } from '@/app/api/answer';
import { INVITATION_COOKIE } from '@/lib/auth/cookies';
import { readConfig } from '@/lib/config/config';

type Context = { params: Promise<{ token: string }> };

const SECONDS = 3600;

/** Remembers in this browser that somebody holds an invitation, while they make an account by a way that leads elsewhere. Tells nothing of whether there is one. */
export const POST = withAnyone<Context>(async (_request, { params }) => {
  const answer = NOTHING();
  const secure = readConfig().appOrigin.startsWith('https:') ? '; Secure' : '';
  answer.headers.set('set-cookie', `${INVITATION_COOKIE}=${encodeURIComponent((await params).token)}; Path=/api/auth; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax${secure}`);
  return answer;
});
