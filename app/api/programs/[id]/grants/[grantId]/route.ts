import { NOTHING, found } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { getStore } from '@/lib/store';

/** From the next call on the program asks again. */
export const DELETE = withProgram<'grantId'>('change', async ({ viewer, program, params }) => {
  found((await (await getStore()).team(program.teamId).grants.revoke(program.id, params.grantId)) || null, 'grant');
  await onRecord(viewer, 'grant-revoked', program.title);
  return NOTHING();
});
