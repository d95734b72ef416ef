import { json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { activeReply } from '@/lib/conversation/active-reply';

/** The reply being written right now, and the Source it is written on top of. */
export const GET = withProgram('open', async ({ program }) => json({ reply: await activeReply(program.id) }));
