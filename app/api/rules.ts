/**
 * Who may call a route. Every route is made by one of these functions, whose first argument is its rule, so that none can be
 * written without one; `rules.test.ts` tries each of them with each role.
 */
import { answering, found } from '@/app/api/answer';
import type { ProgramLeave } from '@/lib/program/leaves';
import type { Viewer } from '@/lib/auth/viewer';
import { demandRole, openProgram, viewerOf } from '@/lib/auth/who';
import type { Program } from '@/lib/program/program';
import { Refusal } from '@/lib/program/refusal';
import type { Role } from '@/lib/program/role';
import { type Reply, getStore } from '@/lib/store';

/** `anyone`: no account is needed. A role: in the team that is looked at. Else what is done with the program or the reply of the address. */
export type Rule = 'anyone' | Role | `program: ${ProgramLeave}` | `reply: ${ProgramLeave}`;

type Params<K extends string> = { params: Promise<Record<K, string>> };
type Handled<Args extends unknown[]> = ((...args: Args) => Promise<Response>) & { rule: Rule };

function ruled<Args extends unknown[]>(rule: Rule, handle: (...args: Args) => Promise<Response>): Handled<Args> {
  return Object.assign((...args: Args) => answering(() => handle(...args)), { rule });
}

async function signedIn(request: Request): Promise<Viewer> {
  const viewer = await viewerOf(request.headers);
  if (!viewer) throw new Refusal(401, 'You are not signed in.');
  return viewer;
}

/** A route that needs no account: it decides by itself, or has nothing to hide. */
export function withAnyone<C = unknown>(handler: (request: Request, context: C) => Promise<Response>): Handled<[Request, C]> {
  return ruled('anyone', handler);
}

/** A route for who has at least this role in the team they look at. */
export function withViewer<C = unknown>(role: Role, handler: (viewer: Viewer, request: Request, context: C) => Promise<Response>): Handled<[Request, C]> {
  return ruled(role, async (request, context) => {
    const viewer = await signedIn(request);
    demandRole(viewer, role);
    return handler(viewer, request, context);
  });
}

/** A route about the program of the address's `id`. The viewer is as in the program's team. */
export function withProgram<K extends string = 'id'>(
  leave: ProgramLeave,
  handler: (opened: { viewer: Viewer; program: Program; params: Record<K | 'id', string> }, request: Request) => Promise<Response>,
): Handled<[Request, Params<K | 'id'>]> {
  return ruled(`program: ${leave}`, async (request, context) => {
    const params = await context.params;
    return handler({ ...(await openProgram(await signedIn(request), leave, params.id)), params }, request);
  });
}

/** A route about the reply of the address's `id`, which is as open as its program. */
export function withReply(leave: ProgramLeave, handler: (reply: Reply, request: Request) => Promise<Response>): Handled<[Request, Params<'id'>]> {
  return ruled(`reply: ${leave}`, async (request, context) => {
    const viewer = await signedIn(request);
    const reply = found(await (await getStore()).replies.get((await context.params).id), 'reply');
    await openProgram(viewer, leave, reply.programId);
    return handler(reply, request);
  });
}
