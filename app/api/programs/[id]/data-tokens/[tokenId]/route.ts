import { NOTHING, found } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { getStore } from '@/lib/store';

export const DELETE = withProgram<'tokenId'>('own', async ({ viewer, program, params }) => {
  found((await (await getStore()).dataTokens.revoke(program.id, params.tokenId)) || null, 'token');
  await onRecord(viewer, 'token-revoked', program.title);
  return NOTHING();
});
