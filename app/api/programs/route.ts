import { json } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { getStore } from '@/lib/store';
import { questionIn } from './question';

const LISTED = 50;

/** Those that the viewer may open; `words`, `which` and `sort` narrow and order them. */
export const GET = withViewer('viewer', async (viewer, request) => {
  const asked = questionIn(Object.fromEntries(new URL(request.url).searchParams));
  return json({ programs: await (await getStore()).programs.list(viewer, { ...asked, limit: LISTED }) });
});
