import { isAtLeast } from '../program/role';
import { getStore } from '../store';
import { leaveFor } from './leave';
import { hasAccounts } from './mode';
import { LOCAL, type Viewer } from './viewer';
import { type ProgramLeave, covers } from '../program/leaves';
import { Refusal } from '../program/refusal';
import type { Program } from '../program/program';
import type { Role } from '../program/role';

/** Who sent a request with these headers. Null where there are accounts and nobody is signed in, or they are in no team. */
export async function viewerOf(headers: Headers): Promise<Viewer | null> {
  if (!(await hasAccounts())) return LOCAL;
  const { sessionOf } = await import('./session');
  const session = await sessionOf(headers);
  if (!session) return null;
  const { teams } = await getStore();
  const theirs = await teams.of(session.person.id);
  const team = theirs.find(({ id }) => id === session.teamId) ?? theirs[0];
  return team ? { id: session.person.id, name: session.person.name, team: { id: team.id, role: team.role } } : null;
}

/** Whether somebody is signed in, in whatever team or none. */
export async function isSignedIn(headers: Headers): Promise<boolean> {
  return (await hasAccounts()) && (await (await import('./session')).sessionOf(headers)) !== null;
}

/** @throws Refusal 403 where the viewer's role isn't enough */
export function demandRole(viewer: Viewer, needed: Role): void {
  if (!isAtLeast(viewer.team.role, needed)) throw new Refusal(403, `Only ${PLURAL[needed]} of this team may do that. Ask one of them.`);
}

const PLURAL: Record<Role, string> = { owner: 'owners', admin: 'admins and owners', member: 'members', viewer: 'people' };

/** A program, and the viewer as one of its team. */
export type Opened = { viewer: Viewer; program: Program };

/**
 * Looks a program up for a viewer, who may be looking at another of their teams just now.
 * @throws Refusal 404 where there is none that they may know of, 403 where they may not do that with it
 */
export async function openProgram(viewer: Viewer, needed: ProgramLeave, id: string): Promise<Opened> {
  const store = await getStore();
  const program = await store.programs.get(id);
  const there = program && (await viewerIn(viewer, program.teamId));
  const leave = there ? leaveFor(there, program) : null;
  if (!program || !there || leave === null) throw new Refusal(404, 'There is no such interface. It may have been deleted.');
  if (!covers(leave, needed)) throw new Refusal(403, REFUSED[needed]);
  return { viewer: there, program };
}

const REFUSED: Record<ProgramLeave, string> = {
  open: 'You may not open this interface.',
  change: 'You may look at this interface, not change it. A member of the team may.',
  own: 'Only whose interface this is, and the team’s admins, may do that.',
};

async function viewerIn(viewer: Viewer, teamId: string): Promise<Viewer | null> {
  if (viewer.team.id === teamId) return viewer;
  const role = await (await getStore()).teams.role(teamId, viewer.id);
  return role && { ...viewer, team: { id: teamId, role } };
}
