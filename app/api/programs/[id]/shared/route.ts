import { z } from 'zod';
import { json, readBody } from '@/app/api/answer';
import { withProgram } from '@/app/api/rules';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

/** Shared state is a board, a vote, a note; more than this belongs into a connection. */
const MAX_VALUE_LENGTH = 100_000;

const CHANGE = z.object({ key: z.string().min(1).max(100), value: z.json() });

export const GET = withProgram('open', async ({ program }, request) => {
  const since = Number(new URL(request.url).searchParams.get('since') ?? 0) || 0;
  return json(await (await getStore()).shared.since(program.id, since));
});

export const PUT = withProgram('change', async ({ program }, request) => {
  const { key, value } = await readBody(request, CHANGE);
  if (JSON.stringify(value).length > MAX_VALUE_LENGTH) throw new Refusal(413, 'Shared state may hold 100,000 characters a key.');
  return json({ revision: await (await getStore()).shared.set(program.id, key, value) });
});
