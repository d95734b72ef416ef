import type { Answer } from '../grant/decide';
import type { Approval, Limits, Permission } from '../store';
import { send } from './api';

export type { Answer, Approval, Limits, Permission };

/** Changes outside that a program waits to make, and those that it may make without asking. */
export function listApprovals(programId: string): Promise<{ approvals: Approval[]; permissions: Permission[] }> {
  return send('GET', `/api/programs/${programId}/approvals`);
}

/** Answers exactly those that are named, which are those the person has seen. */
export function answerApprovals(programId: string, ids: readonly string[], answer: Answer): Promise<{ answered: number }> {
  return send('POST', `/api/programs/${programId}/approvals`, { ids, answer });
}

export function revokePermission(programId: string, permissionId: string): Promise<void> {
  return send('DELETE', `/api/programs/${programId}/permissions/${permissionId}`);
}
