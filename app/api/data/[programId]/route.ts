import { z } from 'zod';
import { answering, json, readBody } from '@/app/api/answer';
import { withAnyone } from '@/app/api/rules';
import { findDataToken } from '@/lib/project/data-tokens';
import { MAX_DATA_BODY_BYTES } from '@/lib/project/limits';
import { runDataFunction } from '@/lib/project/run-data-function';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ programId: string }> };

const CALL = z.object({ function: z.string().regex(/^[A-Za-z_$][\w$]{0,99}$/), args: z.unknown() });

/** A token is all that counts here: no cookie is read, so any page may ask. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '600',
};

export const OPTIONS = withAnyone(async () => new Response(null, { status: 204, headers: CORS }));

/** One data function of the token's program: `{ function, args }` → `{ value }` or `{ error }`. */
export const POST = withAnyone<Context>(async (request, context) => {
  const response = await answering(async () => {
    const token = await findDataToken((await context.params).programId, request.headers.get('authorization'));
    if (!token) return json({ error: { code: 'unauthorised', message: 'This token opens nothing here. It may have been taken back.', retryable: false } }, 401);
    const call = await readBody(request, CALL, MAX_DATA_BODY_BYTES);
    await (await getStore()).dataTokens.used(token.id);
    const answer = await runDataFunction(token, call.function, call.args ?? {}, request.signal);
    return json(answer, 'error' in answer ? 422 : 200);
  });
  for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value);
  return response;
});
