import { z } from 'zod';
import { found, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { leaveFor } from '@/lib/auth/leave';
import { onRecord } from '@/lib/auth/on-record';
import type { Viewer } from '@/lib/auth/viewer';
import { decide } from '@/lib/grant/decide';
import { writesNeedAdmin } from '@/lib/grant/rules';
import { Refusal } from '@/lib/program/refusal';
import { covers } from '@/lib/program/leaves';
import { askersOf } from '@/lib/share/askers';
import { type Approval, getStore } from '@/lib/store';

/**
 * What waits for an admin, of every interface of the team, private ones too: who asks is told so. Where members allow changes themselves, what is asked
 * through links to what the viewer may change: nobody of the team has the page open that it waits on.
 */
export const GET = withViewer('admin', async (viewer) => {
  const pending = await (await getStore()).team(viewer.team.id).approvals.pending();
  const waiting = (await writesNeedAdmin(viewer.team.id)) ? pending : await throughLinks(viewer, pending);
  const askers = await askersOf(waiting);
  return json({ approvals: waiting.map((one) => ({ ...one, asker: askers[one.id] })) });
});

/** Those that came through links to programs that the viewer may change. */
async function throughLinks<T extends Approval>(viewer: Viewer, approvals: readonly T[]): Promise<T[]> {
  const { programs } = await getStore();
  const may = await Promise.all(
    approvals.map(async ({ viaShareId, programId }) => {
      const program = viaShareId === null ? null : await programs.get(programId);
      return program !== null && covers(leaveFor(viewer, program), 'change');
    }),
  );
  return approvals.filter((_, index) => may[index]);
}

const ANSWER = z.object({ programId: z.string().max(64), ids: z.array(z.string().max(64)).min(1).max(500), answer: z.enum(['once', 'deny']) });

/** An admin's answer to exactly what is named. */
export const POST = withViewer('admin', async (viewer, request) => {
  const { programId, ids, answer } = await readBody(request, ANSWER);
  const { programs, approvals } = await getStore();
  const program = await programs.get(programId);
  found(program?.teamId === viewer.team.id ? program : null, 'interface');
  if (!(await writesNeedAdmin(viewer.team.id))) {
    const theirs = await throughLinks(viewer, await approvals.pending(programId));
    if (!ids.every((id) => theirs.some((one) => one.id === id))) throw new Refusal(409, 'It waits for nobody’s answer here any more.');
  }
  const answered = await decide(viewer, programId, ids, answer);
  await onRecord(viewer, answer === 'deny' ? 'change-denied' : 'change-allowed', program!.title, answered);
  return json(answered);
});
