/** Who is looking. In local mode that is always the owner: the door (door.ts) lets nobody else in. */
export type Viewer = { kind: 'owner'; id: 'local' };

const OWNER: Viewer = { kind: 'owner', id: 'local' };

/** Authorisation is a wrapper, so that what it wraps receives a known viewer. */
export function withViewer<Args extends unknown[], Result>(
  handler: (viewer: Viewer, ...args: Args) => Promise<Result>,
): (...args: Args) => Promise<Result> {
  return (...args) => handler(OWNER, ...args);
}
