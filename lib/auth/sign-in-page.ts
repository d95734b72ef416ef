import { readConfig } from '../config/config';
import { sendsMail } from './mail';

/** The ways that there are to sign in, beside a password. */
export function signInWays(): { providers: { id: string; name: string }[]; sendsMail: boolean } {
  return { providers: readConfig().signInProviders.map(({ id, name }) => ({ id, name })), sendsMail: sendsMail() };
}

/** Where to go on after signing in: a path of this app, whatever the address says. */
export function pathWithin(value: unknown): string {
  const { appOrigin } = readConfig();
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, appOrigin)) return '/';
  const url = new URL(value, appOrigin);
  return url.origin === appOrigin && !url.pathname.startsWith('/sign-in') && !url.pathname.startsWith('//') ? url.pathname + url.search : '/';
}
