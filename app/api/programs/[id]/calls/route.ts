import { json } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { getStore } from '@/lib/store';

const LISTED = 200;

/** The newest lines of a program's ledger. */
export const GET = withProgram('open', async ({ program }) => json({ calls: await (await getStore()).team(program.teamId).ledger.list(program.id, { limit: LISTED }) }));
