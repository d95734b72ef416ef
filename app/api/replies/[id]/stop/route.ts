import { NOTHING } from '@/app/api/answer';
import { withReply } from '@/app/api/rules';
import { getStore } from '@/lib/store';

/** Stops the writing of a reply, whoever reads it and wherever it is written. Closing a page doesn't. */
export const POST = withReply('change', async (reply) => {
  await (await getStore()).replies.requestStop(reply.id);
  return NOTHING();
});
