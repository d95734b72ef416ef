import type { ProgramLeave } from '../program/leaves';
import type { Program } from '../program/program';
import { isAtLeast } from '../program/role';
import type { Viewer } from './viewer';

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
