import { NOTHING, found } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

/** From the next call on the program asks again. */
export const DELETE = withProgram<'grantId'>('change', async ({ program, params }) => {
  found((await (await getStore()).team(program.teamId).grants.revoke(program.id, params.grantId)) || null, 'grant');
  return NOTHING();
});
