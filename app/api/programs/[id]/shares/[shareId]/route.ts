import { z } from 'zod';
import { NOTHING, json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { onRecord } from '@/lib/auth/on-record';
import { changeLink } from '@/lib/share/links';
import { getStore } from '@/lib/store';
import { CHOICES } from '../choices';
import { foundShare } from '../found-share';

const CHANGE = CHOICES.extend({ paused: z.boolean().optional() });

export const PATCH = withProgram<'shareId'>('own', async ({ viewer, program, params }, request) => {
  const share = await foundShare(params);
  const change = await readBody(request, CHANGE);
  const link = await changeLink(viewer, share, change);
  await onRecord(viewer, 'share-changed', program.title, change.paused === undefined ? null : { paused: change.paused });
  return json({ link });
});

export const DELETE = withProgram<'shareId'>('own', async ({ viewer, program, params }) => {
  await (await getStore()).shares.revoke((await foundShare(params)).id);
  await onRecord(viewer, 'share-revoked', program.title);
  return NOTHING();
});
