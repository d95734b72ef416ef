import type { Role } from '../program/role';
import type { Store } from '../store';
import { makePerson, openAccounts, signIn } from './accounts';

const PASSWORD = 'a long password';
const emailOf = (name: string) => `${name.toLowerCase()}@example.com`;

/** Where somebody is: in the local team with a role, in a team of their own, or in none. */
export type Place = Role | 'elsewhere' | 'nowhere';

/** Tests only: opens accounts with these people, who are all signed in. The first is the owner, to whom what is there belongs. */
export async function makePeople<Name extends string>(store: Store, places: Record<Name, Place>): Promise<Record<Name, { id: string; cookie: string }>> {
  const people = {} as Record<Name, { id: string; cookie: string }>;
  for (const [name, place] of Object.entries(places) as [Name, Place][]) {
    const person = { name, email: emailOf(name), password: PASSWORD };
    const { id } = place === 'owner' ? await openAccounts({ ...person, teamName: 'Town' }, false) : await makePerson({ ...person, isProven: false });
    if (place === 'elsewhere') await store.teams.create({ name: 'Elsewhere', ownerId: id });
    else if (place !== 'owner' && place !== 'nowhere') await store.teams.join('local', id, place);
    people[name] = { id, cookie: await cookieOf(name) };
  }
  return people;
}

/** Tests only: signs one of them in once more. */
export async function cookieOf(name: string): Promise<string> {
  const set = await signIn(emailOf(name), PASSWORD, new Headers());
  return set.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}
