import { z } from 'zod';
import { NOTHING, json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { getStore } from '@/lib/store';

const CHANGE = z.object({ title: z.string().trim().min(1).max(120) });

export const PATCH = withProgram('change', async ({ program }, request) => {
  const { title } = await readBody(request, CHANGE);
  await (await getStore()).programs.rename(program.id, title);
  return json({ title });
});

export const DELETE = withProgram('own', async ({ viewer, program }) => {
  const store = await getStore();
  const reply = await store.replies.active(program.id);
  if (reply) await store.replies.requestStop(reply.id);
  await store.programs.remove(program.id);
  await onRecord(viewer, 'program-deleted', program.title);
  return NOTHING();
});
