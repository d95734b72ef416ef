import { z } from 'zod';
import { found, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { decide } from '@/lib/grant/decide';
import { writesNeedAdmin } from '@/lib/grant/rules';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

/** What waits for an admin, of every interface of the team, private ones too: who asks is told so. Nothing where members allow changes themselves. */
export const GET = withViewer('admin', async (viewer) => {
  if (!(await writesNeedAdmin(viewer.team.id))) return json({ approvals: [] });
  const store = await getStore();
  const waiting = await store.team(viewer.team.id).approvals.pending();
  const names = await store.people.names(waiting.flatMap(({ askedBy }) => askedBy ?? []));
  return json({ approvals: waiting.map((one) => ({ ...one, asker: (one.askedBy && names[one.askedBy]) ?? null })) });
});

const ANSWER = z.object({ programId: z.string().max(64), ids: z.array(z.string().max(64)).min(1).max(500), answer: z.enum(['once', 'deny']) });

/** An admin's answer to exactly what is named. */
export const POST = withViewer('admin', async (viewer, request) => {
  const { programId, ids, answer } = await readBody(request, ANSWER);
  if (!(await writesNeedAdmin(viewer.team.id))) throw new Refusal(409, 'Members allow changes themselves by now.');
  const program = await (await getStore()).programs.get(programId);
  found(program?.teamId === viewer.team.id ? program : null, 'interface');
  const answered = await decide(viewer, programId, ids, answer);
  await onRecord(viewer, answer === 'deny' ? 'change-denied' : 'change-allowed', program!.title, answered);
  return json(answered);
});
