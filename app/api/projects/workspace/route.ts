import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { chooseWorkspace } from '@/lib/project/workspace';

/** Whether the team's interfaces may be opened as a project in a WebContainer. */
export const PUT = withViewer('admin', async (viewer, request) => {
  await chooseWorkspace(viewer.team.id, (await readBody(request, z.object({ on: z.boolean() }))).on);
  return NOTHING();
});
