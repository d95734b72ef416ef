import { z } from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '../program/password';
import { Refusal } from '../program/refusal';
import { type Person, getStore } from '../store';
import { getAuth } from './better-auth';
import { hasAccounts, writeAccounts } from './mode';
import type { Session } from './session';
import { LOCAL } from './viewer';

export const NAME = z.string().trim().min(1, 'It needs a name.').max(80, 'A name has at most 80 characters.');
export const EMAIL = z.email('That is no mail address.').max(200, 'That is no mail address.').transform((email) => email.toLowerCase());
export const PASSWORD = z.string().min(MIN_PASSWORD_LENGTH, `A password has at least ${MIN_PASSWORD_LENGTH} characters.`).max(MAX_PASSWORD_LENGTH, `A password has at most ${MAX_PASSWORD_LENGTH} characters.`);

export type NewPerson = { name: string; email: string; password: string };

/**
 * From local mode to accounts: the one person gets an account, keeps everything, and owns the team. There is no way back.
 * @throws Refusal where there are accounts already
 */
export async function openAccounts({ teamName, ...owner }: NewPerson & { teamName: string }, openSignUp: boolean): Promise<Person> {
  const store = await getStore();
  if (await hasAccounts()) throw new Refusal(409, 'There are accounts here already. Sign in.');
  const person = (await store.people.get(LOCAL.id)) ?? (await makePerson({ ...owner, id: LOCAL.id, isProven: true }));
  await store.teams.rename(LOCAL.team.id, teamName);
  await store.teams.join(LOCAL.team.id, person.id, 'owner');
  // Last: what fails before it is begun anew.
  await writeAccounts({ since: new Date().toISOString(), openSignUp });
  await store.audit.add({ teamId: LOCAL.team.id, personId: person.id, action: 'accounts-opened', subject: teamName });
  return person;
}

/** Makes an account with a password. `isProven`: the address is known to be theirs. @throws Refusal where the address has one */
export async function makePerson({ id, name, email, password, isProven }: NewPerson & { id?: string; isProven: boolean }): Promise<Person> {
  const store = await getStore();
  const { password: hasher, internalAdapter } = await (await getAuth()).$context;
  const hash = await hasher.hash(password);
  if (await store.people.byEmail(email)) throw new Refusal(409, 'That address can’t be used. If you have an account here, sign in first.');
  const made = await internalAdapter.createUser({ ...(id && { id }), name, email, emailVerified: isProven }, { method: 'email-password' });
  await internalAdapter.linkAccount({ userId: made.id, providerId: 'credential', accountId: made.id, password: hash });
  return (await store.people.get(made.id))!;
}

/** Signs somebody in with their password. The answer carries their cookie. @throws Refusal 401 */
export async function signIn(email: string, password: string, headers: Headers): Promise<Headers> {
  const answer = await (await getAuth()).api.signInEmail({ body: { email, password }, headers, asResponse: true });
  if (answer.ok) return cookiesOf(answer);
  throw new Refusal(401, 'That address and password don’t belong together.');
}

/**
 * Gives somebody another password and ends all their other sessions; where they had none (they sign in by mail or elsewhere), one. Gives the cookie of the session that goes on.
 * @throws Refusal 403 where the present one isn't right
 */
export async function changePassword({ person }: Session, { current, next }: { current: string | null; next: string }, teamId: string, headers: Headers): Promise<Headers> {
  const store = await getStore();
  const auth = await getAuth();
  if ((await store.people.signIns(person.id)).includes('credential')) {
    const answer = await auth.api.changePassword({ body: { currentPassword: current ?? '', newPassword: next, revokeOtherSessions: true }, headers, asResponse: true });
    if (!answer.ok) throw new Refusal(403, 'That is not your present password.');
    await store.audit.add({ teamId, personId: person.id, action: 'password-changed' });
    return cookiesOf(answer);
  }
  const { password: hasher, internalAdapter } = await auth.$context;
  await internalAdapter.linkAccount({ userId: person.id, providerId: 'credential', accountId: person.id, password: await hasher.hash(next) });
  await store.audit.add({ teamId, personId: person.id, action: 'password-changed' });
  return new Headers();
}

/** What an answer of better-auth sets as cookies, for an answer of ours. */
export function cookiesOf(answer: Response): Headers {
  const headers = new Headers();
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}
