import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { chooseWorkspace } from '@/lib/project/workspace';

/** Whether the team's interfaces may be opened as a project in a WebContainer. */
export const PUT = withViewer('admin', async (viewer, request) => {
  const { on } = await readBody(request, z.object({ on: z.boolean() }));
  await chooseWorkspace(viewer.team.id, on);
  await onRecord(viewer, 'policy-changed', 'Projects in the browser', { openedBy: on ? 'owners' : 'nobody' });
  return NOTHING();
});
