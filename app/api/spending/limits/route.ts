import { z } from 'zod';
import { NOTHING, readBody } from '@/app/api/answer';
import { withViewer } from '@/app/api/rules';
import { Refusal } from '@/lib/program/refusal';
import { type SpendingLimit, getStore } from '@/lib/store';

/** A million dollars and a trillion tokens: beyond that somebody mistyped. */
const AMOUNT = z.number().int().min(0).max(1_000_000_000_000).nullable();
const LIMIT = z.object({ micros: AMOUNT, tokens: AMOUNT });
const BODY = z.object({ personId: z.string().min(1).max(100).nullable(), limit: LIMIT.nullable() });

/** How much somebody may use of models in a month, or everybody who has no limit of their own. */
export const PUT = withViewer('admin', async (viewer, request) => {
  const { personId, limit } = await readBody(request, BODY);
  const store = await getStore();
  const { spending } = store.team(viewer.team.id);
  if (personId !== null && (await store.teams.role(viewer.team.id, personId)) === null) throw new Refusal(404, 'They are not in this team any more.');
  if (personId !== null && limit === null) await spending.removeLimit(personId);
  else await spending.setLimit(personId, limit ?? NO_LIMIT);
  const name = personId === null ? 'everybody' : ((await store.people.names([personId]))[personId] ?? null);
  await store.audit.add({ teamId: viewer.team.id, personId: viewer.id, action: 'limit-changed', aboutId: personId, subject: name, detail: limit && { dollars: limit.micros === null ? null : limit.micros / 1_000_000, tokens: limit.tokens } });
  return NOTHING();
});

const NO_LIMIT: SpendingLimit = { micros: null, tokens: null };
