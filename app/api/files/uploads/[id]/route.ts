import { z } from 'zod';
import { NOTHING, found, json, readBody } from '@/app/api/answer';
import { getUploads, sayingFiles } from '@/app/api/files/answering-files';
import { withViewer } from '@/app/api/rules';
import { recheckSoon } from '@/lib/conversation/recheck';
import { SIMPLE_TYPES } from '@/lib/connector/files';

type Context = { params: Promise<{ id: string }> };

const CHOICE = z.object({
  types: z.record(z.string(), z.record(z.string(), z.enum(SIMPLE_TYPES))),
  emptyInvalid: z.boolean(),
});

export const POST = withViewer<Context>('member', async (viewer, request, context) =>
  sayingFiles(async () => {
    const { types, emptyInvalid } = await readBody(request, CHOICE);
    const added = await (await getUploads(viewer.team.id)).add((await context.params).id, types, emptyInvalid);
    const { id, name, tables } = found(added, 'upload');
    recheckSoon(viewer.team.id, 'files');
    return json({ id, name, tables });
  }),
);

export const DELETE = withViewer<Context>('member', async (viewer, _request, context) =>
  sayingFiles(async () => {
    await (await getUploads(viewer.team.id)).discard((await context.params).id);
    return NOTHING();
  }),
);
