import { NOTHING, found } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

export const DELETE = withProgram<'tokenId'>('own', async ({ program, params }) => {
  found((await (await getStore()).dataTokens.revoke(program.id, params.tokenId)) || null, 'token');
  return NOTHING();
});
