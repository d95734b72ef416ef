import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

const CHANGE = z.object({ visibility: z.enum(['private', 'team']) });

/** Says who of the team may open it. */
export const PUT = withProgram('own', async ({ viewer, program }, request) => {
  const { visibility } = await readBody(request, CHANGE);
  // An admin who did it to somebody else's would be shut out by it.
  if (visibility === 'private' && program.ownerId !== viewer.id) throw new Refusal(403, 'Only whose interface this is can make it private: nobody else would see it then.');
  await (await getStore()).programs.setVisibility(program.id, visibility);
  await onRecord(viewer, 'visibility-changed', program.title, { visibility });
  return json({ visibility });
});
