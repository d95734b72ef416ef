import { NOTHING, found } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ programId: string }> };

/** Takes a program from the team's home; nothing else of it changes. */
export const DELETE = withViewer<Context>('admin', async (viewer, _request, context) => {
  found((await (await getStore()).team(viewer.team.id).pins.unpin((await context.params).programId)) || null, 'pin');
  return NOTHING();
});
