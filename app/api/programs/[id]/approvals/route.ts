import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { decide } from '@/lib/grant/decide';
import { needsAdmin } from '@/lib/grant/rules';
import { askersOf } from '@/lib/share/askers';
import { getStore } from '@/lib/store';
import { LIMITS } from '../argument-limits';

/** Writes of a program that wait for an answer, and those it may make without asking. */
export const GET = withProgram('open', async ({ program, viewer }) => {
  const store = await getStore();
  const [waiting, granted, asksAdmin] = await Promise.all([store.approvals.pending(program.id), store.team(program.teamId).grants.list(program.id), needsAdmin(viewer)]);
  const askers = await askersOf(waiting.filter(({ viaShareId }) => viaShareId !== null));
  return json({ approvals: waiting.map((one) => ({ ...one, asker: askers[one.id] ?? null })), grants: granted, asksAdmin });
});

/** Nothing is granted for longer than people remember it. */
const LONGEST_SECONDS = 30 * 24 * 3600;

const ANSWER = z.object({
  ids: z.array(z.string().max(64)).min(1).max(500),
  answer: z.union([z.enum(['once', 'deny']), z.object({ limits: LIMITS, seconds: z.number().int().min(60).max(LONGEST_SECONDS) })]),
});

/** Answers exactly the writes that are named. */
export const POST = withProgram('change', async ({ program, viewer }, request) => {
  const { ids, answer } = await readBody(request, ANSWER);
  const answered = await decide(viewer, program.id, ids, answer);
  if (answered.answered > 0) await onRecord(viewer, answer === 'deny' ? 'change-denied' : 'change-allowed', program.title, { ...answered, ...(typeof answer === 'object' && { forSeconds: answer.seconds }) });
  return json(answered);
});
