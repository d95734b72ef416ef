import { z } from 'zod';
import { answering, found, json, readBody } from '@/app/api/answer';
import { withViewer } from '@/lib/auth/viewer';
import { letRead } from '@/lib/grant/decide';
import { getStore } from '@/lib/store';

type Context = { params: Promise<{ id: string }> };

const READING = z.object({
  binding: z.string().min(1).max(100),
  names: z.array(z.string().min(1).max(300)).min(1).max(500),
  maxRows: z.number().int().positive().nullable(),
  seconds: z.number().int().min(60).max(365 * 24 * 3600).nullable(),
});

/** Lets a program read tables of a connection, or functions of an API. Only a person does that: no frame reaches this route. */
export const POST = withViewer(async (viewer, request: Request, context: Context) =>
  answering(async () => {
    const { id } = found(await (await getStore()).programs.get((await context.params).id), 'interface');
    return json(await letRead(viewer, id, await readBody(request, READING)), 201);
  }),
);
