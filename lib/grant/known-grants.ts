import type { BindingUsers, ReadGrant, TeamStore } from '../store';

type Grants = TeamStore['grants'];

/** What may be read of a binding: by every program, or by this one. */
export type Known = { freely: boolean | null; held: ReadGrant[]; users: BindingUsers | null };

/**
 * Grants are looked up once for all calls of a moment. What is taken back in this process counts at once, in another one as
 * soon as its signal comes, and without one within this time.
 */
const KNOWN_MS = 500;

/** By a team's grants. */
const known = new WeakMap<Grants, Map<string, Promise<Known>>>();

/** What a program may read of a binding, not older than KNOWN_MS. */
export function knownGrants(grants: Grants, programId: string, binding: string): Promise<Known> {
  const all = known.get(grants) ?? new Map<string, Promise<Known>>();
  known.set(grants, all);
  const key = `${programId} ${binding}`;
  const before = all.get(key);
  if (before) return before;

  const forget = () => {
    if (all.get(key) === asked) all.delete(key);
    clearTimeout(timer);
    off();
  };
  // Listening begins before the look, so that nothing is missed between the two.
  const off = grants.onChange(programId, binding, forget);
  const timer = setTimeout(forget, KNOWN_MS);
  timer.unref();
  const asked = look(grants, programId, binding);
  all.set(key, asked);
  asked.catch(forget);
  return asked;
}

async function look(grants: Grants, programId: string, binding: string): Promise<Known> {
  const [freely, list, users] = await Promise.all([grants.readFreely(binding), grants.list(programId), grants.users(binding)]);
  return { freely, users, held: list.filter((grant): grant is ReadGrant => grant.effect === 'read' && grant.binding === binding) };
}
