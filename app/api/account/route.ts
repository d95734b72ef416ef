import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { NAME } from '@/lib/auth/accounts';
import { demandSession } from '@/lib/auth/session';
import { getStore } from '@/lib/store';

const BODY = z.object({ name: NAME });

/** What the viewer is called from now on. */
export const PATCH = withViewer('viewer', async (_viewer, request) => {
  const { name } = await readBody(request, BODY);
  const { person } = await demandSession(request.headers);
  await (await getStore()).people.rename(person.id, name);
  return NOTHING();
});
