import { z } from 'zod';
import { NOTHING, json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { changeLink } from '@/lib/share/links';
import { getStore } from '@/lib/store';
import { CHOICES } from '../choices';
import { foundShare } from '../found-share';

const CHANGE = CHOICES.extend({ paused: z.boolean().optional() });

export const PATCH = withProgram<'shareId'>('own', async ({ viewer, params }, request) => {
  const share = await foundShare(params);
  return json({ link: await changeLink(viewer, share, await readBody(request, CHANGE)) });
});

export const DELETE = withProgram<'shareId'>('own', async ({ params }) => {
  await (await getStore()).shares.revoke((await foundShare(params)).id);
  return NOTHING();
});
