import { z } from 'zod';
import { answering, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { Refusal } from '@/lib/program/refusal';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

/** Shared state is a board, a vote, a note; more than this belongs into a connection. */
const MAX_VALUE_LENGTH = 100_000;

const CHANGE = z.object({ key: z.string().min(1).max(100), value: z.json() });

export const GET = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => {
    const since = Number(new URL(request.url).searchParams.get('since') ?? 0) || 0;
    return json(await (await getStore()).shared.since((await context.params).id, since));
  }),
);

export const PUT = withViewer(async (_viewer, request: Request, context: Context) =>
  answering(async () => {
    const { key, value } = await readBody(request, CHANGE);
    if (JSON.stringify(value).length > MAX_VALUE_LENGTH) throw new Refusal(413, 'Shared state may hold 100,000 characters a key.');
    return json({ revision: await (await getStore()).shared.set((await context.params).id, key, value) });
  }),
);
