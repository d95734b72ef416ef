import { found, json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

export const GET = withProgram<'versionId'>('open', async ({ program, params }) => {
  const version = found(await (await getStore()).versions.get(params.versionId), 'version');
  return json(found(version.programId === program.id ? version : null, 'version'));
});
