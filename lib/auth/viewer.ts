/** Who is looking. In local mode that is always the owner: the door (door.ts) lets nobody else in. */
export type Viewer = { kind: 'owner'; id: 'local' };

const OWNER: Viewer = { kind: 'owner', id: 'local' };

/** Authorisation is a wrapper, so that a route's handler receives a known viewer. */
export function withViewer<Args extends unknown[]>(
  handler: (viewer: Viewer, request: Request, ...args: Args) => Promise<Response>,
): (request: Request, ...args: Args) => Promise<Response> {
  return (request, ...args) => handler(OWNER, request, ...args);
}
