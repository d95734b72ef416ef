import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { renewSnapshot } from '@/lib/share/links';
import { ASKED } from '../../choices';
import { foundShare } from '../../found-share';

export const POST = withProgram<'shareId'>('own', async ({ viewer, params }, request) => {
  const share = await foundShare(params);
  return json(await renewSnapshot(viewer, share, (await readBody(request, z.object({ asked: ASKED }))).asked));
});
