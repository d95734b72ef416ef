import { type Auth, type BetterAuthOptions, betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { magicLink } from 'better-auth/plugins/magic-link';
import { type Config, readConfig } from '../config/config';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../program/password';
import { type Store, getStore } from '../store';
import { ADDRESS_HEADER } from './address';
import { COOKIE_PREFIX, INVITATION_COOKIE, cookieOf } from './cookies';
import { sendMail } from './mail';
import { readAccounts } from './mode';

/** Who comes by once a month stays signed in. */
const SESSION_SECONDS = 30 * 24 * 3600;
const SESSION_RENEWED_SECONDS = 24 * 3600;
/** Long enough to look into one's mail on another device. */
export const LINK_SECONDS = 15 * 60;
/** Tries to sign in from one address. A person who has forgotten which password it was gets by with it. */
const TRIES = { window: 60, max: 10 };
const LINKS = { window: 60, max: 5 };

/** Next bundles each route by itself; the process has one. */
const kept = globalThis as { vitrineAuth?: Promise<Auth> };

/** better-auth over our store. Only accounts mode loads it. */
export function getAuth(): Promise<Auth> {
  return (kept.vitrineAuth ??= open().catch((error: unknown) => {
    delete kept.vitrineAuth;
    throw error;
  }));
}

async function open(): Promise<Auth> {
  const [store, config] = [await getStore(), readConfig()];
  return betterAuth(await optionsFor(store, config)) as unknown as Auth;
}

async function optionsFor(store: Store, config: Config): Promise<BetterAuthOptions> {
  return {
    appName: 'Vitrine',
    baseURL: config.appOrigin,
    basePath: '/api/auth',
    secret: store.secrets.keyFor('sign-in'),
    database: await store.adapter(),
    trustedOrigins: [config.appOrigin],
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: MIN_PASSWORD_LENGTH, maxPasswordLength: MAX_PASSWORD_LENGTH },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: SESSION_RENEWED_SECONDS,
      additionalFields: { teamId: { type: 'string', required: false, input: false } },
    },
    // An account elsewhere is somebody's here only where both sides have seen that the address is theirs.
    account: { accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true }, encryptOAuthTokens: true },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: { '/sign-in/email': TRIES, '/sign-in/magic-link': LINKS, '/magic-link/verify': TRIES, '/sign-in/social': TRIES },
    },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: config.appOrigin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    databaseHooks: {
      user: { create: { before: async (person, context) => void (await demandInvitation(store, person.email, context?.headers)) } },
      session: {
        create: {
          after: async (session) => {
            const [team] = await store.teams.of(session.userId);
            await store.audit.add({ teamId: team?.id ?? null, personId: session.userId, action: 'signed-in' });
          },
        },
      },
    },
    plugins: [
      magicLink({ expiresIn: LINK_SECONDS, storeToken: 'hashed', rateLimit: LINKS, sendMagicLink: ({ email, url }, context) => sendLink(store, email, url, context?.headers) }),
      genericOAuth({
        config: config.signInProviders.map(({ id, issuer, ...provider }) => ({
          ...provider,
          providerId: id,
          ...(issuer && { discoveryUrl: new URL('.well-known/openid-configuration', issuer.endsWith('/') ? issuer : `${issuer}/`).href, requireIdTokenVerification: true }),
          scopes: provider.scopes ?? ['openid', 'email', 'profile'],
        })),
      }),
    ],
  };
}

/** Whether somebody of that address may make an account: by an invitation that they hold, or where sign-up is open to all. */
async function mayJoin(store: Store, email: string, headers: Headers | undefined): Promise<boolean> {
  if ((await readAccounts())?.openSignUp) return true;
  const token = headers && cookieOf(headers, INVITATION_COOKIE);
  const invitation = token ? await store.invitations.find(token) : null;
  return invitation !== null && (invitation.email === null || invitation.email === email.toLowerCase());
}

/** What is made by our own routes has no request of better-auth's and was looked at before. */
async function demandInvitation(store: Store, email: string, headers: Headers | undefined): Promise<void> {
  if (headers && !(await mayJoin(store, email, headers))) {
    throw new APIError('FORBIDDEN', { code: 'invitation_needed', message: 'An account here needs an invitation.' });
  }
}

/** Whoever asks hears the same, and as fast, whether there is somebody of that address or not. */
function sendLink(store: Store, email: string, url: string, headers: Headers | undefined): void {
  const send = async () => {
    if ((await store.people.byEmail(email)) === null && !(await mayJoin(store, email, headers))) return;
    await sendMail({
      to: email,
      subject: 'Your link to sign in to Vitrine',
      text: `Open this link to sign in. It works once, within ${LINK_SECONDS / 60} minutes.`,
      link: pageOf(url),
      closing: 'If you didn’t ask for it, somebody mistyped their address. Nothing happens unless the link is opened.',
    });
  };
  void send().catch((error: unknown) => console.error(error));
}

/** Programs that look into mail open every link; so it leads to a page with a button. */
function pageOf(url: string): string {
  const { origin, searchParams } = new URL(url);
  return `${origin}/sign-in/link?${new URLSearchParams({ token: searchParams.get('token') ?? '', to: searchParams.get('callbackURL') ?? '/' })}`;
}
