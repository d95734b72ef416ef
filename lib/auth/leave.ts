import type { Program } from '../program/program';
import { isAtLeast } from '../program/role';
import type { Viewer } from './viewer';

/** What can be done with a program; each with those before it. `own`: delete it, say who may open it, share it. */
export const PROGRAM_LEAVES = ['open', 'change', 'own'] as const;
export type ProgramLeave = (typeof PROGRAM_LEAVES)[number];

/**
 * What a viewer may do with a program of their team; null where they may not even know of it. A private one is its owner's
 * alone. One of the team is opened by everybody, changed by members, and owned by whose it is and by admins.
 */
export function leaveFor(viewer: Viewer, program: Pick<Program, 'teamId' | 'ownerId' | 'visibility'>): ProgramLeave | null {
  if (program.teamId !== viewer.team.id) return null;
  const isTheirs = program.ownerId === viewer.id;
  if (!isTheirs && program.visibility === 'private') return null;
  if (!isAtLeast(viewer.team.role, 'member')) return 'open';
  return isTheirs || isAtLeast(viewer.team.role, 'admin') ? 'own' : 'change';
}

export function covers(leave: ProgramLeave | null, needed: ProgramLeave): boolean {
  return leave !== null && PROGRAM_LEAVES.indexOf(leave) >= PROGRAM_LEAVES.indexOf(needed);
}
