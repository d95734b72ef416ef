import type { Approval, BindingUsers } from '../store';
import type { Answer } from '../grant/decide';
import { send } from './api';

export type { BindingUsers };

/** A change that waits for an admin: of which interface, and who asks. */
export type WaitingChange = Approval & { program: string; asker: string | null };

/** What waits for an admin of the team that is looked at. */
export function listWaiting(): Promise<{ approvals: WaitingChange[] }> {
  return send('GET', '/api/approvals');
}

/** An admin's answer to what they have seen. */
export function answerWaiting(programId: string, ids: readonly string[], answer: Extract<Answer, string>): Promise<{ answered: number }> {
  return send('POST', '/api/approvals', { programId, ids, answer });
}

/** Who allows what changes something outside. Gives how many grants were taken back for it. */
export function setWritesNeedAdmin(writesNeedAdmin: boolean): Promise<{ takenBack: number }> {
  return send('PUT', '/api/team/rules', { writesNeedAdmin });
}

/** Who may use a connection; null for everybody. */
export function setBindingUsers(binding: string, users: BindingUsers | null): Promise<void> {
  return send('PUT', `/api/bindings/${encodeURIComponent(binding)}/users`, { users });
}
