/** What of better-auth people need by themselves: signing in and out. Everything else it could do is a route of ours, or nobody's. */
import { withAnyone } from '@/app/api/rules';
import { getAuth } from '@/lib/auth/better-auth';
import { hasAccounts } from '@/lib/auth/mode';
import { Refusal } from '@/lib/program/refusal';

const OPEN: Record<'GET' | 'POST', RegExp> = {
  GET: /^\/api\/auth\/(magic-link\/verify|(oauth2\/)?callback\/[\w-]+)$/,
  POST: /^\/api\/auth\/(sign-in\/(email|magic-link|social|oauth2)|sign-out|callback\/[\w-]+)$/,
};

function handlerOf(method: 'GET' | 'POST') {
  return withAnyone(async (request) => {
    const { pathname } = new URL(request.url);
    if (!OPEN[method].test(pathname) || !(await hasAccounts())) throw new Refusal(404, 'There is nothing at this address.');
    return (await getAuth()).handler(request);
  });
}

export const GET = handlerOf('GET');
export const POST = handlerOf('POST');
