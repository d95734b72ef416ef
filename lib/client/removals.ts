import type { RemovalPreview } from '../store';
import { send } from './api';

export type { RemovalPreview };
export type MemberPreview = Omit<RemovalPreview, 'private'> & { private: number };

export function previewOfMember(personId: string): Promise<MemberPreview> {
  return send('GET', `/api/team/members/${encodeURIComponent(personId)}/data`);
}

/** Deletes everything of a member; `typed` is their address, typed by whoever does it. */
export function deleteMember(personId: string, typed: string, handOver: boolean): Promise<{ account: boolean }> {
  return send('DELETE', `/api/team/members/${encodeURIComponent(personId)}/data`, { typed, handOver });
}

export function previewOfAccount(): Promise<RemovalPreview> {
  return send('GET', '/api/account/data');
}

export function deleteAccount(typed: string): Promise<void> {
  return send('DELETE', '/api/account/data', { typed });
}
