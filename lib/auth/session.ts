import { Refusal } from '../program/refusal';
import type { Person } from '../store';
import { getAuth } from './better-auth';
import { hasAccounts } from './mode';

export type Session = { id: string; person: Pick<Person, 'id' | 'name' | 'email'>; teamId: string | null };

/** Whose session a request's cookie is of. Null where it's of none, or of one that has ended. */
export async function sessionOf(headers: Headers): Promise<Session | null> {
  const auth = await getAuth();
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const { session, user } = found as { session: { id: string; teamId?: string | null }; user: { id: string; name: string; email: string } };
  return { id: session.id, person: { id: user.id, name: user.name, email: user.email }, teamId: session.teamId ?? null };
}

/** The session of a request that needs one. @throws Refusal 409 in local mode, 401 where nobody is signed in */
export async function demandSession(headers: Headers): Promise<Session> {
  if (!(await hasAccounts())) throw new Refusal(409, 'There are no accounts here yet. Open Vitrine to your team first.');
  const session = await sessionOf(headers);
  if (!session) throw new Refusal(401, 'You are not signed in.');
  return session;
}
