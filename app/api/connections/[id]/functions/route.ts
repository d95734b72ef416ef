import { found, json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getConnections } from '@/lib/connection/connections';
import { mayUse } from '@/lib/grant/may-use';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

/** UTF-16 units of words to find a function by. */
const MAX_QUERY_LENGTH = 200;

/** Functions of an API that fit the words of `query`. */
export const GET = withViewer<Context>('member', async (viewer, request, context) => {
  const { id } = await context.params;
  const { added } = getConnections(viewer.team.id);
  const { name } = found((await added.list()).find((one) => one.id === id), 'connection');
  if (!(await mayUse(viewer, await (await getStore()).team(viewer.team.id).grants.users(name)))) found(null, 'connection');
  const query = new URL(request.url).searchParams.get('query')?.slice(0, MAX_QUERY_LENGTH) ?? '';
  return json({ functions: found(await added.functions(id, query), 'connection') });
});
