import { z } from 'zod';
import { NOTHING, found, json, readBody } from '@/app/api/answer';
import { answeringFiles, getUploads } from '@/app/api/files/answering-files';
import { withViewer } from '@/lib/auth/viewer';
import { SIMPLE_TYPES } from '@/lib/connector/files';

type Context = { params: Promise<{ id: string }> };

const CHOICE = z.object({
  types: z.record(z.string(), z.record(z.string(), z.enum(SIMPLE_TYPES))),
  emptyInvalid: z.boolean(),
});

export const POST = withViewer(async (_viewer, request: Request, context: Context) =>
  answeringFiles(async () => {
    const { types, emptyInvalid } = await readBody(request, CHOICE);
    const added = await (await getUploads()).add((await context.params).id, types, emptyInvalid);
    const { id, name, tables } = found(added, 'upload');
    return json({ id, name, tables });
  }),
);

export const DELETE = withViewer(async (_viewer, _request: Request, context: Context) =>
  answeringFiles(async () => {
    await (await getUploads()).discard((await context.params).id);
    return NOTHING();
  }),
);
