import { LOCAL, type Viewer } from '../auth/viewer';
import type { Binding } from '../binding/binding';
import { getConnections } from '../connection/connections';
import { CallError } from '../connector/contract';
import { type Role, isAtLeast } from '../program/role';
import { type BindingUsers, getStore } from '../store';

/** Somebody as the rules about connections see them. */
type Person = { id: string; role: Role };

/** Whether a person may use a connection. Null: everybody may. Whom an admin named may, and who has the role; nobody else, admins neither. */
export function isAmong(users: BindingUsers | null, { id, role }: Person): boolean {
  if (users === null) return true;
  return users.people.includes(id) || (users.role !== null && isAtLeast(role, users.role));
}

/**
 * Who counts where a viewer uses something: for a link or a token whoever made it, since through it nobody gets at more than they may. Null
 * where that one isn't in the team any more.
 */
async function personOf({ id, team, madeBy }: Viewer): Promise<Person | null> {
  if (madeBy === undefined) return { id, role: team.role };
  if (madeBy === LOCAL.id && (await (await getStore()).people.get(LOCAL.id)) === null) return { id: madeBy, role: LOCAL.team.role };
  const role = await (await getStore()).teams.role(team.id, madeBy);
  return role && { id: madeBy, role };
}

/** Whether a viewer may use a connection of their team. */
export async function mayUse(viewer: Viewer, users: BindingUsers | null): Promise<boolean> {
  if (users === null) return true;
  const person = await personOf(viewer);
  return person !== null && isAmong(users, person);
}

/** Those connections of the viewer's team that they may use: of others they are told nothing. */
export async function bindingsFor(viewer: Viewer): Promise<Binding[]> {
  const [bindings, users] = await Promise.all([getConnections(viewer.team.id).bindings(), (await getStore()).team(viewer.team.id).grants.allUsers()]);
  const may = await Promise.all(bindings.map(({ name }) => mayUse(viewer, users[name] ?? null)));
  return bindings.filter((_, index) => may[index]);
}

export function notYours(binding: string): CallError {
  return new CallError({ code: 'not-allowed', message: `An admin of your team said who may use ${binding}, and you aren’t among them.`, hint: 'Ask an admin of the team.', retryable: false });
}
