import { NOTHING, json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { acceptRepair, discardRepair, healthOf } from '@/lib/conversation/repair';

/** What is wrong with it since its data changed; null where nothing is. */
export const GET = withProgram('open', async ({ program }) => json({ health: await healthOf(program.id) }));

/** Accepts the repair that waits. */
export const POST = withProgram('change', async ({ program }) => json(await acceptRepair(program)));

export const DELETE = withProgram('change', async ({ program }) => {
  await discardRepair(program);
  return NOTHING();
});
