import type { Viewer } from '../auth/viewer';
import { isAtLeast } from '../program/role';
import { type BindingUsers, type Store, type TeamStore, getStore } from '../store';

const WRITES_KEY = 'rules.writes';

/** What a team's admins decided about everybody's interfaces. */
export type TeamRules = {
  /** What changes something outside is allowed by an admin, and by nobody else. */
  writesNeedAdmin: boolean;
  /** By a binding's name, where not everybody may use it. */
  users: Record<string, BindingUsers>;
};

export async function readRules({ settings, grants }: Pick<TeamStore, 'settings' | 'grants'>): Promise<TeamRules> {
  const [writes, users] = await Promise.all([settings.get<string>(WRITES_KEY), grants.allUsers()]);
  return { writesNeedAdmin: writes === 'admin', users };
}

/** Whether this viewer's yes to a write isn't enough. */
export async function needsAdmin(viewer: Viewer): Promise<boolean> {
  if (isAtLeast(viewer.team.role, 'admin')) return false;
  return writesNeedAdmin(viewer.team.id);
}

export async function writesNeedAdmin(teamId: string): Promise<boolean> {
  return (await (await getStore()).team(teamId).settings.get<string>(WRITES_KEY)) === 'admin';
}

/**
 * From now on admins allow what changes something outside, or members again. What was granted before was granted by anybody, so it's taken back.
 * Gives how many grants that were.
 */
export async function setWritesNeedAdmin(viewer: Viewer, value: boolean): Promise<number> {
  const store = await getStore();
  const { settings, grants } = store.team(viewer.team.id);
  await settings.set(WRITES_KEY, value ? 'admin' : 'member');
  const gone = value ? await grants.revokeWrites() : 0;
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'policy-changed', subject: 'Changes outside', detail: { allowedBy: value ? 'admins' : 'members', grantsTakenBack: gone } });
  return gone;
}

/** Who may use a connection from now on; null for everybody. Calls under way of others end. */
export async function setUsers(store: Store, viewer: Viewer, binding: { name: string; title: string }, users: BindingUsers | null): Promise<void> {
  await store.team(viewer.team.id).grants.setUsers(binding.name, users);
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'policy-changed', subject: binding.title, detail: { usedBy: users === null ? 'everybody' : { role: users.role, people: users.people.length } } });
}
