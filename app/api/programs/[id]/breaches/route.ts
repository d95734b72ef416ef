import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

const BREACH = z.object({ message: z.string().min(1).max(500) });

/** The host closed a frame that broke the rules of the bridge: that stands in the ledger beside the program's calls. */
export const POST = withProgram('open', async ({ program, viewer }, request) => {
  const { message } = await readBody(request, BREACH);
  const line = { programId: program.id, viewer: viewer.id, binding: 'frame', operation: 'message', effect: 'read', at: new Date().toISOString(), outcome: 'breach', message } as const;
  await (await getStore()).team(program.teamId).ledger.add([line]);
  return NOTHING();
});
