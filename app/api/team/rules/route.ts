import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { setWritesNeedAdmin } from '@/lib/grant/rules';

const BODY = z.object({ writesNeedAdmin: z.boolean() });

/** Who allows what changes something outside. Tells how many grants were taken back for it. */
export const PUT = withViewer('admin', async (viewer, request) => {
  const { writesNeedAdmin } = await readBody(request, BODY);
  return json({ takenBack: await setWritesNeedAdmin(viewer, writesNeedAdmin) });
});
