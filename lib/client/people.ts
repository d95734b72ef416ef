import type { Role } from '../program/role';
import type { Invitation, Member, OpenSession } from '../store';
import { send } from './api';

export type { Invitation, Member, OpenSession };
export type InvitedRole = Invitation['role'];

/** What the person is called from now on. */
export function renameSelf(name: string): Promise<void> {
  return send('PATCH', '/api/account', { name });
}

/** `current` is null where there is none yet. Ends every other session. */
export function setPassword(current: string | null, next: string): Promise<void> {
  return send('PUT', '/api/account/password', { current, next });
}

/** Ends this session. */
export function signOut(): Promise<void> {
  return send('POST', '/api/auth/sign-out', {});
}

export function endSession(id: string): Promise<void> {
  return send('DELETE', `/api/account/sessions/${id}`);
}

/** Ends every session of the person, this one too. */
export function signOutEverywhere(): Promise<void> {
  return send('DELETE', '/api/account/sessions');
}

/** Looks at another of the person's teams. The whole page is another one then. */
export function lookAtTeam(teamId: string): Promise<void> {
  return send('PUT', '/api/team/look', { teamId });
}

/** Makes a team that the person owns, and looks at it. */
export function makeTeam(name: string): Promise<{ id: string }> {
  return send('POST', '/api/team', { name });
}

export function renameTeam(name: string): Promise<void> {
  return send('PATCH', '/api/team', { name });
}

/** Refused where another tab looks at another team by now. */
export function leaveTeam(teamId: string): Promise<void> {
  return send('POST', '/api/team/leave', { teamId });
}

/** Deletes a team that nobody else is in. `typed` is the person's address. */
export function deleteTeam(teamId: string, typed: string): Promise<void> {
  return send('DELETE', '/api/team', { teamId, typed });
}

/** Makes somebody else the owner, and the person an admin. */
export function transferTeam(to: string): Promise<void> {
  return send('POST', '/api/team/transfer', { to });
}

export function setRole(personId: string, role: Role): Promise<void> {
  return send('PATCH', `/api/team/members/${personId}`, { role });
}

export function removeMember(personId: string): Promise<void> {
  return send('DELETE', `/api/team/members/${personId}`);
}

export type NewInvitation = { role: InvitedRole; email: string | null; days: 1 | 7 | 30 };
/** `address` is the link, told here and never again; `mailed` whether a mail with it left. */
export type Invited = { invitation: Invitation; address: string; mailed: boolean };

export function invite(wanted: NewInvitation): Promise<Invited> {
  return send('POST', '/api/team/invitations', wanted);
}

export function revokeInvitation(id: string): Promise<void> {
  return send('DELETE', `/api/team/invitations/${id}`);
}
