import { json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

export const GET = withProgram('open', async ({ program }) => json({ messages: await (await getStore()).messages.list(program.id) }));
