import { NOTHING } from '@/app/api/answer';
import { readPicture } from '@/app/api/read-picture';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';
import { foundShare } from '../../found-share';

/** What link previews show of it. */
export const PUT = withProgram<'shareId'>('own', async ({ params }, request) => {
  const share = await foundShare(params);
  await (await getStore()).shares.setPicture(share.id, await readPicture(request));
  return NOTHING();
});
