import type { BindingUsers } from '@/lib/client/rules';
import type { Role } from '@/lib/program/role';

const ROLES: Record<Role, string> = { owner: 'owners', admin: 'admins and owners', member: 'members, admins and owners', viewer: 'everybody' };

/** `Only admins and owners, Ann` */
export function usersInWords(users: BindingUsers | null, members: readonly { id: string; name: string }[]): string {
  if (users === null) return 'Everybody in the team';
  const names = users.people.flatMap((id) => members.find((member) => member.id === id)?.name ?? []);
  const all = [...(users.role === null ? [] : [ROLES[users.role]]), ...names];
  return all.length > 0 ? `Only ${all.join(', ')}` : 'Nobody who is in the team now';
}
