import type { Needs } from '../connector/contract';
import type { Answer, Reading } from '../grant/decide';
import type { Use } from '../grant/uses';
import type { Approval as KeptApproval, Grant, Limits, ReadGrant, WriteGrant } from '../store';
import { send } from './api';

export type Columns = ReadGrant['columns'];
/** `asker`: who has nothing but a link, in words. */
export type Approval = KeptApproval & { asker?: string | null };
export type { Answer, Grant, Limits, Needs, ReadGrant, Reading, Use, WriteGrant };

/** What of a program waits for an answer, what it may do without asking, and whether an admin answers. */
export function listApprovals(programId: string): Promise<{ approvals: Approval[]; grants: Grant[]; asksAdmin: boolean }> {
  return send('GET', `/api/programs/${programId}/approvals`);
}

/** Answers exactly those that are named, which are those the person has seen. */
export function answerApprovals(programId: string, ids: readonly string[], answer: Answer): Promise<{ answered: number }> {
  return send('POST', `/api/programs/${programId}/approvals`, { ids, answer });
}

/** Lets a program read of one connection: several grants where some of it is limited. */
export async function letRead(programId: string, readings: readonly Reading[]): Promise<void> {
  for (const reading of readings) await send<Grant>('POST', `/api/programs/${programId}/grants`, reading);
  // Once for all of them: whoever hears of it asks for everything again.
  if (readings[0]) announce({ programId, binding: readings[0].binding, taken: false });
}

export async function revokeGrant({ programId, id, binding }: Grant): Promise<void> {
  await send('DELETE', `/api/programs/${programId}/grants/${id}`);
  announce({ programId, binding, taken: true });
}

/** Whether every interface may read a connection without asking first. */
export async function setReadFreely(binding: string, freely: boolean): Promise<void> {
  await send('PUT', `/api/bindings/${encodeURIComponent(binding)}/reading`, { freely });
  announce({ programId: null, binding, taken: !freely });
}

/** What a version reads and changes, by its text. */
export function usesOf(programId: string, versionId: string): Promise<{ uses: Use[] }> {
  return send('GET', `/api/programs/${programId}/uses?version=${encodeURIComponent(versionId)}`);
}

/** `programId` is null where it concerns all of them. */
export type GrantsChange = { programId: string | null; binding: string; taken: boolean };

/** Tabs of one browser tell each other what was given and taken back; what holds is asked of the server. */
const CHANNEL = 'vitrine-grants';

function announce(change: GrantsChange): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Calls `changed` when what the program may do has changed, in this tab or in another one. Returns how to stop listening. */
export function onGrantsChange(programId: string, changed: (change: GrantsChange) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<GrantsChange>) => {
    if (data.programId === null || data.programId === programId) changed(data);
  };
  return () => channel.close();
}
