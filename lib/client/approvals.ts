import type { Answer } from '../grant/decide';
import type { Approval, Limits, Grant } from '../store';
import { send } from './api';

export type { Answer, Approval, Limits, Grant };

/** Changes outside that a program waits to make, and those that it may make without asking. */
export function listApprovals(programId: string): Promise<{ approvals: Approval[]; grants: Grant[] }> {
  return send('GET', `/api/programs/${programId}/approvals`);
}

/** Answers exactly those that are named, which are those the person has seen. */
export function answerApprovals(programId: string, ids: readonly string[], answer: Answer): Promise<{ answered: number }> {
  return send('POST', `/api/programs/${programId}/approvals`, { ids, answer });
}

export function revokeGrant(programId: string, grantId: string): Promise<void> {
  return send('DELETE', `/api/programs/${programId}/grants/${grantId}`);
}
