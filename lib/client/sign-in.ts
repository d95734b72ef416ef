import { ApiError, send } from './api';

export type Account = { name: string; email: string; password: string };

/** Signs in; the answer sets the cookie. @throws ApiError in words for who is signing in */
export async function signIn(email: string, password: string): Promise<void> {
  await auth('sign-in/email', { email, password });
}

/** Has a link sent to an address. Answers the same whether there is somebody of that address. `to`: a path of the app to go on to. */
export async function askForLink(email: string, to: string): Promise<void> {
  await auth('sign-in/magic-link', { email, callbackURL: to });
}

/** Where to go to sign in with an account elsewhere. */
export async function addressOfProvider(providerId: string, to: string): Promise<string> {
  return (await auth<{ url: string }>('sign-in/oauth2', { providerId, callbackURL: to, errorCallbackURL: '/sign-in?failed=provider' })).url;
}

/** Opens the house to a team, and signs its owner in. */
export function openToTeam(opening: Account & { teamName: string }): Promise<void> {
  return send('POST', '/api/accounts', opening);
}

/** Takes whoever is signed in into the team of an invitation; with `account` it is made first. */
export function join(token: string, account?: Account): Promise<void> {
  return send('POST', `/api/invitations/${token}`, { account });
}

/** Remembers the invitation in this browser while an account is made elsewhere. */
export function holdInvitation(token: string): Promise<void> {
  return send('POST', `/api/invitations/${token}/hold`, {});
}

async function auth<T = unknown>(path: string, body: unknown): Promise<T> {
  try {
    return await send<T>('POST', `/api/auth/${path}`, body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new ApiError(WORDS[error.status] ?? error.message, error.status);
  }
}

/** better-auth speaks to programmers. */
const WORDS: Record<number, string> = {
  400: 'That is no mail address.',
  401: 'That address and password don’t belong together.',
  403: 'An account here needs an invitation.',
  429: 'Too many tries. Wait a minute, then try again.',
};
