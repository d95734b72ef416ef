import { found, json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getConnections } from '@/lib/connection/connections';

type Context = { params: Promise<{ id: string }> };

/** UTF-16 units of words to find a function by. */
const MAX_QUERY_LENGTH = 200;

/** Functions of an API that fit the words of `query`. */
export const GET = withViewer<Context>('member', async (viewer, request, context) => {
  const query = new URL(request.url).searchParams.get('query')?.slice(0, MAX_QUERY_LENGTH) ?? '';
  return json({ functions: found(await getConnections(viewer.team.id).added.functions((await context.params).id, query), 'connection') });
});
