/** Holds the token of an invitation while somebody makes an account by a way that leads over another site. */
export const INVITATION_COOKIE = 'vitrine.invitation';

/** What better-auth's cookies begin with. */
export const COOKIE_PREFIX = 'vitrine';

/** Whether a request brought a session, of whomever, over or not. */
export function bringsSession(headers: Headers): boolean {
  const name = `${COOKIE_PREFIX}.session_token`;
  return cookieOf(headers, name) !== null || cookieOf(headers, `__Secure-${name}`) !== null;
}

/** The value of a cookie that a request brought; null where there is none. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return decodeURIComponent(value.join('='));
  }
  return null;
}
