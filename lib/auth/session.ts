import type { Person } from '../store';
import { getAuth } from './better-auth';

export type Session = { id: string; person: Pick<Person, 'id' | 'name' | 'email'>; teamId: string | null };

/** Whose session a request's cookie is of. Null where it's of none, or of one that has ended. */
export async function sessionOf(headers: Headers): Promise<Session | null> {
  const auth = await getAuth();
  const found = await auth.api.getSession({ headers });
  if (!found) return null;
  const { session, user } = found as { session: { id: string; teamId?: string | null }; user: { id: string; name: string; email: string } };
  return { id: session.id, person: { id: user.id, name: user.name, email: user.email }, teamId: session.teamId ?? null };
}
