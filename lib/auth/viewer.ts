/** What a person may do in a team; each may do what those behind it may. */
export const ROLES = ['owner', 'admin', 'member', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

/** Who is looking, and at which team's things. */
export type Viewer = { id: string; name: string; team: { id: string; role: Role } };

/** Local mode has one person and one team: the door (door.ts) lets nobody else in. */
export const LOCAL: Viewer = { id: 'local', name: 'You', team: { id: 'local', role: 'owner' } };

/** Authorisation is a wrapper, so that what it wraps receives a known viewer. */
export function withViewer<Args extends unknown[], Result>(
  handler: (viewer: Viewer, ...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return (...args) => handler(LOCAL, ...args);
}
