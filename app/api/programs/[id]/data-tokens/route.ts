import { json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { readConfig } from '@/lib/config/config';
import { makeDataToken } from '@/lib/project/data-tokens';
import { getStore } from '@/lib/store';

export const GET = withProgram('own', async ({ program }) => json({ tokens: await (await getStore()).dataTokens.list(program.id) }));

/** The one time that the token is said. */
export const POST = withProgram('own', async ({ viewer, program }) => {
  const { token, kept } = await makeDataToken(viewer, program);
  await onRecord(viewer, 'token-made', program.title);
  return json({ token, kept, url: `${readConfig().appOrigin}/api/data/${program.id}` }, 201);
});
