import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { setWrites } from '@/lib/conversation/models';
import { WRITES } from '@/lib/model/endpoint';

/** What a model is asked for: whole programs or a plan; null leaves it to its name. Ids of choices have slashes, so it stands in the body. */
export const PUT = withViewer('admin', async (viewer, request) => {
  const { id, writes } = await readBody(request, z.object({ id: z.string().min(1).max(400), writes: z.enum(WRITES).nullable() }));
  await setWrites(viewer.team.id, id, writes);
  return NOTHING();
});
